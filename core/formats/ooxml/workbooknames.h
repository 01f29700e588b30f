// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/redactionplan.h"
#include "core/formats/ooxml/xlsxreader.h"

#include <QSet>

namespace expunge::formats::ooxml {

constexpr qsizetype longestSheetName = 31;

/// `wanted`, with a number behind it if the name is taken.
QString uniqueName(const QString &wanted, QSet<QString> &taken, const QString &separator,
                   qsizetype longest);

/// A text as a sheet may be called (ECMA-376 part 1, 18.2.19; the program forbids []:*?/\ and
/// quotes at the ends).
QString validSheetName(const QString &text);

/// Edits of texts, by unit.
using UnitEdits = QHash<int, std::vector<TextEdit>>;

/// The redactions of a plan by unit; nothing when one is outside of its text or overlaps another.
std::optional<UnitEdits> unitEdits(const document::RedactionPlan &plan,
                                   const std::vector<document::TextUnit> &units);

/// What is emptied on one sheet.
struct SheetActions
{
    bool all = false;
    bool rows = false;
    bool columns = false;
    bool covered = false;
    bool invisible = false;

    bool any() const { return all || rows || columns || covered || invisible; }
};

/// A plan made ready for a workbook: edits by unit (copies included), new names, what is emptied.
struct BookPlan
{
    UnitEdits edits;
    QSet<int> forced;   // header cells of tables, which stay with a neutral name
    std::vector<SheetActions> sheets;
    std::vector<QString> sheetNames;   // as they are afterwards
    FormulaRenames renames;
    QHash<QString, QString> styleNames;    // cell styles and table styles, old to new
    QSet<QString> removedNames;            // hidden names that go, as keys
    QHash<int, NumberFormat> newFormats;   // by position in BookModel::formats, where words went
    std::vector<document::AdjustedUnit> adjusted;
    const document::RedactionPlan *plan = nullptr;
    const BookContents *contents = nullptr;

    const std::vector<TextEdit> *editsOf(int unit) const;
    bool removes(document::HiddenKind kind, const QString &part) const;
    bool changesAnything() const;
};

/// Internal if a span does not fit its unit.
base::Result<BookPlan> makeBookPlan(const BookModel &book, const BookContents &contents,
                                    const document::RedactionPlan &plan, const QString &mainPart);

}   // namespace expunge::formats::ooxml
