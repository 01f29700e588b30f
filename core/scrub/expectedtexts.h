// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scrub/leakcheck.h"

#include <QHash>
#include <QString>

#include <vector>

namespace expunge::scrub {

/// A text that a scrub should leave.
struct ExpectedText
{
    QString part;
    QString text;         // with replacements
    bool mayGo = false;   // part of a link or field in which something was redacted: the format may
                          // take out the whole
    bool isName = false;   // of a sheet, table, column or range, which formulas say as well
    QString left;          // the same with a mark (U+FFFC) in place of each replacement
};

/// What a plan should leave of a document's units, in order: those of removed hidden items gone,
/// spans replaced, copies alike. Made one after the other, because there can be a million.
class ExpectedTexts
{
public:
    /// `work` must outlive it.
    explicit ExpectedTexts(const Expectation &work);

    /// False: that was all.
    bool next(ExpectedText &expected);

private:
    void describe(const document::TextUnit &unit, const document::AdjustedUnit *change,
                  ExpectedText &expected) const;

    const Expectation &m_work;
    QHash<int, std::vector<document::SpanRedaction>> m_spans;   // by unit
    QHash<int, const document::AdjustedUnit *> m_adjusted;      // by unit
    size_t m_next = 0;
};

/// A part of a link or field, or the name of a font: formats may rename it, or take it out of some
/// of its places and not of others.
bool isLoose(const document::TextUnit &unit);

/// What a plan does with a hidden item.
document::HiddenAction actionFor(const document::RedactionPlan &plan, const QString &item);

/// True if the plan takes tracked changes back: which text that leaves is known only to the format.
bool undoesChanges(const document::RedactionPlan &plan);

}   // namespace expunge::scrub
