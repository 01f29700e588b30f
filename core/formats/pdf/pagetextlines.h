// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/pagetext.h"

#include <map>
#include <vector>

namespace expunge::pdf {

/// Glyphs that may stand in one line: the same direction, the same reason to be unseen, the same
/// container.
struct TextGroup
{
    Matrix axes;   // without place: x along the lines, y up
    bool vertical = false;
    bool isTurned = false;   // not along the axes of the page
    Unseen unseen = Unseen::Visible;
    int container = -1;   // the use whose box holds the text: an appearance, a pattern's cell, a
                          // mask, a form that is smaller than the page; -1: the page
    double left = 0;      // of the container, along the lines
    double width = 0;
};

/// A glyph on its line.
struct PlacedGlyph
{
    int glyph = 0;
    double begin = 0;   // along the line
    double end = 0;
    double baseline = 0;
    double size = 0;    // of an em, points
    double extra = 0;   // spacing that the text state adds behind it
    bool space = false;
};

/// A segment before it is part of a block.
struct LinePiece
{
    int group = 0;
    int line = 0;
    double baseline = 0;
    double begin = 0;
    double end = 0;
    double size = 0;
    bool first = false;                // of its line
    double leftNeighbour = 0;          // where the piece before it on the line ends
    std::vector<PlacedGlyph> glyphs;   // in the order of places
};

/// The lines of a page, cut into pieces at column gaps and rules.
struct PageLines
{
    std::vector<TextGroup> groups;
    std::vector<LinePiece> pieces;   // line by line
    std::multimap<int, int> doubles;
};

PageLines findLines(const PageContent &content);

/// Puts pieces together to blocks and reads them.
void makeBlocks(const PageContent &content, const PageLines &lines, PageText &text);

/// Where each piece's block starts, by lines that hold the margin: for each piece of `lines`.
std::vector<double> findMargins(const PageLines &lines,
                                const std::vector<std::vector<int>> &blocks);

}   // namespace expunge::pdf
