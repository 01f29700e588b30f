// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/outputparts.h"
#include "core/formats/ooxml/presentationmodel.h"

#include <set>

namespace expunge::formats::ooxml {

/// The relationships that one part of a presentation keeps.
struct SettledDeckLinks
{
    std::vector<Relationship> relationships;
    QHash<QString, QString> ids;             // old id -> new id
    std::vector<const DeckPart *> targets;   // parts that it leads to, pictures left out
};

/// Brings the trees of a presentation and their relationships in step.
class DeckLinks
{
public:
    DeckLinks(const Package &package, const DeckModel &model)
        : m_package(package)
        , m_model(model)
    {
    }

    /// The relationships of a part, under neutral ids, for what its tree still names; what leads
    /// nowhere is taken out of the tree. `dropped` are ids that a plan takes out.
    SettledDeckLinks settle(pugi::xml_node root, const DeckPart &deck,
                            const std::set<QString> &dropped);

    void leave(const Part *part) { m_leaving.insert(part); }
    bool leaves(const Part *part) const { return m_leaving.contains(part); }

    /// Neutral name of a part that stays, counted as parts are first named.
    QString nameOf(const DeckPart &deck);
    QString knownName(const Part *part) const { return m_names.value(part); }

    PictureStore &pictures() { return m_pictures; }

    /// Name of a picture of the store in a presentation.
    static QString pictureName(const QString &stored);

    Relationship relationship(const QString &kind, const QString &target) const;

private:
    QString take(const Relationship &relationship, pugi::xml_node user, SettledDeckLinks &links);
    QString add(SettledDeckLinks &links, const QString &oldId, Relationship relationship);
    bool isImplicit(const Relationship &relationship, const DeckPart &from,
                    const std::set<QString> &drawings) const;
    std::set<QString> drawingsOf(pugi::xml_node root, const Part &part) const;
    void settleElement(pugi::xml_node node, const DeckPart &deck, const std::set<QString> &dropped,
                       SettledDeckLinks &links);
    void lose(pugi::xml_node node, pugi::xml_attribute attribute, SettledDeckLinks &links);
    QString placeholder(SettledDeckLinks &links);

    const Package &m_package;
    const DeckModel &m_model;
    PictureStore m_pictures;
    std::set<const Part *> m_leaving;
    QHash<const Part *, QString> m_names;
    std::map<DeckRole, int> m_counts;
    DomEdits m_edits;
};

}   // namespace expunge::formats::ooxml
