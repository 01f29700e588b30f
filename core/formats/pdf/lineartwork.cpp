// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/lineartwork.h"

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

namespace {

constexpr double bandBottom = -0.6;   // ems below the baseline that a rule or highlight may reach
constexpr double bandTop = 1.4;
constexpr double slack = 1;   // ems that it may be longer than the text

double settled(double value, double steps)
{
    return std::floor(value * steps + 0.5 + 1e-6) / steps;
}

// Lies along the line: a straight stroke, or a box with its sides along the line's axes.
bool isStraight(const Subpath &subpath, const Rect &box)
{
    if (subpath.steps.empty() || subpath.steps.size() > 5) {
        return false;
    }
    const double near = 0.02 * std::max(box.width(), box.height()) + 1e-3;
    const auto atCorner = [&](const Point &point) {
        return (std::abs(point.x - box.left) < near || std::abs(point.x - box.right) < near)
               && (std::abs(point.y - box.bottom) < near || std::abs(point.y - box.top) < near);
    };
    return atCorner(subpath.start)
           && std::all_of(subpath.steps.begin(), subpath.steps.end(),
                          [&](const auto &step) { return !step.curve && atCorner(step.to); });
}

// A box along the line whose corners are round: its points are near one end or the other.
bool isRounded(const Subpath &subpath, const Rect &box)
{
    const double reach = 0.6 * box.height() + 1e-3;
    const auto nearEnd = [&](const Point &point) {
        return point.x - box.left < reach || box.right - point.x < reach;
    };
    return subpath.steps.size() <= 12 && box.width() > box.height() && nearEnd(subpath.start)
           && std::any_of(subpath.steps.begin(), subpath.steps.end(),
                          [](const auto &step) { return step.curve; })
           && std::all_of(subpath.steps.begin(), subpath.steps.end(), [&](const auto &step) {
                  return nearEnd(step.to)
                         && (!step.curve || (nearEnd(step.control1) && nearEnd(step.control2)));
              });
}

/// `subpath` with its ends at `left` and `right`; corners keep their shape.
Subpath stretched(const Subpath &subpath, const Rect &box, double left, double right, bool rounded)
{
    const double middle = (box.left + box.right) / 2;
    const auto moved = [&](const Point &point) {
        const bool atLeft = point.x < middle;
        const double inset =
            rounded ? settled(atLeft ? point.x - box.left : box.right - point.x, 1000) : 0;
        return Point{atLeft ? left + inset : right - inset, settled(point.y, 1000)};
    };
    Subpath result{moved(subpath.start), subpath.steps, subpath.closed};
    for (Subpath::Step &step : result.steps) {
        step.to = moved(step.to);
        if (step.curve) {
            step.control1 = moved(step.control1);
            step.control2 = moved(step.control2);
        }
    }
    return result;
}

}   // namespace

LineArtwork::LineArtwork(const PageContent &content, const PageText &text,
                         const std::vector<SealedLine> &lines)
    : m_content(content)
{
    for (const SealedLine &line : lines) {
        const auto inverse = line.was.inverted();
        if (!inverse || line.moves.empty()) {
            continue;
        }
        Band band{&line, *inverse, line.moves.front().from, line.moves.front().fromEnd, {}};
        for (const int glyph : text.segments[static_cast<std::size_t>(line.segment)].glyphs) {
            const Rect box =
                inverse->bounds(content.glyphs[static_cast<std::size_t>(glyph)].quad.bounds());
            band.start = std::min(band.start, box.left);
            band.end = std::max(band.end, box.right);
        }
        for (const SealedMove &move : line.moves) {
            if (move.redaction >= 0) {
                band.gone.push_back(move.before);
            }
        }
        m_bands.push_back(std::move(band));
    }
}

// Borders of table cells end on other borders.
bool LineArtwork::meetsGrid(const Rect &onPage, double size) const
{
    constexpr double near = 1.5;
    return std::any_of(m_content.paths.begin(), m_content.paths.end(), [&](const PathUse &path) {
        const Rect &box = path.bounds;
        const bool upright = box.height() > 1.5 * size && box.width() < 0.5 * size;
        const double x = (box.left + box.right) / 2;
        return upright && path.paint != PathPaint::ClipOnly
               && (std::abs(x - onPage.left) < near || std::abs(x - onPage.right) < near)
               && box.bottom < onPage.top + near && box.top > onPage.bottom - near;
    });
}

std::optional<Subpath> LineArtwork::rule(const Band &band, const Subpath &subpath) const
{
    const SealedLine &line = *band.line;
    const Subpath along = subpath.mapped(band.toLine);
    const Rect box = along.bounds();
    const bool rounded = isRounded(along, box);
    if (box.bottom < bandBottom * line.size || box.top > bandTop * line.size
        || box.left < band.start - slack * line.size || box.right > band.end + slack * line.size
        || box.width() < box.height() / 2 || !(rounded || isStraight(along, box))
        || meetsGrid(subpath.bounds(), line.size)) {
        return std::nullopt;
    }
    const SealedMove *first = nullptr;
    const SealedMove *last = nullptr;
    for (const SealedMove &move : line.moves) {
        const double overlap = std::min(move.fromEnd, box.right) - std::max(move.from, box.left);
        if (overlap > 0.5 * std::min(move.fromEnd - move.from, box.width())) {
            first = !first || move.to < first->to ? &move : first;
            last = !last || move.toEnd > last->toEnd ? &move : last;
        }
    }
    if (!first) {
        return std::nullopt;
    }
    // Half points beyond what stays are meant; less is what rounding left. Over a redaction it ends
    // with the box: how far it reached beyond would tell how wide the text was taken to be.
    const double left =
        first->to + (first->redaction >= 0 ? 0 : settled(box.left - first->from, 2));
    const double right =
        last->toEnd + (last->redaction >= 0 ? 0 : settled(box.right - last->fromEnd, 2));
    return stretched(along, box, left, right, rounded).mapped(line.is);
}

bool LineArtwork::isOutline(const Band &band, const Subpath &subpath) const
{
    const Rect box = subpath.bounds();
    return std::any_of(band.gone.begin(), band.gone.end(), [&](const Rect &gone) {
        const Rect reach = gone.grown(0.15 * band.line->size);
        return box.left >= reach.left && box.right <= reach.right && box.bottom >= reach.bottom
               && box.top <= reach.top;
    });
}

std::optional<Subpath> LineArtwork::fitted(const Subpath &subpath, const PathShape &shape) const
{
    const Rect box = subpath.bounds();
    for (const Band &band : m_bands) {
        const Rect area = band.line->touched.grown(band.line->size);
        const bool near = box.left <= area.right && box.right >= area.left && box.bottom <= area.top
                          && box.top >= area.bottom;
        if (!near) {
            continue;
        }
        if (shape.painting != Operator::EndPath) {
            if (const auto fit = rule(band, subpath)) {
                return fit;
            }
        }
        if (isOutline(band, subpath)) {
            return Subpath{};
        }
    }
    return std::nullopt;
}

bool LineArtwork::isLineClip(const PathShape &shape, const Matrix &toPage) const
{
    if (shape.painting != Operator::EndPath || shape.subpaths.size() != 1) {
        return false;
    }
    return std::any_of(m_bands.begin(), m_bands.end(), [&](const Band &band) {
        const Subpath along = shape.subpaths.front().mapped(toPage.then(band.toLine));
        const Rect box = along.bounds();
        const double size = band.line->size;
        return isStraight(along, box) && box.bottom > -1.2 * size && box.top < 2 * size
               && box.top > 0 && box.bottom < 0.5 * size && box.left > band.start - slack * size
               && box.right < band.end + slack * size && box.right > band.start
               && box.left < band.end;
    });
}

}   // namespace expunge::pdf
