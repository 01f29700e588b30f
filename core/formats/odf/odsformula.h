// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/sheetformula.h"

#include <QString>

#include <optional>
#include <vector>

namespace expunge::formats::odf {

/// The name of a sheet in a formula or address, with its quotation marks.
struct SheetMention
{
    int begin = 0;
    int end = 0;
    QString name;   // unquoted
};

/// A formula, condition or address taken apart.
struct OpenFormula
{
    std::vector<ooxml::FormulaToken> tokens;
    std::vector<SheetMention> sheets;   // in order; those of other documents are not among them
};

/// Takes an OpenFormula formula apart (ODF 1.3 part 4, 5): "of:=SUM([.A1:.B2])&\"text\"".
/// Conditions (part 3, 19.599) and expressions of names, which have no "=", are read as well. A
/// formula of another grammar is one External token, because nothing can be told about it.
OpenFormula readOpenFormula(const QString &formula);

/// Takes a list of cell and range addresses apart (ODF 1.3 part 3, 18.3.1 to 18.3.3):
/// "Sheet1.A1:Sheet1.B6 $'Q3 plan'.C1".
OpenFormula readAddresses(const QString &addresses);

/// What a formula depends on and a person may want to take out of it, as `known` names what the
/// workbook defines ("sheet:…", "name:…").
bool openFormulaSaysSomething(const QString &formula, const QHash<QString, int> &known);

/// The formula with new names of sheets and expressions.
QString renameInOpenFormula(const QString &formula, const ooxml::FormulaRenames &renames);
QString renameInAddresses(const QString &addresses, const ooxml::FormulaRenames &renames);

/// Carries out edits within strings of the formula; nothing if one reaches anything else that is
/// not renamed in any case.
std::optional<QString> editOpenFormula(const QString &formula,
                                       const std::vector<ooxml::TextEdit> &edits,
                                       const ooxml::FormulaRenames &renames);

/// "Q3 plan" -> "'Q3 plan'", as it must stand before ".".
QString quotedTableName(const QString &name);

}   // namespace expunge::formats::odf
