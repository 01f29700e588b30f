// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <pugixml.hpp>

#include <string_view>
#include <unordered_set>

namespace expunge::formats::ooxml {

inline bool is(pugi::xml_node node, std::string_view name)
{
    return name == node.name();
}

/// All character data directly in an element.
QString textOf(pugi::xml_node element);

/// Makes `text` the only content of an element and sets xml:space where its ends need it.
void setText(pugi::xml_node element, const QString &text);

QString attributeText(pugi::xml_node element, const char *name);
void setAttribute(pugi::xml_node element, const char *name, const QString &value);

/// Value of an on/off property such as w:b (ECMA-376 part 1, 17.17.4): present without value means
/// on.
bool isOn(pugi::xml_node property);

/// Calls `visit` with every element below `root` in document order; deep trees cost no stack.
template<typename Visit>
void forEachElement(pugi::xml_node root, Visit &&visit)
{
    pugi::xml_node node = root.first_child();
    while (node) {
        if (node.type() == pugi::node_element) {
            visit(node);
        }
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
        }
        node = node == root ? pugi::xml_node() : node.next_sibling();
    }
}

/// Removals and unwrappings that are noted first and done at once, so that no node handle dangles
/// in between.
class DomEdits
{
public:
    void remove(pugi::xml_node node);
    void unwrap(pugi::xml_node node);
    bool removes(pugi::xml_node node) const;

    /// Carries out what was noted below `root` and forgets it.
    void run(pugi::xml_node root);

private:
    std::unordered_set<const void *> m_removed;
    std::unordered_set<const void *> m_unwrapped;
};

}   // namespace expunge::formats::ooxml
