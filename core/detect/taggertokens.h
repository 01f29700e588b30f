// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/narrowtext.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace expunge::detect {

class NameLexicon;

/// What the lexicon says of words, remembered by their hash: most words of a text repeat.
class TokenLexicon
{
public:
    explicit TokenLexicon(const NameLexicon &lexicon)
        : m_lexicon(lexicon)
    {
    }

    /// Bits: 1 a given name, 2 a common word.
    std::uint8_t of(std::uint64_t hash, std::string_view lower);

private:
    const NameLexicon &m_lexicon;
    std::unordered_map<std::uint64_t, std::uint8_t> m_known;
};

/// A word, number or sign as the tagger sees it; its properties are hashes, ready to be combined
/// into features.
struct TaggerToken
{
    std::size_t begin = 0;   // in the narrow text
    std::size_t end = 0;
    std::uint64_t word = 0;
    std::uint64_t lower = 0;
    std::uint64_t shape = 0;                   // "Xx", runs of one kind as one
    std::uint64_t fullShape = 0;               // "Xxxxx"
    std::array<std::uint64_t, 3> prefixes{};   // of 2, 3 and 4 letters; 0: shorter
    std::array<std::uint64_t, 4> suffixes{};   // of 1 to 4 letters
    bool capital = false;
    bool small = false;         // begins with a small letter
    bool first = false;         // of a sentence
    bool title = false;         // "Mr", "Dr"
    std::uint8_t lexicon = 0;   // as TokenLexicon says
};

/// The tokens of one text unit.
struct TaggerUnit
{
    std::vector<TaggerToken> tokens;
    bool noSmallLetters = false;
};

/// Splits narrow text into tokens.
TaggerUnit taggerUnit(std::string_view narrow, TokenLexicon &lexicon);

/// How the words of a document are written elsewhere in it.
class WordStatistics
{
public:
    void add(const TaggerUnit &unit);

    /// Bits: 1 also in small letters, 2 with a capital inside sentences only, 4 behind a title, 8
    /// more than once.
    unsigned of(const TaggerToken &token) const;

private:
    struct Counts
    {
        int all = 0;
        int small = 0;
        int capitalInside = 0;
        int titled = 0;
    };
    std::unordered_map<std::uint64_t, Counts> m_counts;
};

}   // namespace expunge::detect
