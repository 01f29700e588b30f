// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odswriter.h"

#include "core/formats/odf/odfcrop.h"
#include "core/formats/odf/odfnames.h"
#include "core/formats/odf/odschart.h"
#include "core/formats/odf/odsrowwriter.h"
#include "core/formats/ooxml/valuenames.h"

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::Document;
using document::HiddenAction;
using document::HiddenKind;
using ooxml::is;

namespace {

/// Puts an output together, part by part.
class OdsWriter
{
public:
    OdsWriter(const OdfPackage &package, OdsBook &book, OdsPlan plan, OdsSurvey survey)
        : m_package(package)
        , m_book(book)
        , m_plan(std::move(plan))
        , m_survey(std::move(survey))
        , m_links(package)
    {
    }

    base::Result<Document::Output> write(const QString &path, const base::JobContext &job);

private:
    void emptySheets();
    void editTrees();
    void followCells();
    void nameSheets();
    void takeValuesFromNames();
    void addContent(std::vector<QByteArray> regions);
    void addTree(OdsTree &tree, const QString &name);
    void describe(Document::Output &output) const;

    const OdfPackage &m_package;
    OdsBook &m_book;
    OdsPlan m_plan;
    OdsSurvey m_survey;
    OdsLinks m_links;
    OdfOutput m_output;
};

QByteArray typeOf(pugi::xml_node cell)
{
    return cell.attribute("office:value-type").value();
}

/// Sheets that are emptied keep their columns, and rows that the row writer makes.
void OdsWriter::emptySheets()
{
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        if (!m_plan.sheets[i].all || m_book.sheets[i].gone) {
            continue;
        }
        pugi::xml_node table = m_book.sheets[i].node;
        for (pugi::xml_node node = table.first_child(), next; node; node = next) {
            next = node.next_sibling();
            const std::string_view name = node.name();
            if (name.find("column") == std::string_view::npos && name.find("row") == name.npos) {
                table.remove_child(node);
            }
        }
        table.remove_attribute("table:print-ranges");
    }
}

/// Units of what stood on emptied sheets are not edited: their nodes are gone.
bool isBelow(pugi::xml_node node, pugi::xml_node top)
{
    while (node && node != top) {
        node = node.parent();
    }
    return static_cast<bool>(node);
}

void OdsWriter::editTrees()
{
    OdsTree &frame = *m_book.trees.front();
    std::vector<int> units = m_plan.contents->layout.siteUnits.front();
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        if (!m_plan.sheets[i].all || m_book.sheets[i].gone) {
            continue;
        }
        for (size_t site = frame.sites.size(); site-- > 0;) {
            if (isBelow(frame.sites[site].node, m_book.sheets[i].node)) {
                frame.sites.erase(frame.sites.begin() + static_cast<std::ptrdiff_t>(site));
                units.erase(units.begin() + static_cast<std::ptrdiff_t>(site));
            }
        }
    }
    emptySheets();
    OdsTreeEditor editor(m_book, m_plan);
    editor.editTree(frame, units);
    for (size_t i = 1; i < m_book.trees.size(); ++i) {
        editor.editTree(*m_book.trees[i], m_plan.contents->layout.siteUnits[i]);
    }
}

/// Charts repeat cells: what they show of a cell that was emptied, or whose number was redacted,
/// goes as well.
void OdsWriter::followCells()
{
    for (size_t i = 0; i < m_book.trees.size(); ++i) {
        const OdsTree &tree = *m_book.trees[i];
        std::vector<pugi::xml_node> lost;
        for (const pugi::xml_node cell : chartCells(tree)) {
            const auto source = chartSource(cell, m_book);
            const unsigned fate =
                source ? m_survey.fate(source->sheet, {source->at, source->at}) : 0U;
            const bool number =
                std::string_view(cell.attribute("office:value-type").value()) != "string";
            const bool goes = (fate & (ooxml::FateEmptied | ooxml::FateDropped)) != 0;
            if (goes || (number && (fate & ooxml::FateRedacted) != 0)) {
                lost.push_back(cell);
            }
        }
        const std::vector<int> &units = m_plan.contents->layout.siteUnits[i];
        for (size_t site = 0; site < tree.sites.size() && !lost.empty(); ++site) {
            const pugi::xml_node cell = chartCellOf(tree.sites[site]);
            const bool inText = tree.sites[site].form == OdsForm::Text
                                && is(tree.sites[site].node.parent(), cell.name());
            if (units[site] >= 0 && cell && (inText || tree.sites[site].form == OdsForm::CellValue)
                && std::find(lost.begin(), lost.end(), cell) != lost.end()) {
                const bool number = valueAttribute(typeOf(cell)) != nullptr;
                m_plan.adjusted.push_back({units[site], !number || !inText,
                                           QString::fromUtf8(neutralValue(typeOf(cell)))});
            }
        }
        for (pugi::xml_node cell : lost) {
            if (valueAttribute(typeOf(cell)) != nullptr) {
                neutraliseCell(cell);
            } else {
                cell.remove_child("text:p");
                cell.remove_attribute("office:string-value");
            }
        }
    }
}

void OdsWriter::nameSheets()
{
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        if (!m_book.sheets[i].gone) {
            ooxml::setAttribute(m_book.sheets[i].node, "table:name", m_plan.sheetNames[i]);
        }
    }
}

/// A value that was redacted everywhere must not stand in names of fonts and the like either.
void OdsWriter::takeValuesFromNames()
{
    std::vector<bool> content;
    for (const document::TextUnit &unit : m_plan.contents->units) {
        content.push_back(unit.hiddenItem.isEmpty());
    }
    const QStringList values =
        ooxml::ValueNames(m_plan.contents->units, content, *m_plan.plan).values();
    for (const auto &tree : m_book.trees) {
        removeValues(tree->xml.document.document_element(), values);
    }
}

void OdsWriter::addTree(OdsTree &tree, const QString &name)
{
    // Formulas refer to functions by namespaces of their own, cells to those of their values.
    tree.xml.alsoDeclared = {"office", "table",   "text",  "draw", "svg",
                             "xlink",  "dc",      "style", "fo",   "of",
                             "number", "calcext", "loext", "dr3d", "math"};
    m_output.parts.push_back({name, u"text/xml"_s, ooxml::writeXmlPart(tree.xml)});
}

void OdsWriter::addContent(std::vector<QByteArray> regions)
{
    OdsTree &frame = *m_book.trees.front();
    addTree(frame, u"content.xml"_s);
    const QByteArray markup = std::move(m_output.parts.back().bytes);
    QByteArray whole;
    qsizetype size = markup.size();
    for (const QByteArray &rows : regions) {
        size += rows.size();
    }
    whole.reserve(size);
    const QByteArray open = "<table:table-row table:style-name=\"rows ";
    qsizetype copied = 0;
    for (qsizetype at = markup.indexOf(open); at >= 0; at = markup.indexOf(open, copied)) {
        const qsizetype stop = markup.indexOf("/>", at);
        const auto region =
            static_cast<size_t>(markup.mid(at + open.size(), stop - 1 - at - open.size()).toUInt());
        whole.append(QByteArrayView(markup).sliced(copied, at - copied));
        if (region < regions.size()) {
            whole.append(regions[region]);
            regions[region] = QByteArray();
        }
        copied = stop + 2;
    }
    whole.append(QByteArrayView(markup).sliced(copied));
    m_output.parts.back().bytes = std::move(whole);
}

void OdsWriter::describe(Document::Output &output) const
{
    QHash<int, int> copies;
    for (const document::TextUnit &unit : m_plan.contents->units) {
        if (unit.copyOf >= 0) {
            ++copies[unit.copyOf];
        }
    }
    for (const document::SpanRedaction &redaction : m_plan.plan->spans) {
        const document::TextUnit &unit =
            m_plan.contents->units[static_cast<size_t>(redaction.span.unit)];
        document::Place place = unit.place;
        for (document::PlaceStep &step : place) {
            const int sheet =
                step.kind == document::PlaceKind::Sheet ? m_book.sheetByName(step.name) : -1;
            if (sheet >= 0) {
                step.name = m_plan.sheetNames[static_cast<size_t>(sheet)];
            }
        }
        output.applied.spans.push_back(
            {redaction.id, unit.part, document::placeLabel(place), 1 + copies.value(unit.index)});
    }
    const auto removed = document::removedCounts(m_plan.contents->hidden, *m_plan.plan);
    for (const auto &[kind, count] : removed) {
        output.applied.hidden.push_back({kind, count});
    }
    output.applied.adjusted = document::lastWords(m_plan.adjusted);
    if (removed.contains(HiddenKind::PivotCache)) {
        output.applied.warnings.push_back(
            u"Pivot tables became plain cells, because they keep a copy of their source."_s);
    }
    if (removed.contains(HiddenKind::ActiveContent)) {
        output.applied.warnings.push_back(u"Form controls were removed from the sheets."_s);
    }
}

base::Result<Document::Output> OdsWriter::write(const QString &path, const base::JobContext &job)
{
    OdsRowWriter rows(m_book, m_plan, m_survey, m_links);
    auto done = readRows(m_book.content, rows, u"content.xml"_s, path, job);
    if (done) {
        done = rows.failed();
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    for (const auto &tree : m_book.trees) {
        m_links.noteCrops(tree->xml.document, tree->part, drawnStyles(*tree, m_book));
    }
    editTrees();
    followCells();
    nameSheets();
    OdsTree &frame = *m_book.trees.front();
    rows.markedStyles().addTo(frame.xml.document.document_element(), m_book);
    for (const auto &tree : m_book.trees) {
        m_links.settle(tree->xml.document.document_element(), tree->part);
        settleClips(tree->xml.document);
    }
    takeValuesFromNames();
    m_output.mediaType = m_package.mediaType();
    addContent(std::move(rows.regions()));
    for (size_t i = 1; i < m_book.trees.size(); ++i) {
        OdsTree &tree = *m_book.trees[i];
        const auto chart = m_links.charts().find(tree.part.section(u'/', 0, 0));
        if (!tree.isChart) {
            addTree(tree, tree.part);
        } else if (chart != m_links.charts().end()) {
            addTree(tree, chart->second + u'/' + tree.part.section(u'/', 1));
        }
    }
    for (const auto &[old, folder] : m_links.charts()) {
        m_output.folders.emplace_back(folder, m_package.folderType(old));
    }
    for (const OdfPart &picture : m_links.pictures()) {
        m_output.parts.push_back(picture);
    }
    auto bytes = writeOdfPackage(m_output, job);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    Document::Output output;
    output.bytes = std::move(*bytes);
    describe(output);
    return output;
}

}   // namespace

base::Result<Document::Output> writeOds(const OdfPackage &package, OdsBook &book,
                                        const OdsContents &contents,
                                        const document::RedactionPlan &plan, const QString &path,
                                        const base::JobContext &job)
{
    auto ready = makeOdsPlan(book, contents, plan);
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    auto survey = OdsSurvey::run(book, *ready, path, job);
    if (!survey) {
        return tl::unexpected(survey.error());
    }
    return OdsWriter(package, book, std::move(*ready), std::move(*survey)).write(path, job);
}

}   // namespace expunge::formats::odf
