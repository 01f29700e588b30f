// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxgrid.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/xlsxflow.h"

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::Grid;
using document::GridCell;
using document::GridColumns;

namespace {

/// ECMA-376 part 1, 18.3.1.13: widths count digits of the usual font, which are 7 pixels of 3/4
/// point wide.
constexpr double pointsPerDigit = 7 * 0.75;

/// Columns as a view wants them: in order, none twice.
std::vector<GridColumns> columnsOf(pugi::xml_node worksheet)
{
    std::vector<GridColumns> result;
    for (const pugi::xml_node column : worksheet.child("x:cols").children("x:col")) {
        GridColumns columns;
        columns.first = std::max(0, column.attribute("min").as_int() - 1);
        columns.last = std::min(maximalColumn, column.attribute("max").as_int()) - 1;
        columns.width = column.attribute("width").as_double() * pointsPerDigit;
        const bool narrow = column.attribute("width") && columns.width == 0.0;
        columns.hidden = column.attribute("hidden").as_bool() || narrow;
        result.push_back(columns);
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    int next = 0;
    for (GridColumns &columns : result) {
        columns.first = std::max(columns.first, next);
        next = std::max(next, columns.last + 1);
    }
    std::erase_if(result, [](const GridColumns &columns) { return columns.first > columns.last; });
    return result;
}

void readSizes(Grid &grid, pugi::xml_node worksheet)
{
    const pugi::xml_node format = worksheet.child("x:sheetFormatPr");
    grid.defaultWidth = format.attribute("defaultColWidth").as_double() * pointsPerDigit;
    grid.defaultHeight = format.attribute("defaultRowHeight").as_double();
}

/// ECMA-376 part 1, 18.3.1.66: counts of rows and columns when the pane is frozen, else twips.
void readFrozen(Grid &grid, pugi::xml_node worksheet)
{
    const pugi::xml_node pane =
        worksheet.child("x:sheetViews").child("x:sheetView").child("x:pane");
    const std::string_view state = pane.attribute("state").value();
    if (state == "frozen" || state == "frozenSplit") {
        grid.frozenColumns =
            std::clamp(static_cast<int>(pane.attribute("xSplit").as_double()), 0, maximalColumn);
        grid.frozenRows =
            std::clamp(static_cast<int>(pane.attribute("ySplit").as_double()), 0, maximalRow);
    }
}

void readMerges(Grid &grid, const RangeIndex &merges)
{
    for (const CellRange &range : merges.ranges()) {
        if (range.size() > 1) {
            grid.merges.push_back({range.first.row - 1, range.first.column - 1,
                                   range.last.row - range.first.row + 1,
                                   range.last.column - range.first.column + 1});
        }
    }
    std::sort(grid.merges.begin(), grid.merges.end(), [](const auto &a, const auto &b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
}

template<typename Item>
bool precedes(const Item &a, const Item &b)
{
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
}

void fillCells(Grid &grid, const SheetSight &sight, const BookContents &contents)
{
    const std::vector<quint16> &looks = sight.looks.cells();
    grid.cells.reserve(looks.size());
    size_t position = 0;
    bool sorted = true;
    for (int unit = sight.firstUnit; unit < sight.endUnit && position < looks.size(); ++unit) {
        const document::Place &place = contents.units[static_cast<size_t>(unit)].place;
        if (place.size() != 2) {   // a formula, or the number behind what shows
            continue;
        }
        int column = 0;
        for (const QChar letter : place[1].name) {
            column = column * 26 + (letter.unicode() - u'A' + 1);
        }
        const GridCell cell{place[1].number - 1, column - 1, unit, looks[position++]};
        sorted = sorted && (grid.cells.empty() || precedes(grid.cells.back(), cell));
        grid.cells.push_back(cell);
    }
    if (!sorted) {   // no program writes them so, but the file can say anything
        std::stable_sort(grid.cells.begin(), grid.cells.end(), precedes<GridCell>);
        const auto same = [](const GridCell &a, const GridCell &b) {
            return a.row == b.row && a.column == b.column;
        };
        grid.cells.erase(std::unique(grid.cells.begin(), grid.cells.end(), same), grid.cells.end());
    }
}

void readRows(Grid &grid, const SheetSight &sight)
{
    grid.rows = sight.rows;
    const auto before = [](const auto &a, const auto &b) { return a.row < b.row; };
    if (!std::is_sorted(grid.rows.begin(), grid.rows.end(), before)) {
        std::stable_sort(grid.rows.begin(), grid.rows.end(), before);
    }
}

pugi::xml_node rootOf(const BookModel &book, int tree)
{
    return tree < 0 ? pugi::xml_node()
                    : book.trees[static_cast<size_t>(tree)]->xml.document.document_element();
}

}   // namespace

BookView makeBookView(const Package &package, const BookModel &book, const BookContents &contents)
{
    BookView view;
    pugi::xml_node theme;
    for (const auto &tree : book.trees) {
        if (tree->book->role == BookRole::Theme) {
            theme = tree->xml.document.document_element();
        }
    }
    const SheetLook look(rootOf(book, book.stylesTree), theme);
    BookFlow flow(package, book, contents);
    for (size_t i = 0; i < book.sheets.size(); ++i) {
        const SheetModel &sheet = book.sheets[i];
        const SheetSight &sight = contents.layout.sights[i];
        Grid grid;
        grid.name = sheet.name;
        grid.nameUnit = contents.layout.sheetNames[i];
        grid.hidden = sheet.hidden;
        const pugi::xml_node worksheet = rootOf(book, sheet.tree);
        readSizes(grid, worksheet);
        readFrozen(grid, worksheet);
        grid.columns = columnsOf(worksheet);
        readMerges(grid, sheet.merges);
        readRows(grid, sight);
        for (const SheetLooks::Style &style : sight.looks.styles()) {
            grid.styles.push_back(look.style(style));
        }
        grid.floating = flow.floating(static_cast<int>(i));
        view.frames.push_back(std::move(grid));
    }
    view.flow = flow.take();
    return view;
}

std::vector<Grid> fillGrids(const BookView &view, const BookContents &contents)
{
    std::vector<Grid> grids = view.frames;
    for (size_t i = 0; i < grids.size(); ++i) {
        fillCells(grids[i], contents.layout.sights[i], contents);
    }
    return grids;
}

}   // namespace expunge::formats::ooxml
