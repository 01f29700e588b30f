// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/sheetcontext.h"
#include "core/formats/ooxml/sheetgiveaway.h"
#include "core/formats/ooxml/workbooknames.h"

#include <map>
#include <set>

namespace expunge::formats::ooxml {

/// A set of cells that can be asked about ranges.
class CellSet
{
public:
    void insert(CellRef cell);
    void insertAll() { m_all = true; }
    bool intersects(const CellRange &range) const;
    bool contains(CellRef cell) const { return intersects({cell, cell}); }

    /// How many of them lie in a range; more than `enough` are not counted.
    int count(const CellRange &range, int enough) const;
    bool isEmpty() const { return !m_all && m_columns.empty(); }

private:
    bool m_all = false;
    std::map<int, std::set<int>> m_columns;   // rows by column
};

/// What becomes of a cell beyond its own edits.
enum CellFate : unsigned char {
    FateNone = 0,
    FateRedacted = 1,   // a part of its value goes
    FateEmptied = 2,    // all of it goes
    FateDropped =
        4,   // the result of its formula is made anew, because it depends on something redacted
    FateFrozen = 8,   // its formula goes and the result stays, because what it needs is gone
};

/// Follows redactions through the formulas of a workbook.
class BookSurvey
{
public:
    /// Damaged or Cancelled.
    static base::Result<BookSurvey> run(const BookModel &book, const BookPlan &plan,
                                        const QString &path, const base::JobContext &job);

    unsigned fate(int sheet, CellRef cell) const;

    /// True if the followers of a shared formula lose it.
    bool groupFrozen(int sheet, int group) const;

    /// Words of number formats (by position in BookModel::formats) that go with cells that showed
    /// them.
    const QHash<int, QStringList> &formatWords() const { return m_formatWords; }
    bool hasFormulas() const { return m_hasFormulas; }

    const std::vector<GiveAway> &giveAways() const { return m_giveAways; }

private:
    friend class SurveyVisitor;
    friend class TaintSolver;

    QHash<quint64, unsigned char> m_fates;
    QSet<quint64> m_frozenGroups;
    QHash<int, QStringList> m_formatWords;
    std::vector<bool> m_emptied;      // whole sheets
    std::vector<CellSet> m_numbers;   // that are redacted, by sheet
    std::vector<GiveAway> m_giveAways;
    bool m_hasFormulas = false;
};

/// Whether a cell that does not show goes.
bool isEmptied(const SheetActions &actions, CellHiding hiding);

/// True if every edit lies within what the number format adds.
bool onlyTouchesFormat(const CellText &text, const std::vector<TextEdit> &edits);

}   // namespace expunge::formats::ooxml
