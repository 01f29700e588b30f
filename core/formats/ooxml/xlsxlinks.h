// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/outputparts.h"
#include "core/formats/ooxml/workbookparts.h"

namespace expunge::formats::ooxml {

/// Brings the trees of a workbook and their relationships in step.
class BookLinks
{
public:
    BookLinks(const Package &package, const BookParts &parts, bool strict)
        : m_package(package)
        , m_parts(parts)
        , m_strict(strict)
    {
    }

    /// The relationships of one part, under neutral ids, for what its tree still names; what leads
    /// nowhere is taken out of the tree. Parts in `leaving` count as gone.
    std::vector<Relationship> settle(pugi::xml_node root, const Part &part);

    void leave(const Part *part) { m_leaving.push_back(part); }
    bool leaves(const Part *part) const;

    /// Neutral name of a part that stays; parts are counted as they are first named, so that a
    /// second scrub names them alike.
    QString nameOf(const BookPart &part);
    const QHash<const Part *, QString> &names() const { return m_names; }

    const PictureStore &pictures() const { return m_pictures; }

    /// Name of a picture of the store in a workbook.
    static QString pictureName(const QString &stored);

    Relationship relationship(const QString &kind, const QString &target) const;

private:
    bool settleAttribute(pugi::xml_node node, pugi::xml_attribute attribute, const Part &part,
                         std::vector<Relationship> &result);
    void leaveElement(pugi::xml_node node);
    QString placeholder(std::vector<Relationship> &result);

    const Package &m_package;
    const BookParts &m_parts;
    bool m_strict;
    PictureStore m_pictures;
    QHash<const Part *, QString> m_names;
    std::map<BookRole, int> m_counts;
    std::vector<const Part *> m_leaving;
    DomEdits m_edits;
};

}   // namespace expunge::formats::ooxml
