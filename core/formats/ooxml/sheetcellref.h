// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <compare>
#include <optional>

namespace expunge::formats::ooxml {

constexpr int maximalRow = 1'048'576;
constexpr int maximalColumn = 16'384;

/// A cell of a sheet; rows and columns are counted from 1.
struct CellRef
{
    int row = 0;
    int column = 0;

    friend auto operator<=>(const CellRef &, const CellRef &) = default;
};

/// A rectangle of cells, both corners included.
struct CellRange
{
    CellRef first;
    CellRef last;

    bool contains(CellRef cell) const
    {
        return cell.row >= first.row && cell.row <= last.row && cell.column >= first.column
               && cell.column <= last.column;
    }
    qint64 size() const
    {
        return qint64{last.row - first.row + 1} * (last.column - first.column + 1);
    }
    friend bool operator==(const CellRange &, const CellRange &) = default;
};

/// "AB" -> 28; 0 if it is no column.
int columnNumber(QByteArrayView letters);

/// 28 -> "AB".
QString columnName(int column);

/// "AB12", with or without "$"; nothing if it is no cell.
std::optional<CellRef> parseCellRef(QByteArrayView text);

/// "A1:B7" or "A1", with or without "$".
std::optional<CellRange> parseCellRange(QByteArrayView text);

/// "AB12".
QString cellName(CellRef cell);
QByteArray cellNameBytes(CellRef cell);

}   // namespace expunge::formats::ooxml
