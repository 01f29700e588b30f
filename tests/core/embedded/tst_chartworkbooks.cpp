// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/embedded/embeddingtesting.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

const std::vector<HiddenKind> kept{HiddenKind::ChartData};

/// Names and numbers, beside a sheet that no chart shows.
QByteArray workbook()
{
    XlsxBuilder builder;
    builder
        .styles("<numFmts count=\"1\"><numFmt numFmtId=\"165\" formatCode=\"#,##0.00\"/></numFmts>"
                "<cellXfs count=\"2\"><xf/><xf numFmtId=\"165\"/></cellXfs>")
        .strings({"<t>Mirelle Osterwick</t>", "<t>Quentin Hallbrook</t>", "<t>Hours</t>",
                  "<t>Osterwick alone</t>"})
        .sheet({"Osterwick 1",
                "<row r=\"1\"><c r=\"B1\" t=\"s\"><v>2</v></c></row>"
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>4217.5</v></c>"
                "</row>"
                "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" s=\"1\"><v>3301.25</v>"
                "</c></row>",
                {},
                {},
                {}})
        .sheet({"Other", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>3</v></c></row>", {}, {}, {}});
    return builder.build();
}

QByteArray chart(const QByteArray &namespaces)
{
    return "<c:chartSpace" + namespaces
           + "><c:chart><c:plotArea><c:barChart><c:ser><c:idx val=\"0\"/>"
             "<c:tx><c:strRef><c:f>'Osterwick 1'!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/>"
             "<c:pt idx=\"0\"><c:v>Hours</c:v></c:pt></c:strCache></c:strRef></c:tx>"
             "<c:cat><c:strRef><c:f>'Osterwick 1'!$A$2:$A$3</c:f><c:strCache><c:ptCount "
             "val=\"2\"/><c:pt idx=\"0\"><c:v>Mirelle Osterwick</c:v></c:pt><c:pt idx=\"1\">"
             "<c:v>Quentin Hallbrook</c:v></c:pt></c:strCache></c:strRef></c:cat>"
             "<c:val><c:numRef><c:f>'Osterwick 1'!$B$2:$B$3</c:f><c:numCache><c:formatCode>"
             "#,##0.00</c:formatCode><c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>4217.5</c:v></c:pt>"
             "<c:pt idx=\"1\"><c:v>3301.25</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>"
             "</c:barChart></c:plotArea></c:chart><c:spPr/><c:externalData r:id=\"rId1\">"
             "<c:autoUpdate val=\"0\"/></c:externalData><c:userShapes r:id=\"rId9\"/>"
             "</c:chartSpace>";
}

constexpr auto chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
constexpr auto bookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

QByteArray deck()
{
    PptxBuilder builder;
    builder
        .slide("<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"9\" name=\"Chart\"/>"
               "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"100\" "
               "y=\"100\"/><a:ext cx=\"2000000\" cy=\"1000000\"/></p:xfrm><a:graphic>"
               "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
               "<c:chart r:id=\"rId5\"/></a:graphicData></a:graphic></p:graphicFrame>")
        .part("ppt/charts/chart1.xml", chartType, chart(builder.namespaces()))
        .part("ppt/embeddings/book1.xlsx", bookType, workbook())
        .relate("ppt/slides/slide1.xml", "rId5", "chart", "ppt/charts/chart1.xml")
        .relate("ppt/charts/chart1.xml", "rId1", "package", "ppt/embeddings/book1.xlsx");
    return builder.build();
}

/// A Word document with the same chart.
QByteArray report()
{
    DocxBuilder builder;
    builder
        .part("word/charts/chart1.xml", chartType, chart(PptxBuilder().namespaces()), "rIdC",
              "chart")
        .stray("word/charts/_rels/chart1.xml.rels",
               "application/vnd.openxmlformats-package.relationships+xml",
               "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
               "relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/"
               "officeDocument/2006/relationships/package\" Target=\"../embeddings/book1.xlsx\"/>"
               "</Relationships>")
        .stray("word/embeddings/book1.xlsx", bookType, workbook())
        .body(paragraph(
            "<w:r><w:drawing><wp:inline><wp:extent cx=\"2000000\" cy=\"1000000\"/><wp:docPr "
            "id=\"1\" name=\"Chart 1\"/><a:graphic><a:graphicData uri=\"http://"
            "schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart xmlns:c=\"http://"
            "schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rIdC\"/></a:graphicData>"
            "</a:graphic></wp:inline></w:drawing></w:r>"));
    return builder.build();
}

void addFiles()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("folder");
    QTest::addRow("pptx") << deck() << u"ppt/"_s;
    QTest::addRow("docx") << report() << u"word/"_s;
}

/// A plan for one unit, which must be there once.
document::RedactionPlan planForUnit(const document::Document &document, const QString &place,
                                    const QString &text, const QString &replacement)
{
    document::RedactionPlan plan = planFor(document, {}, kept);
    for (const document::TextUnit &unit : document.textUnits()) {
        if (unit.text == text && document::placeLabel(unit.place).endsWith(place)) {
            plan.spans.push_back(
                {u"c1"_s, {unit.index, 0, static_cast<int>(text.size())}, replacement});
        }
    }
    return plan;
}

}   // namespace

/// Charts and the workbooks behind them.
class TestChartWorkbooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workbookGoesByDefault_data() { addFiles(); }
    void workbookGoesByDefault()
    {
        QFETCH(QByteArray, file);
        const ScrubbedFile written = scrubbedFile(file, {{u"Osterwick"_s, u"[PERSON-1]"_s}});
        QCOMPARE(written.leaks.join(u'\n'), QString());
        QVERIFY(!written.contains("externalData"));
        QVERIFY(written.contains("<c:f>Sheet1!$A$2:$A$3</c:f>"));
        QVERIFY(written.document->hiddenItems().empty());
    }

    void keptWorkbookAgreesWithItsChart_data() { addFiles(); }
    void keptWorkbookAgreesWithItsChart()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, folder);
        const ScrubbedFile written = scrubbedFile(file, {{u"Osterwick"_s, u"[PERSON-1]"_s}}, kept);
        QCOMPARE(written.leaks.join(u'\n'), QString());
        const auto inner = embeddedIn(written, folder + u"embeddings/file1.xlsx"_s);
        QVERIFY(inner);
        const QString sheet = inner->grids().front().name;
        QVERIFY(!sheet.contains(u"Osterwick"_s));
        const auto texts = unitTexts(*inner);
        QCOMPARE(texts.value(u"sheet '%1'!A2"_s.arg(sheet)), u"Mirelle [PERSON-1]"_s);
        QCOMPARE(texts.value(u"sheet '%1'!B2"_s.arg(sheet)), u"4,217.50"_s);
        const QByteArray chart = written.parts.value(folder + u"charts/chart1.xml"_s);
        QVERIFY(chart.contains("<c:v>Mirelle [PERSON-1]</c:v>"));
        QVERIFY2(chart.contains(QByteArray("<c:f>'" + sheet.toUtf8() + "'!$A$2:$A$3</c:f>")),
                 chart.constData());
        // in the order of the schema
        QVERIFY(chart.indexOf("<c:spPr") < chart.indexOf("<c:externalData r:id="));
    }

    void cellsFollowThePointsOfTheChart_data() { addFiles(); }
    void cellsFollowThePointsOfTheChart()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, folder);
        const auto document = openAny(file);
        QVERIFY(document);
        const auto plan =
            planForUnit(*document, u"category 1"_s, u"Mirelle Osterwick"_s, u"[PERSON-1]"_s);
        QCOMPARE(plan.spans.size(), size_t{1});   // the cell is a copy
        const ScrubbedFile written = carriedOut(document, plan);
        const auto inner = embeddedIn(written, folder + u"embeddings/file1.xlsx"_s);
        QVERIFY(inner);
        QCOMPARE(unitTexts(*inner).value(u"sheet 'Osterwick 1'!A2"_s), u"[PERSON-1]"_s);
    }

    void numbersOfCellAndPointGoTogether_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("text");
        QTest::addRow("pptx point") << deck() << u"ppt/"_s << u"value 1"_s << u"4217.5"_s;
        QTest::addRow("pptx cell") << deck() << u"ppt/"_s << u"!B2"_s << u"4,217.50"_s;
        QTest::addRow("docx point") << report() << u"word/"_s << u"value 1"_s << u"4217.5"_s;
        QTest::addRow("docx cell") << report() << u"word/"_s << u"!B2"_s << u"4,217.50"_s;
    }
    void numbersOfCellAndPointGoTogether()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, folder);
        QFETCH(QString, place);
        QFETCH(QString, text);
        const auto document = openAny(file);
        QVERIFY(document);
        const auto plan = planForUnit(*document, place, text, u"[NUMBER-1]"_s);
        QCOMPARE(plan.spans.size(), size_t{1});
        const ScrubbedFile written = carriedOut(document, plan);
        QCOMPARE(written.leaks.join(u'\n'), QString());
        const QByteArray chart = written.parts.value(folder + u"charts/chart1.xml"_s);
        QVERIFY(!chart.contains("4217"));
        QVERIFY(chart.contains("3301.25"));
        const auto inner = embeddedIn(written, folder + u"embeddings/file1.xlsx"_s);
        QVERIFY(inner);
        for (const auto &[name, bytes] :
             partsOf(written.parts.value(folder + u"embeddings/file1.xlsx"_s)).toStdMap()) {
            QVERIFY2(!bytes.contains("4217"), qPrintable(name));
        }
        QVERIFY(allTexts(*inner).contains(u"3,301.25"_s));
    }

    void removedWorkbookPullsNothingOutOfItsChart()
    {
        const auto document = openAny(deck());
        QVERIFY(document);
        auto plan = planForUnit(*document, u"!B2"_s, u"4,217.50"_s, u"[NUMBER-1]"_s);
        for (auto &[item, action] : plan.hidden) {
            action = document::HiddenAction::Remove;
        }
        const ScrubbedFile written = carriedOut(document, plan);
        QCOMPARE(written.leaks.join(u'\n'), QString());
        QVERIFY(written.parts.value(u"ppt/charts/chart1.xml"_s).contains("4217.5"));
    }
};

QTEST_APPLESS_MAIN(TestChartWorkbooks)
#include "tst_chartworkbooks.moc"
