// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifest/statement.h"
#include "core/review/reviewsession.h"
#include "core/scrub/scrubber.h"

namespace expunge::queue {

/// What a scrub of one file of a session is to do, and the texts that must be gone after it.
scrub::Expectation expectationOf(const review::ReviewSession &session, int file);

/// Adds what one scrubbed file of a session is to the facts of a manifest.
void addFileFacts(manifest::StatementFacts &facts, const review::ReviewSession &session, int file,
                  const scrub::Scrubbed &scrubbed);

}   // namespace expunge::queue
