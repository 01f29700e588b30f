// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/storytrees.h"

namespace expunge::formats::ooxml {

namespace {

XmlPart copyOf(const XmlPart &xml)
{
    XmlPart copy;
    copy.document.reset(xml.document);
    copy.strict = xml.strict;
    copy.comments = xml.comments;
    copy.unknown = xml.unknown;
    return copy;
}

}   // namespace

StoryTrees::StoryTrees(const Package &package, const QString &path)
{
    constexpr qsizetype mostKept = 32 * 1024 * 1024;   // a tree is about three times its text
    for (const RoledPart &roled : assignRoles(package)) {
        if (!isStory(roled.role) || roled.part->bytes.size() > mostKept) {
            continue;
        }
        if (auto xml = parseXmlPart(roled.part->bytes, roled.part->name, path)) {
            m_trees.emplace(roled.part, std::move(*xml));
        }
    }
}

base::Result<XmlPart> StoryTrees::take(const Part &part, const QString &path) const
{
    const auto known = m_trees.find(&part);
    return known == m_trees.end() ? parseXmlPart(part.bytes, part.name, path)
                                  : base::Result<XmlPart>(copyOf(known->second));
}

}   // namespace expunge::formats::ooxml
