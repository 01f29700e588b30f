// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/trackedchanges.h"

#include "core/formats/ooxml/domedit.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace expunge::formats::ooxml {

namespace {

constexpr const char *mergeMark =
    "merge";   // on a paragraph while changes are resolved; never written

using Names = std::set<std::string_view>;

const Names propertyChanges{"w:rPrChange",   "w:pPrChange",     "w:sectPrChange",
                            "w:tblPrChange", "w:tblGridChange", "w:trPrChange",
                            "w:tcPrChange",  "w:tblPrExChange", "w:numberingChange"};
const Names rangeMarks{"w:moveFromRangeStart",
                       "w:moveFromRangeEnd",
                       "w:moveToRangeStart",
                       "w:moveToRangeEnd",
                       "w:customXmlInsRangeStart",
                       "w:customXmlInsRangeEnd",
                       "w:customXmlDelRangeStart",
                       "w:customXmlDelRangeEnd",
                       "w:customXmlMoveFromRangeStart",
                       "w:customXmlMoveFromRangeEnd",
                       "w:customXmlMoveToRangeStart",
                       "w:customXmlMoveToRangeEnd"};

/// Children of a property element that its recorded old state does not speak about (CT_PPrBase and
/// the like).
const Names outsideOldState{"w:headerReference", "w:footerReference", "w:ins",     "w:del",
                            "w:moveFrom",        "w:moveTo",          "w:cellIns", "w:cellDel",
                            "w:cellMerge"};

bool marksProperty(pugi::xml_node change)
{
    const std::string_view parent = change.parent().name();
    return parent == "w:rPr" || parent == "w:trPr" || parent == "w:numPr" || parent == "m:rPr";
}

void restoreProperties(pugi::xml_node change)
{
    pugi::xml_node properties = change.parent();
    const pugi::xml_node old = change.first_child();
    const bool ofParagraph = is(properties, "w:pPr");
    std::vector<pugi::xml_node> current;
    for (pugi::xml_node child : properties.children()) {
        const bool kept = child == change || outsideOldState.contains(child.name())
                          || (ofParagraph && (is(child, "w:rPr") || is(child, "w:sectPr")));
        if (!kept) {
            current.push_back(child);
        }
    }
    for (pugi::xml_node child : current) {
        properties.remove_child(child);
    }
    // marks of run properties and references of sections come first, everything else after the old
    // state
    pugi::xml_node before = change;
    if (ofParagraph) {
        before = properties.first_child();
    }
    for (pugi::xml_node child : old.children()) {
        properties.insert_copy_before(child, before);
    }
}

void resolveProperties(pugi::xml_node root, Resolve how)
{
    std::vector<pugi::xml_node> changes;
    forEachElement(root, [&](pugi::xml_node node) {
        if (propertyChanges.contains(node.name())) {
            changes.push_back(node);
        }
    });
    for (pugi::xml_node change : changes) {
        if (how == Resolve::Undo && !is(change, "w:numberingChange")) {
            restoreProperties(change);
        }
        change.parent().remove_child(change);
    }
}

/// Notes what one element that goes (a deletion when changes are applied) takes along.
void noteRemoval(pugi::xml_node change, DomEdits &edits)
{
    pugi::xml_node parent = change.parent();
    if (is(parent, "w:trPr")) {
        edits.remove(parent.parent());
    } else if (is(parent, "w:rPr") && is(parent.parent(), "w:pPr")) {
        parent.parent().parent().append_attribute(mergeMark) = 1;
        edits.remove(change);
    } else if (is(parent, "m:ctrlPr")) {
        edits.unwrap(change);
    } else {
        edits.remove(change);
    }
}

pugi::xml_node nextBlock(pugi::xml_node node)
{
    static const Names anchors{"w:bookmarkStart",   "w:bookmarkEnd", "w:commentRangeStart",
                               "w:commentRangeEnd", "w:permStart",   "w:permEnd",
                               "w:proofErr"};
    pugi::xml_node next = node.next_sibling();
    while (next && (next.type() != pugi::node_element || anchors.contains(next.name()))) {
        next = next.next_sibling();
    }
    return next;
}

/// A paragraph whose mark was deleted goes on in the next one, which keeps its own properties.
void mergeParagraph(pugi::xml_node paragraph)
{
    pugi::xml_node next = nextBlock(paragraph);
    if (is(next, "w:p")) {
        const pugi::xml_node properties = next.child("w:pPr");
        pugi::xml_node place = properties ? properties.next_sibling() : next.first_child();
        for (pugi::xml_node child = paragraph.first_child(); child;) {
            const pugi::xml_node following = child.next_sibling();
            if (!is(child, "w:pPr")) {
                if (place) {
                    next.insert_move_before(child, place);
                } else {
                    next.append_move(child);
                }
            }
            child = following;
        }
        paragraph.parent().remove_child(paragraph);
        return;
    }
    bool empty = true;
    for (pugi::xml_node child : paragraph.children()) {
        empty = empty && (is(child, "w:pPr") || !child.first_child());
    }
    const bool separates =
        !paragraph.previous_sibling() || is(paragraph.previous_sibling(), "w:tbl");
    if (empty && next && !separates && !is(paragraph.parent(), "w:tc")) {
        paragraph.parent().remove_child(paragraph);
    }
}

void mergeMarked(pugi::xml_node root)
{
    std::vector<pugi::xml_node> marked;
    forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "w:p") && node.attribute(mergeMark)) {
            marked.push_back(node);
        }
    });
    for (pugi::xml_node paragraph : marked) {
        while (paragraph.remove_attribute(mergeMark)) {
        }
        mergeParagraph(paragraph);
    }
}

/// Rows without cells and tables without rows go.
void removeEmptyTables(pugi::xml_node root)
{
    const auto prune = [&](std::string_view name, std::string_view needed) {
        DomEdits edits;
        forEachElement(root, [&](pugi::xml_node node) {
            if (!is(node, name)) {
                return;
            }
            bool full = false;
            forEachElement(node, [&](pugi::xml_node inner) { full = full || is(inner, needed); });
            if (!full) {
                edits.remove(node);
            }
        });
        edits.run(root);
    };
    prune("w:tr", "w:tc");
    prune("w:tbl", "w:tr");
}

/// Whether there is anything of tracked changes, damaged marks included.
bool tracksChanges(pugi::xml_node root)
{
    static const Names marks{"w:ins",     "w:del",       "w:moveFrom", "w:moveTo",      "w:cellIns",
                             "w:cellDel", "w:cellMerge", "w:delText",  "w:delInstrText"};
    bool found = false;
    forEachElement(root, [&found](pugi::xml_node node) {
        found = found || marks.contains(node.name()) || propertyChanges.contains(node.name())
                || rangeMarks.contains(node.name());
    });
    return found;
}

}   // namespace

int countTrackedChanges(pugi::xml_node root)
{
    static const Names counted{"w:ins",     "w:del",     "w:moveFrom", "w:moveTo",
                               "w:cellIns", "w:cellDel", "w:cellMerge"};
    int count = 0;
    forEachElement(root, [&](pugi::xml_node node) {
        count += counted.contains(node.name()) || propertyChanges.contains(node.name()) ? 1 : 0;
    });
    return count;
}

void resolveTrackedChanges(pugi::xml_node root, Resolve how)
{
    if (!tracksChanges(root)) {
        removeEmptyTables(root);
        completeContainers(root);
        return;
    }
    resolveProperties(root, how);
    const bool undo = how == Resolve::Undo;
    const Names coming = undo ? Names{"w:del", "w:moveFrom"} : Names{"w:ins", "w:moveTo"};
    const Names going = undo ? Names{"w:ins", "w:moveTo"} : Names{"w:del", "w:moveFrom"};
    DomEdits edits;
    forEachElement(root, [&](pugi::xml_node node) {
        const std::string_view name = node.name();
        if (coming.contains(name)) {
            if (marksProperty(node)) {
                edits.remove(node);
            } else {
                edits.unwrap(node);
            }
        } else if (going.contains(name)) {
            noteRemoval(node, edits);
        } else if (rangeMarks.contains(name) || name == "w:cellMerge") {
            edits.remove(node);
        } else if (name == "w:cellIns" || name == "w:cellDel") {
            const bool goes = (name == "w:cellIns") == undo;
            edits.remove(goes ? node.parent().parent() : node);
        } else if (name == "w:delText" || name == "w:delInstrText") {
            if (undo) {
                node.set_name(name == "w:delText" ? "w:t" : "w:instrText");
            } else {
                edits.remove(node);
            }
        }
    });
    edits.run(root);
    mergeMarked(root);
    removeEmptyTables(root);
    completeContainers(root);
}

void AuthorNames::anonymise(pugi::xml_node root)
{
    forEachElement(root, [&](pugi::xml_node node) {
        if (pugi::xml_attribute author = node.attribute("w:author")) {
            const QString name = QString::fromUtf8(author.value());
            const auto known = m_numbers.constFind(name);
            const int number =
                known == m_numbers.cend() ? static_cast<int>(m_numbers.size()) + 1 : known.value();
            m_numbers.insert(name, number);
            author.set_value(("Author " + std::to_string(number)).c_str());
            if (pugi::xml_attribute initials = node.attribute("w:initials")) {
                initials.set_value(("A" + std::to_string(number)).c_str());
            }
            node.remove_attribute("w:date");
            node.remove_attribute("w16du:dateUtc");
        }
    });
}

void removeLoneAnchors(pugi::xml_node root)
{
    static const std::map<std::string_view, std::string_view> partners{
        {"w:bookmarkStart", "w:bookmarkEnd"},
        {"w:bookmarkEnd", "w:bookmarkStart"},
        {"w:permStart", "w:permEnd"},
        {"w:permEnd", "w:permStart"},
        {"w:commentRangeStart", "w:commentRangeEnd"},
        {"w:commentRangeEnd", "w:commentRangeStart"}};
    std::vector<pugi::xml_node> anchors;
    std::set<std::pair<std::string_view, std::string>> present;
    forEachElement(root, [&](pugi::xml_node node) {
        const auto known = partners.find(node.name());
        if (known != partners.end()) {
            anchors.push_back(node);
            present.emplace(known->first, node.attribute("w:id").value());
        }
    });
    DomEdits edits;
    for (pugi::xml_node anchor : anchors) {
        if (!present.contains({partners.at(anchor.name()), anchor.attribute("w:id").value()})) {
            edits.remove(anchor);
        }
    }
    edits.run(root);
}

void completeContainers(pugi::xml_node root)
{
    static const Names containers{"w:tc",      "w:txbxContent", "w:footnote", "w:endnote",
                                  "w:comment", "w:hdr",         "w:ftr"};
    std::vector<pugi::xml_node> open;
    const auto check = [&](pugi::xml_node node) {
        if (containers.contains(node.name())) {
            pugi::xml_node last = node.last_child();
            while (last && last.type() != pugi::node_element) {
                last = last.previous_sibling();
            }
            const bool anchor = last && is(last, "w:bookmarkEnd");
            // a header may end with a table (ECMA-376 part 1, 17.10.4), and a line more moves pages
            const bool margin = is(node, "w:hdr") || is(node, "w:ftr");
            if (!last || (is(last, "w:tbl") && !margin) || is(last, "w:tcPr")
                || (anchor && !node.child("w:p"))) {
                open.push_back(node);
            }
        }
    };
    check(root);
    forEachElement(root, check);
    for (pugi::xml_node node : open) {
        node.append_child("w:p");
    }
}

}   // namespace expunge::formats::ooxml
