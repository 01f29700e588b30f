// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/storyreader.h"

#include <algorithm>
#include <map>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using document::FlowRun;
using document::HiddenKind;
using document::PlaceKind;
using document::PlaceStep;

StoryReader::StoryReader(const EffectiveStyle &styles, ListMarkers &markers, bool paintedPage)
    : m_styles(styles)
    , m_markers(markers)
    , m_paintedPage(paintedPage)
{
}

namespace {

constexpr std::array flowKinds{FlowKind::Body,      FlowKind::Header,   FlowKind::Footer,
                               FlowKind::Footnotes, FlowKind::Endnotes, FlowKind::Comments};

}   // namespace

Story StoryReader::read(pugi::xml_node root, StoryKind kind, int number)
{
    m_story = Story();
    m_story.kind = kind;
    m_story.block.kind = flowKinds.at(static_cast<size_t>(kind));
    m_storyPlace.clear();
    m_storyHidden.reset();
    m_blocks = &m_story.block.children;
    Context context;
    context.shaded = m_paintedPage;
    switch (kind) {
    case StoryKind::Body:
        for (pugi::xml_node body : root.children("w:body")) {
            readScope(body, context);   // some programs write two, and some readers show both
        }
        break;
    case StoryKind::Header:
    case StoryKind::Footer:
        m_storyPlace.push_back(
            {kind == StoryKind::Header ? PlaceKind::Header : PlaceKind::Footer, number, {}});
        context.place = m_storyPlace;
        readScope(root, context);
        break;
    case StoryKind::Footnotes:
        readNotes(root, PlaceKind::Footnote);
        break;
    case StoryKind::Endnotes:
        readNotes(root, PlaceKind::Endnote);
        break;
    case StoryKind::Comments:
        m_storyHidden = HiddenKind::Comments;
        readNotes(root, PlaceKind::Comment);
        break;
    }
    settle();
    return std::move(m_story);
}

void StoryReader::readNotes(pugi::xml_node root, PlaceKind kind)
{
    for (pugi::xml_node note : root.children()) {
        // separators between text and notes are notes with a type (ECMA-376 part 1, 17.11.10)
        const std::string_view type = note.attribute("w:type").value();
        if (note.type() != pugi::node_element) {
            continue;
        }
        const bool separates = !type.empty() && type != "normal";
        m_story.notes += separates ? 0 : 1;
        Context context;
        context.shaded = m_paintedPage;
        context.place = {{kind, separates ? 0 : m_story.notes, {}}};
        context.numberParagraphs = false;
        const size_t before = m_blocks->size();
        const size_t unitsBefore = m_story.units.size();
        readScope(note, context);
        for (size_t i = unitsBefore; i < m_story.units.size(); ++i) {
            m_story.units[i].note = separates ? std::string() : note.attribute("w:id").value();
        }
        if (separates) {
            m_blocks->resize(before);
            continue;
        }
        if (m_blocks->size() > before) {
            (*m_blocks)[before].marker = QString::number(m_story.notes);
        }
    }
}

void StoryReader::readScope(pugi::xml_node scope, const Context &context)
{
    m_maps.push_back(std::make_unique<FieldMap>(scope));
    m_openFields.emplace_back();
    m_fieldBase.push_back(static_cast<int>(m_story.fields.size()));
    m_story.fields.insert(m_story.fields.end(), m_maps.back()->fields.begin(),
                          m_maps.back()->fields.end());
    Counters counters;
    readBlocks(scope, context, counters);
    // marks inside skipped markup are never reached: what was gathered must not be lost
    while (!m_openFields.back().empty()) {
        OpenField field = std::move(m_openFields.back().back());
        m_openFields.back().pop_back();
        finishField(std::move(field), context);
    }
    m_maps.pop_back();
    m_openFields.pop_back();
    m_fieldBase.pop_back();
}

void StoryReader::readBlocks(pugi::xml_node container, const Context &context, Counters &counters)
{
    for (pugi::xml_node node : container.children()) {
        if (node.type() == pugi::node_element) {
            readBlock(node, context, counters);
        }
    }
}

void StoryReader::readBlock(pugi::xml_node node, const Context &context, Counters &counters)
{
    if (is(node, "w:p")) {
        readParagraph(node, context, counters);
    } else if (is(node, "w:tbl")) {
        readTable(node, context, counters);
    } else if (is(node, "w:sdt")) {
        readControl(node.child("w:sdtPr"), context);
        readBlocks(node.child("w:sdtContent"), context, counters);
    } else if (is(node, "w:customXml")) {
        readAttributes(node, context);
        readBlocks(node, context, counters);
    } else if (is(node, "mc:AlternateContent")) {
        readAlternate(node, context, [&](pugi::xml_node branch, const Context &inner) {
            readBlocks(branch, inner, counters);
        });
    } else if (is(node, "w:ins") || is(node, "w:moveTo")) {
        Context inner = context;
        inner.inserted = true;
        readBlocks(node, inner, counters);
    } else if (is(node, "w:del") || is(node, "w:moveFrom")) {
        Context inner = context;
        inner.deleted = true;
        readBlocks(node, inner, counters);
    } else if (is(node, "m:oMathPara") || is(node, "m:oMath") || is(node, "w:r")) {
        // loose inline content gets a paragraph of its own in the reading, so that nothing is
        // missed
        Line line;
        line.id = ++m_nextParagraph;
        line.place = context.place;
        line.main = newUnit(Layer::Main, line.place);
        line.main.paragraph = line.id;
        Line *outer = std::exchange(m_line, &line);
        readInlineNode(node, context);
        m_line = outer;
        finishParagraph(line, {}, context);
    } else {
        readAttributes(node, context);
    }
}

void StoryReader::readParagraph(pugi::xml_node paragraph, const Context &context,
                                Counters &counters)
{
    ++counters.paragraphs;
    Line line;
    line.id = ++m_nextParagraph;
    line.place = context.place;
    if (context.numberParagraphs || counters.paragraphs > 1) {
        line.place.push_back({PlaceKind::Paragraph, counters.paragraphs, {}});
    }
    const pugi::xml_node properties = paragraph.child("w:pPr");
    line.around.paragraphStyle = properties.child("w:pStyle").attribute("w:val").value();
    line.around.tableStyle = context.tableStyle;
    const ParagraphProperties look = m_styles.paragraph(properties);
    line.around.shaded = context.shaded || look.shaded;
    line.around.background = look.shaded ? look.background : context.background;
    line.main = newUnit(Layer::Main, line.place);
    line.main.paragraph = line.id;
    Line *outer = std::exchange(m_line, &line);
    readInline(paragraph, context);
    m_line = outer;
    finishParagraph(line, properties, context);
}

/// A text that only undoing the changes makes whole can be searched, and so redacted, all the same.
void StoryReader::addRestored(Line &line)
{
    std::vector<std::pair<const StoryUnit *, const Piece *>> pieces;
    const auto gather = [&pieces](const StoryUnit &unit) {
        for (const Piece &piece : unit.pieces) {
            if (!piece.inserted || unit.layer == Layer::Deleted) {
                pieces.emplace_back(&unit, &piece);
            }
        }
    };
    gather(line.main);
    for (const StoryUnit &layer : line.layers) {
        if (layer.layer == Layer::Deleted) {
            gather(layer);
        }
    }
    std::sort(pieces.begin(), pieces.end(),
              [](const auto &a, const auto &b) { return a.second->order < b.second->order; });
    StoryUnit restored = newUnit(Layer::Restored, line.place);
    restored.place.push_back({PlaceKind::Deletion, 0, {}});
    restored.paragraph = line.id;
    for (const auto &[unit, piece] : pieces) {
        Piece copy = *piece;
        copy.begin = static_cast<int>(restored.text.size());
        restored.text += QStringView(unit->text).sliced(piece->begin, piece->end - piece->begin);
        copy.end = static_cast<int>(restored.text.size());
        restored.pieces.push_back(copy);
    }
    const auto reads = [&restored](const StoryUnit &unit) { return unit.text == restored.text; };
    if (!reads(line.main) && std::none_of(line.layers.begin(), line.layers.end(), reads)) {
        line.layers.push_back(std::move(restored));
    }
}

void StoryReader::finishParagraph(Line &line, pugi::xml_node properties, const Context &context)
{
    FlowBlock block;
    block.kind = FlowKind::Paragraph;
    const ParagraphProperties look = m_styles.paragraph(properties);
    if (look.outline && *look.outline >= 0 && *look.outline < 9) {
        block.headingLevel = *look.outline + 1;
    }
    if (look.numberId.value_or(0) > 0) {
        block.listLevel = std::clamp(look.numberLevel.value_or(0), 0, 8);
        block.marker =
            context.fallback ? QString() : m_markers.next(*look.numberId, block.listLevel);
    }
    block.alignment = look.alignment.value_or(document::Alignment::Start);
    block.indent = look.indent.value_or(0);
    block.runs = std::move(line.runs);
    block.unit = line.main.text.isEmpty() ? -1 : line.main.key;
    addRestored(line);
    addBlock(std::move(block), context);
    for (FlowBlock &anchored : line.anchored) {
        addBlock(std::move(anchored), context);
    }
    if (!line.main.text.isEmpty()) {
        emitUnit(std::move(line.main));
    }
    for (StoryUnit &layer : line.layers) {
        emitUnit(std::move(layer));
    }
    for (StoryUnit &unit : line.after) {
        emitUnit(std::move(unit));
    }
}

void StoryReader::readTable(pugi::xml_node table, const Context &context, Counters &counters)
{
    ++counters.tables;
    const pugi::xml_node properties = table.child("w:tblPr");
    Context inner = context;
    inner.place.push_back({PlaceKind::Table, counters.tables, {}});
    inner.tableStyle = properties.child("w:tblStyle").attribute("w:val").value();
    inner.shaded = context.shaded || m_styles.paintsCells(inner.tableStyle)
                   || properties.child("w:shd").attribute("w:fill");
    for (const char *name : {"w:tblCaption", "w:tblDescription"}) {
        addAttribute(properties.child(name), "w:val", {PlaceKind::AltText, 0, {}},
                     HiddenKind::AltText, inner);
    }
    FlowBlock block;
    block.kind = FlowKind::Table;
    std::vector<FlowBlock> *outer = std::exchange(m_blocks, &block.children);
    int row = 0;
    const auto readRows = [&](auto &&self, pugi::xml_node container,
                              const Context &around) -> void {
        for (pugi::xml_node node : container.children()) {
            if (is(node, "w:tr")) {
                readRow(node, around, ++row);
            } else if (is(node, "w:sdt")) {
                readControl(node.child("w:sdtPr"), around);
                self(self, node.child("w:sdtContent"), around);
            } else if (is(node, "w:customXml") || is(node, "w:ins") || is(node, "w:moveTo")
                       || is(node, "w:del") || is(node, "w:moveFrom")) {
                Context changed = around;
                changed.deleted = around.deleted || is(node, "w:del") || is(node, "w:moveFrom");
                readAttributes(node, around);
                self(self, node, changed);
            } else if (!is(node, "w:tblPr") && !is(node, "w:tblGrid")) {
                readAttributes(node, around);
            }
        }
    };
    readRows(readRows, table, inner);
    m_blocks = outer;
    addBlock(std::move(block), context);
}

void StoryReader::readRow(pugi::xml_node row, const Context &context, int number)
{
    Context inner = context;
    inner.place.push_back({PlaceKind::Row, number, {}});
    inner.deleted = context.deleted || row.child("w:trPr").child("w:del");
    inner.inserted = context.inserted || row.child("w:trPr").child("w:ins");
    inner.hidden = context.hidden || isOn(row.child("w:trPr").child("w:hidden"));
    FlowBlock block;
    block.kind = FlowKind::Row;
    std::vector<FlowBlock> *outer = std::exchange(m_blocks, &block.children);
    int cell = 0;
    const auto readCells = [&](auto &&self, pugi::xml_node container) -> void {
        for (pugi::xml_node node : container.children()) {
            if (is(node, "w:sdt")) {
                readControl(node.child("w:sdtPr"), inner);
                self(self, node.child("w:sdtContent"));
            } else if (is(node, "w:customXml")) {
                readAttributes(node, inner);
                self(self, node);
            } else if (!is(node, "w:tc")) {
                readAttributes(node, inner);
            } else {
                const pugi::xml_node properties = node.child("w:tcPr");
                Context within = inner;
                within.place.push_back({PlaceKind::Cell, ++cell, {}});
                within.numberParagraphs = false;
                within.deleted = inner.deleted || properties.child("w:cellDel");
                const std::string_view fill = properties.child("w:shd").attribute("w:fill").value();
                within.shaded =
                    inner.shaded || (!fill.empty() && fill != "auto" && fill != "FFFFFF");
                if (within.shaded && !inner.shaded) {
                    within.background = EffectiveStyle::fillOf(properties.child("w:shd"));
                }
                FlowBlock shown;
                shown.kind = FlowKind::Cell;
                shown.columnSpan = properties.child("w:gridSpan").attribute("w:val").as_int(1);
                shown.width = properties.child("w:tcW").attribute("w:w").as_double() / 20;
                std::vector<FlowBlock> *around = std::exchange(m_blocks, &shown.children);
                Counters counters;
                readBlocks(node, within, counters);
                m_blocks = around;
                block.children.push_back(std::move(shown));
            }
        }
    };
    readCells(readCells, row);
    m_blocks = outer;
    addBlock(std::move(block), context);
}

std::vector<StoryUnit> &StoryReader::sink()
{
    return m_line == nullptr ? m_story.units : m_line->after;
}

void StoryReader::emitUnit(StoryUnit unit)
{
    sink().push_back(std::move(unit));
}

void StoryReader::addBlock(FlowBlock block, const Context &context)
{
    if (!context.fallback && m_blocks != nullptr) {
        m_blocks->push_back(std::move(block));
    }
}

/// Gives units their positions: blank layers and codes go, and keys in copies and flow runs become
/// positions.
void StoryReader::settle()
{
    std::map<int, int> positions;
    std::vector<StoryUnit> kept;
    for (StoryUnit &unit : m_story.units) {
        if (unit.layer != Layer::Main && unit.text.trimmed().isEmpty()) {
            continue;
        }
        positions[unit.key] = static_cast<int>(kept.size());
        kept.push_back(std::move(unit));
    }
    m_story.units = std::move(kept);
    const auto position = [&](int key) {
        const auto found = positions.find(key);
        return found == positions.end() ? -1 : found->second;
    };
    for (StoryUnit &unit : m_story.units) {
        unit.copyOf = position(unit.copyOf);
    }
    std::vector<FlowBlock *> blocks{&m_story.block};
    while (!blocks.empty()) {
        FlowBlock *block = blocks.back();
        blocks.pop_back();
        block->unit = position(block->unit);
        for (FlowRun &run : block->runs) {
            run.unit = position(run.unit);
        }
        std::erase_if(block->runs, [](const FlowRun &run) { return run.unit < 0; });
        for (FlowBlock &child : block->children) {
            blocks.push_back(&child);
        }
    }
}

}   // namespace expunge::formats::ooxml
