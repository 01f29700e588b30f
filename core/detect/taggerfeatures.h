// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/taggertokens.h"

namespace expunge::detect {

/// The features of the tokens of one unit, as 64-bit hashes; the trainer and the tagger must use
/// the same.
class TaggerFeatures
{
public:
    TaggerFeatures(const TaggerUnit &unit, const WordStatistics &words)
        : m_unit(unit)
    {
        m_words.reserve(unit.tokens.size());
        for (const TaggerToken &token : unit.tokens) {
            m_words.push_back(words.of(token));
        }
    }

    /// Calls `feature(hash)` for each feature of token `at`.
    template<typename Feature>
    void forEach(std::size_t at, Feature &&feature) const
    {
        const TaggerToken &token = m_unit.tokens[at];
        const TaggerToken &before = neighbour(at, -1);
        const TaggerToken &before2 = neighbour(at, -2);
        const TaggerToken &after = neighbour(at, 1);
        const TaggerToken &after2 = neighbour(at, 2);
        feature(mixed(1, 0));
        feature(mixed(2, token.word));
        feature(mixed(3, token.lower));
        feature(mixed(4, before.lower));
        feature(mixed(5, before2.lower));
        feature(mixed(6, after.lower));
        feature(mixed(7, after2.lower));
        feature(mixed(8, before.lower, token.lower));
        feature(mixed(9, token.lower, after.lower));
        feature(mixed(10, before2.lower, before.lower));
        feature(mixed(11, after.lower, after2.lower));
        feature(mixed(12, token.shape));
        feature(mixed(13, before.shape));
        feature(mixed(14, after.shape));
        feature(mixed(15, mixed(before.shape, token.shape), after.shape));
        feature(mixed(16, token.fullShape));
        feature(mixed(17, before2.shape, before.shape));
        feature(mixed(18, after.shape, after2.shape));
        for (std::size_t i = 0; i < token.prefixes.size(); ++i) {
            if (token.prefixes.at(i) != 0) {
                feature(mixed(20 + i, token.prefixes.at(i)));
            }
        }
        for (std::size_t i = 0; i < token.suffixes.size(); ++i) {
            if (token.suffixes.at(i) != 0) {
                feature(mixed(30 + i, token.suffixes.at(i), token.capital ? 1 : 0));
            }
        }
        feature(mixed(40, before.suffixes[2]));
        feature(mixed(41, after.suffixes[2]));
        const std::uint64_t kind = token.shape + (m_unit.noSmallLetters ? 1U : 0U);
        feature(mixed(42, kind, before.lower));
        feature(mixed(43, kind, after.lower));
        feature(mixed(44, kind, (token.first ? 1U : 0U) | (m_words[at] << 1U)));
        const std::uint64_t lexicons = std::uint64_t{token.lexicon}
                                       | (std::uint64_t{before.lexicon} << 2U)
                                       | (std::uint64_t{after.lexicon} << 4U);
        feature(mixed(45, kind, lexicons));
        const std::size_t length = m_unit.tokens.size();
        feature(mixed(46, kind, length <= 3 ? length : length <= 8 ? 4U : 5U));
    }

private:
    static std::uint64_t mixed(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0)
    {
        // The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
        std::uint64_t z = a * 0x9E3779B97F4A7C15ULL + b + (c << 21U) + c * 0xD6E8FEB86659FD93ULL;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }

    const TaggerToken &neighbour(std::size_t at, int distance) const
    {
        const auto place = static_cast<std::ptrdiff_t>(at) + distance;
        return place < 0 || place >= static_cast<std::ptrdiff_t>(m_unit.tokens.size())
                   ? m_outside
                   : m_unit.tokens[static_cast<std::size_t>(place)];
    }

    const TaggerUnit &m_unit;
    std::vector<unsigned> m_words;
    TaggerToken m_outside;
};

}   // namespace expunge::detect
