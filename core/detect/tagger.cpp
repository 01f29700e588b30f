// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/tagger.h"

#include "core/detect/taggerfeatures.h"

#include <algorithm>
#include <span>

namespace expunge::detect {

namespace {

constexpr float kBias = 1.0F;   // lets less likely names be seen; their score says how likely

struct TokenRange
{
    std::size_t nameClass = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<TokenRange> rangesOf(std::span<const std::size_t> tags)
{
    std::vector<TokenRange> ranges;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (tags[i] % 2 == 1) {
            ranges.push_back({(tags[i] - 1) / 2, i, i + 1});
        } else if (tags[i] != 0 && !ranges.empty()) {
            ranges.back().end = i + 1;
        }
    }
    return ranges;
}

}   // namespace

std::vector<TaggedName> taggedNames(const TaggerModel &model, const TaggerUnit &unit,
                                    const WordStatistics &words)
{
    const TaggerFeatures features(unit, words);
    std::vector<TagScores> scores(unit.tokens.size());
    std::vector<std::uint64_t> wanted;   // of one token: all are fetched before the first is used
    for (std::size_t i = 0; i < scores.size(); ++i) {
        wanted.clear();
        features.forEach(i, [&](std::uint64_t feature) {
            model.fetch(feature);
            wanted.push_back(feature);
        });
        for (const std::uint64_t feature : wanted) {
            model.addTo(feature, scores[i]);
        }
    }
    const std::vector<std::size_t> tags = bestTags(scores, model.transitions(), kBias);
    std::vector<TaggedName> names;
    const std::vector<TokenRange> ranges = rangesOf(tags);
    if (ranges.empty()) {
        return names;
    }
    const TagMarginals marginals = tagMarginals(scores, model.transitions(), false);
    for (const TokenRange &range : ranges) {
        double score = 1;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            const TagScores &tag = marginals.tags[i];
            score = std::min(score, static_cast<double>(tag.at(range.nameClass * 2 + 1)
                                                        + tag.at(range.nameClass * 2 + 2)));
        }
        names.push_back({range.nameClass, unit.tokens[range.begin].begin,
                         unit.tokens[range.end - 1].end, score});
    }
    return names;
}

}   // namespace expunge::detect
