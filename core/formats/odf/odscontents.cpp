// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odscontents.h"

#include "core/formats/odf/odscells.h"
#include "core/formats/odf/odschart.h"
#include "core/formats/odf/odsformula.h"
#include "core/formats/odf/odsparts.h"
#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/xlsxhidden.h"

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using document::Place;
using document::PlaceKind;
using ooxml::CellHiding;

namespace {

/// Makes the contents, sheet by sheet.
class OdsContentsReader : public OdsVisitor
{
public:
    OdsContentsReader(const OdfPackage &package, const OdsBook &book)
        : m_package(package)
        , m_book(book)
    {
        m_contents.layout.siteUnits.resize(book.trees.size());
        m_contents.layout.sights.resize(book.sheets.size());
    }

    base::Result<OdsContents> read(const QString &path, const base::JobContext &job);

    void startTable(int index) override;
    void startRow(const OdsRow &row) override;
    void cell(OdsCell &cell) override;

private:
    void watch();
    void addCell(const OdsCell &cell, const OdsCellView &view, const QString &hidden);
    QString hiddenItem(const OdsCell &cell, const OdsCellView &view);
    void noteSight(const OdsCell &cell, const OdsCellView &view, int unit);
    void noteWatched(const OdsCell &cell, const OdsCellView &view, int unit);
    void addSites(size_t tree);
    void addCrops(pugi::xml_node root, const OdfStyles &styles);
    int addSite(const OdsTree &tree, const OdsSite &site, const QString &sheetHidden);
    int copiedUnit(const OdsTree &tree, const OdsSite &site, bool &follows) const;
    int addUnit(Place place, const QString &text, const QString &hidden = {}, int copyOf = -1);
    QString hiddenSheetOf(const OdsSite &site);

    const OdfPackage &m_package;
    const OdsBook &m_book;
    OdsContents m_contents;
    ooxml::BookInventory m_inventory;
    QHash<quint64, OdsWatchedCell> m_watched;
    std::vector<OdsChartSource> m_sources;
    QHash<int, QString> m_columnNames;
    std::optional<OdsCellReader> m_reader;
    OdsRow m_row;
    int m_sheet = -1;
    bool m_rowCounted = false;
    std::vector<bool> m_columnsCounted;
    base::Result<> m_failed;
    QString m_part = u"content.xml"_s;
};

int OdsContentsReader::addUnit(Place place, const QString &text, const QString &hidden, int copyOf)
{
    const int index = static_cast<int>(m_contents.units.size());
    document::TextUnit &unit = m_contents.units.emplace_back();
    unit.index = index;
    unit.part = m_part;
    unit.place = std::move(place);
    unit.text = text;
    unit.hiddenItem = hidden;
    unit.copyOf = copyOf;
    return index;
}

/// Which cells are to be remembered, because charts repeat them.
void OdsContentsReader::watch()
{
    for (const auto &tree : m_book.trees) {
        for (const pugi::xml_node cell : chartCells(*tree)) {
            if (const auto source = chartSource(cell, m_book)) {
                m_watched.insert(cellKey(source->sheet, source->at), {});
                m_sources.push_back(*source);
            }
        }
    }
}

void OdsContentsReader::startTable(int index)
{
    m_sheet = index;
    const OdsSheet &sheet = m_book.sheets[static_cast<size_t>(index)];
    m_reader.emplace(m_book, sheet);
    m_columnsCounted.clear();
    QString hidden;
    if (sheet.hidden && !ooxml::isNeutralSheetName(sheet.name)) {
        hidden = m_inventory.add(HiddenKind::HiddenSheets, 0, sheet.part, sheet.name);
    }
    m_contents.layout.sheetNames.push_back(sheet.gone ? -1
                                                      : addUnit(sheet.place, sheet.name, hidden));
    m_contents.layout.firstCells.push_back(static_cast<int>(m_contents.units.size()));
}

void OdsContentsReader::startRow(const OdsRow &row)
{
    m_row = row;
    m_rowCounted = false;
}

QString OdsContentsReader::hiddenItem(const OdsCell &cell, const OdsCellView &view)
{
    const CellHiding hiding = m_reader->hiding(cell, view, m_row);
    int count = 1;
    switch (hiding) {
    case CellHiding::Shown:
        return {};
    case CellHiding::Sheet:
        count = 0;
        break;
    case CellHiding::Row:
        count = m_rowCounted ? 0 : std::min(m_row.count, ooxml::maximalRow);
        m_rowCounted = true;
        break;
    case CellHiding::Column: {
        const auto column =
            static_cast<size_t>(std::min(cell.at.first.column, ooxml::maximalColumn));
        m_columnsCounted.resize(std::max(m_columnsCounted.size(), column + 1));
        count = m_columnsCounted[column] ? 0 : 1;
        m_columnsCounted[column] = true;
        break;
    }
    case CellHiding::Covered:
    case CellHiding::Invisible:
        break;
    }
    return m_inventory.add(ooxml::hiddenKindOf(hiding), count,
                           m_book.sheets[static_cast<size_t>(m_sheet)].part, view.text);
}

void OdsContentsReader::cell(OdsCell &cell)
{
    const OdsSheet &sheet = m_book.sheets[static_cast<size_t>(m_sheet)];
    if (sheet.gone || cell.isEmpty() || !m_failed) {
        return;
    }
    OdsCellView view;
    if (const auto read = m_reader->describe(cell, view); !read) {
        m_failed = read;
        return;
    }
    m_contents.layout.formulas += view.formula.isEmpty() ? 0 : 1;
    for (const auto &[kind, entry] : view.removals.entries()) {
        m_inventory.add(kind, entry.count, m_part, entry.preview);
    }
    addCrops(view.root, m_book.styles.all());
    const bool speaks = view.present || view.formulaSpeaks;
    const QString hidden = speaks ? hiddenItem(cell, view) : QString();
    addCell(cell, view, hidden);
}

void OdsContentsReader::addCell(const OdsCell &cell, const OdsCellView &view, const QString &hidden)
{
    int next = static_cast<int>(m_contents.units.size());
    const OdsCellUnits units = m_reader->number(view, next);
    QString &column = m_columnNames[cell.at.first.column];   // one string for all cells of a column
    if (column.isEmpty()) {
        column = ooxml::columnName(cell.at.first.column);
    }
    const auto add = [&](int unit, const QString &text, std::optional<document::PlaceStep> step) {
        if (unit < 0) {
            return;
        }
        Place place;
        place.reserve(step ? 3 : 2);
        place.push_back(m_book.sheets[static_cast<size_t>(m_sheet)].place.front());
        place.push_back({PlaceKind::Cell, cell.at.first.row, column});
        if (step) {
            place.push_back(*std::move(step));
        }
        addUnit(std::move(place), text, hidden);
    };
    add(units.value, view.text, {});
    add(units.stored, view.stored,
        document::PlaceStep{PlaceKind::Other, 0,
                            view.number ? u"stored number"_s : u"stored text"_s});
    if (units.formula >= 0) {
        add(units.formula, view.formula, document::PlaceStep{PlaceKind::Formula, 0, {}});
        const auto tokens = readOpenFormula(view.formula).tokens;
        if (std::any_of(tokens.begin(), tokens.end(), [](const ooxml::FormulaToken &token) {
                return token.part == ooxml::FormulaPart::External;
            })) {   // such a formula gives way to its result in any case
            m_contents.units.back().hiddenItem =
                m_inventory.add(HiddenKind::ExternalLinks, 1, m_part, view.formula);
        }
    }
    for (const OdsSite &site : view.sites) {
        const bool inSheet = m_book.sheets[static_cast<size_t>(m_sheet)].hidden;
        const QString sheetHidden =
            inSheet
                ? m_inventory.add(HiddenKind::HiddenSheets, 0,
                                  m_book.sheets[static_cast<size_t>(m_sheet)].part, site.text.text)
                : QString();
        addSite(*m_book.trees.front(), site, sheetHidden);
    }
    noteSight(cell, view, units.value);
    if (!m_watched.isEmpty() && units.value >= 0) {
        noteWatched(cell, view, units.value);
    }
}

void OdsContentsReader::noteSight(const OdsCell &cell, const OdsCellView &view, int unit)
{
    OdsSight &sight = m_contents.layout.sights[static_cast<size_t>(m_sheet)];
    const int columns = cell.text("table:number-columns-spanned").toInt();
    const int rows = cell.text("table:number-rows-spanned").toInt();
    if (columns > 1 || rows > 1) {
        const ooxml::CellRef at = cell.at.first;
        sight.merges.push_back(
            {at, {at.row + std::max(1, rows) - 1, at.column + std::max(1, columns) - 1}});
    }
    if (unit < 0) {
        return;
    }
    auto &styles = m_contents.layout.styles;
    const OdsSeenStyle style{m_reader->styleOf(cell, m_row), view.number};
    // Cells that look alike stand together, so the search is short.
    auto found = std::find(styles.rbegin(), styles.rend(), style);
    if (found == styles.rend()) {
        styles.push_back(style);
        found = styles.rbegin();
    }
    const int position = static_cast<int>(std::distance(styles.begin(), found.base())) - 1;
    sight.cells.push_back({cell.at.first.row, cell.at.first.column, unit, position});
    if (m_row.hidden
        && (sight.hiddenRows.empty() || sight.hiddenRows.back() != cell.at.first.row)) {
        sight.hiddenRows.push_back(cell.at.first.row);
    }
}

void OdsContentsReader::noteWatched(const OdsCell &cell, const OdsCellView &view, int unit)
{
    const char *attribute = valueAttribute(cell.attribute("office:value-type"));
    const OdsWatchedCell seen{unit, view.text,
                              attribute == nullptr ? QString() : cell.text(attribute)};
    if (cell.at.size() == 1) {
        const auto found = m_watched.find(cellKey(m_sheet, cell.at.first));
        if (found != m_watched.end()) {
            *found = seen;
        }
        return;
    }
    for (const OdsChartSource &source : m_sources) {
        if (source.sheet == m_sheet && cell.at.contains(source.at)) {
            m_watched.insert(cellKey(source.sheet, source.at), seen);
        }
    }
}

/// Unit of the cell that a site of a chart repeats, -1 if there is none; `follows` if the cell is a
/// number.
int OdsContentsReader::copiedUnit(const OdsTree &tree, const OdsSite &site, bool &follows) const
{
    const pugi::xml_node cell = tree.isChart ? chartCellOf(site) : pugi::xml_node();
    const auto source = cell ? chartSource(cell, m_book) : std::nullopt;
    if (!source) {
        return -1;
    }
    const auto watched = m_watched.constFind(cellKey(source->sheet, source->at));
    if (watched == m_watched.constEnd() || watched->unit < 0) {
        return -1;
    }
    bool first = false;
    bool second = false;
    const double here = site.text.text.toDouble(&first);
    const double there = watched->value.toDouble(&second);
    follows = first && second && here == there && site.text.text != watched->text;
    return site.text.text == watched->text ? watched->unit : -1;
}

QString OdsContentsReader::hiddenSheetOf(const OdsSite &site)
{
    for (pugi::xml_node node = site.node; node; node = node.parent()) {
        const auto sheet =
            std::find_if(m_book.sheets.begin(), m_book.sheets.end(),
                         [&](const OdsSheet &candidate) { return candidate.node == node; });
        if (sheet != m_book.sheets.end() && sheet->hidden && !sheet->gone) {
            return m_inventory.add(HiddenKind::HiddenSheets, 0, sheet->part, site.text.text);
        }
    }
    return {};
}

int OdsContentsReader::addSite(const OdsTree &tree, const OdsSite &site, const QString &sheetHidden)
{
    bool follows = false;
    const int copy = copiedUnit(tree, site, follows);
    if (follows) {
        return -1;
    }
    QString hidden = sheetHidden;
    if (hidden.isEmpty() && site.hidden) {
        const bool counts = *site.hidden != HiddenKind::Comments
                            || ooxml::is(site.node.parent(), "office:annotation");
        hidden = m_inventory.add(*site.hidden, counts ? 1 : 0, m_part, site.text.text);
    }
    return addUnit(site.place, site.text.text, hidden, copy);
}

void OdsContentsReader::addSites(size_t tree)
{
    const OdsTree &part = *m_book.trees[tree];
    m_part = part.part;
    for (const OdsSite &site : part.sites) {
        m_contents.layout.siteUnits[tree].push_back(addSite(part, site, hiddenSheetOf(site)));
    }
    for (const auto &[kind, entry] : part.removals.entries()) {
        m_inventory.add(kind, entry.count, part.part, entry.preview);
    }
    addCrops(part.xml.document, drawnStyles(part, m_book));
}

void OdsContentsReader::addCrops(pugi::xml_node root, const OdfStyles &styles)
{
    const int count = croppedPictures(root, m_part, m_package, styles);
    if (count > 0) {
        m_inventory.add(HiddenKind::CroppedAreas, count, m_part);
    }
}

base::Result<OdsContents> OdsContentsReader::read(const QString &path, const base::JobContext &job)
{
    // Growing step by step would need half as much memory again for a moment.
    constexpr qsizetype spare = 4096;
    m_contents.units.reserve(
        static_cast<size_t>(spare + m_book.content.xml.count("office:value-type=")));
    watch();
    const auto rows = readRows(m_book.content, *this, u"content.xml"_s, path, job);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    if (!m_failed) {
        return base::failure(m_failed.error().code, path, m_failed.error().detail);
    }
    for (size_t tree = 0; tree < m_book.trees.size(); ++tree) {
        addSites(tree);
    }
    for (const OdsFoundPart &part : hiddenParts(m_package, m_book)) {
        m_inventory.add(part.kind, part.count, part.name);
    }
    m_contents.hidden = m_inventory.items();
    return std::move(m_contents);
}

}   // namespace

quint64 cellKey(int sheet, ooxml::CellRef at)
{
    constexpr int columnBits = 16;
    constexpr int rowBits = 29;
    return (static_cast<quint64>(sheet) << (columnBits + rowBits))
           | (static_cast<quint64>(at.row) << columnBits)
           | static_cast<quint64>(std::min(at.column, (1 << columnBits) - 1));
}

base::Result<OdsContents> readOdsContents(const OdfPackage &package, const OdsBook &book,
                                          const QString &path, const base::JobContext &job)
{
    return OdsContentsReader(package, book).read(path, job);
}

}   // namespace expunge::formats::odf
