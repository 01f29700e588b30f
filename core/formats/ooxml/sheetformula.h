// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/sheetcellref.h"
#include "core/formats/ooxml/sheettext.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace expunge::formats::ooxml {

/// What a piece of a formula is (ECMA-376 part 1, 18.17.2).
enum class FormulaPart {
    String,   // "text"
    Number,
    Reference,    // A1, $A$1:B7, A:B, 1:3, with or without a sheet
    Name,         // a defined name, a table, TRUE
    Function,     // a name before "("
    Structured,   // Table1[Column]
    External,     // anything of another workbook
    Other,        // operators, errors, spaces
};

/// One column that a structured reference names, and where it stands in the formula.
struct FormulaColumn
{
    int begin = 0;
    int end = 0;
    QString name;
};

/// One piece of a formula.
struct FormulaToken
{
    FormulaPart part = FormulaPart::Other;
    int begin = 0;
    int end = 0;
    int body = 0;                // where it goes on behind its sheet
    QString sheet;               // unquoted; empty: the formula's own
    QString lastSheet;           // of a reference through several sheets
    QString text;                // String: its content; Name, Function, Structured: the name
    CellRange range;             // Reference
    bool fixedFirstRow = true;   // as "$" says; whole rows and columns are fixed
    bool fixedFirstColumn = true;
    bool fixedLastRow = true;
    bool fixedLastColumn = true;
    std::vector<FormulaColumn> columns;   // Structured
    bool wholeTable = false;              // Structured: no column is named

    /// The range for a formula that stands this much further down and right than the one that was
    /// read (shared formulas).
    CellRange shifted(int rows, int columns) const;
};

/// Takes a formula apart. Every character belongs to at most one token; spaces and operators have
/// none of their own.
std::vector<FormulaToken> formulaTokens(const QString &formula);

/// New names of what formulas speak of; keys in folded case.
struct FormulaRenames
{
    QHash<QString, QString> sheets;
    QHash<QString, QString> names;
    QHash<QString, QString> tables;
    QHash<QString, QHash<QString, QString>> columns;   // by table (its old name), then old column

    bool isEmpty() const
    {
        return sheets.isEmpty() && names.isEmpty() && tables.isEmpty() && columns.isEmpty();
    }
};

/// The formula with new names in it. `ownTable` is the table that "[@Column]" means; empty if there
/// is none.
QString renameInFormula(const QString &formula, const FormulaRenames &renames,
                        const QString &ownTable = {});

/// Carries out edits that lie within strings of the formula; nothing if one of them reaches
/// anything else that is not renamed in any case. Edits are those of the formula as it stands.
std::optional<QString> editFormula(const QString &formula, const std::vector<TextEdit> &edits,
                                   const FormulaRenames &renames);

/// A range of a formula, and what stands there instead.
struct FormulaReplacement
{
    int begin = 0;
    int end = 0;
    QString text;
};

/// The formula with sorted replacements carried out.
QString replaceInFormula(const QString &formula,
                         const std::vector<FormulaReplacement> &replacements);

/// editFormula() for formulas of any grammar whose strings stand in quotation marks: `renamed` is
/// what is replaced in any case, and is not carried out.
std::optional<QString> editFormulaStrings(const QString &formula,
                                          const std::vector<FormulaToken> &tokens,
                                          const std::vector<TextEdit> &edits,
                                          const std::vector<FormulaReplacement> &renamed);

/// True if the formula holds words, long numbers or names that a reader might want to take out.
/// `known` says which names the workbook defines.
bool formulaSaysSomething(const QString &formula, const std::vector<FormulaToken> &tokens,
                          const QHash<QString, int> &known);

/// "Q3 plan" -> "'Q3 plan'", as it must stand before "!".
QString quotedSheetName(const QString &name);

/// A name as keys have it.
QString nameKey(const QString &name);

}   // namespace expunge::formats::ooxml
