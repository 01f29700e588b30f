// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/slidetiming.h"

#include "core/formats/ooxml/domedit.h"

#include <algorithm>
#include <array>
#include <vector>

namespace expunge::formats::ooxml {

namespace {

/// A node of the tree of times (ECMA-376 part 1, 19.5.87): a container, or one thing that happens.
bool isTimeNode(pugi::xml_node node)
{
    static constexpr std::array names{"p:par",       "p:seq",     "p:excl",       "p:anim",
                                      "p:animClr",   "p:animRot", "p:animEffect", "p:animMotion",
                                      "p:animScale", "p:set"};
    return std::any_of(names.begin(), names.end(),
                       [&](const char *name) { return is(node, name); });
}

bool isContainer(pugi::xml_node node)
{
    return is(node, "p:par") || is(node, "p:seq") || is(node, "p:excl");
}

pugi::xml_node timeNodeAround(pugi::xml_node node)
{
    while (node && !isTimeNode(node)) {
        node = node.parent();
    }
    return node;
}

std::set<std::string> shapeIds(pugi::xml_node slide)
{
    std::set<std::string> ids;
    forEachElement(slide.child("p:cSld"), [&](pugi::xml_node node) {
        if (is(node, "p:cNvPr")) {
            ids.insert(node.attribute("id").value());
        }
    });
    return ids;
}

/// A container in which nothing happens; the root itself has no cTn of its own to be judged by.
bool isIdle(pugi::xml_node node)
{
    return isContainer(node) && !node.child("p:cTn").child("p:childTnLst").first_child();
}

/// What happens to shapes that are gone, and containers in which nothing happens.
std::vector<pugi::xml_node> badNodes(pugi::xml_node timing, const std::set<std::string> &ids)
{
    std::vector<pugi::xml_node> bad;
    forEachElement(timing.child("p:tnLst"), [&](pugi::xml_node node) {
        const bool lost = (is(node, "p:spTgt") || is(node, "p:tgtEl"))
                          && (is(node, "p:spTgt") ? !ids.contains(node.attribute("spid").value())
                                                  : !node.first_child());
        const pugi::xml_node around =
            lost || isIdle(node) ? timeNodeAround(node) : pugi::xml_node();
        if (around) {
            bad.push_back(around);
        }
    });
    return bad;
}

/// Takes out the bad nodes; a container that this leaves idle is the next round's. True if there
/// were any.
bool removeBadNodes(pugi::xml_node timing, const std::set<std::string> &ids)
{
    DomEdits edits;
    const std::vector<pugi::xml_node> bad = badNodes(timing, ids);
    for (const pugi::xml_node node : bad) {
        edits.remove(node);
    }
    edits.run(timing);
    return !bad.empty();
}

}   // namespace

std::set<std::string> animatedShapes(pugi::xml_node slide)
{
    std::set<std::string> ids;
    forEachElement(slide.child("p:timing"), [&](pugi::xml_node node) {
        if (is(node, "p:spTgt")) {
            ids.insert(node.attribute("spid").value());
        }
    });
    return ids;
}

void settleTiming(pugi::xml_node slide)
{
    pugi::xml_node timing = slide.child("p:timing");
    if (!timing) {
        return;
    }
    const std::set<std::string> ids = shapeIds(slide);
    while (removeBadNodes(timing, ids)) {
    }
    pugi::xml_node builds = timing.child("p:bldLst");
    for (pugi::xml_node build = builds.first_child(); build;) {
        const pugi::xml_node next = build.next_sibling();
        if (!ids.contains(build.attribute("spid").value())) {
            builds.remove_child(build);
        }
        build = next;
    }
    if (builds && !builds.first_child()) {
        timing.remove_child(builds);
    }
    const pugi::xml_node list = timing.child("p:tnLst");
    if (list && !list.first_child()) {
        timing.remove_child(list);
    }
    if (!timing.first_child()) {
        slide.remove_child(timing);
    }
}

}   // namespace expunge::formats::ooxml
