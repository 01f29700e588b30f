// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/chartcells.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/sheetcellref.h"
#include "core/formats/ooxml/sheetformula.h"
#include "core/formats/ooxml/sidetexts.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::PlaceKind;
using document::SpanRedaction;
using document::TextUnit;

namespace {

/// Where the data of a chart stand.
struct ChartRange
{
    QString sheet;
    QString cells;   // as written
    CellRange range;
};

/// "'My sheet'!$A$2:$A$9"; nothing for other formulas (ECMA-376 part 1, 21.2.2.63).
std::optional<ChartRange> parseRange(const QString &formula)
{
    static const QRegularExpression form(u"^(?:'((?:[^']|'')+)'|([^'!\\[\\](),]+))!([^!,()]+)$"_s);
    const auto match = form.match(formula);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto range = parseCellRange(match.captured(3).toLatin1());
    QString sheet = match.captured(2);
    if (sheet.isEmpty()) {
        sheet = match.captured(1).replace(u"''"_s, u"'"_s);
    }
    return range ? std::optional(ChartRange{sheet, match.captured(3), *range}) : std::nullopt;
}

/// The elements of the formulas that were there when the chart was read; none if they cannot be
/// told any more.
std::vector<pugi::xml_node> formulaNodes(const SidePart &chart)
{
    std::vector<pugi::xml_node> nodes;
    forEachElement(chart.xml.document.document_element(), [&](pugi::xml_node node) {
        if (is(node, "c:f")) {
            nodes.push_back(node);
        }
    });
    return nodes.size() == chart.formulas.size() ? nodes : std::vector<pugi::xml_node>();
}

/// The ranges of a chart by the element that holds the formula.
std::map<pugi::xml_node, ChartRange> rangesOf(const SidePart &chart)
{
    std::map<pugi::xml_node, ChartRange> ranges;
    const std::vector<pugi::xml_node> nodes = formulaNodes(chart);
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (auto range = parseRange(chart.formulas[i])) {
            ranges.emplace(nodes[i].parent(), *std::move(range));
        }
    }
    return ranges;
}

/// The cell that a point repeats: points run down a column or along a row; of several levels the
/// first is the one next to the data (21.2.2.95).
CellRef cellOf(pugi::xml_node point, const CellRange &range)
{
    const int index = point.attribute("idx").as_int(-1);
    const bool down = range.last.row > range.first.row;
    CellRef cell = range.first;
    if (is(point.parent(), "c:lvl")) {
        int level = 0;
        for (pugi::xml_node before = point.parent().previous_sibling("c:lvl"); before;
             before = before.previous_sibling("c:lvl")) {
            ++level;
        }
        cell = down ? CellRef{cell.row, range.last.column - level}
                    : CellRef{range.last.row - level, cell.column};
    }
    (down ? cell.row : cell.column) += index;
    return index >= 0 && range.contains(cell) ? cell : CellRef{};
}

QString keyOf(const QString &sheet, CellRef cell)
{
    return cellName(cell) + u'!' + sheet.toLower();
}

/// The values of the cells, shown and stored, by place: {embedded file, sheet, cell}.
QHash<QString, QList<int>> cellUnits(const std::vector<TextUnit> &units, int first)
{
    QHash<QString, QList<int>> cells;
    for (auto i = static_cast<size_t>(first); i < units.size(); ++i) {
        const document::Place &place = units[i].place;
        const bool cell = place.size() >= 3 && place[1].kind == PlaceKind::Sheet
                          && place[2].kind == PlaceKind::Cell;
        const bool value = place.size() == 3
                           || (place.size() == 4 && place[3].kind == PlaceKind::Other
                               && place[3].name == u"stored number"_s);
        if (cell && value) {
            const CellRef at{place[2].number, columnNumber(place[2].name.toLatin1())};
            cells[keyOf(place[1].name, at)].append(static_cast<int>(i));
        }
    }
    return cells;
}

}   // namespace

std::vector<ChartCell> chartCells(const SidePart &chart, int firstPoint,
                                  const std::vector<TextUnit> &units, int first)
{
    const auto ranges = rangesOf(chart);
    const auto cells = cellUnits(units, first);
    const auto found = sideSlots(chart.kind, chart.xml.document.document_element());
    std::vector<ChartCell> pairs;
    for (size_t i = 0; i < found.size(); ++i) {
        if (found[i].elements.empty() || !is(found[i].elements.front().parent(), "c:pt")) {
            continue;
        }
        const pugi::xml_node point = found[i].elements.front().parent();
        auto range = ranges.end();
        for (pugi::xml_node up = point; up && range == ranges.end(); up = up.parent()) {
            range = ranges.find(up);
        }
        if (range == ranges.end()) {
            continue;
        }
        const CellRef cell = cellOf(point, range->second.range);
        for (const int unit : cells.value(keyOf(range->second.sheet, cell))) {
            pairs.push_back({firstPoint + static_cast<int>(i), unit});
        }
    }
    return pairs;
}

std::vector<ChartCell> joinCopies(std::vector<TextUnit> &units, const std::vector<ChartCell> &cells)
{
    std::vector<ChartCell> others;
    QHash<int, int> sources;
    for (const ChartCell &pair : cells) {
        TextUnit &cell = units[static_cast<size_t>(pair.cell)];
        const TextUnit &point = units[static_cast<size_t>(pair.point)];
        if (cell.copyOf < 0 && point.copyOf < 0 && cell.text == point.text) {
            cell.copyOf = pair.point;
            sources.insert(pair.cell, pair.point);
        } else {
            others.push_back(pair);
        }
    }
    for (TextUnit &unit : units) {
        unit.copyOf = sources.value(unit.copyOf, unit.copyOf);
    }
    return others;
}

std::vector<SpanRedaction> sharedRedactions(const std::vector<TextUnit> &units,
                                            const std::vector<ChartCell> &cells,
                                            const document::RedactionPlan &plan)
{
    const auto sourceOf = [&](int unit) {
        const int source = units[static_cast<size_t>(unit)].copyOf;
        return source < 0 ? unit : source;
    };
    QHash<int, QList<SpanRedaction>> edited;
    for (const SpanRedaction &redaction : plan.spans) {
        edited[sourceOf(redaction.span.unit)].append(redaction);
    }
    std::vector<SpanRedaction> shared;
    QSet<int> done;
    const auto follow = [&](int from, int to) {
        const QList<SpanRedaction> redactions = edited.value(sourceOf(from));
        if (redactions.isEmpty() || edited.contains(sourceOf(to)) || done.contains(to)) {
            return;
        }
        done.insert(to);
        const QString &text = units[static_cast<size_t>(to)].text;
        if (units[static_cast<size_t>(from)].text != text) {
            const document::Span whole{to, 0, static_cast<int>(text.size())};
            shared.push_back({redactions.front().id, whole, redactions.front().replacement});
            return;
        }
        for (SpanRedaction redaction : redactions) {
            redaction.span.unit = to;
            shared.push_back(std::move(redaction));
        }
    };
    for (const ChartCell &pair : cells) {
        const auto said = plan.hidden.find(units[static_cast<size_t>(pair.cell)].hiddenItem);
        if (said != plan.hidden.end() && said->second == document::HiddenAction::Keep) {
            follow(pair.point, pair.cell);
            follow(pair.cell, pair.point);
        }
    }
    return shared;
}

void restoreFormulas(SidePart &chart, const document::Document &before,
                     const document::Document &after)
{
    const std::vector<document::Grid> old = before.grids();
    const std::vector<document::Grid> now = after.grids();
    const std::vector<pugi::xml_node> nodes = formulaNodes(chart);
    for (size_t formula = 0; formula < nodes.size(); ++formula) {
        const auto range = parseRange(chart.formulas[formula]);
        for (size_t i = 0; range && i < old.size() && i < now.size(); ++i) {
            if (old[i].name.compare(range->sheet, Qt::CaseInsensitive) == 0) {
                const QString text = quotedSheetName(now[i].name) + u'!' + range->cells;
                nodes[formula].text().set(text.toUtf8().constData());
            }
        }
    }
}

}   // namespace expunge::formats::ooxml
