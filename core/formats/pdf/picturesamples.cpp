// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/picturesamples.h"

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

namespace {

int clamped(double value, int most)
{
    return value <= 0 ? 0 : value >= most ? most : static_cast<int>(value);
}

// How far a convex shape reaches to both sides in rows [top, bottom]; false when it is not there.
bool reach(const std::array<Point, 4> &corners, double top, double bottom, double &left,
           double &right)
{
    bool any = false;
    const auto take = [&](double x) {
        left = any ? std::min(left, x) : x;
        right = any ? std::max(right, x) : x;
        any = true;
    };
    for (std::size_t i = 0; i < 4; ++i) {
        const Point &from = corners[i];
        const Point &to = corners[(i + 1) % 4];
        if (from.y >= top && from.y <= bottom) {
            take(from.x);
        }
        for (const double y : {top, bottom}) {
            if ((from.y < y) != (to.y < y)) {
                take(from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y));
            }
        }
    }
    return any;
}

}   // namespace

qsizetype PictureSamples::rowBytes() const
{
    return (static_cast<qsizetype>(width) * components * bits + 7) / 8;
}

void PictureSamples::overwrite(int row, int from, int to, const std::vector<quint32> &colour)
{
    auto *line = reinterpret_cast<quint8 *>(bytes.data()) + row * rowBytes();
    for (int x = from; x < to; ++x) {
        for (int c = 0; c < components; ++c) {
            const quint32 value = colour[static_cast<std::size_t>(c)];
            const qsizetype sample = static_cast<qsizetype>(x) * components + c;
            if (bits == 8) {
                line[sample] = static_cast<quint8>(value);
            } else if (bits == 16) {
                line[2 * sample] = static_cast<quint8>(value >> 8);
                line[2 * sample + 1] = static_cast<quint8>(value);
            } else {
                const qsizetype bit = sample * bits;
                const int shift = static_cast<int>(8 - bits - bit % 8);
                const int mask = ((1 << bits) - 1) << shift;
                quint8 &byte = line[bit / 8];
                byte = static_cast<quint8>((byte & ~mask)
                                           | ((static_cast<int>(value) << shift) & mask));
            }
        }
    }
}

bool PictureSamples::overwrite(const Rect &area, const Matrix &toPage,
                               const std::vector<quint32> &colour)
{
    const auto inverse = toPage.inverted();
    if (!inverse) {
        return false;
    }
    std::array<Point, 4> corners{Point{area.left, area.bottom}, Point{area.right, area.bottom},
                                 Point{area.right, area.top}, Point{area.left, area.top}};
    for (Point &corner : corners) {
        corner = inverse->map(corner);
        corner = {corner.x * width, (1 - corner.y) * height};
    }
    const auto [highest, lowest] = std::minmax_element(
        corners.begin(), corners.end(), [](const Point &a, const Point &b) { return a.y < b.y; });
    const int first = clamped(std::floor(highest->y) - 1, height);
    const int last = clamped(std::ceil(lowest->y) + 1, height);
    for (int row = first; row < last; ++row) {
        double left = 0;
        double right = 0;
        if (reach(corners, std::max(row - 1.0, highest->y), std::min(row + 2.0, lowest->y), left,
                  right)) {
            overwrite(row, clamped(std::floor(left) - 1, width),
                      clamped(std::ceil(right) + 1, width), colour);
        }
    }
    return true;
}

}   // namespace expunge::pdf
