// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/xlsx/workbooktesting.h"
#include "tests/support/xlsxbuilder.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using document::Grid;
using document::GridCell;

namespace {

constexpr auto chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
constexpr auto drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml";
constexpr auto commentsType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
constexpr auto themeType = "application/vnd.openxmlformats-officedocument.theme+xml";

const QByteArray styles =
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><i/><u/><sz val=\"14\"/><color rgb=\"FF990011\"/><name "
    "val=\"Calibri\"/></font></fonts>"
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">"
    "<fgColor theme=\"4\" tint=\"0.5\"/></patternFill></fill></fills>"
    "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
    "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\"/>"
    "<xf numFmtId=\"4\" fontId=\"1\" fillId=\"2\"><alignment horizontal=\"center\" "
    "wrapText=\"1\"/></xf></cellXfs>";

const QByteArray theme =
    "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Office\">"
    "<a:themeElements><a:clrScheme name=\"Office\"><a:dk1><a:sysClr val=\"windowText\" "
    "lastClr=\"000000\"/></a:dk1><a:accent1><a:srgbClr val=\"204060\"/></a:accent1>"
    "</a:clrScheme></a:themeElements></a:theme>";

const QByteArray drawing =
    "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
    "<xdr:absoluteAnchor><xdr:pos x=\"0\" y=\"0\"/><xdr:ext cx=\"1\" cy=\"1\"/><xdr:sp>"
    "<xdr:nvSpPr><xdr:cNvPr id=\"2\" name=\"Shape 1\"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/>"
    "<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Margin note</a:t></a:r></a:p>"
    "<a:p><a:r><a:t>by Mirelle</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/>"
    "</xdr:absoluteAnchor><xdr:absoluteAnchor><xdr:pos x=\"0\" y=\"0\"/><xdr:ext cx=\"1\" "
    "cy=\"1\"/><xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id=\"3\" name=\"Shape 2\"/>"
    "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/>"
    "<a:ext cx=\"1\" cy=\"1\"/></xdr:xfrm><a:graphic><a:graphicData "
    "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
    "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rId1\"/>"
    "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor>"
    "</xdr:wsDr>";

const QByteArray chart =
    "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:chart><c:title><c:tx>"
    "<c:rich><a:bodyPr/><a:p><a:r><a:t>Fees by month</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    "<c:plotArea/></c:chart></c:chartSpace>";

const QByteArray comments =
    "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors>"
    "<author>Tomas</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text>"
    "<t>Ask Tomas</t></text></comment></commentList></comments>";

QByteArray book()
{
    const QByteArray rows =
        "<row r=\"1\" ht=\"30\" customHeight=\"1\"><c r=\"A1\" t=\"inlineStr\" s=\"1\"><is>"
        "<t>Name</t></is></c><c r=\"C1\" s=\"1\"><v>1234.5</v></c></row>"
        "<row r=\"3\" hidden=\"1\"><c r=\"B3\"><f>C1*2</f><v>2469</v></c></row>";
    const QByteArray before =
        "<sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"1\" ySplit=\"2\" "
        "topLeftCell=\"B3\" state=\"frozen\"/></sheetView></sheetViews>"
        "<sheetFormatPr defaultColWidth=\"10\" defaultRowHeight=\"15\"/>"
        "<cols><col min=\"4\" max=\"6\" width=\"20\" customWidth=\"1\"/>"
        "<col min=\"2\" max=\"2\" width=\"8\" hidden=\"1\"/></cols>";
    const QByteArray after =
        "<mergeCells count=\"1\"><mergeCell ref=\"A1:B2\"/></mergeCells><headerFooter><oddHeader>"
        "&amp;LConfidential</oddHeader></headerFooter><drawing r:id=\"rId1\"/>";
    return XlsxBuilder()
        .sheet({"Fees", rows, before, after, {}})
        .sheet({"Back", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", {}, {}, "hidden"})
        .styles(styles)
        .workbook({}, "<definedNames><definedName name=\"Verlyne\">Fees!$A$1</definedName>"
                      "</definedNames>")
        .part("xl/theme/theme1.xml", themeType, theme)
        .relate("xl/workbook.xml", "rIdTheme", "theme", "theme/theme1.xml")
        .part("xl/drawings/drawing1.xml", drawingType, drawing)
        .relate("xl/worksheets/sheet1.xml", "rId1", "drawing", "../drawings/drawing1.xml")
        .part("xl/charts/chart1.xml", chartType, chart)
        .relate("xl/drawings/drawing1.xml", "rId1", "chart", "../charts/chart1.xml")
        .part("xl/comments1.xml", commentsType, comments)
        .relate("xl/worksheets/sheet1.xml", "rId2", "comments", "../comments1.xml")
        .build();
}

QStringList textsOf(const document::Document &document, const std::vector<FlowBlock> &blocks)
{
    QStringList texts;
    for (const FlowBlock &block : blocks) {
        if (block.unit >= 0) {
            texts.append(document.textUnits()[static_cast<size_t>(block.unit)].text);
        }
        texts += textsOf(document, block.children);
    }
    return texts;
}

}   // namespace

/// Workbooks as views draw them.
class TestXlsxGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto opened = openWorkbook(book());
        QVERIFY(opened);
        m_document = *opened;
        m_grids = m_document->grids();
        QCOMPARE(m_grids.size(), size_t{2});
    }

    void sheetsComeInTheOrderOfTheirTabs()
    {
        QCOMPARE(m_grids[0].name, u"Fees"_s);
        QCOMPARE(m_document->textUnits()[static_cast<size_t>(m_grids[0].nameUnit)].text, u"Fees"_s);
        QVERIFY(!m_grids[0].hidden);
        QCOMPARE(m_grids[1].name, u"Back"_s);
        QVERIFY(m_grids[1].hidden);
    }

    void cellsStandAtTheirPlaces()
    {
        const std::vector<GridCell> &cells = m_grids[0].cells;
        QCOMPARE(cells.size(), size_t{3});
        QStringList shown;
        for (const GridCell &cell : cells) {
            shown << u"%1/%2 %3"_s.arg(cell.row)
                         .arg(cell.column)
                         .arg(m_document->textUnits()[static_cast<size_t>(cell.unit)].text);
        }
        QCOMPARE(shown, (QStringList{u"0/0 Name"_s, u"0/2 1,234.50"_s, u"2/1 2469"_s}));
    }

    void cellsOutOfOrderAreSorted()
    {
        const auto opened = openWorkbook(
            XlsxBuilder()
                .sheet("<row r=\"2\"><c r=\"B2\"><v>4</v></c><c r=\"A2\"><v>3</v></c></row>"
                       "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")
                .build());
        QVERIFY(opened);
        const std::vector<Grid> grids = (*opened)->grids();
        QStringList shown;
        for (const GridCell &cell : grids[0].cells) {
            shown << (*opened)->textUnits()[static_cast<size_t>(cell.unit)].text;
        }
        QCOMPARE(shown, (QStringList{u"1"_s, u"3"_s, u"4"_s}));
    }

    void stylesSayFontFillAndAlignment()
    {
        const Grid &grid = m_grids[0];
        const document::GridStyle &word = grid.styles[static_cast<size_t>(grid.cells[0].style)];
        QVERIFY(word.text.bold && word.text.italic && word.text.underline);
        QCOMPARE(word.text.size, 14.0);
        QVERIFY(word.text.hasColour);
        QCOMPARE(word.text.colour, 0x990011U);
        QVERIFY(word.filled);
        QCOMPARE(word.fill, 0x90a0b0U);   // half way from 204060 to white
        QVERIFY(word.alignmentSet && word.wrap);
        QCOMPARE(word.alignment, document::Alignment::Centre);
        QVERIFY(!word.number);
        const document::GridStyle &number = grid.styles[static_cast<size_t>(grid.cells[1].style)];
        QVERIFY(number.number);
        const document::GridStyle &plain = grid.styles[static_cast<size_t>(grid.cells[2].style)];
        QVERIFY(plain.number && !plain.filled && !plain.alignmentSet && !plain.text.bold);
    }

    void rowsColumnsAndPanesAreKnown()
    {
        const Grid &grid = m_grids[0];
        QCOMPARE(grid.frozenRows, 2);
        QCOMPARE(grid.frozenColumns, 1);
        QCOMPARE(grid.defaultWidth, 52.5);
        QCOMPARE(grid.defaultHeight, 15.0);
        QCOMPARE(grid.columns.size(), size_t{2});
        QCOMPARE(grid.columns[0].first, 1);
        QVERIFY(grid.columns[0].hidden);
        QCOMPARE(grid.columns[1].first, 3);
        QCOMPARE(grid.columns[1].last, 5);
        QCOMPARE(grid.columns[1].width, 105.0);
        QCOMPARE(grid.rows.size(), size_t{2});
        QCOMPARE(grid.rows[0].height, 30.0);
        QCOMPARE(grid.rows[1].row, 2);
        QVERIFY(grid.rows[1].hidden);
        QCOMPARE(grid.merges.size(), size_t{1});
        QCOMPARE(grid.merges[0].rows, 2);
        QCOMPARE(grid.merges[0].columns, 2);
    }

    void whatFloatsOverTheCellsIsThere()
    {
        QList<FlowKind> kinds;
        for (const FlowBlock &block : m_grids[0].floating) {
            kinds.append(block.kind);
        }
        for (const FlowKind kind :
             {FlowKind::Header, FlowKind::TextBox, FlowKind::Picture, FlowKind::Comments}) {
            QVERIFY2(kinds.contains(kind), qPrintable(QString::number(static_cast<int>(kind))));
        }
        const QStringList texts = textsOf(*m_document, m_grids[0].floating);
        for (const QString &text : {u"Confidential"_s, u"Margin note"_s, u"by Mirelle"_s,
                                    u"Fees by month"_s, u"Ask Tomas"_s}) {
            QCOMPARE(texts.count(text), 1);
        }
        const auto together =
            std::find_if(m_grids[0].floating.begin(), m_grids[0].floating.end(),
                         [](const FlowBlock &block) { return block.children.size() == 2; });
        QVERIFY(together != m_grids[0].floating.end());   // paragraphs of one box
        QVERIFY(m_grids[1].floating.empty());
    }

    void flowHoldsWhatIsInNoCell()
    {
        const document::Flow flow = m_document->flow();
        const QStringList texts = textsOf(*m_document, flow.stories);
        for (const QString &text : {u"Fees"_s, u"Back"_s, u"Confidential"_s, u"Fees by month"_s,
                                    u"Margin note"_s, u"Verlyne"_s}) {
            QVERIFY2(texts.contains(text), qPrintable(text));
        }
        QVERIFY(!texts.contains(u"Name"_s));
    }

    void aMillionCellsAreQuicklyThere()
    {
        QByteArray rows;
        for (int row = 1; row <= 100'000; ++row) {
            rows += "<row>";
            for (int column = 0; column < 10; ++column) {
                rows += "<c><v>" + QByteArray::number(row) + "</v></c>";
            }
            rows += "</row>";
        }
        const auto opened = openWorkbook(XlsxBuilder().sheet(rows).build());
        QVERIFY(opened);
        std::vector<Grid> grids;
        QBENCHMARK_ONCE
        {
            grids = (*opened)->grids();
        }
        QCOMPARE(grids[0].cells.size(), size_t{1'000'000});
        QCOMPARE(grids[0].cells.back().row, 99'999);
        QCOMPARE(grids[0].cells.back().column, 9);
    }

private:
    DocumentPtr m_document;
    std::vector<Grid> m_grids;
};

QTEST_GUILESS_MAIN(TestXlsxGrid)
#include "tst_xlsxgrid.moc"
