// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pagetext.h"

#include "core/formats/pdf/pagetextlines.h"

#include <algorithm>
#include <set>

namespace expunge::pdf {

std::vector<int> PageText::glyphs(int block, int begin, int end) const
{
    std::vector<int> found;
    std::set<int> seen;
    const std::vector<int> &glyphOf = blocks[static_cast<std::size_t>(block)].glyphOf;
    const int last = std::min(end, static_cast<int>(glyphOf.size()));
    for (int i = std::max(begin, 0); i < last; ++i) {
        const int glyph = glyphOf[static_cast<std::size_t>(i)];
        if (glyph < 0 || !seen.insert(glyph).second) {
            continue;
        }
        found.push_back(glyph);
        const auto [again, behind] = doubles.equal_range(glyph);
        for (auto it = again; it != behind; ++it) {
            found.push_back(it->second);
        }
    }
    return found;
}

PageText assembleText(const PageContent &content)
{
    PageText text;
    makeBlocks(content, findLines(content), text);
    return text;
}

std::vector<Quad> quadsOf(const PageContent &content, const PageText &text, int block, int begin,
                          int end)
{
    const std::vector<int> wanted = text.glyphs(block, begin, end);
    std::vector<Quad> quads;
    for (const int number : text.blocks[static_cast<std::size_t>(block)].segments) {
        const TextSegment &segment = text.segments[static_cast<std::size_t>(number)];
        const auto toLine = segment.toPage.inverted();
        const std::set<int> here(segment.glyphs.begin(), segment.glyphs.end());
        Rect box;
        bool any = false;
        for (const int glyph : wanted) {
            if (!here.contains(glyph) || !toLine) {
                continue;
            }
            const Quad &quad = content.glyphs[static_cast<std::size_t>(glyph)].quad;
            for (const Point &corner : quad.corners) {
                const Point at = toLine->map(corner);
                const Rect point{at.x, at.y, at.x, at.y};
                box = any ? box.united(point) : point;
                any = true;
            }
        }
        if (any) {
            const auto corner = [&](double x, double y) { return segment.toPage.map({x, y}); };
            quads.push_back({{corner(box.left, box.bottom), corner(box.right, box.bottom),
                              corner(box.right, box.top), corner(box.left, box.top)}});
        }
    }
    return quads;
}

}   // namespace expunge::pdf
