// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHash>

#include <pugixml.hpp>

namespace expunge::formats::ooxml {

/// What an attribute holds, and so who must look after it.
enum class AttributeKind {
    Syntax,         // number, enumeration, identifier: stays when its value looks like one
    Text,           // words that a person wrote: a text unit, or removed
    Person,         // author, initials, user name
    Time,           // when something was edited
    Name,           // name of a bookmark, style, font, theme or shape
    Relationship,   // id of a relationship
    Revision,       // mark of an editing session: goes
    Drop,           // not known, or a copy of what stands elsewhere: goes
};

/// Names are those of canonicalxml.h: "w:bookmarkStart", "w:name".
AttributeKind attributeKind(QByteArrayView element, QByteArrayView attribute);

/// Remembers kinds of attributes for the length of one walk over a tree.
class AttributeKinds
{
public:
    AttributeKind of(QByteArrayView element, QByteArrayView attribute);

private:
    QHash<QByteArray, AttributeKind> m_known;   // by "element@attribute"
};

/// Whether a value of a Syntax attribute can be what it should be; anything else might be a hiding
/// place.
bool syntaxFits(QByteArrayView element, QByteArrayView attribute, QByteArrayView value);

/// Elements that may stay in stories, styles, numbering, fonts, theme, charts and diagrams.
/// Settings have their own list (sideparts.h).
bool knownElement(QByteArrayView name);

/// Elements whose text is content ("w:t", "c:v") or a value ("wp:posOffset"); text straight in any
/// other element shows nowhere.
bool carriesText(QByteArrayView element);

/// What a sweep took out.
struct SweepCounts
{
    int unknown =
        0;   // elements (with all they hold), attributes and stray texts that are not known
    int revisions = 0;    // marks of editing sessions (rsid, paraId, nsid …)
    int duplicates = 0;   // copies of drawings in another form (o:gfxdata)

    SweepCounts &operator+=(const SweepCounts &other)
    {
        unknown += other.unknown;
        revisions += other.revisions;
        duplicates += other.duplicates;
        return *this;
    }
};

/// Removes everything that is not known from below (and at) `root`, and the marks of editing
/// sessions. Attributes of the kinds Text, Person, Time, Name and Relationship stay: they are the
/// caller's to look after. Meant to be called straight after parsing.
SweepCounts sweep(pugi::xml_node root);

}   // namespace expunge::formats::ooxml
