// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/pagecontent.h"
#include "core/formats/pdf/pagetext.h"

#include <set>
#include <vector>

namespace expunge::pdf {

/// What happens to each glyph of a page.
struct GlyphFates
{
    static constexpr int stays = -1;
    static constexpr int dropped = -2;   // goes, and nothing stands in its place

    std::vector<int> redactionOf;   // for each glyph: index of the redaction that takes it
    std::vector<bool> gapBefore;    // words are apart there without a glyph for the space

    bool isGone(int glyph) const { return redactionOf[static_cast<std::size_t>(glyph)] != stays; }
};

/// Glyphs of a sealed line that one string shows.
struct SealedRun
{
    std::vector<int> glyphs;
    Matrix toPage;   // of the first glyph, as Glyph::toPage
};

/// The box that stands for a redaction on a sealed line.
struct SealedBox
{
    int redaction = 0;
    int glyph = 0;   // of those that it stands for, the first
    Rect rect;       // on the line
};

/// A run or a box; one is set.
struct SealedItem
{
    SealedRun run;
    SealedBox box;
    bool isBox = false;
};

/// Where a word that stays, or all glyphs of a redaction, stood and stand along the line.
struct SealedMove
{
    double from = 0;
    double fromEnd = 0;
    double to = 0;
    double toEnd = 0;
    Rect before;   // on the page
    Rect after;
    int redaction = -1;
};

/// A segment laid out anew, so that nothing in it depends on what was taken out: natural advances,
/// one space between words, boxes of fixed width, from the margin of its block on.
struct SealedLine
{
    int segment = 0;
    Matrix was;        // the line's space to the page, before
    Matrix is;         // and now
    double size = 0;   // of most of its text, points
    double length = 0;
    std::vector<SealedItem> items;
    std::vector<SealedMove> moves;
    Rect touched;   // all that may look different, on the page
};

/// How much glyphs are stretched along the line, of lines that hold no redaction: what these show
/// is kept, anything else would tell what a line was fitted to.
class HeldStretches
{
public:
    HeldStretches(const PageContent &content, const PageText &text, const std::set<int> &touched);

    bool isHeld(double stretch) const;
    static double of(const Matrix &toPage);

private:
    std::set<int> m_stretches;
};

SealedLine sealLine(const PageContent &content, const PageText &text, int segment,
                    const GlyphFates &fates, const HeldStretches &held);

}   // namespace expunge::pdf
