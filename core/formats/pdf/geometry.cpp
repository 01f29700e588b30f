// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/geometry.h"

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

bool Rect::contains(const Point &point) const
{
    return point.x >= left && point.x <= right && point.y >= bottom && point.y <= top;
}

bool Rect::overlaps(const Rect &other) const
{
    return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
}

Rect Rect::united(const Rect &other) const
{
    return {std::min(left, other.left), std::min(bottom, other.bottom),
            std::max(right, other.right), std::max(top, other.top)};
}

Rect Rect::intersected(const Rect &other) const
{
    const Rect both{std::max(left, other.left), std::max(bottom, other.bottom),
                    std::min(right, other.right), std::min(top, other.top)};
    return both.right < both.left || both.top < both.bottom ? Rect{} : both;
}

Rect Rect::grown(double by) const
{
    return {left - by, bottom - by, right + by, top + by};
}

Point Matrix::map(const Point &point) const
{
    return {a * point.x + c * point.y + e, b * point.x + d * point.y + f};
}

Rect Matrix::bounds(const Rect &rect) const
{
    return Quad{{map({rect.left, rect.bottom}), map({rect.right, rect.bottom}),
                 map({rect.right, rect.top}), map({rect.left, rect.top})}}
        .bounds();
}

Matrix Matrix::then(const Matrix &next) const
{
    return {a * next.a + b * next.c,          a * next.b + b * next.d,
            c * next.a + d * next.c,          c * next.b + d * next.d,
            e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
}

std::optional<Matrix> Matrix::inverted() const
{
    const double determinant = a * d - b * c;
    if (!isFinite() || !std::isnormal(determinant)) {
        return std::nullopt;
    }
    const Matrix inverse{d / determinant,
                         -b / determinant,
                         -c / determinant,
                         a / determinant,
                         (c * f - d * e) / determinant,
                         (b * e - a * f) / determinant};
    return inverse.isFinite() ? std::optional(inverse) : std::nullopt;
}

bool Matrix::isFinite() const
{
    return std::isfinite(a) && std::isfinite(b) && std::isfinite(c) && std::isfinite(d)
           && std::isfinite(e) && std::isfinite(f);
}

Rect Quad::bounds() const
{
    const auto [a, b, c, d] = corners;
    return {std::min(std::min(a.x, b.x), std::min(c.x, d.x)),
            std::min(std::min(a.y, b.y), std::min(c.y, d.y)),
            std::max(std::max(a.x, b.x), std::max(c.x, d.x)),
            std::max(std::max(a.y, b.y), std::max(c.y, d.y))};
}

Point Quad::middle() const
{
    Point sum;
    for (const Point &corner : corners) {
        sum.x += corner.x / 4;
        sum.y += corner.y / 4;
    }
    return sum;
}

}   // namespace expunge::pdf
