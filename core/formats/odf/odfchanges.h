// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <pugixml.hpp>

namespace expunge::formats::odf {

/// Takes back the tracked insertions and deletions of a tree (OpenDocument 1.3 part 3, 5.5): what
/// was inserted goes, what was deleted stands in its place again. Marks and the list of changes are
/// left for the caller to remove; changes of formatting cannot be taken back.
void undoChanges(pugi::xml_node root);

/// Gives the people of comments and changes neutral names, the same in every tree.
class OdfAuthors
{
public:
    /// Renames authors below `root`, and takes initials and dates away.
    void anonymise(pugi::xml_node root);

private:
    QHash<QString, int> m_numbers;
};

}   // namespace expunge::formats::odf
