// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentstream.h"
#include "core/formats/pdf/geometry.h"

#include <QByteArray>

#include <vector>

namespace expunge::pdf {

/// A piece of a path without a MoveTo in it.
struct Subpath
{
    struct Step
    {
        bool curve = false;
        Point to;
        Point control1;   // of curves
        Point control2;
    };

    Point start;
    std::vector<Step> steps;
    bool closed = false;

    Rect bounds() const;   // of all points, controls too
    /// Curves as lines that stay within `tolerance` of them.
    std::vector<Point> flattened(double tolerance) const;
    Subpath mapped(const Matrix &matrix) const;
};

/// A path as its operators construct it.
struct PathShape
{
    std::vector<Subpath> subpaths;
    Operator painting = Operator::EndPath;
    bool clips = false;
    bool clipsEvenOdd = false;

    bool fills() const;
    bool fillsEvenOdd() const;
    bool strokes() const;
};

/// The path of operations [first, last], in the space of its operands (ISO 32000-1, 8.5.2).
PathShape readPath(const ContentStream &content, int first, int last);

/// Construction operators; `unit`: points in one unit.
QByteArray writeSubpath(const Subpath &subpath, double unit);
QByteArray paintingName(Operator painting);

}   // namespace expunge::pdf
