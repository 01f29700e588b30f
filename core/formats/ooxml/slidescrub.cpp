// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/slidescrub.h"

#include "core/formats/ooxml/slidetiming.h"
#include "core/formats/ooxml/valuenames.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

/// An animation whose words are redacted goes with its step.
void removeAnimations(const Story &story, const SlideEdits &edits, DomEdits &removals)
{
    for (const auto &[index, list] : edits) {
        for (const Piece &piece : story.units[static_cast<size_t>(index)].pieces) {
            if (is(piece.node, "p:attrName")) {
                // p:attrNameLst in p:cBhvr in what happens (19.5.22)
                removals.remove(piece.node.parent().parent().parent());
            }
        }
    }
}

void clearText(const StoryUnit &unit, DomEdits &edits)
{
    for (const Piece &piece : unit.pieces) {
        if (piece.kind == PieceKind::Mark) {
            edits.remove(piece.node);
        } else if (piece.kind == PieceKind::Text) {
            setText(piece.node, {});
        }
    }
}

/// An alternative whose shapes are gone: what is left of it stands alone, or nothing does.
void settleAlternatives(pugi::xml_node root)
{
    DomEdits edits;
    forEachElement(root, [&](pugi::xml_node node) {
        if (!is(node, "mc:AlternateContent") || node.child("mc:Choice").first_child()) {
            return;
        }
        const pugi::xml_node fallback = node.child("mc:Fallback");
        for (const pugi::xml_node choice : node.children("mc:Choice")) {
            edits.remove(choice);
        }
        if (!fallback.first_child()) {
            edits.remove(node);
            return;
        }
        edits.unwrap(fallback);
        edits.unwrap(node);
    });
    edits.run(root);
}

}   // namespace

void scrubSlide(DeckTree &tree, const SlideEdits &edits, const DeckChoices &choices)
{
    const pugi::xml_node root = tree.xml.document.document_element();
    const Story &story = tree.content.story;
    DomEdits removals;
    removeAnimations(story, edits, removals);
    applyEdits(story, edits, removals);
    for (size_t i = 0; i < story.units.size(); ++i) {
        const StoryUnit &unit = story.units[i];
        const bool text =
            unit.hidden == HiddenKind::InvisibleText || unit.hidden == HiddenKind::HiddenText;
        if (text && choices.removes(tree.content.items[i])) {
            clearText(unit, removals);
        }
    }
    for (const ReadShape &shape : tree.content.shapes) {
        if (shape.node && choices.removes(shape.item)) {
            removals.remove(shape.node);
        }
    }
    removals.run(root);
    settleAlternatives(root);
    settleTiming(root);
}

void neutraliseShapeNames(pugi::xml_node root)
{
    // the name is required (ECMA-376 part 1, 20.1.2.2.8)
    int number = 0;
    forEachElement(root, [&](pugi::xml_node node) {
        if (!is(node, "p:cNvPr") && !is(node, "cdr:cNvPr")) {
            return;
        }
        ++number;
        node.remove_attribute("descr");
        node.remove_attribute("title");
        if (!isUsualShapeName(attributeText(node, "name")) || !node.attribute("name")) {
            setAttribute(node, "name", u"Shape %1"_s.arg(number));
        }
    });
}

void cleanFormatWords(pugi::xml_node root, const QStringList &values)
{
    if (values.isEmpty()) {
        return;
    }
    if (holdsValue(attributeText(root, "type"), values)) {
        root.remove_attribute("type");   // of a layout, for which its placeholders stand
    }
    forEachElement(root, [&values](pugi::xml_node node) {
        if (is(node, "a:fld") && holdsValue(attributeText(node, "type"), values)) {
            // "datetimeFigureOut" is a date in the usual form (21.1.2.2.4)
            setAttribute(node, "type", u"datetime1"_s);
        }
    });
}

}   // namespace expunge::formats::ooxml
