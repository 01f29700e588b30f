// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/hiddeninventory.h"

#include "core/formats/ooxml/embeddedscrub.h"

#include <algorithm>
#include <array>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenItem;
using document::HiddenKind;

namespace {

constexpr qsizetype previewLength = 120;

/// Whole files are listed one by one, so that a person sees each.
bool listedByPart(HiddenKind kind)
{
    return kind == HiddenKind::EmbeddedFiles || kind == HiddenKind::UnknownParts
           || kind == HiddenKind::UnreachableParts;
}

}   // namespace

bool mayBeKept(HiddenKind kind)
{
    constexpr std::array kept{
        HiddenKind::Comments,      HiddenKind::TrackedChanges,     HiddenKind::HiddenText,
        HiddenKind::InvisibleText, HiddenKind::FieldCodes,         HiddenKind::AltText,
        HiddenKind::Bookmarks,     HiddenKind::ContentControlData, HiddenKind::FormFieldData,
        HiddenKind::Permissions,   HiddenKind::CroppedAreas};
    return std::find(kept.begin(), kept.end(), kind) != kept.end();
}

void HiddenInventory::add(HiddenKind kind, int count, const QString &part, const QString &preview)
{
    if (count <= 0) {
        return;
    }
    const auto [place, isNew] =
        m_items.try_emplace({static_cast<int>(kind), listedByPart(kind) ? part : QString()});
    HiddenItem &item = place->second;
    if (isNew) {
        item.kind = kind;
        item.count = count;
        item.part = part;
        item.canKeep = mayBeKept(kind);
    } else {
        item.count += count;
        if (item.part != part) {
            item.part.clear();
        }
    }
    if (item.preview.isEmpty()) {
        item.preview = preview.simplified().left(previewLength);
    }
}

void HiddenInventory::addFile(HiddenKind kind, const EmbeddedFile &file)
{
    HiddenItem &item = m_items[{static_cast<int>(kind), file.part->name}];
    item.kind = kind;
    item.part = file.part->name;
    describeFile(item, file);
}

std::vector<HiddenItem> HiddenInventory::items() const
{
    std::vector<HiddenItem> list;
    for (const auto &[key, item] : m_items) {
        list.push_back(item);
        list.back().id = u"h%1"_s.arg(list.size());
    }
    return list;
}

QString HiddenInventory::idOf(const std::vector<HiddenItem> &items, HiddenKind kind)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const HiddenItem &item) {
        return item.kind == kind && item.format.isEmpty();
    });
    return found == items.end() ? QString() : found->id;
}

}   // namespace expunge::formats::ooxml
