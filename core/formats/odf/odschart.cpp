// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odschart.h"

#include "core/formats/odf/odsformula.h"
#include "core/formats/ooxml/domedit.h"

#include <algorithm>

namespace expunge::formats::odf {

using ooxml::is;

namespace {

bool isCell(pugi::xml_node node)
{
    return is(node, "table:table-cell") || is(node, "table:covered-table-cell");
}

/// Place of a cell in its row, repetitions counted.
int columnOf(pugi::xml_node cell)
{
    int column = 0;
    for (pugi::xml_node node = cell.previous_sibling(); node; node = node.previous_sibling()) {
        column += isCell(node)
                      ? std::clamp(node.attribute("table:number-columns-repeated").as_int(1), 1,
                                   ooxml::maximalColumn)
                      : 0;
    }
    return column;
}

pugi::xml_node cellAt(pugi::xml_node row, int column)
{
    int next = 0;
    for (const pugi::xml_node node : row.children()) {
        if (isCell(node)) {
            next += std::clamp(node.attribute("table:number-columns-repeated").as_int(1), 1,
                               ooxml::maximalColumn);
            if (next > column) {
                return node;
            }
        }
    }
    return {};
}

/// The row before, also out of the group of header rows.
pugi::xml_node rowBefore(pugi::xml_node row)
{
    for (pugi::xml_node node = row.previous_sibling(); node; node = node.previous_sibling()) {
        if (is(node, "table:table-row")) {
            return node;
        }
    }
    return {};
}

}   // namespace

pugi::xml_node chartCellOf(const OdsSite &site)
{
    for (pugi::xml_node node = site.node; node; node = node.parent()) {
        if (isCell(node)) {
            return node;
        }
    }
    return {};
}

std::vector<pugi::xml_node> chartCells(const OdsTree &tree)
{
    std::vector<pugi::xml_node> cells;
    if (tree.isChart) {
        ooxml::forEachElement(tree.xml.document.document_element(), [&](pugi::xml_node node) {
            if (isCell(node)) {
                cells.push_back(node);
            }
        });
    }
    return cells;
}

std::optional<OdsChartSource> chartSource(pugi::xml_node cell, const OdsBook &book)
{
    const int column = columnOf(cell);
    int offset = 0;
    pugi::xml_node row = cell.parent();
    pugi::xml_node holder = cell;
    while (row && !holder.child("draw:g").child("svg:desc")) {
        row = rowBefore(row);
        holder = row ? cellAt(row, column) : pugi::xml_node();
        ++offset;
    }
    const OpenFormula read = readAddresses(ooxml::textOf(holder.child("draw:g").child("svg:desc")));
    if (read.tokens.size() != 1 || read.tokens[0].part != ooxml::FormulaPart::Reference) {
        return std::nullopt;
    }
    const int sheet = book.sheetByName(read.tokens[0].sheet);
    const ooxml::CellRange &range = read.tokens[0].range;
    if (sheet < 0 || offset >= range.size()) {
        return std::nullopt;
    }
    const int width = range.last.column - range.first.column + 1;
    return OdsChartSource{sheet,
                          {range.first.row + offset / width, range.first.column + offset % width}};
}

}   // namespace expunge::formats::odf
