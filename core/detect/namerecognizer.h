// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/namelexicon.h"
#include "core/detect/nameseeds.h"
#include "core/detect/recognizer.h"

namespace expunge::detect {

/// Finds people and firms by context, and then every other place where the same name stands.
class NameRecognizer : public Recognizer
{
public:
    explicit NameRecognizer(NameLexicon lexicon);

    std::vector<Candidate> find(std::span<const UnitView> units,
                                const base::JobContext &job) const override;

private:
    NameLexicon m_lexicon;
    NameSeeds m_seeds;
};

}   // namespace expunge::detect
