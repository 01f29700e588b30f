// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/embeddedscrub.h"

#include <pugixml.hpp>

#include <set>

namespace expunge::formats::ooxml {

/// The parts whose pictures stand in a slide in place of their frames; see stripDeckTree().
std::set<const Part *> frameFiles(pugi::xml_node root, const Part &slide, const Package &package);

/// Before links are settled: pictures of files that stay are marked, others are pictures only.
void markFrames(pugi::xml_node root, const Part &slide, const Package &package,
                const EmbeddedScrub &files);

/// Afterwards: marked pictures get their frames back, made anew, and relationships.
void placeFrames(pugi::xml_node root, const Package &package, EmbeddedScrub &files, bool strict,
                 std::vector<Relationship> &relationships);

}   // namespace expunge::formats::ooxml
