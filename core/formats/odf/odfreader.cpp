// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfreader.h"

#include "core/formats/odf/odfnames.h"
#include "core/formats/odf/odfvocabulary.h"
#include "core/formats/ooxml/tellingtext.h"

#include <QSet>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using document::HiddenKind;
using document::PlaceKind;
using ooxml::attributeText;
using ooxml::is;

OdfReader::Context OdfReader::Context::in(PlaceKind kind, int number, const QString &name) const
{
    Context inner = *this;
    inner.place.push_back({kind, number, name});
    return inner;
}

OdfReader::Context OdfReader::Context::into(Blocks &blocks_) const
{
    Context inner = *this;
    inner.blocks = &blocks_;
    return inner;
}

OdfReader::Context OdfReader::Context::as(HiddenKind kind) const
{
    Context inner = *this;
    inner.hidden = hidden ? hidden : std::optional(kind);   // what is around it goes first
    return inner;
}

int OdfReader::add(ReadText read, const Context &context, std::optional<HiddenKind> hidden)
{
    OdfUnit unit;
    unit.read = std::move(read);
    unit.place = context.place;
    unit.hidden = context.hidden ? context.hidden : hidden;
    unit.paragraph = m_paragraph;
    m_tree.units.push_back(std::move(unit));
    return static_cast<int>(m_tree.units.size()) - 1;
}

void OdfReader::hide(HiddenKind kind, pugi::xml_node node, const QString &preview,
                     HiddenPlace::How how)
{
    m_tree.places.push_back({kind, node, how});
    countHidden(m_tree.counts, kind, 1, preview);
}

/// One story of the flow from everything below `root`.
void OdfReader::story(pugi::xml_node root, FlowKind kind, const Context &context)
{
    FlowBlock block;
    block.kind = kind;
    walk(root, context.into(block.children));
    if (!block.children.empty()) {
        m_tree.stories.push_back(std::move(block));
    }
}

void OdfReader::run()
{
    const pugi::xml_node root = m_tree.root();
    Blocks loose;
    Context context;
    context.blocks = &loose;
    if (is(root, "math:math")) {
        math(root, context.in(PlaceKind::Equation));
        return;
    }
    for (const pugi::xml_node group : root.children()) {
        if (is(group, "office:master-styles")) {
            for (const pugi::xml_node node : group.children()) {
                masterPage(node, context);
            }
        } else if (is(group, "office:body")) {
            for (const pugi::xml_node body : group.children()) {
                const bool chart = is(body, "office:chart");
                story(body, FlowKind::Body, chart ? context.in(PlaceKind::Chart) : context);
            }
        } else {
            walk(group, context);
        }
    }
}

void OdfReader::walk(pugi::xml_node parent, const Context &context)
{
    for (const pugi::xml_node node : parent.children()) {
        if (node.type() == pugi::node_element) {
            element(node, context);
        }
    }
}

void OdfReader::element(pugi::xml_node node, const Context &context)
{
    attributes(node, context);
    const QByteArrayView name(node.name());
    if (isParagraph(node)) {
        paragraph(node, context);
    } else if (is(node, "draw:page")) {
        page(node, context);
    } else if (is(node, "math:math")) {
        math(node, context.in(PlaceKind::Equation));
    } else if (is(node, "svg:title") || is(node, "svg:desc") || is(node, "table:title")
               || is(node, "table:desc")) {
        hide(HiddenKind::AltText, node, ooxml::textOf(node));
        simpleText(node, context.as(HiddenKind::AltText), PlaceKind::AltText);
    } else if ((name.startsWith("draw:") || name.startsWith("dr3d:")) && name != "draw:image"
               && name != "draw:a" && !name.startsWith("draw:layer")) {
        drawing(node, context);
    } else if (!structure(node, context)) {
        if (carriesText(node.name()) && !is(node, "text:note-citation")) {
            simpleText(node, context, PlaceKind::Other, u"text of a format"_s);
        }
        walk(node, context);
    }
}

/// Elements that decide where, and as what, the text in them stands. False for all others.
bool OdfReader::structure(pugi::xml_node node, const Context &context)
{
    if (is(node, "table:table")) {
        table(node, context);
    } else if (is(node, "office:annotation")) {
        annotation(node, context);
    } else if (is(node, "text:tracked-changes")) {
        changes(node, context);
    } else if (is(node, "text:section")) {
        const bool hidden = attributeText(node, "text:display") == u"none"_s
                            || attributeText(node, "text:is-hidden") == u"true"_s;
        if (hidden) {
            hide(HiddenKind::HiddenText, node, {});
        }
        Context inner = hidden ? context.as(HiddenKind::HiddenText) : context;
        inner.shaded =
            inner.shaded
            || m_tree.styles.paints(u"section"_s, attributeText(node, "text:style-name"));
        walk(node, inner);
    } else if (is(node, "text:list")) {
        Context inner = context;
        ++inner.listLevel;
        walk(node, inner);
    } else if (is(node, "text:change") || is(node, "text:change-start")
               || is(node, "text:change-end")) {
        m_tree.places.push_back({HiddenKind::TrackedChanges, node});
    } else if (is(node, "draw:a")) {
        link(node, context);
        walk(node, context);
    } else {
        return false;
    }
    return true;
}

/// What an inline element hides, by its own formatting and by what it is.
std::optional<HiddenKind> OdfReader::inlineHidden(pugi::xml_node paragraph, pugi::xml_node node,
                                                  std::optional<HiddenKind> outer,
                                                  bool shaded) const
{
    const QString style = attributeText(paragraph, "text:style-name");
    if (node == paragraph) {
        bool hidden = false;
        ooxml::forEachElement(paragraph, [&hidden](pugi::xml_node field) {
            hidden = hidden
                     || (is(field, "text:hidden-paragraph")
                         && attributeText(field, "text:is-hidden") == u"true"_s);
        });
        if (hidden) {
            return HiddenKind::HiddenText;
        }
        return m_tree.styles.hiddenAs(style, {}, shaded);
    }
    if (is(node, "text:span")) {
        const QString span = attributeText(node, "text:style-name");
        return outer == HiddenKind::HiddenText || span.isEmpty()
                   ? outer
                   : m_tree.styles.hiddenAs(style, span, shaded);
    }
    const bool unshown = is(node, "text:hidden-text")
                         || (QByteArrayView(node.name()).startsWith("text:")
                             && attributeText(node, "text:display") == u"none"_s);
    return unshown ? std::optional(HiddenKind::HiddenText) : outer;
}

void OdfReader::paragraph(pugi::xml_node node, const Context &context)
{
    ++m_paragraph;
    Context inner = context;
    const bool inShape = !context.place.empty()
                         && (context.place.back().kind == PlaceKind::TextBox
                             || context.place.back().kind == PlaceKind::Cell
                             || context.place.back().kind == PlaceKind::Shape);
    if (!inShape) {
        inner = context.in(PlaceKind::Paragraph, ++m_numbers[PlaceKind::Paragraph]);
    }
    const auto test = [&](pugi::xml_node at, std::optional<HiddenKind> outer) {
        return inlineHidden(node, at, outer, context.shaded);
    };
    const ParagraphTexts read = readParagraph(node, test);
    const int first = static_cast<int>(m_tree.units.size());
    for (const ReadText &text : read.texts) {
        if (text.hidden && !context.hidden) {
            countHidden(m_tree.counts, *text.hidden, 1, text.text);
        }
        if (!text.pieces.empty() || !text.hidden) {
            add(text, inner, text.hidden);
        }
    }
    if (context.blocks != nullptr) {
        context.blocks->push_back(paragraphBlock(node, read, context, first));
    }
    inlineElements(node, inner);
    for (const pugi::xml_node nested : read.nested) {
        if (is(nested, "text:note")) {
            note(nested, inner);
        } else if (is(nested, "office:annotation")) {
            annotation(nested, inner);
        } else {
            element(nested, inner);
        }
    }
}

FlowBlock OdfReader::paragraphBlock(pugi::xml_node node, const ParagraphTexts &read,
                                    const Context &context, int firstUnit) const
{
    const QString style = attributeText(node, "text:style-name");
    FlowBlock block;
    block.unit = firstUnit;
    block.headingLevel = is(node, "text:h") ? node.attribute("text:outline-level").as_int(1) : 0;
    block.listLevel = context.listLevel;
    block.marker = context.listLevel >= 0 ? u"•"_s : QString();
    block.alignment = m_tree.styles.alignment(style);
    block.indent = m_tree.styles.indent(style);
    int unit = firstUnit;
    for (const ReadText &text : read.texts) {
        if (text.pieces.empty() && text.hidden) {
            continue;
        }
        for (const StyledRange &range : text.ranges) {
            document::CharacterStyle look = m_tree.styles.look(style, range.style);
            look.hidden = text.hidden.has_value() || context.hidden.has_value();
            look.link = range.link;
            look.inserted = range.inserted;
            look.deleted = context.hidden == HiddenKind::TrackedChanges;
            block.runs.push_back({unit, range.begin, range.end, look});
        }
        ++unit;
    }
    return block;
}

/// Links, fields, marks and the like between the characters of a paragraph.
void OdfReader::inlineElements(pugi::xml_node paragraph, const Context &context)
{
    for (const pugi::xml_node node : paragraph.children()) {
        const QByteArrayView name(node.name());
        const bool nested =
            node.type() != pugi::node_element || name == "text:note" || name == "office:annotation"
            || (name.startsWith("draw:") && name != "draw:a") || name.startsWith("dr3d:")
            || name == "table:table" || isParagraph(node);
        if (!nested) {
            inlineElement(node, context);
            inlineElements(node, context);
        }
    }
}

void OdfReader::inlineElement(pugi::xml_node node, const Context &context)
{
    static const QSet<QByteArray> marks{
        "text:bookmark",       "text:bookmark-start",       "text:bookmark-end",
        "text:reference-mark", "text:reference-mark-start", "text:reference-mark-end"};
    // OpenDocument 1.3 part 3, 6.1: what is text, not a field
    static const QSet<QByteArray> plain{"text:span",
                                        "text:s",
                                        "text:tab",
                                        "text:line-break",
                                        "text:soft-page-break",
                                        "text:ruby",
                                        "text:ruby-base",
                                        "text:ruby-text",
                                        "text:page-number",
                                        "text:page-count",
                                        "text:page-continuation",
                                        "text:chapter",
                                        "presentation:header",
                                        "presentation:footer",
                                        "presentation:date-time",
                                        "text:sheet-name"};
    const QByteArray name(node.name());
    attributes(node, context);
    if (name == "text:a" || name == "draw:a") {
        link(node, context);
    } else if (name == "office:annotation-end") {
        m_tree.places.push_back({HiddenKind::Comments, node});
    } else if (name.startsWith("text:change")) {
        m_tree.places.push_back({HiddenKind::TrackedChanges, node});
    } else if (marks.contains(name)) {
        const QString mark = attributeText(node, "text:name");
        const bool counts = !name.endsWith("-end") && !mark.isEmpty() && !isNeutralBookmark(mark);
        countHidden(m_tree.counts, HiddenKind::Bookmarks, counts ? 1 : 0, mark);
        if (name.startsWith("text:reference")) {
            m_tree.places.push_back({HiddenKind::Bookmarks, node});
        }
        if (counts) {
            add(readAttribute(node.attribute("text:name")),
                context.as(HiddenKind::Bookmarks).in(PlaceKind::Other, 0, u"bookmark"_s), {});
        }
    } else if (!plain.contains(name)) {
        field(node, context);
    }
}

void OdfReader::field(pugi::xml_node node, const Context &)
{
    if (is(node, "text:hidden-text")
        || (QByteArrayView(node.name()).startsWith("text:")
            && attributeText(node, "text:display") == u"none"_s)) {
        hide(HiddenKind::HiddenText, node, attributeText(node, "text:string-value"));
    } else {
        hide(HiddenKind::FieldCodes, node, ooxml::textOf(node), HiddenPlace::How::Unwrap);
    }
}

void OdfReader::link(pugi::xml_node node, const Context &context)
{
    const QString target = attributeText(node, "xlink:href");
    if (target.startsWith(u'#') || target.isEmpty()) {
        // to a place in this document: settled with the names of places; those to a heading name it
        // by its text
        const bool words = target.contains(u'|');
        countHidden(m_tree.counts, HiddenKind::FieldCodes, words ? 1 : 0, target);
        return;
    }
    static const QSet<QString> schemes{u"http"_s, u"https"_s, u"mailto"_s, u"ftp"_s, u"tel"_s};
    const bool web = schemes.contains(target.section(u':', 0, 0).toLower());
    const Context inner = context.in(PlaceKind::Link);
    const int unit = add(readAttribute(node.attribute("xlink:href")),
                         web ? inner : inner.as(HiddenKind::LinkedFiles), {});
    m_tree.units[static_cast<size_t>(unit)].link = node;
    if (!web) {
        hide(HiddenKind::LinkedFiles, node, target, HiddenPlace::How::Unwrap);
    }
}

/// Attributes that hold words: what lists put around numbers is shown, everything else belongs to
/// fields.
void OdfReader::attributes(pugi::xml_node node, const Context &context)
{
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const AttributeKind kind = attributeKind(node.name(), attribute.name());
        if (is(node, "table:table-cell")
            && (kind == AttributeKind::Value || kind == AttributeKind::Formula)) {
            cellValue(attribute, node, context);
        }
        const QString text = QString::fromUtf8(attribute.value());
        if (kind == AttributeKind::Font && !isUsualFamily(text) && !m_fonts.contains(text)) {
            m_fonts.insert(text);
            add(readAttribute(attribute), context.in(PlaceKind::Other, 0, u"font name"_s), {});
        }
        if (kind != AttributeKind::Text) {
            continue;
        }
        const auto letters = std::count_if(text.begin(), text.end(), ooxml::tells);
        if (letters < 2) {
            continue;
        }
        const std::string_view name = attribute.name();
        if (name == "style:num-prefix" || name == "style:num-suffix") {
            add(readAttribute(attribute), context.in(PlaceKind::Other, 0, u"list label"_s), {});
        } else {
            countHidden(m_tree.counts, HiddenKind::FieldCodes, 1, text);
            add(readAttribute(attribute), context.as(HiddenKind::FieldCodes).in(PlaceKind::Field),
                {});
        }
    }
}

/// A chart draws the values of its table; cells of texts and slides show their text only.
void OdfReader::cellValue(pugi::xml_attribute attribute, pugi::xml_node cell,
                          const Context &context)
{
    QString shown;
    ooxml::forEachElement(cell, [&shown](pugi::xml_node node) { shown += ooxml::textOf(node); });
    const QString value = QString::fromUtf8(attribute.value());
    const bool drawn =
        !m_tree.folder.isEmpty() && std::string_view(attribute.name()) == "office:value";
    if (!drawn) {
        countHidden(m_tree.counts, HiddenKind::FieldCodes, 1, value);
        add(readAttribute(attribute), context.as(HiddenKind::FieldCodes).in(PlaceKind::Field), {});
    } else if (value != shown) {
        add(readAttribute(attribute), context.in(PlaceKind::Other, 0, u"value"_s), {});
    }
}

/// An element whose character data is a text of its own.
void OdfReader::simpleText(pugi::xml_node node, const Context &context, PlaceKind kind,
                           const QString &name)
{
    ReadText read = readElement(node);
    const auto letters = std::count_if(read.text.begin(), read.text.end(), ooxml::tells);
    if (letters > 1) {
        ++m_paragraph;
        add(std::move(read), context.in(kind, 0, name), {});
    }
}

void OdfReader::table(pugi::xml_node node, const Context &context)
{
    FlowBlock block;
    block.kind = FlowKind::Table;
    Context inner = context.in(PlaceKind::Table, ++m_numbers[PlaceKind::Table]);
    inner.shaded =
        inner.shaded || m_tree.styles.paints(u"table"_s, attributeText(node, "table:style-name"));
    int row = 0;
    rows(node, inner.into(block.children), row);
    if (context.blocks != nullptr) {
        context.blocks->push_back(std::move(block));
    }
}

void OdfReader::rows(pugi::xml_node parent, const Context &context, int &row)
{
    for (const pugi::xml_node node : parent.children()) {
        if (!is(node, "table:table-row")) {
            const bool group = QByteArrayView(node.name()).startsWith("table:table-");
            if (group) {
                rows(node, context, row);
            } else {
                element(node, context);
            }
            continue;
        }
        FlowBlock line;
        line.kind = FlowKind::Row;
        const Context inRow = context.in(PlaceKind::Row, ++row);
        int column = 0;
        for (const pugi::xml_node cell : node.children()) {
            FlowBlock block;
            block.kind = FlowKind::Cell;
            block.columnSpan = cell.attribute("table:number-columns-spanned").as_int(1);
            Context inCell = inRow.in(PlaceKind::Cell, ++column).into(block.children);
            inCell.shaded =
                inCell.shaded
                || m_tree.styles.paints(u"table-cell"_s, attributeText(cell, "table:style-name"));
            attributes(cell, inCell);
            walk(cell, inCell);
            if (is(cell, "table:table-cell")) {
                line.children.push_back(std::move(block));
            }
        }
        context.blocks->push_back(std::move(line));
    }
}

void readTree(OdfTree &tree, OdfKind kind)
{
    OdfReader(tree, kind).run();
}

}   // namespace expunge::formats::odf
