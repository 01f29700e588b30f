// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/partroles.h"

#include <map>

namespace expunge::formats::ooxml {

/// The trees of a package's stories as they were parsed, so that writing need not parse them again.
class StoryTrees
{
public:
    StoryTrees() = default;
    StoryTrees(const Package &package, const QString &path);

    /// A tree of its own for the caller; very big ones are parsed each time.
    base::Result<XmlPart> take(const Part &part, const QString &path) const;

private:
    std::map<const Part *, XmlPart> m_trees;
};

}   // namespace expunge::formats::ooxml
