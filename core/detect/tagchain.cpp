// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/tagchain.h"

#include <algorithm>
#include <cmath>

namespace expunge::detect {

namespace {

void scaleToOne(TagScores &scores)
{
    float sum = 0;
    for (const float score : scores) {
        sum += score;
    }
    for (float &score : scores) {
        score /= sum;
    }
}

/// Powers of the transitions, 0 where one may not follow.
TagTransitions factors(const TagTransitions &transitions)
{
    TagTransitions result{};
    for (std::size_t from = 0; from <= kTags; ++from) {
        for (std::size_t to = 0; to < kTags; ++to) {
            result[from][to] = mayFollow(from, to) ? std::exp(transitions[from][to]) : 0.0F;
        }
    }
    return result;
}

}   // namespace

TagMarginals tagMarginals(const std::vector<TagScores> &tokens, const TagTransitions &transitions,
                          bool withPairs)
{
    TagMarginals result;
    const std::size_t count = tokens.size();
    if (count == 0) {
        return result;
    }
    const TagTransitions factor = factors(transitions);
    std::vector<TagScores> powers(count);
    std::vector<TagScores> forward(count);
    std::vector<TagScores> backward(count);
    for (std::size_t i = 0; i < count; ++i) {
        const float most = *std::max_element(tokens[i].begin(), tokens[i].end());
        for (std::size_t tag = 0; tag < kTags; ++tag) {
            powers[i][tag] = std::exp(std::max(tokens[i][tag] - most, -60.0F));
            float sum = i == 0 ? factor[kTags][tag] : 0;
            for (std::size_t from = 0; i > 0 && from < kTags; ++from) {
                sum += forward[i - 1][from] * factor[from][tag];
            }
            forward[i][tag] = sum * powers[i][tag];
        }
        scaleToOne(forward[i]);
    }
    backward[count - 1].fill(1.0F);
    for (std::size_t i = count - 1; i-- > 0;) {
        for (std::size_t tag = 0; tag < kTags; ++tag) {
            float sum = 0;
            for (std::size_t to = 0; to < kTags; ++to) {
                sum += factor[tag][to] * powers[i + 1][to] * backward[i + 1][to];
            }
            backward[i][tag] = sum;
        }
        scaleToOne(backward[i]);
    }
    result.tags.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t tag = 0; tag < kTags; ++tag) {
            result.tags[i][tag] = forward[i][tag] * backward[i][tag];
        }
        scaleToOne(result.tags[i]);
    }
    for (std::size_t i = 1; withPairs && i < count; ++i) {
        std::array<TagScores, kTags> pair{};
        float sum = 0;
        for (std::size_t from = 0; from < kTags; ++from) {
            for (std::size_t to = 0; to < kTags; ++to) {
                pair[from][to] =
                    forward[i - 1][from] * factor[from][to] * powers[i][to] * backward[i][to];
                sum += pair[from][to];
            }
        }
        for (TagScores &row : pair) {
            for (float &value : row) {
                value /= sum;
            }
        }
        result.pairs.push_back(pair);
    }
    return result;
}

std::vector<std::size_t> bestTags(const std::vector<TagScores> &tokens,
                                  const TagTransitions &transitions, float bias)
{
    constexpr float never = -1e30F;
    std::vector<TagScores> best(tokens.size());
    std::vector<std::array<std::size_t, kTags>> before(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (std::size_t tag = 0; tag < kTags; ++tag) {
            float most = i == 0 && mayFollow(kTags, tag) ? transitions[kTags][tag] : never;
            for (std::size_t from = 0; i > 0 && from < kTags; ++from) {
                const float score = best[i - 1][from] + transitions[from][tag];
                if (mayFollow(from, tag) && score > most) {
                    most = score;
                    before[i][tag] = from;
                }
            }
            best[i][tag] = most + tokens[i][tag] - (tag == 0 ? bias : 0.0F);
        }
    }
    std::vector<std::size_t> tags(tokens.size());
    for (std::size_t i = tokens.size(); i-- > 0;) {
        tags[i] = i + 1 == tokens.size() ? static_cast<std::size_t>(
                      std::max_element(best[i].begin(), best[i].end()) - best[i].begin())
                                         : before[i + 1][tags[i + 1]];
    }
    return tags;
}

}   // namespace expunge::detect
