// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"

#include <QByteArray>
#include <QString>

#include <pugixml.hpp>

#include <map>

namespace expunge::formats::ooxml {

/// What was taken out of the parts of a workbook, by kind.
struct BookSweep
{
    struct Entry
    {
        int count = 0;
        QString preview;
    };
    std::map<document::HiddenKind, Entry> removed;

    void add(document::HiddenKind kind, int count, const QString &preview = {});
};

/// Removes from below (and at) `root` what is not known to be harmless in a workbook, sheet, table,
/// comment or drawing (names as canonicalxml.h makes them). Texts, names, formulas and relationship
/// ids stay: they are looked after by others.
void sweepBook(pugi::xml_node root, BookSweep &counts);

/// A list of cell ranges, "A1:B2 C3", and nothing else.
bool isRangeList(QByteArrayView text);

}   // namespace expunge::formats::ooxml
