// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/document/textunit.h"
#include "core/formats/ooxml/package.h"
#include "core/formats/ooxml/sheetformula.h"

#include <pugixml.hpp>

#include <functional>
#include <optional>
#include <vector>

namespace expunge::formats::ooxml {

/// How the text of a site is written, and so how it is edited.
enum class SiteForm {
    Plain,          // as it stands
    Escaped,        // with the escapes of spreadsheets
    Formula,        // edits within strings, otherwise the formula goes
    NumberFormat,   // the words in a number format, a line each
    HeaderFooter,   // between codes such as &L and &P
    Paragraph,      // several elements whose texts follow each other
    DefinedName,    // a name that formulas use
    TableName,
    TableColumn,   // repeats the text of a header cell
    TotalsLabel,   // repeats the text of a cell below a table
    StyleName,     // a name that only other markup uses
    FontName,      // of a font that not everybody has
    Target,        // where a relationship leads
    ChartPoint,    // a value that a chart remembers of a cell
};

/// A text of a part of a workbook, and the nodes that hold it.
struct TextSite
{
    SiteForm form = SiteForm::Plain;
    pugi::xml_node node;
    pugi::xml_attribute attribute;        // null: the text of the node
    std::vector<pugi::xml_node> pieces;   // Paragraph
    QString text;
    document::Place place;   // without the sheet or part
    std::optional<document::HiddenKind> hidden;
    QString relationship;   // Target
};

/// What sites need to know about the part that they are in.
struct SiteContext
{
    const Part *part = nullptr;
    document::Place place;       // of the part: {sheet 'Q3'}, {chart 2}
    bool comments = false;       // the part holds notes
    QHash<QString, int> known;   // as formulaSaysSomething has it
};

/// The texts of a swept part, in the same order for equal trees.
std::vector<TextSite> textSites(pugi::xml_node root, const SiteContext &context);

/// What became of a site.
enum class SiteResult {
    Edited,
    Gone,   // the site has no text any more
};

/// Carries out edits on a site. Names (defined names, tables, styles) are made valid. `text` gets
/// what stands there afterwards.
SiteResult editSite(TextSite &site, const std::vector<TextEdit> &edits,
                    const FormulaRenames &renames, QString &text);

/// Makes `text` the only content of an element whose schema knows no xml:space.
void putText(pugi::xml_node element, const QString &text);

/// Gives every formula below (and at) `root` its new names, those that are no text units included.
void renameFormulas(pugi::xml_node root, const FormulaRenames &renames, const QString &ownTable);

/// Calls `visit` with the text of every formula and the node (and attribute) that holds it.
void forEachFormula(pugi::xml_node root,
                    const std::function<void(pugi::xml_node node, pugi::xml_attribute attribute,
                                             const QString &formula)> &visit);

/// The parts of a header or footer that a reader sees, and where each character stands in the
/// markup (ECMA-376 part 1, 18.3.1.46: codes begin with "&").
QString headerText(const QString &markup, std::vector<int> *positions = nullptr);

/// The English name of a built-in cell style (ECMA-376 part 1, annex G.2); empty if there is none.
QString builtinStyleName(int id);

/// Makes a text a valid name for formulas: "[ORG-1]" -> "ORG_1".
QString validName(const QString &text);

}   // namespace expunge::formats::ooxml
