// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/detect/candidate.h"
#include "core/detect/normalizedtext.h"

#include <span>
#include <vector>

namespace expunge::detect {

/// A text unit as recognizers read it: normalised for matching, with the way back.
struct UnitView
{
    const document::TextUnit *unit = nullptr;
    NormalizedText text;
};

/// Finds candidates of one kind. Stateless between calls; one instance serves all threads.
class Recognizer
{
public:
    Recognizer() = default;
    Recognizer(const Recognizer &) = delete;
    Recognizer &operator=(const Recognizer &) = delete;
    virtual ~Recognizer();

    /// Candidates in all units of one document; ids, tiers and entities are filled in by the
    /// analyzer.
    virtual std::vector<Candidate> find(std::span<const UnitView> units,
                                        const base::JobContext &job) const = 0;
};

}   // namespace expunge::detect
