// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace expunge::document {

/// The kinds of thing that a file holds and its pages do not show.
enum class HiddenKind {
    Properties,         // docProps: title, author, company, times
    CustomProperties,   // custom document properties, sensitivity labels in them
    SensitivityLabel,   // docMetadata/LabelInfo
    Thumbnail,
    Comments,
    People,           // the list of authors that comments and changes refer to
    TrackedChanges,   // insertions, deletions, moves, formatting changes
    HiddenText,       // text that is formatted not to show
    InvisibleText,    // white, tiny or covered text
    FieldCodes,       // instructions behind fields
    AltText,          // descriptions and names of pictures, shapes and tables
    Bookmarks,
    ContentControlData,   // titles, tags and list entries of content controls
    FormFieldData,        // help texts, default values, lists of old form fields
    CustomXml,            // data stores, bound content
    DocumentVariables,
    MailMerge,
    AttachedTemplate,
    LinkedFiles,     // pictures and objects that are linked, with their paths
    EmbeddedFiles,   // packages, OLE objects, alternative format chunks
    ChartData,       // the workbook behind a chart, which holds more than the chart shows
    Macros,
    ActiveContent,   // ActiveX, web extensions, task panes
    Signatures,
    PrinterSettings,
    Glossary,   // building blocks
    WebSettings,
    SmartTags,
    Permissions,       // who may edit a range
    PictureMetadata,   // EXIF, XMP, IPTC, comments inside pictures
    PictureFormats,    // pictures of a kind that cannot be cleaned (EMF, WMF, SVG)
    EmbeddedFonts,
    StyleNames,           // custom names of styles, lists and themes
    RevisionIds,          // rsid marks that tie paragraphs to editing sessions
    MarkupComments,       // comments and processing instructions in the XML
    UnreachableParts,     // parts that nothing refers to
    UnknownParts,         // parts of a type that this program does not know
    UnknownMarkup,        // elements or attributes that this program does not know
    ArchiveTraces,        // times, comments, extra fields and stray bytes of the container
    HiddenSheets,         // a sheet of a workbook that is hidden, with all it holds
    HiddenRows,           // rows of a sheet that are hidden or filtered out
    HiddenColumns,        // columns of a sheet that are hidden
    HiddenNames,          // defined names that no list of names shows
    PivotCache,           // pivot tables, which keep a copy of their source; their cells stay
    ExternalLinks,        // paths and cached values of other workbooks
    Connections,          // sources and queries of imported data
    Scenarios,            // values and comments of what-if scenarios
    UnusedStrings,        // texts of a workbook that no cell shows any more
    PhoneticText,         // readings of East Asian words, which sorting uses
    CustomViews,          // named views of a workbook, with the names of their owners
    WorkbookTraces,       // folders, user names, code names and identifiers
    HiddenSlides,         // slides that the show skips, with all they hold
    HiddenShapes,         // shapes that are set not to show, have no size or are covered
    OffSlideShapes,       // shapes that stand wholly outside their slide
    SpeakerNotes,         // notes below slides, and the masters of notes and handouts
    Media,                // sounds and films
    PresentationTraces,   // tags, sections, shows, edit history, paths and identifiers
    OldVersions,          // whole former states of the document, kept inside it
    ViewSettings,         // what a program remembers of windows, printers and sources
    DatabaseRanges,       // sources, filters and conditions of ranges of a sheet
    CroppedAreas,         // what pictures hold outside of what is shown of them
    HiddenLayers,         // what stands on layers of a page that are switched off
    OffPageContent,       // what stands outside of the visible part of a page
    LayerNames,           // names of layers, which only a list of layers shows
    PageLabels,           // words before page numbers, which only a viewer shows
    PrivateData,          // what programs keep for themselves in a file
};

/// Stable English name, as in the command line's KIND=remove: "tracked-changes".
QString hiddenKindName(HiddenKind kind);
std::optional<HiddenKind> hiddenKindFromName(const QString &name);
const std::vector<HiddenKind> &allHiddenKinds();

/// What is done with a hidden item. Undo is for tracked changes: the text goes back to what it was
/// before them.
enum class HiddenAction { Remove, Keep, Undo };

/// What happens to a hidden item unless a person says otherwise; Review: must be decided (hidden
/// sheets, rows, columns).
enum class HiddenDefault { Remove, Keep, Review };

/// One thing in the file that a person looking at the pages would not see.
struct HiddenItem
{
    QString id;   // "h1"; stable for the same bytes
    HiddenKind kind = HiddenKind::UnknownParts;
    int count = 1;     // how many of its kind it stands for (4 comments)
    QString part;      // where it is, "word/comments.xml"
    QString preview;   // a short piece of what it holds; text from the file: shown, never logged
    HiddenDefault byDefault = HiddenDefault::Remove;
    bool canKeep =
        true;   // false: it goes whatever is said (archive traces, unreachable parts, macros)

    // of a file that stands in this one and can be scrubbed with it, so that it may be kept:
    QString format = {};   // "xlsx"; empty for everything else
    int texts = 0;         // how many text units of this document it stands for
    int inside = 0;   // hidden items of its own that go when it is kept; a scrubbed file has none

    friend bool operator==(const HiddenItem &, const HiddenItem &) = default;
};

/// English words for a hidden item: "4 comments in word/comments.xml".
QString hiddenLabel(const HiddenItem &item);

}   // namespace expunge::document
