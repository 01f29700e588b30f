// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/tagger.h"
#include "core/detect/training/labelledtext.h"

#include <cstdint>
#include <unordered_map>

namespace expunge::detect::training {

/// Learns the weights of the tagger from labelled documents: stochastic gradients with AdaGrad
/// (Duchi et al., 2011).
class CrfTrainer
{
public:
    explicit CrfTrainer(TokenLexicon &lexicon)
        : m_lexicon(lexicon)
    {
    }

    void add(const LabelledDocument &document);

    /// Goes through all documents `rounds` times.
    void learn(int rounds);

    const TagTransitions &transitions() const { return m_transitions; }
    std::unordered_map<std::uint64_t, TagScores> weights() const;

private:
    struct Sentence
    {
        std::vector<std::vector<std::uint32_t>> features;   // by token: numbers of weights
        std::vector<std::size_t> tags;
    };

    void dropRareFeatures();
    void step(const Sentence &sentence);

    TokenLexicon &m_lexicon;
    std::vector<Sentence> m_sentences;
    std::unordered_map<std::uint64_t, std::uint32_t> m_numbers;
    std::vector<std::uint32_t> m_counts;
    std::vector<TagScores> m_weights;
    std::vector<TagScores> m_squares;
    TagTransitions m_transitions{};
    TagTransitions m_transitionSquares{};
};

/// The tag of each token as the labels say; titles before a person's name are no part of it.
std::vector<std::size_t> tagsOf(const TaggerUnit &unit, const std::vector<Label> &labels);

}   // namespace expunge::detect::training
