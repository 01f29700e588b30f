// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/lineseal.h"
#include "core/formats/pdf/pagerewriter.h"

#include <set>

namespace expunge::pdf {

/// A picture that a readable text layer lies on, and what of it goes with redacted text.
struct ScanRedaction
{
    int image = 0;
    int redaction = 0;
    Rect area;   // on the page
};

/// What a removal means for each glyph and line of a page.
struct RemovalFates
{
    GlyphFates fates;
    std::set<int> sealed;    // segments that are laid out anew
    std::set<int> inPlace;   // segments over a picture that shows the same words: what stays of
                             // them stays where it is, for the picture tells as much
    std::vector<ScanRedaction> scans;
    std::vector<QString> labels;   // for each redaction, then for each region
    std::vector<bool> bars;
};

/// Internal when the removal names what is not there, or a glyph that cannot go alone.
base::Result<RemovalFates> removalFates(const PageContent &content, const PageText &text,
                                        const PageRemoval &removal);

/// Whether a turned box has more than an edge in common with `area`.
bool overlaps(const Quad &quad, const Rect &area);

}   // namespace expunge::pdf
