// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/sheetformula.h"

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// How what stays in a workbook says a number that was redacted.
enum class GiveAwayKind {
    Addend,   // it is the only redacted one among those that a formula adds up
    Result,   // it was worked out from cells that stay
    Total,    // a number beside it is the sum of it and others
};

/// A cell whose redacted number can be worked out; for an addend the cell that adds it up.
struct GiveAway
{
    GiveAwayKind kind = GiveAwayKind::Addend;
    int sheet = 0;
    CellRef at;
};

/// True for formulas that do nothing but add.
bool onlyAdds(const QString &formula, const std::vector<FormulaToken> &tokens);

/// English sentences, without text from the file.
std::vector<QString> giveAwayWarnings(const std::vector<GiveAway> &places);

/// Looks for totals that stand as plain numbers behind their addends, in columns and rows where
/// numbers are redacted.
class TotalFinder
{
public:
    /// A number that will be redacted; all of them before the first `add`.
    void watch(CellRef at);
    void add(CellRef at, double value, bool redacted);
    bool isEmpty() const { return m_lines.empty(); }

    /// The redacted cells that a total gives away.
    std::vector<CellRef> find() const;

private:
    struct Entry
    {
        int position = 0;
        double value = 0;
        bool redacted = false;
        CellRef at;
    };
    struct Line
    {
        int watched = 0;
        std::vector<Entry> entries;
    };

    static bool isGivenAway(const std::vector<Entry> &entries, size_t redacted);

    std::map<std::pair<bool, int>, Line> m_lines;   // by row or column, and number
};

}   // namespace expunge::formats::ooxml
