// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/analyzer.h"

#include "core/detect/overlap.h"
#include "core/detect/repeats.h"
#include "core/detect/termmatcher.h"

#include <QSet>

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

/// What the keep list protects, by unit: ranges in the text as found.
using KeptRanges = QHash<int, std::vector<std::pair<int, int>>>;

void addKept(const UnitView &view, const TermMatcher &keep, KeptRanges &kept)
{
    if (!keep.mayStandIn(view.unit->text)) {
        return;
    }
    if (auto ranges = keep.find(view.text); !ranges.empty()) {
        kept.insert(view.unit->index, ranges);
    }
}

/// Units that recognizers see at once. What they need of each is ten times as large as its text, so
/// a big workbook is read in pieces; names that stand whole in one are still found in the others
/// (findRepeats).
constexpr size_t unitsAtOnce = 8'192;

std::vector<UnitView> viewsOf(std::span<const document::TextUnit> units)
{
    std::vector<UnitView> views;
    views.reserve(units.size());
    for (const document::TextUnit &unit : units) {
        if (unit.copyOf < 0) {
            views.push_back({&unit, normalize(unit.text)});
        }
    }
    return views;
}

using UnitMap = QHash<int, const document::TextUnit *>;

/// The units that candidates stand in.
UnitMap unitsOf(std::span<const document::TextUnit> units, std::span<const Candidate> first,
                std::span<const Candidate> second)
{
    UnitMap wanted;
    for (const auto &candidates : {first, second}) {
        for (const Candidate &candidate : candidates) {
            wanted.insert(candidate.span.unit, nullptr);
        }
    }
    for (const document::TextUnit &unit : units) {
        if (const auto found = wanted.find(unit.index); found != wanted.end()) {
            *found = &unit;
        }
    }
    return wanted;
}

/// Takes out what the options do not ask for, and what the keep list protects.
void filter(std::vector<Candidate> &candidates, const KeptRanges &kept,
            const AnalyzerOptions &options)
{
    std::erase_if(candidates, [&](const Candidate &candidate) {
        return candidate.score < options.minimumScore
               || (!options.types.isEmpty() && !options.types.contains(candidate.type))
               || isKept(candidate, kept.value(candidate.span.unit));
    });
}

/// Adds a candidate wherever the text of a likely one stands again and nothing covers it.
void addRepeats(std::vector<Candidate> &candidates, std::span<const document::TextUnit> units,
                const KeptRanges &kept)
{
    std::vector<document::Span> spans;
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        for (const auto &[begin, end] : *it) {
            spans.push_back({it.key(), begin, end});
        }
    }
    std::vector<Candidate> added = findRepeats(units, candidates, spans, candidates);
    candidates.insert(candidates.end(), std::make_move_iterator(added.begin()),
                      std::make_move_iterator(added.end()));
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate &a, const Candidate &b) { return a.span < b.span; });
}

}   // namespace

std::vector<document::Span> keptSpans(std::span<const document::TextUnit> units,
                                      const TermList &keep)
{
    std::vector<document::Span> spans;
    if (keep.isEmpty()) {
        return spans;
    }
    const TermMatcher matcher(keep);
    for (const document::TextUnit &unit : units) {
        if (!matcher.mayStandIn(unit.text)) {
            continue;
        }
        for (const auto &[begin, end] : matcher.find(normalize(unit.text))) {
            spans.push_back({unit.index, begin, end});
        }
    }
    std::sort(spans.begin(), spans.end());
    return spans;
}

std::vector<Candidate> findRepeats(std::span<const document::TextUnit> units,
                                   std::span<const Candidate> present,
                                   std::span<const document::Span> kept,
                                   std::span<const Candidate> values)
{
    QStringList texts;
    std::vector<const Candidate *> sources;
    QSet<QString> known;
    for (const Candidate &value : values) {
        // A term list says itself where its terms match.
        const bool spreads = value.score >= 0.5 && value.type != u"CUSTOM_TERM"_s;
        if (spreads && !known.contains(value.text)) {
            known.insert(value.text);
            texts.append(value.text);
            sources.push_back(&value);
        }
    }
    std::vector<Candidate> found;
    if (texts.isEmpty()) {
        return found;
    }
    QHash<int, std::vector<document::Span>> covered;
    for (const Candidate &candidate : present) {
        covered[candidate.span.unit].push_back(candidate.span);
    }
    for (const document::Span &span : kept) {
        covered[span.unit].push_back(span);
    }
    const RepeatFinder finder(texts);
    for (const document::TextUnit &unit : units) {
        if (unit.copyOf >= 0) {
            continue;
        }
        for (const auto &repeat : finder.find(unit, covered.value(unit.index))) {
            Candidate candidate = *sources[static_cast<size_t>(repeat.value)];
            candidate.span = repeat.span;
            candidate.text = unit.text.sliced(repeat.span.begin, repeat.span.length());
            candidate.tier = Tier::Suggested;
            candidate.evidence = {{EvidenceKind::SameEntity, {}}};
            candidate.id = candidateId(unit, repeat.span, candidate.type);
            found.push_back(std::move(candidate));
        }
    }
    return found;
}

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
    std::vector<Candidate> candidates;
    KeptRanges kept;
    const TermMatcher keep(options.keep);
    const auto total = static_cast<qint64>(units.size());
    for (size_t at = 0; at < units.size(); at += unitsAtOnce) {
        const auto piece = units.subspan(at, std::min(unitsAtOnce, units.size() - at));
        const std::vector<UnitView> views = viewsOf(piece);
        for (const auto &recognizer : m_recognizers) {
            std::vector<Candidate> found = recognizer->find(views, job);
            if (job.cancelled()) {
                return base::failure(base::ErrorCode::Cancelled);
            }
            candidates.insert(candidates.end(), std::make_move_iterator(found.begin()),
                              std::make_move_iterator(found.end()));
        }
        for (const UnitView &view : views) {
            if (!options.keep.isEmpty()) {
                addKept(view, keep, kept);
            }
        }
        job.report(static_cast<qint64>(at + piece.size()), total);
    }
    for (Candidate &candidate : candidates) {
        candidate.tier = tierOf(candidate);
    }
    filter(candidates, kept, options);
    std::vector<Candidate> terms = findTerms(units, options.terms);
    const UnitMap unitOf = unitsOf(units, candidates, terms);
    candidates = withoutOverlap(std::move(candidates), std::move(terms), unitOf);
    addRepeats(candidates, units, kept);
    const UnitMap unitNow = unitsOf(units, candidates, {});
    for (Candidate &candidate : candidates) {
        candidate.id = candidateId(*unitNow[candidate.span.unit], candidate.span, candidate.type);
    }
    std::vector<Candidate> *const file = &candidates;
    linkEntities({&file, 1});
    return candidates;
}

}   // namespace expunge::detect
