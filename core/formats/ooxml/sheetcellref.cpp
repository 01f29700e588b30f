// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetcellref.h"

namespace expunge::formats::ooxml {

namespace {

constexpr int letters = 26;

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

}   // namespace

int columnNumber(QByteArrayView text)
{
    int column = 0;
    for (const char c : text) {
        if (!isLetter(c) || column > maximalColumn) {
            return 0;
        }
        column = column * letters + ((c | 0x20) - 'a' + 1);
    }
    return column > maximalColumn ? 0 : column;
}

QString columnName(int column)
{
    QString name;
    for (int rest = column; rest > 0; rest = (rest - 1) / letters) {
        name.prepend(QChar(u'A' + (rest - 1) % letters));
    }
    return name;
}

std::optional<CellRef> parseCellRef(QByteArrayView text)
{
    qsizetype at = 0;
    const auto skipDollar = [&] { at += at < text.size() && text[at] == '$' ? 1 : 0; };
    skipDollar();
    const qsizetype start = at;
    while (at < text.size() && isLetter(text[at])) {
        ++at;
    }
    CellRef cell;
    cell.column = columnNumber(text.sliced(start, at - start));
    skipDollar();
    const qsizetype digits = at;
    while (at < text.size() && isDigit(text[at]) && cell.row <= maximalRow) {
        cell.row = cell.row * 10 + (text[at] - '0');
        ++at;
    }
    const bool whole = at == text.size() && at > digits;
    if (!whole || cell.column == 0 || cell.row == 0 || cell.row > maximalRow) {
        return std::nullopt;
    }
    return cell;
}

std::optional<CellRange> parseCellRange(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    const auto first = parseCellRef(colon < 0 ? text : text.first(colon));
    const auto last = colon < 0 ? first : parseCellRef(text.sliced(colon + 1));
    if (!first || !last) {
        return std::nullopt;
    }
    return CellRange{{std::min(first->row, last->row), std::min(first->column, last->column)},
                     {std::max(first->row, last->row), std::max(first->column, last->column)}};
}

QString cellName(CellRef cell)
{
    return columnName(cell.column) + QString::number(cell.row);
}

QByteArray cellNameBytes(CellRef cell)
{
    return cellName(cell).toLatin1();
}

}   // namespace expunge::formats::ooxml
