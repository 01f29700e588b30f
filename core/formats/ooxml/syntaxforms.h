// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <pugixml.hpp>

namespace expunge::formats::ooxml {

/// The declarations of a style attribute of VML that may stay.
QByteArray cleanCss(QByteArrayView value);

/// Gives the guides of a drawn shape (a:custGeom), which may be called as one likes, numbered
/// names, where no program would have called them so.
void neutraliseGuides(pugi::xml_node geometry);

}   // namespace expunge::formats::ooxml
