// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"

#include <map>

#include <pugixml.hpp>

namespace expunge::formats::ooxml {

/// Removes every setting that does not bear on how pages look (ECMA-376 part 1, 17.15), and says
/// what went.
void scrubSettings(pugi::xml_node settings, std::map<document::HiddenKind, int> &hidden);

}   // namespace expunge::formats::ooxml
