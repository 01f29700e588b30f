// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <vector>

namespace expunge::document {

/// The kinds of place a text can stand in; `ui/text` has the translated word for each.
enum class PlaceKind {
    File,   // the whole of a text file
    Paragraph,
    Table,
    Row,
    Cell,
    Header,
    Footer,
    Footnote,
    Endnote,
    Comment,
    TextBox,
    Field,   // the code of a field, which the page does not show
    Link,    // where a hyperlink leads
    ToolTip,
    AltText,   // what a screen reader says about a picture or table
    Picture,
    Chart,
    Diagram,
    Equation,
    ContentControl,
    Property,   // a document property; its name is in PlaceStep::name
    Deletion,   // text that a tracked change takes out
    FileName,
    Other,   // PlaceStep::name says what
    Sheet,   // of a workbook; its name is in PlaceStep::name, and a Cell after it is "B7": column
             // in name, row in number
    Formula,
    DefinedName,
    Column,   // of a table in a workbook
    Rule,     // a data validation or conditional format
    Slide,    // of a presentation
    Notes,    // of the slide that stands before
    Master,   // of slides, notes or handouts; its kind is in PlaceStep::name
    Layout,
    Title,      // the title of a slide
    Shape,      // a shape that is not a text box, "shape 3"
    Section,    // of a presentation or a text
    MetaData,   // of an OpenDocument file; its name is in PlaceStep::name
    Page,       // of a file with pages of its own
    Block,      // lines that read as one text; with Page before it: stands on that page
    Bookmark,
    Annotation,   // a note, stamp or markup
    FormField,
    Layer,
    Attachment,
    Tag,   // text that the structure of a tagged file holds beside what it shows
};

/// One step of the way to a place: "table 2", "property 'Company'".
struct PlaceStep
{
    PlaceKind kind = PlaceKind::Other;
    int number = 0;   // counted from 1; 0: the only one, or not counted
    QString name;   // a name that the format itself gives, such as a property's; never the person's
                    // text, but for sheets

    friend bool operator==(const PlaceStep &, const PlaceStep &) = default;
};

/// Where a text stands, from the outside in: {table 2, row 3, cell 1}.
using Place = std::vector<PlaceStep>;

/// English words for a place, as the command line and the manifest use them: "table 2, row 3, cell
/// 1".
QString placeLabel(const Place &place);

/// A stretch of text that is read, searched and edited as one: a paragraph, a cell's paragraph, a
/// property. Offsets into `text` are UTF-16 units; the text is as found in the file, without any
/// normalisation.
struct TextUnit
{
    int index = 0;   // its place in Document::textUnits()
    QString
        part;   // the part of the package it comes from, "word/document.xml"; empty for plain files
    Place place;
    QString text;
    QString hiddenItem;   // id of the hidden item that it belongs to; empty: a reader of the pages
                          // sees it
    int copyOf = -1;   // index of the unit that it repeats (a fallback drawing); edits of that one
                       // are repeated here

    friend bool operator==(const TextUnit &, const TextUnit &) = default;
};

/// A range of one text unit, in UTF-16 units; `begin` included, `end` not.
struct Span
{
    int unit = 0;
    int begin = 0;
    int end = 0;

    int length() const { return end - begin; }
    friend auto operator<=>(const Span &, const Span &) = default;
};

/// Whether a span covers some text of one of these units, each at the place of its index.
bool isSpanOf(const std::vector<TextUnit> &units, const Span &span);

/// A rectangle on a page as it is shown, in points from the page's top left.
struct PageRegion
{
    int page = 0;   // counted from 1
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    friend bool operator==(const PageRegion &, const PageRegion &) = default;
};

}   // namespace expunge::document
