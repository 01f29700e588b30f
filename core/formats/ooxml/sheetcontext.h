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

/// The text units of a cell, by index; -1 where it has none.
struct CellUnitNumbers
{
    int value = -1;
    int stored = -1;   // the number behind a format that writes it in another way
    int formula = -1;
};

/// Says what the cells of one sheet show; the same for reading and for writing, because text units
/// are counted by it.
class SheetContext
{
public:
    SheetContext(const BookModel &book, const SheetModel &sheet)
        : m_book(book)
        , m_sheet(sheet)
    {
    }

    CellText describe(const SheetCell &cell, bool wantText) const;

    /// Numbers the units of a cell; `next` is the next free index.
    CellUnitNumbers number(const SheetCell &cell, const CellText &text, int &next) const;

    CellHiding hiding(const SheetCell &cell, const CellText &text, bool rowHidden) const;

private:
    const BookModel &m_book;
    const SheetModel &m_sheet;
};

document::HiddenKind hiddenKindOf(CellHiding hiding);

}   // namespace expunge::formats::ooxml
