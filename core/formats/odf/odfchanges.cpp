// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfchanges.h"

#include "core/formats/odf/odfvocabulary.h"
#include "core/formats/ooxml/domedit.h"

#include <vector>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using ooxml::attributeText;
using ooxml::is;

namespace {

pugi::xml_node paragraphOf(pugi::xml_node node)
{
    while (node && !isParagraph(node)) {
        node = node.parent();
    }
    return node;
}

bool isInside(pugi::xml_node node, pugi::xml_node ancestor)
{
    while (node && node != ancestor) {
        node = node.parent();
    }
    return !node.empty();
}

/// The next node in document order that is not below `node`.
pugi::xml_node behind(pugi::xml_node node)
{
    while (node && !node.next_sibling()) {
        node = node.parent();
    }
    return node.next_sibling();
}

void moveChildren(pugi::xml_node from, pugi::xml_node to)
{
    while (const pugi::xml_node child = from.first_child()) {
        to.append_move(child);
    }
}

/// Marks of the changes of a tree by their id.
struct Marks
{
    QHash<QString, pugi::xml_node> starts;
    QHash<QString, pugi::xml_node> ends;
    QHash<QString, pugi::xml_node> points;
};

Marks marksIn(pugi::xml_node root)
{
    Marks marks;
    ooxml::forEachElement(root, [&](pugi::xml_node node) {
        const QString id = attributeText(node, "text:change-id");
        if (is(node, "text:change-start")) {
            marks.starts.insert(id, node);
        } else if (is(node, "text:change-end")) {
            marks.ends.insert(id, node);
        } else if (is(node, "text:change")) {
            marks.points.insert(id, node);
        }
    });
    return marks;
}

void removeInsertion(pugi::xml_node start, pugi::xml_node end)
{
    std::vector<pugi::xml_node> inserted;
    pugi::xml_node node = behind(start);
    while (node && node != end) {
        if (isInside(end, node)) {
            node = node.first_child();
        } else {
            inserted.push_back(node);
            node = behind(node);
        }
    }
    if (!node) {
        return;   // the end does not come after the start: nothing is between them
    }
    for (pugi::xml_node gone : inserted) {
        // other changes may lie in this one; their marks stay, so that these are found
        gone.parent().remove_child(gone);
    }
    const pugi::xml_node first = paragraphOf(start);
    const pugi::xml_node last = paragraphOf(end);
    if (first && last && first != last && first.parent() == last.parent()) {
        moveChildren(last, first);
        last.parent().remove_child(last);
    }
}

void restoreDeletion(pugi::xml_node point, pugi::xml_node deletion)
{
    pugi::xml_node paragraph = paragraphOf(point);
    std::vector<pugi::xml_node> blocks;
    for (const pugi::xml_node child : deletion.children()) {
        if (child.type() == pugi::node_element && !is(child, "office:change-info")) {
            blocks.push_back(child);
        }
    }
    if (blocks.empty()) {
        return;
    }
    if (!paragraph) {   // between paragraphs
        for (const pugi::xml_node block : blocks) {
            point.parent().insert_move_before(block, point);
        }
        return;
    }
    size_t next = 0;
    if (isParagraph(blocks.front())) {
        while (const pugi::xml_node child = blocks.front().first_child()) {
            point.parent().insert_move_before(child, point);
        }
        next = 1;
    }
    if (next == blocks.size()) {
        return;
    }
    // what stands behind the point goes on in the last paragraph that was deleted
    pugi::xml_node split = point;
    while (split.parent() != paragraph) {
        split = split.parent();
    }
    pugi::xml_node place = paragraph;
    for (; next < blocks.size(); ++next) {
        place = paragraph.parent().insert_move_after(blocks[next], place);
    }
    if (isParagraph(place)) {
        while (const pugi::xml_node child = split.next_sibling()) {
            place.append_move(child);
        }
    }
}

}   // namespace

void undoChanges(pugi::xml_node root)
{
    std::vector<pugi::xml_node> regions;
    ooxml::forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "text:changed-region")) {
            regions.push_back(node);
        }
    });
    for (const pugi::xml_node region : regions) {
        const QString own = attributeText(region, "text:id");
        const QString id = own.isEmpty() ? attributeText(region, "xml:id") : own;
        const Marks marks = marksIn(root);   // each time: changes take marks along
        if (region.child("text:insertion") && marks.starts.contains(id)
            && marks.ends.contains(id)) {
            removeInsertion(marks.starts[id], marks.ends[id]);
        } else if (region.child("text:deletion") && marks.points.contains(id)) {
            restoreDeletion(marks.points[id], region.child("text:deletion"));
        }
    }
}

void OdfAuthors::anonymise(pugi::xml_node root)
{
    ooxml::DomEdits removals;
    ooxml::forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "dc:creator")) {
            const QString name = ooxml::textOf(node);
            const int number = *m_numbers.insert(
                name, m_numbers.value(name, static_cast<int>(m_numbers.size()) + 1));
            node.remove_children();
            node.append_child(pugi::node_pcdata)
                .set_value(u"Author %1"_s.arg(number).toUtf8().constData());
        } else if (is(node, "dc:date")) {
            node.remove_children();
            node.append_child(pugi::node_pcdata).set_value("1980-01-01T00:00:00");
        } else if (is(node, "meta:date-string") || is(node, "meta:creator-initials")
                   || is(node, "loext:sender-initials")) {
            removals.remove(node);
        }
    });
    removals.run(root);
}

}   // namespace expunge::formats::odf
