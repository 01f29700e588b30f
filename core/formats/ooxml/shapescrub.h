// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/domedit.h"

namespace expunge::formats::ooxml {

/// Takes what does not show from one element of a drawing (DrawingML, VML, alternative content):
/// names, descriptions, links to files, copies. `drawings` counts the neutral names given so far.
/// Elements that go or give way are noted in `edits`.
void noteShape(pugi::xml_node node, bool removeAltText, int &drawings, DomEdits &edits);

/// Gives VML shapes neutral ids where theirs were not made by Word, and mends what refers to them.
void neutraliseShapeIds(pugi::xml_node root);

}   // namespace expunge::formats::ooxml
