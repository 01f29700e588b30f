// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::document {

/// How a piece of text is written.
struct CharacterStyle
{
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strikeOut = false;
    bool superscript = false;
    bool subscript = false;
    bool hidden = false;     // formatted not to show
    bool inserted = false;   // a tracked insertion
    bool deleted = false;    // a tracked deletion
    bool link = false;
    double size = 0;      // points; 0: the view's own
    quint32 colour = 0;   // 0xRRGGBB, when hasColour
    bool hasColour = false;

    friend bool operator==(const CharacterStyle &, const CharacterStyle &) = default;
};

/// A range of a text unit in one style.
struct FlowRun
{
    int unit = 0;    // index of the text unit
    int begin = 0;   // UTF-16 units
    int end = 0;
    CharacterStyle style;

    friend bool operator==(const FlowRun &, const FlowRun &) = default;
};

enum class FlowKind {
    Body,
    Header,
    Footer,
    Footnotes,
    Endnotes,
    Comments,
    Hidden,      // top-level stories, in this order of reading: header, body, footer, notes …
    Paragraph,   // has runs; headingLevel 1..9 for headings
    Table,
    Row,
    Cell,
    TextBox,
    Picture,   // pictureIndex; -1: a placeholder (chart, diagram, object), altText says which
    PageBreak,
};

enum class Alignment { Start, Centre, End, Justify };

/// One block of a document as a reader sees it; a tree of plain values.
struct FlowBlock
{
    FlowKind kind = FlowKind::Paragraph;
    std::vector<FlowRun>
        runs;   // Paragraph only, in reading order; may name several units (paragraph, deletion)
    std::vector<FlowBlock> children;   // everything but Paragraph, Picture, PageBreak; text boxes
                                       // and pictures anchored in a paragraph follow it
    int unit = -1;                     // Paragraph: the text unit that it shows; -1: none
    int headingLevel = 0;
    int listLevel = -1;   // 0..8 when the paragraph is an item of a list
    QString marker;       // "1.", "•", "a)": number or bullet of the item, or of a note
    Alignment alignment = Alignment::Start;
    double indent = 0;    // points
    int columnSpan = 1;   // Cell
    int pictureIndex = -1;
    QString placeholder;   // Picture without image: "chart", "diagram", "object", "equation"
    double width = 0;      // points; Picture, Cell (0: free)
    double height = 0;

    friend bool operator==(const FlowBlock &, const FlowBlock &) = default;
};

/// An encoded picture of the document (PNG, JPEG, GIF, BMP), decoded only by a view.
struct FlowPicture
{
    QByteArray bytes;

    friend bool operator==(const FlowPicture &, const FlowPicture &) = default;
};

/// A document as it is read on a page, for showing only; completeness is judged on text units and
/// hidden items.
struct Flow
{
    std::vector<FlowBlock> stories;
    std::vector<FlowPicture> pictures;
};

}   // namespace expunge::document
