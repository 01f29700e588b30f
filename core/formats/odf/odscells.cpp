// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odscells.h"

#include "core/formats/odf/odfvocabulary.h"
#include "core/formats/odf/odsformula.h"
#include "core/formats/ooxml/sheettext.h"

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using ooxml::CellHiding;

namespace {

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits += c;
        }
    }
    return digits;
}

/// True if a reader of the text knows the number behind it, or the number is too short to tell
/// anything: 0.5 behind "50 %".
bool tellsNumber(const QString &text, const QString &stored)
{
    constexpr qsizetype telling = 5;   // digits of a number that may be somebody's
    const QString digits = digitsOf(stored);
    return digits.size() < telling || text == stored;
}

/// What a scrub leaves of a time.
constexpr auto neutralTime = "PT00H00M00S";

}   // namespace

const char *valueAttribute(QByteArrayView valueType)
{
    if (valueType == "float" || valueType == "percentage" || valueType == "currency") {
        return "office:value";
    }
    if (valueType == "date") {
        return "office:date-value";
    }
    if (valueType == "time") {
        return "office:time-value";
    }
    return valueType == "boolean" ? "office:boolean-value" : nullptr;
}

base::Result<> OdsCellReader::readMarkup(const OdsCell &cell, OdsCellView &view) const
{
    const QByteArray xml = "<table:table-cell" + m_book.content.declarations + '>'
                           + cell.markup.toByteArray() + "</table:table-cell>";
    auto parsed = ooxml::parseXmlPart(xml, u"content.xml"_s, {});
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    view.markup = std::move(*parsed);
    view.root = view.markup.document.document_element();
    view.removals.add(document::HiddenKind::UnknownMarkup, view.markup.unknown);
    view.removals.add(document::HiddenKind::MarkupComments, view.markup.comments);
    sweepSpreadsheet(view.root, view.removals);
    view.removals.add(document::HiddenKind::UnknownMarkup,
                      dropStrangeAddresses(view.root, m_book.known));
    bool first = true;
    for (const pugi::xml_node child : view.root.children()) {
        if (isParagraph(child)) {
            view.paragraphs.push_back(std::move(readParagraph(child).texts.front()));
            view.text += (first ? QString() : u"\n"_s) + view.paragraphs.back().text;
            first = false;
        }
    }
    OdsSiteContext context;
    context.place = m_sheet.place;
    context.place.push_back(
        {document::PlaceKind::Cell, cell.at.first.row, ooxml::columnName(cell.at.first.column)});
    context.known = &m_book.known;
    context.isCell = true;
    view.sites = odsSites(view.root, context);
    return {};
}

void OdsCellReader::readValue(const OdsCell &cell, OdsCellView &view) const
{
    const QByteArrayView type = cell.attribute("office:value-type");
    const char *attribute = valueAttribute(type);
    view.number = attribute != nullptr;
    const QString stored = cell.text(attribute != nullptr ? QByteArrayView(attribute)
                                                          : QByteArrayView("office:string-value"));
    view.present = !view.text.isEmpty() || (!stored.isEmpty() && type != "boolean");
    if (view.text.isEmpty()) {
        // Paragraphs without text say that the number format shows nothing.
        view.unseen = !stored.isEmpty() && (!cell.paragraphs.empty() || !view.paragraphs.empty());
        view.text = view.present ? stored : QString();
        return;
    }
    if (attribute == nullptr) {
        view.hasStored = !stored.isEmpty() && stored != view.text;
    } else if (type == "date") {
        view.hasStored = !stored.isEmpty() && stored != view.text;
    } else if (type == "time") {
        view.hasStored =
            !stored.isEmpty() && stored != view.text && stored != QLatin1StringView(neutralTime);
    } else if (type != "boolean") {
        view.hasStored = !tellsNumber(view.text, stored);
    }
    view.stored = view.hasStored ? stored : QString();
}

base::Result<> OdsCellReader::describe(const OdsCell &cell, OdsCellView &view, bool asTree) const
{
    if (!cell.plain || asTree) {
        const auto done = readMarkup(cell, view);
        if (!done) {
            return done;
        }
    } else {
        view.text = cell.paragraphs.size() == 1
                        ? cell.paragraphs.front()
                        : QStringList(cell.paragraphs.begin(), cell.paragraphs.end()).join(u'\n');
    }
    readValue(cell, view);
    if (!cell.attribute("table:formula").isEmpty()) {
        view.formula = cell.text("table:formula");
        view.formulaSpeaks = openFormulaSaysSomething(view.formula, m_book.known);
    }
    return {};
}

OdsCellUnits OdsCellReader::number(const OdsCellView &view, int &next) const
{
    OdsCellUnits units;
    units.value = view.present ? next++ : -1;
    units.stored = view.hasStored ? next++ : -1;
    units.formula = view.formulaSpeaks ? next++ : -1;
    units.firstSite = next;
    next += static_cast<int>(view.sites.size());
    return units;
}

QByteArray OdsCellReader::styleOf(const OdsCell &cell, const OdsRow &row) const
{
    const QByteArrayView own = cell.attribute("table:style-name");
    if (!own.isEmpty()) {
        return own.toByteArray();
    }
    for (const ooxml::SheetTokens::Attribute &attribute : *row.attributes) {
        if (attribute.name == "table:default-cell-style-name") {
            return attribute.value.toByteArray();
        }
    }
    const OdsColumns *columns = m_sheet.columnsAt(cell.at.first.column);
    return columns == nullptr ? QByteArray() : columns->cellStyle;
}

CellHiding OdsCellReader::hiding(const OdsCell &cell, const OdsCellView &view,
                                 const OdsRow &row) const
{
    if (m_sheet.hidden) {
        return CellHiding::Sheet;
    }
    if (row.hidden) {
        return CellHiding::Row;
    }
    if (m_sheet.hides(cell.at.first.column, cell.at.last.column)) {
        return CellHiding::Column;
    }
    if (view.unseen || cell.covered) {
        return CellHiding::Covered;
    }
    return m_book.styles.isWhite(styleOf(cell, row)) ? CellHiding::Invisible : CellHiding::Shown;
}

}   // namespace expunge::formats::odf
