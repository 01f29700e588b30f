// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/detect/termlist.h"
#include "core/document/document.h"
#include "core/formats/formatregistry.h"

#include <QString>

#include <vector>

namespace expunge::scrub {

class Ledger;
class Needles;

/// A text that was accepted for redaction.
struct RedactedValue
{
    QString id;            // of a candidate
    QString text;          // as found
    bool byTerm = false;   // found by a term list, which says itself where its terms match
};

/// One place where something can still be read that should be gone.
struct Leak
{
    QString id;     // of the value or hidden item
    QString part;   // "word/document.xml", "the file's bytes", "name of an entry"
    QString how;   // "text", "attribute", "UTF-16", "Base64", "unit differs", "hidden item is still
                   // there"
};

/// What the check did and found.
struct LeakReport
{
    int values = 0;   // distinct values searched for
    int parts = 0;    // decoded byte streams read
    int units = 0;    // text units compared
    int keptElsewhere =
        0;   // occurrences of redacted values that a keep decision left, all accounted for
    std::vector<Leak> leaks;

    bool clean() const { return leaks.empty(); }
};

/// What the output should be, from the original and the plan.
struct Expectation
{
    std::shared_ptr<const document::Document> original;
    document::RedactionPlan plan;
    std::vector<RedactedValue> values;
    std::vector<document::Span> kept;   // what a person, a policy or a keep list decided to leave;
                                        // there, the text of a value may stay
    std::vector<document::AdjustedUnit> adjusted = {};   // units that the format could not leave as
                                                         // the plan alone would; see Applied
};

/// Checks a written file without trusting the code that wrote it: reads the bytes with a zip and
/// XML reader of its own, looks for every redacted value in every decoded part and in the raw bytes
/// in every encoding, opens the file cold through the registry, compares its text units with what
/// the plan should have left, and looks for hidden items that should be gone.
class LeakCheck
{
public:
    explicit LeakCheck(const formats::FormatRegistry &registry);

    base::Result<LeakReport> run(const formats::Source &output, const Expectation &expected,
                                 const base::JobContext &job) const;

    /// Where each term of a list can still be read in any file, whatever its format; for `check`.
    base::Result<LeakReport> findTerms(const formats::Source &file, const detect::TermList &terms,
                                       const base::JobContext &job) const;

private:
    base::Result<> checkUnits(const formats::Source &output, const Expectation &expected,
                              Ledger &ledger, LeakReport &report,
                              const base::JobContext &job) const;
    base::Result<> checkPages(const formats::Source &output, const Expectation &expected,
                              const Needles &needles, Ledger &ledger, LeakReport &report,
                              const base::JobContext &job) const;

    const formats::FormatRegistry &m_registry;
};

}   // namespace expunge::scrub
