// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/workbookmodel.h"

#include "core/formats/ooxml/domedit.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr int bucketRows = 64;
constexpr int manyBuckets = 256;

}   // namespace

void RangeIndex::add(const CellRange &range)
{
    const int position = static_cast<int>(m_ranges.size());
    m_ranges.push_back(range);
    const int first = range.first.row / bucketRows;
    const int last = range.last.row / bucketRows;
    if (last - first > manyBuckets) {
        m_tall.push_back(position);
        return;
    }
    for (int bucket = first; bucket <= last; ++bucket) {
        m_buckets[bucket].push_back(position);
    }
}

const CellRange *RangeIndex::find(CellRef cell) const
{
    const auto within = [&](const std::vector<int> &positions) -> const CellRange * {
        for (const int position : positions) {
            const CellRange &range = m_ranges[static_cast<size_t>(position)];
            if (range.contains(cell)) {
                return &range;
            }
        }
        return nullptr;
    };
    if (m_ranges.empty()) {
        return nullptr;
    }
    if (const CellRange *range = within(m_tall)) {
        return range;
    }
    const auto bucket = m_buckets.constFind(cell.row / bucketRows);
    return bucket == m_buckets.constEnd() ? nullptr : within(*bucket);
}

bool SheetModel::hidesColumn(int column) const
{
    return std::any_of(hiddenColumns.begin(), hiddenColumns.end(), [column](const auto &span) {
        return column >= span.first && column <= span.second;
    });
}

int BookModel::sheetByName(const QString &name) const
{
    const QString key = nameKey(name);
    for (size_t i = 0; i < sheets.size(); ++i) {
        if (nameKey(sheets[i].name) == key) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

const NumberFormat &BookModel::formatOf(int style) const
{
    const auto position = static_cast<size_t>(style);
    return formats[static_cast<size_t>(styles[position < styles.size() ? position : 0].format)];
}

bool BookModel::isWhite(int style) const
{
    const auto position = static_cast<size_t>(style);
    return position < styles.size() && styles[position].white;
}

std::optional<ChartSource> chartSource(pugi::xml_node value, const BookModel &book)
{
    // c:strRef or c:numRef, with c:f and a cache of points (ECMA-376 part 1, 21.2.2.201
    // and 21.2.2.123)
    const pugi::xml_node point = value.parent();
    const pugi::xml_node holder = point.parent().parent();
    if (!is(point, "c:pt") || !(is(holder, "c:strRef") || is(holder, "c:numRef"))) {
        return std::nullopt;
    }
    const auto tokens = formulaTokens(textOf(holder.child("c:f")));
    if (tokens.size() != 1 || tokens[0].part != FormulaPart::Reference) {
        return std::nullopt;
    }
    const int sheet = book.sheetByName(tokens[0].sheet);
    const int index = point.attribute("idx").as_int(-1);
    const CellRange &range = tokens[0].range;
    if (sheet < 0 || index < 0 || index >= range.size()) {
        return std::nullopt;
    }
    const int width = range.last.column - range.first.column + 1;
    return ChartSource{sheet,
                       {range.first.row + index / width, range.first.column + index % width}};
}

}   // namespace expunge::formats::ooxml
