// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/textemitter.h"

#include "core/formats/pdf/boxlabel.h"

#include <algorithm>

namespace expunge::pdf {

namespace {

constexpr int clipModes = 4;   // and above (ISO 32000-1, table 106)

// Natural advances, unstretched, on the baseline: the place holds the rest.
PaintState plain(PaintState state, const PaintState &now)
{
    state.matrix = now.matrix;
    state.turns = now.turns;
    state.states = now.states;
    state[Parameter::CharSpacing] = "0 Tc";
    state[Parameter::WordSpacing] = "0 Tw";
    state[Parameter::HorizontalScale] = "100 Tz";
    state[Parameter::Rise] = "0 Ts";
    return state;
}

}   // namespace

Needs showNeeds(const PaintState &state, bool type3)
{
    const int mode = state.renderMode() & 3;
    Needs needs = Need::Text;
    needs.setFlag(Need::Fill, mode == 0 || mode == 2 || type3);
    needs.setFlag(Need::Stroke, mode == 1 || mode == 2 || type3);
    return needs;
}

TextEmitter::TextEmitter(const PageEdit &page, int use, const StreamEdits &edits,
                         ContentWriter &writer, StatesAt states)
    : m_page(page)
    , m_use(page.content.uses[static_cast<std::size_t>(use)])
    , m_edits(edits)
    , m_writer(writer)
    , m_states(std::move(states))
{
}

const Glyph &TextEmitter::glyphAt(int index) const
{
    return m_page.content.glyphs[static_cast<std::size_t>(index)];
}

std::optional<Matrix> TextEmitter::fromPage(const PaintState &now) const
{
    return now.matrix.then(m_use.toPage).inverted();
}

double TextEmitter::points(const PaintState &now) const
{
    return unitOf(now.matrix.then(m_use.toPage));
}

void TextEmitter::beginObject()
{
    m_clipped = false;
    m_clips = false;
}

void TextEmitter::show(int operation, const PaintState &now, bool type3)
{
    m_clipped = m_clipped || now.renderMode() >= clipModes;
    if (const auto chunks = m_edits.chunks.find(operation); chunks != m_edits.chunks.end()) {
        for (const LineChunk &line : chunks->second) {
            chunk(line, now, type3);
        }
    }
    rest(operation, now, type3);
}

void TextEmitter::chunk(const LineChunk &chunk, const PaintState &now, bool type3)
{
    for (const std::size_t index : chunk.items) {
        const SealedItem &item = chunk.line->items[index];
        if (item.isBox) {
            box(*chunk.line, item.box, now);
        } else {
            run(item.run, now, type3);
        }
    }
}

QByteArray TextEmitter::codes(const Glyph &glyph) const
{
    const ContentStream &content = *m_use.content;
    const Token *token =
        content.operand(content.operations[static_cast<std::size_t>(glyph.operation)], glyph.token);
    return token ? content.string(*token).mid(glyph.byte, glyph.bytes) : QByteArray();
}

void TextEmitter::run(const SealedRun &run, const PaintState &now, bool type3)
{
    const auto inverse = fromPage(now);
    const auto state = m_states.find(glyphAt(run.glyphs.front()).operation);
    if (!inverse || state == m_states.end()) {
        return;   // nothing shows where the space is flat
    }
    const PaintState wanted = plain(state->second, now);
    QByteArray string;
    for (const int glyph : run.glyphs) {
        string += codes(glyphAt(glyph));
    }
    m_clips = m_clips || wanted.renderMode() >= clipModes;
    m_writer.beginText(wanted);
    m_writer.require(wanted, showNeeds(wanted, type3));
    m_writer.setState(matrixOperands(run.toPage.then(*inverse), points(now)) + " Tm");
    m_writer.paint(writeString(string) + " Tj");
}

void TextEmitter::box(const SealedLine &line, const SealedBox &box, const PaintState &now)
{
    const auto inverse = fromPage(now);
    if (!inverse) {
        return;
    }
    const bool bar = m_page.bars[static_cast<std::size_t>(box.redaction)];
    const Matrix place = line.is.then(*inverse);
    const Rect &rect = box.rect;
    QByteArray bytes = bar ? "q 0 g" : "q 0.8 g";
    const char *step = " m";
    for (const Point &corner : {Point{rect.left, rect.bottom}, Point{rect.right, rect.bottom},
                                Point{rect.right, rect.top}, Point{rect.left, rect.top}}) {
        bytes += ' ' + placeOperands(place.map(corner), points(now)) + step;
        step = " l";
    }
    bytes += " h f Q";
    // In a tagged file what is no content says so (14.8.2.2).
    if (m_page.tagged && m_writer.openMarks() == 0) {
        bytes = "/Artifact BMC\n" + bytes + "\nEMC";
    }
    m_writer.require(now, {});   // the line may hold nothing else
    m_writer.paintBeforeText(bytes);
    if (!bar) {
        label(line, box, now);
    }
}

void TextEmitter::label(const SealedLine &line, const SealedBox &box, const PaintState &now)
{
    const auto inverse = fromPage(now);
    const BoxLabel label = boxLabel(m_page.labels[static_cast<std::size_t>(box.redaction)],
                                    box.rect.width(), line.size);
    if (label.codes.isEmpty() || m_edits.labelFont.isEmpty() || !inverse) {
        return;
    }
    constexpr double capHeight = 0.718;   // of Helvetica
    PaintState wanted = plain(now, now);
    wanted[Parameter::Fill] = "0 g";
    wanted[Parameter::RenderMode] = "0 Tr";
    wanted[Parameter::Font] = writeName(m_edits.labelFont) + " 1 Tf";
    const Point start{(box.rect.left + box.rect.right - label.width) / 2,
                      (box.rect.bottom + box.rect.top - capHeight * label.size) / 2};
    Matrix place = line.is;
    place.a *= label.size;
    place.b *= label.size;
    place.c *= label.size;
    place.d *= label.size;
    const Point origin = line.is.map(start);
    place.e = origin.x;
    place.f = origin.y;
    m_writer.beginText(wanted);
    m_writer.require(wanted, Need::Text | Need::Fill);
    m_writer.setState(matrixOperands(place.then(*inverse), points(now)) + " Tm");
    m_writer.paint(writeString(label.codes) + " Tj");
}

// What the lines written anew leave of an operation, each piece where it was.
void TextEmitter::rest(int operation, const PaintState &now, bool type3)
{
    const auto glyphs = m_edits.glyphs.find(operation);
    if (glyphs == m_edits.glyphs.end()) {
        return;
    }
    std::vector<int> together;
    for (const int glyph : glyphs->second) {
        if (!m_page.moves[static_cast<std::size_t>(glyph)]) {
            together.push_back(glyph);
        } else if (!together.empty()) {
            piece(together, now, type3);
            together.clear();
        }
    }
    if (!together.empty()) {
        piece(together, now, type3);
    }
}

void TextEmitter::piece(const std::vector<int> &glyphs, const PaintState &now, bool type3)
{
    const ContentStream &content = *m_use.content;
    const Glyph &first = glyphAt(glyphs.front());
    const ShowState &shown = m_page.content.states[static_cast<std::size_t>(first.state)];
    // The text rendering matrix begins with scale and rise (9.4.4).
    const auto scale = Matrix{shown.horizontalScale, 0, 0, 1, 0, shown.rise}.inverted();
    const auto inverse = fromPage(now);
    if (!scale || !inverse) {
        return;
    }
    const Operation &operation = content.operations[static_cast<std::size_t>(first.operation)];
    QByteArray array;
    QByteArray string;
    int token = first.token;
    for (const int index : glyphs) {
        const Glyph &glyph = glyphAt(index);
        if (glyph.token != token) {
            array += writeString(string) + ' ';
            string.clear();
            for (++token; token < glyph.token; ++token) {
                array += content.raw(*content.operand(operation, token)) + ' ';
            }
        }
        string += codes(glyph);
    }
    array += writeString(string);
    m_clips = m_clips || now.renderMode() >= clipModes;
    m_writer.beginText(now);
    m_writer.require(now, showNeeds(now, type3));
    m_writer.setState(matrixOperands(scale->then(first.toPage).then(*inverse), points(now))
                      + " Tm");
    const bool several = glyphAt(glyphs.back()).token != first.token;
    m_writer.paint(several ? QByteArray('[' + array + "] TJ") : QByteArray(array + " Tj"));
}

}   // namespace expunge::pdf
