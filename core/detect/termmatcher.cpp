// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/termmatcher.h"

#include "core/detect/analyzer.h"
#include "core/detect/wordboundary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace expunge::detect {

namespace {

constexpr int kShortestLetterSpaced = 3;   // two single letters in a row are too often just that

/// Capitals end a part before small letters when the term itself stands in capitals: "ACME|corp".
bool endsCapitals(QStringView text, int begin, int end)
{
    if (end - begin < 2 || end >= text.size() || !text[end].isLower()) {
        return false;
    }
    return std::all_of(text.begin() + begin, text.begin() + end,
                       [](QChar c) { return !c.isLower(); })
           && text[end - 1].isUpper();
}

}   // namespace

TermMatcher::TermMatcher(const TermList &terms)
{
    for (const Term &term : terms.terms) {
        const QString text = QString::fromUtf8(normalize(term.text).utf8).trimmed();
        const std::u16string form = comparedForm(text, Case::Fold);
        if (form.empty()) {
            continue;
        }
        Entry entry{.cased = term.matchCase ? comparedForm(text, Case::Keep) : std::u16string(),
                    .length = static_cast<int>(form.size()),
                    .matchCase = term.matchCase,
                    .insideWords = term.insideWords};
        m_literals.add(form);
        m_sieve.add(form);
        m_entries.push_back(entry);
        const std::u16string unspaced = withoutSpace(form);
        if (unspaced.size() >= kShortestLetterSpaced) {
            m_unspaced.add(unspaced);
            entry.length = static_cast<int>(unspaced.size());
            entry.cased = withoutSpace(entry.cased);
            m_unspacedEntries.push_back(entry);
        }
    }
    m_literals.build();
    m_unspaced.build();
}

bool TermMatcher::accepts(const Entry &entry, const FoldedText &text, int begin, int end) const
{
    if (!entry.insideWords
        && (!isWordPartBoundary(text.text, begin)
            || !(isWordPartBoundary(text.text, end) || endsCapitals(text.text, begin, end)))) {
        return false;
    }
    return !entry.matchCase
           || comparedForm(QStringView(text.text).sliced(begin, end - begin), Case::Keep)
                  == entry.cased;
}

std::vector<std::pair<int, int>> TermMatcher::find(const NormalizedText &text) const
{
    std::vector<std::pair<int, int>> found;
    const FoldedText folded = foldText(text);
    const auto add = [&](int begin, int end) {
        found.push_back(text.foundRange(folded.bytes[static_cast<std::size_t>(begin)],
                                        folded.bytes[static_cast<std::size_t>(end)]));
    };
    m_literals.scan(folded.folded, [&](int number, std::size_t last) {
        const Entry &entry = m_entries[static_cast<std::size_t>(number)];
        const int begin = folded.begins[last - static_cast<std::size_t>(entry.length)];
        const int end = folded.ends[last - 1];
        if (accepts(entry, folded, begin, end)) {
            add(begin, end);
        }
    });
    for (const LetterSpacedRun &run : letterSpacedRuns(folded)) {
        m_unspaced.scan(run.folded, [&](int number, std::size_t last) {
            const Entry &entry = m_unspacedEntries[static_cast<std::size_t>(number)];
            const int begin = run.begins[last - static_cast<std::size_t>(entry.length)];
            const int end = run.ends[last - 1];
            // Where words end is not known in letter-spaced text, so a longer word is taken too.
            if (!entry.matchCase
                || withoutSpace(comparedForm(QStringView(folded.text).sliced(begin, end - begin),
                                             Case::Keep))
                       == entry.cased) {
                add(begin, end);
            }
        });
    }
    std::sort(found.begin(), found.end());
    std::vector<std::pair<int, int>> merged;
    for (const auto &range : found) {
        if (!merged.empty() && range.first < merged.back().second) {
            merged.back().second = std::max(merged.back().second, range.second);
        } else {
            merged.push_back(range);
        }
    }
    return merged;
}

std::vector<Candidate> findTerms(std::span<const document::TextUnit> units, const TermList &terms)
{
    std::vector<Candidate> candidates;
    if (terms.isEmpty()) {
        return candidates;
    }
    const TermMatcher matcher(terms);
    for (const document::TextUnit &unit : units) {
        if (unit.copyOf >= 0 || !matcher.mayStandIn(unit.text)) {
            continue;
        }
        for (const auto &[begin, end] : matcher.find(normalize(unit.text))) {
            Candidate candidate;
            candidate.type = u"CUSTOM_TERM"_s;
            candidate.category = Category::Custom;
            candidate.span = {unit.index, begin, end};
            candidate.text = unit.text.sliced(begin, end - begin);
            candidate.score = 1;
            candidate.tier = Tier::Certain;
            candidate.rule = u"term"_s;
            candidate.evidence = {{EvidenceKind::Term, terms.name}};
            candidate.id = candidateId(unit, candidate.span, candidate.type);
            candidates.push_back(std::move(candidate));
        }
    }
    return candidates;
}

}   // namespace expunge::detect
