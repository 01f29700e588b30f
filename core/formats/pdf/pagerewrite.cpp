// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pagerewrite.h"

#include <algorithm>
#include <tuple>

namespace expunge::pdf {

namespace {

// Adds every show of the text objects that hold one of `shows`.
void widenToObjects(const ContentStream &content, std::map<int, std::vector<int>> &shows)
{
    std::vector<int> object;
    bool touched = false;
    const auto end = [&] {
        for (const int show : object) {
            if (touched) {
                shows[show];
            }
        }
        object.clear();
        touched = false;
    };
    for (std::size_t i = 0; i < content.operations.size(); ++i) {
        const Operator op = content.operations[i].op;
        if (op == Operator::BeginText || op == Operator::EndText) {
            end();
        } else if (isShow(op)) {
            object.push_back(static_cast<int>(i));
            touched = touched || shows.contains(static_cast<int>(i));
        }
    }
    end();
}

}   // namespace

PageRewrite::PageRewrite(QPDF &file, const PageContent &content, const PageText &text,
                         const PageRemoval &removal, RemovalFates fates)
    : m_file(file)
    , m_content(content)
    , m_text(text)
    , m_removal(removal)
    , m_fates(std::move(fates))
    , m_page{content, std::vector<bool>(content.glyphs.size(), false), m_fates.labels, m_fates.bars,
             false}
    , m_copies(file, content)
{
    m_page.tagged = std::any_of(content.marked.begin(), content.marked.end(),
                                [](const MarkedContent &marked) { return marked.mcid >= 0; });
}

const StreamUse &PageRewrite::useAt(int use) const
{
    return m_content.uses[static_cast<std::size_t>(use)];
}

const Glyph &PageRewrite::glyphAt(int glyph) const
{
    return m_content.glyphs[static_cast<std::size_t>(glyph)];
}

bool PageRewrite::run()
{
    sealLines();
    noteGlyphs();
    editShows();
    placeChunks();
    editPaths();
    editPictures();
    noteAreas();
    return writeStreams();
}

// Regions and what goes from scans stay where they are.
void PageRewrite::noteAreas()
{
    std::vector<Rect> areas = m_removal.regions;
    for (const ScanRedaction &scan : m_fates.scans) {
        areas.push_back(scan.area);
    }
    for (const Rect &area : areas) {
        m_result.touched.push_back(area.grown(1));
        m_result.removedAt.push_back(area);
        m_result.nowAt.push_back(area);
    }
}

void PageRewrite::sealLines()
{
    const HeldStretches held(m_content, m_text, m_fates.sealed);
    m_lines.reserve(m_fates.sealed.size());
    for (const int segment : m_fates.sealed) {
        m_lines.push_back(sealLine(m_content, m_text, segment, m_fates.fates, held));
        noteTouched(m_lines.back());
        for (const SealedMove &move : m_lines.back().moves) {
            (move.redaction >= 0 ? m_result.removedAt : m_result.movedFrom).push_back(move.before);
            (move.redaction >= 0 ? m_result.nowAt : m_result.movedTo).push_back(move.after);
        }
        for (const int glyph : m_text.segments[static_cast<std::size_t>(segment)].glyphs) {
            m_page.moves[static_cast<std::size_t>(glyph)] = true;
        }
    }
    m_artwork.emplace(m_content, m_text, m_lines);
}

// A line in the cell of a pattern shows wherever the pattern is painted with.
void PageRewrite::noteTouched(const SealedLine &line)
{
    m_result.touched.push_back(line.touched);
    const int glyph = m_text.segments[static_cast<std::size_t>(line.segment)].glyphs.front();
    for (int use = glyphAt(glyph).use; use >= 0; use = useAt(use).caller) {
        const StreamUse &pattern = useAt(use);
        if (pattern.kind != UseKind::Pattern) {
            continue;
        }
        for (const PathUse &path : m_content.paths) {
            if (path.use == pattern.caller && path.lastOperation > pattern.callerOperation) {
                m_result.touched.push_back(path.visible.grown(1));
            }
        }
    }
}

void PageRewrite::noteGlyphs()
{
    std::set<int> marks;
    for (std::size_t g = 0; g < m_content.glyphs.size(); ++g) {
        if (!m_fates.fates.isGone(static_cast<int>(g))) {
            continue;
        }
        const Glyph &glyph = m_content.glyphs[g];
        m_page.moves[g] = true;
        marks.insert(glyph.marked);
        const ShowState &state = m_content.states[static_cast<std::size_t>(glyph.state)];
        if (state.font) {
            m_result.fonts.insert(state.font->object().getObjGen());
        }
    }
    for (int mark : marks) {
        for (; mark >= 0; mark = m_content.marked[static_cast<std::size_t>(mark)].parent) {
            if (m_content.marked[static_cast<std::size_t>(mark)].mcid >= 0) {
                m_result.marked.insert(m_content.marked[static_cast<std::size_t>(mark)].mcid);
            }
        }
    }
    for (const int segment : m_fates.inPlace) {
        Rect area;
        bool isFirst = true;
        for (const int glyph : m_text.segments[static_cast<std::size_t>(segment)].glyphs) {
            if (m_fates.fates.isGone(glyph)) {
                const Rect box = glyphAt(glyph).quad.bounds();
                area = isFirst ? box : area.united(box);
                isFirst = false;
            }
        }
        m_result.touched.push_back(area.grown(1));
    }
}

// Operators that lose a glyph, and all others of the same text objects, with all that they show.
void PageRewrite::editShows()
{
    for (std::size_t g = 0; g < m_content.glyphs.size(); ++g) {
        if (m_page.moves[g] && useAt(m_content.glyphs[g].use).kind != UseKind::Type3Glyph) {
            m_edits[m_content.glyphs[g].use].glyphs[m_content.glyphs[g].operation];
        }
    }
    for (auto &[use, edits] : m_edits) {
        widenToObjects(*useAt(use).content, edits.glyphs);
    }
    for (std::size_t g = 0; g < m_content.glyphs.size(); ++g) {
        const auto edits = m_edits.find(m_content.glyphs[g].use);
        if (edits == m_edits.end()) {
            continue;
        }
        const auto show = edits->second.glyphs.find(m_content.glyphs[g].operation);
        if (show != edits->second.glyphs.end()) {
            show->second.push_back(static_cast<int>(g));
        }
    }
    for (const SealedLine &line : m_lines) {
        for (const int index : m_text.segments[static_cast<std::size_t>(line.segment)].glyphs) {
            m_statesWanted[glyphAt(index).use].insert(glyphAt(index).operation);
        }
    }
}

void PageRewrite::placeChunks()
{
    for (const SealedLine &line : m_lines) {
        placeLine(line);
    }
}

// What one stream shows under one mark, clip and extended state stays together, at the first of its
// operators.
void PageRewrite::placeLine(const SealedLine &line)
{
    using Key = std::tuple<int, int, std::size_t, std::vector<QByteArray>>;
    // Marks that structure or layers refer to.
    const auto mark = [&](int index) {
        for (; index >= 0; index = m_content.marked[static_cast<std::size_t>(index)].parent) {
            const MarkedContent &marked = m_content.marked[static_cast<std::size_t>(index)];
            if (marked.mcid >= 0 || marked.tag == "OC" || marked.tag == "Artifact") {
                break;
            }
        }
        return index;
    };
    const auto keyOf = [&](const Glyph &glyph) {
        const PaintState &state = stateAt(glyph.use, glyph.operation);
        return Key{glyph.use, mark(glyph.marked), state.clip, state.states};
    };
    std::map<Key, int> places;
    for (const int index : m_text.segments[static_cast<std::size_t>(line.segment)].glyphs) {
        const Glyph &glyph = glyphAt(index);
        const auto [place, isNew] = places.try_emplace(keyOf(glyph), glyph.operation);
        place->second = std::min(place->second, glyph.operation);
    }
    std::map<Key, LineChunk> chunks;
    for (std::size_t i = 0; i < line.items.size(); ++i) {
        const SealedItem &item = line.items[i];
        const int glyph = item.isBox ? item.box.glyph : item.run.glyphs.front();
        LineChunk &chunk = chunks[keyOf(glyphAt(glyph))];
        chunk.line = &line;
        chunk.items.push_back(i);
    }
    for (auto &[key, chunk] : chunks) {
        const int use = std::get<0>(key);
        m_edits[use].chunks[places.at(key)].push_back(std::move(chunk));
    }
}

PaintState PageRewrite::beginState(int use)
{
    const StreamUse &stream = useAt(use);
    PaintState state = PaintState::initial();
    if (stream.kind != UseKind::Form || stream.caller < 0) {
        return state;
    }
    // A form begins in the state of its caller (8.10.1). Names there mean nothing here.
    const PaintState callers = stateAt(stream.caller, stream.callerOperation);
    for (std::size_t i = 0; i < parameterCount; ++i) {
        if (!callers.values[i].contains('/')) {
            state.values[i] = callers.values[i];
        }
    }
    return state;
}

// The state before an operation. Those that are wanted are found in one go.
const PaintState &PageRewrite::stateAt(int use, int operation)
{
    StatesAt &states = m_states[use];
    if (const auto known = states.find(operation); known != states.end()) {
        return known->second;
    }
    std::set<int> &wanted = m_statesWanted[use];
    wanted.insert(operation);
    states = statesAt(useAt(use), useAt(use).resources, beginState(use), wanted, {});
    return states.at(operation);
}

QByteArray PageRewrite::labelFont(int use)
{
    QPDFObjectHandle font = QPDFObjectHandle::newDictionary();
    font.replaceKey("/Type", QPDFObjectHandle::newName("/Font"));
    font.replaceKey("/Subtype", QPDFObjectHandle::newName("/Type1"));
    font.replaceKey("/BaseFont", QPDFObjectHandle::newName("/Helvetica"));
    font.replaceKey("/Encoding", QPDFObjectHandle::newName("/WinAnsiEncoding"));
    return m_copies.resources(use).add("/Font", m_file.makeIndirectObject(font));
}

// Room in a form for lines that became longer.
Rect PageRewrite::grownBox(int use) const
{
    Rect grown;
    if (useAt(use).kind != UseKind::Form) {
        return grown;   // an appearance is fitted into its annotation by its box (12.5.5)
    }
    const auto inverse = useAt(use).toPage.inverted();
    for (const SealedLine &line : m_lines) {
        const auto &glyphs = m_text.segments[static_cast<std::size_t>(line.segment)].glyphs;
        if (inverse && !glyphs.empty() && glyphAt(glyphs.front()).use == use) {
            for (const SealedMove &move : line.moves) {
                const Rect box = inverse->bounds(move.after);
                grown = grown.isEmpty() ? box : grown.united(box);
            }
        }
    }
    return grown;
}

bool PageRewrite::writeUse(int use)
{
    StreamEdits &edits = m_edits[use];
    const StreamUse &stream = useAt(use);
    const bool labels = std::any_of(m_page.labels.begin(), m_page.labels.end(),
                                    [](const QString &label) { return !label.isEmpty(); });
    if (labels && (!edits.chunks.empty() || use == 0)) {
        edits.labelFont = labelFont(use);
    }
    if (use == 0) {
        edits.atEnd = overlay(edits.labelFont);
    }
    const QByteArray bytes =
        rewriteStream(m_page, use, edits, m_copies.resources(use).object(), beginState(use));
    if (use == 0) {
        m_copies.replacePage(bytes);
        return true;
    }
    const QPDFObjectHandle copy = m_copies.stream(use, bytes, grownBox(use));
    m_result.sharedForms += stream.shared ? 1 : 0;
    if (stream.kind == UseKind::Appearance) {
        return m_copies.replaceAppearance(use, copy);
    }
    if (stream.caller < 0 || stream.callerOperation < 0) {
        return false;
    }
    m_edits[stream.caller].names[stream.callerOperation] = m_copies.nameInCaller(use, copy);
    return true;
}

// Callers come before what they call, and are written after it.
bool PageRewrite::writeStreams()
{
    if (!overlay({}).isEmpty()) {
        m_edits[0];
    }
    while (!m_edits.empty()) {
        const int use = m_edits.rbegin()->first;
        if (useAt(use).kind == UseKind::Type3Glyph || !writeUse(use)) {
            return false;
        }
        m_edits.erase(use);
        m_result.changed = true;
    }
    return true;
}

}   // namespace expunge::pdf
