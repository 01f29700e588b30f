// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/streamrewriter.h"

#include "core/formats/pdf/textemitter.h"

#include <algorithm>

// Operators are 73; each place here is about a few.
#pragma GCC diagnostic ignored "-Wswitch-enum"

namespace expunge::pdf {

namespace {

Needs needsOf(Operator painting)
{
    switch (painting) {
    case Operator::Stroke:
    case Operator::CloseStroke:
        return Need::Stroke;
    case Operator::Fill:
    case Operator::FillEvenOdd:
        return Need::Fill;
    case Operator::EndPath:
        return {};
    default:
        return Need::Fill | Need::Stroke;
    }
}

/// Goes through the operations of a stream and writes them, with the edits in their places.
class StreamRewriter
{
public:
    StreamRewriter(const PageEdit &page, int use, const StreamEdits &edits,
                   const QPDFObjectHandle &resources, const PaintState &begin)
        : m_page(page)
        , m_use(page.content.uses[static_cast<std::size_t>(use)])
        , m_content(*m_use.content)
        , m_edits(edits)
        , m_states(resources)
        , m_begin(begin)
        , m_tracker(m_content, m_states, begin, edits.names)
        , m_writer(m_states, begin)
        , m_text(page, use, edits, m_writer, chunkStates(resources))
    {
        for (const MarkedContent &marked : page.content.marked) {
            if (marked.use == use && marked.mcid >= 0) {
                m_tagged.insert(marked.operation);
            }
        }
        m_type3 = std::any_of(page.content.states.begin(), page.content.states.end(),
                              [](const ShowState &state) {
                                  return state.font && state.font->kind() == FontKind::Type3;
                              });
    }

    QByteArray write()
    {
        const auto count = static_cast<int>(m_content.operations.size());
        for (int i = 0; i < count;) {
            i = step(i);
        }
        QByteArray bytes = m_writer.finish();
        if (!m_edits.atEnd.isEmpty()) {
            bytes = "q\n" + bytes + "Q\n" + m_edits.atEnd;
        }
        return bytes;
    }

private:
    const Operation &at(int index) const
    {
        return m_content.operations[static_cast<std::size_t>(index)];
    }
    QByteArray raw(int index) const { return m_content.raw(at(index)).toByteArray(); }

    StatesAt chunkStates(const QPDFObjectHandle &resources) const;
    int step(int index);
    int path(int first);
    void editedPath(int first, const PathEdit &edit);
    void text(int index);
    void untouchedText(int index);
    void show(int index);
    void object(int index);
    void marked(int index);
    bool isTouched(int begin) const;

    const PageEdit &m_page;
    const StreamUse &m_use;
    const ContentStream &m_content;
    const StreamEdits &m_edits;
    ExtendedStates m_states;
    PaintState m_begin;
    StateTracker m_tracker;
    ContentWriter m_writer;
    TextEmitter m_text;
    std::set<int> m_tagged;
    bool m_type3 = false;
    bool m_inObject = false;
    bool m_touched = false;   // the text object is written anew
};

StatesAt StreamRewriter::chunkStates(const QPDFObjectHandle &resources) const
{
    std::set<int> operations;
    for (const auto &[operation, chunks] : m_edits.chunks) {
        for (const LineChunk &chunk : chunks) {
            for (const std::size_t item : chunk.items) {
                const SealedItem &sealed = chunk.line->items[item];
                if (!sealed.isBox) {
                    const auto glyph = static_cast<std::size_t>(sealed.run.glyphs.front());
                    operations.insert(m_page.content.glyphs[glyph].operation);
                }
            }
        }
    }
    return statesAt(m_use, resources, m_begin, operations, m_edits.names);
}

// The index of the operation to go on with.
int StreamRewriter::step(int index)
{
    const Operator op = at(index).op;
    if (isPathConstruction(op) || isPathPainting(op) || op == Operator::Clip
        || op == Operator::ClipEvenOdd) {
        return path(index);
    }
    if ((op >= Operator::BeginText && op <= Operator::EndText)
        || (op >= Operator::MoveText && op <= Operator::NextLineShowSpaced)) {
        text(index);
        return index + 1;
    }
    switch (op) {
    case Operator::Save:
        m_tracker.apply(index);
        m_writer.save();
        break;
    case Operator::Restore:
        m_tracker.apply(index);
        m_writer.restore();
        break;
    case Operator::State: {
        m_tracker.apply(index);
        const auto &names = m_tracker.now().states;
        if (!names.empty() && m_states.entry(names.back()).masks) {
            m_writer.require(m_tracker.now(), {});   // its place is that of the matrix here
        }
        break;
    }
    case Operator::Paint:
    case Operator::InlineImage:
    case Operator::Shading:
        object(index);
        break;
    case Operator::BeginMarked:
    case Operator::BeginMarkedProperties:
    case Operator::EndMarked:
        marked(index);
        break;
    case Operator::MarkPoint:
    case Operator::MarkPointProperties:
    case Operator::GlyphWidth:
    case Operator::GlyphWidthBox:
        m_writer.setState(raw(index));
        break;
    case Operator::BeginCompatibility:
    case Operator::EndCompatibility:
    case Operator::Unknown:
        break;
    default:
        m_tracker.apply(index);
    }
    return index + 1;
}

int StreamRewriter::path(int first)
{
    if (const auto edit = m_edits.paths.find(first); edit != m_edits.paths.end()) {
        editedPath(first, edit->second);
        return edit->second.last + 1;
    }
    const auto count = static_cast<int>(m_content.operations.size());
    QByteArray bytes;
    int last = first;
    bool clips = false;
    while (last < count) {
        const Operator op = at(last).op;
        const bool isClip = op == Operator::Clip || op == Operator::ClipEvenOdd;
        if (!isClip && !isPathConstruction(op) && !isPathPainting(op)) {
            last = step(last);   // not allowed here, but readers obey it and keep the path
            continue;
        }
        clips = clips || isClip;
        bytes += (bytes.isEmpty() ? "" : " ") + raw(last);
        m_tracker.apply(last);
        if (isPathPainting(op)) {
            break;
        }
        ++last;
    }
    if (last >= count) {
        return count;
    }
    const Operator painting = at(last).op;
    if (painting != Operator::EndPath) {
        m_writer.require(m_tracker.now(), needsOf(painting));
        m_writer.paint(bytes);
    } else if (clips) {
        m_writer.require(m_tracker.now(), {});
        m_writer.setState(bytes);
    }
    return last + 1;
}

void StreamRewriter::editedPath(int first, const PathEdit &edit)
{
    for (int i = first; i <= edit.last; ++i) {
        m_tracker.apply(i);
    }
    if (!edit.bytes.isEmpty()) {
        m_writer.require(m_tracker.now(), edit.needs);
        if (edit.needs) {
            m_writer.paint(edit.bytes);
        } else {
            m_writer.setState(edit.bytes);
        }
    }
}

bool StreamRewriter::isTouched(int begin) const
{
    const auto next = m_edits.glyphs.upper_bound(begin);
    if (next == m_edits.glyphs.end()) {
        return false;
    }
    for (int i = begin + 1; i <= next->first; ++i) {
        if (at(i).op == Operator::EndText || at(i).op == Operator::BeginText) {
            return false;
        }
    }
    return true;
}

void StreamRewriter::text(int index)
{
    switch (at(index).op) {
    case Operator::BeginText:
        m_inObject = true;
        m_touched = isTouched(index);
        m_text.beginObject();
        break;
    case Operator::EndText: {
        m_tracker.apply(index);
        m_writer.endText();
        if (m_inObject && m_touched && m_text.hidesAll()) {
            // All text that clipped is gone: so is what it let through.
            m_writer.setState("0 0 0 0 re W n");
        }
        m_inObject = false;
        break;
    }
    default:
        if (m_inObject && !m_touched) {
            untouchedText(index);
        } else if (isShow(at(index).op)) {
            m_tracker.apply(index);
            m_text.show(index, m_tracker.now(), m_type3);
            if (!m_inObject) {
                m_writer.endText();
            }
        } else {
            m_tracker.apply(index);
        }
    }
}

void StreamRewriter::untouchedText(int index)
{
    const Operator op = at(index).op;
    const PaintState before = m_tracker.now();
    m_tracker.apply(index);
    m_writer.beginText(m_tracker.now());
    const bool nextLine = op == Operator::NextLine || op == Operator::NextLineShow
                          || op == Operator::NextLineShowSpaced;
    if (nextLine) {
        m_writer.require(before, Need::Leading);
    }
    if (isShow(op)) {
        m_writer.require(before, showNeeds(before, m_type3));
        m_writer.paint(raw(index));
    } else {
        m_writer.setState(raw(index));
    }
    if (op == Operator::MoveTextLeading) {
        m_writer.note(Parameter::Leading, m_tracker.now()[Parameter::Leading]);
    } else if (op == Operator::NextLineShowSpaced) {
        m_writer.note(Parameter::WordSpacing, m_tracker.now()[Parameter::WordSpacing]);
        m_writer.note(Parameter::CharSpacing, m_tracker.now()[Parameter::CharSpacing]);
    }
}

void StreamRewriter::object(int index)
{
    m_tracker.apply(index);
    if (m_edits.gone.contains(index)) {
        return;
    }
    const Operator op = at(index).op;
    Needs needs;
    if (op != Operator::Shading) {
        needs = op == Operator::Paint ? Need::Fill | Need::Stroke : Needs(Need::Fill);
    }
    m_writer.require(m_tracker.now(), needs);
    if (const auto picture = m_edits.pictures.find(index); picture != m_edits.pictures.end()) {
        m_writer.paint(writeName(picture->second) + " Do");
        return;
    }
    const auto name = m_edits.names.find(index);
    m_writer.paint(
        renamed(m_content, at(index), name == m_edits.names.end() ? QByteArray() : name->second));
}

void StreamRewriter::marked(int index)
{
    if (m_inObject) {
        m_writer.beginText(m_tracker.now());
    }
    if (at(index).op == Operator::EndMarked) {
        m_writer.endMarked("EMC");
    } else {
        m_writer.beginMarked(raw(index), m_tagged.contains(index));
    }
}

}   // namespace

QByteArray rewriteStream(const PageEdit &page, int use, const StreamEdits &edits,
                         const QPDFObjectHandle &resources, const PaintState &begin)
{
    return StreamRewriter(page, use, edits, resources, begin).write();
}

StatesAt statesAt(const StreamUse &use, const QPDFObjectHandle &resources, const PaintState &begin,
                  const std::set<int> &operations, const std::map<int, QByteArray> &names)
{
    StatesAt states;
    ExtendedStates extended(resources);
    StateTracker tracker(*use.content, extended, begin, names);
    int at = 0;
    for (const int operation : operations) {
        for (; at < operation; ++at) {
            tracker.apply(at);
        }
        states.emplace(operation, tracker.now());
    }
    return states;
}

}   // namespace expunge::pdf
