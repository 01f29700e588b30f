// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/effectivestyle.h"
#include "core/formats/ooxml/listmarkers.h"
#include "core/formats/ooxml/story.h"

#include <functional>
#include <memory>
#include <string>

namespace expunge::formats::ooxml {

/// Walks a story part and turns it into text units, made of pieces that lead back to the nodes.
/// The same tree always gives the same units, which is what lets a plan made for one reading be
/// carried out on another.
class StoryReader
{
public:
    StoryReader(const EffectiveStyle &styles, ListMarkers &markers, bool paintedPage);

    /// `number` counts headers and footers from 1.
    Story read(pugi::xml_node root, StoryKind kind, int number);

private:
    /// What is known on the way down about the text below.
    struct Context
    {
        bool deleted = false;
        bool inserted = false;
        bool link = false;
        bool hidden = false;   // inside a hidden drawing
        bool fallback = false;
        bool shaded = false;
        std::optional<quint32> background;   // of the cell around
        std::string tableStyle;
        document::Place place;
        bool numberParagraphs = true;
    };

    /// A field that is open while its scope is read.
    struct OpenField
    {
        int index = -1;
        bool inCode = true;
        StoryUnit unit;
    };

    /// The paragraph that is being read.
    struct Line
    {
        int id = 0;
        StoryUnit main;
        std::vector<StoryUnit> layers;
        int current = -1;               // layer that goes on; -1: none
        std::vector<StoryUnit> after;   // text boxes, attributes, codes
        std::vector<document::FlowRun> runs;
        std::vector<document::FlowBlock> anchored;
        EffectiveStyle::Surroundings around;
        document::Place place;
        bool shadow = false;   // inline text comes from a fallback
    };

    /// Numbers of tables, paragraphs and text boxes within a container.
    struct Counters
    {
        int paragraphs = 0;
        int tables = 0;
    };

    // blocks
    void readScope(pugi::xml_node scope, const Context &context);
    void readBlocks(pugi::xml_node container, const Context &context, Counters &counters);
    void readBlock(pugi::xml_node node, const Context &context, Counters &counters);
    void readParagraph(pugi::xml_node paragraph, const Context &context, Counters &counters);
    void readTable(pugi::xml_node table, const Context &context, Counters &counters);
    void readRow(pugi::xml_node row, const Context &context, int number);
    void readNotes(pugi::xml_node root, document::PlaceKind kind);
    void addRestored(Line &line);
    void finishParagraph(Line &line, pugi::xml_node properties, const Context &context);

    // inline content
    void readInline(pugi::xml_node parent, const Context &context);
    void readInlineNode(pugi::xml_node node, const Context &context);
    void readRun(pugi::xml_node run, const Context &context);
    void readRunContent(pugi::xml_node node, const Context &context, const RunLook &look);
    void readFieldMark(pugi::xml_node mark, const Context &context);
    void readSimpleField(pugi::xml_node field, const Context &context);
    void readStrayCode(pugi::xml_node node);
    void readRuby(pugi::xml_node ruby, const Context &context);
    void finishField(OpenField field, const Context &context);

    // drawings and attributes
    void readDrawing(pugi::xml_node drawing, const Context &context);
    void readDrawingNode(pugi::xml_node node, const Context &context);
    void readTextBox(pugi::xml_node content, const Context &context);
    void readShapeText(pugi::xml_node paragraph, const Context &context);
    void readPicture(pugi::xml_node node, const char *relation, const Context &context);
    void readControl(pugi::xml_node control, const Context &context);
    void readFormField(pugi::xml_node data, const Context &context);
    void readAttributes(pugi::xml_node node, const Context &context);
    using ReadBranch = std::function<void(pugi::xml_node branch, const Context &inner)>;
    void readAlternate(pugi::xml_node node, const Context &context, const ReadBranch &read);
    void linkCopies(size_t choiceBegin, size_t choiceEnd);

    // what the text goes to
    void append(const QString &text, Piece piece, const Context &context, const RunLook &look);
    StoryUnit &target(const Context &context, const RunLook &look, bool blank);
    int addAttribute(pugi::xml_node node, const char *name, document::PlaceStep step,
                     std::optional<document::HiddenKind> hidden, const Context &context,
                     int copyOf = -1);
    StoryUnit newUnit(Layer layer, const document::Place &place);
    std::optional<document::HiddenKind> hiddenKind(Layer layer) const;
    void emitUnit(StoryUnit unit);
    std::vector<StoryUnit> &sink();
    void addBlock(document::FlowBlock block, const Context &context);
    void settle();

    const EffectiveStyle &m_styles;
    ListMarkers &m_markers;
    bool m_paintedPage = false;   // the page itself has a colour

    Story m_story;
    document::Place m_storyPlace;
    std::optional<document::HiddenKind> m_storyHidden;
    std::vector<std::unique_ptr<FieldMap>> m_maps;      // of the scopes that are open
    std::vector<std::vector<OpenField>> m_openFields;   // by scope
    std::vector<int> m_fieldBase;   // by scope: where its fields begin in the story's
    Line *m_line = nullptr;
    std::vector<document::FlowBlock> *m_blocks = nullptr;
    int m_nextKey = 0;
    int m_nextOrder = 0;
    int m_nextParagraph = 0;
    int m_textBoxes = 0;
};

}   // namespace expunge::formats::ooxml
