// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <pugixml.hpp>

#include <map>

namespace expunge::formats::ooxml {

/// Gives bookmarks and numbered sequences neutral names, and makes links and fields that refer to
/// them follow.
class BookmarkNames
{
public:
    /// `all`: every name that Word did not make up itself; else only those that hold one of
    /// `values` (any case).
    BookmarkNames(bool all, QStringList values);

    void collect(pugi::xml_node root);   // of every story first
    void rename(pugi::xml_node root);    // then this, of every story

private:
    bool mustGo(const QString &name) const;
    void collectSequences(pugi::xml_node root);
    QString renamedCode(const QString &code) const;
    void renameInFields(pugi::xml_node scope) const;

    bool m_all = false;
    QStringList m_values;
    QSet<QString> m_present;
    std::map<QString, QString> m_names;   // by lower-case name: Word compares them so
    std::map<QString, QString> m_sequences;
};

}   // namespace expunge::formats::ooxml
