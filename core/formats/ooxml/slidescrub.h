// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/presentationmodel.h"
#include "core/formats/ooxml/storyedit.h"

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// Edits of a tree by position in its units.
using SlideEdits = std::map<int, std::vector<SpanEdit>>;

/// Carries out a plan on one tree of a presentation: redactions, and what is hidden in its shapes,
/// texts and names. Relationships are not touched.
void scrubSlide(DeckTree &tree, const SlideEdits &edits, const DeckChoices &choices);

/// Gives shapes names that say nothing, and takes their descriptions.
void neutraliseShapeNames(pugi::xml_node root);

/// Takes words of the format that are redacted values out, where the part says the same without.
void cleanFormatWords(pugi::xml_node root, const QStringList &values);

}   // namespace expunge::formats::ooxml
