// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"

#include <pugixml.hpp>

#include <map>

namespace expunge::formats::ooxml {

/// What was taken out of a tree, by kind.
using DeckSweep = std::map<document::HiddenKind, int>;

/// Takes out of a part of a presentation, straight after parsing, what may never stay: sounds,
/// films, controls, programs behind links, edit history and whatever is not known. Embedded objects
/// become the picture that the file holds of them.
DeckSweep stripDeckTree(pugi::xml_node root);

}   // namespace expunge::formats::ooxml
