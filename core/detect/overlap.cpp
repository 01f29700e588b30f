// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/overlap.h"

#include <algorithm>

namespace expunge::detect {

namespace {

bool isBetter(const Candidate &a, const Candidate &b)
{
    if (a.tier != b.tier) {
        return a.tier < b.tier;
    }
    if (a.score != b.score) {
        return a.score > b.score;
    }
    return a.span.length() > b.span.length();
}

bool bySpan(const Candidate &a, const Candidate &b)
{
    return a.span < b.span;
}

void resize(Candidate &candidate, int begin, int end, const document::TextUnit &unit)
{
    candidate.span.begin = begin;
    candidate.span.end = end;
    candidate.text = unit.text.sliced(begin, end - begin);
}

void addEvidence(Candidate &winner, const Candidate &loser)
{
    if (winner.type != loser.type) {
        return;
    }
    for (const Evidence &evidence : loser.evidence) {
        if (std::find(winner.evidence.begin(), winner.evidence.end(), evidence)
            == winner.evidence.end()) {
            winner.evidence.push_back(evidence);
        }
    }
}

/// Joins what overlaps among the likely (0.5 and better) or among the possible ones.
std::vector<Candidate> joined(std::vector<Candidate> candidates,
                              const QHash<int, const document::TextUnit *> &unitOf)
{
    std::stable_sort(candidates.begin(), candidates.end(), bySpan);
    std::vector<Candidate> result;
    for (Candidate &next : candidates) {
        if (result.empty() || result.back().span.unit != next.span.unit
            || next.span.begin >= result.back().span.end) {
            result.push_back(std::move(next));
            continue;
        }
        Candidate &last = result.back();
        const int begin = last.span.begin;
        const int end = std::max(last.span.end, next.span.end);
        if (isBetter(next, last)) {
            std::swap(last, next);
        }
        addEvidence(last, next);
        resize(last, begin, end, *unitOf[last.span.unit]);
    }
    return result;
}

bool overlaps(const document::Span &a, const document::Span &b)
{
    return a.unit == b.unit && a.begin < b.end && b.begin < a.end;
}

/// Adds the candidate, or what is left of it beside the sorted `taken` ones, without spaces and
/// signs around the pieces.
void addPieces(const Candidate &candidate, const std::vector<Candidate> &taken,
               const document::TextUnit &unit, std::vector<Candidate> &result)
{
    int at = candidate.span.begin;
    const auto add = [&](int begin, int end) {
        while (begin < end && !unit.text[begin].isLetterOrNumber()
               && !unit.text[begin].isSurrogate()) {
            ++begin;
        }
        while (begin < end && !unit.text[end - 1].isLetterOrNumber()
               && !unit.text[end - 1].isSurrogate()) {
            --end;
        }
        if (begin < end) {
            result.push_back(candidate);
            resize(result.back(), begin, end, unit);
        }
    };
    auto next = std::lower_bound(taken.begin(), taken.end(), candidate,
                                 [](const Candidate &a, const Candidate &b) {
                                     return a.span.unit != b.span.unit ? a.span.unit < b.span.unit
                                                                       : a.span.end <= b.span.begin;
                                 });
    if (next == taken.end() || !overlaps(next->span, candidate.span)) {
        result.push_back(candidate);
        return;
    }
    for (; next != taken.end() && overlaps(next->span, candidate.span); ++next) {
        add(at, next->span.begin);
        at = next->span.end;
    }
    add(at, candidate.span.end);
}

}   // namespace

std::vector<Candidate> withoutOverlap(std::vector<Candidate> candidates,
                                      std::vector<Candidate> terms,
                                      const QHash<int, const document::TextUnit *> &unitOf)
{
    const auto firstPossible =
        std::stable_partition(candidates.begin(), candidates.end(),
                              [](const Candidate &candidate) { return candidate.score >= 0.5; });
    std::vector<Candidate> possible(std::make_move_iterator(firstPossible),
                                    std::make_move_iterator(candidates.end()));
    candidates.erase(firstPossible, candidates.end());
    std::vector<Candidate> result = std::move(terms);
    std::sort(result.begin(), result.end(), bySpan);
    for (std::vector<Candidate> *layer : {&candidates, &possible}) {
        std::vector<Candidate> added;
        for (const Candidate &candidate : joined(std::move(*layer), unitOf)) {
            addPieces(candidate, result, *unitOf[candidate.span.unit], added);
        }
        result.insert(result.end(), std::make_move_iterator(added.begin()),
                      std::make_move_iterator(added.end()));
        std::sort(result.begin(), result.end(), bySpan);
    }
    return result;
}

}   // namespace expunge::detect
