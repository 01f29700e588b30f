// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/redactionplan.h"

#include <vector>

namespace expunge::review {

/// Sorts redactions and merges those that overlap, so that no piece of one shows beside the other;
/// the first one's replacement stands for both. Redactions that only touch stay two.
std::vector<document::SpanRedaction> mergeOverlaps(std::vector<document::SpanRedaction> spans);

}   // namespace expunge::review
