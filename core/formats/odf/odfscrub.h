// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odfchanges.h"
#include "core/formats/odf/odftree.h"
#include "core/formats/ooxml/storyscrub.h"

#include <map>
#include <vector>

namespace expunge::formats::odf {

/// Edits of a tree by position of the unit.
using TreeEdits = std::map<int, std::vector<SpanEdit>>;

/// Carries out a plan on one tree: redactions, hidden things, tracked changes, fields, values
/// beside texts. Names, pictures and objects are not touched. Positions of units that are not in
/// the output any more, although they were shown, are added to `gone`. The tree's units must not be
/// used afterwards.
void scrubTree(OdfTree &tree, const TreeEdits &edits, const ooxml::ScrubChoices &choices,
               OdfAuthors &authors, std::vector<int> &gone);

}   // namespace expunge::formats::odf
