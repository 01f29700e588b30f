// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/lineseal.h"
#include "core/formats/pdf/pathshape.h"

#include <optional>
#include <vector>

namespace expunge::pdf {

/// Rules, underlines, highlights and clips that belong to sealed lines, and letters drawn as paths
/// where text was redacted.
class LineArtwork
{
public:
    LineArtwork(const PageContent &content, const PageText &text,
                const std::vector<SealedLine> &lines);

    /// What a piece of a path becomes, on the page; it is left alone when nothing is returned, and
    /// goes when the result has no steps.
    std::optional<Subpath> fitted(const Subpath &subpath, const PathShape &shape) const;

    /// A clip around a piece of a sealed line: it is as wide as that was.
    bool isLineClip(const PathShape &shape, const Matrix &toPage) const;

private:
    struct Band
    {
        const SealedLine *line = nullptr;
        Matrix toLine;
        double start = 0;   // of the segment before, along the line
        double end = 0;
        std::vector<Rect> gone;   // pieces that were redacted, on the page
    };

    std::optional<Subpath> rule(const Band &band, const Subpath &subpath) const;
    bool isOutline(const Band &band, const Subpath &subpath) const;
    bool meetsGrid(const Rect &onPage, double size) const;

    const PageContent &m_content;
    std::vector<Band> m_bands;
};

}   // namespace expunge::pdf
