// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/gridlayout.h"

#include <algorithm>
#include <cmath>

namespace expunge::ui {

using document::GridCell;
using document::GridMerge;

namespace {

// What Excel gives a sheet that says nothing: 64 x 20 pixels at 96 dpi.
constexpr double usualWidth = 48;
constexpr double usualHeight = 15;
// Lines that are made too small to be read are a way to hide something, so they are drawn larger.
constexpr double leastWidth = 18;
constexpr double leastHeight = 11;
constexpr double largestSize = 409;   // points; the highest row of Excel
constexpr double overflow = 2000;     // pixels that a text may go over its cell

double sizeOf(double points, double usual, double least, const FlowStyle &style)
{
    return style.pixels(points <= 0 ? usual
                                    : std::clamp(points, least, std::max(largestSize, usual)));
}

}   // namespace

GridLayout::GridLayout(const document::Grid &grid, const FlowStyle &style)
    : m_grid(grid)
{
    const double width = grid.defaultWidth > 0 ? grid.defaultWidth : usualWidth;
    const double height = grid.defaultHeight > 0 ? grid.defaultHeight : usualHeight;
    const int columnsThere = columnCount();
    std::vector<GridAxis::Stretch> columns;
    columns.reserve(grid.columns.size());
    for (const document::GridColumns &some : grid.columns) {
        columns.push_back({some.first, std::min(some.last, columnsThere - 1),
                           std::round(sizeOf(some.width, width, leastWidth, style)), some.hidden});
    }
    std::vector<GridAxis::Stretch> rows;
    rows.reserve(grid.rows.size());
    for (const document::GridRow &row : grid.rows) {
        rows.push_back({row.row, row.row,
                        std::round(sizeOf(row.height, height, leastHeight, style)), row.hidden});
    }
    m_columns =
        GridAxis(columnsThere, std::round(sizeOf(width, width, leastWidth, style)), columns);
    m_rows = GridAxis(rowCount(), std::round(sizeOf(height, height, leastHeight, style)), rows);
    m_frozenRows = std::clamp(grid.frozenRows, 0, m_rows.count() - 1);
    m_frozenColumns = std::clamp(grid.frozenColumns, 0, m_columns.count() - 1);
    m_mergeBottoms.reserve(grid.merges.size());
    int bottom = 0;
    for (const GridMerge &merge : grid.merges) {
        bottom = std::max(bottom, merge.row + merge.rows);
        m_mergeBottoms.push_back(bottom);
    }
}

int GridLayout::rowCount() const
{
    int count = m_grid.cells.empty() ? 0 : m_grid.cells.back().row + 1;
    count = std::max(count, m_grid.frozenRows);
    for (const GridMerge &merge : m_grid.merges) {
        count = std::max(count, merge.row + merge.rows);
    }
    for (auto row = m_grid.rows.rbegin(); row != m_grid.rows.rend(); ++row) {
        if (row->hidden) {
            count = std::max(count, row->row + 1);
            break;
        }
    }
    return count + 20;   // a sheet goes on below what is in it
}

int GridLayout::columnCount() const
{
    int count = m_grid.frozenColumns;
    for (const GridCell &cell : m_grid.cells) {
        count = std::max(count, cell.column + 1);
    }
    for (const GridMerge &merge : m_grid.merges) {
        count = std::max(count, merge.column + merge.columns);
    }
    return count + 6;
}

int GridLayout::lowerBound(int row, int column) const
{
    const auto found =
        std::lower_bound(m_grid.cells.begin(), m_grid.cells.end(), std::pair(row, column),
                         [](const GridCell &cell, const std::pair<int, int> &place) {
                             return std::pair(cell.row, cell.column) < place;
                         });
    return static_cast<int>(found - m_grid.cells.begin());
}

int GridLayout::cellAt(int row, int column) const
{
    const int index = lowerBound(row, column);
    return index < cellCount() && cell(index).row == row && cell(index).column == column ? index
                                                                                         : -1;
}

const document::GridStyle &GridLayout::styleOf(const GridCell &cell) const
{
    static const document::GridStyle plain;
    return cell.style < 0 || cell.style >= static_cast<int>(m_grid.styles.size())
               ? plain
               : m_grid.styles[static_cast<size_t>(cell.style)];
}

document::Alignment GridLayout::alignmentOf(const GridCell &cell) const
{
    const document::GridStyle &style = styleOf(cell);
    return style.number && !style.alignmentSet ? document::Alignment::End : style.alignment;
}

size_t GridLayout::firstMergeFrom(int row) const
{
    const auto found =
        std::lower_bound(m_grid.merges.begin(), m_grid.merges.end(), row,
                         [](const GridMerge &merge, int value) { return merge.row < value; });
    return static_cast<size_t>(found - m_grid.merges.begin());
}

const GridMerge *GridLayout::mergeAt(int row, int column) const
{
    const GridMerge *result = nullptr;
    visitMerges(row, row + 1, [&](const GridMerge &merge) {
        if (column >= merge.column && column < merge.column + merge.columns) {
            result = &merge;
        }
    });
    return result;
}

QRectF GridLayout::rect(int row, int column) const
{
    const GridMerge *merge = mergeAt(row, column);
    const int lastRow = merge ? merge->row + std::max(1, merge->rows) : row + 1;
    const int lastColumn = merge ? merge->column + std::max(1, merge->columns) : column + 1;
    const QPointF from(m_columns.start(merge ? merge->column : column),
                       m_rows.start(merge ? merge->row : row));
    return {from, QPointF(m_columns.start(lastColumn), m_rows.start(lastRow))};
}

QRectF GridLayout::textRoom(int index) const
{
    const GridCell &one = cell(index);
    QRectF room = rect(one.row, one.column);
    if (styleOf(one).wrap || alignmentOf(one) != document::Alignment::Start
        || mergeAt(one.row, one.column)) {
        return room;
    }
    double right = room.left() + overflow;
    if (index + 1 < cellCount() && cell(index + 1).row == one.row) {
        right = std::min(right, m_columns.start(cell(index + 1).column));
    }
    if (one.column < m_frozenColumns) {
        right = std::min(right, m_columns.start(m_frozenColumns));
    }
    room.setRight(std::max(room.right(), right));
    return room;
}

QString columnName(int column)
{
    QString name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.prepend(QChar(u'A' + (rest - 1) % 26));
    }
    return name;
}

QString cellName(int row, int column)
{
    return columnName(column) + QString::number(row + 1);
}

}   // namespace expunge::ui
