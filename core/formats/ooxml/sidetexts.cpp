// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sidetexts.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::Place;
using document::PlaceKind;
using document::PlaceStep;

namespace {

Place place(PlaceKind kind, PlaceKind step, int number, const QString &name)
{
    return {PlaceStep{kind, 0, {}}, PlaceStep{step, number, name}};
}

/// What a text of a chart is, by the nearest element that says so.
QString chartRole(pugi::xml_node node)
{
    static const QHash<QByteArray, QString> roles{
        {"c:title", u"title"_s},       {"c:cat", u"category"_s},
        {"c:xVal", u"x value"_s},      {"c:val", u"value"_s},
        {"c:yVal", u"value"_s},        {"c:bubbleSize", u"size"_s},
        {"c:tx", u"series name"_s},    {"c:dLbl", u"label"_s},
        {"c:dLbls", u"label"_s},       {"c:trendline", u"trend line"_s},
        {"c:dispUnitsLbl", u"unit"_s},
    };
    for (pugi::xml_node up = node; up; up = up.parent()) {
        const QByteArrayView name(up.name());
        // A title's text stands in c:tx as well, which says less.
        const bool inTitle = name == "c:tx" && QByteArrayView(up.parent().name()) != "c:ser";
        const auto found = roles.constFind(QByteArray(name.data(), name.size()));
        if (found != roles.constEnd() && !inTitle) {
            return *found;
        }
    }
    return u"text"_s;
}

/// The lines of a DrawingML paragraph: its runs and fields up to each break (ECMA-376 part
/// 1, 21.1.2.2.6).
std::vector<std::vector<pugi::xml_node>> drawingLines(pugi::xml_node paragraph)
{
    std::vector<std::vector<pugi::xml_node>> lines(1);
    for (const pugi::xml_node child : paragraph.children()) {
        if (QByteArrayView(child.name()) == "a:br") {
            lines.emplace_back();
        } else if (const pugi::xml_node text = child.child("a:t")) {
            lines.back().push_back(text);
        }
    }
    return lines;
}

void addSlot(std::vector<SideSlot> &found, SideSlot slot)
{
    if (!slot.text().isEmpty()) {
        found.push_back(std::move(slot));
    }
}

void addChartValue(std::vector<SideSlot> &found, pugi::xml_node node)
{
    const QByteArrayView cache(node.parent().parent().name());
    SideSlot slot;
    slot.elements = {node};
    slot.number = cache == "c:numCache" || cache == "c:numLit";
    const int point = node.parent().attribute("idx").as_int(-1) + 1;
    slot.place = place(PlaceKind::Chart, PlaceKind::Other, point, chartRole(node));
    addSlot(found, std::move(slot));
}

void addParagraph(std::vector<SideSlot> &found, pugi::xml_node node, const Place &where)
{
    for (std::vector<pugi::xml_node> &line : drawingLines(node)) {
        SideSlot slot;
        slot.elements = std::move(line);
        slot.place = where;
        addSlot(found, std::move(slot));
    }
}

std::vector<SideSlot> chartSlots(pugi::xml_node root)
{
    std::vector<SideSlot> found;
    for (pugi::xml_node node = root; node; node = nextElement(node, root)) {
        const QByteArrayView name(node.name());
        if (name == "a:p") {
            addParagraph(found, node,
                         place(PlaceKind::Chart, PlaceKind::Other, 0, chartRole(node)));
        } else if (name == "c:v") {
            addChartValue(found, node);
        } else if (name == "c:name" || name == "c:separator") {
            SideSlot slot;
            slot.elements = {node};
            slot.place = place(PlaceKind::Chart, PlaceKind::Other, 0, chartRole(node));
            addSlot(found, std::move(slot));
        }
    }
    return found;
}

std::vector<SideSlot> diagramSlots(pugi::xml_node root)
{
    std::vector<SideSlot> found;
    int number = 0;
    for (pugi::xml_node node = root; node; node = nextElement(node, root)) {
        if (QByteArrayView(node.name()) == "a:p") {
            const size_t before = found.size();
            addParagraph(found, node,
                         place(PlaceKind::Diagram, PlaceKind::Paragraph, number + 1, {}));
            number += found.size() > before ? 1 : 0;
        }
    }
    return found;
}

/// The words of a level's text; "%1." alone is no text (ECMA-376 part 1, 17.9.11).
bool holdsWords(const QString &levelText)
{
    for (qsizetype at = 0; at < levelText.size(); ++at) {
        if (levelText[at] == u'%') {
            ++at;
        } else if (levelText[at].isLetterOrNumber()
                   && levelText[at].category() != QChar::Other_PrivateUse && levelText.size() > 1) {
            return true;
        }
    }
    return false;
}

std::vector<SideSlot> numberingSlots(pugi::xml_node root)
{
    std::vector<SideSlot> found;
    for (pugi::xml_node node = root; node; node = nextElement(node, root)) {
        if (QByteArrayView(node.name()) == "w:lvlText") {
            SideSlot slot;
            slot.attribute = node.attribute("w:val");
            slot.place = {PlaceStep{PlaceKind::Other, 0, u"list number"_s}};
            if (holdsWords(slot.text())) {
                found.push_back(std::move(slot));
            }
        }
    }
    return found;
}

std::vector<SideSlot> propertySlots(pugi::xml_node root)
{
    std::vector<SideSlot> found;
    int custom = 0;
    for (pugi::xml_node node = root; node; node = nextElement(node, root)) {
        const QByteArrayView name(node.name());
        QString label = QString::fromUtf8(name.sliced(name.indexOf(':') + 1));
        if (name == "op:property") {
            SideSlot slot;
            slot.attribute = node.attribute("name");
            slot.place = {PlaceStep{PlaceKind::Property, ++custom, u"name"_s}};
            addSlot(found, std::move(slot));
        } else if (node != root && node.first_child().type() == pugi::node_pcdata) {
            SideSlot slot;
            slot.elements = {node};
            const bool value = name.startsWith("vt:");
            if (value) {
                label = custom > 0 ? u"value"_s : u"TitlesOfParts"_s;
            }
            slot.place = {PlaceStep{PlaceKind::Property, value ? custom : 0, label}};
            addSlot(found, std::move(slot));
        }
    }
    return found;
}

/// The first element among a node and its siblings to the right.
pugi::xml_node elementFrom(pugi::xml_node node)
{
    while (node && node.type() != pugi::node_element) {
        node = node.next_sibling();
    }
    return node;
}

}   // namespace

QString SideSlot::text() const
{
    QString result = QString::fromUtf8(attribute.value());
    for (const pugi::xml_node element : elements) {
        result += QString::fromUtf8(element.child_value());
    }
    return result;
}

bool SideSlot::holds(const QString &text) const
{
    bool isNumber = false;
    Q_UNUSED(text.toDouble(&isNumber));
    return !text.isEmpty() && (!number || isNumber || text == this->text());
}

void SideSlot::setText(const QString &text) const
{
    if (text == this->text()) {
        return;
    }
    if (number && !holds(text)) {
        const pugi::xml_node point = elements.front().parent();
        point.parent().remove_child(point);
        return;
    }
    if (elements.empty()) {
        pugi::xml_attribute(attribute).set_value(text.toUtf8().constData());
        return;
    }
    QByteArray bytes = text.toUtf8();
    for (pugi::xml_node element : elements) {
        element.remove_children();
        if (!bytes.isEmpty()) {
            element.append_child(pugi::node_pcdata).set_value(bytes.constData());
        }
        bytes.clear();
    }
}

std::vector<SideSlot> sideSlots(SideKind kind, pugi::xml_node root)
{
    switch (kind) {
    case SideKind::Chart:
        return chartSlots(root);
    case SideKind::DiagramData:
    case SideKind::DiagramDrawing:
        return diagramSlots(root);
    case SideKind::Numbering:
        return numberingSlots(root);
    case SideKind::Properties:
        return propertySlots(root);
    case SideKind::None:
    case SideKind::Styles:
    case SideKind::Settings:
    case SideKind::Fonts:
    case SideKind::Theme:
    case SideKind::DiagramDesign:
        return {};
    }
    return {};
}

pugi::xml_node nextElement(pugi::xml_node node, pugi::xml_node root)
{
    const pugi::xml_node child = elementFrom(node.first_child());
    return child ? child : nextOutside(node, root);
}

pugi::xml_node nextOutside(pugi::xml_node node, pugi::xml_node root)
{
    while (node && node != root) {
        if (const pugi::xml_node sibling = elementFrom(node.next_sibling())) {
            return sibling;
        }
        node = node.parent();
    }
    return {};
}

}   // namespace expunge::formats::ooxml
