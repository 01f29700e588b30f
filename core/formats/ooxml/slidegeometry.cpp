// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/slidegeometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace expunge::formats::ooxml {

namespace {

constexpr double unitsPerDegree = 60000;   // ECMA-376 part 1, 20.1.10.3

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

}   // namespace

bool Bounds::contains(const Bounds &other) const
{
    return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
}

bool Bounds::meets(const Bounds &other) const
{
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
}

Bounds boundsOf(const ShapeFrame &frame)
{
    const double cosine = std::abs(std::cos(radians(frame.rotation)));
    const double sine = std::abs(std::sin(radians(frame.rotation)));
    const double halfWidth = (frame.width * cosine + frame.height * sine) / 2;
    const double halfHeight = (frame.width * sine + frame.height * cosine) / 2;
    const double middleX = frame.x + frame.width / 2;
    const double middleY = frame.y + frame.height / 2;
    return {middleX - halfWidth, middleY - halfHeight, middleX + halfWidth, middleY + halfHeight};
}

std::optional<ShapeFrame> frameOf(pugi::xml_node xfrm)
{
    const pugi::xml_node offset = xfrm.child("a:off");
    const pugi::xml_node extent = xfrm.child("a:ext");
    if (!offset || !extent) {
        return std::nullopt;
    }
    return ShapeFrame{offset.attribute("x").as_double(), offset.attribute("y").as_double(),
                      extent.attribute("cx").as_double(), extent.attribute("cy").as_double(),
                      xfrm.attribute("rot").as_double() / unitsPerDegree};
}

GroupSpace GroupSpace::inside(pugi::xml_node groupXfrm) const
{
    const auto frame = frameOf(groupXfrm);
    const pugi::xml_node offset = groupXfrm.child("a:chOff");
    const pugi::xml_node extent = groupXfrm.child("a:chExt");
    const double width = extent.attribute("cx").as_double();
    const double height = extent.attribute("cy").as_double();
    if (!frame || !offset || !extent) {
        return *this;
    }
    // children are scaled to the group, mirrored and turned about its middle
    const double scaleX = width > 0 ? frame->width / width : 1;
    const double scaleY = height > 0 ? frame->height / height : 1;
    const double signX = groupXfrm.attribute("flipH").as_bool() ? -1 : 1;
    const double signY = groupXfrm.attribute("flipV").as_bool() ? -1 : 1;
    const double cosine = std::cos(radians(frame->rotation));
    const double sine = std::sin(radians(frame->rotation));
    const double middleX = frame->x + frame->width / 2;
    const double middleY = frame->y + frame->height / 2;
    // from a child's coordinates to those of the group's middle
    const double fromX = frame->x - offset.attribute("x").as_double() * scaleX - middleX;
    const double fromY = frame->y - offset.attribute("y").as_double() * scaleY - middleY;
    const double xx = cosine * signX * scaleX;
    const double xy = -sine * signY * scaleY;
    const double yx = sine * signX * scaleX;
    const double yy = cosine * signY * scaleY;
    const double dx = cosine * signX * fromX - sine * signY * fromY + middleX;
    const double dy = sine * signX * fromX + cosine * signY * fromY + middleY;
    GroupSpace result;
    result.m_xx = m_xx * xx + m_xy * yx;
    result.m_xy = m_xx * xy + m_xy * yy;
    result.m_yx = m_yx * xx + m_yy * yx;
    result.m_yy = m_yx * xy + m_yy * yy;
    result.m_dx = m_xx * dx + m_xy * dy + m_dx;
    result.m_dy = m_yx * dx + m_yy * dy + m_dy;
    result.m_scaleX = m_scaleX * scaleX;
    result.m_scaleY = m_scaleY * scaleY;
    result.m_rotation = m_rotation + signX * signY * frame->rotation;
    return result;
}

ShapeFrame GroupSpace::placed(const ShapeFrame &frame) const
{
    const double x = frame.x + frame.width / 2;
    const double y = frame.y + frame.height / 2;
    const double middleX = m_xx * x + m_xy * y + m_dx;
    const double middleY = m_yx * x + m_yy * y + m_dy;
    const double width = frame.width * m_scaleX;
    const double height = frame.height * m_scaleY;
    return {middleX - width / 2, middleY - height / 2, width, height, frame.rotation + m_rotation};
}

}   // namespace expunge::formats::ooxml
