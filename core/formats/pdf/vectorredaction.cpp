// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/vectorredaction.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace expunge::pdf {

namespace {

constexpr double tolerance = 0.05;   // points; a fifth of a pixel at 300 dpi

Subpath joined(const std::vector<Point> &points, bool closed)
{
    Subpath result{points.front(), {}, closed};
    for (std::size_t i = 1; i < points.size(); ++i) {
        result.steps.push_back({false, points[i], {}, {}});
    }
    return result;
}

// The part of a segment inside a rectangle, as shares of its length (Liang and Barsky).
bool inside(const Point &from, const Point &to, const Rect &area, double &enter, double &leave)
{
    enter = 0;
    leave = 1;
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const std::array<std::pair<double, double>, 4> sides{std::pair{-dx, from.x - area.left},
                                                         {dx, area.right - from.x},
                                                         {-dy, from.y - area.bottom},
                                                         {dy, area.top - from.y}};
    for (const auto &[direction, room] : sides) {
        if (direction == 0) {
            if (room <= 0) {
                return false;
            }
        } else if (direction < 0) {
            enter = std::max(enter, room / direction);
        } else {
            leave = std::min(leave, room / direction);
        }
    }
    return enter < leave;
}

Point between(const Point &from, const Point &to, double share)
{
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

// The polygon on one side of a line along an axis (Sutherland and Hodgman).
template<typename Depth>
std::vector<Point> halved(const std::vector<Point> &polygon, Depth depth)
{
    std::vector<Point> result;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point &from = polygon[i];
        const Point &to = polygon[(i + 1) % polygon.size()];
        const double a = depth(from);
        const double b = depth(to);
        if (a >= 0) {
            result.push_back(from);
        }
        if ((a > 0 && b < 0) || (a < 0 && b > 0)) {
            result.push_back(between(from, to, a / (a - b)));
        }
    }
    return result;
}

}   // namespace

bool hasEdgeIn(const Subpath &subpath, const Rect &area)
{
    const Rect box = subpath.bounds();
    if (box.left >= area.right || box.right <= area.left || box.bottom >= area.top
        || box.top <= area.bottom) {
        return false;
    }
    const std::vector<Point> points = subpath.flattened(tolerance);
    double enter = 0;
    double leave = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (inside(points[i - 1], points[i], area, enter, leave)) {
            return true;
        }
    }
    return points.size() < 2 ? area.contains(subpath.start)
                             : inside(points.back(), points.front(), area, enter, leave);
}

std::vector<Subpath> cutFill(const Subpath &subpath, const Rect &area)
{
    const std::vector<Point> points = subpath.flattened(tolerance);
    const auto above = halved(points, [&](const Point &p) { return p.y - area.top; });
    const auto below = halved(points, [&](const Point &p) { return area.bottom - p.y; });
    const auto beside = halved(halved(points, [&](const Point &p) { return area.top - p.y; }),
                               [&](const Point &p) { return p.y - area.bottom; });
    const auto left = halved(beside, [&](const Point &p) { return area.left - p.x; });
    const auto right = halved(beside, [&](const Point &p) { return p.x - area.right; });
    std::vector<Subpath> pieces;
    for (const std::vector<Point> *piece : {&above, &below, &left, &right}) {
        if (piece->size() > 2) {
            pieces.push_back(joined(*piece, true));
        }
    }
    return pieces;
}

std::vector<Subpath> cutStroke(const Subpath &subpath, const Rect &area)
{
    std::vector<Point> points = subpath.flattened(tolerance);
    if (subpath.closed) {
        points.push_back(points.front());
    }
    std::vector<Subpath> pieces;
    std::vector<Point> piece{points.front()};
    const auto end = [&] {
        if (piece.size() > 1) {
            pieces.push_back(joined(piece, false));
        }
        piece.clear();
    };
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Point &from = points[i - 1];
        const Point &to = points[i];
        double enter = 0;
        double leave = 1;
        if (!inside(from, to, area, enter, leave)) {
            if (piece.empty()) {
                piece.push_back(from);
            }
            piece.push_back(to);
            continue;
        }
        if (enter > 0) {
            if (piece.empty()) {
                piece.push_back(from);
            }
            piece.push_back(between(from, to, enter));
        }
        end();
        if (leave < 1) {
            piece = {between(from, to, leave), to};
        }
    }
    end();
    return pieces;
}

}   // namespace expunge::pdf
