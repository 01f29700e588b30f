// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetgiveaway.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWatched = 100;     // in one line: where more go, no single one is given away
constexpr size_t longestRun = 500;   // cells before and behind
constexpr size_t mostWarnings = 20;

QString sentence(const GiveAway &place)
{
    const QString cell = u"cell %1 of sheet %2"_s.arg(cellName(place.at)).arg(place.sheet + 1);
    switch (place.kind) {
    case GiveAwayKind::Addend:
        return u"Only one of the numbers that "_s + cell
               + u" adds up was redacted: whoever knows the sum can work it out."_s;
    case GiveAwayKind::Result:
        return u"The result that was redacted in "_s + cell
               + u" can be worked out again from cells that stay."_s;
    case GiveAwayKind::Total:
        return u"The number that was redacted in "_s + cell
               + u" can be worked out from a total beside it and the numbers that stay."_s;
    }
    Q_UNREACHABLE();
}

}   // namespace

bool onlyAdds(const QString &formula, const std::vector<FormulaToken> &tokens)
{
    static const QSet<QString> adding{u"SUM"_s, u"SUBTOTAL"_s, u"AGGREGATE"_s, u"SUMIF"_s,
                                      u"SUMIFS"_s};
    bool adds = formula.contains(u'+');
    for (const FormulaToken &token : tokens) {
        if (token.part == FormulaPart::Function) {
            if (!adding.contains(token.text)) {
                return false;
            }
            adds = true;
        }
    }
    return adds && std::none_of(formula.begin(), formula.end(), [](QChar c) {
               return c == u'*' || c == u'/' || c == u'^' || c == u'&';
           });
}

std::vector<QString> giveAwayWarnings(const std::vector<GiveAway> &places)
{
    std::vector<QString> warnings;
    for (const GiveAway &place : places) {
        if (warnings.size() == mostWarnings) {
            warnings.push_back(
                u"There are %1 more such places."_s.arg(places.size() - mostWarnings));
            break;
        }
        warnings.push_back(sentence(place));
    }
    return warnings;
}

void TotalFinder::watch(CellRef at)
{
    ++m_lines[{true, at.row}].watched;
    ++m_lines[{false, at.column}].watched;
}

void TotalFinder::add(CellRef at, double value, bool redacted)
{
    for (const bool row : {true, false}) {
        const auto line = m_lines.find({row, row ? at.row : at.column});
        if (line != m_lines.end() && line->second.watched <= mostWatched) {
            line->second.entries.push_back({row ? at.column : at.row, value, redacted, at});
        }
    }
}

/// True if a number behind entry `redacted` is the sum of it and of numbers beside it that stay.
bool TotalFinder::isGivenAway(const std::vector<Entry> &entries, size_t redacted)
{
    double before = 0;
    for (size_t first = redacted;; --first) {
        before += entries[first].value;
        double sum = before;
        for (size_t at = redacted + 1; at < entries.size() && at - redacted < longestRun; ++at) {
            const Entry &entry = entries[at];
            if (entry.position != entries[at - 1].position + 1 || entry.redacted) {
                break;
            }
            const double scale = std::max(1.0, std::abs(entry.value));
            if (at - first > 1 && entry.value != 0.0
                && std::abs(sum - entry.value) < scale * 1e-9) {
                return true;
            }
            sum += entry.value;
        }
        const bool ends = first == 0 || redacted - first >= longestRun
                          || entries[first - 1].position + 1 != entries[first].position
                          || entries[first - 1].redacted;
        if (ends) {
            return false;
        }
    }
}

std::vector<CellRef> TotalFinder::find() const
{
    std::vector<CellRef> found;
    for (const auto &[key, line] : m_lines) {
        for (size_t i = 0; i < line.entries.size(); ++i) {
            if (line.entries[i].redacted && isGivenAway(line.entries, i)) {
                found.push_back(line.entries[i].at);
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}   // namespace expunge::formats::ooxml
