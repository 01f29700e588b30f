// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odfstyles.h"

#include <QByteArray>

#include <array>

namespace expunge::formats::odf {

/// What the frame around a draw:image never shows of the picture at the left, top, right and
/// bottom, as a share of width and height (fo:clip, OpenDocument 1.3 part 3, 20.179).
std::array<double, 4> clippedShares(pugi::xml_node image, const OdfStyles &styles,
                                    const QByteArray &picture);

/// Makes styles show all of pictures that have been cut to what they showed. Room around a picture,
/// which a negative clip makes, stays.
void settleClips(pugi::xml_node root);

}   // namespace expunge::formats::odf
