// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/embedded/embeddingtesting.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

namespace {

/// A workbook with one more place for a secret than a plain one.
using Planting = void (*)(XlsxBuilder &, XlsxSheet &);

struct Place
{
    const char *name;
    Planting plant;
};

constexpr auto rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Osterwick</t></is></c>"
                      "<c r=\"B1\"><v>7</v></c></row>";

QByteArray utf16(const QString &text)
{
    return {reinterpret_cast<const char *>(text.utf16()), text.size() * 2};
}

/// Everything that acceptance 28 names.
constexpr Place places[] = {
    {"validation list",
     [](XlsxBuilder &, XlsxSheet &sheet) {
         sheet.after += "<dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"C1\">"
                        "<formula1>\"Osterwick,Other\"</formula1></dataValidation>"
                        "</dataValidations>";
     }},
    {"validation words",
     [](XlsxBuilder &, XlsxSheet &sheet) {
         sheet.after += "<dataValidations count=\"1\"><dataValidation type=\"whole\" "
                        "promptTitle=\"Osterwick a\" prompt=\"Osterwick b\" errorTitle=\"Osterwick "
                        "c\" error=\"Osterwick d\" sqref=\"C1\"><formula1>1</formula1>"
                        "</dataValidation></dataValidations>";
     }},
    {"validation of 2010",
     [](XlsxBuilder &, XlsxSheet &sheet) {
         sheet.after +=
             "<extLst><ext uri=\"{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}\" "
             "xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">"
             "<x14:dataValidations count=\"1\" "
             "xmlns:xm=\"http://schemas.microsoft.com/office/excel/"
             "2006/main\"><x14:dataValidation type=\"list\" prompt=\"Osterwick\"><x14:formula1>"
             "<xm:f>\"Osterwick,b\"</xm:f></x14:formula1><xm:sqref>C1</xm:sqref>"
             "</x14:dataValidation></x14:dataValidations></ext></extLst>";
     }},
    {"conditional format",
     [](XlsxBuilder &, XlsxSheet &sheet) {
         sheet.after += "<conditionalFormatting sqref=\"C1\"><cfRule type=\"containsText\" "
                        "priority=\"1\" operator=\"containsText\" text=\"Osterwick\"><formula>"
                        "NOT(ISERROR(SEARCH(\"Osterwick\",C1)))</formula></cfRule>"
                        "</conditionalFormatting>";
     }},
    {"filter",
     [](XlsxBuilder &, XlsxSheet &sheet) {
         sheet.after += "<autoFilter ref=\"A1:B1\"><filterColumn colId=\"0\"><filters><filter "
                        "val=\"Osterwick\"/></filters></filterColumn></autoFilter>";
     }},
    {"scenario",
     [](XlsxBuilder &, XlsxSheet &sheet) {
         sheet.after += "<scenarios><scenario name=\"Osterwick best\" user=\"Osterwick\" "
                        "comment=\"by Osterwick\" count=\"1\"><inputCells r=\"B1\" "
                        "val=\"Osterwick\"/></scenario></scenarios>";
     }},
    {"protected range",
     [](XlsxBuilder &, XlsxSheet &sheet) {
         sheet.after += "<protectedRanges><protectedRange sqref=\"B1\" name=\"Osterwick\" "
                        "securityDescriptor=\"O:WDG:WDD:(A;;CC;;;Osterwick)\"/></protectedRanges>";
     }},
    {"custom views",
     [](XlsxBuilder &book, XlsxSheet &sheet) {
         book.workbook({}, "<customWorkbookViews><customWorkbookView name=\"Osterwick view\" "
                           "guid=\"{00000000-0000-0000-0000-000000000001}\" windowWidth=\"1\" "
                           "windowHeight=\"1\" activeSheetId=\"1\"/></customWorkbookViews>");
         sheet.after += "<customSheetViews><customSheetView guid=\"{00000000-0000-0000-0000-"
                        "000000000001}\"><headerFooter><oddHeader>Osterwick</oddHeader>"
                        "</headerFooter></customSheetView></customSheetViews>";
     }},
    {"header and footer",
     [](XlsxBuilder &, XlsxSheet &sheet) {
         sheet.after += "<headerFooter><oddHeader>&amp;LOsterwick&amp;R&amp;P</oddHeader>"
                        "<evenFooter>&amp;C&amp;\"Osterwick,Bold\"x</evenFooter></headerFooter>";
     }},
    {"printer",
     [](XlsxBuilder &book, XlsxSheet &sheet) {
         sheet.after += "<pageSetup r:id=\"rIdP\"/>";
         book.part("xl/printerSettings/printerSettings1.bin",
                   "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings",
                   utf16(u"\\\\Osterwick\\laser"_s))
             .relate("xl/worksheets/sheet1.xml", "rIdP", "printerSettings",
                     "../printerSettings/printerSettings1.bin");
     }},
    {"folder",
     [](XlsxBuilder &book, XlsxSheet &) {
         book.workbook(
             "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-"
             "compatibility/2006\"><mc:Choice Requires=\"x15\"><x15ac:absPath "
             "xmlns:x15ac=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac\""
             " url=\"C:\\Users\\Osterwick\\\"/></mc:Choice></mc:AlternateContent>",
             {});
     }},
    {"reservation",
     [](XlsxBuilder &book, XlsxSheet &) {
         book.workbook("<fileSharing readOnlyRecommended=\"1\" userName=\"Osterwick\"/>", {});
     }},
    {"number format",
     [](XlsxBuilder &book, XlsxSheet &sheet) {
         book.styles("<numFmts count=\"1\"><numFmt numFmtId=\"165\" formatCode=\"0&quot; "
                     "Osterwick&quot;\"/></numFmts><cellXfs count=\"2\"><xf/><xf numFmtId=\"165\"/>"
                     "</cellXfs>");
         sheet.rows.replace("<c r=\"B1\">", "<c r=\"B1\" s=\"1\">");
     }},
    {"cell style",
     [](XlsxBuilder &book, XlsxSheet &) {
         book.styles("<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"1\"><xf/>"
                     "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Osterwick style\" "
                     "xfId=\"0\"/></cellStyles>");
     }},
    {"connection",
     [](XlsxBuilder &book, XlsxSheet &) {
         book.part(
                 "xl/connections.xml",
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml",
                 "<connections xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                 "<connection id=\"1\" name=\"Osterwick\" type=\"5\"><dbPr "
                 "connection=\"Password=Osterwick\" command=\"select Osterwick\"/></connection>"
                 "</connections>")
             .relate("xl/workbook.xml", "rIdC", "connections", "connections.xml");
     }},
    {"data mashup",
     [](XlsxBuilder &book, XlsxSheet &) {
         book.part("customXml/item1.xml", "application/xml",
                   "<DataMashup xmlns=\"http://schemas.microsoft.com/DataMashup\">"
                       + QByteArray("section Osterwick; shared Query = 1;").toBase64()
                       + "</DataMashup>")
             .relate("xl/workbook.xml", "rIdM", "customXml", "../customXml/item1.xml");
     }},
    {"other workbook",
     [](XlsxBuilder &book, XlsxSheet &) {
         book.workbook({}, "<externalReferences><externalReference r:id=\"rIdX\"/>"
                           "</externalReferences>")
             .part(
                 "xl/externalLinks/externalLink1.xml",
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
                 "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                 "><externalBook><sheetNames><sheetName val=\"Osterwick\"/></sheetNames>"
                 "<sheetDataSet><sheetData sheetId=\"0\"><row r=\"1\"><cell r=\"A1\" t=\"str\"><v>"
                 "Osterwick</v></cell></row></sheetData></sheetDataSet></externalBook>"
                 "</externalLink>")
             .relate("xl/workbook.xml", "rIdX", "externalLink", "externalLinks/externalLink1.xml");
     }},
    {"revisions",
     [](XlsxBuilder &book, XlsxSheet &) {
         book.part("xl/revisions/revisionLog1.xml",
                   "application/vnd.openxmlformats-officedocument.spreadsheetml.revisionLog+xml",
                   "<revisions xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                   "<rcc rId=\"1\" sId=\"1\"><oc r=\"A1\" t=\"inlineStr\"><is><t>Osterwick</t></is>"
                   "</oc></rcc></revisions>")
             .relate("xl/workbook.xml", "rIdR", "revisionHeaders", "revisions/revisionLog1.xml");
     }},
    {"web page",
     [](XlsxBuilder &, XlsxSheet &sheet) {
         sheet.after +=
             "<webPublishItems count=\"1\"><webPublishItem id=\"1\" divId=\"Osterwick_1\" "
             "sourceType=\"sheet\" destinationFile=\"C:\\Osterwick\\page.htm\" "
             "title=\"Osterwick\"/></webPublishItems>";
     }},
};

}   // namespace

/// Places of a workbook in which a value stands beside its cells.
class TestXlsxPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeftInAnyPlace_data()
    {
        QTest::addColumn<int>("place");
        for (size_t i = 0; i < std::size(places); ++i) {
            QTest::addRow("%s", places[i].name) << static_cast<int>(i);
        }
    }

    // acceptance 28
    void nothingIsLeftInAnyPlace()
    {
        QFETCH(int, place);
        XlsxBuilder book;
        XlsxSheet sheet{"Data", rows, {}, {}, {}};
        places[place].plant(book, sheet);
        book.sheet(sheet);
        const ScrubbedFile written =
            scrubbedFile(book.build(), {{u"Osterwick"_s, u"[PERSON-1]"_s}});
        QCOMPARE(written.leaks.join(u'\n'), QString());
        QCOMPARE(unitTexts(*written.document).value(u"sheet 'Data'!A1"_s), u"[PERSON-1]"_s);
        for (const QByteArray &form :
             {QByteArray("Osterwick"), utf16(u"Osterwick"_s), QByteArray("T3N0ZXJ3aWNr")}) {
            for (auto part = written.parts.begin(); part != written.parts.end(); ++part) {
                QVERIFY2(!part.value().contains(form), qPrintable(part.key()));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestXlsxPlaces)
#include "tst_xlsxplaces.moc"
