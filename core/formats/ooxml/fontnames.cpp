// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/fontnames.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/valuenames.h"

#include <vector>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

/// The attributes of an element that name fonts.
std::vector<pugi::xml_attribute> fontAttributes(pugi::xml_node node)
{
    std::vector<pugi::xml_attribute> found;
    const auto add = [&](const char *name) {
        if (const pugi::xml_attribute attribute = node.attribute(name)) {
            found.push_back(attribute);
        }
    };
    if (is(node, "w:rFonts")) {
        for (const char *name : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"}) {
            add(name);
        }
    } else if (is(node, "w:font")) {
        add("w:name");
    } else if (is(node, "w:sym")) {
        add("w:font");
    } else if (is(node, "w14:checkedState") || is(node, "w14:uncheckedState")) {
        add("w14:font");
    } else {
        add("typeface");
    }
    return found;
}

}   // namespace

QStringList unusualFonts(pugi::xml_node root)
{
    QStringList names;
    forEachElement(root, [&](pugi::xml_node node) {
        for (const pugi::xml_attribute attribute : fontAttributes(node)) {
            const QString name = QString::fromUtf8(attribute.value());
            if (!isUsualFont(name) && !names.contains(name)) {
                names.append(name);
            }
        }
    });
    return names;
}

void removeFonts(pugi::xml_node root, const QStringList &values)
{
    DomEdits edits;
    forEachElement(root, [&](pugi::xml_node node) {
        for (pugi::xml_attribute attribute : fontAttributes(node)) {
            const QString name = QString::fromUtf8(attribute.value());
            if (!holdsValue(name, values)) {
                continue;
            }
            if (is(node, "w:rFonts")) {
                node.remove_attribute(attribute);
            } else if (is(node, "w:font") || is(node, "a:font")) {
                edits.remove(node);
            } else {
                attribute.set_value(is(node, "w:sym") ? "Symbol" : "Arial");
            }
        }
    });
    edits.run(root);
}

}   // namespace expunge::formats::ooxml
