// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewplan.h"

namespace expunge::review {

std::vector<document::SpanRedaction> mergeOverlaps(std::vector<document::SpanRedaction> spans)
{
    std::stable_sort(spans.begin(), spans.end(),
                     [](const document::SpanRedaction &left, const document::SpanRedaction &right) {
                         return left.span < right.span;
                     });
    std::vector<document::SpanRedaction> merged;
    for (document::SpanRedaction &span : spans) {
        if (!merged.empty() && merged.back().span.unit == span.span.unit
            && span.span.begin < merged.back().span.end) {
            merged.back().span.end = std::max(merged.back().span.end, span.span.end);
        } else {
            merged.push_back(std::move(span));
        }
    }
    return merged;
}

}   // namespace expunge::review
