// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <pugixml.hpp>

namespace expunge::formats::ooxml {

/// The name is one of Word's own ("heading 1", "Table Grid"), which every installation has
/// ([MS-OI29500] 2.1.249, latent styles).
bool isBuiltInStyle(const QString &name);

/// Gives a style that has no id its name as one: so do the programs that read such files.
void completeStyleIds(pugi::xml_node styles);

/// Neutral names and ids for the styles that people named.
struct StyleRenames
{
    QHash<QString, QString> ids;     // old id -> new one, where they differ
    QHash<QString, QString> names;   // old name -> new name
};

/// Built-in names stay, but for those that hold one of `values`.
StyleRenames styleRenames(pugi::xml_node styles, const QStringList &values = {});

/// Gives styles their neutral names, and drops other names that they go by.
void applyStyleRenames(pugi::xml_node styles, const StyleRenames &renames);

}   // namespace expunge::formats::ooxml
