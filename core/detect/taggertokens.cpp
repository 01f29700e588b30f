// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/taggertokens.h"

#include "core/detect/namelexicon.h"

#include <algorithm>

namespace expunge::detect {

namespace {

/// The classes of ISO 8859-1.
bool isSmall(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= 0xDF && byte != 0xF7);
}

bool isLetter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return isNarrowCapital(c) || isSmall(c) || byte == 0xAA || byte == 0xBA || byte == 0xB5;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || static_cast<unsigned char>(c) == 0xA0;
}

char lowered(char c)
{
    return isNarrowCapital(c) ? static_cast<char>(static_cast<unsigned char>(c) + 0x20) : c;
}

char shapeOf(char c)
{
    return isNarrowCapital(c) ? 'X' : isDigit(c) ? 'd' : isLetter(c) ? 'x' : c;
}

// FNV-1a, 64 bits.
constexpr std::uint64_t kBasis = 0xCBF29CE484222325ULL;

std::uint64_t extended(std::uint64_t hash, char c)
{
    return (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
}

/// Where the token that begins at `at` ends.
std::size_t tokenEnd(std::string_view text, std::size_t at)
{
    std::size_t end = at + 1;
    if (isDigit(text[at])) {
        while (
            end < text.size()
            && (isDigit(text[end])
                || ((text[end] == '.' || text[end] == ',' || text[end] == ':' || text[end] == '/')
                    && end + 1 < text.size() && isDigit(text[end + 1])))) {
            ++end;
        }
        return end;
    }
    if (!isLetter(text[at])) {
        return end;
    }
    if (isNarrowCapital(text[at]) && end < text.size() && text[end] == '.') {   // "J." and "U.S."
        ++end;
        while (end + 1 < text.size() && isNarrowCapital(text[end]) && text[end + 1] == '.') {
            end += 2;
        }
        return end;
    }
    while (end < text.size()
           && (isLetter(text[end])
               || (text[end] == '\'' && end - at <= 2 && isNarrowCapital(text[at])
                   && end + 2 < text.size() && isLetter(text[end + 1])
                   && isLetter(text[end + 2])))) {   // "O'Brien", not "Ada's"
        ++end;
    }
    return end;
}

bool isTitle(std::string_view lower)
{
    constexpr std::array<std::string_view, 22> titles{
        "mr",  "mrs",  "ms",   "mx",    "miss", "dr",  "prof", "sir", "dame", "lord", "lady",
        "rev", "capt", "herr", "herrn", "frau", "mme", "mlle", "don", "dona", "sra",  "judge"};
    return std::find(titles.begin(), titles.end(), lower) != titles.end();
}

TaggerToken tokenOf(std::string_view text, std::size_t begin, std::size_t end,
                    TokenLexicon &lexicon)
{
    const std::string_view word = text.substr(begin, end - begin);
    TaggerToken token{.begin = begin, .end = end};
    token.word = kBasis;
    token.lower = kBasis;
    token.shape = kBasis;
    token.fullShape = kBasis;
    char last = 0;
    std::string lower;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char small = lowered(word[i]);
        const char shape = shapeOf(word[i]);
        lower += small;
        token.word = extended(token.word, word[i]);
        token.lower = extended(token.lower, small);
        token.fullShape = extended(token.fullShape, shape);
        if (shape != last) {
            token.shape = extended(token.shape, shape);
            last = shape;
        }
        if (i >= 1 && i <= 3) {
            token.prefixes.at(i - 1) = token.lower;
        }
    }
    std::uint64_t suffix = kBasis;
    for (std::size_t i = 0; i < 4 && i < word.size(); ++i) {
        suffix = extended(suffix, lower[lower.size() - 1 - i]);
        token.suffixes.at(i) = suffix;
    }
    token.capital = isNarrowCapital(word[0]);
    token.small = isSmall(word[0]);
    token.title = isTitle(lower);
    if (token.capital || token.small) {
        token.lexicon = lexicon.of(token.lower, lower);
    }
    return token;
}

}   // namespace

std::uint8_t TokenLexicon::of(std::uint64_t hash, std::string_view lower)
{
    const auto [place, isNew] = m_known.try_emplace(hash, std::uint8_t(0));
    if (isNew) {
        const QString folded =
            foldedWord(QString::fromLatin1(lower.data(), static_cast<qsizetype>(lower.size())));
        place->second = static_cast<std::uint8_t>((m_lexicon.isGivenName(folded) ? 1U : 0U)
                                                  | (m_lexicon.isCommonWord(folded) ? 2U : 0U));
    }
    return place->second;
}

TaggerUnit taggerUnit(std::string_view narrow, TokenLexicon &lexicon)
{
    TaggerUnit unit;
    unit.noSmallLetters = std::none_of(narrow.begin(), narrow.end(), isSmall);
    bool first = true;
    for (std::size_t at = 0; at < narrow.size();) {
        if (isSpace(narrow[at])) {
            first = first || narrow[at] == '\n';
            ++at;
            continue;
        }
        const std::size_t end = tokenEnd(narrow, at);
        TaggerToken token = tokenOf(narrow, at, end, lexicon);
        token.first = first;
        const char sign = narrow[at];
        first = sign == '.' || sign == '!' || sign == '?' || sign == ':'
                || (first && (sign == '"' || sign == '(' || sign == '-'));
        unit.tokens.push_back(token);
        at = end;
    }
    return unit;
}

void WordStatistics::add(const TaggerUnit &unit)
{
    for (std::size_t i = 0; i < unit.tokens.size(); ++i) {
        const TaggerToken &token = unit.tokens[i];
        if (!token.capital && !token.small) {
            continue;
        }
        Counts &counts = m_counts[token.lower];
        ++counts.all;
        counts.small += token.small ? 1 : 0;
        counts.capitalInside += token.capital && !token.first && !unit.noSmallLetters ? 1 : 0;
        const bool behindTitle = i > 0
                                 && (unit.tokens[i - 1].title
                                     || (i > 1 && unit.tokens[i - 1].word == extended(kBasis, '.')
                                         && unit.tokens[i - 2].title));
        counts.titled += token.capital && behindTitle ? 1 : 0;
    }
}

unsigned WordStatistics::of(const TaggerToken &token) const
{
    const auto found = m_counts.find(token.lower);
    if (found == m_counts.end()) {
        return 0;
    }
    const Counts &counts = found->second;
    return (counts.small > 0 ? 1U : 0U) | (counts.capitalInside > 0 && counts.small == 0 ? 2U : 0U)
           | (counts.titled > 0 ? 4U : 0U) | (counts.all > 1 ? 8U : 0U);
}

}   // namespace expunge::detect
