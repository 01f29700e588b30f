// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/redactionplan.h"
#include "core/formats/ooxml/fieldmap.h"

#include <QHash>
#include <QStringList>

#include <pugixml.hpp>

#include <vector>

namespace expunge::formats::ooxml {

/// The redacted values that stand nowhere else in a document any more, and so must not stand in its
/// names either.
class ValueNames
{
public:
    /// `content` says of each unit whether a value that stands in it is to stay a value: codes,
    /// names and targets are not.
    ValueNames(const std::vector<document::TextUnit> &units, const std::vector<bool> &content,
               const document::RedactionPlan &plan);

    const QStringList &values() const { return m_values; }

    /// Takes names (fonts, shapes, themes) that hold one of the values out of the tree, and words
    /// of the format where the file says the same without them; bookmarks and styles are renamed
    /// elsewhere.
    void clean(pugi::xml_node root) const;

    /// Fields whose codes hold one of the values become what they show.
    void settleFields(pugi::xml_node root) const;

private:
    void cleanAttributes(pugi::xml_node node, bool ofStyles, DomEdits &edits) const;
    bool cleanCode(const Field &field) const;

    QStringList m_values;
};

/// Whether a name holds one of the values, in any case.
bool holdsValue(const QString &name, const QStringList &values);

/// `word`, or another that holds none of the values.
QString neutralName(const QString &word, const QStringList &values);

/// Replaces names in field codes such as STYLEREF "name".
void renameInFieldCodes(pugi::xml_node root, const QHash<QString, QString> &names);

}   // namespace expunge::formats::ooxml
