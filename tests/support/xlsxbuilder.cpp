// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/xlsxbuilder.h"

#include "tests/support/zipbuilder.h"

#include <map>

namespace expunge::testing {

namespace {

constexpr auto sheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

}   // namespace

XlsxBuilder &XlsxBuilder::sheet(XlsxSheet sheet)
{
    m_sheets.push_back(std::move(sheet));
    return *this;
}

XlsxBuilder &XlsxBuilder::strings(const QByteArrayList &items)
{
    m_strings = items;
    return *this;
}

XlsxBuilder &XlsxBuilder::styles(const QByteArray &markup)
{
    m_styles = markup;
    return *this;
}

XlsxBuilder &XlsxBuilder::workbook(const QByteArray &before, const QByteArray &after)
{
    m_beforeSheets = before;
    m_afterSheets = after;
    return *this;
}

XlsxBuilder &XlsxBuilder::part(const QByteArray &name, const QByteArray &type,
                               const QByteArray &content)
{
    m_parts.push_back({name, type, content});
    return *this;
}

XlsxBuilder &XlsxBuilder::relate(const QByteArray &source, const QByteArray &id,
                                 const QByteArray &kind, const QByteArray &target)
{
    const bool external = target.contains("://") || target.startsWith("mailto:");
    const QByteArray base =
        m_strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                 : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    m_links.push_back({source, "<Relationship Id=\"" + id + "\" Type=\"" + base + kind
                                   + "\" Target=\"" + target + "\""
                                   + (external ? " TargetMode=\"External\"/>" : "/>")});
    return *this;
}

XlsxBuilder &XlsxBuilder::mainType(const QByteArray &type)
{
    m_mainType = type;
    return *this;
}

XlsxBuilder &XlsxBuilder::strict()
{
    m_strict = true;
    return *this;
}

QByteArray XlsxBuilder::namespaces() const
{
    return m_strict
               ? " xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
                 "xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\""
               : " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                 "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
}

QByteArray XlsxBuilder::build() const
{
    XlsxBuilder all = *this;
    QByteArray sheets;
    for (size_t i = 0; i < m_sheets.size(); ++i) {
        const XlsxSheet &sheet = m_sheets[i];
        const QByteArray number = QByteArray::number(i + 1);
        const QByteArray state =
            sheet.state.isEmpty() ? QByteArray() : " state=\"" + sheet.state + "\"";
        sheets += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + number + "\"" + state
                  + " r:id=\"rIdS" + number + "\"/>";
        all.part("xl/worksheets/sheet" + number + ".xml", sheetTypes + QByteArray("worksheet+xml"),
                 "<worksheet" + namespaces() + ">" + sheet.before + "<sheetData>" + sheet.rows
                     + "</sheetData>" + sheet.after + "</worksheet>");
        all.relate("xl/workbook.xml", "rIdS" + number, "worksheet",
                   "worksheets/sheet" + number + ".xml");
    }
    if (!m_strings.isEmpty()) {
        all.part("xl/sharedStrings.xml", sheetTypes + QByteArray("sharedStrings+xml"),
                 "<sst" + namespaces() + "><si>" + m_strings.join("</si><si>") + "</si></sst>");
        all.relate("xl/workbook.xml", "rIdStrings", "sharedStrings", "sharedStrings.xml");
    }
    if (!m_styles.isEmpty()) {
        all.part("xl/styles.xml", sheetTypes + QByteArray("styles+xml"),
                 "<styleSheet" + namespaces() + ">" + m_styles + "</styleSheet>");
        all.relate("xl/workbook.xml", "rIdStyles", "styles", "styles.xml");
    }
    all.part("xl/workbook.xml",
             m_mainType.isEmpty() ? sheetTypes + QByteArray("sheet.main+xml") : m_mainType,
             "<workbook" + namespaces() + ">" + m_beforeSheets + "<sheets>" + sheets + "</sheets>"
                 + m_afterSheets + "</workbook>");
    all.relate("", "rIdMain", "officeDocument", "xl/workbook.xml");

    QByteArray types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
        "Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>";
    ZipBuilder zip;
    for (const Piece &piece : all.m_parts) {
        types += "<Override PartName=\"/" + piece.name + "\" ContentType=\"" + piece.type + "\"/>";
    }
    zip.add("[Content_Types].xml", types + "</Types>");
    std::map<QByteArray, QByteArray> relationships;
    for (const Link &link : all.m_links) {
        const qsizetype slash = link.source.lastIndexOf('/') + 1;
        relationships[link.source.left(slash) + "_rels/" + link.source.mid(slash) + ".rels"] +=
            link.markup;
    }
    for (const auto &[name, markup] : relationships) {
        zip.add(
            name,
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + markup + "</Relationships>");
    }
    for (const Piece &piece : all.m_parts) {
        zip.add(piece.name, piece.content);
    }
    return zip.build();
}

}   // namespace expunge::testing
