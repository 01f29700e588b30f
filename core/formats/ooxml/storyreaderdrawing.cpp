// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/storyreader.h"

#include <QRegularExpression>

// The part of StoryReader that reads drawings, and the texts that stand in attributes.

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using document::HiddenKind;
using document::PlaceKind;
using document::PlaceStep;

namespace {

constexpr double emuPerPoint = 12700;   // ECMA-376 part 1, 20.1.2.1

bool endsWith(std::string_view name, std::string_view end)
{
    return name.size() >= end.size() && name.substr(name.size() - end.size()) == end;
}

bool draws(pugi::xml_node branch)
{
    bool found = false;
    forEachElement(branch, [&](pugi::xml_node node) {
        found = found || is(node, "w:drawing") || is(node, "w:pict") || is(node, "w:object")
                || is(node, "pic:pic") || is(node, "wps:wsp");
    });
    return found;
}

/// A length of a VML style such as "width:70pt", in points.
double styleLength(const QString &style, const QString &name)
{
    const QRegularExpression length(u"(?:^|;)\\s*%1:\\s*([0-9.]+)(pt|in|cm|mm|px)?"_s.arg(name));
    const QRegularExpressionMatch match = length.match(style);
    const double value = match.captured(1).toDouble();
    const QString unit = match.captured(2);
    return unit == u"in"_s   ? value * 72
           : unit == u"cm"_s ? value * 72 / 2.54
           : unit == u"mm"_s ? value * 72 / 25.4
           : unit == u"px"_s ? value * 0.75
                             : value;
}

/// Size of the drawing that a node is part of.
void measure(pugi::xml_node node, FlowBlock &block)
{
    for (pugi::xml_node outer = node.parent(); outer; outer = outer.parent()) {
        if (const pugi::xml_node extent = outer.child("wp:extent")) {
            block.width = extent.attribute("cx").as_double() / emuPerPoint;
            block.height = extent.attribute("cy").as_double() / emuPerPoint;
            return;
        }
        if (const pugi::xml_attribute style = outer.attribute("style")) {
            block.width = styleLength(QString::fromUtf8(style.value()), u"width"_s);
            block.height = styleLength(QString::fromUtf8(style.value()), u"height"_s);
            return;
        }
    }
}

/// A VML shape that its style keeps from showing (ECMA-376 part 4, 19.1.2.19).
bool isHiddenShape(pugi::xml_node node)
{
    static const QRegularExpression hidden(
        u"(^|;)\\s*(visibility:\\s*hidden|display:\\s*none|mso-hide:\\s*all)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return std::string_view(node.name()).substr(0, 2) == "v:"
           && hidden.match(attributeText(node, "style")).hasMatch();
}

/// Names that Word makes up itself and that say nothing.
bool isGeneratedName(const QString &name)
{
    static const QRegularExpression generated(
        u"^(Picture|Image|Text Box|Chart|Diagram|Group|Shape|Rectangle|Object|Line|Table|Oval|"
        "Freeform|Straight Connector|_Toc|_Ref|_Hlk|OLE_LINK|Text|Check|Dropdown|bookmark)"
        " ?[0-9]+$|^_GoBack$"_s);
    return generated.match(name).hasMatch();
}

}   // namespace

void StoryReader::readAlternate(pugi::xml_node node, const Context &context, const ReadBranch &read)
{
    bool first = true;
    bool grew = false;
    bool drawn = false;
    const size_t choiceBegin = sink().size();
    size_t choiceEnd = choiceBegin;
    for (pugi::xml_node branch : node.children()) {
        if (!is(branch, "mc:Choice") && !is(branch, "mc:Fallback")) {
            continue;
        }
        const qsizetype before = m_line == nullptr ? 0 : m_line->main.text.size();
        const bool shadow = m_line != nullptr && m_line->shadow;
        Context inner = context;
        inner.fallback = context.fallback || (!first && (grew || drawn));
        if (m_line != nullptr && !first && grew) {
            m_line->shadow = true;
        }
        if (first) {
            read(branch, inner);
            grew = m_line != nullptr && m_line->main.text.size() > before;
            drawn = draws(branch) || sink().size() > choiceBegin;
            choiceEnd = sink().size();
        } else {
            read(branch, inner);
            linkCopies(choiceBegin, choiceEnd);
        }
        if (m_line != nullptr) {
            m_line->shadow = shadow;
        }
        first = false;
    }
}

/// Units read after the first branch repeat those of the first branch that have the same text.
void StoryReader::linkCopies(size_t choiceBegin, size_t choiceEnd)
{
    std::vector<StoryUnit> &units = sink();
    std::vector<bool> used(choiceEnd - choiceBegin, false);
    for (size_t i = choiceEnd; i < units.size(); ++i) {
        for (size_t j = choiceBegin; j < choiceEnd && units[i].copyOf < 0; ++j) {
            if (!used[j - choiceBegin] && units[i].text == units[j].text
                && units[i].layer == units[j].layer && units[j].copyOf < 0) {
                units[i].copyOf = units[j].key;
                used[j - choiceBegin] = true;
            }
        }
    }
}

void StoryReader::readDrawing(pugi::xml_node drawing, const Context &context)
{
    Context inner = context;
    inner.background.reset();
    inner.shaded =
        true;   // what is painted behind text in a shape is not worked out: it counts as seen
    const pugi::xml_node name = drawing.first_child().child("wp:docPr");
    if (name.attribute("hidden").as_bool() && !context.hidden) {
        m_story.hiddenNodes.push_back({HiddenKind::HiddenText, drawing});
        inner.hidden = true;
    }
    readDrawingNode(drawing, inner);
}

void StoryReader::readDrawingNode(pugi::xml_node node, const Context &context)
{
    const std::string_view name = node.name();
    if (name == "w:txbxContent") {
        readTextBox(node, context);
        return;
    }
    if (name == "a:p") {
        readShapeText(node, context);
        return;
    }
    const auto readChildren = [this](pugi::xml_node parent, const Context &inner) {
        for (pugi::xml_node child : parent.children()) {
            if (child.type() == pugi::node_element) {
                readDrawingNode(child, inner);
            }
        }
    };
    if (name == "mc:AlternateContent") {
        readAlternate(node, context, readChildren);
        return;
    }
    if (name == "a:blip") {
        readPicture(node, "r:embed", context);
    } else if (name == "v:imagedata") {
        readPicture(node, "r:id", context);
    } else if (name == "c:chart" || name == "dgm:relIds") {
        FlowBlock block;
        block.kind = FlowKind::Picture;
        block.placeholder = name == "c:chart" ? u"chart"_s : u"diagram"_s;
        measure(node, block);
        if (!context.fallback && m_line != nullptr) {
            m_line->anchored.push_back(std::move(block));
        }
    }
    Context inner = context;
    if (!context.hidden && isHiddenShape(node)) {
        m_story.hiddenNodes.push_back({HiddenKind::HiddenText, node});
        inner.hidden = true;
    }
    readAttributes(node, inner);
    readChildren(node, inner);
}

void StoryReader::readTextBox(pugi::xml_node content, const Context &context)
{
    Context inner = context;
    inner.place.push_back({PlaceKind::TextBox, ++m_textBoxes, {}});
    inner.numberParagraphs = false;
    inner.tableStyle.clear();
    FlowBlock block;
    block.kind = FlowKind::TextBox;
    measure(content, block);
    std::vector<FlowBlock> *outer = std::exchange(m_blocks, &block.children);
    readScope(content, inner);
    m_blocks = outer;
    if (context.fallback) {
        return;
    }
    if (m_line != nullptr) {
        m_line->anchored.push_back(std::move(block));
    } else {
        m_blocks->push_back(std::move(block));
    }
}

/// Text of a DrawingML shape that is not a WordprocessingML text box (locked canvases).
void StoryReader::readShapeText(pugi::xml_node paragraph, const Context &context)
{
    document::Place place = context.place;
    place.push_back({PlaceKind::TextBox, ++m_textBoxes, {}});
    StoryUnit unit = newUnit(context.deleted  ? Layer::Deleted
                             : context.hidden ? Layer::Hidden
                                              : Layer::Main,
                             place);
    unit.paragraph = ++m_nextParagraph;
    forEachElement(paragraph, [&](pugi::xml_node node) {
        if (is(node, "a:t") || is(node, "a:br")) {
            Piece piece;
            piece.kind = is(node, "a:t") ? PieceKind::Text : PieceKind::Mark;
            piece.node = node;
            piece.begin = static_cast<int>(unit.text.size());
            unit.text += is(node, "a:t") ? textOf(node) : u"\n"_s;
            piece.end = static_cast<int>(unit.text.size());
            piece.order = ++m_nextOrder;
            unit.pieces.push_back(piece);
        }
    });
    if (!unit.text.isEmpty()) {
        emitUnit(std::move(unit));
    }
}

void StoryReader::readPicture(pugi::xml_node node, const char *relation, const Context &context)
{
    const QString id = attributeText(node, relation);
    if (id.isEmpty() || context.fallback || context.deleted || context.hidden
        || m_line == nullptr) {
        return;
    }
    FlowBlock block;
    block.kind = FlowKind::Picture;
    block.pictureIndex = static_cast<int>(m_story.pictureRelations.size());
    measure(node, block);
    m_story.pictureRelations.push_back(id);
    m_line->anchored.push_back(std::move(block));
}

void StoryReader::readControl(pugi::xml_node control, const Context &context)
{
    const PlaceStep step{PlaceKind::ContentControl, 0, {}};
    const auto add = [&](pugi::xml_node node, const char *name, int copyOf = -1) {
        return addAttribute(node, name, step, HiddenKind::ContentControlData, context, copyOf);
    };
    add(control.child("w:alias"), "w:val");
    add(control.child("w:tag"), "w:val");
    add(control.child("w:placeholder").child("w:docPart"), "w:val");
    add(control.child("w:date"), "w:fullDate");
    for (const char *list : {"w:dropDownList", "w:comboBox"}) {
        for (pugi::xml_node item : control.child(list).children("w:listItem")) {
            const int shown = add(item, "w:displayText");
            const bool same =
                attributeText(item, "w:value") == attributeText(item, "w:displayText");
            add(item, "w:value", same ? shown : -1);
        }
    }
    for (const char *name : {"w:dataBinding", "w15:dataBinding"}) {
        add(control.child(name), "w:xpath");
    }
}

void StoryReader::readFormField(pugi::xml_node data, const Context &context)
{
    const PlaceStep step{PlaceKind::Field, 0, {}};
    const auto add = [&](pugi::xml_node node, const char *name) {
        addAttribute(node, name, step, HiddenKind::FormFieldData, context);
    };
    add(data.child("w:name"), "w:val");
    add(data.child("w:helpText"), "w:val");
    add(data.child("w:statusText"), "w:val");
    add(data.child("w:textInput").child("w:default"), "w:val");
    const pugi::xml_node list = data.child("w:ddList");
    const int chosen = list.child("w:result")
                           .attribute("w:val")
                           .as_int(list.child("w:default").attribute("w:val").as_int());
    int number = 0;
    for (pugi::xml_node entry : list.children("w:listEntry")) {
        if (number++ != chosen) {
            add(entry, "w:val");
            continue;
        }
        // the page shows the chosen entry, though no run holds it (ECMA-376 part 1, 17.16.9)
        Piece piece;
        piece.kind = PieceKind::Attribute;
        piece.node = entry;
        piece.attribute = entry.attribute("w:val");
        append(attributeText(entry, "w:val"), piece, context, RunLook());
    }
}

void StoryReader::readAttributes(pugi::xml_node node, const Context &context)
{
    const std::string_view name = node.name();
    const auto add = [&](const char *attribute, PlaceKind place, std::optional<HiddenKind> hidden) {
        addAttribute(node, attribute, {place, 0, {}}, hidden, context);
    };
    if (name == "w:bookmarkStart") {
        addAttribute(node, "w:name", {PlaceKind::Other, 0, u"bookmark"_s}, HiddenKind::Bookmarks,
                     context);
    } else if (name == "w:permStart") {
        addAttribute(node, "w:ed", {PlaceKind::Other, 0, u"permission"_s}, HiddenKind::Permissions,
                     context);
    } else if (name == "w:smartTag" || name == "w:customXml") {
        const PlaceStep step{PlaceKind::Other, 0, u"smart tag"_s};
        const char *properties = name == "w:smartTag" ? "w:smartTagPr" : "w:customXmlPr";
        for (pugi::xml_node attribute : node.child(properties).children("w:attr")) {
            addAttribute(attribute, "w:val", step, HiddenKind::SmartTags, context);
        }
        addAttribute(node, "w:element", step, HiddenKind::SmartTags, context);
    } else if (name == "w:hyperlink") {
        add("w:tooltip", PlaceKind::ToolTip, std::nullopt);
        add("w:docLocation", PlaceKind::Link, std::nullopt);
        add("w:anchor", PlaceKind::Link, HiddenKind::Bookmarks);
    } else if (name == "a:hlinkClick" || name == "a:hlinkHover") {
        add("tooltip", PlaceKind::ToolTip, std::nullopt);
    } else if (endsWith(name, ":cNvPr") || name == "wp:docPr") {
        for (const char *attribute : {"descr", "title", "name"}) {
            add(attribute, PlaceKind::AltText, HiddenKind::AltText);
        }
    } else if (name.substr(0, 2) == "v:" || name.substr(0, 2) == "o:") {
        for (const char *attribute : {"alt", "title", "o:title"}) {
            add(attribute, PlaceKind::AltText, HiddenKind::AltText);
        }
        for (const char *attribute : {"href", "o:href", "src"}) {
            add(attribute, PlaceKind::Link, HiddenKind::LinkedFiles);
        }
        if (name == "v:textpath") {
            addAttribute(node, "string", {PlaceKind::TextBox, ++m_textBoxes, {}}, std::nullopt,
                         context);
        }
    }
}

/// Key of the unit made; -1 for an attribute that is not there or says nothing.
int StoryReader::addAttribute(pugi::xml_node node, const char *name, PlaceStep step,
                              std::optional<HiddenKind> hidden, const Context &context, int copyOf)
{
    const QString text = attributeText(node, name);
    if (text.isEmpty() || isGeneratedName(text)) {
        return -1;
    }
    document::Place place = m_line == nullptr ? context.place : m_line->place;
    place.push_back(std::move(step));
    StoryUnit unit = newUnit(Layer::Extra, place);
    if (!unit.hidden) {
        unit.hidden = context.deleted ? HiddenKind::TrackedChanges : hidden;
    }
    unit.text = text;
    unit.copyOf = copyOf;
    unit.paragraph = m_line == nullptr ? ++m_nextParagraph : m_line->id;
    Piece piece;
    piece.kind = PieceKind::Attribute;
    piece.node = node;
    piece.attribute = node.attribute(name);
    piece.end = static_cast<int>(text.size());
    piece.order = ++m_nextOrder;
    unit.pieces.push_back(piece);
    emitUnit(std::move(unit));
    return m_nextKey;
}

}   // namespace expunge::formats::ooxml
