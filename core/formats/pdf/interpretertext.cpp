// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/interpreterpage.h"

#include "core/formats/pdf/fontdescription.h"

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

namespace {

constexpr std::size_t kMostGlyphs = 1'000'000;
constexpr double kFarthest = 1e7;   // points; nothing is shown there

bool isSameShow(const ShowState &one, const ShowState &other)
{
    return one.font == other.font && one.fontName == other.fontName && one.size == other.size
           && one.charSpacing == other.charSpacing && one.wordSpacing == other.wordSpacing
           && one.horizontalScale == other.horizontalScale && one.rise == other.rise
           && one.renderMode == other.renderMode && one.fill == other.fill
           && one.stroke == other.stroke && one.lineWidth == other.lineWidth
           && one.fillRgb == other.fillRgb && one.fillKnown == other.fillKnown;
}

}   // namespace

bool PageReader::obeyText(Run &run, GraphicsState &state, int index, const Operation &operation)
{
    const ContentStream &content = *run.content;
    const double first = content.number(operation, 0);
    switch (operation.op) {
    case Operator::BeginText:
        run.text = run.line = {};
        return true;
    case Operator::EndText:
        if (!run.textClip.isEmpty()) {   // 9.3.6: text shown in modes 4 to 7 clips from here on
            state.clip = state.clip.intersected(run.textClip);
            state.clipFillsBox = false;
            run.textClip = {};
        }
        return true;
    case Operator::CharSpacing:
        state.charSpacing = first;
        return true;
    case Operator::WordSpacing:
        state.wordSpacing = first;
        return true;
    case Operator::HorizontalScale:
        state.horizontalScale = first / 100;
        return true;
    case Operator::Leading:
        state.leading = first;
        return true;
    case Operator::Font:
        setFont(run, state, operation);
        return true;
    case Operator::RenderMode:
        state.renderMode = static_cast<int>(std::clamp(first, 0.0, 7.0));
        return true;
    case Operator::Rise:
        state.rise = first;
        return true;
    case Operator::MoveTextLeading:
        state.leading = -content.number(operation, 1);
        [[fallthrough]];
    case Operator::MoveText:
        nextLine(run, first, content.number(operation, 1));
        return true;
    case Operator::TextMatrix:
        run.text = {first,
                    content.number(operation, 1),
                    content.number(operation, 2),
                    content.number(operation, 3),
                    content.number(operation, 4),
                    content.number(operation, 5)};
        run.line = run.text;
        return true;
    case Operator::NextLine:
        nextLine(run, 0, -state.leading);
        return true;
    case Operator::NextLineShowSpaced:
        state.wordSpacing = first;
        state.charSpacing = content.number(operation, 1);
        [[fallthrough]];
    case Operator::NextLineShow:
        nextLine(run, 0, -state.leading);   // with the leading as TL, TD left it (table 109)
        [[fallthrough]];
    case Operator::Show:
    case Operator::ShowAdjusted:
        showAdjusted(run, state, index, operation);
        return true;
    default:
        return false;
    }
}

void PageReader::nextLine(Run &run, double x, double y) const
{
    run.line = Matrix{1, 0, 0, 1, x, y}.then(run.line);
    run.text = run.line;
}

void PageReader::setFont(Run &run, GraphicsState &state, const Operation &operation)
{
    const Token *name = run.content->operand(operation, 0);
    state.size = run.content->number(operation, 1);
    state.fontName = name ? run.content->name(*name) : QByteArray();
    auto &known = run.fonts[state.fontName];
    if (!known) {
        const QPDFObjectHandle object = resource(run, "/Font", state.fontName);
        known = m_sources.fonts.font(object);
    }
    state.font = known;
}

void PageReader::showAdjusted(Run &run, GraphicsState &state, int index, const Operation &operation)
{
    for (int i = 0; i < operation.tokens && !m_stopped; ++i) {
        const Token &token = *run.content->operand(operation, i);
        if (token.kind == TokenKind::String) {
            show(run, state, index, token, i);
        } else if (token.kind == TokenKind::Number && operation.op == Operator::ShowAdjusted) {
            advance(run, state, -token.number / 1000 * state.size);
        }
    }
}

/// Moves the pen by a distance in unscaled text space (9.4.4).
void PageReader::advance(Run &run, const GraphicsState &state, double by) const
{
    const bool vertical = state.font && state.font->isVertical();
    const Matrix move =
        vertical ? Matrix{1, 0, 0, 1, 0, by} : Matrix{1, 0, 0, 1, by * state.horizontalScale, 0};
    run.text = move.then(run.text);
}

int PageReader::showState(const GraphicsState &state)
{
    ShowState show;
    show.font = state.font;
    show.fontName = state.fontName;
    show.size = state.size;
    show.charSpacing = state.charSpacing;
    show.wordSpacing = state.wordSpacing;
    show.horizontalScale = state.horizontalScale;
    show.rise = state.rise;
    show.renderMode = state.renderMode;
    show.fill = state.fill.bytes();
    show.stroke = state.stroke.bytes();
    show.lineWidth = state.lineWidthBytes;
    show.fillRgb = state.fill.colour.rgb;
    show.fillKnown = state.fill.colour.known;   // never that of a pattern
    if (m_page.states.empty() || !isSameShow(m_page.states.back(), show)) {
        m_page.states.push_back(std::move(show));
        m_inks.push_back(
            {state.fill.colour, state.stroke.colour, !state.fill.patternName.isEmpty()});
    }
    return static_cast<int>(m_page.states.size()) - 1;
}

void PageReader::show(Run &run, GraphicsState &state, int index, const Token &token, int tokenIndex)
{
    const QByteArray bytes = run.content->string(token);
    if (bytes.isEmpty()) {
        return;
    }
    if (!state.font) {
        report(PageProblem::MissingResource);
        return;
    }
    if (!state.font->isUnderstood()) {
        report(PageProblem::UnknownFont);
    }
    Glyph glyph;
    glyph.use = run.use;
    glyph.operation = index;
    glyph.token = tokenIndex;
    glyph.state = showState(state);
    glyph.marked = run.marked;
    if (isHidden(run)) {
        glyph.unseen = Unseen::HiddenLayer;
    }
    const QByteArrayView view(bytes);
    for (qsizetype at = 0; at < view.size() && !m_stopped;) {
        const FontCode code = state.font->next(view.sliced(at));
        glyph.byte = static_cast<int>(at);
        glyph.bytes = static_cast<quint8>(code.bytes);
        addGlyph(run, state, glyph, code);
        double by = code.advance * state.size + state.charSpacing;
        by += code.isSpace ? state.wordSpacing : 0;
        advance(run, state, by);
        at += code.bytes;
    }
}

void PageReader::addGlyph(Run &run, GraphicsState &state, Glyph glyph, const FontCode &code)
{
    const Font &font = *state.font;
    const Matrix own{state.horizontalScale, 0, 0, 1, 0, state.rise};
    glyph.code = code.code;
    glyph.text = code.text;
    glyph.advance = code.advance;
    glyph.toPage = own.then(run.text).then(state.toPage);
    const double up = font.ascent() * state.size;
    const double down = font.descent() * state.size;
    const double along = code.advance * state.size;
    const auto at = [&](double x, double y) { return glyph.toPage.map({x, y}); };
    if (font.isVertical()) {
        const double left = -code.originX * state.size;
        glyph.quad = {{at(left, 0), at(left, along), at(-left, along), at(-left, 0)}};
    } else {
        glyph.quad = {{at(0, down), at(along, down), at(along, up), at(0, up)}};
    }
    const Rect bounds = glyph.quad.bounds();
    const double farthest = std::max({std::abs(bounds.left), std::abs(bounds.right),
                                      std::abs(bounds.top), std::abs(bounds.bottom)});
    if (!(farthest < kFarthest)) {   // not a number, too
        report(PageProblem::NotFinite);
        return;
    }
    if (m_page.glyphs.size() >= kMostGlyphs) {
        report(PageProblem::TooMuch);
        m_stopped = true;
        return;
    }
    glyph.paintOrder = m_order++;
    if (glyph.unseen == Unseen::Visible && !bounds.grown(0.01).overlaps(state.clip)) {
        glyph.unseen = Unseen::OffPage;
    }
    if (state.renderMode >= 4) {
        run.textClip = run.textClip.isEmpty() ? bounds : run.textClip.united(bounds);
    }
    if (font.kind() == FontKind::Type3) {
        readGlyphProcedure(run, state, glyph.operation, glyph);
    }
    m_page.glyphs.push_back(std::move(glyph));
    if (state.fill.pattern.isStream() && !state.fill.patternRead) {
        readPattern(run, state, state.fill, bounds);
    }
}

/// Glyph procedures are walked through once a code, for text and forms in them: their pictures and
/// paths are the glyph itself.
void PageReader::readGlyphProcedure(Run &run, const GraphicsState &state, int index,
                                    const Glyph &glyph)
{
    if (!m_procedures.insert({state.font.get(), glyph.code}).second) {
        return;
    }
    QPDFObjectHandle procedure = state.font->glyphProcedure(glyph.code);
    if (!procedure.isStream()) {
        return;
    }
    const auto content = m_sources.contents.form(procedure);
    const bool nests =
        content
        && std::any_of(content->operations.begin(), content->operations.end(),
                       [](const Operation &operation) {
                           return operation.op == Operator::Paint || operation.op == Operator::Font;
                       });
    if (content && !nests) {
        checkContent(*content);
        return;
    }
    StreamUse use;
    use.kind = UseKind::Type3Glyph;
    use.caller = run.use;
    use.callerOperation = index;
    use.name = state.fontName;
    use.object = procedure;
    use.content = content;
    use.shared = true;
    QPDFObjectHandle own = state.font->object().getKey("/Resources");
    use.resources = own.isDictionary() ? own : run.resources;   // 9.6.5, table 112
    GraphicsState inner = state;
    inner.toPage =
        state.font->fontMatrix().then({state.size, 0, 0, state.size, 0, 0}).then(glyph.toPage);
    use.toPage = inner.toPage;
    use.bounds = glyph.quad.bounds();
    const bool outer = std::exchange(m_insideGlyph, true);
    this->run(addUse(std::move(use)), inner, run.depth + 1, run.marked);
    m_insideGlyph = outer;
}

}   // namespace expunge::pdf
