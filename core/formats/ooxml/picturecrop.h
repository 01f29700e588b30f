// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/domedit.h"

#include <array>

namespace expunge::formats::ooxml {

/// Whether shares of width and height that are cut off are more than rounding.
bool cutsOff(const std::array<double, 4> &shares);

/// What a drawing shows of its picture: the source of a picture fill (a:blip) or a VML picture
/// (v:imagedata) with the rectangles that stand beside it.
class PictureCrop
{
public:
    explicit PictureCrop(pugi::xml_node source);

    /// Whether some of the picture never shows.
    bool cuts() const;

    /// What never shows at the left, top, right and bottom, as a share of width and height.
    const std::array<double, 4> &shares() const { return m_shares; }

    /// Makes the drawing show all of a picture that has been cut to what it showed.
    void settle();

private:
    void readFill();
    void readVml();

    pugi::xml_node m_source;
    std::array<double, 4> m_shares{};    // left, top, right, bottom
    std::array<double, 4> m_outside{};   // what is left of the crop: room around the picture, <= 0
    std::array<double, 4> m_fill{};      // where in the shape the picture is drawn, >= 0
};

/// How many pictures below (and at) `root` are shown in part only.
int countCrops(pugi::xml_node root);

}   // namespace expunge::formats::ooxml
