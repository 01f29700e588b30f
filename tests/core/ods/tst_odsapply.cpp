// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ods/spreadsheettesting.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

OdsFile book(const QByteArray &rows)
{
    return {odsTable("Data", rows), {}, {}, {}, {}};
}

constexpr auto chartContent =
    "<office:body><office:chart><chart:chart><chart:plot-area "
    "table:cell-range-address=\"Quillfen.A1:Quillfen.B2\"><chart:series "
    "chart:values-cell-range-address=\"Quillfen.B1:Quillfen.B2\"/></chart:plot-area>"
    "<table:table table:name=\"local-table\"><table:table-rows><table:table-row>"
    "<table:table-cell office:value-type=\"string\"><text:p>Mirelle</text:p><draw:g><svg:desc>"
    "Quillfen.A1:Quillfen.A2</svg:desc></draw:g></table:table-cell><table:table-cell "
    "office:value-type=\"float\" office:value=\"491701234567\"><text:p>491701234567</text:p>"
    "<draw:g><svg:desc>Quillfen.B1:Quillfen.B2</svg:desc></draw:g></table:table-cell>"
    "</table:table-row><table:table-row><table:table-cell "
    "office:value-type=\"string\"><text:p>Tomas"
    "</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"7\">"
    "<text:p>7</text:p></table:table-cell></table:table-row></table:table-rows></table:table>"
    "</chart:chart></office:chart></office:body>";

OdsFile chartBook()
{
    OdsFile file;
    file.sheets = odsTable(
        "Quillfen", "<table:shapes><draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image "
                    "xlink:href=\"./ObjectReplacements/Object 1\"/></draw:frame></table:shapes>"
                        + odsRow(odsText("Mirelle") + odsNumber("491701234567", "+49 170 1234567"))
                        + odsRow(odsText("Tomas") + odsNumber("7", "7")));
    file.parts = {{"Object 1/content.xml", "<office:document-content" + odsNamespaces() + '>'
                                               + chartContent + "</office:document-content>"},
                  {"ObjectReplacements/Object 1", "Mirelle drawn"}};
    file.folders = {{"Object 1", "application/vnd.oasis.opendocument.chart"}};
    return file;
}

}   // namespace

/// What a scrub makes of a spreadsheet.
class TestOdsApply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothCopiesOfATextGo()
    {
        const auto result =
            scrubOds(book(odsRow(odsText("Dear Mirelle", "office:string-value=\"Dear Mirelle\"")
                                 + odsText("other", "office:string-value=\"Mirelle\""))),
                     {{u"Mirelle"_s, u"[P]"_s}});
        QCOMPARE(result.texts.value(u"sheet 'Data'!A1"_s), u"Dear [P]"_s);
        QCOMPARE(result.texts.value(u"sheet 'Data'!B1"_s), u"other"_s);
        QCOMPARE(result.texts.value(u"sheet 'Data'!B1, stored text"_s), u"[P]"_s);
        QVERIFY(!result.holds("Mirelle"));
    }

    void formattingAndNeighboursStay()
    {
        const auto result = scrubOds(
            book(odsRow("<table:table-cell office:value-type=\"string\"><text:p>To <text:span "
                        "text:style-name=\"T1\">Mirelle</text:span> Oster</text:p><text:p>wick, "
                        "hello</text:p></table:table-cell>"
                        + odsText("kept"))),
            {{u"Mirelle Oster\nwick"_s, u"[P]"_s}});
        QCOMPARE(result.texts.value(u"sheet 'Data'!A1"_s), u"To [P]\n, hello"_s);
        QCOMPARE(result.texts.value(u"sheet 'Data'!B1"_s), u"kept"_s);
    }

    void numbersAndDatesStayOnesAndAreMarked()
    {
        const auto result =
            scrubOds(book(odsRow(odsNumber("491701234567", "+49 170 1234567")
                                 + "<table:table-cell office:value-type=\"date\" "
                                   "office:date-value=\"1975-03-14\"><text:p>14/03/75</text:p>"
                                   "</table:table-cell>")),
                     {{u"491701234567"_s, u"[N]"_s}, {u"14/03/75"_s, u"[D]"_s}});
        QVERIFY(!result.holds("1701234567"));
        QVERIFY(!result.holds("1975"));
        QVERIFY(result.content().contains("office:value=\"0\""));
        QVERIFY(result.content().contains("office:date-value=\"1900-01-01\""));
        QVERIFY(result.content().contains("fo:background-color=\"#bfbfbf\""));
        QCOMPARE(result.texts.value(u"sheet 'Data'!A1"_s), u"0"_s);
    }

    void repetitionsGoTogetherAndAreNotSpreadOut()
    {
        const auto result =
            scrubOds(book(odsRow(odsText("Mirelle", "table:number-columns-repeated=\"3\""),
                                 "table:number-rows-repeated=\"1000000\"")),
                     {{u"Mirelle"_s, u"[P]"_s}});
        QVERIFY(!result.holds("Mirelle"));
        QVERIFY(result.content().contains("table:number-rows-repeated=\"1000000\""));
        QVERIFY(result.bytes.size() < 4096);
    }

    void dependentsLoseTheirResultsAndKeepTheirFormulas()
    {
        const auto result =
            scrubOds(book(odsRow(odsText("Mirelle")
                                 + odsText("Dear Mirelle",
                                           "table:formula=\"of:=&quot;Dear &quot;&amp;[.A1]\"")
                                 + odsText("Dear Mirelle!", "table:formula=\"of:=[.B1]&amp;[.F1]\"")
                                 + odsNumber("3", "3", "table:formula=\"of:=1+[.F1]\"")
                                 + "<table:table-cell/>" + odsNumber("2", "2"))),
                     {{u"Mirelle"_s, u"[P]"_s}});
        QVERIFY(!result.holds("Mirelle"));
        QVERIFY(
            result.content().contains("table:formula=\"of:=[.B1]&amp;[.F1]\"></table:table-cell>"));
        QCOMPARE(result.texts.value(u"sheet 'Data'!D1"_s), u"3"_s);
    }

    void formulasWithRedactedStringsStillCalculate()
    {
        const auto result = scrubOds(
            book(odsRow(odsText("Mirelle x", "table:formula=\"of:=&quot;Mirelle &quot;&amp;[.B1]\"")
                        + odsText("x"))),
            {{u"Mirelle"_s, u"[P]"_s}});
        QVERIFY(!result.holds("Mirelle"));
        QVERIFY(result.content().contains("of:=&quot;[P] &quot;&amp;[.B1]"));
    }

    void linksToOtherDocumentsBecomeValues()
    {
        const auto result = scrubOds(
            {odsTable("Data", odsRow(odsNumber("5", "5",
                                               "table:formula=\"of:=['file:///home/mirelle/"
                                               "x.ods'#$Sheet1.A1]\"")))
                 + odsTable("'file:///home/mirelle/x.ods'#$Sheet1",
                            "<table:table-source xlink:href=\"file:///home/mirelle/x.ods\"/>"
                                + odsRow(odsText("Osterwick"))),
             {},
             {},
             {},
             {}},
            {});
        QVERIFY(!result.content().contains("mirelle/x.ods") || result.holds("of:=['file"));
        QVERIFY(!result.holds("Osterwick"));
        QCOMPARE(result.texts.value(u"sheet 'Data'!A1"_s), u"5"_s);
    }

    void sheetsAreRenamedEverywhere()
    {
        OdsFile file = chartBook();
        file.sheets +=
            odsTable("Other",
                     odsRow(odsNumber("7", "7", "table:formula=\"of:=[$Quillfen.B2]\"")
                            + "<table:table-cell office:value-type=\"string\"><text:p><text:a "
                              "xlink:href=\"#Quillfen.A1\">go</text:a></text:p>"
                              "</table:table-cell>"),
                     "table:print-ranges=\"Quillfen.A1:Quillfen.B2\"")
            + "<table:named-expressions><table:named-range table:name=\"Rates\" "
              "table:base-cell-address=\"$Quillfen.$A$1\" "
              "table:cell-range-address=\"$Quillfen.$A$1:.$B$2\"/></table:named-expressions>"
              "<table:database-ranges><table:database-range table:name=\"Base\" "
              "table:target-range-address=\"Quillfen.A1:Quillfen.B2\"/></table:database-ranges>";
        const auto result = scrubOds(file, {{u"Quillfen"_s, u"Org"_s}});
        QVERIFY(!result.holds("Quillfen"));
        QVERIFY(result.content().contains("of:=[$Org.B2]"));
        QVERIFY(result.content().contains("#Org.A1"));
        QVERIFY(result.content().contains("$Org.$A$1:.$B$2"));
        QVERIFY(result.content().contains("table:target-range-address=\"Org.A1:Org.B2\""));
        QVERIFY(result.parts.value(u"Object 1/content.xml"_s).contains("Org.A1:Org.B2"));
    }

    void chartsRepeatWhatTheirCellsBecame()
    {
        const auto result =
            scrubOds(chartBook(), {{u"Mirelle"_s, u"[P]"_s}, {u"+49 170 1234567"_s, u"[N]"_s}});
        const QByteArray chart = result.parts.value(u"Object 1/content.xml"_s);
        QVERIFY(!result.holds("Mirelle"));
        QVERIFY(!result.holds("491701234567"));
        QVERIFY(chart.contains("<text:p>[P]</text:p>"));
        QVERIFY(chart.contains("<text:p>Tomas</text:p>"));
        QVERIFY(chart.contains("office:value=\"7\""));
        QVERIFY(!result.content().contains("ObjectReplacements"));
    }

    void namesAreRenamedWhereFormulasUseThem()
    {
        const auto result = scrubOds(
            {odsTable("Data", odsRow(odsNumber("6", "6", "table:formula=\"of:=Mirelle*2\"")))
                 + "<table:named-expressions><table:named-expression table:name=\"Mirelle\" "
                   "table:expression=\"3\"/></table:named-expressions>",
             {},
             {},
             {},
             {}},
            {{u"Mirelle"_s, u"[P-1]"_s}});
        QVERIFY(!result.holds("Mirelle"));
        QVERIFY(result.content().contains("table:name=\"Name_P_1\"")
                || result.content().contains("table:name=\"P_1\""));
        QVERIFY(result.holds("*2"));
    }

    void rulesAndWordsOfFormatsAreEdited()
    {
        OdsFile file;
        file.sheets =
            "<table:content-validations><table:content-validation table:name=\"Mirelle\" "
            "table:condition=\"of:cell-content-is-in-list(&quot;Mirelle&quot;;&quot;b&quot;)\">"
            "<table:error-message table:title=\"Mirelle\"><text:p>Not Mirelle</text:p>"
            "</table:error-message></table:content-validation></table:content-validations>"
            + odsTable("Data", odsRow("<table:table-cell "
                                      "table:content-validation-name=\"Mirelle\"/>"
                                      + odsText("kept")));
        file.automaticStyles = "<number:number-style style:name=\"N1\"><number:text>Mirelle "
                               "</number:text><number:number/></number:number-style>";
        const auto result = scrubOds(file, {{u"Mirelle"_s, u"[P]"_s}});
        QVERIFY(!result.holds("Mirelle"));
        QVERIFY(result.content().contains("table:content-validation-name=\"val1\""));
        QVERIFY(result.content().contains("(&quot;[P]&quot;;&quot;b&quot;)"));
        QVERIFY(result.content().contains("[P] </number:text>"));
    }

    void theSamePlanGivesTheSameBytes()
    {
        const auto first = scrubOds(chartBook(), {{u"Mirelle"_s, u"[P]"_s}});
        const auto second = scrubOds(chartBook(), {{u"Mirelle"_s, u"[P]"_s}});
        QVERIFY(!first.bytes.isEmpty());
        QCOMPARE(first.bytes, second.bytes);
    }

    void typesStandFirstAndPlain()
    {
        const auto result = scrubOds(book(odsRow(odsText("x"))), {});
        QCOMPARE(result.bytes.mid(30, 8), "mimetype");
        QCOMPARE(result.bytes.mid(38, 46), "application/vnd.oasis.opendocument.spreadsheet");
    }

    void valuesThatAreNoneDoNotStay()
    {
        const auto result = scrubOds(
            book(
                odsRow("<table:table-cell office:value-type=\"float\" office:value=\"Osterwick\" "
                       "office:boolean-value=\"Verlyne\" table:style-name=\"Nightjar\" "
                       "office:currency=\"Secret\" calcext:value-type=\"Hidden\"><text:p>7</text:p>"
                       "</table:table-cell>",
                       "table:style-name=\"Elsewhere\" table:visibility=\"Someday\"")),
            {});
        for (const char *word :
             {"Verlyne", "Nightjar", "Secret", "Hidden", "Elsewhere", "Someday"}) {
            QVERIFY2(!result.content().contains(word), word);
        }
    }
};

QTEST_APPLESS_MAIN(TestOdsApply)
#include "tst_odsapply.moc"
