// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odfsyntax.h"

#include <QByteArrayView>

#include <pugixml.hpp>

namespace expunge::formats::odf {

/// What an attribute holds, and so who must look after it.
enum class AttributeKind {
    Syntax,    // number, measure, enumeration: stays when its value looks like one
    Style,     // name of a style, font, page layout or master, defined or referred to
    Id,        // xml:id and what refers to it
    Font,      // name of a font family
    Name,      // name of a table, frame, section, bookmark, range: renamed or removed
    Text,      // words that a person wrote: a text unit, or removed
    Link,      // xlink:href and its like
    Value,     // value of a cell or field beside its text (office:value, office:date-value)
    Formula,   // formula, condition or reference of a sheet
    Drop,      // not known, or a trace: goes
};

/// Names are those of canonicalxml.h: "text:p", "text:style-name".
AttributeKind attributeKind(QByteArrayView element, QByteArrayView attribute);

/// Elements that may stay in content.xml and styles.xml of texts, presentations, spreadsheets,
/// charts and formulas.
bool knownElement(QByteArrayView name);

/// Elements whose own character data is content.
bool carriesText(QByteArrayView element);

/// A paragraph or heading.
bool isParagraph(pugi::xml_node node);

/// Removes everything that is not known from below `root`; how many elements (with all they hold),
/// attributes and stray texts went. Attributes of other kinds than Syntax and Drop stay: they are
/// the caller's to look after. Meant to be called straight after parsing.
int sweep(pugi::xml_node root);

}   // namespace expunge::formats::odf
