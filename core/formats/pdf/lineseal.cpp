// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/lineseal.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace expunge::pdf {

namespace {

constexpr double boxEms = 6;   // whatever was there
constexpr double spaceEms = 0.25;
constexpr double boxTop = 0.78;
constexpr double boxBottom = -0.22;

// Sums of numbers with few decimals differ in their last bits by the way they were summed.
double settled(double value)
{
    constexpr double steps = 1000;
    return std::floor(value * steps + 0.5 + 1e-6) / steps;
}

Matrix settledPlace(Matrix matrix)
{
    matrix.e = settled(matrix.e);
    matrix.f = settled(matrix.f);
    return matrix;
}

bool isBlank(const QString &text)
{
    return !text.isEmpty() && text.trimmed().isEmpty();
}

bool isRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
}

bool isSameLook(const ShowState &a, const ShowState &b)
{
    return a.font == b.font && a.fontName == b.fontName && a.size == b.size
           && a.renderMode == b.renderMode && a.fill == b.fill && a.stroke == b.stroke
           && a.lineWidth == b.lineWidth;
}

bool isSameTurn(const Matrix &a, const Matrix &b)
{
    constexpr double near = 1e-6;
    const double size = std::max({std::abs(a.a), std::abs(a.b), std::abs(a.c), std::abs(a.d)});
    return std::abs(a.a - b.a) <= near * size && std::abs(a.b - b.b) <= near * size
           && std::abs(a.c - b.c) <= near * size && std::abs(a.d - b.d) <= near * size;
}

/// Lays one segment out.
class LineSetter
{
public:
    LineSetter(const PageContent &content, const PageText &text, int segment,
               const GlyphFates &fates, const HeldStretches &held)
        : m_content(content)
        , m_segment(text.segments[static_cast<std::size_t>(segment)])
        , m_fates(fates)
        , m_held(held)
    {
        m_line.segment = segment;
        m_line.was = m_segment.toPage;
        const Point start = m_segment.toPage.map({m_segment.blockStart, 0});
        m_line.is = m_segment.toPage;
        m_line.is.e = start.x;
        m_line.is.f = start.y;
        m_line.is = settledPlace(m_line.is);
        m_toLine = m_segment.toPage.inverted().value_or(Matrix{});
    }

    SealedLine line()
    {
        m_line.size = mainSize();
        for (const int glyph : order()) {
            set(glyph);
        }
        finish();
        return std::move(m_line);
    }

private:
    const Glyph &glyphAt(int index) const
    {
        return m_content.glyphs[static_cast<std::size_t>(index)];
    }
    const ShowState &stateOf(int index) const
    {
        return m_content.states[static_cast<std::size_t>(glyphAt(index).state)];
    }
    double sizeOf(int index) const
    {
        const Matrix &m = glyphAt(index).toPage;
        const ShowState &state = stateOf(index);
        const double em = std::abs(state.size) * std::hypot(m.c, m.d);
        // The units of Type 3 fonts are their maker's; their box tells how large they are.
        return state.font && state.font->kind() == FontKind::Type3
                   ? em * (state.font->ascent() - state.font->descent())
                   : em;
    }

    double mainSize() const;
    std::vector<int> order() const;
    Matrix axes(int index) const;
    double advance(int index, const Matrix &axes) const;
    void set(int index);
    void setBox(int redaction, int glyph);
    void setGlyph(int index);
    bool isAttached(int index) const;
    bool continues(int index, const Matrix &axes, double y) const;
    void place(int index, const Matrix &axes, double x, double y, double width);
    void note(int index, double x, double end);
    void finish();

    const PageContent &m_content;
    const TextSegment &m_segment;
    const GlyphFates &m_fates;
    const HeldStretches &m_held;
    SealedLine m_line;
    Matrix m_toLine;
    std::map<int, std::size_t> m_boxes;   // redaction -> its move
    double m_pen = 0;
    bool m_afterSpace = false;
    bool m_inWord = false;
    bool m_breaks = true;   // the next glyph begins a run
    int m_last = -1;        // the glyph set before, if nothing stood between
    double m_lastX = 0;     // where it was set
    double m_lastY = 0;
};

// What most of what stays is set in; of all, when nothing stays.
double LineSetter::mainSize() const
{
    for (const bool all : {false, true}) {
        std::map<double, int> counts;
        for (const int glyph : m_segment.glyphs) {
            if (all || !m_fates.isGone(glyph)) {
                ++counts[settled(sizeOf(glyph))];
            }
        }
        const auto most = std::max_element(counts.begin(), counts.end(),
                                           [](auto &a, auto &b) { return a.second < b.second; });
        if (most != counts.end() && most->first > 0) {
            return most->first;
        }
    }
    return 1;
}

// As seen along the line: text that runs from right to left is set in the order of places.
std::vector<int> LineSetter::order() const
{
    std::vector<int> glyphs = m_segment.glyphs;
    if (std::any_of(glyphs.begin(), glyphs.end(),
                    [&](int glyph) { return isRightToLeft(glyphAt(glyph).text); })) {
        std::stable_sort(glyphs.begin(), glyphs.end(), [&](int a, int b) {
            return m_toLine.map(glyphAt(a).quad.middle()).x
                   < m_toLine.map(glyphAt(b).quad.middle()).x;
        });
    }
    return glyphs;
}

Matrix LineSetter::axes(int index) const
{
    Matrix m = glyphAt(index).toPage;
    m.e = 0;
    m.f = 0;
    const double stretch = HeldStretches::of(m);
    if (!m_segment.vertical && stretch > 0 && !m_held.isHeld(stretch)) {
        m.a /= stretch;
        m.b /= stretch;
    }
    return m;
}

double LineSetter::advance(int index, const Matrix &axes) const
{
    const double ems = std::abs(glyphAt(index).advance) * std::abs(stateOf(index).size);
    return ems * (m_segment.vertical ? std::hypot(axes.c, axes.d) : std::hypot(axes.a, axes.b));
}

void LineSetter::set(int index)
{
    const auto at = static_cast<std::size_t>(index);
    if (m_fates.gapBefore[at] && !m_afterSpace && m_pen > 0) {
        m_pen += spaceEms * m_line.size;
        m_afterSpace = true;
        m_breaks = true;
        m_inWord = false;
        m_last = -1;
    }
    const int redaction = m_fates.redactionOf[at];
    if (redaction == GlyphFates::stays) {
        setGlyph(index);
    } else if (redaction != GlyphFates::dropped) {
        setBox(redaction, index);
    } else {
        m_last = -1;
    }
}

void LineSetter::setBox(int redaction, int glyph)
{
    const Rect before = glyphAt(glyph).quad.bounds();
    const Rect along = m_toLine.bounds(before);
    if (const auto known = m_boxes.find(redaction); known != m_boxes.end()) {
        SealedMove &move = m_line.moves[known->second];
        move.before = move.before.united(before);
        move.from = std::min(move.from, along.left);
        move.fromEnd = std::max(move.fromEnd, along.right);
        return;
    }
    SealedItem item;
    item.isBox = true;
    item.box = {
        redaction,
        glyph,
        {m_pen, boxBottom * m_line.size, m_pen + boxEms * m_line.size, boxTop * m_line.size}};
    m_boxes[redaction] = m_line.moves.size();
    m_line.moves.push_back({along.left, along.right, m_pen, item.box.rect.right, before,
                            m_line.is.bounds(item.box.rect), redaction});
    m_pen = item.box.rect.right;
    m_line.items.push_back(std::move(item));
    m_afterSpace = false;
    m_breaks = true;
    m_inWord = false;
    m_last = -1;
}

// Accents over their letters, and letters drawn twice, stay together.
bool LineSetter::isAttached(int index) const
{
    if (m_last < 0 || m_segment.vertical) {
        return false;
    }
    const double width = advance(m_last, glyphAt(m_last).toPage);
    const double mine = advance(index, glyphAt(index).toPage);
    const double shift = m_toLine.map(glyphAt(index).quad.corners[0]).x
                         - m_toLine.map(glyphAt(m_last).quad.corners[0]).x;
    return width > 0 && shift < 0.4 * width && shift > -0.6 * std::max(mine, width);
}

bool LineSetter::continues(int index, const Matrix &axes, double y) const
{
    if (m_breaks || m_line.items.empty() || m_line.items.back().isBox) {
        return false;
    }
    const int before = m_line.items.back().run.glyphs.back();
    return glyphAt(before).use == glyphAt(index).use && isSameLook(stateOf(before), stateOf(index))
           && y == m_lastY && isSameTurn(axes, m_line.items.back().run.toPage);
}

void LineSetter::setGlyph(int index)
{
    const Glyph &glyph = glyphAt(index);
    if (isBlank(glyph.text)) {
        if (m_afterSpace) {
            m_breaks = true;
            return;
        }
        m_afterSpace = true;
    } else {
        m_afterSpace = false;
    }
    const Matrix turn = axes(index);
    const double width = advance(index, turn);
    const Point was = m_toLine.map({glyph.toPage.e, glyph.toPage.f});
    const double y = settled(was.y);
    if (isAttached(index)) {
        const Point last = m_toLine.map({glyphAt(m_last).toPage.e, glyphAt(m_last).toPage.f});
        const double x = m_lastX + settled(was.x - last.x);
        m_breaks = true;
        place(index, turn, x, y, width);
        m_pen = std::max(m_pen, x + width);
        m_breaks = true;
        return;
    }
    place(index, turn, m_pen, y, width);
    m_lastX = m_pen;
    m_pen += width;
    m_last = index;
}

void LineSetter::place(int index, const Matrix &axes, double x, double y, double width)
{
    if (continues(index, axes, y)) {
        m_line.items.back().run.glyphs.push_back(index);
    } else {
        SealedItem item;
        item.run.glyphs = {index};
        item.run.toPage = axes;
        const Point origin = m_line.is.map({x, y});
        item.run.toPage.e = origin.x;
        item.run.toPage.f = origin.y;
        m_line.items.push_back(std::move(item));
    }
    m_breaks = false;
    m_lastY = y;
    note(index, x, x + width);
}

// Words are followed as a whole: what lies under half of one is not about it.
void LineSetter::note(int index, double x, double end)
{
    const Glyph &glyph = glyphAt(index);
    if (isBlank(glyph.text)) {
        m_inWord = false;
        return;
    }
    const Rect before = glyph.quad.bounds();
    const Rect along = m_toLine.bounds(before);
    const Rect after = m_line.is.bounds({x, along.bottom, end, along.top});
    if (!m_inWord) {
        m_line.moves.push_back({along.left, along.right, x, end, before, after});
        m_inWord = true;
        return;
    }
    SealedMove &word = m_line.moves.back();
    word = {std::min(word.from, along.left),
            std::max(word.fromEnd, along.right),
            std::min(word.to, x),
            std::max(word.toEnd, end),
            word.before.united(before),
            word.after.united(after)};
}

void LineSetter::finish()
{
    m_line.length = m_pen;
    bool isFirst = true;
    for (const SealedMove &move : m_line.moves) {
        const Rect both = move.before.united(move.after);
        m_line.touched = isFirst ? both : m_line.touched.united(both);
        isFirst = false;
    }
    for (const int glyph : m_segment.glyphs) {
        const Rect box = glyphAt(glyph).quad.bounds();
        m_line.touched = isFirst ? box : m_line.touched.united(box);
        isFirst = false;
    }
    // Ink may leave the box of its glyph.
    m_line.touched = m_line.touched.grown(0.25 * m_line.size);
}

}   // namespace

HeldStretches::HeldStretches(const PageContent &content, const PageText &text,
                             const std::set<int> &touched)
{
    for (std::size_t i = 0; i < text.segments.size(); ++i) {
        if (!touched.contains(static_cast<int>(i))) {
            for (const int glyph : text.segments[i].glyphs) {
                const Matrix &m = content.glyphs[static_cast<std::size_t>(glyph)].toPage;
                m_stretches.insert(static_cast<int>(std::lround(of(m) * 1000)));
            }
        }
    }
}

bool HeldStretches::isHeld(double stretch) const
{
    const auto rounded = static_cast<int>(std::lround(stretch * 1000));
    return rounded == 1000 || m_stretches.contains(rounded);
}

double HeldStretches::of(const Matrix &toPage)
{
    const double across = std::hypot(toPage.c, toPage.d);
    const double stretch = across > 0 ? std::hypot(toPage.a, toPage.b) / across : 0;
    return std::isfinite(stretch) && stretch < 1000 ? stretch : 0;
}

SealedLine sealLine(const PageContent &content, const PageText &text, int segment,
                    const GlyphFates &fates, const HeldStretches &held)
{
    return LineSetter(content, text, segment, fates, held).line();
}

}   // namespace expunge::pdf
