// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/embeddedframes.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/embeddedobjects.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *mark = "expunge:file";

std::vector<pugi::xml_node> picturesWith(pugi::xml_node root, const char *attribute)
{
    std::vector<pugi::xml_node> pictures;
    forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "p:pic") && node.attribute(attribute)) {
            pictures.push_back(node);
        }
    });
    return pictures;
}

/// ECMA-376 part 1, 19.3.2.4: the frame has the identity and place, the object its picture. Nodes
/// are moved and not copied, because texts refer to them.
void placeFrame(pugi::xml_node picture, const EmbeddedOutput &file, const QString &id)
{
    pugi::xml_node frame = picture.parent().insert_child_before("p:graphicFrame", picture);
    pugi::xml_node about = frame.append_child("p:nvGraphicFramePr");
    pugi::xml_node pictureAbout = picture.child("p:nvPicPr");
    about.append_move(pictureAbout.child("p:cNvPr"));
    about.append_child("p:cNvGraphicFramePr");
    about.append_child("p:nvPr");
    pugi::xml_node identity = pictureAbout.prepend_child("p:cNvPr");
    setAttribute(identity, "id", u"0"_s);
    setAttribute(identity, "name", QString());
    pugi::xml_node place = frame.append_child("p:xfrm");
    const pugi::xml_node transform = picture.child("p:spPr").child("a:xfrm");
    for (const pugi::xml_node child : transform.children()) {
        place.append_copy(child);
    }
    pugi::xml_node data = frame.append_child("a:graphic").append_child("a:graphicData");
    setAttribute(data, "uri", u"http://schemas.openxmlformats.org/presentationml/2006/ole"_s);
    pugi::xml_node object = data.append_child("p:oleObj");
    setAttribute(object, "name", QString());
    setAttribute(object, "r:id", id);
    const pugi::xml_node size = place.child("a:ext");
    setAttribute(object, "imgW", attributeText(size, "cx"));
    setAttribute(object, "imgH", attributeText(size, "cy"));
    setAttribute(object, "progId", file.program);
    object.append_child("p:embed");
    object.append_move(picture);
}

}   // namespace

std::set<const Part *> frameFiles(pugi::xml_node root, const Part &slide, const Package &package)
{
    std::set<const Part *> parts;
    for (const pugi::xml_node picture : picturesWith(root, "r:id")) {
        if (const Part *part = relatedPart(package, slide, attributeText(picture, "r:id"))) {
            parts.insert(part);
        }
    }
    return parts;
}

void markFrames(pugi::xml_node root, const Part &slide, const Package &package,
                const EmbeddedScrub &files)
{
    for (pugi::xml_node picture : picturesWith(root, "r:id")) {
        const Part *part = relatedPart(package, slide, attributeText(picture, "r:id"));
        picture.remove_attribute("r:id");
        if (part != nullptr && files.written(part) != nullptr) {
            setAttribute(picture, mark, part->name);
        }
    }
}

void placeFrames(pugi::xml_node root, const Package &package, EmbeddedScrub &files, bool strict,
                 std::vector<Relationship> &relationships)
{
    for (pugi::xml_node picture : picturesWith(root, mark)) {
        const auto file =
            files.use(package.find(attributeText(picture, mark)), u"ppt/embeddings/"_s);
        picture.remove_attribute(mark);
        if (file) {
            placeFrame(picture, *file, relateFile(*file, strict, relationships));
        }
    }
}

}   // namespace expunge::formats::ooxml
