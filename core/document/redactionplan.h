// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/document/textunit.h"

#include <map>
#include <vector>

namespace expunge::document {

/// Text that goes, and what stands in its place.
struct SpanRedaction
{
    QString id;   // of the candidate it comes from
    Span span;
    QString replacement;   // may be empty

    friend bool operator==(const SpanRedaction &, const SpanRedaction &) = default;
};

/// Everything that a scrub is to do; made by the review, read by Document::apply.
struct RedactionPlan
{
    std::vector<SpanRedaction> spans;   // sorted by span, without overlap
    std::vector<PageRegion> regions;    // formats with pages only
    std::map<QString, HiddenAction>
        hidden;   // by hidden item id; an item that is not named is removed
};

/// Where one redaction went.
struct AppliedSpan
{
    QString id;
    QString part;          // of the output
    QString label;         // of the output, "paragraph 12"
    int occurrences = 1;   // with the copies that went along
};

/// Hidden items that went, by kind.
struct RemovedHidden
{
    HiddenKind kind = HiddenKind::UnknownParts;
    int count = 0;
};

/// A unit of the original that reads otherwise afterwards than its replacements alone would make
/// it: a number that became 0, a sheet name made valid, a formula's result that is computed anew.
struct AdjustedUnit
{
    int unit = 0;
    bool gone = false;   // the output has no such unit
    QString text;        // else what it reads now
};

/// How much of each kind goes: all but what the plan keeps and may be kept.
std::map<HiddenKind, int> removedCounts(const std::vector<HiddenItem> &items,
                                        const RedactionPlan &plan);

/// One adjustment a unit, in order of units: what was said last of each.
std::vector<AdjustedUnit> lastWords(const std::vector<AdjustedUnit> &adjusted);

/// What a scrub did.
struct Applied
{
    std::vector<AppliedSpan> spans;
    std::vector<RemovedHidden> hidden;
    std::vector<AdjustedUnit> adjusted;
    std::vector<QString> warnings;   // English sentences without text from the file
};

}   // namespace expunge::document
