// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/hiddentext.h"

#include <QCoreApplication>

namespace expunge::ui {

namespace {

/// Translation context of the words for hidden items.
class HiddenText
{
    Q_DECLARE_TR_FUNCTIONS(HiddenText)
};

/// The English forms of one kind, and what the kind is. Translations use the plural form with %n.
struct KindWords
{
    const char *one;
    const char *many;
    const char *meaning;
};

KindWords wordsOf(document::HiddenKind kind)
{
    using document::HiddenKind;
    switch (kind) {
    case HiddenKind::Properties:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n document property"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n document properties"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Title, author, company and times of the file, which the pages do not show.")};
    case HiddenKind::CustomProperties:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n custom property"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n custom properties"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Properties that somebody or a system added to the file.")};
    case HiddenKind::SensitivityLabel:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n sensitivity label"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n sensitivity labels"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "A label of a document classification system, with the firm’s ids in it.")};
    case HiddenKind::Thumbnail:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n thumbnail picture"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n thumbnail pictures"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "A small picture of the first page as it was before scrubbing.")};
    case HiddenKind::Comments:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n comment"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n comments"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Remarks in the margin, with their authors and times.")};
    case HiddenKind::People:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n person in the list of authors"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n people in the list of authors"),
                QT_TRANSLATE_NOOP("HiddenText", "The people whom comments and changes name.")};
    case HiddenKind::TrackedChanges:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n tracked change"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n tracked changes"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Insertions and deletions that can be undone. Apply makes them "
                                  "final, Undo goes back to the text before them.")};
    case HiddenKind::HiddenText:
        return {
            QT_TRANSLATE_NOOP("HiddenText", "%n hidden text"),
            QT_TRANSLATE_N_NOOP("HiddenText", "%n hidden texts"),
            QT_TRANSLATE_NOOP("HiddenText", "Text that is formatted so that it does not show.")};
    case HiddenKind::InvisibleText:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n invisible text"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n invisible texts"),
                QT_TRANSLATE_NOOP("HiddenText", "Text that is white, tiny or covered.")};
    case HiddenKind::FieldCodes:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n field code"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n field codes"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Instructions behind what fields show, with paths and "
                                  "addresses in them; the visible result stays.")};
    case HiddenKind::AltText:
        return {
            QT_TRANSLATE_NOOP("HiddenText", "%n alternative text"),
            QT_TRANSLATE_N_NOOP("HiddenText", "%n alternative texts"),
            QT_TRANSLATE_NOOP("HiddenText",
                              "Descriptions of pictures, shapes and tables for screen readers.")};
    case HiddenKind::Bookmarks:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n bookmark"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n bookmarks"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Names of places in the text; cross-references keep their visible text.")};
    case HiddenKind::ContentControlData:
        return {
            QT_TRANSLATE_NOOP("HiddenText", "%n content control name"),
            QT_TRANSLATE_N_NOOP("HiddenText", "%n content control names"),
            QT_TRANSLATE_NOOP(
                "HiddenText",
                "Titles, tags and list entries of content controls; the visible content stays.")};
    case HiddenKind::FormFieldData:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n form field text"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n form field texts"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Help texts, default values and lists of form fields.")};
    case HiddenKind::CustomXml:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n custom XML store"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n custom XML stores"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Data that templates and add-ins keep inside the file.")};
    case HiddenKind::DocumentVariables:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n document variable"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n document variables"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Values that macros and add-ins keep inside the file.")};
    case HiddenKind::MailMerge:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n mail merge source"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n mail merge sources"),
                QT_TRANSLATE_NOOP("HiddenText", "Where the addresses of a mail merge come from.")};
    case HiddenKind::AttachedTemplate:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n attached template"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n attached templates"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "The path of the template that the file was made from.")};
    case HiddenKind::LinkedFiles:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n linked file"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n linked files"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Pictures and objects outside the file, with their paths.")};
    case HiddenKind::EmbeddedFiles:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n embedded file"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n embedded files"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Whole files inside this one; their picture on the page stays.")};
    case HiddenKind::ChartData:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n workbook behind a chart"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n workbooks behind charts"),
                QT_TRANSLATE_NOOP("HiddenText", "The workbook of a chart, which holds more than "
                                                "the chart shows; the drawn chart stays.")};
    case HiddenKind::Macros:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n macro project"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n macro projects"),
                QT_TRANSLATE_NOOP("HiddenText", "Program code inside the file.")};
    case HiddenKind::ActiveContent:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n active control"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n active controls"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Controls and add-ins that run when the file is opened.")};
    case HiddenKind::Signatures:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n digital signature"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n digital signatures"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Signatures that name their signer, and that no longer fit a scrubbed file.")};
    case HiddenKind::PrinterSettings:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n printer setting"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n printer settings"),
                QT_TRANSLATE_NOOP("HiddenText", "Names of printers and servers.")};
    case HiddenKind::Glossary:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n building block store"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n building block stores"),
                QT_TRANSLATE_NOOP("HiddenText", "Text modules that are kept inside the file.")};
    case HiddenKind::WebSettings:
        return {
            QT_TRANSLATE_NOOP("HiddenText", "%n web setting"),
            QT_TRANSLATE_N_NOOP("HiddenText", "%n web settings"),
            QT_TRANSLATE_NOOP("HiddenText",
                              "Settings from a web page that was pasted in, with its address.")};
    case HiddenKind::SmartTags:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n smart tag"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n smart tags"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Marks on names and addresses that an old Word recognised.")};
    case HiddenKind::Permissions:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n editing permission"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n editing permissions"),
                QT_TRANSLATE_NOOP("HiddenText", "Who may edit a part of the text.")};
    case HiddenKind::PictureMetadata:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n metadata block in a picture"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n metadata blocks in pictures"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Camera, place and time inside pictures; the picture stays.")};
    case HiddenKind::PictureFormats:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n picture that cannot be cleaned"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n pictures that cannot be cleaned"),
                QT_TRANSLATE_NOOP("HiddenText", "Pictures of a kind that can hold text and cannot "
                                                "be cleaned, such as EMF and WMF.")};
    case HiddenKind::EmbeddedFonts:
        return {
            QT_TRANSLATE_NOOP("HiddenText", "%n embedded font"),
            QT_TRANSLATE_N_NOOP("HiddenText", "%n embedded fonts"),
            QT_TRANSLATE_NOOP("HiddenText",
                              "Fonts whose selection of letters tells which text was written.")};
    case HiddenKind::StyleNames:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n custom style name"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n custom style names"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Names that somebody gave to styles, lists and themes; the formatting stays.")};
    case HiddenKind::RevisionIds:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n revision mark"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n revision marks"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Marks that tie each paragraph to an editing session.")};
    case HiddenKind::MarkupComments:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n comment in the markup"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n comments in the markup"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Comments and processing instructions in the file’s XML.")};
    case HiddenKind::UnreachableParts:
        return {
            QT_TRANSLATE_NOOP("HiddenText", "%n part that nothing refers to"),
            QT_TRANSLATE_N_NOOP("HiddenText", "%n parts that nothing refers to"),
            QT_TRANSLATE_NOOP("HiddenText", "Left-over pieces of the file that no program shows.")};
    case HiddenKind::UnknownParts:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n part of unknown type"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n parts of unknown type"),
                QT_TRANSLATE_NOOP("HiddenText", "Pieces of the file that Expunge does not know and "
                                                "therefore does not let through.")};
    case HiddenKind::UnknownMarkup:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n unknown element or attribute"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n unknown elements or attributes"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Markup that Expunge does not know and therefore does not let through.")};
    case HiddenKind::ArchiveTraces:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n trace in the container"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n traces in the container"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Times, comments and stray bytes of the zip container.")};
    case HiddenKind::HiddenSheets:
        return {
            QT_TRANSLATE_NOOP("HiddenText", "%n hidden sheet"),
            QT_TRANSLATE_N_NOOP("HiddenText", "%n hidden sheets"),
            QT_TRANSLATE_NOOP("HiddenText",
                              "Sheets of the workbook that are hidden, with everything in them.")};
    case HiddenKind::HiddenRows:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n hidden row"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n hidden rows"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Rows that are hidden, filtered out or have no height.")};
    case HiddenKind::HiddenColumns:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n hidden column"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n hidden columns"),
                QT_TRANSLATE_NOOP("HiddenText", "Columns that are hidden or have no width.")};
    case HiddenKind::HiddenNames:
        return {
            QT_TRANSLATE_NOOP("HiddenText", "%n hidden name"),
            QT_TRANSLATE_N_NOOP("HiddenText", "%n hidden names"),
            QT_TRANSLATE_NOOP("HiddenText", "Names in the workbook that no list of names shows.")};
    case HiddenKind::PivotCache:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n pivot table with its cached data"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n pivot tables with their cached data"),
                QT_TRANSLATE_NOOP("HiddenText", "Pivot tables keep a copy of all their source "
                                                "data. Their cells stay as plain cells.")};
    case HiddenKind::ExternalLinks:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n link to another workbook"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n links to other workbooks"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Paths of other workbooks, and copies of values from "
                                  "them. Formulas that use them become values.")};
    case HiddenKind::Connections:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n data connection"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n data connections"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Where imported data comes from, often with user names and queries.")};
    case HiddenKind::Scenarios:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n scenario"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n scenarios"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Stored what-if values with their authors and comments.")};
    case HiddenKind::UnusedStrings:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n unused text"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n unused texts"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Texts that were deleted from their cells, but are still in the file.")};
    case HiddenKind::PhoneticText:
        return {
            QT_TRANSLATE_NOOP("HiddenText", "%n reading aid"),
            QT_TRANSLATE_N_NOOP("HiddenText", "%n reading aids"),
            QT_TRANSLATE_NOOP("HiddenText",
                              "How East Asian words are read; used for sorting, rarely shown.")};
    case HiddenKind::CustomViews:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n saved view"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n saved views"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Named views of the workbook, often with the names of people.")};
    case HiddenKind::WorkbookTraces:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n path, user name or identifier in the workbook"),
                QT_TRANSLATE_N_NOOP("HiddenText",
                                    "%n paths, user names and identifiers in the workbook"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Folders, user names, code names and identifiers that the program stored.")};
    case HiddenKind::HiddenSlides:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n hidden slide"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n hidden slides"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Slides that the show skips, with everything on them.")};
    case HiddenKind::HiddenShapes:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n hidden shape"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n hidden shapes"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Shapes that are set not to show, have no size or are covered by others.")};
    case HiddenKind::OffSlideShapes:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n shape outside its slide"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n shapes outside their slides"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Shapes that stand wholly outside the slide, where no show ever shows them.")};
    case HiddenKind::SpeakerNotes:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n page of speaker notes"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n pages of speaker notes"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "What the speaker wrote for the talk, below the slides.")};
    case HiddenKind::Media:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n sound or film"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n sounds and films"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Recordings, which are not searched and carry their own properties.")};
    case HiddenKind::PresentationTraces:
        return {QT_TRANSLATE_NOOP("HiddenText",
                                  "%n tag, section, path or identifier in the presentation"),
                QT_TRANSLATE_N_NOOP("HiddenText",
                                    "%n tags, sections, paths and identifiers in the presentation"),
                QT_TRANSLATE_NOOP(
                    "HiddenText",
                    "Tags, sections, custom shows, edit history, paths and identifiers.")};
    case HiddenKind::OldVersions:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n former version"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n former versions"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Whole former states of the document, kept inside the file.")};
    case HiddenKind::ViewSettings:
        return {
            QT_TRANSLATE_NOOP("HiddenText", "%n setting of the program"),
            QT_TRANSLATE_N_NOOP("HiddenText", "%n settings of the program"),
            QT_TRANSLATE_NOOP("HiddenText",
                              "What the program remembers of windows, printers and data sources.")};
    case HiddenKind::DatabaseRanges:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n data range with its source"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n data ranges with their sources"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "Sources, filters and conditions of ranges of a sheet.")};
    case HiddenKind::CroppedAreas:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n cropped part of a picture"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n cropped parts of pictures"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "What pictures still hold outside of what is shown of them.")};
    case HiddenKind::HiddenLayers:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n object on a hidden layer"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n objects on hidden layers"),
                QT_TRANSLATE_NOOP("HiddenText", "Text, drawings and pictures on layers of the "
                                                "page that are switched off.")};
    case HiddenKind::OffPageContent:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n object outside the visible page"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n objects outside the visible page"),
                QT_TRANSLATE_NOOP("HiddenText",
                                  "What stands outside of the part of the page that is shown.")};
    case HiddenKind::LayerNames:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n name of a layer"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n names of layers"),
                QT_TRANSLATE_NOOP("HiddenText", "Layers stay and are only numbered.")};
    case HiddenKind::PageLabels:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n page label"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n page labels"),
                QT_TRANSLATE_NOOP("HiddenText", "Words that viewers show before page numbers.")};
    case HiddenKind::PrivateData:
        return {QT_TRANSLATE_NOOP("HiddenText", "%n store of a program's own data"),
                QT_TRANSLATE_N_NOOP("HiddenText", "%n stores of programs' own data"),
                QT_TRANSLATE_NOOP("HiddenText", "What the programs that made the file keep in it "
                                                "for themselves.")};
    }
    return {"", "", ""};
}

}   // namespace

QString hiddenCountText(document::HiddenKind kind, int count)
{
    const KindWords words = wordsOf(kind);
    // Without a translation Qt has no plural rules, so English brings its own singular.
    const QString text = QCoreApplication::translate("HiddenText", words.many, nullptr, count);
    const QString untranslated =
        QString::fromUtf8(words.many).replace(QStringLiteral("%n"), QString::number(count));
    if (count == 1 && text == untranslated) {
        return HiddenText::tr(words.one).replace(QStringLiteral("%n"), QStringLiteral("1"));
    }
    return text;
}

QString hiddenExplanation(document::HiddenKind kind)
{
    return HiddenText::tr(wordsOf(kind).meaning);
}

}   // namespace expunge::ui
