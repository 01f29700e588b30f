// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/story.h"

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// A stretch of a unit's text that goes, and what stands there instead.
struct SpanEdit
{
    int begin = 0;
    int end = 0;
    QString replacement;
};

/// Sorts edits of one text and joins those that overlap: a copy can have spans of its own that its
/// original has too.
void settleSpans(std::vector<SpanEdit> &edits);

/// A text with edits (sorted, without overlap) carried out.
QString editedText(QString text, const std::vector<SpanEdit> &edits);

/// An edit of a Restored unit as edits of the units that its pieces belong to, by position.
std::vector<std::pair<int, SpanEdit>> spreadEdit(const Story &story, int restored,
                                                 const SpanEdit &edit);

/// Carries out edits (by position in Story::units; sorted, without overlap) on the nodes behind a
/// story. The replacement goes into the first run that is touched, whose formatting it takes; the
/// others are only cut, and nothing between them is removed. Deleted or hidden text in the middle
/// of a span goes with it. Empty elements are noted in `removals`.
void applyEdits(const Story &story, const std::map<int, std::vector<SpanEdit>> &edits,
                DomEdits &removals);

}   // namespace expunge::formats::ooxml
