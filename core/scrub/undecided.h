// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scrub/leakcheck.h"

namespace expunge::scrub {

/// Places that stay where the text of a redacted value stands and nobody decided to leave it: no
/// decision, no keep list covers it.
std::vector<Leak> undecidedRepeats(const Expectation &work);

}   // namespace expunge::scrub
