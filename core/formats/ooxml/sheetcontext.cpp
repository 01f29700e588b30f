// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetcontext.h"

#include <cmath>

namespace expunge::formats::ooxml {

using document::HiddenKind;

namespace {

/// A long whole number whose format may set it apart or scale it: a search for its digits must find
/// it all the same.
bool isStoredOtherwise(const SheetCell &cell, const CellText &text, const NumberFormat &format)
{
    constexpr double shortest = 1e6;
    constexpr double longest = 1e15;
    if (cell.type != CellType::Number || !text.present || text.date || format.isGeneral()) {
        return false;
    }
    const double value = std::abs(cell.number());
    return value >= shortest && value < longest && value == std::floor(value);
}

}   // namespace

CellText SheetContext::describe(const SheetCell &cell, bool wantText) const
{
    CellText result;
    switch (cell.type) {
    case CellType::Shared: {
        const int index = cell.sharedIndex(m_book.strings.count());
        result.present = index >= 0 && !m_book.strings.isEmpty(index);
        if (wantText && result.present) {
            result.text = m_book.strings.text(index);
        }
        break;
    }
    case CellType::Inline:
        result.text = cell.inlineText.plain();
        break;
    case CellType::Text:
        result.present = !cell.value.isEmpty();
        if (wantText && result.present) {
            result.text = cell.valueText();
        }
        break;
    case CellType::Date:
        result.text = cell.valueText();
        result.number = true;
        result.date = true;
        break;
    case CellType::Number: {
        const double value = cell.hasValue ? cell.number() : std::nan("");
        if (std::isnan(value)) {
            return result;
        }
        result.present = true;
        result.number = true;
        const NumberFormat &format = m_book.formatOf(cell.style);
        result.date = format.isDate();
        result.byFormat = format.hidesNumber(value);
        if (!wantText) {
            return result;
        }
        if (format.isGeneral()) {
            result.text = plainNumber(value);
            return result;
        }
        ShownNumber shown = format.show(value, m_book.date1904);
        if (shown.text.trimmed().isEmpty()) {
            result.text = plainNumber(value);
        } else {
            result.text = std::move(shown.text);
            result.literal = std::move(shown.literal);
        }
        return result;
    }
    case CellType::Boolean:
    case CellType::Error:
        return result;
    }
    result.present = result.present || !result.text.isEmpty();
    result.byFormat = result.present && !result.number && m_book.formatOf(cell.style).hidesText();
    return result;
}

CellUnitNumbers SheetContext::number(const SheetCell &cell, const CellText &text, int &next) const
{
    CellUnitNumbers units;
    units.value = text.present ? next++ : -1;
    if (isStoredOtherwise(cell, text, m_book.formatOf(cell.style))) {
        units.stored = next++;
    }
    const QString &formula = cell.formula.text;
    if (cell.formula.present && !formula.isEmpty()
        && formulaSaysSomething(formula, formulaTokens(formula), m_book.known)) {
        units.formula = next++;
    }
    return units;
}

CellHiding SheetContext::hiding(const SheetCell &cell, const CellText &text, bool rowHidden) const
{
    if (m_sheet.hidden) {
        return CellHiding::Sheet;
    }
    if (rowHidden) {
        return CellHiding::Row;
    }
    if (!m_sheet.hiddenColumns.empty() && m_sheet.hidesColumn(cell.at.column)) {
        return CellHiding::Column;
    }
    const CellRange *merge = m_sheet.merges.find(cell.at);
    if (text.byFormat || (merge != nullptr && merge->first != cell.at)) {
        return CellHiding::Covered;
    }
    return m_book.isWhite(cell.style) ? CellHiding::Invisible : CellHiding::Shown;
}

HiddenKind hiddenKindOf(CellHiding hiding)
{
    switch (hiding) {
    case CellHiding::Sheet:
        return HiddenKind::HiddenSheets;
    case CellHiding::Row:
        return HiddenKind::HiddenRows;
    case CellHiding::Column:
        return HiddenKind::HiddenColumns;
    case CellHiding::Invisible:
        return HiddenKind::InvisibleText;
    case CellHiding::Covered:
    case CellHiding::Shown:
        break;
    }
    return HiddenKind::HiddenText;
}

}   // namespace expunge::formats::ooxml
