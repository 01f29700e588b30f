// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/namevariants.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace expunge::detect {

namespace {

bool isLegalForm(const QString &word)
{
    constexpr std::array<QStringView, 34> forms{
        u"gmbh",     u"ag",      u"kg",    u"ohg",    u"ug",           u"ltd",         u"limited",
        u"llc",      u"llp",     u"plc",   u"inc",    u"incorporated", u"corp",        u"sas",
        u"sarl",     u"spa",     u"srl",   u"bv",     u"nv",           u"aps",         u"oy",
        u"oyj",      u"pty",     u"pte",   u"ltda",   u"co",           u"corporation", u"company",
        u"holdings", u"holding", u"group", u"gruppe", u"sa",           u"se"};
    return word.size() == 1 || std::find(forms.begin(), forms.end(), word) != forms.end();
}

bool isSuffix(const QString &word)
{
    return word == u"jr"_s || word == u"sr"_s || word == u"esq"_s || word == u"phd"_s
           || word == u"ii"_s || word == u"iii"_s;
}

/// Whether word `at` of a text can be word `expected` of a phrase.
bool isWord(const Word &word, const QString &expected)
{
    return word.folded == expected && (expected.size() > 1 || word.capital);
}

}   // namespace

void NameVariants::add(const NameSeed &seed)
{
    const QByteArray utf8 = seed.name.toUtf8();
    const std::vector<Word> words = wordsOf(utf8);
    std::vector<QStringList> parts;   // words that a hyphen joins are one part
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && joinOf(utf8, words[i - 1], words[i]) == Join::Hyphen) {
            parts.back().append(words[i].folded);
        } else {
            parts.push_back({words[i].folded});
        }
    }
    if (seed.kind == NameKind::Organization) {
        QStringList all;
        for (const QStringList &part : parts) {
            all += part;
        }
        addOrganization(all, seed.score);
        return;
    }
    while (!parts.empty() && isSuffix(parts.back().join(u' '))) {
        parts.pop_back();
    }
    addPerson(parts, seed.score);
}

void NameVariants::addPerson(const std::vector<QStringList> &parts, double score)
{
    if (parts.empty()) {
        return;
    }
    const double found = std::min(score, 0.9);
    QStringList full;
    for (const QStringList &part : parts) {
        full += part;
    }
    const QStringList &given = parts.front();
    const QStringList &family = parts.back();
    if (parts.size() > 1) {
        const QStringList initial{given.front().first(1)};
        addPhrase(full, NameKind::Person, found);
        addPhrase(given + family, NameKind::Person, found);
        addPhrase(family + given, NameKind::Person, found);
        addPhrase(initial + family, NameKind::Person, found);
        addPhrase(family + initial, NameKind::Person, found - 0.1);
        if (standsAlone(given.join(u' '))) {
            addPhrase(given, NameKind::Person, found - 0.12);
        }
    }
    if (standsAlone(family.join(u' '))) {
        addPhrase(family, NameKind::Person, found - 0.05);
    }
}

void NameVariants::addOrganization(const QStringList &words, double score)
{
    addPhrase(words, NameKind::Organization, score);
    QStringList core = words;
    while (!core.isEmpty() && isLegalForm(core.back())) {
        core.pop_back();
    }
    if (core.isEmpty()) {
        return;
    }
    if (core.size() > 1 || standsAlone(core.front())) {
        addPhrase(core, NameKind::Organization, score - 0.05);
    }
    // People say "Acme" for "Acme Tidal Holdings Ltd".
    if (core.front().size() > 2 && standsAlone(core.front())
        && !m_lexicon.isGivenName(core.front())) {
        addPhrase({core.front()}, NameKind::Organization, score - 0.12);
    }
}

void NameVariants::addPhrase(const QStringList &words, NameKind kind, double score)
{
    std::vector<NamePhrase> &phrases = m_byFirstWord[words.front()];
    for (NamePhrase &phrase : phrases) {
        if (phrase.words == words) {
            if (score > phrase.score) {
                phrase.score = score;
                phrase.kind = kind;
            }
            return;
        }
    }
    phrases.push_back({words, kind, score, words.size() == 1 || words.front().size() == 1});
}

bool NameVariants::standsAlone(const QString &word) const
{
    return word.size() > 1 && !m_lexicon.isCommonWord(word);
}

std::optional<std::pair<NamePhrase, std::size_t>>
NameVariants::match(const QByteArray &utf8, const std::vector<Word> &words, std::size_t at) const
{
    std::optional<std::pair<NamePhrase, std::size_t>> best;
    const auto phrases = m_byFirstWord.constFind(words[at].folded);
    if (phrases == m_byFirstWord.constEnd()) {
        return best;
    }
    for (const NamePhrase &phrase : *phrases) {
        const auto count = static_cast<std::size_t>(phrase.words.size());
        if (at + count > words.size() || (best && best->second >= count)) {
            continue;
        }
        bool fits = isWord(words[at], phrase.words[0])
                    && (!phrase.capitalOnly || words[at + count - 1].capital);
        for (std::size_t i = 1; fits && i < count; ++i) {
            fits = isWord(words[at + i], phrase.words[static_cast<qsizetype>(i)])
                   && joinOf(utf8, words[at + i - 1], words[at + i]) != Join::Apart;
        }
        if (fits) {
            best = {phrase, count};
        }
    }
    return best;
}

}   // namespace expunge::detect
