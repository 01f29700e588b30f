// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/analyzer.h"

#include "core/detect/overlap.h"
#include "core/detect/termmatcher.h"

using namespace Qt::StringLiterals;

namespace expunge::detect {

namespace {

Tier tierOf(const Candidate &candidate)
{
    if (candidate.score < 0.5) {
        return Tier::Possible;
    }
    return candidate.tier == Tier::Certain ? Tier::Certain : Tier::Suggested;
}

/// Whether the kept ranges cover all of a candidate but spaces and signs between them.
bool isKept(const Candidate &candidate, const std::vector<std::pair<int, int>> &kept)
{
    bool touched = false;
    for (int i = 0; i < candidate.text.size(); ++i) {
        const int at = candidate.span.begin + i;
        const bool inside =
            std::any_of(kept.begin(), kept.end(), [at](const std::pair<int, int> &range) {
                return at >= range.first && at < range.second;
            });
        touched = touched || inside;
        if (!inside && candidate.text[i].isLetterOrNumber()) {
            return false;
        }
    }
    return touched;
}

/// Takes out what the options do not ask for, and what the keep list protects.
void filter(std::vector<Candidate> &candidates, std::span<const UnitView> units,
            const AnalyzerOptions &options)
{
    std::erase_if(candidates, [&options](const Candidate &candidate) {
        return candidate.score < options.minimumScore
               || (!options.types.isEmpty() && !options.types.contains(candidate.type));
    });
    if (options.keep.isEmpty() || candidates.empty()) {
        return;
    }
    const TermMatcher matcher(options.keep);
    QHash<int, std::vector<std::pair<int, int>>> kept;
    for (const UnitView &view : units) {
        kept.insert(view.unit->index, matcher.find(view.text));
    }
    std::erase_if(candidates, [&kept](const Candidate &candidate) {
        return isKept(candidate, kept[candidate.span.unit]);
    });
}

}   // namespace

Analyzer::Analyzer(std::vector<std::unique_ptr<Recognizer>> recognizers, RuleSetInfo rules)
    : m_recognizers(std::move(recognizers))
    , m_rules(std::move(rules))
{
}

Analyzer::~Analyzer() = default;

base::Result<std::vector<Candidate>> Analyzer::analyze(std::span<const document::TextUnit> units,
                                                       const AnalyzerOptions &options,
                                                       const base::JobContext &job) const
{
    std::vector<UnitView> views;
    QHash<int, const document::TextUnit *> unitOf;
    for (const document::TextUnit &unit : units) {
        if (unit.copyOf < 0) {
            views.push_back({&unit, normalize(unit.text)});
            unitOf.insert(unit.index, &unit);
        }
    }
    std::vector<Candidate> candidates;
    qint64 done = 0;
    const auto total = static_cast<qint64>(m_recognizers.size());
    for (const auto &recognizer : m_recognizers) {
        std::vector<Candidate> found = recognizer->find(views, job);
        if (job.cancelled()) {
            return base::failure(base::ErrorCode::Cancelled);
        }
        candidates.insert(candidates.end(), std::make_move_iterator(found.begin()),
                          std::make_move_iterator(found.end()));
        job.report(++done, total);
    }
    for (Candidate &candidate : candidates) {
        candidate.tier = tierOf(candidate);
    }
    filter(candidates, views, options);
    candidates = withoutOverlap(std::move(candidates), findTerms(units, options.terms), unitOf);
    for (Candidate &candidate : candidates) {
        candidate.id = candidateId(*unitOf[candidate.span.unit], candidate.span, candidate.type);
    }
    std::vector<Candidate> *const file = &candidates;
    linkEntities({&file, 1});
    return candidates;
}

}   // namespace expunge::detect
