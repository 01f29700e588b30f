// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/pagecontent.h"

#include <QString>

#include <map>
#include <vector>

namespace expunge::pdf {

/// A piece of a line without a column gap in it (3 em of empty space, or another table cell).
struct TextSegment
{
    std::vector<int> glyphs;   // in reading order; indices into PageContent::glyphs
    Matrix toPage;             // origin at the start of the baseline, x along it, y up, in points
    double length = 0;         // along the baseline, points
    double ascent = 0;         // of its largest glyphs, points
    double descent = 0;        // negative
    double blockStart = 0;     // where lines of its block start that hold the left margin, along
                               // this segment's x, points (0: at its own start)
    int line = 0;              // index of the line on the page
    bool vertical = false;     // vertical writing: x of toPage goes down the page
};

/// A block of lines that reads as one text: a paragraph, a cell, a hidden text.
struct TextBlock
{
    QString text;                // lines joined by \n, words by one space
    std::vector<int> glyphOf;    // for each UTF-16 unit: the glyph it comes from; -1: made up
    std::vector<int> segments;   // of PageText::segments, in reading order
    Rect bounds;
    Unseen unseen = Unseen::Visible;   // a block is all visible or all unseen for one reason
};

/// The text of a page in reading order.
struct PageText
{
    std::vector<TextSegment> segments;
    std::vector<TextBlock> blocks;
    std::multimap<int, int> doubles;   // glyph that reads -> the same glyph painted again over it;
                                       // both are in their segment, one behind the other

    /// The glyphs of UTF-16 units [begin, end) of a block, each once, in reading order. A glyph
    /// that stands for several characters (a ligature) is there when any of them is.
    std::vector<int> glyphs(int block, int begin, int end) const;
};

/// Puts glyphs in reading order. Text of structure (tagged files) does not change the order of
/// painting; glyphs painted twice for boldness are one character, with both glyphs removed
/// together. `textless` glyphs (no Unicode) read as U+FFFD.
PageText assembleText(const PageContent &content);

/// Quads of a span of a block, one a segment piece, in the page's default user space.
std::vector<Quad> quadsOf(const PageContent &content, const PageText &text, int block, int begin,
                          int end);

}   // namespace expunge::pdf
