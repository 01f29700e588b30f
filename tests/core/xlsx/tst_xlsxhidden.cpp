// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/xlsx/workbooktesting.h"
#include "tests/support/xlsxbuilder.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenDefault;
using document::HiddenItem;
using document::HiddenKind;

namespace {

const HiddenItem *itemOf(const document::Document &document, HiddenKind kind)
{
    const auto &items = document.hiddenItems();
    const auto found = std::find_if(items.begin(), items.end(),
                                    [kind](const HiddenItem &item) { return item.kind == kind; });
    return found == items.end() ? nullptr : &*found;
}

QByteArray cell(const char *place, const char *text, const char *more = "")
{
    return QByteArray("<c r=\"") + place + "\" t=\"inlineStr\"" + more + "><is><t>" + text
           + "</t></is></c>";
}

XlsxBuilder hiddenThings()
{
    XlsxBuilder builder;
    builder
        .styles(
            "<numFmts count=\"1\"><numFmt numFmtId=\"166\" formatCode=\";;;\"/></numFmts><fonts "
            "count=\"2\"><font/><font><color rgb=\"FFFFFFFF\"/></font></fonts>"
            "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
            "<cellXfs count=\"3\"><xf/><xf numFmtId=\"166\"/><xf fontId=\"1\"/></cellXfs>")
        .strings({"<t>used</t>", "<t>orphan</t>",
                  "<t>kanji</t><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh>"})
        .workbook("<fileSharing userName=\"Tomas Verlyne\"/>",
                  "<definedNames><definedName name=\"Secret\" "
                  "hidden=\"1\">\"x\"</definedName></definedNames>")
        .sheet({"Open",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>2</v></c>"
                    + cell("H1", "in hidden column") + "</row><row r=\"2\" hidden=\"1\">"
                    + cell("A2", "in hidden row") + "</row><row r=\"3\">"
                    + cell("A3", "by format", " s=\"1\"") + cell("B3", "white", " s=\"2\"")
                    + cell("C3", "shown") + cell("D3", "covered") + "</row>",
                "<cols><col min=\"8\" max=\"8\" hidden=\"1\" width=\"9\"/></cols>",
                "<scenarios><scenario name=\"best\" user=\"Ada\"><inputCells r=\"A1\" "
                "val=\"9\"/></scenario></scenarios><mergeCells count=\"1\"><mergeCell "
                "ref=\"C3:D3\"/></mergeCells>",
                {}})
        .sheet({"Payroll",
                "<row r=\"1\">" + cell("A1", "hidden salary") + "</row>",
                {},
                {},
                "veryHidden"})
        .part("customXml/item1.xml", "application/xml", "<a/>")
        .part("xl/stray.bin", "application/octet-stream", "stray")
        .part("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", "macro")
        .part("xl/externalLinks/e.xml",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
              "<externalLink/>")
        .relate("xl/workbook.xml", "rIdX", "customXml", "../customXml/item1.xml")
        .relate("xl/workbook.xml", "rIdV", "vbaProject", "vbaProject.bin")
        .relate("xl/workbook.xml", "rIdE", "externalLink", "externalLinks/e.xml");
    return builder;
}

}   // namespace

class TestXlsxHidden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingOutOfSightIsListed_data()
    {
        QTest::addColumn<HiddenKind>("kind");
        QTest::addColumn<int>("count");
        QTest::newRow("sheet") << HiddenKind::HiddenSheets << 1;
        QTest::newRow("row") << HiddenKind::HiddenRows << 1;
        QTest::newRow("column") << HiddenKind::HiddenColumns << 1;
        QTest::newRow("format and merged cell") << HiddenKind::HiddenText << 2;
        QTest::newRow("white") << HiddenKind::InvisibleText << 1;
        QTest::newRow("unused string") << HiddenKind::UnusedStrings << 1;
        QTest::newRow("reading") << HiddenKind::PhoneticText << 1;
        QTest::newRow("user name") << HiddenKind::WorkbookTraces << 1;
        QTest::newRow("hidden name") << HiddenKind::HiddenNames << 2;
        QTest::newRow("scenario") << HiddenKind::Scenarios << 1;
        QTest::newRow("custom XML") << HiddenKind::CustomXml << 1;
        QTest::newRow("stray part") << HiddenKind::UnreachableParts << 1;
        QTest::newRow("macros") << HiddenKind::Macros << 1;
        QTest::newRow("other workbook") << HiddenKind::ExternalLinks << 1;
    }
    // acceptance 25 and 28
    void everythingOutOfSightIsListed()
    {
        QFETCH(HiddenKind, kind);
        QFETCH(int, count);
        const auto document = openWorkbook(hiddenThings().build());
        QVERIFY(document);
        const HiddenItem *item = itemOf(**document, kind);
        QVERIFY(item != nullptr);
        QCOMPARE(item->count, count);
    }

    void whatIsOnlyOutOfSightMustBeReviewed()
    {
        const auto document = openWorkbook(hiddenThings().build());
        for (const HiddenKind kind :
             {HiddenKind::HiddenSheets, HiddenKind::HiddenRows, HiddenKind::HiddenColumns}) {
            QCOMPARE(itemOf(**document, kind)->byDefault, HiddenDefault::Review);
            QVERIFY(itemOf(**document, kind)->canKeep);
        }
        QCOMPARE(itemOf(**document, HiddenKind::Scenarios)->byDefault, HiddenDefault::Remove);
        QVERIFY(!itemOf(**document, HiddenKind::Macros)->canKeep);
    }

    void removedThingsAreGoneAndNotListedAgain()
    {
        const auto document = openWorkbook(hiddenThings().build());
        const auto output = (*document)->apply(planFor(**document, {}), {});
        QVERIFY(output);
        const auto parts = partsOf(output->bytes);
        for (const char *gone : {"hidden salary", "Payroll", "in hidden row", "in hidden column",
                                 "by format", "white", "covered", "orphan", "reading", "Verlyne",
                                 "Secret", "best", "stray", "vbaProject", "externalLink"}) {
            for (auto part = parts.begin(); part != parts.end(); ++part) {
                QVERIFY2(!part.value().contains(gone)
                             && !part.key().contains(QString::fromUtf8(gone)),
                         gone);
            }
        }
        const auto again = openWorkbook(output->bytes);
        QVERIFY(again);
        for (const HiddenItem &item : (*again)->hiddenItems()) {
            QFAIL(qPrintable(document::hiddenLabel(item)));
        }
        QCOMPARE(unitTexts(**again).value(u"sheet 'Open'!A1"_s), u"used"_s);
        QCOMPARE(unitTexts(**again).value(u"sheet 'Open'!C3"_s), u"shown"_s);
    }

    void keptThingsStay()
    {
        const auto document = openWorkbook(hiddenThings().build());
        const auto output = (*document)->apply(
            planFor(**document, {},
                    {HiddenKind::HiddenSheets, HiddenKind::HiddenRows, HiddenKind::HiddenColumns,
                     HiddenKind::HiddenText, HiddenKind::InvisibleText, HiddenKind::PhoneticText,
                     HiddenKind::HiddenNames}),
            {});
        QVERIFY(output);
        const auto again = openWorkbook(output->bytes);
        QVERIFY(again);
        const QStringList texts = allTexts(**again);
        for (const char *kept : {"hidden salary", "Payroll", "in hidden row", "in hidden column",
                                 "by format", "white", "covered", "reading", "Secret"}) {
            QVERIFY2(texts.contains(QString::fromUtf8(kept)), kept);
        }
    }

    void unknownMarkupIsCountedAndGoes()
    {
        XlsxBuilder builder;
        builder.sheet(
            {"Data",
             "<row r=\"1\" unknown=\"x\"><c r=\"A1\"><v>1</v><evil>secret</evil></c></row>",
             {},
             "<madeUp>secret</madeUp><pageSetup orientation=\"landscape\" invented=\"secret\"/>",
             {}});
        const auto document = openWorkbook(builder.build());
        QVERIFY(itemOf(**document, HiddenKind::UnknownMarkup) != nullptr);
        const auto output = (*document)->apply(planFor(**document, {}), {});
        QVERIFY(output);
        const QByteArray sheet = partsOf(output->bytes).value(u"xl/worksheets/sheet1.xml"_s);
        QVERIFY(!sheet.contains("secret"));
        QVERIFY(sheet.contains("landscape"));
    }

    // acceptance 27
    void notesGoOrStayAsAWhole()
    {
        XlsxBuilder builder;
        builder
            .sheet({"Data",
                    "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                    {},
                    "<legacyDrawing r:id=\"rIdV\"/>",
                    {}})
            .part("xl/comments1.xml",
                  "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
                  "<comments "
                  "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
                  "main\"><authors><author>Ada Quill</author></authors><commentList>"
                  "<comment ref=\"A1\" authorId=\"0\"><text><r><t>ask "
                  "</t></r><r><t>Tomas</t></r></text></comment></commentList></comments>")
            .part("xl/drawings/v.vml", "application/vnd.openxmlformats-officedocument.vmlDrawing",
                  "<xml><br></xml>")
            .relate("xl/worksheets/sheet1.xml", "rIdV", "vmlDrawing", "../drawings/v.vml")
            .relate("xl/worksheets/sheet1.xml", "rIdC", "comments", "../comments1.xml");
        const auto document = openWorkbook(builder.build());
        QVERIFY(document);
        const auto without = (*document)->apply(planFor(**document, {}), {});
        QVERIFY(without);
        QCOMPARE(partsOf(without->bytes).keys().filter(u"comments"_s).size(), qsizetype{0});
        QVERIFY(!partsOf(without->bytes)
                     .value(u"xl/worksheets/sheet1.xml"_s)
                     .contains("legacyDrawing"));

        const auto with = (*document)->apply(
            planFor(**document, {{u"ask Tomas"_s, u"[GONE]"_s}}, {HiddenKind::Comments}), {});
        QVERIFY(with);
        const auto parts = partsOf(with->bytes);
        QVERIFY(parts.value(u"xl/comments1.xml"_s).contains("[GONE]"));
        QVERIFY(!parts.value(u"xl/comments1.xml"_s).contains("Tomas"));
        QVERIFY(parts.value(u"xl/worksheets/sheet1.xml"_s).contains("legacyDrawing"));
        QVERIFY(openWorkbook(with->bytes));
    }
};

QTEST_GUILESS_MAIN(TestXlsxHidden)
#include "tst_xlsxhidden.moc"
