// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxhidden.h"

#include <algorithm>
#include <array>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenDefault;
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
    constexpr std::array kinds{HiddenKind::HiddenSheets,  HiddenKind::HiddenRows,
                               HiddenKind::HiddenColumns, HiddenKind::HiddenText,
                               HiddenKind::InvisibleText, HiddenKind::HiddenNames,
                               HiddenKind::StyleNames,    HiddenKind::AltText,
                               HiddenKind::PhoneticText,  HiddenKind::Comments};
    return isOneOf(kind, kinds);
}

/// What is content, only out of sight.
bool mustBeReviewed(HiddenKind kind)
{
    constexpr std::array kinds{HiddenKind::HiddenSheets, HiddenKind::HiddenRows,
                               HiddenKind::HiddenColumns, HiddenKind::InvisibleText};
    return isOneOf(kind, kinds);
}

}   // namespace

bool listedByPart(HiddenKind kind)
{
    constexpr std::array kinds{HiddenKind::HiddenSheets,  HiddenKind::HiddenRows,
                               HiddenKind::HiddenColumns, HiddenKind::HiddenText,
                               HiddenKind::InvisibleText, HiddenKind::EmbeddedFiles,
                               HiddenKind::UnknownParts,  HiddenKind::UnreachableParts};
    return isOneOf(kind, kinds);
}

QString BookInventory::add(HiddenKind kind, int count, const QString &part, const QString &preview)
{
    const std::pair key{static_cast<int>(kind), listedByPart(kind) ? part : QString()};
    const auto [place, isNew] = m_index.try_emplace(key, m_items.size());
    if (isNew) {
        HiddenItem item;
        item.id = u"h%1"_s.arg(m_items.size() + 1);
        item.kind = kind;
        item.count = 0;
        item.part = part;
        item.byDefault = mustBeReviewed(kind) ? HiddenDefault::Review : HiddenDefault::Remove;
        item.canKeep = canBeKept(kind);
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
    return item.id;
}

std::vector<HiddenItem> BookInventory::items() const
{
    std::vector<HiddenItem> items = m_items;
    for (HiddenItem &item : items) {
        item.count = std::max(1, item.count);   // a hidden sheet is one, whatever it holds
    }
    return items;
}

bool isNeutralSheetName(const QString &name)
{
    bool ok = false;
    return name.startsWith(u"Sheet"_s) && name.mid(5).toInt(&ok) > 0 && ok
           && !name.mid(5).contains(u' ');
}

QString hiddenItemId(const std::vector<HiddenItem> &items, HiddenKind kind, const QString &part)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const HiddenItem &item) {
        return item.kind == kind && (!listedByPart(kind) || item.part == part);
    });
    return found == items.end() ? QString() : found->id;
}

}   // namespace expunge::formats::ooxml
