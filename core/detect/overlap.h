// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/candidate.h"

#include <QHash>

#include <vector>

namespace expunge::detect {

/// Settles what overlaps so that no text loses its cover. `candidates` come in falling order of
/// precedence: of those that overlap, the one of the higher tier, then of the higher score, then
/// the longer one stays, and is widened to all that they cover. Terms keep their exact extent, and
/// what is left of a candidate beside them stays a candidate.
std::vector<Candidate> withoutOverlap(std::vector<Candidate> candidates,
                                      std::vector<Candidate> terms,
                                      const QHash<int, const document::TextUnit *> &unitOf);

}   // namespace expunge::detect
