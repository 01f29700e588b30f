// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/outputparts.h"

#include <QHash>
#include <QSet>

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// What the relationships of an output may lead to.
struct LinkTargets
{
    const Package &package;
    std::map<const Part *, PartRole> roles;   // of the parts that stay
    OutputNames names;
    PictureStore pictures;
    bool strict = false;
};

/// The relationships that one part keeps.
struct SettledLinks
{
    std::vector<Relationship> relationships;
    QHash<QString, QString> ids;   // old id -> new id
};

/// Brings a tree and its relationships in step: what leads to something that stays keeps its
/// relationship, under a neutral id; links to anything else are unwrapped, pictures become the
/// placeholder, other elements go. `dropped` are ids that a plan takes out.
SettledLinks settleLinks(pugi::xml_node root, const Part &part, const QSet<QString> &dropped,
                         LinkTargets &targets);

}   // namespace expunge::formats::ooxml
