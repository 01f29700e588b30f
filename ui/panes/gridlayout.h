// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/grid.h"
#include "ui/panes/flowstyle.h"
#include "ui/panes/gridaxis.h"

#include <QRectF>

#include <vector>

namespace expunge::ui {

/// Where the cells of a sheet are, in pixels from the top left of the first cell.
class GridLayout
{
public:
    GridLayout(const document::Grid &grid, const FlowStyle &style);

    const document::Grid &grid() const { return m_grid; }
    const GridAxis &rows() const { return m_rows; }
    const GridAxis &columns() const { return m_columns; }
    int frozenRows() const { return m_frozenRows; }
    int frozenColumns() const { return m_frozenColumns; }

    /// The index of the cell at a place, or of the first one behind it.
    int lowerBound(int row, int column) const;
    /// The index of the cell at a place; -1 if it is empty.
    int cellAt(int row, int column) const;
    const document::GridCell &cell(int index) const
    {
        return m_grid.cells.at(static_cast<size_t>(index));
    }
    int cellCount() const { return static_cast<int>(m_grid.cells.size()); }
    const document::GridStyle &styleOf(const document::GridCell &cell) const;
    /// Where the text stands in its cell, numbers at the end.
    document::Alignment alignmentOf(const document::GridCell &cell) const;

    /// What a place is merged into; null if it stands alone.
    const document::GridMerge *mergeAt(int row, int column) const;
    /// Calls `visit(merge)` for those that touch rows [row, rowEnd).
    template<typename Visit>
    void visitMerges(int row, int rowEnd, const Visit &visit) const
    {
        const auto &merges = m_grid.merges;
        size_t i = firstMergeFrom(rowEnd);
        while (i > 0 && m_mergeBottoms[i - 1] > row) {
            --i;
            if (merges[i].row + merges[i].rows > row) {
                visit(merges[i]);
            }
        }
    }

    /// The rectangle of a place, with all that it is merged with.
    QRectF rect(int row, int column) const;
    /// Where the text of a cell may be drawn: over empty neighbours, as spreadsheets do.
    QRectF textRoom(int cell) const;

private:
    size_t firstMergeFrom(int row) const;
    int rowCount() const;
    int columnCount() const;

    const document::Grid &m_grid;
    GridAxis m_rows;
    GridAxis m_columns;
    int m_frozenRows = 0;
    int m_frozenColumns = 0;
    std::vector<int> m_mergeBottoms;   // of merges up to each: the lowest row behind any of them
};

/// "B7", as spreadsheets name a place.
QString cellName(int row, int column);
QString columnName(int column);

}   // namespace expunge::ui
