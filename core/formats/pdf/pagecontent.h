// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentstream.h"
#include "core/formats/pdf/font.h"
#include "core/formats/pdf/geometry.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace expunge::pdf {

enum class UseKind {
    Page,
    Form,
    Pattern,   // a tiling pattern's cell
    Type3Glyph,
    SoftMask,     // the group of an ExtGState's SMask
    Appearance,   // of an annotation
};

/// One use of a content stream on a page: the same form painted twice is two uses.
struct StreamUse
{
    UseKind kind = UseKind::Page;
    int caller = -1;   // the use whose operation paints it; -1: the page, an appearance
    int callerOperation = -1;
    QByteArray name;              // of the resource in the caller, without slash
    QPDFObjectHandle object;      // the stream; the page dictionary for UseKind::Page
    QPDFObjectHandle resources;   // where its names are looked up (7.8.3); may be null
    std::shared_ptr<const ContentStream> content;
    Matrix toPage;         // from its space to the page's default user space at its begin
    int annotation = -1;   // Appearance: index in the page's /Annots
    bool shared = false;   // the object is used elsewhere on this page or by other pages
    Rect bounds;           // of its box, after clipping, on the page
};

enum class Unseen : quint8 {
    Visible,
    NoInk,         // render mode 3, without a picture behind it (5.1: see readable layers)
    SameColour,    // as what is behind it
    Covered,       // by something opaque that was painted later
    OffPage,       // outside the crop box, or clipped away
    HiddenLayer,   // optional content that is off
    Tiny,          // less than 1 point high, or squeezed to nothing
};

/// Text state and colours under which glyphs were shown; many glyphs share one.
struct ShowState
{
    std::shared_ptr<const Font> font;
    QByteArray fontName;   // of the resource, without slash
    double size = 0;       // Tf's operand
    double charSpacing = 0;
    double wordSpacing = 0;
    double horizontalScale = 1;   // Tz / 100
    double rise = 0;
    int renderMode = 0;
    QByteArray fill;   // the operations that set the colours, as bytes for the same resources
    QByteArray stroke;
    QByteArray lineWidth;   // and line width, for render modes that stroke
    quint32 fillRgb = 0;    // 0xRRGGBB as well as it can be told
    bool fillKnown = false;
};

/// One shown glyph.
struct Glyph
{
    int use = 0;         // index of the stream use
    int operation = 0;   // its operation there
    int token = 0;       // of the operation: which string of a TJ array; index in tokens
    int byte = 0;        // of the code in the string, after escapes
    quint8 bytes = 1;    // of the code
    quint32 code = 0;
    int state = 0;        // index in PageContent::states
    QString text;         // may be several characters (a ligature) or none (unknown)
    Matrix toPage;        // text rendering matrix without font size: origin and axes of the glyph,
                          // text space (1 = 1 unit of unscaled text space) to page
    double advance = 0;   // natural, in em; spacing not in it
    Quad quad;            // of its box, in the page's default user space
    int marked = -1;      // innermost marked content, index in PageContent::marked
    int paintOrder = 0;   // of everything painted on the page, counted from 0
    Unseen unseen = Unseen::Visible;
};

/// A picture on the page.
struct ImageUse
{
    int use = 0;
    int operation = 0;
    QPDFObjectHandle object;   // the image XObject; null for an inline image
    Matrix toPage;             // unit square to page (8.9.5)
    Rect bounds;               // after clipping, on the page
    int paintOrder = 0;
    bool mask = false;     // ImageMask
    bool shared = false;   // painted elsewhere too
    Unseen unseen = Unseen::Visible;
};

enum class PathPaint : quint8 { Fill, Stroke, FillStroke, ClipOnly, Nothing, Shading };

/// A path from its first construction operator to the one that paints it, or a shading fill.
struct PathUse
{
    int use = 0;
    int firstOperation = 0;
    int lastOperation = 0;
    PathPaint paint = PathPaint::Nothing;
    bool clips = false;         // W or W* is among them
    bool isRectangle = false;   // one rectangle along the page's axes, filled or stroked
    Rect bounds;                // with half the line width when stroked
    Rect visible;               // after clipping
    quint32 fillRgb = 0;
    bool fillKnown = false;
    bool opaque = false;   // alpha 1, normal blend mode, no soft mask, no pattern
    int paintOrder = 0;
    Unseen unseen = Unseen::Visible;
};

/// A marked-content sequence or point.
struct MarkedContent
{
    int use = 0;
    int operation = 0;
    int parent = -1;
    QByteArray tag;
    int mcid = -1;
    bool hasText = false;   // ActualText, Alt, E inline or by name
    bool hidden = false;    // optional content that is off
};

/// Why a page cannot be interpreted in full.
enum class PageProblem {
    UnknownOperator,
    DamagedContent,
    UnknownFont,       // text in a font whose codes cannot be told apart
    MissingResource,   // of something that paints
    TooDeep,           // forms in forms beyond the limit, or a form in itself
    TooMuch,           // more operations than the limit
    NotFinite,         // coordinates that are no numbers
};

/// Everything that a page paints, with where in the file it comes from.
struct PageContent
{
    int page = 0;   // index, from 0
    Rect mediaBox;
    Rect cropBox;
    int rotation = 0;              // 0, 90, 180, 270, clockwise
    std::vector<StreamUse> uses;   // 0 is the page's own content
    std::vector<ShowState> states;
    std::vector<Glyph> glyphs;   // in the order of painting
    std::vector<ImageUse> images;
    std::vector<PathUse> paths;
    std::vector<MarkedContent> marked;
    std::vector<PageProblem> problems;   // each once

    bool isUnderstood() const { return problems.empty(); }
};

}   // namespace expunge::pdf
