// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/xlsx/workbooktesting.h"
#include "tests/support/xlsxbuilder.h"
#include "tests/support/zipbuilder.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

namespace {

QMap<QString, QString> textsOf(const XlsxBuilder &builder)
{
    const auto document = openWorkbook(builder.build());
    return document ? unitTexts(**document) : QMap<QString, QString>();
}

constexpr auto phoneStyles =
    "<numFmts count=\"1\"><numFmt numFmtId=\"165\" formatCode=\"\\+00\\ 000\\ 0000000\"/></numFmts>"
    "<cellXfs count=\"3\"><xf/><xf numFmtId=\"165\"/><xf numFmtId=\"14\"/></cellXfs>";

constexpr auto drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml";
constexpr auto chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
constexpr auto tableType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

}   // namespace

class TestXlsxUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsReadAsTheyAreShown()
    {
        XlsxBuilder builder;
        builder.styles(phoneStyles)
            .strings({"<t>Mirelle</t>", "<r><t>Tomas </t></r><r><rPr><b/></rPr><t>Verlyne</t></r>",
                      "<t>_x005A_oe</t>"})
            .sheet(
                {"Q3 plan",
                 "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c "
                 "r=\"C1\" t=\"s\"><v>2</v></c>"
                 "<c r=\"D1\" t=\"inlineStr\"><is><t>inline</t></is></c><c r=\"E1\" "
                 "t=\"str\"><f>A1</f><v>result</v></c>"
                 "<c r=\"F1\" s=\"1\"><v>491701234567</v></c><c r=\"G1\" s=\"2\"><v>29221</v></c>"
                 "<c r=\"H1\" t=\"b\"><v>1</v></c><c r=\"I1\" t=\"e\"><v>#N/A</v></c></row>",
                 {},
                 {},
                 {}});
        const auto texts = textsOf(builder);
        QCOMPARE(texts.value(u"sheet 'Q3 plan'"_s), u"Q3 plan"_s);
        QCOMPARE(texts.value(u"sheet 'Q3 plan'!A1"_s), u"Mirelle"_s);
        QCOMPARE(texts.value(u"sheet 'Q3 plan'!B1"_s), u"Tomas Verlyne"_s);
        QCOMPARE(texts.value(u"sheet 'Q3 plan'!C1"_s), u"Zoe"_s);
        QCOMPARE(texts.value(u"sheet 'Q3 plan'!D1"_s), u"inline"_s);
        QCOMPARE(texts.value(u"sheet 'Q3 plan'!E1"_s), u"result"_s);
        QCOMPARE(texts.value(u"sheet 'Q3 plan'!F1"_s), u"+49 170 1234567"_s);
        QCOMPARE(texts.value(u"sheet 'Q3 plan'!G1"_s), u"1980-01-01"_s);
        QVERIFY(!texts.contains(u"sheet 'Q3 plan'!H1"_s));
        QVERIFY(!texts.contains(u"sheet 'Q3 plan'!I1"_s));
    }

    void datesOf1904AreRead()
    {
        XlsxBuilder builder;
        builder.styles(phoneStyles)
            .workbook("<workbookPr date1904=\"1\"/>", {})
            .sheet("<row r=\"1\"><c r=\"A1\" s=\"2\"><v>27759</v></c></row>");
        QCOMPARE(textsOf(builder).value(u"sheet 'Data'!A1"_s), u"1980-01-01"_s);
    }

    void cellsWithoutPlacesAreCounted()
    {
        XlsxBuilder builder;
        builder.sheet("<row><c t=\"inlineStr\"><is><t>one</t></is></c><c><v>2</v></c></row><row><c "
                      "t=\"inlineStr\"><is><t>three</t></is></c></row>");
        const auto texts = textsOf(builder);
        QCOMPARE(texts.value(u"sheet 'Data'!B1"_s), u"2"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!A2"_s), u"three"_s);
    }

    void formulasWithWordsAreUnitsOfTheirOwn()
    {
        XlsxBuilder builder;
        builder.sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>B1&amp;\" of Quillfen\"</f><v>x of "
                      "Quillfen</v></c><c r=\"B1\"><f>SUM(C1:C9)</f><v>4</v></c></row>");
        const auto texts = textsOf(builder);
        QCOMPARE(texts.value(u"sheet 'Data'!A1, formula"_s), u"B1&\" of Quillfen\""_s);
        QVERIFY(!texts.contains(u"sheet 'Data'!B1, formula"_s));
    }

    void prefixedMarkupIsRead()
    {
        // as the Open XML SDK writes it
        const QByteArray spreadsheet =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        const QByteArray x =
            "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        ZipBuilder zip;
        zip.add("[Content_Types].xml",
                "<Types "
                "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
                "Extension=\"rels\" "
                "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/"
                "><Override PartName=\"/xl/w.xml\" ContentType=\""
                    + spreadsheet
                    + "sheet.main+xml\"/><Override PartName=\"/xl/s.xml\" ContentType=\""
                    + spreadsheet + "worksheet+xml\"/></Types>");
        const auto relationships = [](const QByteArray &kind,
                                      const QByteArray &target) -> QByteArray {
            return QByteArray("<Relationships "
                              "xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                              "relationships\"><Relationship Id=\"rId1\" "
                              "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                              "relationships/")
                   + kind + "\" Target=\"" + target + "\"/></Relationships>";
        };
        zip.add("_rels/.rels", relationships("officeDocument", "xl/w.xml"));
        zip.add("xl/_rels/w.xml.rels", relationships("worksheet", "s.xml"));
        zip.add("xl/w.xml",
                "<x:workbook " + x
                    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                      "relationships\"><x:sheets>"
                      "<x:sheet name=\"P\" sheetId=\"1\" r:id=\"rId1\"/></x:sheets></x:workbook>");
        zip.add("xl/s.xml", "<x:worksheet " + x
                                + "><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" "
                                  "t=\"inlineStr\"><x:is><x:t>one</x:t></x:is></x:c>"
                                  "</x:row></x:sheetData></x:worksheet>");
        const auto document = openWorkbook(zip.build());
        QVERIFY(document);
        QCOMPARE(unitTexts(**document).value(u"sheet 'P'!A1"_s), u"one"_s);
    }

    void strictWorkbooksAreRead()
    {
        XlsxBuilder builder;
        builder.strict()
            .strings({"<t>Mirelle</t>"})
            .sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
        QCOMPARE(textsOf(builder).value(u"sheet 'Data'!A1"_s), u"Mirelle"_s);
    }

    void whatStandsAroundTheCellsIsRead()
    {
        XlsxBuilder builder;
        builder
            .workbook({}, "<definedNames><definedName name=\"Client\" comment=\"of "
                          "Verlyne\">\"Osterwick\"</definedName></definedNames>")
            .sheet({"Data",
                    "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                    {},
                    "<conditionalFormatting sqref=\"A1\"><cfRule type=\"containsText\" "
                    "priority=\"1\" text=\"flagged\"><formula>A1=\"loud\"</formula></cfRule>"
                    "</conditionalFormatting><dataValidations count=\"1\"><dataValidation "
                    "type=\"list\" sqref=\"A1\" prompt=\"choose\"><formula1>\"Ada,Zoe\"</formula1>"
                    "</dataValidation></dataValidations><hyperlinks><hyperlink ref=\"A1\" "
                    "r:id=\"rIdH\" tooltip=\"tip\" display=\"shown\"/></hyperlinks>"
                    "<headerFooter><oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;12Quillfen &amp;&amp; "
                    "Co&amp;R&amp;P</oddHeader></headerFooter>",
                    {}})
            .relate("xl/worksheets/sheet1.xml", "rIdH", "hyperlink", "mailto:ada@quillfen.example");
        const auto document = openWorkbook(builder.build());
        QVERIFY(document);
        const QStringList texts = allTexts(**document);
        for (const char *wanted : {"flagged", "A1=\"loud\"", "choose", "\"Ada,Zoe\"", "tip",
                                   "shown", "mailto:ada@quillfen.example", "Client", "of Verlyne",
                                   "\"Osterwick\"", "Quillfen & Co"}) {
            QVERIFY2(texts.contains(QString::fromUtf8(wanted)), wanted);
        }
    }

    void chartsAndTablesRepeatTheirCells()
    {
        XlsxBuilder builder;
        builder
            .sheet({"Data",
                    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Client</t></is></c></row><row "
                    "r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Ada</t></is></c></row>",
                    {},
                    "<drawing r:id=\"rIdD\"/><tableParts count=\"1\"><tablePart "
                    "r:id=\"rIdT\"/></tableParts>",
                    {}})
            .part("xl/tables/t.xml", tableType,
                  "<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                  "id=\"1\" name=\"Orders\" displayName=\"Orders\" ref=\"A1:A2\">"
                  "<tableColumns count=\"1\"><tableColumn id=\"1\" "
                  "name=\"Client\"/></tableColumns></table>")
            .part(
                "xl/drawings/d.xml", drawingType,
                "<xdr:wsDr "
                "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
                "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/"
                "main\"><xdr:oneCellAnchor><xdr:sp><xdr:nvSpPr>"
                "<xdr:cNvPr id=\"2\" name=\"Box\" descr=\"a "
                "portrait\"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>box "
                "</a:t></a:r><a:r><a:t>text</a:t></a:r></a:p>"
                "</xdr:txBody></xdr:sp></xdr:oneCellAnchor></xdr:wsDr>")
            .part(
                "xl/charts/c.xml", chartType,
                "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
                "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Sales</a:t></a:r></a:p></c:rich></"
                "c:tx></c:title><c:plotArea><c:barChart><c:ser><c:cat><c:strRef>"
                "<c:f>Data!$A$2</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt "
                "idx=\"0\"><c:v>Ada</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></"
                "c:barChart>"
                "</c:plotArea></c:chart></c:chartSpace>")
            .relate("xl/worksheets/sheet1.xml", "rIdT", "table", "../tables/t.xml")
            .relate("xl/worksheets/sheet1.xml", "rIdD", "drawing", "../drawings/d.xml")
            .relate("xl/drawings/d.xml", "rIdC", "chart", "../charts/c.xml");
        const auto document = openWorkbook(builder.build());
        QVERIFY(document);
        const auto &units = (*document)->textUnits();
        QStringList texts;
        int copies = 0;
        for (const document::TextUnit &unit : units) {
            texts.append(unit.text);
            QVERIFY(unit.copyOf < unit.index);
            if (unit.copyOf >= 0) {
                QCOMPARE(units[static_cast<size_t>(unit.copyOf)].text, unit.text);
                ++copies;
            }
        }
        QCOMPARE(copies, 2);
        QVERIFY(texts.contains(u"box text"_s));
        QVERIFY(texts.contains(u"Sales"_s));
        QVERIFY(texts.contains(u"a portrait"_s));
    }

    void badFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<base::ErrorCode>("code");
        QTest::newRow("open element") << QByteArray("<row r=\"1\"><c>") << base::ErrorCode::Damaged;
        QTest::newRow("row zero") << QByteArray("<row r=\"0\"/>") << base::ErrorCode::Damaged;
        QTest::newRow("cell beyond the sheet")
            << QByteArray("<row r=\"1\"><c r=\"XFE1\"/></row>") << base::ErrorCode::Damaged;
        QTest::newRow("unknown type")
            << QByteArray("<row r=\"1\"><c r=\"A1\" t=\"zzz\"><v>1</v></c></row>")
            << base::ErrorCode::Damaged;
        QTest::newRow("nesting") << QByteArray("<row r=\"1\">") + QByteArray("<a>").repeated(300)
                                        + QByteArray("</a>").repeated(300) + "</row>"
                                 << base::ErrorCode::ExpansionLimit;
        QTest::newRow("unknown entity")
            << QByteArray("<row r=\"1\"><c r=\"A1\"><v>&x;</v></c></row>")
            << base::ErrorCode::Damaged;
    }
    void badFilesAreRefused()
    {
        QFETCH(QByteArray, rows);
        QFETCH(base::ErrorCode, code);
        const auto document = openWorkbook(XlsxBuilder().sheet(rows).build());
        QVERIFY(!document);
        QCOMPARE(document.error().code, code);
    }

    // acceptance 31
    void otherFilesAreNamed()
    {
        const auto document =
            openWorkbook(XlsxBuilder()
                             .sheet("")
                             .mainType("application/vnd.ms-excel.sheet.binary.macroEnabled.main")
                             .build());
        QVERIFY(!document);
        QCOMPARE(document.error().code, base::ErrorCode::ContentMismatch);
    }

    void circlesOfRelationshipsEnd()
    {
        XlsxBuilder builder;
        builder.sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
            .relate("xl/worksheets/sheet1.xml", "rIdLoop", "worksheet", "sheet1.xml")
            .relate("xl/worksheets/sheet1.xml", "rIdBack", "officeDocument", "../workbook.xml");
        QVERIFY(openWorkbook(builder.build()));
    }

    void changedBytesNeverCrash()
    {
        QRandomGenerator random(20261124);   // the same changes in every run
        const QByteArray whole = XlsxBuilder()
                                     .strings({"<t>Ada</t>"})
                                     .sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c "
                                            "r=\"B1\"><f>A1</f><v>1</v></c></row>")
                                     .build();
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = whole;
            for (int change = 0; change <= round % 4; ++change) {
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            }
            if (const auto document = openWorkbook(bytes)) {
                const auto output = (*document)->apply(planFor(**document, {{u"A"_s, u"B"_s}}), {});
                QVERIFY(output || output.error().code != base::ErrorCode::Cancelled);
            }
        }
    }

    void changedMarkupNeverCrashes()
    {
        QRandomGenerator random(20261125);
        const QByteArray rows =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Ada &amp; Zoe</t></is></c>"
            "<c r=\"B1\"><f t=\"shared\" ref=\"B1:B2\" "
            "si=\"0\">Orders[@Ada]&amp;\"x\"</f><v>1</v></c></row>";
        for (int round = 0; round < 2000; ++round) {
            QByteArray changed = rows;
            for (int change = 0; change <= round % 3; ++change) {
                changed[random.bounded(changed.size())] = "<>\"/&;'[]()1A!:$#@"[random.bounded(18)];
            }
            if (const auto document = openWorkbook(XlsxBuilder().sheet(changed).build())) {
                const auto output = (*document)->apply(planFor(**document, {{u"A"_s, u"B"_s}}), {});
                QVERIFY(output);
                QVERIFY(openWorkbook(output->bytes));
            }
        }
    }

    // acceptance 29 (the benchmark measures the rest)
    void aMillionEmptyRowsAreNoTrouble()
    {
        QByteArray rows;
        for (int row = 1; row <= 1'000'000; ++row) {
            rows += "<row r=\"" + QByteArray::number(row) + "\"/>";
        }
        const QByteArray bytes = XlsxBuilder().sheet(rows).build();
        QElapsedTimer timer;
        timer.start();
        const auto document = openWorkbook(bytes);
        QVERIFY(document || document.error().code == base::ErrorCode::ExpansionLimit);
        QVERIFY(timer.elapsed() < 20'000);
    }
};

QTEST_GUILESS_MAIN(TestXlsxUnits)
#include "tst_xlsxunits.moc"
