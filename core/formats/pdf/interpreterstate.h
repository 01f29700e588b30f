// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/interpretercolour.h"
#include "core/formats/pdf/pagecontent.h"

namespace expunge::pdf {

/// A colour for filling or for stroking, and the operations that set it.
struct Ink
{
    QByteArray spaceBytes;                                  // "/Cs1 cs"
    QByteArray colourBytes;                                 // "0.2 0.4 scn"
    QPDFObjectHandle space = QPDFObjectHandle::newNull();   // the colour was set with its space
    QPDFObjectHandle pattern = QPDFObjectHandle::newNull();
    Colour colour;
    int operation = -1;   // that set the pattern
    QByteArray patternName;
    bool patternRead = false;

    QByteArray bytes() const
    {
        QByteArray both = spaceBytes;
        if (!both.isEmpty() && !colourBytes.isEmpty()) {
            both += '\n';
        }
        return both + colourBytes;
    }
};

/// The graphics state with its text state (ISO 32000-1, 8.4.1 and 9.3.1).
struct GraphicsState
{
    Matrix toPage;
    Rect clip;                  // bounds of the clipping path, on the page
    bool clipFillsBox = true;   // it is a rectangle
    Ink fill;
    Ink stroke;
    double lineWidth = 1;
    QByteArray lineWidthBytes;
    double fillAlpha = 1;
    double strokeAlpha = 1;
    bool plainBlend = true;
    bool masked = false;   // by a soft mask

    std::shared_ptr<const Font> font;
    QByteArray fontName;
    double size = 0;
    double charSpacing = 0;
    double wordSpacing = 0;
    double horizontalScale = 1;
    double leading = 0;
    double rise = 0;
    int renderMode = 0;

    bool paintsOpaquely() const { return fillAlpha >= 1 && plainBlend && !masked && clipFillsBox; }
};

/// A path under construction (8.5.2), as far as its bounds and its being a rectangle go.
struct PathInProgress
{
    int firstOperation = -1;
    bool any = false;
    Rect bounds;
    int rectangles = 0;
    bool straight = true;   // nothing but what makes one rectangle
    std::vector<Point> corners;
    bool clips = false;

    void add(const Point &point);
    bool isRectangle() const;
};

/// Colours that glyphs were shown in, beside what ShowState says of them.
struct GlyphInk
{
    Colour fill;
    Colour stroke;
    bool pattern = false;   // one of them is a pattern
};

/// Something that covers what was painted before and stands behind what comes later.
struct Cover
{
    Rect bounds;
    int paintOrder = 0;
    bool opaque = false;   // all of `bounds`
    bool image = false;
    Colour colour;
};

}   // namespace expunge::pdf
