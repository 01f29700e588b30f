// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"

#include <QHash>
#include <QString>

#include <pugixml.hpp>

#include <map>

namespace expunge::formats::odf {

/// What was taken out of the markup of a spreadsheet, by kind.
class OdsRemovals
{
public:
    struct Entry
    {
        int count = 0;
        QString preview;
    };

    void add(document::HiddenKind kind, int count, const QString &preview = {});
    const std::map<document::HiddenKind, Entry> &entries() const { return m_entries; }

private:
    std::map<document::HiddenKind, Entry> m_entries;
};

/// Takes out of a freshly parsed tree what never stays in a spreadsheet (former contents, links to
/// sources, filters, pivot tables, controls, macros), then everything that is not known, and makes
/// the white space of paragraphs what a reader sees.
void sweepSpreadsheet(pugi::xml_node root, OdsRemovals &removals);

/// True if an attribute holds addresses of cells (and not a formula).
bool holdsAddresses(pugi::xml_attribute attribute);

/// True if an attribute holds a formula or a condition.
bool holdsFormula(pugi::xml_attribute attribute);

/// Takes out addresses that are none, or speak of sheets that are not `known`: how many.
int dropStrangeAddresses(pugi::xml_node root, const QHash<QString, int> &known);

}   // namespace expunge::formats::odf
