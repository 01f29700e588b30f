// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"

#include <QString>

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// Gathers what a workbook hides: one item a kind, or one a part for what a person decides part by
/// part.
class BookInventory
{
public:
    /// Adds to an item, which is made when it is the first of its kind (and part); returns its id.
    QString add(document::HiddenKind kind, int count, const QString &part,
                const QString &preview = {});

    /// The items as they are to be shown.
    std::vector<document::HiddenItem> items() const;

private:
    std::vector<document::HiddenItem> m_items;
    std::map<std::pair<int, QString>, size_t> m_index;
};

/// A name that a scrub gives to sheets: "Sheet3".
bool isNeutralSheetName(const QString &name);

/// True for kinds that are listed part by part.
bool listedByPart(document::HiddenKind kind);

/// Id of the item of a kind (and part, where it matters); empty if there is none.
QString hiddenItemId(const std::vector<document::HiddenItem> &items, document::HiddenKind kind,
                     const QString &part);

}   // namespace expunge::formats::ooxml
