// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/textunit.h"

namespace expunge::ui {

/// How a span is shown; each differs from the others in shape as well as in colour.
enum class MarkState {
    Pending,    // dashed box
    Redact,     // hatched box
    Keep,       // underline
    Replaced,   // filled box: what stands in the scrubbed file
    Gone,       // struck out: goes with a hidden item, nothing to decide
};

/// A span that is highlighted in a pane.
struct PaneMark
{
    document::Span span;
    MarkState state = MarkState::Pending;
    int key = -1;   // index of the candidate in its file
};

}   // namespace expunge::ui
