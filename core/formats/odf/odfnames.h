// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odftree.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <memory>
#include <vector>

namespace expunge::formats::odf {

/// The name is one of LibreOffice's own, or of the kind that programs number ("P12").
bool isNeutralStyle(const QString &name);

/// The name is one that this program gives a bookmark.
bool isNeutralBookmark(const QString &name);

/// How many names say something that is not the format's own.
struct NameCounts
{
    int styles = 0;
    int objects = 0;
    QString firstStyle;
    QString firstObject;
};

NameCounts countNames(const std::vector<std::unique_ptr<OdfTree>> &trees);

/// Gives everything that has a name a neutral one, the same wherever it is referred to: styles,
/// fonts, pages, tables, sections, bookmarks, identifiers. Names that nothing needs go.
class NeutralNames
{
public:
    /// `values`: what was redacted and stands nowhere else; a style of the format's own that is
    /// called so is renamed as well.
    NeutralNames(const std::vector<std::unique_ptr<OdfTree>> &trees, const QStringList &values);

    /// Renames in all trees, then unwraps links within the document that lead nowhere.
    void run();

private:
    void rename(pugi::xml_node node);
    bool renameOne(pugi::xml_node node, pugi::xml_attribute attribute);
    bool holdsValue(const QString &name) const;
    QString style(const QString &name);
    QString numbered(const QString &prefix, const QString &name);
    void settleLinks(pugi::xml_node root);

    const std::vector<std::unique_ptr<OdfTree>> &m_trees;
    QStringList m_values;
    QSet<QString> m_masters;
    QHash<QString, QString> m_styles;
    QHash<QString, QHash<QString, QString>> m_names;   // by prefix
};

/// Whether fonts of this family ("'Liberation Serif'") are on many machines: the name of any other
/// may be that of a firm.
bool isUsualFamily(const QString &family);

/// Takes attributes that hold one of the values (fonts, words of the syntax) out of a tree.
void removeValues(pugi::xml_node root, const QStringList &values);

}   // namespace expunge::formats::odf
