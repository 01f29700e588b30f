// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/document/textunit.h"
#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/package.h"

#include <QSet>

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// The parts of a Word file that are no stories but stay.
enum class SideKind {
    None,   // no side part: a story, a picture, or a part that goes
    Styles,
    Numbering,
    Settings,
    Fonts,
    Theme,
    Chart,
    DiagramData,
    DiagramDrawing,   // a drawn copy of the diagram's data
    DiagramDesign,    // layout, style, colours
    Properties,       // core, extended and custom document properties
};

SideKind sideKind(const QString &contentType);

/// A text that a side part shows or holds.
struct SideText
{
    QString text;
    document::Place place;   // from the part on: {chart, title}; set the number of the first step
                             // to count charts
};

/// A side part, read and cleaned of what may never stay. How to use it:
///   1. readSidePart(part, path) when opening: `texts` become text units in this order, `hidden`
///   counts go into hidden items.
///   2. Every story: renameStyles(root, styles.styleIds) with what the styles part says, unless
///   style names are kept.
///   3. rewriteSidePart(side, texts, options) when applying, with one text for each of `texts`,
///   changed or not.
/// The written part needs only those of its relationships whose ids it still names
/// (usedRelationships); settings and charts need none. Core and extended properties that are not
/// kept are replaced by neutralCoreProperties() and neutralExtendedProperties(); custom ones go.
struct SidePart
{
    SideKind kind = SideKind::None;
    XmlPart xml;
    std::vector<SideText> texts;
    std::map<document::HiddenKind, int> hidden;   // what goes (or is renamed), by kind
    QHash<QString, QString> styleIds;     // styles only: old style id -> new one, where they differ
    QHash<QString, QString> styleNames;   // styles only: old name -> new name (fields such as
                                          // STYLEREF and TOC \t name them)
    QString workbook;                     // charts only: relationship of the workbook behind it
    std::vector<QString> formulas;   // charts only: where its data stand, before they were made
                                     // neutral
};

struct SideOptions
{
    bool keepStyleNames = false;        // StyleNames was decided to stay
    QHash<QString, QString> styleIds;   // of the styles part, for numbering and settings; empty
                                        // when style names are kept
};

base::Result<SidePart> readSidePart(const Part &part, const QString &path);

/// The part as it is to be written. `texts` has as many entries as side.texts.
QByteArray rewriteSidePart(const SidePart &side, const std::vector<QString> &texts,
                           const SideOptions &options);

/// Positions of the texts that the part does not have any more when it is written with these:
/// points of a chart whose text is no number, and what is empty.
std::vector<int> lostTexts(const SidePart &side, const std::vector<QString> &texts);

/// For each text of a diagram's drawing the position of the same text in the diagram's data, -1 if
/// it is only in the drawing.
std::vector<int> copiesOf(const SidePart &drawing, const SidePart &data);

/// The ids of the styles that a styles part has.
QSet<QString> styleIdsIn(pugi::xml_node styles);

/// Takes references to styles away that the document does not have: they do nothing, and their
/// names may say something.
void dropMissingStyles(pugi::xml_node root, const QSet<QString> &known);

/// Replaces references to styles (w:pStyle, w:rStyle, w:tblStyle …) below `root`.
void renameStyles(pugi::xml_node root, const QHash<QString, QString> &styleIds);

/// The relationship ids that attributes of the kind Relationship name in a part.
QStringList usedRelationships(pugi::xml_node root);

QByteArray neutralCoreProperties();
QByteArray neutralExtendedProperties();

}   // namespace expunge::formats::ooxml
