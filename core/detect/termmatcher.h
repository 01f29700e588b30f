// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/ahocorasick.h"
#include "core/detect/foldedtext.h"
#include "core/detect/termlist.h"
#include "core/detect/termsieve.h"

#include <utility>
#include <vector>

namespace expunge::detect {

/// Finds the occurrences of a term list in normalised texts, letter-spaced ones included.
class TermMatcher
{
public:
    explicit TermMatcher(const TermList &terms);

    /// Ranges in the text as found, in order; ranges that overlap are made one, so that no part of
    /// a term is lost.
    std::vector<std::pair<int, int>> find(const NormalizedText &text) const;

    /// False: nothing is found in the text as found, so there is no need to normalise it.
    bool mayStandIn(QStringView text) const { return m_sieve.mayStandIn(text); }

private:
    struct Entry
    {
        std::u16string cased;   // compared form in its own case; only when matchCase
        int length = 0;         // of the compared form, in UTF-16 units
        bool matchCase = false;
        bool insideWords = false;
    };

    bool accepts(const Entry &entry, const FoldedText &text, int begin, int end) const;

    TermSieve m_sieve;
    AhoCorasick m_literals;
    AhoCorasick m_unspaced;
    std::vector<Entry> m_entries;
    std::vector<Entry> m_unspacedEntries;
};

}   // namespace expunge::detect
