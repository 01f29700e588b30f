// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/formats/odf/odfpackage.h"
#include "core/formats/odf/odfstyles.h"
#include "core/formats/odf/odsrows.h"
#include "core/formats/odf/odssites.h"
#include "core/formats/odf/odssweep.h"
#include "core/formats/ooxml/canonicalxml.h"

#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace expunge::formats::odf {

/// What the styles of a spreadsheet say about showing (ODF 1.3 part 3, 16 and 17).
class OdsStyles
{
public:
    /// The parts in the order in which a later one goes before.
    void read(pugi::xml_node root);

    /// White letters on nothing.
    bool isWhite(const QByteArray &cellStyle) const;
    /// The sheets of this style are not shown.
    bool hidesTable(const QByteArray &tableStyle) const;
    bool knows(const QByteArray &style) const { return m_names.contains(style); }
    const OdfStyles &all() const { return m_styles; }

private:
    OdfStyles m_styles;
    QSet<QByteArray> m_names;
    mutable QHash<QByteArray, bool> m_white;
};

/// Columns side by side that are alike.
struct OdsColumns
{
    int first = 0;
    int last = 0;
    bool hidden = false;
    QByteArray style;       // of the column
    QByteArray cellStyle;   // of its cells that have none
};

/// One sheet of the spreadsheet.
struct OdsSheet
{
    QString name;
    bool hidden = false;
    bool gone = false;   // a copy of another document's sheet, or a scenario: goes as a whole
    pugi::xml_node node;
    QString part;   // where its hidden items are said to be
    std::vector<OdsColumns> columns;
    document::Place place;

    const OdsColumns *columnsAt(int column) const;
    bool hides(int first, int last) const;   // every column of these
};

/// A part with markup other than cells, parsed and swept.
struct OdsTree
{
    QString part;
    ooxml::XmlPart xml;
    OdsRemovals removals;
    document::Place place;
    std::vector<OdsSite> sites;
    bool isChart = false;
};

/// A name and what it stands for.
struct OdsName
{
    QString name;
    QString formula;   // or addresses
    bool isRange = false;
};

/// A spreadsheet package with its small parts as trees and its cells as bytes: made anew for
/// reading and for writing, the same each time.
struct OdsBook
{
    explicit OdsBook(const OdsContent &cut)
        : content(cut)
    {
    }

    const OdsContent &content;
    std::vector<std::unique_ptr<OdsTree>> trees;   // content.xml without cells, styles.xml, charts
    std::vector<OdsSheet> sheets;                  // as the tables follow each other
    std::vector<OdsName> names;
    OdsStyles styles;
    QHash<QString, int> known;                   // "sheet:…", "name:…", as formulas name them
    QHash<QByteArray, QByteArray> validations;   // old name to new

    int sheetByName(const QString &name) const;   // -1 if there is none
};

base::Result<std::unique_ptr<OdsBook>> readOdsBook(const OdfPackage &package,
                                                   const OdsContent &content, const QString &path);

/// The styles of what a tree draws: a chart has its own.
OdfStyles drawnStyles(const OdsTree &tree, const OdsBook &book);

/// Folders of the package that hold charts or formulas, in order.
std::vector<QString> chartFolders(const OdfPackage &package);

}   // namespace expunge::formats::odf
