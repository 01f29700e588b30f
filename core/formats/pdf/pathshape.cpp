// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pathshape.h"

#include "core/formats/pdf/contentwriter.h"

#include <algorithm>
#include <cmath>

// Operators are 73; each place here is about a few.
#pragma GCC diagnostic ignored "-Wswitch-enum"

namespace expunge::pdf {

namespace {

Rect including(const Rect &rect, const Point &point)
{
    return rect.united({point.x, point.y, point.x, point.y});
}

/// Follows the construction operators of a path.
class PathReader
{
public:
    explicit PathReader(const ContentStream &content)
        : m_content(content)
    {
    }

    PathShape shape;

    void apply(const Operation &operation)
    {
        const auto point = [&](int index) {
            return Point{m_content.number(operation, index),
                         m_content.number(operation, index + 1)};
        };
        switch (operation.op) {
        case Operator::MoveTo:
            begin(point(0));
            break;
        case Operator::LineTo:
            add({false, point(0), {}, {}});
            break;
        case Operator::CurveTo:
            add({true, point(4), point(0), point(2)});
            break;
        case Operator::CurveToV:
            add({true, point(2), m_at, point(0)});
            break;
        case Operator::CurveToY:
            add({true, point(2), point(0), point(2)});
            break;
        case Operator::Rectangle:
            rectangle(point(0), m_content.number(operation, 2), m_content.number(operation, 3));
            break;
        case Operator::ClosePath:
            closePath();
            break;
        case Operator::Clip:
        case Operator::ClipEvenOdd:
            shape.clips = true;
            shape.clipsEvenOdd = operation.op == Operator::ClipEvenOdd;
            break;
        default:
            if (operation.op >= Operator::Stroke && operation.op <= Operator::EndPath) {
                shape.painting = operation.op;
            }
        }
    }

private:
    void begin(const Point &start)
    {
        shape.subpaths.push_back({start, {}, false});
        m_at = start;
    }
    void add(const Subpath::Step &step)
    {
        if (shape.subpaths.empty()) {
            begin(step.to);
            return;
        }
        if (shape.subpaths.back().closed) {
            begin(m_at);
        }
        shape.subpaths.back().steps.push_back(step);
        m_at = step.to;
    }
    void closePath()
    {
        if (!shape.subpaths.empty()) {
            shape.subpaths.back().closed = true;
            m_at = shape.subpaths.back().start;
        }
    }
    void rectangle(const Point &corner, double width, double height)
    {
        begin(corner);
        add({false, {corner.x + width, corner.y}, {}, {}});
        add({false, {corner.x + width, corner.y + height}, {}, {}});
        add({false, {corner.x, corner.y + height}, {}, {}});
        closePath();
    }

    const ContentStream &m_content;
    Point m_at;
};

}   // namespace

Rect Subpath::bounds() const
{
    Rect box{start.x, start.y, start.x, start.y};
    for (const Step &step : steps) {
        box = including(box, step.to);
        if (step.curve) {
            box = including(including(box, step.control1), step.control2);
        }
    }
    return box;
}

std::vector<Point> Subpath::flattened(double tolerance) const
{
    std::vector<Point> points{start};
    for (const Step &step : steps) {
        if (step.curve) {
            const Point from = points.back();
            const double length =
                std::hypot(step.control1.x - from.x, step.control1.y - from.y)
                + std::hypot(step.control2.x - step.control1.x, step.control2.y - step.control1.y)
                + std::hypot(step.to.x - step.control2.x, step.to.y - step.control2.y);
            const double wanted = std::sqrt(length / std::max(tolerance, 1e-9));
            const int parts =
                std::clamp(std::isfinite(wanted) ? static_cast<int>(wanted) : 1, 2, 64);
            for (int i = 1; i < parts; ++i) {
                const double t = static_cast<double>(i) / parts;
                const double u = 1 - t;
                const double a = u * u * u;
                const double b = 3 * u * u * t;
                const double c = 3 * u * t * t;
                const double d = t * t * t;
                points.push_back(
                    {a * from.x + b * step.control1.x + c * step.control2.x + d * step.to.x,
                     a * from.y + b * step.control1.y + c * step.control2.y + d * step.to.y});
            }
        }
        points.push_back(step.to);
    }
    return points;
}

Subpath Subpath::mapped(const Matrix &matrix) const
{
    Subpath result{matrix.map(start), steps, closed};
    for (Step &step : result.steps) {
        step = {step.curve, matrix.map(step.to), matrix.map(step.control1),
                matrix.map(step.control2)};
    }
    return result;
}

bool PathShape::fills() const
{
    return painting >= Operator::Fill && painting < Operator::EndPath;
}

bool PathShape::fillsEvenOdd() const
{
    return painting == Operator::FillEvenOdd || painting == Operator::FillStrokeEvenOdd
           || painting == Operator::CloseFillStrokeEvenOdd;
}

bool PathShape::strokes() const
{
    return painting == Operator::Stroke || painting == Operator::CloseStroke
           || (fills() && painting != Operator::Fill && painting != Operator::FillEvenOdd);
}

PathShape readPath(const ContentStream &content, int first, int last)
{
    PathReader reader(content);
    const auto count = static_cast<int>(content.operations.size());
    for (int i = std::max(first, 0); i <= last && i < count; ++i) {
        reader.apply(content.operations[static_cast<std::size_t>(i)]);
    }
    const Operator painting = reader.shape.painting;
    if (painting == Operator::CloseStroke || painting == Operator::CloseFillStroke
        || painting == Operator::CloseFillStrokeEvenOdd) {
        if (!reader.shape.subpaths.empty()) {
            reader.shape.subpaths.back().closed = true;
        }
    }
    return std::move(reader.shape);
}

QByteArray writeSubpath(const Subpath &subpath, double unit)
{
    QByteArray bytes = placeOperands(subpath.start, unit) + " m";
    for (const Subpath::Step &step : subpath.steps) {
        if (step.curve) {
            bytes += ' ' + placeOperands(step.control1, unit) + ' '
                     + placeOperands(step.control2, unit) + ' ' + placeOperands(step.to, unit)
                     + " c";
        } else {
            bytes += ' ' + placeOperands(step.to, unit) + " l";
        }
    }
    return subpath.closed ? bytes + " h" : bytes;
}

QByteArray paintingName(Operator painting)
{
    switch (painting) {
    case Operator::Stroke:
        return "S";
    case Operator::CloseStroke:
        return "s";
    case Operator::Fill:
        return "f";
    case Operator::FillEvenOdd:
        return "f*";
    case Operator::FillStroke:
        return "B";
    case Operator::FillStrokeEvenOdd:
        return "B*";
    case Operator::CloseFillStroke:
        return "b";
    case Operator::CloseFillStrokeEvenOdd:
        return "b*";
    default:
        return "n";
    }
}

}   // namespace expunge::pdf
