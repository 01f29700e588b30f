// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxreader.h"

#include "core/formats/image/picturescrub.h"
#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/sheetcontext.h"
#include "core/formats/ooxml/xlsxhidden.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using document::Place;
using document::PlaceKind;
using document::TextUnit;

namespace {

/// A cell that something else repeats.
struct WatchedCell
{
    int unit = -1;
    bool number = false;
    double value = 0;
    QString text;
};

quint64 cellKey(int sheet, CellRef at)
{
    constexpr int columnBits = 14;
    constexpr int rowBits = 21;
    return (static_cast<quint64>(sheet) << (columnBits + rowBits))
           | (static_cast<quint64>(at.row) << columnBits) | static_cast<quint64>(at.column - 1);
}

/// Makes the contents, sheet by sheet.
class ContentsReader
{
public:
    ContentsReader(const Package &package, const BookModel &book, const QString &path,
                   const base::JobContext &job, const UnitVisitor &visit)
        : m_package(package)
        , m_book(book)
        , m_path(path)
        , m_job(job)
        , m_visit(visit)
        , m_stringUses(static_cast<size_t>(book.strings.count()))
    {
        m_contents.layout.siteUnits.resize(book.trees.size());
    }

    base::Result<BookContents> read();

private:
    friend class CellUnits;

    base::Result<> readSheet(int index);
    void addSites(size_t tree);
    int addSite(const TreePart &tree, const TextSite &site);
    int copiedCell(const TreePart &tree, const TextSite &site, bool &follows) const;
    const TableModel *tableOf(const TreePart &tree) const;
    void addPhonetics();
    void addUnusedStrings();
    void addParts();
    int addUnit(const QString &part, Place place, const QString &text, const QString &hidden = {},
                int copyOf = -1);

    const Package &m_package;
    const BookModel &m_book;
    const QString &m_path;
    const base::JobContext &m_job;
    const UnitVisitor &m_visit;
    int m_units = 0;   // so far
    BookContents m_contents;
    BookInventory m_inventory;
    QHash<quint64, WatchedCell> m_watched;
    std::vector<bool> m_stringUses;
    QHash<int, QString> m_columnNames;
};

/// Makes units of the cells of one sheet.
class CellUnits : public SheetVisitor
{
public:
    CellUnits(ContentsReader &owner, int index)
        : m_owner(owner)
        , m_sheet(owner.m_book.sheets[static_cast<size_t>(index)])
        , m_context(owner.m_book, m_sheet)
        , m_index(index)
    {
    }

    void startRow(const SheetRow &row) override
    {
        m_rowHidden = row.hidden;
        m_rowCounted = false;
        if (row.hidden || row.height > 0) {
            m_owner.m_contents.layout.sights.back().rows.push_back(
                {row.number - 1, row.height, row.hidden});
        }
    }
    void cell(SheetCell &cell) override;

private:
    QString hiddenItem(const SheetCell &cell, const CellText &text);
    const QString &columnName(int column);

    ContentsReader &m_owner;
    const SheetModel &m_sheet;
    SheetContext m_context;
    int m_index;
    bool m_rowHidden = false;
    bool m_rowCounted = false;
    std::vector<bool> m_columnsCounted;
};

const QString &CellUnits::columnName(int column)
{
    QString &name = m_owner.m_columnNames[column];   // one string for all cells of a column
    if (name.isEmpty()) {
        name = ooxml::columnName(column);
    }
    return name;
}

QString CellUnits::hiddenItem(const SheetCell &cell, const CellText &text)
{
    const CellHiding hiding = m_context.hiding(cell, text, m_rowHidden);
    int count = 1;
    switch (hiding) {
    case CellHiding::Shown:
        return {};
    case CellHiding::Sheet:
        count = 0;
        break;
    case CellHiding::Row:
        count = m_rowCounted ? 0 : 1;
        m_rowCounted = true;
        break;
    case CellHiding::Column: {
        const auto column = static_cast<size_t>(cell.at.column);
        m_columnsCounted.resize(std::max(m_columnsCounted.size(), column + 1));
        count = m_columnsCounted[column] ? 0 : 1;
        m_columnsCounted[column] = true;
        break;
    }
    case CellHiding::Covered:
    case CellHiding::Invisible:
        break;
    }
    return m_owner.m_inventory.add(hiddenKindOf(hiding), count, m_sheet.book->part->name,
                                   text.text);
}

void CellUnits::cell(SheetCell &cell)
{
    if (!cell.hasValue && !cell.formula.present && cell.inlineText.runs.empty()) {
        return;
    }
    const CellText text = m_context.describe(cell, true);
    int next = m_owner.m_units;
    const CellUnitNumbers units = m_context.number(cell, text, next);
    m_owner.m_contents.layout.formulas += cell.formula.present ? 1 : 0;
    const QString hidden = hiddenItem(cell, text);
    const int index = cell.sharedIndex(m_owner.m_book.strings.count());
    if (index >= 0) {
        m_owner.m_stringUses[static_cast<size_t>(index)] = true;
    }
    const QString &part = m_sheet.book->part->name;
    const auto add = [&](int unit, const QString &words, std::optional<document::PlaceStep> step) {
        if (unit < 0) {
            return;
        }
        Place place;
        place.reserve(step ? 3 : 2);
        place.push_back(m_sheet.place.front());
        place.push_back({PlaceKind::Cell, cell.at.row, columnName(cell.at.column)});
        if (step) {
            place.push_back(*std::move(step));
        }
        m_owner.addUnit(part, std::move(place), words, hidden);
    };
    add(units.value, text.text, {});
    if (units.value >= 0) {
        m_owner.m_contents.layout.sights.back().looks.add(cell.style, text.number);
    }
    if (units.stored >= 0) {
        add(units.stored, plainNumber(cell.number()),
            document::PlaceStep{PlaceKind::Other, 0, u"stored number"_s});
    }
    add(units.formula, cell.formula.text, document::PlaceStep{PlaceKind::Formula, 0, {}});
    if (units.value >= 0 && m_sheet.watched.find(cell.at) != nullptr) {
        m_owner.m_watched.insert(cellKey(m_index, cell.at),
                                 {units.value, text.number, cell.number(), text.text});
    }
}

int ContentsReader::addUnit(const QString &part, Place place, const QString &text,
                            const QString &hidden, int copyOf)
{
    TextUnit visited;
    TextUnit &unit = m_visit ? visited : m_contents.units.emplace_back();
    unit.index = m_units;
    unit.part = part;
    unit.place = std::move(place);
    unit.text = text;
    unit.hiddenItem = hidden;
    unit.copyOf = copyOf;
    if (m_visit) {
        m_visit(unit);
    }
    return m_units++;
}

base::Result<BookContents> ContentsReader::read()
{
    // Growing step by step would need half as much memory again for a moment.
    constexpr qsizetype spare = 4096;
    qsizetype cells = spare;
    for (const SheetModel &sheet : m_book.sheets) {
        cells += sheet.bytes.cells.count("v>") / 2 + sheet.bytes.cells.count("is>") / 2;
    }
    m_contents.units.reserve(m_visit ? 0 : static_cast<size_t>(cells));
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        const auto done = readSheet(static_cast<int>(i));
        if (!done) {
            return tl::unexpected(done.error());
        }
        for (size_t tree = 0; tree < m_book.trees.size(); ++tree) {
            const BookRole role = m_book.trees[tree]->book->role;
            const bool ofSheet = m_book.trees[tree]->sheet == static_cast<int>(i);
            if (ofSheet && role != BookRole::Drawing && role != BookRole::Chart
                && role != BookRole::ChartShapes) {
                addSites(tree);
            }
        }
        m_job.report(static_cast<qint64>(i) + 1, std::ssize(m_book.sheets));
    }
    for (size_t tree = 0; tree < m_book.trees.size(); ++tree) {
        if (m_contents.layout.siteUnits[tree].empty()) {
            addSites(tree);
        }
    }
    addPhonetics();
    addUnusedStrings();
    addParts();
    m_contents.hidden = m_inventory.items();
    return std::move(m_contents);
}

base::Result<> ContentsReader::readSheet(int index)
{
    const SheetModel &sheet = m_book.sheets[static_cast<size_t>(index)];
    const QString part = m_package.mainPart()->name;
    QString hidden;
    const bool known = sheet.book != nullptr;
    if (sheet.hidden && known && !isNeutralSheetName(sheet.name)) {
        hidden = m_inventory.add(HiddenKind::HiddenSheets, 0, sheet.book->part->name, sheet.name);
    }
    m_contents.layout.sheetNames.push_back(addUnit(part, sheet.place, sheet.name, hidden));
    m_contents.layout.sights.emplace_back().firstUnit = m_units;
    m_contents.layout.sights.back().endUnit = m_units;
    if (!known || sheet.book->role != BookRole::Worksheet) {
        return {};
    }
    CellUnits visitor(*this, index);
    const auto unknown = readCells(sheet.bytes, visitor, sheet.book->part->name, m_path, m_job);
    if (!unknown) {
        return tl::unexpected(unknown.error());
    }
    m_contents.layout.sights.back().endUnit = m_units;
    if (*unknown > 0) {
        m_inventory.add(HiddenKind::UnknownMarkup, *unknown, sheet.book->part->name);
    }
    if (sheet.bytes.comments > 0) {
        m_inventory.add(HiddenKind::MarkupComments, sheet.bytes.comments, sheet.book->part->name);
    }
    return {};
}

void ContentsReader::addSites(size_t tree)
{
    const TreePart &part = *m_book.trees[tree];
    std::vector<int> &units = m_contents.layout.siteUnits[tree];
    for (const TextSite &site : part.sites) {
        units.push_back(addSite(part, site));
    }
}

int ContentsReader::addSite(const TreePart &tree, const TextSite &site)
{
    bool follows = false;
    const int copy = copiedCell(tree, site, follows);
    if (follows) {
        return -1;
    }
    QString hidden;
    const QString &part = tree.book->part->name;
    const SheetModel *sheet =
        tree.sheet >= 0 ? &m_book.sheets[static_cast<size_t>(tree.sheet)] : nullptr;
    if (sheet != nullptr && sheet->hidden && sheet->book != nullptr) {
        hidden = m_inventory.add(HiddenKind::HiddenSheets, 0, sheet->book->part->name, site.text);
    } else if (site.hidden) {
        const bool counts = *site.hidden != HiddenKind::Comments || is(site.node, "x:comment");
        hidden = m_inventory.add(*site.hidden, counts ? 1 : 0, part, site.text);
    }
    return addUnit(part, site.place, site.text, hidden, copy);
}

const TableModel *ContentsReader::tableOf(const TreePart &tree) const
{
    const auto found =
        std::find_if(m_book.tables.begin(), m_book.tables.end(), [&](const TableModel &table) {
            return m_book.trees[static_cast<size_t>(table.tree)].get() == &tree;
        });
    return found == m_book.tables.end() ? nullptr : &*found;
}

/// Unit of the cell that a site repeats, -1 if there is none; `follows` if the cell is a number.
int ContentsReader::copiedCell(const TreePart &tree, const TextSite &site, bool &follows) const
{
    std::optional<ChartSource> source;
    if (site.form == SiteForm::ChartPoint) {
        source = chartSource(site.node, m_book);
    } else if (site.form == SiteForm::TableColumn || site.form == SiteForm::TotalsLabel) {
        const TableModel *table = tableOf(tree);
        const auto columns = site.node.parent().children("x:tableColumn");
        const auto at = std::find(columns.begin(), columns.end(), site.node);
        const int offset = static_cast<int>(std::distance(columns.begin(), at));
        const bool header = site.form == SiteForm::TableColumn;
        if (table != nullptr && (header ? table->headerRows : table->totalsRows) > 0) {
            source = ChartSource{table->sheet,
                                 {header ? table->ref.first.row : table->ref.last.row,
                                  table->ref.first.column + offset}};
        }
    }
    if (!source) {
        return -1;
    }
    const auto cell = m_watched.constFind(cellKey(source->sheet, source->at));
    if (cell == m_watched.constEnd()) {
        return -1;
    }
    bool ok = false;
    const double value = site.text.toDouble(&ok);
    follows = site.form == SiteForm::ChartPoint && cell->number && ok && value == cell->value;
    // Line breaks are written in other ways in table columns.
    return cell->text == site.text ? cell->unit : -1;
}

void ContentsReader::addPhonetics()
{
    if (m_book.stringPart == nullptr) {
        return;
    }
    const QString &part = m_book.stringPart->part->name;
    for (const int index : m_book.strings.phonetics()) {
        if (!m_stringUses[static_cast<size_t>(index)]) {
            m_contents.layout.phonetics.push_back(-1);
            continue;
        }
        const QString text = m_book.strings.rich(index).phonetics.join(QString());
        const QString hidden = m_inventory.add(HiddenKind::PhoneticText, 1, part, text);
        m_contents.layout.phonetics.push_back(
            addUnit(part, {{PlaceKind::Other, 0, u"reading aid"_s}}, text, hidden));
    }
    if (m_book.strings.unknown() > 0) {
        m_inventory.add(HiddenKind::UnknownMarkup, m_book.strings.unknown(), part);
    }
    if (m_book.strings.comments() > 0) {
        m_inventory.add(HiddenKind::MarkupComments, m_book.strings.comments(), part);
    }
}

void ContentsReader::addUnusedStrings()
{
    for (size_t i = 0; i < m_stringUses.size(); ++i) {
        const int index = static_cast<int>(i);
        if (!m_stringUses[i] && !m_book.strings.isEmpty(index)) {
            m_inventory.add(HiddenKind::UnusedStrings, 1, m_book.stringPart->part->name,
                            m_book.strings.text(index));
        }
    }
}

/// What goes with whole parts, with markup, and with the container.
void ContentsReader::addParts()
{
    for (const auto &tree : m_book.trees) {
        for (const auto &[kind, entry] : tree->swept.removed) {
            m_inventory.add(kind, entry.count, tree->book->part->name, entry.preview);
        }
    }
    for (const BookPart &book : m_book.parts.all()) {
        const Part &part = *book.part;
        if (book.role == BookRole::Removed && !book.quiet) {
            m_inventory.add(book.kind, 1, part.name);
        } else if (book.role == BookRole::Properties) {
            m_inventory.add(HiddenKind::Properties, 1, part.name);
        } else if (book.role == BookRole::Picture) {
            const auto clean = image::scrubPicture(part.bytes);
            if (!clean) {
                m_inventory.add(HiddenKind::PictureFormats, 1, part.name);
            } else if (clean->removed > 0) {
                m_inventory.add(HiddenKind::PictureMetadata, clean->removed, part.name);
            }
        }
    }
    const int traces =
        m_package.archiveTraces() + static_cast<int>(m_package.strayEntries().size());
    if (traces > 0) {
        m_inventory.add(HiddenKind::ArchiveTraces, traces, {});
    }
}

}   // namespace

base::Result<BookContents> readContents(const Package &package, const BookModel &book,
                                        const QString &path, const base::JobContext &job,
                                        const UnitVisitor &visit)
{
    return ContentsReader(package, book, path, job, visit).read();
}

}   // namespace expunge::formats::ooxml
