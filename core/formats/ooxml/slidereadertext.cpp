// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/slidereader.h"
#include "core/formats/ooxml/vocabulary.h"

#include <algorithm>
#include <map>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowRun;
using document::HiddenDefault;
using document::HiddenKind;
using document::Place;
using document::PlaceKind;

namespace {

constexpr double tiny = 2;   // points; nobody can read what is smaller

Place within(const Place &place, PlaceKind kind)
{
    Place result = place;
    result.push_back({kind, 0, {}});
    return result;
}

/// The elements of a paragraph that hold its text, in order: a:t, m:t and a:br.
std::vector<pugi::xml_node> textNodes(pugi::xml_node paragraph)
{
    std::vector<pugi::xml_node> nodes;
    forEachElement(paragraph, [&](pugi::xml_node node) {
        if (is(node, "a:t") || is(node, "m:t") || is(node, "a:br")) {
            nodes.push_back(node);
        }
    });
    return nodes;
}

}   // namespace

void SlideReader::addUnit(StoryUnit unit, int item)
{
    unit.key = static_cast<int>(m_result.story.units.size());
    if (item >= 0) {
        unit.hidden = m_inventory.items()[static_cast<size_t>(item)].kind;
    }
    m_result.story.units.push_back(std::move(unit));
    m_result.items.push_back(item);
}

void SlideReader::addAttribute(pugi::xml_node node, const char *name, const Place &place, int item)
{
    const pugi::xml_attribute attribute = node.attribute(name);
    const QString text = QString::fromUtf8(attribute.value());
    if (text.isEmpty()) {
        return;
    }
    StoryUnit unit;
    unit.text = text;
    unit.place = place;
    unit.layer = Layer::Extra;
    unit.paragraph = ++m_paragraphs;
    unit.pieces.push_back(
        {PieceKind::Attribute, node, attribute, 0, static_cast<int>(text.size()), ++m_order});
    addUnit(std::move(unit), item);
}

FlowBlock SlideReader::readParagraph(pugi::xml_node paragraph, const Context &context,
                                     const Place &place, const ReadShape &shape)
{
    const pugi::xml_node properties = paragraph.child("a:pPr");
    const int level = properties.attribute("lvl").as_int();
    const pugi::xml_node source = is(shape.node, "p:graphicFrame") ? pugi::xml_node() : shape.node;
    FlowBlock block;
    block.alignment = m_around.look->alignment(source, level, properties);
    StoryUnit main;
    main.place = place;
    main.paragraph = ++m_paragraphs;
    std::vector<StoryUnit> unseen;
    std::vector<int> unseenItems;
    std::vector<FlowRun> runs;
    bool wasUnseen = false;
    for (const pugi::xml_node node : textNodes(paragraph)) {
        m_readNodes.insert(node.internal_object());
        const bool mark = is(node, "a:br");
        const QString text = mark ? u"\n"_s : textOf(node);
        const pugi::xml_node run = mark ? node.child("a:rPr") : node.parent().child("a:rPr");
        if (text.isEmpty()) {
            continue;
        }
        const bool invisible = !mark && isInvisible(run, level, shape);
        if (invisible && (!wasUnseen || unseen.empty())) {
            StoryUnit unit = main;
            unit.text.clear();
            unit.pieces.clear();
            unit.layer = Layer::Invisible;
            noteUnseen(source, level, run, text, context, unseenItems);
            unseen.push_back(std::move(unit));
        }
        wasUnseen = invisible;
        StoryUnit &unit = invisible ? unseen.back() : main;
        Piece piece;
        piece.kind = mark ? PieceKind::Mark : PieceKind::Text;
        piece.node = node;
        piece.begin = static_cast<int>(unit.text.size());
        unit.text += text;
        piece.end = static_cast<int>(unit.text.size());
        piece.order = ++m_order;
        runs.push_back({invisible ? static_cast<int>(unseen.size()) : 0, piece.begin, piece.end,
                        m_around.look->style(source, level, run)});
        runs.back().style.hidden = invisible;
        unit.pieces.push_back(piece);
    }
    // the main unit first, then those of its layers: as the runs count them
    const int first = static_cast<int>(m_result.story.units.size());
    const bool hasMain = !main.text.isEmpty();
    block.unit = hasMain ? first : -1;
    if (hasMain) {
        addUnit(std::move(main), context.item);
    }
    for (size_t i = 0; i < unseen.size(); ++i) {
        addUnit(std::move(unseen[i]), unseenItems[i]);
    }
    for (FlowRun &run : runs) {
        run.unit += first - (hasMain ? 0 : 1);
        block.runs.push_back(run);
    }
    readToolTips(paragraph, context, place);
    return block;
}

/// The item that text goes with which nobody can see; the colour behind it may be another one in
/// truth, so that a person has a look.
void SlideReader::noteUnseen(pugi::xml_node source, int level, pugi::xml_node run,
                             const QString &text, const Context &context, std::vector<int> &items)
{
    const SlideLook &look = *m_around.look;
    const bool sure = look.style(source, level, run).size <= tiny
                      || look.textPaint(source, level, run).kind == Paint::Kind::None;
    const HiddenDefault usual = sure ? HiddenDefault::Remove : HiddenDefault::Review;
    items.push_back(
        itemOr(m_inventory.add(HiddenKind::InvisibleText, 1, m_around.part, text, {usual, true}),
               context));
}

/// What animations change, in words of the format (ECMA-376 part 1, 19.5.15): words all the same,
/// each one once.
void SlideReader::readAnimations(pugi::xml_node root)
{
    std::map<QString, size_t> known;
    Place place = m_around.place;
    place.push_back({PlaceKind::Other, 0, u"animation"_s});
    forEachElement(root.child("p:timing"), [&](pugi::xml_node node) {
        const QString text = is(node, "p:attrName") ? textOf(node) : QString();
        if (text.isEmpty()) {
            return;
        }
        const auto [found, isNew] = known.try_emplace(text, m_result.story.units.size());
        Piece piece;
        piece.node = node;
        piece.end = isNew ? static_cast<int>(text.size()) : 0;
        if (isNew) {
            StoryUnit unit;
            unit.text = text;
            unit.place = place;
            unit.layer = Layer::Extra;
            unit.paragraph = ++m_paragraphs;
            addUnit(std::move(unit), m_around.wholeItem);
        }
        m_result.story.units[found->second].pieces.push_back(piece);
    });
}

bool SlideReader::isInvisible(pugi::xml_node run, int level, const ReadShape &shape) const
{
    if (m_around.width <= 0) {
        return false;
    }
    const bool cell = is(shape.node, "p:graphicFrame");
    const pugi::xml_node source = cell ? pugi::xml_node() : shape.node;
    const SlideLook &look = *m_around.look;
    if (run.attribute("sz").as_double(1800) <= tiny * 100) {
        return true;
    }
    const Paint paint = look.textPaint(source, level, run);
    if (paint.kind == Paint::Kind::None) {
        return true;
    }
    if (paint.kind != Paint::Kind::Colour || cell || run.child("a:ln") || run.child("a:effectLst")
        || run.child("a:highlight")) {
        return false;
    }
    if (shape.fill.kind == Paint::Kind::Colour) {
        return shape.fill.colour == paint.colour;
    }
    const Paint ground = look.background();
    return shape.fill.kind == Paint::Kind::None && ground.kind == Paint::Kind::Colour
           && ground.colour == paint.colour && isOnPlainGround(shape);
}

/// Whether nothing is painted between the background and a shape without a fill.
bool SlideReader::isOnPlainGround(const ReadShape &shape) const
{
    if (!shape.placed) {
        return false;
    }
    const Bounds bounds = boundsOf(shape.frame);
    const auto meets = [&bounds](const Bounds &other) { return bounds.meets(other); };
    return std::none_of(m_around.paintedBelow.begin(), m_around.paintedBelow.end(), meets)
           && std::none_of(
               m_result.shapes.begin(), m_result.shapes.end(), [&](const ReadShape &other) {
                   const bool seen = other.fill.kind == Paint::Kind::Colour
                                     || other.fill.kind == Paint::Kind::Other
                                     || is(other.node, "p:pic") || is(other.node, "p:graphicFrame");
                   return seen && (!other.placed || meets(boundsOf(other.frame)));
               });
}

/// Shapes with text that a later one of plain colour lies over: the old way to "black out".
void SlideReader::findCovered()
{
    std::vector<ReadShape> &shapes = m_result.shapes;
    const auto moves = [this](const ReadShape &shape) {
        return m_animated.contains(shapeIdentity(shape.node).attribute("id").value());
    };
    for (size_t i = 0; i < shapes.size() && m_around.width > 0; ++i) {
        ReadShape &under = shapes[i];
        const bool text =
            is(under.node, "p:sp") && under.firstUnit < under.lastUnit && !under.blocks.empty();
        if (!text || under.fallback || under.item >= 0 || !under.placed || moves(under)) {
            continue;
        }
        const bool covered = std::any_of(
            shapes.begin() + static_cast<std::ptrdiff_t>(i) + 1, shapes.end(),
            [&](const ReadShape &over) {
                const std::string_view form =
                    over.node.child("p:spPr").child("a:prstGeom").attribute("prst").value();
                return is(over.node, "p:sp") && over.placed && form == "rect"
                       && over.fill.kind == Paint::Kind::Colour && over.item < 0 && !moves(over)
                       && over.frame.rotation == 0
                       && boundsOf(over.frame).contains(boundsOf(under.frame));
            });
        if (covered && m_around.wholeItem < 0) {
            under.item = m_inventory.add(HiddenKind::HiddenShapes, 1, m_around.part,
                                         m_result.story.units[under.firstUnit].text,
                                         {HiddenDefault::Review, true});
            for (size_t unit = under.firstUnit; unit < under.lastUnit; ++unit) {
                if (m_result.items[unit] < 0) {
                    m_result.items[unit] = under.item;
                    m_result.story.units[unit].hidden = HiddenKind::HiddenShapes;
                }
            }
        }
    }
}

void SlideReader::readIdentity(pugi::xml_node identity, const Context &context, const Place &place)
{
    for (const char *name : {"name", "descr", "title"}) {
        const QString text = attributeText(identity, name);
        const bool says =
            std::string_view(name) == "name" ? !isUsualShapeName(text) : !text.isEmpty();
        if (!says) {
            continue;
        }
        const int item =
            itemOr(m_inventory.add(HiddenKind::AltText, 1, m_around.part, text), context);
        addAttribute(identity, name, within(place, PlaceKind::AltText), item);
    }
    readToolTips(identity, context, place);
}

void SlideReader::readToolTips(pugi::xml_node holder, const Context &context, const Place &place)
{
    forEachElement(holder, [&](pugi::xml_node node) {
        if (node.attribute("tooltip")) {
            addAttribute(node, "tooltip", within(place, PlaceKind::ToolTip), context.item);
        }
    });
}

/// Text outside of the tree of shapes: text boxes of charts, and whatever else has paragraphs.
void SlideReader::readLoose(pugi::xml_node root)
{
    int number = 0;
    forEachElement(root, [&](pugi::xml_node node) {
        const auto texts = is(node, "a:p") ? textNodes(node) : std::vector<pugi::xml_node>();
        if (!texts.empty() && !m_readNodes.contains(texts.front().internal_object())) {
            Place place = m_around.place;
            place.push_back({PlaceKind::TextBox, ++number, {}});
            Context context;
            context.item = m_around.wholeItem;
            ReadShape shape;
            shape.firstUnit = m_result.story.units.size();
            shape.blocks.push_back(readParagraph(node, context, place, shape));
            shape.lastUnit = m_result.story.units.size();
            m_result.shapes.push_back(std::move(shape));
        } else if (is(node, "cdr:cNvPr")) {
            Context context;
            context.item = m_around.wholeItem;
            readIdentity(node, context, within(m_around.place, PlaceKind::Shape));
        }
    });
}

/// Words that no unit showed to the person go: nobody decided about them.
void SlideReader::dropUnread(pugi::xml_node root)
{
    constexpr qsizetype bullet = 4;   // bytes of one character
    std::set<const void *> read;
    for (const StoryUnit &unit : m_result.story.units) {
        for (const Piece &piece : unit.pieces) {
            if (piece.kind == PieceKind::Attribute) {
                read.insert(piece.attribute.internal_object());
            }
        }
    }
    DomEdits edits;
    int dropped = 0;
    forEachElement(root, [&](pugi::xml_node node) {
        const bool text = is(node, "a:t") || is(node, "m:t") || is(node, "a:br");
        if (text && !m_readNodes.contains(node.internal_object())) {
            dropped += textOf(node).trimmed().isEmpty() ? 0 : 1;
            edits.remove(node);
        }
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            const std::string_view name = attribute.name();
            const AttributeKind kind = attributeKind(node.name(), attribute.name());
            const bool kept =
                read.contains(attribute.internal_object()) || name == "action" || name == "name"
                || (name == "val" && is(node, "p:strVal"))
                || (is(node, "a:buChar") && QByteArrayView(attribute.value()).size() <= bullet);
            if (!kept && is(node, "a:buChar") && name == "char") {
                attribute.set_value("\xe2\x80\xa2");
                ++dropped;
            } else if (!kept
                       && (kind == AttributeKind::Text || kind == AttributeKind::Person
                           || kind == AttributeKind::Time)) {
                node.remove_attribute(attribute);
            }
            attribute = next;
        }
    });
    edits.run(root);
    m_inventory.add(HiddenKind::UnknownMarkup, dropped, m_around.part);
}

}   // namespace expunge::formats::ooxml
