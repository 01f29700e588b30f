// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/shapescrub.h"

#include <QRegularExpression>

#include <map>
#include <string>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

bool showsSomething(pugi::xml_node branch)
{
    bool shows = false;
    forEachElement(branch, [&](pugi::xml_node node) {
        for (const char *name :
             {"w:drawing", "w:pict", "w:object", "w:t", "w:p", "pic:pic", "wps:wsp", "wpg:wgp",
              "a:graphic", "wps:style", "wp:positionH", "wp:positionV", "wp14:sizeRelH", "m:t"}) {
            shows = shows || is(node, name);
        }
    });
    return shows;
}

/// A branch that shows nothing that this program reads gives way to the one made for old programs.
void noteAlternate(pugi::xml_node node, DomEdits &edits)
{
    const pugi::xml_node choice = node.child("mc:Choice");
    const pugi::xml_node fallback = node.child("mc:Fallback");
    if (choice && (!fallback || showsSomething(choice) || !showsSomething(fallback))) {
        return;
    }
    for (pugi::xml_node branch : node.children("mc:Choice")) {
        edits.remove(branch);
    }
    if (fallback) {
        edits.unwrap(fallback);
    }
    edits.unwrap(node);
}

bool isGeneratedShapeId(const QString &id)
{
    static const QRegularExpression generated(u"^_x0000_[a-z][0-9]+$"_s);
    return generated.match(id).hasMatch();
}

}   // namespace

void noteShape(pugi::xml_node node, bool removeAltText, int &drawings, DomEdits &edits)
{
    const std::string_view name = node.name();
    const bool drawingName =
        name == "wp:docPr" || (name.size() > 6 && name.substr(name.size() - 6) == ":cNvPr");
    if (drawingName && removeAltText) {
        node.remove_attribute("descr");
        node.remove_attribute("title");
        // the name is required (ECMA-376 part 1, 20.1.2.2.8)
        setAttribute(node, "name", u"Object %1"_s.arg(++drawings));
    } else if (name == "w:object") {
        node.set_name("w:pict");
        while (node.first_attribute()) {
            node.remove_attribute(node.first_attribute());
        }
    } else if (name == "mc:AlternateContent") {
        noteAlternate(node, edits);
    } else if (name == "asvg:svgBlip" || name == "a14:imgProps") {
        // a second copy of the picture, or the picture before its background was cut away
        edits.remove(is(node.parent(), "a:ext") ? node.parent() : node);
    } else if (name.substr(0, 2) == "v:" || name.substr(0, 2) == "o:") {
        if (removeAltText) {
            for (const char *attribute : {"alt", "title", "o:title"}) {
                node.remove_attribute(attribute);
            }
        }
        for (const char *attribute : {"href", "o:href", "src", "o:gfxdata", "o:relid"}) {
            node.remove_attribute(attribute);
        }
    }
}

void neutraliseShapeIds(pugi::xml_node root)
{
    std::map<QString, QString> names;
    forEachElement(root, [&](pugi::xml_node node) {
        if (std::string_view(node.name()).substr(0, 2) != "v:") {
            return;
        }
        for (const char *attribute : {"id", "o:spid"}) {
            const QString id = attributeText(node, attribute);
            if (!id.isEmpty() && !isGeneratedShapeId(id)) {
                const auto known =
                    names.try_emplace(id, u"_x0000_s%1"_s.arg(names.size() + 1)).first;
                setAttribute(node, attribute, known->second);
            }
        }
    });
    forEachElement(root, [&](pugi::xml_node node) {
        const QString type = attributeText(node, "type");
        const auto known = names.find(type.mid(1));
        if (type.startsWith(u'#') && known != names.end()) {
            setAttribute(node, "type", QChar(u'#') + known->second);
        }
    });
}

}   // namespace expunge::formats::ooxml
