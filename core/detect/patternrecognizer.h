// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/patternscanner.h"
#include "core/detect/recognizer.h"
#include "core/detect/rule.h"

namespace expunge::detect {

/// Finds what the rules describe: a pattern, then its validator, then the words around it.
class PatternRecognizer : public Recognizer
{
public:
    explicit PatternRecognizer(std::vector<Rule> rules);

    std::vector<Candidate> find(std::span<const UnitView> units,
                                const base::JobContext &job) const override;

    const std::vector<Rule> &rules() const { return m_rules; }

private:
    std::vector<Rule> m_rules;
    std::unique_ptr<PatternScanner> m_scanner;
};

}   // namespace expunge::detect
