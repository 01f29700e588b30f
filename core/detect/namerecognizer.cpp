// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/namerecognizer.h"

#include "core/detect/nametitles.h"
#include "core/detect/tagger.h"
#include "core/detect/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace expunge::detect {

namespace {

constexpr double kGivenNameAlone = 0.55;
constexpr double kGivenAndFamilyName = 0.8;

constexpr double kLeastSpread = 0.8;   // sure enough to look for the name everywhere
constexpr double kDoubtful = 0.4;
constexpr double kLeastShown = 0.25;   // of what the tagger sees; below 0.5 it is only possible

NameType typeOf(NameKind kind)
{
    return kind == NameKind::Person ? NameType::Person : NameType::Organization;
}

Candidate candidateAt(const UnitView &view, qsizetype begin, qsizetype end, NameType type,
                      double score, Evidence evidence)
{
    const bool person = type == NameType::Person;
    const bool firm = type == NameType::Organization;
    // "Dr. Lovelace" is one span: without its title nobody reads the sentence right, and the title
    // says something too.
    const auto [from, to] =
        view.text.foundRange(person ? titleBegin(view.text.utf8, begin) : begin, end);
    Candidate candidate;
    candidate.type = person ? u"PERSON"_s : firm ? u"ORGANIZATION"_s : u"LOCATION"_s;
    candidate.category = firm ? Category::Proprietary : Category::Personal;
    candidate.span = {view.unit->index, from, to};
    candidate.text = view.unit->text.sliced(from, to - from);
    candidate.score = score;
    candidate.rule = person ? u"person-name"_s : firm ? u"organization-name"_s : u"place-name"_s;
    candidate.evidence = {std::move(evidence)};
    return candidate;
}

/// What context says of a text is right where the tagger says something else.
void addWhatDoesNotContradict(std::vector<Candidate> &tagged, std::vector<Candidate> &candidates)
{
    QHash<int, std::vector<std::pair<document::Span, QString>>> known;
    for (const Candidate &candidate : candidates) {
        known[candidate.span.unit].emplace_back(candidate.span, candidate.type);
    }
    for (Candidate &candidate : tagged) {
        const auto others = known.constFind(candidate.span.unit);
        const bool contradicts =
            others != known.constEnd()
            && std::any_of(others->begin(), others->end(), [&candidate](const auto &other) {
                   return other.first.begin < candidate.span.end
                          && candidate.span.begin < other.first.end
                          && other.second != candidate.type;
               });
        if (!contradicts) {
            candidates.push_back(std::move(candidate));
        }
    }
}

QString taggerReason(NameType type)
{
    return type == NameType::Person ? u"reads like a person's name in its sentence"_s
           : type == NameType::Organization
               ? u"reads like the name of an organization in its sentence"_s
               : u"reads like the name of a place in its sentence"_s;
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

/// The first word of a field's code says what the field does (ECMA-376 part 1, 17.16.1):
/// "FORMTEXT".
bool isFieldKeyword(const UnitView &view, qsizetype begin)
{
    const document::Place &place = view.unit->place;
    return !place.empty() && place.back().kind == document::PlaceKind::Field
           && QByteArrayView(view.text.utf8).first(begin).trimmed().isEmpty();
}

}   // namespace

NameRecognizer::NameRecognizer(NameLexicon lexicon, std::optional<TaggerModel> tagger)
    : m_lexicon(std::move(lexicon))
    , m_seeds(m_lexicon)
    , m_tagger(std::move(tagger))
{
}

std::vector<Candidate> NameRecognizer::find(std::span<const UnitView> units,
                                            const base::JobContext &job) const
{
    std::vector<Candidate> candidates;
    NameVariants variants(m_lexicon);
    addSeeds(units, variants, candidates);
    std::vector<std::vector<Word>> words;
    words.reserve(units.size());
    for (const UnitView &view : units) {
        words.push_back(wordsOf(view.text.utf8));
        addGivenNames(view, words.back(), variants, candidates);
    }
    addRepeats(units, words, variants, candidates);
    if (m_tagger && !job.cancelled()) {
        NameVariants taggedVariants(m_lexicon);
        std::vector<Candidate> tagged = taggedNamesIn(units, taggedVariants);
        addRepeats(units, words, taggedVariants, tagged);
        addWhatDoesNotContradict(tagged, candidates);
    }
    return candidates;
}

void NameRecognizer::addRepeats(std::span<const UnitView> units,
                                const std::vector<std::vector<Word>> &words,
                                const NameVariants &variants,
                                std::vector<Candidate> &candidates) const
{
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        const QByteArray &utf8 = units[unit].text.utf8;
        for (std::size_t at = 0; at < words[unit].size(); ++at) {
            const auto found = variants.match(utf8, words[unit], at);
            if (found) {
                candidates.push_back(candidateAt(
                    units[unit], words[unit][at].begin, words[unit][at + found->second - 1].end,
                    typeOf(found->first.kind), found->first.score, {EvidenceKind::SameEntity, {}}));
                at += found->second - 1;
            }
        }
    }
}

void NameRecognizer::addSeeds(std::span<const UnitView> units, NameVariants &variants,
                              std::vector<Candidate> &candidates) const
{
    for (const NameSeed &seed : m_seeds.find(units)) {
        variants.add(seed);
        if (seed.begin >= 0) {
            candidates.push_back(candidateAt(units[seed.view], seed.begin, seed.end,
                                             typeOf(seed.kind), seed.score, seed.evidence));
        }
    }
}

std::vector<Candidate> NameRecognizer::taggedNamesIn(std::span<const UnitView> units,
                                                     NameVariants &variants) const
{
    std::vector<Candidate> candidates;
    WordStatistics statistics;
    TokenLexicon lexicon(m_lexicon);
    std::vector<NarrowText> texts;
    std::vector<TaggerUnit> tokens;
    texts.reserve(units.size());
    tokens.reserve(units.size());
    for (const UnitView &view : units) {
        const QByteArray &utf8 = view.text.utf8;
        texts.emplace_back(
            std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
        tokens.push_back(taggerUnit(texts.back().bytes(), lexicon));
        statistics.add(tokens.back());
    }
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        for (const TaggedName &name : taggedNames(*m_tagger, tokens[unit], statistics)) {
            const auto begin = static_cast<qsizetype>(texts[unit].origin(name.begin));
            const auto end = static_cast<qsizetype>(texts[unit].origin(name.end));
            if (isFieldKeyword(units[unit], begin)) {
                continue;
            }
            const QByteArray text = units[unit].text.utf8.sliced(begin, end - begin);
            const auto type = static_cast<NameType>(name.nameClass);
            double score = m_tagger->probability(name.nameClass, name.score);
            if (!canBeName(text, type)) {
                score = std::min(score, kDoubtful);
            }
            if (score < kLeastShown) {
                continue;
            }
            candidates.push_back(candidateAt(units[unit], begin, end, type, score,
                                             {EvidenceKind::Pattern, taggerReason(type)}));
            if (score >= kLeastSpread && type != NameType::Location) {
                const NameKind kind =
                    type == NameType::Person ? NameKind::Person : NameKind::Organization;
                variants.add({kind, QString::fromUtf8(text), unit, begin, end, score, {}});
            }
        }
    }
    return candidates;
}

/// Whether what the tagger sees has the look of a name: capitals, and more than everyday words or
/// an abbreviation.
bool NameRecognizer::canBeName(const QByteArray &text, NameType type) const
{
    const std::vector<Word> words = wordsOf(text);
    if (words.empty() || !words.front().capital || !words.back().capital) {
        return false;
    }
    if (type == NameType::Organization && words.size() == 1 && words[0].capitals
        && words[0].folded.size() <= 5) {
        return false;
    }
    if (type == NameType::Location) {   // those of many cities and countries count as common
        return !words.front().capitals || words.front().folded.size() > 4;
    }
    return std::any_of(words.begin(), words.end(), [this](const Word &word) {
        return word.folded.size() > 2 && word.capital
               && (!m_lexicon.isCommonWord(word.folded) || m_lexicon.isGivenName(word.folded));
    });
}

void NameRecognizer::addGivenNames(const UnitView &view, const std::vector<Word> &words,
                                   NameVariants &variants, std::vector<Candidate> &candidates) const
{
    const QByteArray &utf8 = view.text.utf8;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::size_t count = givenNameAt(m_lexicon, utf8, words, at);
        if (count == 0) {
            continue;
        }
        const qsizetype begin = words[at].begin;
        const qsizetype end = words[at + count - 1].end;
        candidates.push_back(candidateAt(view, begin, end, NameType::Person,
                                         count > 1 ? kGivenAndFamilyName : kGivenNameAlone,
                                         {EvidenceKind::Lexicon, u"given-name"_s}));
        if (count > 1) {
            variants.add({NameKind::Person,
                          QString::fromUtf8(utf8.sliced(begin, end - begin)),
                          0,
                          begin,
                          end,
                          kGivenAndFamilyName,
                          {}});
        }
    }
}

}   // namespace expunge::detect
