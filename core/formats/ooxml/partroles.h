// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/formats/ooxml/package.h"

#include <map>
#include <optional>
#include <vector>

namespace expunge::formats::ooxml {

/// What a part of a Word package is for; everything that is not named here is removed.
enum class PartRole {
    Document,
    Header,
    Footer,
    Footnotes,
    Endnotes,
    Comments,
    Styles,
    Numbering,
    Settings,
    FontTable,
    Theme,
    Picture,
    Chart,
    DiagramData,
    DiagramLayout,
    DiagramStyle,
    DiagramColours,
    DiagramDrawing,
    CoreProperties,
    AppProperties,
    Removed,
};

/// A part, its role, and for removed parts what is gone with it.
struct RoledPart
{
    const Part *part = nullptr;
    PartRole role = PartRole::Removed;
    document::HiddenKind kind = document::HiddenKind::UnknownParts;
};

/// The role that a relationship gives to its target; nothing if what it leads to is removed.
std::optional<PartRole> roleOf(const QString &kind, PartRole from);

/// Gives every part of a package its role, by the relationships that lead to it and never by its
/// name: parts in the order in which the main part refers to them, then what is removed.
std::vector<RoledPart> assignRoles(const Package &package);

/// Parts whose text is a story: the body, headers, notes, comments.
bool isStory(PartRole role);

}   // namespace expunge::formats::ooxml
