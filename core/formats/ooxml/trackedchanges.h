// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <pugixml.hpp>

namespace expunge::formats::ooxml {

/// How many tracked changes a story holds (insertions, deletions, moves, changes of formatting).
int countTrackedChanges(pugi::xml_node root);

enum class Resolve { Apply, Undo };

/// Makes every tracked change of a story part of its text, or takes it back, so that none is left
/// (ECMA-376 part 1, 17.13.5).
void resolveTrackedChanges(pugi::xml_node root, Resolve how);

/// Gives the people of comments and changes neutral names, the same in every part.
class AuthorNames
{
public:
    /// Renames authors and initials below `root`, and takes dates away.
    void anonymise(pugi::xml_node root);

private:
    QHash<QString, int> m_numbers;
};

/// Removes bookmark, permission and comment range marks whose partner is gone.
void removeLoneAnchors(pugi::xml_node root);

/// Adds the paragraph that a cell, note or text box must end with, and a header hold, where there
/// is none.
void completeContainers(pugi::xml_node root);

}   // namespace expunge::formats::ooxml
