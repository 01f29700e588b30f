// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pagetextlines.h"

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

namespace {

constexpr double kWordGap = 0.2;        // em
constexpr double kWidestLetter = 0.9;   // em
constexpr double kFarthestLine = 1.8;   // em from baseline to baseline inside a block
constexpr double kSameSize = 1.35;      // between the lines of a block

bool isRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
}

bool isLetter(const QString &text)
{
    return !text.isEmpty() && text[0].isLetter();
}

/// Reads one piece of a line: its characters in logical order, each with its glyph.
class PieceReader
{
public:
    PieceReader(const PageContent &content, const LinePiece &piece)
        : m_content(content)
        , m_piece(piece)
    {
    }

    struct Unit
    {
        int glyph = -1;   // -1: a space that no glyph stands for
        QString text;
    };

    std::vector<Unit> read()
    {
        const double wide = wordGap();
        double end = 0;
        double lacking = 0;
        bool any = false;
        int space = -2;   // a glyph that stands between words; -2: none
        for (const PlacedGlyph &placed : m_piece.glyphs) {
            if (placed.space) {
                space = any && space == -2 ? placed.glyph : space;
                continue;
            }
            const double gap = placed.begin - end - lacking;
            if (any && (space != -2 || gap > wide * std::max(placed.size, 0.7 * m_piece.size))) {
                m_units.push_back({space == -2 ? -1 : space, QStringLiteral(" ")});
            }
            space = -2;
            const QString &text = textOf(placed);
            m_units.push_back(
                {placed.glyph, text.isEmpty() ? QString(QChar::ReplacementCharacter) : text});
            end = any ? std::max(end, placed.end + placed.extra) : placed.end + placed.extra;
            // The font lacks the letter, or its width: it takes part of what follows.
            lacking = isLetter(text) && placed.end - placed.begin < 0.01 * placed.size
                          ? kWidestLetter * placed.size
                          : 0;
            any = true;
        }
        putInLogicalOrder();
        return std::move(m_units);
    }

private:
    const QString &textOf(const PlacedGlyph &placed) const
    {
        return m_content.glyphs[static_cast<std::size_t>(placed.glyph)].text;
    }

    /// The gap that parts words, in em. Where all letters of a line stand apart, it is more than
    /// what stands between most of them.
    double wordGap() const
    {
        std::vector<double> gaps;
        const PlacedGlyph *before = nullptr;
        for (const PlacedGlyph &placed : m_piece.glyphs) {
            if (!placed.space && before && isLetter(textOf(placed)) && isLetter(textOf(*before))) {
                gaps.push_back((placed.begin - before->end - before->extra)
                               / std::max(placed.size, 1e-6));
            }
            before = placed.space ? nullptr : &placed;
        }
        constexpr std::size_t kEnough = 3;
        if (gaps.size() < kEnough) {
            return kWordGap;
        }
        const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
        std::nth_element(gaps.begin(), middle, gaps.end());
        return *middle > kWordGap ? *middle * 1.5 + 0.05 : kWordGap;
    }

    /// Unicode Standard Annex 9, from places back to the order of reading: what runs from right to
    /// left is turned round, numbers and Latin words in it are turned back.
    void putInLogicalOrder()
    {
        const auto rightToLeft =
            std::count_if(m_units.begin(), m_units.end(),
                          [](const Unit &unit) { return isRightToLeft(unit.text); });
        if (rightToLeft == 0) {
            return;
        }
        const auto leftToRight =
            std::count_if(m_units.begin(), m_units.end(), [](const Unit &unit) {
                return isLetter(unit.text) && !isRightToLeft(unit.text);
            });
        if (leftToRight > rightToLeft) {
            turn([](const Unit &unit) { return isRightToLeft(unit.text); });
            return;
        }
        std::reverse(m_units.begin(), m_units.end());
        turn([](const Unit &unit) {
            return !isRightToLeft(unit.text) && unit.text[0].isLetterOrNumber();
        });
    }

    /// Turns round each stretch of units that are `strong`, with what stands between two of them.
    template<typename Strong>
    void turn(const Strong &strong)
    {
        const auto neutral = [](const Unit &unit) {
            return !isRightToLeft(unit.text) && !unit.text[0].isLetterOrNumber();
        };
        std::size_t i = 0;
        while (i < m_units.size()) {
            if (!strong(m_units[i])) {
                ++i;
                continue;
            }
            std::size_t last = i;
            for (std::size_t k = i + 1;
                 k < m_units.size() && (strong(m_units[k]) || neutral(m_units[k])); ++k) {
                last = strong(m_units[k]) ? k : last;
            }
            std::reverse(m_units.begin() + static_cast<std::ptrdiff_t>(i),
                         m_units.begin() + static_cast<std::ptrdiff_t>(last + 1));
            i = last + 1;
        }
    }

    const PageContent &m_content;
    const LinePiece &m_piece;
    std::vector<Unit> m_units;
};

/// Puts pieces of lines that stand under each other into blocks.
class BlockBuilder
{
public:
    explicit BlockBuilder(const PageLines &lines)
        : m_lines(lines)
    {
    }

    std::vector<std::vector<int>> build()
    {
        std::size_t begin = 0;
        while (begin < m_lines.pieces.size()) {
            std::size_t end = begin;
            while (end < m_lines.pieces.size()
                   && m_lines.pieces[end].line == m_lines.pieces[begin].line) {
                ++end;
            }
            addLine(begin, end);
            begin = end;
        }
        return std::move(m_blocks);
    }

private:
    const LinePiece &piece(int index) const
    {
        return m_lines.pieces[static_cast<std::size_t>(index)];
    }

    bool follows(const LinePiece &below, const LinePiece &above) const
    {
        const double size = std::max(below.size, above.size);
        const double down = above.baseline - below.baseline;
        const double shared = std::min(below.end, above.end) - std::max(below.begin, above.begin);
        return below.group == above.group && down > 0 && down <= kFarthestLine * size
               && size <= kSameSize * std::min(below.size, above.size) && shared > 0;
    }

    void addLine(std::size_t begin, std::size_t end)
    {
        // Blocks whose last line is too far above take no more lines.
        std::erase_if(m_open, [&](int block) {
            const LinePiece &last = piece(m_blocks[static_cast<std::size_t>(block)].back());
            const LinePiece &next = m_lines.pieces[begin];
            return last.group != next.group
                   || last.baseline - next.baseline
                          > kFarthestLine * kSameSize * std::max(last.size, next.size);
        });
        std::vector<int> found;
        for (std::size_t i = begin; i < end; ++i) {
            found.push_back(blockFor(m_lines.pieces[i]));
        }
        for (std::size_t i = begin; i < end; ++i) {
            int block = found[i - begin];
            // Cells of a row under one line above are no lines of that.
            if (block >= 0 && std::count(found.begin(), found.end(), block) > 1) {
                block = -1;
            }
            if (block < 0) {
                block = static_cast<int>(m_blocks.size());
                m_blocks.emplace_back();
                m_open.push_back(block);
            }
            m_blocks[static_cast<std::size_t>(block)].push_back(static_cast<int>(i));
        }
    }

    int blockFor(const LinePiece &next) const
    {
        int best = -1;
        int count = 0;
        for (const int block : m_open) {
            if (follows(next, piece(m_blocks[static_cast<std::size_t>(block)].back()))) {
                best = block;
                ++count;
            }
        }
        return count == 1 ? best : -1;   // a line under two columns belongs to neither
    }

    const PageLines &m_lines;
    std::vector<std::vector<int>> m_blocks;
    std::vector<int> m_open;
};

Matrix spaceOf(const TextGroup &group, double begin, double baseline)
{
    Matrix space = group.axes;
    space.e = group.axes.a * begin + group.axes.c * baseline;
    space.f = group.axes.b * begin + group.axes.d * baseline;
    return space;
}

TextSegment segmentOf(const PageContent &content, const PageLines &lines, const LinePiece &piece)
{
    const TextGroup &group = lines.groups[static_cast<std::size_t>(piece.group)];
    TextSegment segment;
    segment.toPage = spaceOf(group, piece.begin, piece.baseline);
    segment.length = piece.end - piece.begin;
    segment.line = piece.line;
    segment.vertical = group.vertical;
    for (const PlacedGlyph &placed : piece.glyphs) {
        segment.glyphs.push_back(placed.glyph);
        const auto [again, behind] = lines.doubles.equal_range(placed.glyph);
        for (auto it = again; it != behind; ++it) {
            segment.glyphs.push_back(it->second);
        }
        const Glyph &glyph = content.glyphs[static_cast<std::size_t>(placed.glyph)];
        const Font &font = *content.states[static_cast<std::size_t>(glyph.state)].font;
        const double height = std::max(font.ascent() - font.descent(), 1e-6);
        const double em = font.kind() == FontKind::Type3 ? placed.size / height : placed.size;
        segment.ascent = std::max(segment.ascent, font.ascent() * em);
        segment.descent = std::min(segment.descent, font.descent() * em);
    }
    return segment;
}

TextBlock readBlock(const PageContent &content, const PageLines &lines,
                    const std::vector<int> &pieces)
{
    TextBlock block;
    block.segments = pieces;   // pieces and segments have the same numbers
    bool first = true;
    for (const int index : pieces) {
        const LinePiece &piece = lines.pieces[static_cast<std::size_t>(index)];
        block.unseen = lines.groups[static_cast<std::size_t>(piece.group)].unseen;
        if (!block.text.isEmpty()) {
            block.text += u'\n';
            block.glyphOf.push_back(-1);
        }
        for (const auto &unit : PieceReader(content, piece).read()) {
            block.text += unit.text;
            block.glyphOf.insert(block.glyphOf.end(), static_cast<std::size_t>(unit.text.size()),
                                 unit.glyph);
        }
        for (const PlacedGlyph &placed : piece.glyphs) {
            const Rect box = content.glyphs[static_cast<std::size_t>(placed.glyph)].quad.bounds();
            block.bounds = first ? box : block.bounds.united(box);
            first = false;
        }
    }
    return block;
}

int firstGlyph(const PageLines &lines, const std::vector<int> &block)
{
    int first = std::numeric_limits<int>::max();
    for (const int index : block) {
        for (const PlacedGlyph &placed : lines.pieces[static_cast<std::size_t>(index)].glyphs) {
            first = std::min(first, placed.glyph);
        }
    }
    return first;
}

}   // namespace

void makeBlocks(const PageContent &content, const PageLines &lines, PageText &text)
{
    std::vector<std::vector<int>> blocks = BlockBuilder(lines).build();
    const std::vector<double> margins = findMargins(lines, blocks);
    for (std::size_t i = 0; i < lines.pieces.size(); ++i) {
        text.segments.push_back(segmentOf(content, lines, lines.pieces[i]));
        text.segments.back().blockStart = margins[i] - lines.pieces[i].begin;
    }
    std::stable_sort(blocks.begin(), blocks.end(), [&](const auto &one, const auto &other) {
        return firstGlyph(lines, one) < firstGlyph(lines, other);
    });
    for (const std::vector<int> &block : blocks) {
        text.blocks.push_back(readBlock(content, lines, block));
    }
    text.doubles = lines.doubles;
}

}   // namespace expunge::pdf
