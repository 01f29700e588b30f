// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfreader.h"

#include <QSet>

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using document::HiddenKind;
using document::PlaceKind;
using ooxml::attributeText;
using ooxml::is;

namespace {

/// OpenDocument 1.3 part 3, 10.3 and 10.5: elements that are drawn and may hold text.
bool isShape(pugi::xml_node node)
{
    static const QSet<QByteArray> names{"draw:rect",
                                        "draw:line",
                                        "draw:polyline",
                                        "draw:polygon",
                                        "draw:regular-polygon",
                                        "draw:path",
                                        "draw:circle",
                                        "draw:ellipse",
                                        "draw:connector",
                                        "draw:caption",
                                        "draw:measure",
                                        "draw:custom-shape",
                                        "draw:page-thumbnail",
                                        "draw:frame",
                                        "draw:g",
                                        "dr3d:scene"};
    return names.contains(QByteArray(node.name()));
}

QString graphicStyle(pugi::xml_node shape)
{
    const QString own = attributeText(shape, "presentation:style-name");
    return own.isEmpty() ? attributeText(shape, "draw:style-name") : own;
}

/// Ids that an animation on the page moves.
bool isAnimated(pugi::xml_node shape)
{
    pugi::xml_node page = shape.parent();
    while (page && !is(page, "draw:page")) {
        page = page.parent();
    }
    QSet<QString> targets;
    ooxml::forEachElement(page, [&](pugi::xml_node node) {
        targets.insert(attributeText(node, "smil:targetElement"));
    });
    targets.remove({});
    for (; shape && shape != page; shape = shape.parent()) {   // a group moves with all it holds
        if (targets.contains(attributeText(shape, "xml:id"))
            || targets.contains(attributeText(shape, "draw:id"))) {
            return true;
        }
    }
    return false;
}

}   // namespace

bool OdfReader::standsOff(pugi::xml_node shape) const
{
    const bool placed = shape.attribute("svg:x") && shape.attribute("svg:width")
                        && !shape.attribute("draw:transform");
    if (!placed || m_pageWidth <= 0 || m_pageHeight <= 0) {
        return false;
    }
    const double x = pointsOf(shape.attribute("svg:x").value());
    const double y = pointsOf(shape.attribute("svg:y").value());
    const double width = pointsOf(shape.attribute("svg:width").value());
    const double height = pointsOf(shape.attribute("svg:height").value());
    return x + width <= 0 || y + height <= 0 || x >= m_pageWidth || y >= m_pageHeight;
}

/// Whether text that is as white as paper may still be seen: the page or a shape on it is painted.
bool OdfReader::pageShaded(pugi::xml_node page) const
{
    const QString master = attributeText(page, "draw:master-page-name");
    const pugi::xml_node masterPage = m_tree.styles.find(u"master"_s, master);
    bool shaded =
        m_tree.styles.paints(u"drawing-page"_s, attributeText(page, "draw:style-name"))
        || m_tree.styles.paints(u"drawing-page"_s, attributeText(masterPage, "draw:style-name"));
    for (const pugi::xml_node root : {page, masterPage}) {
        ooxml::forEachElement(root, [&](pugi::xml_node node) {
            if (isShape(node)) {
                const QString style = graphicStyle(node);
                shaded = shaded || m_tree.styles.paints(u"graphic"_s, style)
                         || m_tree.styles.paints(u"presentation"_s, style)
                         || node.child("draw:image");
            }
        });
    }
    return shaded;
}

bool isUnseen(pugi::xml_node shape)
{
    return attributeText(shape, "draw:display") == u"none"_s
           || attributeText(shape, "drawooo:display") == u"none"_s
           || attributeText(shape, "draw:visible") == u"false"_s;
}

void OdfReader::page(pugi::xml_node node, const Context &context)
{
    const bool master = is(node, "style:master-page");
    OdfPage result;
    result.node = node;
    const pugi::xml_node masterPage =
        master ? node
               : m_tree.styles.find(u"master"_s, attributeText(node, "draw:master-page-name"));
    const pugi::xml_node layout =
        m_tree.styles.find(u"layout"_s, attributeText(masterPage, "style:page-layout-name"))
            .child("style:page-layout-properties");
    m_pageWidth = pointsOf(layout.attribute("fo:page-width").value());
    m_pageHeight = pointsOf(layout.attribute("fo:page-height").value());
    result.hidden =
        !master
        && m_tree.styles.property(u"drawing-page"_s, attributeText(node, "draw:style-name"),
                                  "style:drawing-page-properties", "presentation:visibility")
               == "hidden";
    Context inner = master ? context : context.in(PlaceKind::Slide, ++m_numbers[PlaceKind::Slide]);
    if (result.hidden) {
        hide(HiddenKind::HiddenSlides, node, attributeText(node, "draw:name"));
        inner = inner.as(HiddenKind::HiddenSlides);
    }
    inner.shaded = pageShaded(node);
    shapes(node, result, inner);
    m_tree.pages.push_back(std::move(result));
}

void OdfReader::shapes(pugi::xml_node parent, OdfPage &page, const Context &context)
{
    for (const pugi::xml_node node : parent.children()) {
        if (is(node, "presentation:notes")) {
            notes(node, page, context);
            continue;
        }
        if (is(node, "draw:g")) {   // what it holds stands where it says itself
            attributes(node, context);
            shapes(node, page, hiddenShape(node, context));
            continue;
        }
        OdfShape shape;
        shape.node = node;
        element(node, context.into(shape.blocks));
        if (isShape(node)) {
            shape.unseen = unseen(node) || context.hidden == HiddenKind::HiddenShapes;
            shape.offPage = standsOff(node);
            page.shapes.push_back(std::move(shape));
        }
    }
}

bool OdfReader::unseen(pugi::xml_node shape) const
{
    return isUnseen(shape) || m_tree.styles.hidesLayer(attributeText(shape, "draw:layer"));
}

/// Takes note of a shape that is not shown; the context of what it holds.
OdfReader::Context OdfReader::hiddenShape(pugi::xml_node shape, const Context &context)
{
    const bool off = standsOff(shape) && !isAnimated(shape);
    if (context.hidden || !isShape(shape) || (!unseen(shape) && !off)) {
        return context;
    }
    const HiddenKind kind = unseen(shape) ? HiddenKind::HiddenShapes : HiddenKind::OffSlideShapes;
    hide(kind, shape, attributeText(shape, "draw:name"));
    return context.as(kind);
}

/// A shape wherever it stands: on a page, in a paragraph, in a group.
void OdfReader::drawing(pugi::xml_node node, const Context &outer)
{
    const Context context = hiddenShape(node, outer);
    if (is(node, "draw:frame")) {
        frame(node, context);
        return;
    }
    const bool group = is(node, "draw:g") || is(node, "dr3d:scene");
    if (!isShape(node) || group) {
        walk(node, context);
        return;
    }
    const QString style = graphicStyle(node);
    FlowBlock box;
    box.kind = FlowKind::TextBox;
    Context inner = context.in(PlaceKind::Shape, ++m_numbers[PlaceKind::Shape]).into(box.children);
    inner.shaded = inner.shaded || m_tree.styles.paints(u"graphic"_s, style)
                   || m_tree.styles.paints(u"presentation"_s, style);
    walk(node, inner);
    if (context.blocks != nullptr && !box.children.empty()) {
        context.blocks->push_back(std::move(box));
    }
}

void OdfReader::frame(pugi::xml_node node, const Context &context)
{
    const bool title = attributeText(node, "presentation:class") == u"title"_s;
    Context inner = context;
    inner.shaded = inner.shaded || m_tree.styles.paints(u"graphic"_s, graphicStyle(node))
                   || m_tree.styles.paints(u"presentation"_s, graphicStyle(node));
    const bool object = node.child("draw:object");
    for (const pugi::xml_node child : node.children()) {
        if (is(child, "draw:text-box")) {
            FlowBlock box;
            box.kind = FlowKind::TextBox;
            const Context inBox =
                (title ? inner.in(PlaceKind::Title)
                       : inner.in(PlaceKind::TextBox, ++m_numbers[PlaceKind::TextBox]))
                    .into(box.children);
            attributes(child, inBox);
            walk(child, inBox);
            if (context.blocks != nullptr) {
                context.blocks->push_back(std::move(box));
            }
        } else if (is(child, "draw:image")) {
            if (!object) {
                picture(child, node, inner);
            }
            Blocks unused;
            walk(child, inner.into(unused));
        } else if (is(child, "draw:object")) {
            FlowBlock block;
            block.kind = FlowKind::Picture;
            block.placeholder = u"object"_s;
            block.width = pointsOf(node.attribute("svg:width").value());
            block.height = pointsOf(node.attribute("svg:height").value());
            if (context.blocks != nullptr) {
                context.blocks->push_back(std::move(block));
            }
            walk(child, inner);
        } else {
            element(child, inner);
        }
    }
}

void OdfReader::picture(pugi::xml_node image, pugi::xml_node frame, const Context &context)
{
    FlowBlock block;
    block.kind = FlowKind::Picture;
    block.pictureIndex = static_cast<int>(m_tree.pictures.size());
    block.width = pointsOf(frame.attribute("svg:width").value());
    block.height = pointsOf(frame.attribute("svg:height").value());
    m_tree.pictures.push_back(image);
    if (context.blocks != nullptr) {
        context.blocks->push_back(std::move(block));
    }
}

void OdfReader::notes(pugi::xml_node node, OdfPage &page, const Context &context)
{
    QString words;
    ooxml::forEachElement(node, [&words](pugi::xml_node at) { words += ooxml::textOf(at); });
    countHidden(m_tree.counts, HiddenKind::SpeakerNotes, 1, words);
    m_tree.places.push_back({HiddenKind::SpeakerNotes, node});
    Blocks blocks;
    const double width = std::exchange(m_pageWidth, 0);   // notes have a page of their own
    walk(node, context.as(HiddenKind::SpeakerNotes).in(PlaceKind::Notes).into(blocks));
    m_pageWidth = width;
    page.notes = std::move(blocks);
}

/// All leaves of a formula as one text (MathML 2, 3.2).
void OdfReader::math(pugi::xml_node node, const Context &context)
{
    ReadText all;
    ooxml::forEachElement(node, [&all](pugi::xml_node leaf) {
        ReadText read = readElement(leaf);
        const int offset = static_cast<int>(all.text.size());
        all.text += read.text;
        for (TextPiece &piece : read.pieces) {
            piece.begin += offset;
            piece.end += offset;
            all.pieces.push_back(piece);
        }
    });
    if (!all.text.trimmed().isEmpty()) {
        ++m_paragraph;
        add(std::move(all), context, {});
    }
}

}   // namespace expunge::formats::odf
