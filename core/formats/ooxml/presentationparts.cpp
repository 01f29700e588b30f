// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/presentationparts.h"

#include <QHash>

#include <algorithm>
#include <deque>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

using Roles = QHash<QString, DeckRole>;

/// Role by the kind of a relationship and the role of what it comes from (ECMA-376 part 1,
/// clauses 13.3, 14.2).
DeckRole roleOf(const QString &kind, DeckRole from)
{
    static const Roles ofPresentation{{u"slide"_s, DeckRole::Slide},
                                      {u"slideMaster"_s, DeckRole::Master},
                                      {u"notesMaster"_s, DeckRole::NotesMaster},
                                      {u"handoutMaster"_s, DeckRole::HandoutMaster},
                                      {u"tableStyles"_s, DeckRole::TableStyles},
                                      {u"theme"_s, DeckRole::Theme}};
    static const Roles ofShapes{{u"image"_s, DeckRole::Picture},
                                {u"chart"_s, DeckRole::Chart},
                                {u"diagramData"_s, DeckRole::DiagramData},
                                {u"diagramLayout"_s, DeckRole::DiagramLayout},
                                {u"diagramQuickStyle"_s, DeckRole::DiagramStyle},
                                {u"diagramColors"_s, DeckRole::DiagramColours},
                                {u"diagramDrawing"_s, DeckRole::DiagramDrawing},
                                {u"themeOverride"_s, DeckRole::ThemeOverride}};
    static const Roles ofChart{{u"image"_s, DeckRole::Picture},
                               {u"themeOverride"_s, DeckRole::ThemeOverride},
                               {u"chartUserShapes"_s, DeckRole::ChartShapes}};
    static const Roles ofPictureHolder{{u"image"_s, DeckRole::Picture}};
    const auto shapesOr = [&kind](const Roles &more) {
        return more.value(kind, ofShapes.value(kind, DeckRole::Removed));
    };
    switch (from) {
    case DeckRole::Presentation:
        return ofPresentation.value(kind, DeckRole::Removed);
    case DeckRole::Slide:
        return shapesOr({{u"slideLayout"_s, DeckRole::Layout}, {u"notesSlide"_s, DeckRole::Notes}});
    case DeckRole::Notes:
        return shapesOr({{u"notesMaster"_s, DeckRole::NotesMaster}});
    case DeckRole::Layout:
        return shapesOr({{u"slideMaster"_s, DeckRole::Master}});
    case DeckRole::Master:
        return shapesOr({{u"slideLayout"_s, DeckRole::Layout}, {u"theme"_s, DeckRole::Theme}});
    case DeckRole::NotesMaster:
    case DeckRole::HandoutMaster:
        return shapesOr({{u"theme"_s, DeckRole::Theme}});
    case DeckRole::Chart:
        return ofChart.value(kind, DeckRole::Removed);
    case DeckRole::Theme:
    case DeckRole::ThemeOverride:
    case DeckRole::TableStyles:
    case DeckRole::ChartShapes:
    case DeckRole::DiagramData:
    case DeckRole::DiagramDrawing:
        return ofPictureHolder.value(kind, DeckRole::Removed);
    case DeckRole::DiagramLayout:
    case DeckRole::DiagramStyle:
    case DeckRole::DiagramColours:
    case DeckRole::Picture:
    case DeckRole::Properties:
    case DeckRole::Removed:
        break;
    }
    return DeckRole::Removed;
}

/// What a removed part is called, by the relationship that leads to it.
HiddenKind removedKind(const QString &kind, DeckRole from)
{
    static const QHash<QString, HiddenKind> kinds{
        {u"custom-properties"_s, HiddenKind::CustomProperties},
        {u"customProperties"_s, HiddenKind::CustomProperties},
        {u"thumbnail"_s, HiddenKind::Thumbnail},
        {u"classificationlabels"_s, HiddenKind::SensitivityLabel},
        {u"customXml"_s, HiddenKind::CustomXml},
        {u"customXmlProps"_s, HiddenKind::CustomXml},
        {u"comments"_s, HiddenKind::Comments},
        {u"tasks"_s, HiddenKind::Comments},
        {u"commentAuthors"_s, HiddenKind::People},
        {u"authors"_s, HiddenKind::People},
        {u"tags"_s, HiddenKind::PresentationTraces},
        {u"presProps"_s, HiddenKind::PresentationTraces},
        {u"changesInfo"_s, HiddenKind::PresentationTraces},
        {u"revisionInfo"_s, HiddenKind::PresentationTraces},
        {u"slideUpdateInfo"_s, HiddenKind::PresentationTraces},
        {u"slideUpdateUrl"_s, HiddenKind::PresentationTraces},
        {u"legacyDocTextInfo"_s, HiddenKind::PresentationTraces},
        {u"legacyDiagramText"_s, HiddenKind::PresentationTraces},
        {u"viewProps"_s, HiddenKind::ViewSettings},
        {u"audio"_s, HiddenKind::Media},
        {u"video"_s, HiddenKind::Media},
        {u"media"_s, HiddenKind::Media},
        {u"oleObject"_s, HiddenKind::EmbeddedFiles},
        {u"package"_s, HiddenKind::EmbeddedFiles},
        {u"vmlDrawing"_s, HiddenKind::EmbeddedFiles},
        {u"control"_s, HiddenKind::ActiveContent},
        {u"activeXControlBinary"_s, HiddenKind::ActiveContent},
        {u"webextension"_s, HiddenKind::ActiveContent},
        {u"webextensiontaskpanes"_s, HiddenKind::ActiveContent},
        {u"vbaProject"_s, HiddenKind::Macros},
        {u"vbaProjectSignature"_s, HiddenKind::Macros},
        {u"attachedToolbars"_s, HiddenKind::Macros},
        {u"extensibility"_s, HiddenKind::Macros},
        {u"origin"_s, HiddenKind::Signatures},
        {u"signature"_s, HiddenKind::Signatures},
        {u"printerSettings"_s, HiddenKind::PrinterSettings},
        {u"font"_s, HiddenKind::EmbeddedFonts},
        {u"slide"_s, HiddenKind::UnreachableParts},
        {u"notesSlide"_s, HiddenKind::UnreachableParts},
    };
    if (from == DeckRole::Chart && kind == u"package"_s) {
        return HiddenKind::ChartData;
    }
    return kinds.value(kind, HiddenKind::UnknownParts);
}

/// How a role is written.
struct RoleWords
{
    const char *name;   // with a place for the number
    const char *contentType;
    const char *relationship;
};

/// ECMA-376 part 1, clauses 13.3, 14.2 and 20.
RoleWords wordsOf(DeckRole role)
{
#define EXPUNGE_PML "application/vnd.openxmlformats-officedocument.presentationml."
#define EXPUNGE_DML "application/vnd.openxmlformats-officedocument.drawingml."
    switch (role) {
    case DeckRole::Presentation:
        return {"ppt/presentation.xml", "", "officeDocument"};
    case DeckRole::Slide:
        return {"ppt/slides/slide#.xml", EXPUNGE_PML "slide+xml", "slide"};
    case DeckRole::Notes:
        return {"ppt/notesSlides/notesSlide#.xml", EXPUNGE_PML "notesSlide+xml", "notesSlide"};
    case DeckRole::Layout:
        return {"ppt/slideLayouts/slideLayout#.xml", EXPUNGE_PML "slideLayout+xml", "slideLayout"};
    case DeckRole::Master:
        return {"ppt/slideMasters/slideMaster#.xml", EXPUNGE_PML "slideMaster+xml", "slideMaster"};
    case DeckRole::NotesMaster:
        return {"ppt/notesMasters/notesMaster#.xml", EXPUNGE_PML "notesMaster+xml", "notesMaster"};
    case DeckRole::HandoutMaster:
        return {"ppt/handoutMasters/handoutMaster#.xml", EXPUNGE_PML "handoutMaster+xml",
                "handoutMaster"};
    case DeckRole::TableStyles:
        return {"ppt/tableStyles.xml", EXPUNGE_PML "tableStyles+xml", "tableStyles"};
    case DeckRole::ThemeOverride:
        return {"ppt/theme/themeOverride#.xml",
                "application/vnd.openxmlformats-officedocument.themeOverride+xml", "themeOverride"};
    case DeckRole::Theme:
        return {"ppt/theme/theme#.xml", "application/vnd.openxmlformats-officedocument.theme+xml",
                "theme"};
    case DeckRole::Chart:
        return {"ppt/charts/chart#.xml", EXPUNGE_DML "chart+xml", "chart"};
    case DeckRole::ChartShapes:
        return {"ppt/drawings/drawing#.xml", EXPUNGE_DML "chartshapes+xml", "chartUserShapes"};
    case DeckRole::DiagramData:
        return {"ppt/diagrams/data#.xml", EXPUNGE_DML "diagramData+xml", "diagramData"};
    case DeckRole::DiagramLayout:
        return {"ppt/diagrams/layout#.xml", EXPUNGE_DML "diagramLayout+xml", "diagramLayout"};
    case DeckRole::DiagramStyle:
        return {"ppt/diagrams/quickStyle#.xml", EXPUNGE_DML "diagramStyle+xml",
                "diagramQuickStyle"};
    case DeckRole::DiagramColours:
        return {"ppt/diagrams/colors#.xml", EXPUNGE_DML "diagramColors+xml", "diagramColors"};
    case DeckRole::DiagramDrawing:
        return {"ppt/diagrams/drawing#.xml",
                "application/vnd.ms-office.drawingml.diagramDrawing+xml", "diagramDrawing"};
    case DeckRole::Picture:
        return {"", "", "image"};
    case DeckRole::Properties:
    case DeckRole::Removed:
        break;
    }
#undef EXPUNGE_PML
#undef EXPUNGE_DML
    return {"", "", ""};
}

}   // namespace

DeckParts::DeckParts(const Package &package, const std::vector<QString> &shown)
{
    visit(package, shown);
}

/// True if the part is new, or known now for what it is.
bool DeckParts::add(const Part *part, DeckRole role, HiddenKind kind)
{
    const auto known = m_index.find(part);
    if (known == m_index.end()) {
        m_index.emplace(part, m_parts.size());
        m_parts.push_back({part, role, kind});
        return true;
    }
    DeckPart &there = m_parts[known->second];
    const bool promoted = there.role == DeckRole::Removed && role != DeckRole::Removed;
    if (promoted) {
        there.role = role;
    }
    return promoted;
}

void DeckParts::visit(const Package &package, const std::vector<QString> &shown)
{
    std::deque<const Part *> open;
    for (const Relationship &relationship : package.rootRelationships()) {
        const QString kind = relationshipKind(relationship.type);
        const Part *part = relationship.external ? nullptr : package.find(relationship.target);
        if (part == nullptr) {
            continue;
        }
        const bool properties = kind == u"core-properties"_s || kind == u"extended-properties"_s
                                || kind == u"extendedProperties"_s;
        const DeckRole role = part == package.mainPart() ? DeckRole::Presentation
                              : properties               ? DeckRole::Properties
                                                         : DeckRole::Removed;
        if (add(part, role, removedKind(kind, DeckRole::Removed))) {
            open.push_back(part);
        }
    }
    // Breadth first, and each part once however it is reached: circles end.
    while (!open.empty()) {
        const Part *from = open.front();
        open.pop_front();
        const DeckPart holder = m_parts[m_index[from]];
        for (const Relationship &relationship : from->relationships) {
            const Part *part = relationship.external ? nullptr : package.find(relationship.target);
            if (part == nullptr) {
                continue;
            }
            const QString kind = relationshipKind(relationship.type);
            HiddenKind removed = removedKind(kind, holder.role);
            if (removed == HiddenKind::UnknownParts && holder.role == DeckRole::Removed) {
                removed = holder.kind;   // what hangs on a removed part goes with it
            }
            DeckRole role = roleOf(kind, holder.role);
            if (role == DeckRole::Slide
                && std::find(shown.begin(), shown.end(), relationship.id) == shown.end()) {
                role = DeckRole::Removed;
            }
            if (add(part, role, removed)) {
                open.push_back(part);
            }
        }
    }
    for (const Part &part : package.parts()) {
        if (!m_index.contains(&part)) {
            add(&part, DeckRole::Removed, HiddenKind::UnreachableParts);
        }
    }
}

const DeckPart *DeckParts::find(const Part *part) const
{
    const auto found = m_index.find(part);
    return found == m_index.end() ? nullptr : &m_parts[found->second];
}

const DeckPart *DeckParts::target(const Package &package, const Part &from, DeckRole role) const
{
    for (const Relationship &relationship : from.relationships) {
        const DeckPart *part =
            relationship.external ? nullptr : find(package.find(relationship.target));
        if (part != nullptr && part->role == role) {
            return part;
        }
    }
    return nullptr;
}

bool isDeckTree(DeckRole role)
{
    return role < DeckRole::Theme || role == DeckRole::ChartShapes;
}

bool isDeckSide(DeckRole role)
{
    return role >= DeckRole::Theme && role < DeckRole::Picture && role != DeckRole::ChartShapes;
}

QString deckPartName(DeckRole role, int number)
{
    return QString::fromLatin1(wordsOf(role).name).replace(u'#', QString::number(number));
}

QString deckContentType(DeckRole role, const QString &main)
{
    return role == DeckRole::Presentation ? main : QString::fromLatin1(wordsOf(role).contentType);
}

QString deckRelationshipKind(DeckRole role)
{
    return QString::fromLatin1(wordsOf(role).relationship);
}

DeckType outputDeckType(const QString &contentType)
{
    const QString type = contentType.toLower();
    const QString own = u"application/vnd.openxmlformats-officedocument.presentationml."_s;
    const QString macros = u"application/vnd.ms-powerpoint."_s;
    const auto is = [&](const char *plain, const char *withMacros) {
        return type == own + QLatin1StringView(plain) + u".main+xml"_s
               || type == macros + QLatin1StringView(withMacros) + u".macroenabled.main+xml"_s;
    };
    const auto output = [&own](const QString &word, const QString &suffix) {
        return DeckType{own + word + u".main+xml"_s, own + word, suffix};
    };
    if (is("presentation", "presentation")) {
        return output(u"presentation"_s, u"pptx"_s);
    }
    if (is("slideshow", "slideshow")) {
        return output(u"slideshow"_s, u"ppsx"_s);
    }
    if (is("template", "template")) {
        return output(u"template"_s, u"potx"_s);
    }
    return {};
}

}   // namespace expunge::formats::ooxml
