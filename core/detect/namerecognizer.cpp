// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/namerecognizer.h"

#include "core/detect/namevariants.h"
#include "core/detect/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace expunge::detect {

namespace {

constexpr double kGivenNameAlone = 0.55;
constexpr double kGivenAndFamilyName = 0.8;

Candidate candidateAt(const UnitView &view, qsizetype begin, qsizetype end, NameKind kind,
                      double score, Evidence evidence)
{
    const auto [from, to] = view.text.foundRange(begin, end);
    Candidate candidate;
    candidate.type = kind == NameKind::Person ? u"PERSON"_s : u"ORGANIZATION"_s;
    candidate.category = kind == NameKind::Person ? Category::Personal : Category::Proprietary;
    candidate.span = {view.unit->index, from, to};
    candidate.text = view.unit->text.sliced(from, to - from);
    candidate.score = score;
    candidate.rule = kind == NameKind::Person ? u"person-name"_s : u"organization-name"_s;
    candidate.evidence = {std::move(evidence)};
    return candidate;
}

/// Finds a known given name with what follows it, or alone: how many words it takes, 0 for none.
std::size_t givenNameAt(const NameLexicon &lexicon, const QByteArray &utf8,
                        const std::vector<Word> &words, std::size_t at)
{
    const auto isCapital = [](const Word &word) { return word.capital; };
    if (!isCapital(words[at]) || !lexicon.isGivenName(words[at].folded)) {
        return 0;
    }
    std::size_t count = 1;
    bool familyName = false;
    while (at + count < words.size() && count < 4 && isCapital(words[at + count])) {
        const Word &next = words[at + count];
        const Join join = joinOf(utf8, words[at + count - 1], next);
        if ((join != Join::Space && join != Join::Hyphen) || utf8[words[at + count - 1].end] == '\n'
            || (!next.initial && lexicon.isCommonWord(next.folded)
                && !lexicon.isGivenName(next.folded))) {
            break;
        }
        familyName = familyName || !next.initial;
        ++count;
    }
    if (!familyName) {
        count = 1;
    }
    return count == 1 && lexicon.isCommonWord(words[at].folded) ? 0 : count;
}

}   // namespace

NameRecognizer::NameRecognizer(NameLexicon lexicon)
    : m_lexicon(std::move(lexicon))
    , m_seeds(m_lexicon)
{
}

std::vector<Candidate> NameRecognizer::find(std::span<const UnitView> units,
                                            const base::JobContext &job) const
{
    std::vector<Candidate> candidates;
    NameVariants variants(m_lexicon);
    for (const NameSeed &seed : m_seeds.find(units)) {
        variants.add(seed);
        if (seed.begin >= 0) {
            candidates.push_back(candidateAt(units[seed.view], seed.begin, seed.end, seed.kind,
                                             seed.score, seed.evidence));
        }
    }
    std::vector<std::vector<Word>> words;
    words.reserve(units.size());
    for (const UnitView &view : units) {
        words.push_back(wordsOf(view.text.utf8));
    }
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        const QByteArray &utf8 = units[unit].text.utf8;
        for (std::size_t at = 0; at < words[unit].size(); ++at) {
            if (const std::size_t count = givenNameAt(m_lexicon, utf8, words[unit], at);
                count > 0) {
                const qsizetype end = words[unit][at + count - 1].end;
                candidates.push_back(candidateAt(units[unit], words[unit][at].begin, end,
                                                 NameKind::Person,
                                                 count > 1 ? kGivenAndFamilyName : kGivenNameAlone,
                                                 {EvidenceKind::Lexicon, u"given-name"_s}));
                if (count > 1) {
                    const QByteArray name =
                        utf8.sliced(words[unit][at].begin, end - words[unit][at].begin);
                    variants.add({NameKind::Person,
                                  QString::fromUtf8(name),
                                  unit,
                                  words[unit][at].begin,
                                  end,
                                  kGivenAndFamilyName,
                                  {}});
                }
            }
        }
    }
    for (std::size_t unit = 0; unit < units.size() && !job.cancelled(); ++unit) {
        const QByteArray &utf8 = units[unit].text.utf8;
        for (std::size_t at = 0; at < words[unit].size(); ++at) {
            const auto found = variants.match(utf8, words[unit], at);
            if (found) {
                candidates.push_back(candidateAt(
                    units[unit], words[unit][at].begin, words[unit][at + found->second - 1].end,
                    found->first.kind, found->first.score, {EvidenceKind::SameEntity, {}}));
                at += found->second - 1;
            }
        }
    }
    return candidates;
}

}   // namespace expunge::detect
