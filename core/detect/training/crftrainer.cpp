// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/training/crftrainer.h"

#include "core/detect/taggerfeatures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace expunge::detect::training {

namespace {

constexpr float kRate = 0.1F;
constexpr float kDecay = 1e-5F;
constexpr std::uint32_t kDropped = ~0U;
constexpr std::size_t kLongest = 400;   // tokens; what is longer is a table or a list, and slow

void move(float &weight, float &squares, float gradient)
{
    gradient -= kDecay * weight;
    squares += gradient * gradient;
    weight += kRate * gradient / std::sqrt(squares + 1e-6F);
}

}   // namespace

std::vector<std::size_t> tagsOf(const TaggerUnit &unit, const std::vector<Label> &labels)
{
    std::vector<std::size_t> tags(unit.tokens.size(), 0);
    for (const Label &label : labels) {
        bool first = true;
        for (std::size_t i = 0; i < tags.size(); ++i) {
            const TaggerToken &token = unit.tokens[i];
            const bool inside = token.begin < label.end && token.end > label.begin;
            const bool isTitle = label.nameClass == 0 && first
                                 && (token.title
                                     || (i > 0 && unit.tokens[i - 1].title
                                         && token.end - token.begin == 1 && !token.capital));
            if (inside && tags[i] == 0 && !isTitle) {
                tags[i] = label.nameClass * 2 + (first ? 1 : 2);
                first = false;
            }
        }
    }
    return tags;
}

void CrfTrainer::add(const LabelledDocument &document)
{
    WordStatistics words;
    std::vector<TaggerUnit> units;
    for (const LabelledUnit &labelled : document) {
        units.push_back(taggerUnit(labelled.narrow, m_lexicon));
        words.add(units.back());
    }
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].tokens.empty() || units[i].tokens.size() > kLongest) {
            continue;
        }
        Sentence sentence;
        sentence.tags = tagsOf(units[i], document[i].labels);
        const TaggerFeatures features(units[i], words);
        for (std::size_t at = 0; at < units[i].tokens.size(); ++at) {
            std::vector<std::uint32_t> &numbers = sentence.features.emplace_back();
            features.forEach(at, [&](std::uint64_t feature) {
                const auto [place, isNew] =
                    m_numbers.try_emplace(feature, static_cast<std::uint32_t>(m_counts.size()));
                if (isNew) {
                    m_counts.push_back(0);
                }
                ++m_counts[place->second];
                numbers.push_back(place->second);
            });
        }
        m_sentences.push_back(std::move(sentence));
    }
}

void CrfTrainer::dropRareFeatures()
{
    for (Sentence &sentence : m_sentences) {
        for (std::vector<std::uint32_t> &numbers : sentence.features) {
            std::erase_if(numbers, [this](std::uint32_t number) { return m_counts[number] < 2; });
        }
    }
    std::erase_if(m_numbers, [this](const auto &entry) { return m_counts[entry.second] < 2; });
}

void CrfTrainer::learn(int rounds)
{
    dropRareFeatures();
    m_weights.assign(m_counts.size(), {});
    m_squares.assign(m_counts.size(), {});
    std::vector<std::size_t> order(m_sentences.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::mt19937 random(
        7);   // NOLINT(bugprone-random-generator-seed): the same data give the same weights
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[random() % i]);
        }
        for (const std::size_t number : order) {
            step(m_sentences[number]);
        }
    }
}

void CrfTrainer::step(const Sentence &sentence)
{
    const std::size_t count = sentence.tags.size();
    std::vector<TagScores> scores(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (const std::uint32_t number : sentence.features[i]) {
            for (std::size_t tag = 0; tag < kTags; ++tag) {
                scores[i][tag] += m_weights[number][tag];
            }
        }
    }
    const TagMarginals marginals = tagMarginals(scores, m_transitions, true);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t tag = 0; tag < kTags; ++tag) {
            const float gradient = (sentence.tags[i] == tag ? 1.0F : 0.0F) - marginals.tags[i][tag];
            if (std::abs(gradient) < 1e-4F) {
                continue;
            }
            for (const std::uint32_t number : sentence.features[i]) {
                move(m_weights[number][tag], m_squares[number][tag], gradient);
            }
        }
    }
    TagTransitions gradients{};
    for (std::size_t tag = 0; tag < kTags; ++tag) {
        gradients[kTags][tag] -= marginals.tags[0][tag];
    }
    gradients[kTags][sentence.tags[0]] += 1;
    for (std::size_t i = 1; i < count; ++i) {
        for (std::size_t from = 0; from < kTags; ++from) {
            for (std::size_t to = 0; to < kTags; ++to) {
                gradients[from][to] -= marginals.pairs[i - 1][from][to];
            }
        }
        gradients[sentence.tags[i - 1]][sentence.tags[i]] += 1;
    }
    for (std::size_t from = 0; from <= kTags; ++from) {
        for (std::size_t to = 0; to < kTags; ++to) {
            if (mayFollow(from, to)) {
                move(m_transitions[from][to], m_transitionSquares[from][to], gradients[from][to]);
            }
        }
    }
}

std::unordered_map<std::uint64_t, TagScores> CrfTrainer::weights() const
{
    std::unordered_map<std::uint64_t, TagScores> result;
    for (const auto &[feature, number] : m_numbers) {
        result.emplace(feature, m_weights[number]);
    }
    return result;
}

}   // namespace expunge::detect::training
