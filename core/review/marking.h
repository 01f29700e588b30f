// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decisiontable.h"

namespace expunge::review {

/// The span that is marked when a person selects `selected`: without space at its ends, and in the
/// unit that a copy repeats. Nothing if no text is left, or the span is not in the document.
std::optional<document::Span> markableSpan(const document::Document &document,
                                           document::Span selected);

/// The step that a mark makes: the new candidate first, then pending ones for the same text
/// elsewhere, and what stands inside the mark decided with it.
Step markStep(const std::vector<ReviewFile> &files, const DecisionTable &table, int file,
              const document::Span &span, const QString &type);

}   // namespace expunge::review
