// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/hiddenitem.h"

#include <array>

namespace expunge::document {

namespace {

/// What a kind is called: in options and JSON, one of it, several of it.
struct KindWords
{
    HiddenKind kind;
    const char *name;
    const char *one;
    const char *many;
};

constexpr std::array kindWords{
    KindWords{HiddenKind::Properties, "properties", "document property", "document properties"},
    KindWords{HiddenKind::CustomProperties, "custom-properties", "custom property",
              "custom properties"},
    KindWords{HiddenKind::SensitivityLabel, "sensitivity-label", "sensitivity label",
              "sensitivity labels"},
    KindWords{HiddenKind::Thumbnail, "thumbnail", "thumbnail picture", "thumbnail pictures"},
    KindWords{HiddenKind::Comments, "comments", "comment", "comments"},
    KindWords{HiddenKind::People, "people", "person in the list of authors",
              "persons in the list of authors"},
    KindWords{HiddenKind::TrackedChanges, "tracked-changes", "tracked change", "tracked changes"},
    KindWords{HiddenKind::HiddenText, "hidden-text", "hidden text", "hidden texts"},
    KindWords{HiddenKind::InvisibleText, "invisible-text", "invisible text", "invisible texts"},
    KindWords{HiddenKind::FieldCodes, "field-codes", "field code", "field codes"},
    KindWords{HiddenKind::AltText, "alt-text", "alternative text", "alternative texts"},
    KindWords{HiddenKind::Bookmarks, "bookmarks", "bookmark", "bookmarks"},
    KindWords{HiddenKind::ContentControlData, "content-control-data", "content control name",
              "content control names"},
    KindWords{HiddenKind::FormFieldData, "form-field-data", "form field text", "form field texts"},
    KindWords{HiddenKind::CustomXml, "custom-xml", "custom XML store", "custom XML stores"},
    KindWords{HiddenKind::DocumentVariables, "document-variables", "document variable",
              "document variables"},
    KindWords{HiddenKind::MailMerge, "mail-merge", "mail merge source", "mail merge sources"},
    KindWords{HiddenKind::AttachedTemplate, "attached-template", "attached template",
              "attached templates"},
    KindWords{HiddenKind::LinkedFiles, "linked-files", "linked file", "linked files"},
    KindWords{HiddenKind::EmbeddedFiles, "embedded-files", "embedded file", "embedded files"},
    KindWords{HiddenKind::ChartData, "chart-data", "workbook behind a chart",
              "workbooks behind charts"},
    KindWords{HiddenKind::Macros, "macros", "macro project", "macro projects"},
    KindWords{HiddenKind::ActiveContent, "active-content", "active control", "active controls"},
    KindWords{HiddenKind::Signatures, "signatures", "digital signature", "digital signatures"},
    KindWords{HiddenKind::PrinterSettings, "printer-settings", "printer setting",
              "printer settings"},
    KindWords{HiddenKind::Glossary, "glossary", "building block store", "building block stores"},
    KindWords{HiddenKind::WebSettings, "web-settings", "web setting", "web settings"},
    KindWords{HiddenKind::SmartTags, "smart-tags", "smart tag", "smart tags"},
    KindWords{HiddenKind::Permissions, "permissions", "editing permission", "editing permissions"},
    KindWords{HiddenKind::PictureMetadata, "picture-metadata", "metadata block in pictures",
              "metadata blocks in pictures"},
    KindWords{HiddenKind::PictureFormats, "picture-formats", "picture that cannot be cleaned",
              "pictures that cannot be cleaned"},
    KindWords{HiddenKind::EmbeddedFonts, "embedded-fonts", "embedded font", "embedded fonts"},
    KindWords{HiddenKind::StyleNames, "style-names", "custom style name", "custom style names"},
    KindWords{HiddenKind::RevisionIds, "revision-ids", "revision mark", "revision marks"},
    KindWords{HiddenKind::MarkupComments, "markup-comments", "comment in the markup",
              "comments in the markup"},
    KindWords{HiddenKind::UnreachableParts, "unreachable-parts", "part that nothing refers to",
              "parts that nothing refers to"},
    KindWords{HiddenKind::UnknownParts, "unknown-parts", "part of unknown type",
              "parts of unknown type"},
    KindWords{HiddenKind::UnknownMarkup, "unknown-markup", "unknown element or attribute",
              "unknown elements or attributes"},
    KindWords{HiddenKind::ArchiveTraces, "archive-traces", "trace in the container",
              "traces in the container"},
    KindWords{HiddenKind::HiddenSheets, "hidden-sheets", "hidden sheet", "hidden sheets"},
    KindWords{HiddenKind::HiddenRows, "hidden-rows", "hidden row", "hidden rows"},
    KindWords{HiddenKind::HiddenColumns, "hidden-columns", "hidden column", "hidden columns"},
    KindWords{HiddenKind::HiddenNames, "hidden-names", "hidden name", "hidden names"},
    KindWords{HiddenKind::PivotCache, "pivot-caches", "pivot table with its cached data",
              "pivot tables with their cached data"},
    KindWords{HiddenKind::ExternalLinks, "external-links", "link to another workbook",
              "links to other workbooks"},
    KindWords{HiddenKind::Connections, "connections", "data connection", "data connections"},
    KindWords{HiddenKind::Scenarios, "scenarios", "scenario", "scenarios"},
    KindWords{HiddenKind::UnusedStrings, "unused-strings", "unused text", "unused texts"},
    KindWords{HiddenKind::PhoneticText, "phonetic-text", "reading aid", "reading aids"},
    KindWords{HiddenKind::CustomViews, "custom-views", "saved view", "saved views"},
    KindWords{HiddenKind::WorkbookTraces, "workbook-traces",
              "path, user name or identifier in the workbook",
              "paths, user names and identifiers in the workbook"},
    KindWords{HiddenKind::HiddenSlides, "hidden-slides", "hidden slide", "hidden slides"},
    KindWords{HiddenKind::HiddenShapes, "hidden-shapes", "hidden shape", "hidden shapes"},
    KindWords{HiddenKind::OffSlideShapes, "off-slide-shapes", "shape outside its slide",
              "shapes outside their slides"},
    KindWords{HiddenKind::SpeakerNotes, "speaker-notes", "page of speaker notes",
              "pages of speaker notes"},
    KindWords{HiddenKind::Media, "media", "sound or film", "sounds and films"},
    KindWords{HiddenKind::PresentationTraces, "presentation-traces",
              "tag, section, path or identifier in the presentation",
              "tags, sections, paths and identifiers in the presentation"},
    KindWords{HiddenKind::OldVersions, "old-versions", "former version", "former versions"},
    KindWords{HiddenKind::ViewSettings, "view-settings", "setting of the program",
              "settings of the program"},
    KindWords{HiddenKind::DatabaseRanges, "database-ranges", "data range with its source",
              "data ranges with their sources"},
    KindWords{HiddenKind::CroppedAreas, "cropped-areas", "cropped part of a picture",
              "cropped parts of pictures"},
    KindWords{HiddenKind::HiddenLayers, "hidden-layers", "object on a hidden layer",
              "objects on hidden layers"},
    KindWords{HiddenKind::OffPageContent, "off-page-content", "object outside the visible page",
              "objects outside the visible page"},
    KindWords{HiddenKind::LayerNames, "layer-names", "name of a layer", "names of layers"},
    KindWords{HiddenKind::PageLabels, "page-labels", "page label", "page labels"},
    KindWords{HiddenKind::PrivateData, "private-data", "store of a program's own data",
              "stores of programs' own data"},
};

const KindWords &wordsOf(HiddenKind kind)
{
    return kindWords.at(static_cast<size_t>(kind));
}

}   // namespace

QString hiddenKindName(HiddenKind kind)
{
    return QString::fromLatin1(wordsOf(kind).name);
}

std::optional<HiddenKind> hiddenKindFromName(const QString &name)
{
    for (const KindWords &words : kindWords) {
        if (name == QLatin1StringView(words.name)) {
            return words.kind;
        }
    }
    return std::nullopt;
}

const std::vector<HiddenKind> &allHiddenKinds()
{
    static const std::vector<HiddenKind> kinds = [] {
        std::vector<HiddenKind> all;
        for (const KindWords &words : kindWords) {
            all.push_back(words.kind);
        }
        return all;
    }();
    return kinds;
}

QString hiddenLabel(const HiddenItem &item)
{
    const KindWords &words = wordsOf(item.kind);
    QString label = QStringLiteral("%1 %2")
                        .arg(item.count)
                        .arg(QLatin1StringView(item.count == 1 ? words.one : words.many));
    if (!item.part.isEmpty()) {
        label += QStringLiteral(" in %1").arg(item.part);
    }
    if (!item.format.isEmpty()) {
        label += QStringLiteral(" (%1, %2 text(s))").arg(item.format).arg(item.texts);
    }
    return label;
}

}   // namespace expunge::document
