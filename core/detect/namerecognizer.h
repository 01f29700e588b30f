// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/namelexicon.h"
#include "core/detect/nameseeds.h"
#include "core/detect/namevariants.h"
#include "core/detect/recognizer.h"
#include "core/detect/taggermodel.h"

namespace expunge::detect {

enum class NameType { Person, Organization, Location };

/// Finds people, firms and places by context and with the trained tagger, and then every other
/// place where the same name stands.
class NameRecognizer : public Recognizer
{
public:
    /// Without a tagger, context alone says what a name is.
    explicit NameRecognizer(NameLexicon lexicon, std::optional<TaggerModel> tagger = std::nullopt);

    std::vector<Candidate> find(std::span<const UnitView> units,
                                const base::JobContext &job) const override;

private:
    void addSeeds(std::span<const UnitView> units, NameVariants &variants,
                  std::vector<Candidate> &candidates) const;
    void addRepeats(std::span<const UnitView> units, const std::vector<std::vector<Word>> &words,
                    const NameVariants &variants, std::vector<Candidate> &candidates) const;
    std::vector<Candidate> taggedNamesIn(std::span<const UnitView> units,
                                         NameVariants &variants) const;
    bool canBeName(const QByteArray &text, NameType type) const;
    void addGivenNames(const UnitView &view, const std::vector<Word> &words, NameVariants &variants,
                       std::vector<Candidate> &candidates) const;

    NameLexicon m_lexicon;
    NameSeeds m_seeds;
    std::optional<TaggerModel> m_tagger;
};

}   // namespace expunge::detect
