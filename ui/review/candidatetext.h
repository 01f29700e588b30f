// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"
#include "ui/panes/panemark.h"

#include <QString>

namespace expunge::ui {

MarkState markStateOf(review::Decision decision);

/// "pending", "redact" or "keep" for people.
QString decisionText(review::Decision decision);

/// Text of a file in one line, isolated so that it cannot turn the direction of what stands around
/// it.
QString oneLine(const QString &text, int most = 80);

/// What a tooltip and a screen reader say of a candidate: what it is, why, what was decided, what
/// would stand there.
QString candidateDescription(const review::ReviewSession &session, review::CandidateRef ref);

/// The place of a candidate in words.
QString candidatePlace(const review::ReviewSession &session, review::CandidateRef ref);

/// The name of a file under review, without its folder.
QString fileTitle(const review::ReviewFile &file);

}   // namespace expunge::ui
