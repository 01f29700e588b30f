// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/textunit.h"
#include "core/formats/odf/odfparagraph.h"
#include "core/formats/ooxml/sheetformula.h"

#include <QHash>

#include <optional>
#include <vector>

namespace expunge::formats::odf {

/// How the text of a site is written, and so how it is edited.
enum class OdsForm {
    Text,          // as it stands
    Formula,       // edits within strings, otherwise what holds the formula goes
    DefinedName,   // a name that formulas use
    StyleName,     // a name that only other markup uses
    Link,          // where a link leads
    CellValue,     // of a cell of a chart's table: the value beside its text
};

/// A text of a spreadsheet outside the values of its cells, and the nodes that hold it.
struct OdsSite
{
    OdsForm form = OdsForm::Text;
    pugi::xml_node node;
    pugi::xml_attribute attribute;   // null: the text of the node
    ReadText text;
    document::Place place;
    std::optional<document::HiddenKind> hidden;
};

/// What sites need to know about the tree that they are in.
struct OdsSiteContext
{
    document::Place place;
    const QHash<QString, int> *known = nullptr;   // as openFormulaSaysSomething has it
    bool isCell = false;    // the root is a cell, whose own paragraphs are no sites
    bool isChart = false;   // the root is that of a chart
};

/// The texts of a swept tree, in the same order for equal trees.
std::vector<OdsSite> odsSites(pugi::xml_node root, const OdsSiteContext &context);

/// Name of a common style as programs show it (ODF 1.3 part 3, 19.502: "_20_" stands for a space).
QString shownStyleName(pugi::xml_node style);

/// A style that programs bring along, or whose name was made by a scrub or by a program.
bool isUsualStyleName(const QString &name);

}   // namespace expunge::formats::odf
