// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

namespace expunge::pdf {

/// A place in points; y goes up, as in PDF (ISO 32000-1, 8.3.2.3).
struct Point
{
    double x = 0;
    double y = 0;

    friend bool operator==(const Point &, const Point &) = default;
};

/// A rectangle along the axes, in points.
struct Rect
{
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;

    double width() const { return right - left; }
    double height() const { return top - bottom; }
    bool isEmpty() const { return right <= left || top <= bottom; }
    bool contains(const Point &point) const;
    bool overlaps(const Rect &other) const;   // more than an edge
    Rect united(const Rect &other) const;
    Rect intersected(const Rect &other) const;   // empty where they do not overlap
    Rect grown(double by) const;

    friend bool operator==(const Rect &, const Rect &) = default;
};

/// A transformation: x' = a x + c y + e, y' = b x + d y + f (ISO 32000-1, 8.3.4).
struct Matrix
{
    double a = 1;
    double b = 0;
    double c = 0;
    double d = 1;
    double e = 0;
    double f = 0;

    Point map(const Point &point) const;
    Rect bounds(const Rect &rect) const;      // of the mapped rectangle
    Matrix then(const Matrix &next) const;    // first this, then `next`
    std::optional<Matrix> inverted() const;   // none when it flattens or is not finite
    bool isFinite() const;

    friend bool operator==(const Matrix &, const Matrix &) = default;
};

/// Four corners of a box that may be turned: start and end of the lower edge in the direction of
/// writing, then end and start of the upper edge.
struct Quad
{
    std::array<Point, 4> corners;

    Rect bounds() const;
    Point middle() const;
};

}   // namespace expunge::pdf
