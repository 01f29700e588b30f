// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/usualfonts.h"

#include <QStringList>

#include <pugixml.hpp>

namespace expunge::formats::ooxml {

/// Names of unusual fonts at and below a node, each once (w:rFonts, w:font, w:sym, DrawingML's
/// typeface).
QStringList unusualFonts(pugi::xml_node root);

/// Takes the fonts away whose names hold one of the values.
void removeFonts(pugi::xml_node root, const QStringList &values);

}   // namespace expunge::formats::ooxml
