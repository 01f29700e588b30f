// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

#include <optional>

namespace expunge::formats::ooxml {

/// A rectangle in a drawing's own units (ECMA-376 part 1, 20.1.7.6), turned about its middle.
struct ShapeFrame
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    double rotation = 0;   // degrees, clockwise

    bool isEmpty() const { return width <= 0 && height <= 0; }
};

/// The upright rectangle around a frame.
struct Bounds
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    bool contains(const Bounds &other) const;
    bool meets(const Bounds &other) const;   // more than at an edge
};

Bounds boundsOf(const ShapeFrame &frame);

/// What an a:xfrm or p:xfrm says; nothing if it does not place its shape.
std::optional<ShapeFrame> frameOf(pugi::xml_node xfrm);

/// Where the inside of nested groups is on the slide (ECMA-376 part 1, 20.1.7.5).
class GroupSpace
{
public:
    /// The inside of a group that stands in this space.
    GroupSpace inside(pugi::xml_node groupXfrm) const;

    /// A frame of this space as it is on the slide.
    ShapeFrame placed(const ShapeFrame &frame) const;

private:
    double m_xx = 1;
    double m_xy = 0;
    double m_yx = 0;
    double m_yy = 1;
    double m_dx = 0;
    double m_dy = 0;
    double m_scaleX = 1;
    double m_scaleY = 1;
    double m_rotation = 0;
};

}   // namespace expunge::formats::ooxml
