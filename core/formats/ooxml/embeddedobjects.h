// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/embeddedscrub.h"
#include "core/formats/ooxml/sideparts.h"

#include <pugixml.hpp>

#include <set>

namespace expunge::formats::ooxml {

/// The embedded files that the objects of a Word story show (o:OLEObject). What these objects say
/// of themselves goes: it is written anew when they stay.
std::set<const Part *> objectFiles(pugi::xml_node root, const Part &story, const Package &package,
                                   const EmbeddedFiles &files);

/// Before a story is scrubbed: objects whose files stay become marks, which no scrub touches.
void markObjects(pugi::xml_node root, const Part &story, const Package &package,
                 const EmbeddedScrub &files);

/// Afterwards: marks become objects again, with what is known to be neutral, and get relationships.
void placeObjects(pugi::xml_node root, const Package &package, EmbeddedScrub &files, bool strict,
                  std::vector<Relationship> &relationships);

/// Refers a chart to the workbook behind it, and its formulas to the sheets of that, if it stays.
void placeWorkbook(SidePart &chart, const Part &part, const Package &package, const QString &folder,
                   EmbeddedScrub &files, bool strict, std::vector<Relationship> &relationships);

/// Adds a relationship to an embedded file; returns its id.
QString relateFile(const EmbeddedOutput &file, bool strict,
                   std::vector<Relationship> &relationships);

/// The part that a relationship of a part leads to; null if there is none.
const Part *relatedPart(const Package &package, const Part &from, const QString &id);

}   // namespace expunge::formats::ooxml
