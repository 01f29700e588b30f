// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pptx/presentationtesting.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

constexpr auto slideOne = "ppt/slides/slide1.xml";
const QMap<QString, QString> osterwick{{u"Osterwick"_s, u"[PERSON-1]"_s}};

QByteArray frame(const QByteArray &uri, const QByteArray &content)
{
    return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"9\" name=\"Object 1\"/>"
           "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"100\" "
           "y=\"100\"/><a:ext cx=\"2000000\" cy=\"1000000\"/></p:xfrm><a:graphic><a:graphicData "
           "uri=\"http://schemas.openxmlformats.org/"
           + uri + "\">" + content + "</a:graphicData></a:graphic></p:graphicFrame>";
}

QByteArray pixel()
{
    return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mO4"
                                  "CQAA2wDayV3H9QAAAABJRU5ErkJggg==");
}

PptxBuilder chartDeck()
{
    PptxBuilder builder;
    builder.slide(frame("drawingml/2006/chart", "<c:chart r:id=\"rId5\"/>"))
        .part("ppt/charts/chart1.xml",
              "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
              "<c:chartSpace" + builder.namespaces()
                  + "><c:chart><c:title><c:tx><c:rich><a:bodyPr/>"
                  + slideParagraph("Sales of Osterwick")
                  + "</c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:idx val=\"0\"/>"
                    "<c:tx><c:strRef><c:f>'Osterwick payroll'!$A$1</c:f><c:strCache><c:ptCount "
                    "val=\"1\"/><c:pt idx=\"0\"><c:v>Osterwick</c:v></c:pt></c:strCache>"
                    "</c:strRef></c:tx></c:ser></c:barChart></c:plotArea></c:chart>"
                    "<c:externalData r:id=\"rId1\"/></c:chartSpace>")
        .part("ppt/embeddings/book1.xlsx",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              "PK payroll of Osterwick")
        .relate(slideOne, "rId5", "chart", "ppt/charts/chart1.xml")
        .relate("ppt/charts/chart1.xml", "rId1", "package", "ppt/embeddings/book1.xlsx");
    return builder;
}

}   // namespace

/// What a scrub writes.
class TestPptxApply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redactedTextIsGone_data()
    {
        QTest::addColumn<QByteArray>("shapes");
        QTest::addColumn<QByteArray>("left");
        QTest::addRow("runs") << textBox(2, "<a:p><a:r><a:t>by Oster</a:t></a:r><a:r><a:rPr "
                                            "b=\"1\"/><a:t>wick now</a:t></a:r></a:p>")
                              << QByteArray("<a:rPr b=\"1\"/><a:t> now");
        QTest::addRow("field") << textBox(2, "<a:p><a:fld id=\"{00000000-0000-0000-0000-"
                                             "000000000001}\" type=\"datetime1\"><a:t>Osterwick"
                                             "</a:t></a:fld></a:p>")
                               << QByteArray("[PERSON-1]");
        QTest::addRow("break") << textBox(2, "<a:p><a:r><a:t>Osterwick</a:t></a:r><a:br/><a:r>"
                                             "<a:t>next</a:t></a:r></a:p>")
                               << QByteArray("<a:br/>");
        QTest::addRow("group") << QByteArray(
            "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"7\" name=\"Group "
            "1\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
            + textBox(2, slideParagraph("Osterwick")) + "</p:grpSp>")
                               << QByteArray("p:grpSp");
        QTest::addRow("alternatives") << QByteArray(
            "<mc:AlternateContent><mc:Choice Requires=\"p14\">"
            + textBox(2, slideParagraph("Osterwick")) + "</mc:Choice><mc:Fallback>"
            + textBox(3, slideParagraph("Osterwick")) + "</mc:Fallback></mc:AlternateContent>")
                                      << QByteArray("mc:Fallback");
        QTest::addRow("alternatives that differ") << QByteArray(
            "<mc:AlternateContent><mc:Choice Requires=\"p14\">"
            + textBox(2, slideParagraph("new words")) + "</mc:Choice><mc:Fallback>"
            + textBox(3, slideParagraph("old Osterwick")) + "</mc:Fallback></mc:AlternateContent>")
                                                  << QByteArray("old [PERSON-1]");
        QTest::addRow("table") << frame(
            "drawingml/2006/table",
            "<a:tbl><a:tblPr/><a:tblGrid><a:gridCol w=\"1\"/></a:tblGrid><a:tr h=\"1\">"
            "<a:tc><a:txBody><a:bodyPr/>"
                + slideParagraph("Osterwick") + "</a:txBody><a:tcPr/></a:tc></a:tr></a:tbl>")
                               << QByteArray("<a:tcPr/>");
    }
    void redactedTextIsGone()
    {
        QFETCH(QByteArray, shapes);
        QFETCH(QByteArray, left);
        const QByteArray bytes =
            PptxBuilder().slide(shapes + textBox(8, slideParagraph("untouched"))).build();
        const ScrubbedDeck output = scrubbed(bytes, osterwick);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Oster"));
        QVERIFY(output.contains("[PERSON-1]"));
        QVERIFY2(output.parts.value(QString::fromLatin1(slideOne)).contains(left),
                 output.parts.value(QString::fromLatin1(slideOne)).constData());
        QVERIFY(output.contains("untouched"));
    }

    void lineBreaksAloneGetTheirReplacementInARun()
    {
        const QByteArray bytes =
            PptxBuilder()
                .slide(
                    textBox(2, "<a:p><a:r><a:t>a</a:t></a:r><a:br/><a:r><a:t>b</a:t></a:r></a:p>"))
                .build();
        const ScrubbedDeck output = scrubbed(bytes, {{u"\n"_s, u"[GONE-1]"_s}});
        QVERIFY(output.contains("<a:r><a:t>[GONE-1]</a:t></a:r>"));
        QVERIFY(!output.contains("<a:br"));
    }

    void whatWasNotAcceptedIsStillThere()
    {
        const QByteArray bytes =
            PptxBuilder()
                .slide({placeholder(2, "title", slideParagraph("Plan", "<a:rPr sz=\"3200\"/>"))
                            + textBox(3, slideParagraph("words"), {}, 10, 20, 30, 40),
                        {},
                        "<p:transition spd=\"slow\"><p:fade/></p:transition>",
                        {}})
                .build();
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        const QByteArray slide = output.parts.value(QString::fromLatin1(slideOne));
        QVERIFY(slide.contains("<a:rPr sz=\"3200\"/>"));
        QVERIFY(slide.contains("<a:off x=\"127000\" y=\"254000\"/>"));
        QVERIFY(slide.contains("<p:transition spd=\"slow\"><p:fade/></p:transition>"));
        QVERIFY(slide.contains("type=\"title\""));
    }

    void chartsKeepTheirPictureAndLoseTheirWorkbook()
    {
        const ScrubbedDeck output = scrubbed(chartDeck().build(), osterwick);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        const QByteArray chart = output.parts.value(u"ppt/charts/chart1.xml"_s);
        QVERIFY(chart.contains("Sales of [PERSON-1]"));
        QVERIFY(chart.contains("<c:v>[PERSON-1]</c:v>"));
        QVERIFY(!chart.contains("externalData"));
        QVERIFY(output.parts.value(QString::fromLatin1(slideOne)).contains("<c:chart r:id="));
    }

    void fontsOfChartsAreTexts()
    {
        PptxBuilder builder;
        builder.slide(frame("drawingml/2006/chart", "<c:chart r:id=\"rId5\"/>"))
            .part("ppt/charts/chart1.xml",
                  "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                  "<c:chartSpace" + builder.namespaces()
                      + "><c:chart><c:plotArea/></c:chart><c:txPr><a:bodyPr/><a:p><a:pPr>"
                        "<a:defRPr><a:latin typeface=\"Osterwick Slab\"/></a:defRPr></a:pPr>"
                        "</a:p></c:txPr></c:chartSpace>")
            .relate(slideOne, "rId5", "chart", "ppt/charts/chart1.xml");
        const ScrubbedDeck output = scrubbed(builder.build(), osterwick);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(scrubbed(builder.build()).contains("Osterwick Slab"));
    }

    void textBoxesOnChartsAreEditedAndStay()
    {
        PptxBuilder builder;
        builder.slide(frame("drawingml/2006/chart", "<c:chart r:id=\"rId5\"/>"))
            .part("ppt/charts/chart1.xml",
                  "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                  "<c:chartSpace" + builder.namespaces()
                      + "><c:chart><c:plotArea/></c:chart><c:userShapes r:id=\"rId1\"/>"
                        "</c:chartSpace>")
            .part("ppt/drawings/drawing1.xml",
                  "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml",
                  "<c:userShapes" + builder.namespaces()
                      + " xmlns:cdr=\"http://schemas.openxmlformats.org/drawingml/2006/"
                        "chartDrawing\"><cdr:relSizeAnchor><cdr:sp><cdr:txBody><a:bodyPr/>"
                      + slideParagraph("peak by Osterwick")
                      + "</cdr:txBody></cdr:sp></cdr:relSizeAnchor></c:userShapes>")
            .relate(slideOne, "rId5", "chart", "ppt/charts/chart1.xml")
            .relate("ppt/charts/chart1.xml", "rId1", "chartUserShapes",
                    "ppt/drawings/drawing1.xml");
        const ScrubbedDeck output = scrubbed(builder.build(), osterwick);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(output.contains("peak by [PERSON-1]"));
        QVERIFY(!output.contains("Osterwick"));
    }

    void chartsOfHiddenSlidesGoWithThem()
    {
        PptxBuilder builder = chartDeck();
        builder
            .slide(
                {frame("drawingml/2006/chart", "<c:chart r:id=\"rId5\"/>"), "show=\"0\"", {}, {}})
            .part("ppt/charts/chart2.xml",
                  "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                  "<c:chartSpace" + builder.namespaces() + "><c:chart><c:title><c:tx><c:rich>"
                      + slideParagraph("Verlyne in private")
                      + "</c:rich></c:tx></c:title></c:chart></c:chartSpace>")
            .relate("ppt/slides/slide2.xml", "rId5", "chart", "ppt/charts/chart2.xml");
        const ScrubbedDeck output = scrubbed(builder.build());
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(output.contains("Sales of Osterwick"));
        QVERIFY(!output.contains("Verlyne"));
        QVERIFY(!output.parts.contains(u"ppt/charts/chart2.xml"_s));
    }

    void bothCopiesOfADiagramAreEdited()
    {
        PptxBuilder builder;
        const QByteArray types = "application/vnd.openxmlformats-officedocument.drawingml.";
        builder
            .slide(frame("drawingml/2006/diagram", "<dgm:relIds r:dm=\"rId5\" r:lo=\"rId6\" "
                                                   "r:qs=\"rId7\" r:cs=\"rId8\"/>"))
            .part("ppt/diagrams/data1.xml", types + "diagramData+xml",
                  "<dgm:dataModel" + builder.namespaces()
                      + "><dgm:ptLst><dgm:pt modelId=\"1\"><dgm:t><a:bodyPr/>"
                      + slideParagraph("Osterwick leads")
                      + "</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>")
            .part("ppt/diagrams/drawing1.xml",
                  "application/vnd.ms-office.drawingml.diagramDrawing+xml",
                  "<dsp:drawing xmlns:dsp=\"http://schemas.microsoft.com/office/drawing/2008/"
                  "diagram\""
                      + builder.namespaces() + "><dsp:spTree><dsp:sp><dsp:txBody><a:bodyPr/>"
                      + slideParagraph("Osterwick leads")
                      + "</dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>")
            .part("ppt/diagrams/layout1.xml", types + "diagramLayout+xml",
                  "<dgm:layoutDef" + builder.namespaces() + "/>")
            .part("ppt/diagrams/quickStyle1.xml", types + "diagramStyle+xml",
                  "<dgm:styleDef" + builder.namespaces() + "/>")
            .part("ppt/diagrams/colors1.xml", types + "diagramColors+xml",
                  "<dgm:colorsDef" + builder.namespaces() + "/>")
            .relate(slideOne, "rId4",
                    "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
                    "ppt/diagrams/drawing1.xml")
            .relate(slideOne, "rId5", "diagramData", "ppt/diagrams/data1.xml")
            .relate(slideOne, "rId6", "diagramLayout", "ppt/diagrams/layout1.xml")
            .relate(slideOne, "rId7", "diagramQuickStyle", "ppt/diagrams/quickStyle1.xml")
            .relate(slideOne, "rId8", "diagramColors", "ppt/diagrams/colors1.xml");
        const ScrubbedDeck output = scrubbed(builder.build(), osterwick);
        QCOMPARE(output.leaks, QStringList());
        for (const char *part : {"ppt/diagrams/data1.xml", "ppt/diagrams/drawing1.xml"}) {
            QVERIFY(output.parts.value(QString::fromLatin1(part)).contains("[PERSON-1] leads"));
        }
    }

    void linksToTheWebStayAndOthersGo()
    {
        const auto link = [](const QByteArray &id, const QByteArray &action) {
            return QByteArray("<a:p><a:r><a:rPr><a:hlinkClick r:id=\"" + id + "\" action=\""
                              + action + "\"/></a:rPr><a:t>link</a:t></a:r></a:p>");
        };
        const QByteArray bytes =
            PptxBuilder()
                .slide(textBox(2, link("rId5", "") + link("rId6", "ppaction://hlinkfile")
                                      + link("", "ppaction://macro?name=Osterwick")
                                      + link("rId7", "ppaction://program")
                                      + link("", "ppaction://hlinkshowjump?jump=nextslide")))
                .relate(slideOne, "rId5", "hyperlink", "https://quillfen.example/", true)
                .relate(slideOne, "rId6", "hyperlink", "file:///C:/Osterwick/plan.xlsx", true)
                .relate(slideOne, "rId7", "hyperlink", "file:///C:/Osterwick/run.exe", true)
                .build();
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(output.contains("https://quillfen.example/"));
        QVERIFY(output.contains("jump=nextslide"));
        QCOMPARE(output.parts.value(QString::fromLatin1(slideOne)).count("<a:hlinkClick"), 2);
    }

    void namesOfShapesBecomeNeutralAndStay()
    {
        const QByteArray bytes = PptxBuilder()
                                     .slide(textBox(2, slideParagraph("words"),
                                                    "name=\"Osterwick\" descr=\"Osterwick\""))
                                     .build();
        const ScrubbedDeck output = scrubbed(bytes);
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(output.parts.value(QString::fromLatin1(slideOne))
                    .contains("<p:cNvPr id=\"2\" name=\"Shape "));
        const ScrubbedDeck kept = scrubbed(bytes, osterwick, {HiddenKind::AltText});
        QCOMPARE(kept.leaks, QStringList());
        QVERIFY(kept.contains("descr=\"[PERSON-1]\""));
    }

    void namesThatAreKeptLoseNoMoreThanWasAccepted()
    {
        const QByteArray bytes =
            PptxBuilder()
                .slide(textBox(2, slideParagraph("Tur")))
                .presentation("<p:extLst><p:ext uri=\"{521415D9-36F7-43E2-AB2F-B90AF26B5E84}\">"
                              "<p14:sectionLst><p14:section name=\"Pictures\" "
                              "id=\"{00000000-0000-0000-0000-000000000001}\"><p14:sldIdLst>"
                              "<p14:sldId id=\"256\"/></p14:sldIdLst></p14:section>"
                              "</p14:sectionLst></p:ext></p:extLst>")
                .build();
        const ScrubbedDeck output =
            scrubbed(bytes, {{u"Tur"_s, u"[PERSON-1]"_s}}, {HiddenKind::PresentationTraces});
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(output.contains("name=\"Pictures\""));
    }

    void objectsBecomeTheirPicture()
    {
        const QByteArray object =
            "<p:oleObj name=\"Osterwick plan\" r:id=\"rId5\" progId=\"Word.Document.8\"><p:embed/>"
            "<p:pic><p:nvPicPr><p:cNvPr id=\"0\" name=\"\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>"
            "<p:blipFill><a:blip r:embed=\"rId6\"/><a:stretch><a:fillRect/></a:stretch>"
            "</p:blipFill><p:spPr/></p:pic></p:oleObj>";
        const QByteArray bytes =
            PptxBuilder()
                .slide(frame("presentationml/2006/ole", object))
                .part("ppt/embeddings/o.bin",
                      "application/vnd.openxmlformats-officedocument.oleObject", "Osterwick bytes")
                .part("ppt/media/image7.png", "image/png", pixel())
                .relate(slideOne, "rId5", "oleObject", "ppt/embeddings/o.bin")
                .relate(slideOne, "rId6", "image", "ppt/media/image7.png")
                .build();
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        const QByteArray slide = output.parts.value(QString::fromLatin1(slideOne));
        QVERIFY(slide.contains("<a:off x=\"100\" y=\"100\"/>"));
        QVERIFY(slide.contains("r:embed="));
        QVERIFY(!slide.contains("oleObj"));
        QCOMPARE(output.parts.value(u"ppt/media/image1.png"_s), pixel());
    }

    void mediaGoWithTheirPaths()
    {
        const QByteArray film =
            "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"Picture 3\"/><p:cNvPicPr/><p:nvPr>"
            "<a:videoFile r:link=\"rId5\"/><p:extLst><p:ext "
            "uri=\"{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}\"><p14:media r:embed=\"rId7\"><p14:trim "
            "st=\"100\"/></p14:media></p:ext></p:extLst></p:nvPr></p:nvPicPr><p:blipFill><a:blip "
            "r:embed=\"rId6\"/></p:blipFill><p:spPr/></p:pic>";
        const QByteArray bytes =
            PptxBuilder()
                .slide(film)
                .part("ppt/media/image7.png", "image/png", pixel())
                .part("ppt/media/media1.mp3", "audio/mpeg", "ID3 Osterwick \x01\x02 garbage")
                .relate(slideOne, "rId5", "video", "file:///C:/Osterwick/film.mp4", true)
                .relate(slideOne, "rId6", "image", "ppt/media/image7.png")
                .relate(slideOne, "rId7",
                        "http://schemas.microsoft.com/office/2007/relationships/media",
                        "ppt/media/media1.mp3")
                .build();
        QVERIFY(itemOf(*openPresentation(bytes), HiddenKind::Media));
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(!output.contains("p14:media"));
        QVERIFY(output.contains("<p:pic>"));
    }

    void macroFilesTemplatesAndShowsStayWhatTheyAreWithoutMacros_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("suffix");
        const QByteArray plain = "application/vnd.openxmlformats-officedocument.presentationml.";
        const QByteArray macros = "application/vnd.ms-powerpoint.";
        QTest::addRow("pptm") << QByteArray(macros + "presentation.macroEnabled.main+xml")
                              << u"pptx"_s;
        QTest::addRow("potx") << QByteArray(plain + "template.main+xml") << u"potx"_s;
        QTest::addRow("potm") << QByteArray(macros + "template.macroEnabled.main+xml") << u"potx"_s;
        QTest::addRow("ppsx") << QByteArray(plain + "slideshow.main+xml") << u"ppsx"_s;
        QTest::addRow("ppsm") << QByteArray(macros + "slideshow.macroEnabled.main+xml")
                              << u"ppsx"_s;
    }
    void macroFilesTemplatesAndShowsStayWhatTheyAreWithoutMacros()
    {
        QFETCH(QByteArray, type);
        QFETCH(QString, suffix);
        const QByteArray bytes =
            PptxBuilder()
                .mainType(type)
                .slide(textBox(2, slideParagraph("words")))
                .part("ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject", "Osterwick()")
                .relate("ppt/presentation.xml", "rId55",
                        "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                        "ppt/vbaProject.bin")
                .build();
        QCOMPARE(openPresentation(bytes)->info().suffix, suffix);
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("vbaProject"));
        QVERIFY(!output.contains("macroEnabled"));
        QCOMPARE(output.document->info().suffix, suffix);
    }

    void sameInputAndDecisionsGiveTheSameBytes()
    {
        const QByteArray bytes = chartDeck().build();
        QVERIFY(!scrubbed(bytes, osterwick).bytes.isEmpty());
        QCOMPARE(scrubbed(bytes, osterwick).bytes, scrubbed(bytes, osterwick).bytes);
        const QByteArray once = scrubbed(bytes).bytes;
        QCOMPARE(scrubbed(once).bytes, once);
    }

    void unknownMarkupGoes()
    {
        const QByteArray bytes =
            PptxBuilder()
                .slide(textBox(2, slideParagraph("words"))
                       + "<p:secret>Osterwick</p:secret><w:t xmlns:w=\"http://schemas."
                         "openxmlformats.org/wordprocessingml/2006/main\">Osterwick</w:t>")
                .build();
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
    }

    void wordsAreNoLanguagesSizesOrSteps()
    {
        const QByteArray run = "<a:rPr lang=\"en-US\" altLang=\"osterwick\" dirty=\"0\"/>";
        const QByteArray box =
            textBox(2, slideParagraph("words", run)
                           + slideParagraph("more", "<a:rPr lang=\"osterwick\"/>"));
        QByteArray named = box;
        named.replace("<a:ext ", "<a:ext name=\"osterwick\" ");
        const QByteArray steps =
            "<p:timing><p:tnLst><p:par><p:cTn id=\"1\"><p:childTnLst><p:set><p:cBhvr><p:cTn "
            "id=\"2\"/><p:tgtEl><p:spTgt spid=\"2\"/></p:tgtEl></p:cBhvr><p:to><p:strVal "
            "val=\"osterwick\"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:tnLst>"
            "</p:timing>";
        const ScrubbedDeck output =
            scrubbed(PptxBuilder().slide({named, {}, steps, {}}).build(), {});
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(named.count("osterwick") == 3);
        QVERIFY(!output.contains("osterwick"));
        QVERIFY(output.contains("lang=\"en-US\""));
        QVERIFY(output.contains("p:strVal"));
    }

    void plansThatDoNotFitAreRefused()
    {
        const auto document =
            openPresentation(PptxBuilder().slide(textBox(2, slideParagraph("words"))).build());
        document::RedactionPlan plan;
        plan.spans.push_back({u"c1"_s, {0, 0, 99}, {}});
        const auto output = document->apply(plan, {});
        QVERIFY(!output);
        QCOMPARE(output.error().code, base::ErrorCode::Internal);
    }
};

QTEST_APPLESS_MAIN(TestPptxApply)
#include "tst_pptxapply.moc"
