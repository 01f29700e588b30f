// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/domedit.h"

#include <vector>

namespace expunge::formats::ooxml {

QString textOf(pugi::xml_node element)
{
    QString text;
    for (pugi::xml_node child : element.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            text += QString::fromUtf8(child.value());
        }
    }
    return text;
}

void setText(pugi::xml_node element, const QString &text)
{
    element.remove_children();
    // an empty text node would be written as a pair of tags, and read back as none
    if (!text.isEmpty()) {
        element.append_child(pugi::node_pcdata).set_value(text.toUtf8().constData());
    }
    // DrawingML text has no such attribute, and keeps its spaces anyway
    if (std::string_view(element.name()).substr(0, 2) == "a:") {
        return;
    }
    const bool ends = text.isEmpty() || text.front().isSpace() || text.back().isSpace();
    if (ends && element.attribute("xml:space").empty()) {
        element.append_attribute("xml:space") = "preserve";
    }
}

QString attributeText(pugi::xml_node element, const char *name)
{
    return QString::fromUtf8(element.attribute(name).value());
}

void setAttribute(pugi::xml_node element, const char *name, const QString &value)
{
    pugi::xml_attribute attribute = element.attribute(name);
    if (attribute.empty()) {
        attribute = element.append_attribute(name);
    }
    attribute.set_value(value.toUtf8().constData());
}

bool isOn(pugi::xml_node property)
{
    if (!property) {
        return false;
    }
    const std::string_view value = property.attribute("w:val").value();
    return value != "0" && value != "false" && value != "off";
}

void DomEdits::remove(pugi::xml_node node)
{
    m_removed.insert(node.internal_object());
}

void DomEdits::unwrap(pugi::xml_node node)
{
    m_unwrapped.insert(node.internal_object());
}

bool DomEdits::removes(pugi::xml_node node) const
{
    return m_removed.contains(node.internal_object());
}

void DomEdits::run(pugi::xml_node root)
{
    if (m_removed.empty() && m_unwrapped.empty()) {
        return;
    }
    std::vector<pugi::xml_node> removed;
    std::vector<pugi::xml_node> unwrapped;
    forEachElement(root, [&](pugi::xml_node node) {
        if (m_removed.contains(node.internal_object())) {
            removed.push_back(node);
        } else if (m_unwrapped.contains(node.internal_object())) {
            unwrapped.push_back(node);
        }
    });
    for (pugi::xml_node node : unwrapped) {
        while (pugi::xml_node child = node.first_child()) {
            node.parent().insert_move_before(child, node);
        }
        node.parent().remove_child(node);
    }
    // backwards: what is inside a removed element goes before the element itself
    for (auto node = removed.rbegin(); node != removed.rend(); ++node) {
        node->parent().remove_child(*node);
    }
    m_removed.clear();
    m_unwrapped.clear();
}

}   // namespace expunge::formats::ooxml
