// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"

#include <QString>

#include <vector>

namespace expunge::document {

/// One cell of a sheet that shows something; row and column count from 0.
struct GridCell
{
    int row = 0;
    int column = 0;
    int unit = -1;    // the text unit of its shown value
    int style = -1;   // index into Grid::styles; -1: plain
};

/// Several columns side by side that look alike.
struct GridColumns
{
    int first = 0;
    int last = 0;
    double width = 0;   // points; 0: the view's own
    bool hidden = false;
};

/// A row that is not like the others.
struct GridRow
{
    int row = 0;
    double height = 0;   // points; 0: the view's own
    bool hidden = false;
};

/// Cells that are drawn as one, at the place of the first.
struct GridMerge
{
    int row = 0;
    int column = 0;
    int rows = 1;
    int columns = 1;
};

/// How cells look; shared by many.
struct GridStyle
{
    CharacterStyle text;
    Alignment alignment = Alignment::Start;
    bool alignmentSet = false;   // false: numbers at the end, words at the start
    bool number = false;         // holds a number or a date
    bool wrap = false;
    bool filled = false;
    quint32 fill = 0;   // 0xRRGGBB, when filled

    friend bool operator==(const GridStyle &, const GridStyle &) = default;
};

/// A sheet of a workbook as it is looked at: cells by place, of any number.
struct Grid
{
    QString name;        // as the tab shows it
    int nameUnit = -1;   // the text unit of the name
    bool hidden = false;
    int frozenRows = 0;   // rows and columns that stay while the rest scrolls
    int frozenColumns = 0;
    double defaultWidth = 0;   // points; 0: the view's own
    double defaultHeight = 0;
    std::vector<GridCell> cells;        // sorted by row, then column; one a place
    std::vector<GridColumns> columns;   // sorted, without overlap
    std::vector<GridRow> rows;          // sorted
    std::vector<GridMerge> merges;      // sorted by row, then column
    std::vector<GridStyle> styles;
    std::vector<FlowBlock> floating;   // text boxes, charts, pictures, header and footer, notes
};

}   // namespace expunge::document
