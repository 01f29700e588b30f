// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/workbookparts.h"

#include <QHash>

#include <deque>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

/// Role by the kind of a relationship and the role of what it comes from (ECMA-376 part 1,
/// clause 12.3 and 14.2).
BookRole roleOf(const QString &kind, BookRole from)
{
    using Roles = QHash<QString, BookRole>;
    static const Roles ofWorkbook{{u"worksheet"_s, BookRole::Worksheet},
                                  {u"chartsheet"_s, BookRole::Chartsheet},
                                  {u"sharedStrings"_s, BookRole::SharedStrings},
                                  {u"styles"_s, BookRole::Styles},
                                  {u"theme"_s, BookRole::Theme}};
    static const Roles ofSheet{{u"drawing"_s, BookRole::Drawing},
                               {u"table"_s, BookRole::Table},
                               {u"comments"_s, BookRole::Comments},
                               {u"image"_s, BookRole::Picture}};
    static const Roles ofDrawing{{u"image"_s, BookRole::Picture}, {u"chart"_s, BookRole::Chart}};
    static const Roles ofChart{{u"image"_s, BookRole::Picture},
                               {u"chartUserShapes"_s, BookRole::ChartShapes}};
    static const Roles ofPictureHolder{{u"image"_s, BookRole::Picture}};
    switch (from) {
    case BookRole::Workbook:
        return ofWorkbook.value(kind, BookRole::Removed);
    case BookRole::Worksheet:
    case BookRole::Chartsheet:
        return ofSheet.value(kind, BookRole::Removed);
    case BookRole::Drawing:
        return ofDrawing.value(kind, BookRole::Removed);
    case BookRole::Chart:
        return ofChart.value(kind, BookRole::Removed);
    case BookRole::ChartShapes:
    case BookRole::Theme:
        return ofPictureHolder.value(kind, BookRole::Removed);
    case BookRole::SharedStrings:
    case BookRole::Styles:
    case BookRole::Table:
    case BookRole::Comments:
    case BookRole::Picture:
    case BookRole::Properties:
    case BookRole::Removed:
        break;
    }
    return BookRole::Removed;
}

/// What a removed part is called, by the relationship that leads to it.
HiddenKind removedKind(const QString &kind, BookRole from)
{
    static const QHash<QString, HiddenKind> kinds{
        {u"custom-properties"_s, HiddenKind::CustomProperties},
        {u"customProperty"_s, HiddenKind::CustomProperties},
        {u"thumbnail"_s, HiddenKind::Thumbnail},
        {u"classificationlabels"_s, HiddenKind::SensitivityLabel},
        {u"customXml"_s, HiddenKind::CustomXml},
        {u"customXmlProps"_s, HiddenKind::CustomXml},
        {u"xmlMaps"_s, HiddenKind::CustomXml},
        {u"tableSingleCells"_s, HiddenKind::CustomXml},
        {u"threadedComment"_s, HiddenKind::Comments},
        {u"vmlDrawing"_s, HiddenKind::Comments},
        {u"person"_s, HiddenKind::People},
        {u"usernames"_s, HiddenKind::People},
        {u"revisionHeaders"_s, HiddenKind::TrackedChanges},
        {u"revisionLog"_s, HiddenKind::TrackedChanges},
        {u"pivotTable"_s, HiddenKind::PivotCache},
        {u"pivotCacheDefinition"_s, HiddenKind::PivotCache},
        {u"pivotCacheRecords"_s, HiddenKind::PivotCache},
        {u"slicer"_s, HiddenKind::PivotCache},
        {u"slicerCache"_s, HiddenKind::PivotCache},
        {u"timeline"_s, HiddenKind::PivotCache},
        {u"timelineCache"_s, HiddenKind::PivotCache},
        {u"externalLink"_s, HiddenKind::ExternalLinks},
        {u"connections"_s, HiddenKind::Connections},
        {u"queryTable"_s, HiddenKind::Connections},
        {u"powerPivotData"_s, HiddenKind::Connections},
        {u"volatileDependencies"_s, HiddenKind::Connections},
        {u"oleObject"_s, HiddenKind::EmbeddedFiles},
        {u"package"_s, HiddenKind::EmbeddedFiles},
        {u"control"_s, HiddenKind::ActiveContent},
        {u"ctrlProp"_s, HiddenKind::ActiveContent},
        {u"activeXControlBinary"_s, HiddenKind::ActiveContent},
        {u"webextension"_s, HiddenKind::ActiveContent},
        {u"webextensiontaskpanes"_s, HiddenKind::ActiveContent},
        {u"vbaProject"_s, HiddenKind::Macros},
        {u"vbaProjectSignature"_s, HiddenKind::Macros},
        {u"xlMacrosheet"_s, HiddenKind::Macros},
        {u"xlIntlMacrosheet"_s, HiddenKind::Macros},
        {u"dialogsheet"_s, HiddenKind::Macros},
        {u"attachedToolbars"_s, HiddenKind::Macros},
        {u"extensibility"_s, HiddenKind::Macros},
        {u"origin"_s, HiddenKind::Signatures},
        {u"signature"_s, HiddenKind::Signatures},
        {u"printerSettings"_s, HiddenKind::PrinterSettings},
        {u"namedSheetView"_s, HiddenKind::CustomViews},
    };
    if (from == BookRole::Chart && kind == u"package"_s) {
        return HiddenKind::ChartData;
    }
    return kinds.value(kind, HiddenKind::UnknownParts);
}

QString directoryOf(BookRole role)
{
    switch (role) {
    case BookRole::Worksheet:
        return u"xl/worksheets/sheet"_s;
    case BookRole::Chartsheet:
        return u"xl/chartsheets/sheet"_s;
    case BookRole::Theme:
        return u"xl/theme/theme"_s;
    case BookRole::Table:
        return u"xl/tables/table"_s;
    case BookRole::Drawing:
        return u"xl/drawings/drawing"_s;
    case BookRole::Chart:
        return u"xl/charts/chart"_s;
    case BookRole::ChartShapes:
        return u"xl/drawings/shapes"_s;
    case BookRole::Comments:
        return u"xl/comments"_s;
    case BookRole::Properties:
        return u"docProps/properties"_s;
    case BookRole::Workbook:
    case BookRole::SharedStrings:
    case BookRole::Styles:
    case BookRole::Picture:
    case BookRole::Removed:
        break;
    }
    return {};
}

}   // namespace

BookParts::BookParts(const Package &package)
{
    visit(package);
}

void BookParts::visit(const Package &package)
{
    const auto add = [this](const Part *part, BookRole role, HiddenKind kind) {
        const auto known = m_index.find(part);
        if (known == m_index.end()) {
            m_index.emplace(part, m_parts.size());
            m_parts.push_back({part, role, kind, false});
            return true;
        }
        BookPart &there = m_parts[known->second];
        const bool promoted = there.role == BookRole::Removed && role != BookRole::Removed;
        if (promoted) {
            there.role = role;
        }
        return promoted;
    };
    std::deque<const Part *> open;
    for (const Relationship &relationship : package.rootRelationships()) {
        const QString kind = relationshipKind(relationship.type);
        const Part *part = relationship.external ? nullptr : package.find(relationship.target);
        if (part == nullptr) {
            continue;
        }
        const bool main = part == package.mainPart();
        const bool properties = kind == u"core-properties"_s || kind == u"extended-properties"_s
                                || kind == u"extendedProperties"_s;
        const BookRole role = main         ? BookRole::Workbook
                              : properties ? BookRole::Properties
                                           : BookRole::Removed;
        if (add(part, role, removedKind(kind, BookRole::Removed))) {
            open.push_back(part);
        }
    }
    // Breadth first, and each part once however it is reached: circles end.
    while (!open.empty()) {
        const Part *from = open.front();
        open.pop_front();
        const BookPart holder = m_parts[m_index[from]];
        for (const Relationship &relationship : from->relationships) {
            const Part *part = relationship.external ? nullptr : package.find(relationship.target);
            if (part == nullptr) {
                continue;
            }
            const QString kind = relationshipKind(relationship.type);
            HiddenKind removed = removedKind(kind, holder.role);
            if (removed == HiddenKind::UnknownParts && holder.role == BookRole::Removed) {
                removed = holder.kind;   // what hangs on a removed part goes with it
            }
            if (add(part, roleOf(kind, holder.role), removed)) {
                open.push_back(part);
                m_parts[m_index[part]].quiet = kind == u"calcChain"_s || kind == u"sheetMetadata"_s;
            }
        }
    }
    for (const Part &part : package.parts()) {
        if (!m_index.contains(&part)) {
            add(&part, BookRole::Removed, HiddenKind::UnreachableParts);
        }
    }
}

const BookPart *BookParts::find(const Part *part) const
{
    const auto found = m_index.find(part);
    return found == m_index.end() ? nullptr : &m_parts[found->second];
}

const BookPart *BookParts::find(const Package &package, const QString &name) const
{
    const Part *part = package.find(name);
    return part == nullptr ? nullptr : find(part);
}

std::vector<const BookPart *> BookParts::targets(const Package &package, const Part &from,
                                                 BookRole role) const
{
    std::vector<const BookPart *> result;
    for (const Relationship &relationship : from.relationships) {
        const BookPart *part = relationship.external ? nullptr : find(package, relationship.target);
        if (part != nullptr && part->role == role) {
            result.push_back(part);
        }
    }
    return result;
}

QString bookPartName(BookRole role, int number)
{
    if (role == BookRole::Workbook) {
        return u"xl/workbook.xml"_s;
    }
    if (role == BookRole::SharedStrings) {
        return u"xl/sharedStrings.xml"_s;
    }
    if (role == BookRole::Styles) {
        return u"xl/styles.xml"_s;
    }
    return u"%1%2.xml"_s.arg(directoryOf(role)).arg(number);
}

QString bookContentType(BookRole role, const QString &main)
{
    const QString sheets = u"application/vnd.openxmlformats-officedocument.spreadsheetml."_s;
    const QString office = u"application/vnd.openxmlformats-officedocument."_s;
    switch (role) {
    case BookRole::Workbook:
        return main;
    case BookRole::Worksheet:
        return sheets + u"worksheet+xml"_s;
    case BookRole::Chartsheet:
        return sheets + u"chartsheet+xml"_s;
    case BookRole::SharedStrings:
        return sheets + u"sharedStrings+xml"_s;
    case BookRole::Styles:
        return sheets + u"styles+xml"_s;
    case BookRole::Theme:
        return office + u"theme+xml"_s;
    case BookRole::Table:
        return sheets + u"table+xml"_s;
    case BookRole::Drawing:
        return office + u"drawing+xml"_s;
    case BookRole::Chart:
        return office + u"drawingml.chart+xml"_s;
    case BookRole::ChartShapes:
        return office + u"drawingml.chartshapes+xml"_s;
    case BookRole::Comments:
        return sheets + u"comments+xml"_s;
    case BookRole::Properties:
    case BookRole::Picture:
    case BookRole::Removed:
        break;
    }
    return {};
}

QString outputBookType(const QString &contentType)
{
    const QString type = contentType.toLower();
    const QString sheets = u"application/vnd.openxmlformats-officedocument.spreadsheetml."_s;
    if (type == sheets + u"sheet.main+xml"_s
        || type == u"application/vnd.ms-excel.sheet.macroenabled.main+xml"_s
        || type == u"application/vnd.ms-excel.addin.macroenabled.main+xml"_s) {
        return sheets + u"sheet.main+xml"_s;
    }
    if (type == sheets + u"template.main+xml"_s
        || type == u"application/vnd.ms-excel.template.macroenabled.main+xml"_s) {
        return sheets + u"template.main+xml"_s;
    }
    return {};
}

}   // namespace expunge::formats::ooxml
