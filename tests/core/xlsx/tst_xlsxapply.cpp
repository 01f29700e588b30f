// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/xlsx/workbooktesting.h"
#include "tests/support/xlsxbuilder.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

constexpr auto sheetOne = "xl/worksheets/sheet1.xml";
constexpr auto tableType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
constexpr auto drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml";
constexpr auto chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

QByteArray text(const char *place, const char *value)
{
    return QByteArray("<c r=\"") + place + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
}

/// Parts of the workbook with the terms replaced.
QMap<QString, QByteArray> scrubbed(const XlsxBuilder &builder, const QMap<QString, QString> &terms,
                                   const std::vector<HiddenKind> &kept = {})
{
    const auto document = openWorkbook(builder.build());
    if (!document) {
        return {};
    }
    const auto output = (*document)->apply(planFor(**document, terms, kept), {});
    return output && openWorkbook(output->bytes) ? partsOf(output->bytes)
                                                 : QMap<QString, QByteArray>();
}

bool anyPartHolds(const QMap<QString, QByteArray> &parts, const char *wanted)
{
    return std::any_of(parts.begin(), parts.end(),
                       [wanted](const QByteArray &part) { return part.contains(wanted); });
}

XlsxBuilder tableBook()
{
    XlsxBuilder builder;
    builder
        .sheet({"Data",
                "<row r=\"1\">" + text("A1", "Ada") + text("B1", "Ida") + text("C1", "Sum")
                    + "</row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c>"
                      "<c r=\"C2\"><f>Orders[[#This Row],[Ada]]+Orders[[#This "
                      "Row],[Ida]]</f><v>3</v></c></row>",
                {},
                "<tableParts count=\"1\"><tablePart r:id=\"rIdT\"/></tableParts>",
                {}})
        .part("xl/tables/t.xml", tableType,
              "<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\"1\" "
              "name=\"Orders\" displayName=\"Orders\" ref=\"A1:C2\">"
              "<tableColumns count=\"3\"><tableColumn id=\"1\" name=\"Ada\"/><tableColumn id=\"2\" "
              "name=\"Ida\"/><tableColumn id=\"3\" name=\"Sum\">"
              "<calculatedColumnFormula>[@Ada]+[@Ida]</calculatedColumnFormula></tableColumn></"
              "tableColumns></table>")
        .relate("xl/worksheets/sheet1.xml", "rIdT", "table", "../tables/t.xml");
    return builder;
}

XlsxBuilder chartBook(const char *sheetState = "")
{
    XlsxBuilder builder;
    builder
        .sheet({"Front",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                {},
                "<drawing r:id=\"rIdD\"/>",
                {}})
        .sheet({"Quillfen data",
                "<row r=\"1\">" + text("A1", "Ada") + "<c r=\"B1\"><v>491701234567</v></c></row>",
                {},
                {},
                sheetState})
        .part("xl/drawings/d.xml", drawingType,
              "<xdr:wsDr "
              "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
              "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
              "<xdr:oneCellAnchor><xdr:graphicFrame><a:graphic><a:graphicData "
              "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
              "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
              "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
              "r:id=\"rIdC\"/>"
              "</a:graphicData></a:graphic></xdr:graphicFrame></xdr:oneCellAnchor></xdr:wsDr>")
        .part("xl/charts/c.xml", chartType,
              "<c:chartSpace "
              "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/"
              "chart\"><c:chart><c:plotArea><c:barChart><c:ser><c:cat><c:strRef>"
              "<c:f>'Quillfen data'!$A$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt "
              "idx=\"0\"><c:v>Ada</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef>"
              "<c:f>'Quillfen data'!$B$1</c:f><c:numCache><c:ptCount val=\"1\"/><c:pt "
              "idx=\"0\"><c:v>491701234567</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>"
              "</c:barChart></c:plotArea></c:chart><c:externalData r:id=\"rIdW\" "
              "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/></"
              "c:chartSpace>")
        .part("xl/embeddings/w.xlsx",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PKsecret")
        .relate("xl/worksheets/sheet1.xml", "rIdD", "drawing", "../drawings/d.xml")
        .relate("xl/drawings/d.xml", "rIdC", "chart", "../charts/c.xml")
        .relate("xl/charts/c.xml", "rIdW", "package", "../embeddings/w.xlsx");
    return builder;
}

}   // namespace

class TestXlsxApply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // acceptance 17
    void sharedStringStaysWhereNobodyAsked()
    {
        const auto document =
            openWorkbook(XlsxBuilder()
                             .strings({"<t>Ada</t>", "<t>kept</t>"})
                             .sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"Z1\" "
                                    "t=\"s\"><v>0</v></c><c r=\"AA1\" t=\"s\"><v>1</v></c></row>")
                             .build());
        document::RedactionPlan plan;
        plan.spans.push_back({u"c1"_s, {1, 0, 3}, u"[PERSON-1]"_s});   // A1
        const auto output = (*document)->apply(plan, {});
        QVERIFY(output);
        const auto texts = unitTexts(**openWorkbook(output->bytes));
        QCOMPARE(texts.value(u"sheet 'Data'!A1"_s), u"[PERSON-1]"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!Z1"_s), u"Ada"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!AA1"_s), u"kept"_s);

        plan.spans.push_back({u"c2"_s, {2, 0, 3}, u"[PERSON-1]"_s});   // Z1
        const auto both = (*document)->apply(plan, {});
        QVERIFY(both);
        const auto parts = partsOf(both->bytes);
        QVERIFY(!anyPartHolds(parts, "Ada"));
        QVERIFY(parts.value(u"xl/sharedStrings.xml"_s)
                    .contains("<si><t></t></si><si><t>kept</t></si><si><t>[PERSON-1]</t></si>"));
    }

    void formattingOfOtherRunsStays()
    {
        const auto parts =
            scrubbed(XlsxBuilder()
                         .strings({"<r><t>Dear Tom</t></r><r><rPr><b/></rPr><t>as "
                                   "Verlyne</t></r><r><rPr><i/></rPr><t>, hello</t></r>"})
                         .sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
                     {{u"Tomas Verlyne"_s, u"[P]"_s}});
        QVERIFY(parts.value(u"xl/sharedStrings.xml"_s)
                    .contains("<r><t>Dear [P]</t></r><r><rPr><i/></rPr><t>, hello</t></r>"));
    }

    // acceptance 20
    void numbersAndDatesStayWhatTheyAre()
    {
        const auto parts =
            scrubbed(XlsxBuilder()
                         .styles("<numFmts count=\"1\"><numFmt numFmtId=\"165\" "
                                 "formatCode=\"\\+00\\ 000\\ 0000000\"/></numFmts>"
                                 "<cellXfs count=\"3\"><xf/><xf numFmtId=\"165\"/><xf "
                                 "numFmtId=\"14\"/></cellXfs>")
                         .sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>491701234567</v></c><c "
                                "r=\"B1\" s=\"2\"><v>29221</v></c><c r=\"C1\"><v>7</v></c></row>"),
                     {{u"+49 170 1234567"_s, u"[PHONE-1]"_s}, {u"1980-01-01"_s, u"[DATE-1]"_s}});
        const QByteArray sheet = parts.value(QString::fromLatin1(sheetOne));
        // s="3" and s="4": as before, hatched
        QVERIFY(sheet.contains("<c r=\"A1\" s=\"3\"><v>0</v></c><c r=\"B1\" s=\"4\"><v>1</v></c><c "
                               "r=\"C1\"><v>7</v></c>"));
    }

    void numberIsFoundByItsDigitsBehindAnyFormat()
    {
        const auto parts =
            scrubbed(XlsxBuilder()
                         .styles("<numFmts count=\"1\"><numFmt numFmtId=\"165\" "
                                 "formatCode=\"0,,\"/></numFmts><cellXfs "
                                 "count=\"2\"><xf/><xf numFmtId=\"165\"/></cellXfs>")
                         .sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>491701234567</v></c></row>"),
                     {{u"491701234567"_s, u"[PHONE-1]"_s}});
        QVERIFY(parts.value(QString::fromLatin1(sheetOne))
                    .contains("<c r=\"A1\" s=\"2\"><v>0</v></c>"));
    }

    void textThatStandsLikeAResultStays()
    {
        const auto parts = scrubbed(
            XlsxBuilder().sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><v>odd</v></c></row>"),
            {});
        QVERIFY(parts.value(QString::fromLatin1(sheetOne)).contains("<v>odd</v>"));
    }

    void wordsOfANumberFormatGoWithTheCell()
    {
        const auto parts =
            scrubbed(XlsxBuilder()
                         .styles("<numFmts count=\"1\"><numFmt numFmtId=\"165\" "
                                 "formatCode=\"&quot;Quillfen &quot;0\"/></numFmts><cellXfs "
                                 "count=\"2\"><xf/><xf numFmtId=\"165\"/></cellXfs>")
                         .sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>42</v></c></row>"),
                     {{u"Quillfen"_s, u"[ORG-1]"_s}});
        QVERIFY(!parts.isEmpty());
        QVERIFY(!anyPartHolds(parts, "Quillfen"));
        QVERIFY(parts.value(QString::fromLatin1(sheetOne)).contains("<v>42</v>"));
    }

    // acceptance 21
    void resultsOfDependentFormulasAreMadeAnew()
    {
        const XlsxBuilder builder =
            XlsxBuilder()
                .sheet({"Data",
                        "<row r=\"1\">" + text("A1", "Ada")
                            + "<c r=\"B1\" t=\"str\"><f>A1&amp;\"!\"</f><v>Ada!</v></c><c r=\"C1\" "
                              "t=\"str\"><f>UPPER(B1)</f><v>ADA!</v></c>"
                              "<c r=\"D1\"><f>1+1</f><v>2</v></c><c r=\"E1\" t=\"str\"><f "
                              "t=\"shared\" ref=\"E1:E2\" "
                              "si=\"0\">Data!A1&amp;\"?\"</f><v>Ada?</v></c></row>"
                              "<row r=\"2\"><c r=\"E2\" t=\"str\"><f t=\"shared\" "
                              "si=\"0\"/><v>?</v></c></row>",
                        {},
                        {},
                        {}})
                .sheet({"Other",
                        "<row r=\"1\"><c r=\"A1\" "
                        "t=\"str\"><f>INDIRECT(\"Data!A1\")</f><v>Ada</v></c><c r=\"B1\" "
                        "t=\"str\"><f>name</f><v>Ada</v></c></row>",
                        {},
                        {},
                        {}})
                .workbook({}, "<definedNames><definedName "
                              "name=\"name\">Data!$A$1</definedName></definedNames>")
                .part("xl/calcChain.xml",
                      "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml",
                      "<calcChain/>")
                .relate("xl/workbook.xml", "rIdCalc", "calcChain", "calcChain.xml");
        const auto document = openWorkbook(builder.build());
        document::RedactionPlan plan = planFor(**document, {});
        plan.spans.push_back({u"c1"_s, {1, 0, 3}, u"[P]"_s});   // A1 only
        const auto output = (*document)->apply(plan, {});
        QVERIFY(output);
        const auto parts = partsOf(output->bytes);
        QVERIFY(!anyPartHolds(parts, "Ada"));
        QVERIFY(!anyPartHolds(parts, "ADA"));
        const QByteArray sheet = parts.value(QString::fromLatin1(sheetOne));
        QVERIFY(sheet.contains("<c r=\"B1\"><f>A1&amp;&quot;!&quot;</f></c><c "
                               "r=\"C1\"><f>UPPER(B1)</f></c><c r=\"D1\"><f>1+1</f><v>2</v></c>"));
        QVERIFY(sheet.contains("<c r=\"E2\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>?</v></c>"));
        QVERIFY(parts.value(u"xl/workbook.xml"_s).contains("fullCalcOnLoad=\"1\""));
        QVERIFY(!anyPartHolds(parts, "calcChain"));
    }

    void resultThatIsRedactedAloneLosesItsFormula()
    {
        const auto parts =
            scrubbed(XlsxBuilder().sheet(
                         "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>CHAR(65)&amp;CHAR(100)</f><v>Ad "
                         "secret</v></c></row>"),
                     {{u"Ad secret"_s, u"[P]"_s}});
        QVERIFY(parts.value(QString::fromLatin1(sheetOne))
                    .contains("<c r=\"A1\" t=\"str\"><v>[P]</v></c>"));
    }

    // acceptance 22
    void formulasOfOtherWorkbooksBecomeValues()
    {
        const auto parts = scrubbed(
            XlsxBuilder()
                .sheet("<row r=\"1\"><c r=\"A1\"><f>[1]Plan!B2*2</f><v>84</v></c><c "
                       "r=\"B1\"><f>AcmePrice(A1)</f><v>7</v></c></row>")
                .workbook(
                    {},
                    "<externalReferences><externalReference r:id=\"rIdE\"/></externalReferences>")
                .part(
                    "xl/externalLinks/e.xml",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
                    "<externalLink/>")
                .relate("xl/workbook.xml", "rIdE", "externalLink", "externalLinks/e.xml"),
            {});
        QVERIFY(parts.value(QString::fromLatin1(sheetOne))
                    .contains("<c r=\"A1\"><v>84</v></c><c r=\"B1\"><v>7</v></c>"));
        QVERIFY(!anyPartHolds(parts, "external"));
    }

    // acceptance 23
    void tableHeadersStayEqualAndUnique()
    {
        const auto parts = scrubbed(tableBook(), {{u"Ada"_s, u"[P]"_s}, {u"Ida"_s, u"[P]"_s}});
        const QByteArray sheet = parts.value(QString::fromLatin1(sheetOne));
        const QByteArray table = parts.value(u"xl/tables/table1.xml"_s);
        QVERIFY(sheet.contains("<t>[P]</t>"));
        QVERIFY(sheet.contains("<t>[P] 2</t>"));
        QVERIFY(table.contains("name=\"[P]\""));
        QVERIFY(table.contains("name=\"[P] 2\""));
        QVERIFY(sheet.contains("Orders[[#This Row],['[P']]]+Orders[[#This Row],['[P'] 2]]"));
        QVERIFY(table.contains("[@'[P']]+[@'[P'] 2]"));
        QVERIFY(!anyPartHolds(parts, "Ada"));
    }

    // acceptance 26
    void sheetNamesChangeWhereverTheyStand()
    {
        XlsxBuilder builder;
        builder
            .sheet({"Front",
                    "<row r=\"1\"><c r=\"A1\"><f>Quillfen!B1+'Quillfen'!B2</f><v>1</v></c></row>",
                    {},
                    "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" "
                    "priority=\"1\"><formula>Quillfen!$B$1&gt;1</formula></cfRule></"
                    "conditionalFormatting>"
                    "<hyperlinks><hyperlink ref=\"A1\" location=\"Quillfen!A1\"/></hyperlinks>",
                    {}})
            .sheet({"Quillfen", "<row r=\"1\"><c r=\"B1\"><v>5</v></c></row>", {}, {}, {}})
            .workbook({}, "<definedNames><definedName name=\"_xlnm.Print_Area\" "
                          "localSheetId=\"1\">Quillfen!$A$1:$B$2</definedName></definedNames>");
        const auto parts = scrubbed(builder, {{u"Quillfen"_s, u"[ORG/1]"_s}});
        QVERIFY(!parts.isEmpty());
        QVERIFY(!anyPartHolds(parts, "Quillfen"));
        QVERIFY(parts.value(u"xl/workbook.xml"_s).contains("<sheet name=\"(ORG-1)\""));
        QVERIFY(parts.value(u"xl/workbook.xml"_s).contains("'(ORG-1)'!$A$1:$B$2"));
        const QByteArray sheet = parts.value(QString::fromLatin1(sheetOne));
        QVERIFY(sheet.contains("<f>'(ORG-1)'!B1+'(ORG-1)'!B2</f>"));
        QVERIFY(sheet.contains("'(ORG-1)'!$B$1&gt;1"));
        QVERIFY(sheet.contains("location=\"'(ORG-1)'!A1\""));
    }

    void definedNamesChangeWhereverTheyStand()
    {
        const auto parts =
            scrubbed(XlsxBuilder()
                         .sheet("<row r=\"1\"><c r=\"A1\"><f>OsterwickRate*2</f><v>4</v></c></row>")
                         .workbook({}, "<definedNames><definedName "
                                       "name=\"OsterwickRate\">2</definedName></definedNames>"),
                     {{u"Osterwick"_s, u"[PERSON-1]"_s}});
        QVERIFY(parts.value(u"xl/workbook.xml"_s).contains("name=\"PERSON_1_Rate\""));
        QVERIFY(parts.value(QString::fromLatin1(sheetOne)).contains("<f>PERSON_1_Rate*2</f>"));
    }

    void chartsFollowTheirCells()
    {
        const auto parts =
            scrubbed(chartBook(), {{u"Ada"_s, u"[P]"_s}, {u"491701234567"_s, u"[PHONE]"_s}});
        const QByteArray chart = parts.value(u"xl/charts/chart1.xml"_s);
        QVERIFY(chart.contains("<c:v>[P]</c:v>"));
        QVERIFY(chart.contains("<c:v>0</c:v>"));
        QVERIFY(!anyPartHolds(parts, "Ada"));
        QVERIFY(!anyPartHolds(parts, "491701234567"));
        QVERIFY(!anyPartHolds(parts, "secret"));
        QVERIFY(!chart.contains("externalData"));
    }

    void chartsOfEmptiedSheetsKeepWhatTheyShow()
    {
        const auto parts = scrubbed(chartBook("hidden"), {});
        const QByteArray chart = parts.value(u"xl/charts/chart1.xml"_s);
        QVERIFY(chart.contains("<c:strLit>"));
        QVERIFY(chart.contains("<c:v>Ada</c:v>"));
        QVERIFY(!anyPartHolds(parts, "Quillfen"));
        QVERIFY(!parts.value(u"xl/worksheets/sheet2.xml"_s).contains("Ada"));
    }

    void formulasOverEmptiedCellsKeepTheirResults()
    {
        const auto parts =
            scrubbed(XlsxBuilder().sheet("<row r=\"1\"><c r=\"A1\"><f>A2*2</f><v>84</v></c><c "
                                         "r=\"B1\"><f>A1+1</f><v>85</v></c></row><row r=\"2\" "
                                         "hidden=\"1\"><c r=\"A2\"><v>42</v></c></row>"),
                     {});
        QVERIFY(parts.value(QString::fromLatin1(sheetOne))
                    .contains("<c r=\"A1\"><v>84</v></c><c r=\"B1\"><f>A1+1</f><v>85</v></c>"));
        QVERIFY(!parts.value(QString::fromLatin1(sheetOne)).contains("42"));
    }

    void linkWhoseTargetGoesIsNoLink()
    {
        const auto parts =
            scrubbed(XlsxBuilder()
                         .sheet({"Data",
                                 "<row r=\"1\">" + text("A1", "mail") + "</row>",
                                 {},
                                 "<hyperlinks><hyperlink ref=\"A1\" r:id=\"rIdH\"/></hyperlinks>",
                                 {}})
                         .relate("xl/worksheets/sheet1.xml", "rIdH", "hyperlink",
                                 "mailto:ada@quillfen.example"),
                     {{u"ada@quillfen.example"_s, u"[EMAIL-1]"_s}});
        QVERIFY(!parts.value(QString::fromLatin1(sheetOne)).contains("hyperlink"));
        QVERIFY(!anyPartHolds(parts, "quillfen"));
    }

    void headersKeepTheirCodes()
    {
        const auto parts =
            scrubbed(XlsxBuilder().sheet({"Data",
                                          "",
                                          {},
                                          "<headerFooter><oddHeader>&amp;L&amp;BTom&amp;Bas "
                                          "V&amp;R&amp;P</oddHeader></headerFooter>",
                                          {}}),
                     {{u"Tomas"_s, u"[P]"_s}});
        QVERIFY(parts.value(QString::fromLatin1(sheetOne))
                    .contains("<oddHeader>&amp;L&amp;B[P]&amp;B V&amp;R&amp;P</oddHeader>"));
    }

    void macroFilesBecomePlainOnes()
    {
        const auto document = openWorkbook(
            XlsxBuilder()
                .mainType("application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                .sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .part("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", "code")
                .relate("xl/workbook.xml", "rIdV", "vbaProject", "vbaProject.bin")
                .build(),
            u"book.xlsm"_s);
        QVERIFY(document);
        QCOMPARE((*document)->info().suffix, u"xlsx"_s);
        const auto output = (*document)->apply(planFor(**document, {}), {});
        const auto parts = partsOf(output->bytes);
        QVERIFY(parts.value(u"[Content_Types].xml"_s).contains("spreadsheetml.sheet.main+xml"));
        QVERIFY(!anyPartHolds(parts, "macro"));
        QVERIFY(!anyPartHolds(parts, "code"));
    }

    // acceptance 30
    void strictStaysStrict()
    {
        const auto parts =
            scrubbed(XlsxBuilder()
                         .strict()
                         .strings({"<t>Ada</t>"})
                         .sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
                     {{u"Ada"_s, u"[P]"_s}});
        QVERIFY(parts.value(u"xl/sharedStrings.xml"_s).contains("purl.oclc.org"));
        QVERIFY(parts.value(u"xl/_rels/workbook.xml.rels"_s).contains("purl.oclc.org"));
        QVERIFY(!anyPartHolds(parts, "schemas.openxmlformats.org/spreadsheetml"));
    }

    void adjustedUnitsAreTold()
    {
        const auto document =
            openWorkbook(XlsxBuilder()
                             .sheet({"Ada",
                                     "<row r=\"1\"><c r=\"A1\"><v>491701234567</v></c><c "
                                     "r=\"B1\"><f>A1</f><v>491701234567</v></c></row>",
                                     {},
                                     {},
                                     {}})
                             .build());
        document::RedactionPlan plan = planFor(**document, {{u"Ada"_s, u"[P]"_s}});
        plan.spans.push_back({u"c1"_s, {1, 0, 12}, u"[PHONE-1]"_s});
        const auto output = (*document)->apply(plan, {});
        QVERIFY(output);
        const auto &adjusted = output->applied.adjusted;
        QCOMPARE(adjusted.size(), size_t{3});
        QCOMPARE(adjusted[0].text, u"(P)"_s);
        QCOMPARE(adjusted[1].text, u"0"_s);
        QVERIFY(adjusted[2].gone);
    }

    void samePlanGivesTheSameBytesAndNothingMore()
    {
        for (const XlsxBuilder &builder : {tableBook(), chartBook(), chartBook("hidden")}) {
            const auto document = openWorkbook(builder.build());
            const auto plan =
                planFor(**document, {{u"Ada"_s, u"[P]"_s}, {u"Quillfen"_s, u"[O]"_s}});
            const auto once = (*document)->apply(plan, {});
            const auto twice = (*document)->apply(plan, {});
            QVERIFY(once && twice);
            QCOMPARE(once->bytes, twice->bytes);
            const auto again = openWorkbook(once->bytes);
            const auto third = (*again)->apply(planFor(**again, {}), {});
            QVERIFY(third);
            QCOMPARE(third->bytes, once->bytes);
        }
    }

    void spansThatDoNotFitAreRefused()
    {
        const auto document = openWorkbook(tableBook().build());
        document::RedactionPlan plan;
        plan.spans.push_back({u"c1"_s, {1, 0, 99}, u"x"_s});
        QVERIFY(!(*document)->apply(plan, {}));
    }

    void cancelledJobGivesNothing()
    {
        const auto document = openWorkbook(tableBook().build());
        std::stop_source stop;
        stop.request_stop();
        base::JobContext job;
        job.stop = stop.get_token();
        const auto output = (*document)->apply(planFor(**document, {}), job);
        QVERIFY(!output);
        QCOMPARE(output.error().code, base::ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestXlsxApply)
#include "tst_xlsxapply.moc"
