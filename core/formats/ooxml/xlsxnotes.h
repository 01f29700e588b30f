// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <pugixml.hpp>

namespace expunge::formats::ooxml {

/// The boxes in which programs show the notes of a sheet, in the one form that they know (VML,
/// ECMA-376 part 4, 19.4).
QByteArray noteShapes(pugi::xml_node comments);

/// Names the part with these boxes in a sheet, at the place that the schema demands (ECMA-376 part
/// 1, 18.3.1.99).
void insertLegacyDrawing(pugi::xml_node worksheet, const QString &relationship);

}   // namespace expunge::formats::ooxml
