// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/embeddedobjects.h"

#include "core/formats/ooxml/chartcells.h"
#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/outputparts.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *mark = "expunge:file";

const Part *partOf(pugi::xml_node object, const Part &story, const Package &package)
{
    return relatedPart(package, story, attributeText(object, "r:id"));
}

/// An object is shown by the shape beside it (ECMA-376 part 1, 17.3.3.19 and part 4, 19.2.2.19).
void placeObject(pugi::xml_node object, const EmbeddedOutput &file, const QString &id, int number)
{
    pugi::xml_node holder = object.parent();
    const bool icon = is(object, mark) && attributeText(object, "icon") == u"1"_s;
    holder.remove_child(object);
    pugi::xml_node shape = holder.child("v:shape");
    QString shapeId = attributeText(shape, "id");
    if (shape && shapeId.isEmpty()) {
        shapeId = u"_x0000_f%1"_s.arg(number);
        setAttribute(shape, "id", shapeId);
    }
    if (is(holder, "w:pict")) {
        holder.set_name("w:object");
    }
    pugi::xml_node placed = holder.append_child("o:OLEObject");
    setAttribute(placed, "Type", u"Embed"_s);
    setAttribute(placed, "ProgID", file.program);
    setAttribute(placed, "ShapeID", shapeId);
    setAttribute(placed, "DrawAspect", icon ? u"Icon"_s : u"Content"_s);
    setAttribute(placed, "ObjectID", u"_%1"_s.arg(number));
    setAttribute(placed, "r:id", id);
}

}   // namespace

const Part *relatedPart(const Package &package, const Part &from, const QString &id)
{
    for (const Relationship &relationship : from.relationships) {
        if (relationship.id == id && !relationship.external && !id.isEmpty()) {
            return package.find(relationship.target);
        }
    }
    return nullptr;
}

std::set<const Part *> objectFiles(pugi::xml_node root, const Part &story, const Package &package,
                                   const EmbeddedFiles &files)
{
    std::set<const Part *> parts;
    forEachElement(root, [&](pugi::xml_node node) {
        const Part *part = is(node, "o:OLEObject") ? partOf(node, story, package) : nullptr;
        if (files.find(part) < 0) {
            return;
        }
        parts.insert(part);
        const QString id = attributeText(node, "r:id");
        const bool icon = attributeText(node, "DrawAspect") == u"Icon"_s;
        node.remove_attributes();
        node.remove_children();
        setAttribute(node, "DrawAspect", icon ? u"Icon"_s : u"Content"_s);
        setAttribute(node, "r:id", id);
    });
    return parts;
}

void markObjects(pugi::xml_node root, const Part &story, const Package &package,
                 const EmbeddedScrub &files)
{
    forEachElement(root, [&](pugi::xml_node node) {
        const Part *part = is(node, "o:OLEObject") ? partOf(node, story, package) : nullptr;
        if (part == nullptr || files.written(part) == nullptr) {
            return;
        }
        const bool icon = attributeText(node, "DrawAspect") == u"Icon"_s;
        node.set_name(mark);
        node.remove_attributes();
        node.remove_children();
        setAttribute(node, "part", part->name);
        setAttribute(node, "icon", icon ? u"1"_s : u"0"_s);
    });
}

void placeObjects(pugi::xml_node root, const Package &package, EmbeddedScrub &files, bool strict,
                  std::vector<Relationship> &relationships)
{
    std::vector<pugi::xml_node> marks;
    forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, mark)) {
            marks.push_back(node);
        }
    });
    int number = 0;
    for (const pugi::xml_node node : marks) {
        const auto file =
            files.use(package.find(attributeText(node, "part")), u"word/embeddings/"_s);
        if (file) {
            placeObject(node, *file, relateFile(*file, strict, relationships), ++number);
        } else {
            node.parent().remove_child(node);
        }
    }
}

void placeWorkbook(SidePart &side, const Part &part, const Package &package, const QString &folder,
                   EmbeddedScrub &files, bool strict, std::vector<Relationship> &relationships)
{
    const Part *workbook = relatedPart(package, part, side.workbook);
    const auto file = files.use(workbook, folder);
    if (!file) {
        return;
    }
    restoreFormulas(side, *files.original(workbook), *files.written(workbook));
    pugi::xml_node chart = side.xml.document.document_element();
    // ECMA-376 part 1, 21.2.2.27: these come behind the data
    pugi::xml_node behind;
    for (const pugi::xml_node child : chart.children()) {
        const bool later =
            is(child, "c:printSettings") || is(child, "c:userShapes") || is(child, "c:extLst");
        behind = !behind && later ? child : behind;
    }
    pugi::xml_node data = behind ? chart.insert_child_before("c:externalData", behind)
                                 : chart.append_child("c:externalData");
    setAttribute(data, "r:id", relateFile(*file, strict, relationships));
    setAttribute(data.append_child("c:autoUpdate"), "val", u"0"_s);
}

QString relateFile(const EmbeddedOutput &file, bool strict,
                   std::vector<Relationship> &relationships)
{
    const QString id = u"rId%1"_s.arg(relationships.size() + 1);
    relationships.push_back({id, relationshipType(u"package"_s, strict), file.name, false});
    return id;
}

}   // namespace expunge::formats::ooxml
