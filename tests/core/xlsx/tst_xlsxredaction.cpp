// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/xlsx/workbooktesting.h"
#include "tests/support/xlsxbuilder.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

namespace {

const QString sheetOne = u"xl/worksheets/sheet1.xml"_s;
constexpr auto sheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

QByteArray number(const char *cell, const char *value)
{
    return QByteArray("<c r=\"") + cell + "\"><v>" + value + "</v></c>";
}

QByteArray column(const QByteArrayList &cells)
{
    QByteArray rows;
    for (const QByteArray &cell : cells) {
        rows += "<row>" + cell + "</row>";
    }
    return rows;
}

document::Document::Output scrubbed(const XlsxBuilder &builder, const QMap<QString, QString> &terms)
{
    const auto document = openWorkbook(builder.build());
    if (!document) {
        return {};
    }
    auto output = (*document)->apply(planFor(**document, terms), {});
    return output ? std::move(*output) : document::Document::Output();
}

bool anyPartHolds(const document::Document::Output &output, const QByteArray &text)
{
    const auto parts = partsOf(output.bytes);
    return std::any_of(parts.begin(), parts.end(),
                       [&](const QByteArray &part) { return part.contains(text); });
}

}   // namespace

/// What a redaction leaves behind in a workbook: marks, warnings, copies.
class TestXlsxRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redactedNumberIsHatched()
    {
        const auto output =
            scrubbed(XlsxBuilder()
                         .styles("<fonts count=\"1\"><font><b/></font></fonts><cellXfs count=\"2\">"
                                 "<xf/><xf numFmtId=\"4\" fontId=\"0\"/></cellXfs>")
                         .sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>4711.5</v></c><c r=\"B1\" "
                                "s=\"1\"><v>12</v></c></row>"),
                     {{u"4,711.50"_s, u"[AMOUNT-1]"_s}});
        const auto parts = partsOf(output.bytes);
        QVERIFY(parts.value(sheetOne).contains("<c r=\"A1\" s=\"2\"><v>0</v></c><c r=\"B1\" "
                                               "s=\"1\"><v>12</v></c>"));
        const QByteArray styles = parts.value(u"xl/styles.xml"_s);
        QVERIFY(styles.contains("<patternFill patternType=\"lightUp\">"));
        // the same format as before, and the mark
        QVERIFY(styles.contains("<cellXfs count=\"3\"><xf/><xf numFmtId=\"4\" fontId=\"0\"/><xf "
                                "numFmtId=\"4\" fontId=\"0\" fillId=\"2\" applyFill=\"1\"/>"));
    }

    void numberWithoutStyleSheetIsHatchedToo()
    {
        const auto output = scrubbed(XlsxBuilder().sheet(column({number("A1", "4711")})),
                                     {{u"4711"_s, u"[AMOUNT-1]"_s}});
        const auto parts = partsOf(output.bytes);
        QVERIFY(parts.value(sheetOne).contains("<c r=\"A1\" s=\"1\"><v>0</v></c>"));
        QVERIFY(parts.value(u"xl/styles.xml"_s).contains("lightUp"));
        const auto again = openWorkbook(output.bytes);
        QVERIFY(again);
        QVERIFY((*again)->hiddenItems().empty());
    }

    void zeroThatIsRedactedDoesNotStayZero()
    {
        const auto output =
            scrubbed(XlsxBuilder().sheet(column({number("A1", "0")})), {{u"0"_s, u"[AMOUNT-1]"_s}});
        QVERIFY(partsOf(output.bytes).value(sheetOne).contains("<v>1</v>"));
    }

    void onlyRedactedAddendIsWarnedOf()
    {
        const XlsxBuilder builder = XlsxBuilder().sheet(
            column({number("A1", "100"), number("A2", "4711"), number("A3", "300"),
                    "<c r=\"A4\"><f>SUM(A1:A3)</f><v>5111</v></c>"}));
        const auto output = scrubbed(builder, {{u"4711"_s, u"[AMOUNT-1]"_s}});
        const QByteArray sheet = partsOf(output.bytes).value(sheetOne);
        QVERIFY(sheet.contains("<c r=\"A4\"><f>SUM(A1:A3)</f></c>"));   // still calculates
        QVERIFY(!sheet.contains("5111"));
        QCOMPARE(output.applied.warnings.size(), size_t{1});
        QVERIFY(output.applied.warnings[0].contains(u"cell A4 of sheet 1"_s));
        // of two nobody knows which is which
        const auto two = scrubbed(builder, {{u"4711"_s, u"[A-1]"_s}, {u"300"_s, u"[A-2]"_s}});
        QVERIFY(two.applied.warnings.empty());
    }

    void totalThatStandsAsANumberIsWarnedOf()
    {
        const XlsxBuilder builder = XlsxBuilder().sheet(
            column({number("A1", "2024"), number("A2", "100"), number("A3", "4711"),
                    number("A4", "300"), number("A5", "5111")}));
        const auto output = scrubbed(builder, {{u"4711"_s, u"[AMOUNT-1]"_s}});
        QCOMPARE(output.applied.warnings.size(), size_t{1});
        QVERIFY(output.applied.warnings[0].contains(u"cell A3 of sheet 1"_s));
        QVERIFY(output.applied.warnings[0].contains(u"total"_s));
        const auto harmless = scrubbed(builder, {{u"4711"_s, u"[A-1]"_s}, {u"300"_s, u"[A-2]"_s}});
        QVERIFY(harmless.applied.warnings.empty());
    }

    void resultWhoseCellsStayIsWarnedOf()
    {
        const auto output =
            scrubbed(XlsxBuilder().sheet(column({number("A1", "411"), number("A2", "500"),
                                                 "<c r=\"A3\"><f>A1*A2</f><v>205500</v></c>"})),
                     {{u"205500"_s, u"[AMOUNT-1]"_s}});
        QCOMPARE(output.applied.warnings.size(), size_t{1});
        QVERIFY(output.applied.warnings[0].contains(u"cell A3 of sheet 1"_s));
    }

    // acceptance 18
    void unusedStringWithTheSameTextGoes()
    {
        const auto output =
            scrubbed(XlsxBuilder()
                         .strings({"<t>Ada</t>", "<t>Ada Quillfen</t>"})
                         .sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
                     {{u"Ada"_s, u"[P]"_s}});
        QVERIFY(!output.bytes.isEmpty());
        QVERIFY(!anyPartHolds(output, "Ada"));
        QVERIFY(!anyPartHolds(output, "Quillfen"));
    }

    // acceptance 19
    void textIsCleanInEveryFormOfString()
    {
        const auto output = scrubbed(
            XlsxBuilder()
                .strings({"<r><t>Qui</t></r><r><rPr><b/></rPr><t>llfen</t></r><rPh sb=\"0\" "
                          "eb=\"2\"><t>Quillfen</t></rPh>",
                          "<t>_x0051_uillfen</t>"})
                .sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
                       "t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><r><t>Quill</t></r>"
                       "<r><t>fen</t></r></is></c><c r=\"D1\" t=\"str\"><f>\"Quill\"&amp;\"fen\""
                       "</f><v>Quillfen</v></c></row>"),
            {{u"Quillfen"_s, u"[ORG-1]"_s}});
        const auto document = openWorkbook(output.bytes);
        QVERIFY(document);
        QCOMPARE(allTexts(**document).count(u"[ORG-1]"_s), 4);
        for (const char *form : {"Quillfen", "llfen", "_x0051_"}) {
            QVERIFY2(!anyPartHolds(output, form), form);
        }
    }

    // acceptance 24: the cells of a pivot table stay, its copy of the source does not
    void pivotTablesBecomePlainCells()
    {
        const QByteArray main =
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            "relationships\"";
        const auto output = scrubbed(
            XlsxBuilder()
                .sheet({"Pivot",
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Verlyne</t></is></c>"
                        "<c r=\"B1\"><v>12</v></c></row>",
                        {},
                        {},
                        {}})
                .workbook({},
                          "<pivotCaches><pivotCache cacheId=\"1\" r:id=\"rIdC\"/></pivotCaches>")
                .part("xl/pivotCache/pivotCacheDefinition1.xml",
                      sheetTypes + QByteArray("pivotCacheDefinition+xml"),
                      "<pivotCacheDefinition " + main
                          + " refreshedBy=\"Tomas\" r:id=\"rId1\"><cacheFields><cacheField "
                            "name=\"Who\"><sharedItems><s v=\"Verlyne\"/><s v=\"Osterwick\"/>"
                            "</sharedItems></cacheField></cacheFields></pivotCacheDefinition>")
                .part("xl/pivotCache/pivotCacheRecords1.xml",
                      sheetTypes + QByteArray("pivotCacheRecords+xml"),
                      "<pivotCacheRecords " + main
                          + "><r><s v=\"Osterwick\"/></r></pivotCacheRecords>")
                .part("xl/pivotTables/pivotTable1.xml", sheetTypes + QByteArray("pivotTable+xml"),
                      "<pivotTableDefinition " + main
                          + " name=\"P\" cacheId=\"1\" rowHeaderCaption=\"Osterwick\"/>")
                .relate("xl/workbook.xml", "rIdC", "pivotCacheDefinition",
                        "pivotCache/pivotCacheDefinition1.xml")
                .relate("xl/pivotCache/pivotCacheDefinition1.xml", "rId1", "pivotCacheRecords",
                        "pivotCacheRecords1.xml")
                .relate("xl/worksheets/sheet1.xml", "rId1", "pivotTable",
                        "../pivotTables/pivotTable1.xml"),
            {{u"Verlyne"_s, u"[PERSON-1]"_s}});
        QVERIFY(!output.bytes.isEmpty());
        for (const char *text : {"Verlyne", "Osterwick", "Tomas", "pivot"}) {
            QVERIFY2(!anyPartHolds(output, text), text);
        }
        const auto texts = unitTexts(**openWorkbook(output.bytes));
        QCOMPARE(texts.value(u"sheet 'Pivot'!A1"_s), u"[PERSON-1]"_s);
        QCOMPARE(texts.value(u"sheet 'Pivot'!B1"_s), u"12"_s);
        QCOMPARE(output.applied.warnings.size(), size_t{1});
    }

    void fontsThatAreCalledAfterAFirmAreRedactedAndStayOtherwise()
    {
        const QByteArray header =
            "<headerFooter><oddHeader>&amp;C&amp;\"Quillfen Sans,Bold\"&amp;12Prices &amp;&amp; "
            "dates&amp;\"Arial,Bold\"!</oddHeader></headerFooter>";
        const auto book = [&header] {
            return XlsxBuilder()
                .strings({"<r><rPr><rFont val=\"Quillfen Sans\"/><b/></rPr><t>Total</t></r>"})
                .styles("<fonts count=\"1\"><font><name val=\"Quillfen Sans\"/></font></fonts>")
                .sheet({"Data",
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
                        {},
                        header,
                        {}});
        };
        const auto output = scrubbed(book(), {{u"Quillfen"_s, u"[ORG-1]"_s}});
        QVERIFY(!output.bytes.isEmpty());
        QVERIFY(!anyPartHolds(output, "Quillfen"));
        QVERIFY(anyPartHolds(output, "<name val=\"Arial\"/>"));
        QVERIFY(anyPartHolds(output, "&amp;C&amp;12Prices &amp;&amp; dates&amp;\"Arial,Bold\"!"));
        QVERIFY(anyPartHolds(output, "Total"));

        const auto kept = scrubbed(book(), {});
        QVERIFY(anyPartHolds(kept, "<name val=\"Quillfen Sans\"/>"));
    }

    void stylesThatNothingDefinesAreNotNamed()
    {
        const auto output = scrubbed(XlsxBuilder()
                                         .styles("<cellXfs count=\"1\"><xf/></cellXfs><tableStyles "
                                                 "defaultTableStyle=\"Quillfen blue\" "
                                                 "defaultPivotStyle=\"PivotStyleLight16\"/>")
                                         .sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
                                     {});
        QVERIFY(!output.bytes.isEmpty());
        QVERIFY(!anyPartHolds(output, "Quillfen"));
        QVERIFY(anyPartHolds(output, "PivotStyleLight16"));
    }
};

QTEST_GUILESS_MAIN(TestXlsxRedaction)
#include "tst_xlsxredaction.moc"
