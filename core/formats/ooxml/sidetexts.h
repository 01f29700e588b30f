// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/sideparts.h"

namespace expunge::formats::ooxml {

/// Where one text of a side part stands: an attribute, or elements whose texts follow each other.
struct SideSlot
{
    document::Place place;
    std::vector<pugi::xml_node> elements;
    pugi::xml_attribute attribute;
    bool number = false;   // only a number may stand here

    QString text() const;

    /// True if there is still such a text when it reads so.
    bool holds(const QString &text) const;

    /// The first element takes all of a changed text; a number that is none any more takes its data
    /// point along.
    void setText(const QString &text) const;
};

/// The slots of a part, in the same order for equal trees.
std::vector<SideSlot> sideSlots(SideKind kind, pugi::xml_node root);

/// The element after `node` in document order below `root`, or nothing.
pugi::xml_node nextElement(pugi::xml_node node, pugi::xml_node root);

/// The same, but nothing below `node`: what to go on with when `node` goes.
pugi::xml_node nextOutside(pugi::xml_node node, pugi::xml_node root);

}   // namespace expunge::formats::ooxml
