// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scrub/leakcheck.h"

#include <QString>

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
/// spans replaced, copies alike.
std::vector<ExpectedText> expectedTexts(const Expectation &work);

/// Compares the units of an output with what should be left. Paragraphs that a removed paragraph
/// mark has joined are the same as before; any other text that is there and should not be, or the
/// other way round, is a leak. What a kept hidden item holds may be less than before, or have got
/// neutral names.
std::vector<Leak> compareUnits(const Expectation &work, const std::vector<ExpectedText> &expected,
                               const document::Document &output);

/// Hidden items of the output that the plan removes.
std::vector<Leak> remainingHidden(const Expectation &work, const document::Document &output);

/// True if the plan takes tracked changes back: which text that leaves is known only to the format.
bool undoesChanges(const document::RedactionPlan &plan);

}   // namespace expunge::scrub
