// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/workbookmodel.h"

namespace expunge::formats::ooxml {

/// Why a cell does not show.
enum class CellHiding { Shown, Sheet, Row, Column, Covered, Invisible };

/// A cell's value as a text unit.
struct CellText
{
    bool present = false;
    QString text;          // only when asked for
    bool number = false;   // must stay a number or date when it is redacted
    bool date = false;
    bool byFormat = false;       // its number format shows nothing
    std::vector<bool> literal;   // characters that come from the number format
};

/// Says what the cells of one sheet show; the same for reading and for writing, because text units are counted by it.
class SheetContext
{
public:
    SheetContext(const BookModel &book, const SheetModel &sheet)
        : m_book(book)
        , m_sheet(sheet)
    {
    }

    CellText describe(const SheetCell &cell, bool wantText) const;

    /// True if the formula is a text unit of its own, after that of the value.
    bool formulaIsUnit(const SheetCell &cell) const;

    CellHiding hiding(const SheetCell &cell, const CellText &text, bool rowHidden) const;

private:
    const BookModel &m_book;
    const SheetModel &m_sheet;
};

document::HiddenKind hiddenKindOf(CellHiding hiding);

}   // namespace expunge::formats::ooxml
