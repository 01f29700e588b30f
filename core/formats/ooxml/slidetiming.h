// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

#include <set>
#include <string>

namespace expunge::formats::ooxml {

/// Ids of the shapes that the animations of a slide move or show.
std::set<std::string> animatedShapes(pugi::xml_node slide);

/// Takes out of a slide's animations what speaks of shapes that are not there (any more), and the
/// steps that are empty without it.
void settleTiming(pugi::xml_node slide);

}   // namespace expunge::formats::ooxml
