// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/slidereader.h"

#include "core/formats/ooxml/slidetiming.h"

#include <QRegularExpression>

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using document::HiddenDefault;
using document::HiddenKind;
using document::Place;
using document::PlaceKind;

namespace {

constexpr double unitsPerPoint = 12700;   // ECMA-376 part 1, 20.1.10.16

Place within(const Place &place, PlaceKind kind, int number)
{
    Place result = place;
    result.push_back({kind, number, {}});
    return result;
}

}   // namespace

bool isUsualShapeName(const QString &name)
{
    static const QRegularExpression usual(
        u"^(|(Shape|AutoShape|Title|Subtitle|Rectangle|Rounded Rectangle|TextBox|Text Box|Freeform|"
        "Rectangle: Rounded Corners|(Title|Subtitle|Text|Content|Picture|Date|Footer|Header|Table|"
        "Chart|SmartArt|Media|Vertical Text|Slide Number|Slide Image|Notes) Placeholder|Picture|"
        "Vertical Title|Image|Table|Chart|Diagram|Object|Group|Oval|Line|Connector|Graphic|"
        "Straight Connector|Straight Arrow Connector|PlaceHolder|Google Shape;) ?[0-9]*)$"_s);
    return usual.match(name).hasMatch();
}

std::vector<Bounds> paintedBounds(pugi::xml_node root, const SlideLook &look)
{
    std::vector<Bounds> painted;
    for (const pugi::xml_node shape : shapesIn(root.child("p:cSld").child("p:spTree"))) {
        const auto frame = look.frame(shape);
        const Paint fill = look.fill(shape);
        const bool seen = is(shape, "p:pic") || is(shape, "p:grpSp")
                          || fill.kind == Paint::Kind::Colour || fill.kind == Paint::Kind::Other;
        if (frame && seen && SlideLook::placeholderType(shape).empty()) {
            painted.push_back(boundsOf(*frame));
        }
    }
    return painted;
}

SlideStory SlideReader::read(pugi::xml_node root)
{
    m_animated = animatedShapes(root);
    Context context;
    context.item = m_around.wholeItem;
    if (const pugi::xml_node tree = root.child("p:cSld").child("p:spTree")) {
        readContainer(tree, context);
        readIdentity(shapeIdentity(tree), context, within(m_around.place, PlaceKind::Shape, 0));
    }
    readLoose(root);
    readAnimations(root);
    findCovered();
    dropUnread(root);
    return std::move(m_result);
}

int SlideReader::itemOr(int item, const Context &context) const
{
    return context.item >= 0 ? context.item : item;
}

void SlideReader::readContainer(pugi::xml_node container, const Context &context)
{
    for (const pugi::xml_node child : container.children()) {
        if (is(child, "mc:AlternateContent")) {
            readAlternative(child, context);
        } else if (isShape(child)) {
            readShape(child, context);
        }
    }
}

/// ECMA-376 part 3, 7.6: the first choice is shown; the fallback repeats it for others.
void SlideReader::readAlternative(pugi::xml_node node, const Context &context)
{
    const size_t begin = m_result.story.units.size();
    size_t end = begin;
    bool first = true;
    for (const pugi::xml_node branch : node.children()) {
        Context inner = context;
        inner.fallback = context.fallback || !first;
        readContainer(branch, inner);
        end = first ? m_result.story.units.size() : end;
        first = false;
    }
    linkCopies(begin, end);
}

void SlideReader::linkCopies(size_t choice, size_t fallback)
{
    std::vector<StoryUnit> &units = m_result.story.units;
    std::vector<bool> used(units.size(), false);
    for (size_t i = fallback; i < units.size(); ++i) {
        for (size_t j = choice; j < fallback && units[i].copyOf < 0; ++j) {
            if (!used[j] && units[j].text == units[i].text && units[j].copyOf < 0
                && m_result.items[i] == m_result.items[j]) {
                units[i].copyOf = static_cast<int>(j);
                used[j] = true;
            }
        }
    }
}

void SlideReader::readShape(pugi::xml_node node, Context context)
{
    ReadShape shape;
    shape.node = node;
    shape.fallback = context.fallback;
    shape.placeholder = !SlideLook::placeholderType(node).empty();
    shape.fill = m_around.look->fill(node);
    shape.outline = m_around.look->outline(node);
    if (const auto frame = m_around.look->frame(node)) {
        shape.frame = context.space.placed(*frame);
        shape.placed = true;
    }
    const int number = ++m_shapes;
    const bool inherits = context.item >= 0;
    context.item = inherits ? context.item : hiddenItemOf(node, shape);
    shape.item = inherits ? -1 : context.item;
    shape.firstUnit = m_result.story.units.size();
    Place place = within(m_around.place, PlaceKind::Shape, number);
    if (is(node, "p:grpSp")) {
        readIdentity(shapeIdentity(node), context, place);
        readGroup(node, context, std::move(shape));
        return;
    }
    const std::string type = SlideLook::placeholderType(node);
    if (const pugi::xml_node table =
            node.child("a:graphic").child("a:graphicData").child("a:tbl")) {
        place = within(m_around.place, PlaceKind::Table, ++m_tables);
        readTable(table, context, place, shape);
    } else if (const pugi::xml_node body = node.child("p:txBody")) {
        const bool title = type == "title" || type == "ctrTitle";
        place = title ? within(m_around.place, PlaceKind::Title, 0)
                      : within(m_around.place, PlaceKind::TextBox, ++m_textBoxes);
        readText(body, context, place, !title, shape, shape.blocks);
    }
    const pugi::xml_node data = node.child("a:graphic").child("a:graphicData");
    const pugi::xml_node chart = data.child("c:chart");
    const pugi::xml_node diagram = data.child("dgm:relIds");
    if (is(node, "p:pic") || chart || diagram) {
        FlowBlock picture;
        picture.kind = FlowKind::Picture;
        picture.width = shape.frame.width / unitsPerPoint;
        picture.height = shape.frame.height / unitsPerPoint;
        picture.placeholder = chart ? u"chart"_s : diagram ? u"diagram"_s : QString();
        shape.frameRelation = chart ? attributeText(chart, "r:id") : attributeText(diagram, "r:dm");
        const QString relation = attributeText(node.child("p:blipFill").child("a:blip"), "r:embed");
        if (!relation.isEmpty()) {
            picture.pictureIndex = static_cast<int>(m_result.story.pictureRelations.size());
            m_result.story.pictureRelations.push_back(relation);
        }
        shape.blocks.push_back(std::move(picture));
    }
    readIdentity(shapeIdentity(node), context, place);
    shape.lastUnit = m_result.story.units.size();
    m_result.shapes.push_back(std::move(shape));
}

void SlideReader::readGroup(pugi::xml_node group, const Context &context, ReadShape shape)
{
    Context inner = context;
    inner.space = context.space.inside(group.child("p:grpSpPr").child("a:xfrm"));
    const size_t position = m_result.shapes.size();
    m_result.shapes.push_back(std::move(shape));
    readContainer(group, inner);
    m_result.shapes[position].lastUnit = m_result.story.units.size();
}

/// The item that a shape goes with: set not to show, without any size, or beside the slide.
int SlideReader::hiddenItemOf(pugi::xml_node shape, ReadShape &read)
{
    const pugi::xml_node identity = shapeIdentity(shape);
    read.hidden = identity.attribute("hidden").as_bool();
    if (m_around.width <= 0) {
        return -1;
    }
    QString preview;
    forEachElement(shape, [&](pugi::xml_node node) {
        preview += is(node, "a:t") && preview.isEmpty() ? textOf(node) : QString();
    });
    const bool moves = m_animated.contains(identity.attribute("id").value());
    const auto add = [&](HiddenKind kind) {
        // an object that an animation brings in is a part of the show
        const HiddenDefault usual = moves ? HiddenDefault::Keep : HiddenDefault::Remove;
        const int item = m_inventory.add(kind, 1, m_around.part, preview, {usual, true});
        return item;
    };
    if (read.hidden) {
        return add(HiddenKind::HiddenShapes);
    }
    if (!read.placed) {
        return -1;
    }
    if (read.frame.isEmpty() && !is(shape, "p:grpSp") && !read.placeholder) {
        return add(HiddenKind::HiddenShapes);
    }
    const Bounds slide{0, 0, m_around.width, m_around.height};
    const Bounds bounds = boundsOf(read.frame);
    const bool line = read.frame.width <= 0 || read.frame.height <= 0;
    read.offSlide = bounds.right <= slide.left || bounds.left >= slide.right
                    || bounds.bottom <= slide.top || bounds.top >= slide.bottom;
    if (line && !read.offSlide) {
        return -1;
    }
    return read.offSlide ? add(HiddenKind::OffSlideShapes) : -1;
}

void SlideReader::readTable(pugi::xml_node table, const Context &context, const Place &place,
                            ReadShape &shape)
{
    FlowBlock block;
    block.kind = FlowKind::Table;
    int number = 0;
    for (const pugi::xml_node row : table.children("a:tr")) {
        FlowBlock line;
        line.kind = FlowKind::Row;
        const Place where = within(place, PlaceKind::Row, ++number);
        int column = 0;
        for (const pugi::xml_node cell : row.children("a:tc")) {
            readCell(cell, context, within(where, PlaceKind::Cell, ++column), shape, line);
        }
        block.children.push_back(std::move(line));
    }
    shape.blocks.push_back(std::move(block));
}

/// A cell that another one is merged over shows nothing (ECMA-376 part 1, 21.1.3.18).
void SlideReader::readCell(pugi::xml_node cell, const Context &context, const Place &place,
                           ReadShape &shape, FlowBlock &row)
{
    const bool merged = cell.attribute("hMerge").as_bool() || cell.attribute("vMerge").as_bool();
    FlowBlock block;
    block.kind = FlowKind::Cell;
    block.columnSpan = std::max(1, cell.attribute("gridSpan").as_int(1));
    Context inner = context;
    if (merged && context.item < 0) {
        QString text;
        forEachElement(
            cell, [&](pugi::xml_node node) { text += is(node, "a:t") ? textOf(node) : QString(); });
        inner.item =
            m_inventory.add(HiddenKind::HiddenText, text.isEmpty() ? 0 : 1, m_around.part, text);
    }
    const pugi::xml_node body = cell.child("a:txBody");
    const auto paragraphs = body.children("a:p");
    const bool several = std::distance(paragraphs.begin(), paragraphs.end()) > 1;
    readText(body, inner, place, several, shape, block.children);
    if (!cell.attribute("hMerge").as_bool()) {
        row.children.push_back(std::move(block));
    }
}

void SlideReader::readText(pugi::xml_node body, const Context &context, const Place &place,
                           bool numbered, ReadShape &shape, std::vector<FlowBlock> &blocks)
{
    int number = 0;
    const auto paragraphs = body.children("a:p");
    const bool several = std::distance(paragraphs.begin(), paragraphs.end()) > 1;
    for (const pugi::xml_node paragraph : paragraphs) {
        ++number;
        blocks.push_back(readParagraph(
            paragraph, context,
            numbered || several ? within(place, PlaceKind::Paragraph, number) : place, shape));
    }
}

}   // namespace expunge::formats::ooxml
