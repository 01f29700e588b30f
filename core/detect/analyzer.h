// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/detect/recognizer.h"
#include "core/detect/termlist.h"

#include <QStringList>

#include <memory>
#include <span>
#include <vector>

namespace expunge::detect {

struct AnalyzerOptions
{
    double minimumScore = 0.5;
    QStringList types;   // empty: all
    TermList terms;      // every occurrence is a CUSTOM_TERM with score 1
    TermList keep;       // never a candidate, unless a term overlaps
};

/// Version and digest of the rules in use, for the manifest.
struct RuleSetInfo
{
    QString version;
    QString sha256;   // lower-case hexadecimal, over the rule files in order of name
    int rules = 0;
};

/// Runs all recognizers over a document's text units and settles what overlaps.
class Analyzer
{
public:
    /// `recognizers` in falling order of precedence for equal scores.
    Analyzer(std::vector<std::unique_ptr<Recognizer>> recognizers, RuleSetInfo rules);
    ~Analyzer();

    /// Candidates in order of unit and offset, without overlap, units that are copies skipped.
    /// Cancelled if told to stop.
    base::Result<std::vector<Candidate>> analyze(std::span<const document::TextUnit> units,
                                                 const AnalyzerOptions &options,
                                                 const base::JobContext &job) const;

    const RuleSetInfo &ruleSet() const { return m_rules; }

private:
    std::vector<std::unique_ptr<Recognizer>> m_recognizers;
    RuleSetInfo m_rules;
};

/// The analyzer with all rules and lexicons that the program ships; RuleInvalid if one of them is
/// broken.
base::Result<std::unique_ptr<Analyzer>> builtinAnalyzer();

/// Every occurrence of the terms in the units, as CUSTOM_TERM candidates (ids filled in, no
/// entities), in order, without overlap.
std::vector<Candidate> findTerms(std::span<const document::TextUnit> units, const TermList &terms);

/// Where a keep list says that text stays, sorted; what a leak check counts as decided.
std::vector<document::Span> keptSpans(std::span<const document::TextUnit> units,
                                      const TermList &keep);

/// Where the text of a likely candidate among `values` (of this file or another one) stands in the
/// units and neither a candidate that is `present` nor a `kept` span covers it: new candidates of
/// the same type, in order of unit. Copies of units are skipped.
std::vector<Candidate> findRepeats(std::span<const document::TextUnit> units,
                                   std::span<const Candidate> present,
                                   std::span<const document::Span> kept,
                                   std::span<const Candidate> values);

/// Gives candidates of all files of a submission that mean the same thing the same entity id: "e1",
/// "e2" … in order of first appearance. Spellings that differ in case, spacing or punctuation are
/// one; so are a person's full name and its surname.
void linkEntities(std::span<std::vector<Candidate> *const> files);

}   // namespace expunge::detect
