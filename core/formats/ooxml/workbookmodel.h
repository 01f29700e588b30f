// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/numberformat.h"
#include "core/formats/ooxml/sharedstrings.h"
#include "core/formats/ooxml/sheetreader.h"
#include "core/formats/ooxml/sheetvocabulary.h"
#include "core/formats/ooxml/workbookparts.h"
#include "core/formats/ooxml/xlsxsites.h"

#include <memory>
#include <vector>

namespace expunge::formats::ooxml {

/// Answers whether a cell lies in one of many ranges.
class RangeIndex
{
public:
    void add(const CellRange &range);
    const CellRange *find(CellRef cell) const;
    bool isEmpty() const { return m_ranges.empty(); }
    const std::vector<CellRange> &ranges() const { return m_ranges; }

private:
    std::vector<CellRange> m_ranges;
    QHash<int, std::vector<int>> m_buckets;   // by block of rows
    std::vector<int> m_tall;                  // of ranges that cover too many blocks
};

/// How the cells of one style show.
struct CellStyle
{
    int format = 0;       // position in BookModel::formats
    bool white = false;   // white letters on nothing
};

/// A small part, parsed and swept.
struct TreePart
{
    const BookPart *book = nullptr;
    XmlPart xml;
    BookSweep swept;
    int sheet = -1;   // that it belongs to
    document::Place place;
    std::vector<TextSite> sites;
};

/// One sheet of the workbook.
struct SheetModel
{
    QString name;
    bool hidden = false;
    const BookPart *book = nullptr;   // null: of a kind that goes (macros, dialogs)
    int tree = -1;
    QByteArray xml;   // as UTF-8; `bytes` looks into it
    SheetBytes bytes;
    std::vector<std::pair<int, int>> hiddenColumns;
    RangeIndex merges;    // without their first cells' own right to show
    RangeIndex watched;   // cells that tables and charts repeat
    document::Place place;

    bool hidesColumn(int column) const;
};

/// One table on a sheet.
struct TableModel
{
    int tree = -1;
    int sheet = -1;
    QString name;
    CellRange ref;
    int headerRows = 1;
    int totalsRows = 0;
    std::vector<QString> columns;
};

/// A defined name and what it stands for.
struct NameModel
{
    QString name;
    QString formula;
    int sheet = -1;   // of a local name
    bool hidden = false;
};

/// A workbook package with its small parts as trees and its big ones as bytes: made anew for
/// reading and for writing, the same each time.
struct BookModel
{
    explicit BookModel(const Package &package)
        : parts(package)
    {
    }

    BookParts parts;
    std::vector<std::unique_ptr<TreePart>> trees;   // the workbook first
    std::vector<SheetModel> sheets;
    std::vector<TableModel> tables;
    std::vector<NameModel> names;
    std::vector<NumberFormat> formats;
    std::vector<CellStyle> styles;
    QHash<QString, int> known;   // "sheet:…", "name:…", "column:…", as formulas name them
    QByteArray stringBytes;
    SharedStrings strings;
    const BookPart *stringPart = nullptr;
    int stylesTree = -1;
    bool date1904 = false;
    bool strict = false;

    int sheetByName(const QString &name) const;   // -1 if there is none
    const NumberFormat &formatOf(int style) const;
    bool isWhite(int style) const;
};

base::Result<std::unique_ptr<BookModel>> readBook(const Package &package,
                                                  SharedStrings::Texts texts, const QString &path,
                                                  const base::JobContext &job);

/// The cell that a point of a chart remembers; nothing if that cannot be told.
struct ChartSource
{
    int sheet = -1;
    CellRef at;
};
std::optional<ChartSource> chartSource(pugi::xml_node value, const BookModel &book);

}   // namespace expunge::formats::ooxml
