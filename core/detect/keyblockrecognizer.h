// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/recognizer.h"

namespace expunge::detect {

/// Finds the lines of a private key when each of them is a paragraph of its own; rules see one unit
/// at a time.
class KeyBlockRecognizer : public Recognizer
{
public:
    std::vector<Candidate> find(std::span<const UnitView> units,
                                const base::JobContext &job) const override;
};

}   // namespace expunge::detect
