// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace expunge::detect {

/// What a token can be: 0 nothing, then for each class that a name begins (odd) or goes on (even).
constexpr std::size_t kTags = 7;

using TagScores = std::array<float, kTags>;

/// Scores for one tag behind another; the last row is for the first token.
using TagTransitions = std::array<TagScores, kTags + 1>;

/// Whether tag `next` may stand behind `tag` (kTags: at the beginning): a name goes on only where
/// one of its class began.
constexpr bool mayFollow(std::size_t tag, std::size_t next)
{
    return next == 0 || next % 2 == 1 || (tag < kTags && (tag == next || tag + 1 == next));
}

/// The probabilities of tags in a linear-chain conditional random field (Lafferty, McCallum and
/// Pereira, 2001).
struct TagMarginals
{
    std::vector<TagScores> tags;                       // by token
    std::vector<std::array<TagScores, kTags>> pairs;   // by token but the first: tag before, tag
};

TagMarginals tagMarginals(const std::vector<TagScores> &tokens, const TagTransitions &transitions,
                          bool withPairs);

/// The likeliest tags, with `bias` taken off the score of "nothing".
std::vector<std::size_t> bestTags(const std::vector<TagScores> &tokens,
                                  const TagTransitions &transitions, float bias);

}   // namespace expunge::detect
