// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/glyphfates.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace expunge::pdf {

namespace {

Quad shrunk(const Quad &quad, double share)
{
    const Point middle = quad.middle();
    Quad inner;
    for (std::size_t i = 0; i < 4; ++i) {
        inner.corners[i] = {middle.x + (quad.corners[i].x - middle.x) * (1 - share),
                            middle.y + (quad.corners[i].y - middle.y) * (1 - share)};
    }
    return inner;
}

double distance(const Point &a, const Point &b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Decides about each glyph, widening what was asked for to all that shows the same.
class FateFinder
{
public:
    FateFinder(const PageContent &content, const PageText &text, const PageRemoval &removal)
        : m_content(content)
        , m_text(text)
        , m_removal(removal)
    {
        m_found.fates.redactionOf.assign(content.glyphs.size(), GlyphFates::stays);
        m_found.fates.gapBefore.assign(content.glyphs.size(), false);
    }

    bool find()
    {
        if (!mark()) {
            return false;
        }
        markRegions();
        markTwins();
        if (!markCallers()) {
            return false;
        }
        markGaps();
        sortSegments();
        return true;
    }

    RemovalFates take() { return std::move(m_found); }

private:
    int &fate(int glyph) { return m_found.fates.redactionOf[static_cast<std::size_t>(glyph)]; }
    bool isGlyph(int glyph) const
    {
        return glyph >= 0 && static_cast<std::size_t>(glyph) < m_content.glyphs.size();
    }
    const Glyph &at(int glyph) const { return m_content.glyphs[static_cast<std::size_t>(glyph)]; }

    bool mark();
    void markRegions();
    void markTwins();
    bool markCallers();
    bool markCaller(const StreamUse &use, int redaction);
    void markGaps();
    void sortSegments();
    const ImageUse *pictureOf(const Glyph &glyph) const;

    const PageContent &m_content;
    const PageText &m_text;
    const PageRemoval &m_removal;
    RemovalFates m_found;
};

bool FateFinder::mark()
{
    for (std::size_t i = 0; i < m_removal.redactions.size(); ++i) {
        const GlyphRedaction &redaction = m_removal.redactions[i];
        for (const int glyph : redaction.glyphs) {
            if (!isGlyph(glyph)) {
                return false;
            }
            fate(glyph) = static_cast<int>(i);
        }
        m_found.labels.push_back(redaction.replacement);
        m_found.bars.push_back(redaction.bar);
    }
    for (const int glyph : m_removal.dropped) {
        if (!isGlyph(glyph)) {
            return false;
        }
        if (fate(glyph) == GlyphFates::stays) {
            fate(glyph) = GlyphFates::dropped;
        }
    }
    return true;
}

// A glyph of which a rim alone is inside belongs to the next line; it would be read as left out.
void FateFinder::markRegions()
{
    constexpr double rim = 0.25;
    for (std::size_t i = 0; i < m_removal.regions.size(); ++i) {
        const auto index = static_cast<int>(m_removal.redactions.size() + i);
        for (std::size_t g = 0; g < m_content.glyphs.size(); ++g) {
            const Quad inner = shrunk(m_content.glyphs[g].quad, rim);
            if (m_found.fates.redactionOf[g] == GlyphFates::stays
                && overlaps(inner, m_removal.regions[i])) {
                m_found.fates.redactionOf[g] = index;
            }
        }
        m_found.labels.emplace_back();
        m_found.bars.push_back(false);
    }
}

// The same letter at the same place: drawn again for boldness, as an outline, as a shadow.
void FateFinder::markTwins()
{
    constexpr double nearEms = 0.15;   // less than any letter is wide
    constexpr double cell = 8;
    std::map<std::pair<long, long>, std::vector<int>> gone;
    const auto cellOf = [](const Point &point) {
        return std::pair(std::lround(point.x / cell), std::lround(point.y / cell));
    };
    for (std::size_t g = 0; g < m_content.glyphs.size(); ++g) {
        if (m_found.fates.redactionOf[g] >= 0) {
            gone[cellOf(m_content.glyphs[g].quad.middle())].push_back(static_cast<int>(g));
        }
    }
    for (std::size_t g = 0; g < m_content.glyphs.size() && !gone.empty(); ++g) {
        const Glyph &glyph = m_content.glyphs[g];
        if (m_found.fates.redactionOf[g] != GlyphFates::stays) {
            continue;
        }
        const Point middle = glyph.quad.middle();
        const double reach =
            nearEms
            * std::min(cell / nearEms, distance(glyph.quad.corners[0], glyph.quad.corners[3]));
        const auto [x, y] = cellOf(middle);
        for (long i = -1; i <= 1; ++i) {
            for (long j = -1; j <= 1; ++j) {
                const auto found = gone.find({x + i, y + j});
                if (found == gone.end()) {
                    continue;
                }
                for (const int other : found->second) {
                    if (at(other).text == glyph.text
                        && distance(at(other).quad.middle(), middle) < reach) {
                        m_found.fates.redactionOf[g] = fate(other);
                    }
                }
            }
        }
    }
}

bool FateFinder::markCaller(const StreamUse &use, int redaction)
{
    bool found = false;
    for (std::size_t g = 0; g < m_content.glyphs.size(); ++g) {
        const Glyph &glyph = m_content.glyphs[g];
        const ShowState &state = m_content.states[static_cast<std::size_t>(glyph.state)];
        if (state.font && state.font->kind() == FontKind::Type3
            && state.font->glyphProcedure(glyph.code).getObjGen() == use.object.getObjGen()) {
            m_found.fates.redactionOf[g] = redaction;
            found = true;
        }
    }
    return found;
}

// What stands in a Type 3 glyph goes with the whole glyph, wherever the procedure shows it.
bool FateFinder::markCallers()
{
    for (std::size_t g = m_content.glyphs.size(); g-- > 0;) {
        const int redaction = m_found.fates.redactionOf[g];
        const StreamUse &use = m_content.uses[static_cast<std::size_t>(m_content.glyphs[g].use)];
        if (redaction != GlyphFates::stays && use.kind == UseKind::Type3Glyph
            && !markCaller(use, redaction)) {
            return false;
        }
    }
    return true;
}

void FateFinder::markGaps()
{
    for (const TextBlock &block : m_text.blocks) {
        bool gap = false;
        for (qsizetype i = 0; i < block.text.size(); ++i) {
            const int glyph = static_cast<std::size_t>(i) < block.glyphOf.size()
                                  ? block.glyphOf[static_cast<std::size_t>(i)]
                                  : -1;
            if (glyph < 0) {
                gap = gap || block.text.at(i) == u' ';
                continue;
            }
            if (gap) {
                m_found.fates.gapBefore[static_cast<std::size_t>(glyph)] = true;
            }
            gap = false;
        }
    }
}

// The picture that shows what an invisible glyph reads: a scan under its text layer, or over it.
const ImageUse *FateFinder::pictureOf(const Glyph &glyph) const
{
    const int mode = m_content.states[static_cast<std::size_t>(glyph.state)].renderMode;
    const Point middle = glyph.quad.middle();
    for (const ImageUse &image : m_content.images) {
        const bool shows = (mode & 3) == 3 || image.paintOrder > glyph.paintOrder;
        if (shows && !image.mask && image.bounds.contains(middle)
            && image.unseen == Unseen::Visible) {
            return &image;
        }
    }
    return nullptr;
}

void FateFinder::sortSegments()
{
    for (std::size_t s = 0; s < m_text.segments.size(); ++s) {
        bool touched = false;
        bool inPicture = true;
        std::map<std::pair<int, int>, Rect> areas;
        for (const int glyph : m_text.segments[s].glyphs) {
            const int redaction = fate(glyph);
            const StreamUse &use = m_content.uses[static_cast<std::size_t>(at(glyph).use)];
            if (redaction == GlyphFates::stays || use.kind == UseKind::Type3Glyph) {
                continue;   // a glyph procedure goes with the glyphs that it draws
            }
            touched = true;
            const ImageUse *image = pictureOf(at(glyph));
            inPicture = inPicture && image && redaction >= 0;
            if (inPicture) {
                const Rect box = at(glyph).quad.bounds();
                const auto [place, isNew] = areas.try_emplace(
                    {static_cast<int>(image - m_content.images.data()), redaction}, box);
                place->second = isNew ? box : place->second.united(box);
            }
        }
        if (touched && inPicture) {
            m_found.inPlace.insert(static_cast<int>(s));
            for (const auto &[key, area] : areas) {
                m_found.scans.push_back({key.first, key.second, area});
            }
        } else if (touched) {
            m_found.sealed.insert(static_cast<int>(s));
        }
    }
}

}   // namespace

bool overlaps(const Quad &quad, const Rect &area)
{
    // Two convex shapes are apart when a line along an edge of one has them on its two sides.
    const std::array<Point, 4> box{Point{area.left, area.bottom}, Point{area.right, area.bottom},
                                   Point{area.right, area.top}, Point{area.left, area.top}};
    const auto apart = [](const std::array<Point, 4> &a, const std::array<Point, 4> &b) {
        for (std::size_t i = 0; i < 4; ++i) {
            const Point &from = a[i];
            const Point &to = a[(i + 1) % 4];
            const auto side = [&](const Point &point) {
                return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
            };
            const auto span = [&](const std::array<Point, 4> &corners) {
                const std::array<double, 4> sides{side(corners[0]), side(corners[1]),
                                                  side(corners[2]), side(corners[3])};
                const auto [low, high] = std::minmax_element(sides.begin(), sides.end());
                return std::pair(*low, *high);
            };
            const auto [lowA, highA] = span(a);
            const auto [lowB, highB] = span(b);
            if (highA > lowA && (highB <= lowA || lowB >= highA)) {
                return true;
            }
        }
        return false;
    };
    return !apart(quad.corners, box) && !apart(box, quad.corners);
}

base::Result<RemovalFates> removalFates(const PageContent &content, const PageText &text,
                                        const PageRemoval &removal)
{
    FateFinder finder(content, text, removal);
    if (!finder.find()) {
        return base::failure(base::ErrorCode::Internal);
    }
    return finder.take();
}

}   // namespace expunge::pdf
