// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/pdf/pagecontent.h"
#include "core/formats/pdf/pagetext.h"

#include <qpdf/QPDF.hh>

#include <optional>
#include <set>
#include <vector>

namespace expunge::pdf {

/// Glyphs that go together, and what stands in their place.
struct GlyphRedaction
{
    std::vector<int> glyphs;   // in reading order
    QString replacement;       // empty: an empty box
    bool bar = false;          // the replacement is a bar of fixed length
};

/// What goes from a page.
struct PageRemoval
{
    std::vector<GlyphRedaction> redactions;
    std::vector<int> dropped;         // glyphs of hidden text: they go without a box
    std::vector<int> droppedImages;   // pictures of hidden content, index in PageContent::images
    std::vector<int> droppedPaths;
    std::vector<Rect> regions;   // everything inside goes; page's default user space

    bool isEmpty() const
    {
        return redactions.empty() && dropped.empty() && droppedImages.empty()
               && droppedPaths.empty() && regions.empty();
    }
};

/// What became of a page.
struct RewrittenPage
{
    std::vector<Rect> touched;     // where the look may differ from before; default user space
    std::set<QPDFObjGen> fonts;    // objects of fonts that lost a glyph
    std::set<int> marked;          // marked-content ids that lost something
    std::vector<Rect> removedAt;   // where redacted glyphs and regions stood, for links and
                                   // annotations over them
    std::vector<Rect> nowAt;       // and where the boxes stand now, one for each of the same index
    std::vector<Rect> movedFrom;   // words that stayed on lines that were laid out anew
    std::vector<Rect> movedTo;
    int sharedForms = 0;   // forms and pictures that other places still show as they were
    bool changed = false;
};

/// Takes `removal` out of a page of `file`, which is a working copy: the page's /Contents and
/// /Resources are replaced by new objects; forms, patterns, masks, glyph procedures and images are
/// copied before they are changed, once a use. Touched lines are sealed: nothing that is left tells
/// how wide what went was. Internal when the content does not fit the removal.
base::Result<RewrittenPage> rewritePage(QPDF &file, const PageContent &content,
                                        const PageText &text, const PageRemoval &removal);

/// Where what `rect` covered stands now, when it covered something of a line that was laid out
/// anew: for links, highlights and the like over it. Its sides then tell nothing about what went.
std::optional<Rect> movedRect(const RewrittenPage &page, const Rect &rect);

}   // namespace expunge::pdf
