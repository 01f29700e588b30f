// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/presentationinventory.h"

#include "core/formats/ooxml/embeddedscrub.h"

#include <algorithm>
#include <array>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenItem;
using document::HiddenKind;

namespace {

constexpr qsizetype previewLength = 120;

template<size_t size>
bool isOneOf(HiddenKind kind, const std::array<HiddenKind, size> &kinds)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool canBeKept(HiddenKind kind)
{
    constexpr std::array kinds{HiddenKind::HiddenSlides,  HiddenKind::HiddenShapes,
                               HiddenKind::SpeakerNotes,  HiddenKind::OffSlideShapes,
                               HiddenKind::InvisibleText, HiddenKind::HiddenText,
                               HiddenKind::CroppedAreas,  HiddenKind::AltText};
    return isOneOf(kind, kinds);
}

bool isDecidedByPart(HiddenKind kind)
{
    constexpr std::array kinds{
        HiddenKind::HiddenSlides,  HiddenKind::HiddenShapes,  HiddenKind::SpeakerNotes,
        HiddenKind::InvisibleText, HiddenKind::EmbeddedFiles, HiddenKind::OffSlideShapes,
        HiddenKind::Media,         HiddenKind::UnknownParts,  HiddenKind::UnreachableParts};
    return isOneOf(kind, kinds);
}

}   // namespace

int DeckInventory::add(HiddenKind kind, int count, const QString &part, const QString &preview)
{
    return add(kind, count, part, preview, {document::HiddenDefault::Remove, canBeKept(kind)});
}

int DeckInventory::add(HiddenKind kind, int count, const QString &part, const QString &preview,
                       Rule rule)
{
    if (count <= 0) {
        return -1;
    }
    const auto [place, isNew] =
        m_index.try_emplace(Key{static_cast<int>(kind), isDecidedByPart(kind) ? part : QString(),
                                static_cast<int>(rule.byDefault), rule.canKeep},
                            m_items.size());
    if (isNew) {
        HiddenItem item;
        item.id = u"h%1"_s.arg(m_items.size() + 1);
        item.kind = kind;
        item.count = 0;
        item.part = part;
        item.byDefault = rule.byDefault;
        item.canKeep = rule.canKeep;
        m_items.push_back(std::move(item));
    }
    HiddenItem &item = m_items[place->second];
    item.count += count;
    if (item.part != part) {
        item.part.clear();
    }
    if (item.preview.isEmpty()) {
        item.preview = preview.simplified().left(previewLength);
    }
    return static_cast<int>(place->second);
}

int DeckInventory::addFile(HiddenKind kind, const EmbeddedFile &file)
{
    HiddenItem item;
    item.id = u"h%1"_s.arg(m_items.size() + 1);
    item.kind = kind;
    item.part = file.part->name;
    describeFile(item, file);
    m_items.push_back(std::move(item));
    return static_cast<int>(m_items.size()) - 1;
}

QString DeckInventory::idOf(int item) const
{
    return item < 0 ? QString() : m_items[static_cast<size_t>(item)].id;
}

DeckChoices::DeckChoices(const std::vector<HiddenItem> &items, const document::RedactionPlan &plan)
    : m_items(items)
{
    for (const HiddenItem &item : items) {
        const auto said = plan.hidden.find(item.id);
        const bool keeps = item.canKeep && said != plan.hidden.end()
                           && said->second == document::HiddenAction::Keep;
        m_removed.push_back(!keeps);
    }
}

bool DeckChoices::removes(HiddenKind kind) const
{
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].kind == kind && !m_removed[i]) {
            return false;
        }
    }
    return true;
}

}   // namespace expunge::formats::ooxml
