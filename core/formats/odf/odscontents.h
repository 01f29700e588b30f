// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/formats/odf/odsbook.h"

#include <QHash>

namespace expunge::formats::odf {

/// Where a cell with a text unit stands, and how it looks: what a view needs.
struct OdsSeenCell
{
    int row = 0;   // from 1
    int column = 0;
    int unit = -1;
    int style = -1;   // position in OdsLayout::styles
};

/// How a cell looks.
struct OdsSeenStyle
{
    QByteArray name;
    bool number = false;

    friend bool operator==(const OdsSeenStyle &, const OdsSeenStyle &) = default;
};

/// What a view shows of a sheet beside its texts.
struct OdsSight
{
    std::vector<OdsSeenCell> cells;
    std::vector<int> hiddenRows;   // those with cells, from 1
    std::vector<ooxml::CellRange> merges;
};

/// A cell that a chart repeats.
struct OdsWatchedCell
{
    int unit = -1;
    QString text;
    QString value;   // of a number
};

/// Which text unit stands for what in the spreadsheet.
struct OdsLayout
{
    std::vector<int> sheetNames;               // by sheet; -1 for those that go
    std::vector<int> firstCells;               // by sheet: the first unit of its cells
    std::vector<std::vector<int>> siteUnits;   // by tree and site; -1: follows a cell
    std::vector<OdsSight> sights;              // by sheet
    std::vector<OdsSeenStyle> styles;
    int formulas = 0;
};

/// A spreadsheet as text units and hidden items.
struct OdsContents
{
    std::vector<document::TextUnit> units;
    std::vector<document::HiddenItem> hidden;
    OdsLayout layout;
};

quint64 cellKey(int sheet, ooxml::CellRef at);

base::Result<OdsContents> readOdsContents(const OdfPackage &package, const OdsBook &book,
                                          const QString &path, const base::JobContext &job);

}   // namespace expunge::formats::odf
