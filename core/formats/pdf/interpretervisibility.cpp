// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/interpreterpage.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace expunge::pdf {

namespace {

constexpr double kTiny = 1;   // points of height
constexpr int kCells = 24;    // a side of the grid in which covers are looked up
constexpr std::size_t kMostEntries = 4'000'000;

double distance(const Point &one, const Point &other)
{
    return std::hypot(one.x - other.x, one.y - other.y);
}

/// Finds what was painted over or under a point, without going through everything.
class CoverIndex
{
public:
    CoverIndex(const Rect &area, const std::vector<Cover> &covers)
        : m_area(area)
        , m_covers(covers)
    {
        std::size_t entries = 0;
        for (std::size_t i = 0; i < covers.size(); ++i) {
            const Rect &bounds = covers[i].bounds;
            if (bounds.isEmpty()) {
                continue;
            }
            for (int row = rowOf(bounds.bottom); row <= rowOf(bounds.top); ++row) {
                for (int column = columnOf(bounds.left); column <= columnOf(bounds.right);
                     ++column) {
                    if (++entries > kMostEntries) {
                        return;   // what is not found counts as visible
                    }
                    m_cells[static_cast<std::size_t>(row * kCells + column)].push_back(
                        static_cast<int>(i));
                }
            }
        }
    }

    /// Covers whose cell this is, in the order of painting.
    const std::vector<int> &at(const Point &point) const
    {
        return m_cells[static_cast<std::size_t>(rowOf(point.y) * kCells + columnOf(point.x))];
    }

    const Cover &cover(int index) const { return m_covers[static_cast<std::size_t>(index)]; }

private:
    static int cellOf(double share)
    {
        return static_cast<int>(std::clamp(share * kCells, 0.0, kCells - 1.0));
    }
    int columnOf(double x) const { return cellOf((x - m_area.left) / m_area.width()); }
    int rowOf(double y) const { return cellOf((y - m_area.bottom) / m_area.height()); }

    Rect m_area;
    const std::vector<Cover> &m_covers;
    std::array<std::vector<int>, static_cast<std::size_t>(kCells) * kCells> m_cells;
};

/// Judges one page.
class Judge
{
public:
    Judge(PageContent &page, const std::vector<GlyphInk> &inks, const std::vector<Cover> &covers)
        : m_page(page)
        , m_inks(inks)
        , m_index(page.cropBox, covers)
    {
        double pictures = 0;
        for (const Cover &cover : covers) {
            pictures += cover.image ? cover.bounds.width() * cover.bounds.height() : 0;
        }
        for (const StreamUse &use : page.uses) {
            m_inMask.push_back(
                use.kind == UseKind::SoftMask
                || (use.caller >= 0 && m_inMask[static_cast<std::size_t>(use.caller)]));
        }
        m_scanned = pictures >= page.cropBox.width() * page.cropBox.height() / 2;
    }

    void run()
    {
        for (Glyph &glyph : m_page.glyphs) {
            if (glyph.unseen == Unseen::Visible) {
                glyph.unseen = judge(glyph);
            }
        }
        for (ImageUse &image : m_page.images) {
            image.unseen = judge(image.unseen, image.bounds, image.paintOrder);
        }
        for (PathUse &path : m_page.paths) {
            if (path.paint != PathPaint::ClipOnly && path.paint != PathPaint::Nothing) {
                path.unseen = judge(path.unseen, path.visible, path.paintOrder);
            }
        }
    }

private:
    Unseen judge(const Glyph &glyph) const
    {
        const ShowState &state = m_page.states[static_cast<std::size_t>(glyph.state)];
        if (m_inMask[static_cast<std::size_t>(glyph.use)]) {
            return Unseen::Visible;   // its colours are degrees of showing
        }
        if (isTiny(glyph, state)) {
            return Unseen::Tiny;
        }
        if (state.renderMode == 7) {
            return Unseen::Visible;   // what is painted later shows through
        }
        const Point middle = glyph.quad.middle();
        if (state.renderMode == 3) {
            return pictureBehind(middle, glyph.paintOrder) ? Unseen::Visible : Unseen::NoInk;
        }
        if (m_index.at(middle).empty()) {   // nothing near it but paper
            return looksLikePaper(glyph, state.renderMode) ? Unseen::SameColour : Unseen::Visible;
        }
        if (isCovered(glyph.quad.bounds(), glyph.paintOrder)) {
            return Unseen::Covered;
        }
        return !blendsIn(glyph, state.renderMode, middle) ? Unseen::Visible : Unseen::SameColour;
    }

    static bool isTiny(const Glyph &glyph, const ShowState &state)
    {
        const double height = distance(glyph.quad.corners[0], glyph.quad.corners[3]);
        // The units of Type 3 fonts are their maker's.
        const double unit = state.font->kind() == FontKind::Type3
                                ? state.font->ascent() - state.font->descent()
                                : 1;
        const double across =
            unit * std::hypot(glyph.toPage.a, glyph.toPage.b) * std::abs(state.size);
        const bool vertical = state.font->isVertical();
        return (!vertical && height < kTiny) || across < kTiny / 4;
    }

    /// Whether something opaque that was painted later lies over all of it. Pictures of a scan
    /// lie over the text that was read from them.
    bool isCovered(const Rect &bounds, int order) const
    {
        const Rect core = bounds.grown(-0.15 * std::min(bounds.width(), bounds.height()));
        const Point middle{(bounds.left + bounds.right) / 2, (bounds.bottom + bounds.top) / 2};
        const std::vector<int> &near = m_index.at(middle);
        for (auto it = near.rbegin(); it != near.rend(); ++it) {
            const Cover &cover = m_index.cover(*it);
            if (cover.paintOrder <= order) {
                return false;
            }
            const bool over = cover.bounds.contains({core.left, core.bottom})
                              && cover.bounds.contains({core.right, core.top});
            if (over && cover.opaque && !(cover.image && m_scanned)) {
                return true;
            }
        }
        return false;
    }

    bool pictureBehind(const Point &middle, int order) const
    {
        const std::vector<int> &near = m_index.at(middle);
        return std::any_of(near.begin(), near.end(), [&](int index) {
            const Cover &cover = m_index.cover(index);
            return cover.image && cover.bounds.contains(middle)
                   && (cover.paintOrder < order || m_scanned);
        });
    }

    bool looksLike(const Colour &behind, const Glyph &glyph, int renderMode) const
    {
        const GlyphInk &ink = m_inks[static_cast<std::size_t>(glyph.state)];
        const bool fills = renderMode % 4 != 1;
        const bool strokes = renderMode % 4 == 1 || renderMode % 4 == 2;
        return !ink.pattern && (!fills || looksSame(ink.fill, behind))
               && (!strokes || looksSame(ink.stroke, behind));
    }

    bool looksLikePaper(const Glyph &glyph, int renderMode) const
    {
        return looksLike({.rgb = 0xFFFFFF, .known = true}, glyph, renderMode);
    }

    /// Whether the glyph has the colour of what lies behind it. Paper is white. What is not known
    /// for certain is taken for visible.
    bool blendsIn(const Glyph &glyph, int renderMode, const Point &middle) const
    {
        const std::vector<int> &near = m_index.at(middle);
        for (auto it = near.rbegin(); it != near.rend(); ++it) {
            const Cover &cover = m_index.cover(*it);
            if (cover.paintOrder >= glyph.paintOrder || !cover.bounds.contains(middle)) {
                continue;
            }
            if (!looksLike(cover.colour, glyph, renderMode)) {
                return false;
            }
            if (cover.opaque) {
                return true;
            }
        }
        return looksLikePaper(glyph, renderMode);
    }

    Unseen judge(Unseen known, const Rect &visible, int order) const
    {
        if (known != Unseen::Visible) {
            return known;
        }
        if (!visible.grown(0.01).overlaps(m_page.cropBox)
            || (visible.width() <= 0 && visible.height() <= 0)) {
            return Unseen::OffPage;
        }
        return isCovered(visible, order) ? Unseen::Covered : Unseen::Visible;
    }

    PageContent &m_page;
    const std::vector<GlyphInk> &m_inks;
    CoverIndex m_index;
    bool m_scanned = false;
    std::vector<bool> m_inMask;   // by use
};

}   // namespace

void judgeVisibility(PageContent &page, const std::vector<GlyphInk> &inks,
                     const std::vector<Cover> &covers)
{
    Judge(page, inks, covers).run();
}

}   // namespace expunge::pdf
