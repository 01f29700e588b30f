// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pptx/presentationtesting.h"

#include <QElapsedTimer>
#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenDefault;
using document::HiddenKind;

namespace {

constexpr auto slideOne = "ppt/slides/slide1.xml";
constexpr auto presentation = "ppt/presentation.xml";

/// An entrance of one shape (ECMA-376 part 1, 19.5).
QByteArray entrance(int shape)
{
    const QByteArray id = QByteArray::number(shape);
    return "<p:timing><p:tnLst><p:par><p:cTn id=\"1\" dur=\"indefinite\" nodeType=\"tmRoot\">"
           "<p:childTnLst><p:seq><p:cTn id=\"2\" nodeType=\"mainSeq\"><p:childTnLst><p:par>"
           "<p:cTn id=\"3\"><p:childTnLst><p:set><p:cBhvr><p:cTn id=\"4\" dur=\"1\"/><p:tgtEl>"
           "<p:spTgt spid=\""
           + id
           + "\"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName>"
             "</p:attrNameLst></p:cBhvr><p:to><p:strVal val=\"visible\"/></p:to></p:set>"
             "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:seq></p:childTnLst>"
             "</p:cTn></p:par></p:tnLst><p:bldLst><p:bldP spid=\""
           + id + "\" grpId=\"0\"/></p:bldLst></p:timing>";
}

/// A group, turned by 45 degrees, around shapes.
QByteArray turnedGroup(const QByteArray &shapes)
{
    return "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"20\" name=\"Group 1\"/><p:cNvGrpSpPr/><p:nvPr/>"
           "</p:nvGrpSpPr><p:grpSpPr><a:xfrm rot=\"2700000\"><a:off x=\"0\" y=\"0\"/><a:ext "
           "cx=\"9144000\" cy=\"6858000\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"9144000\" "
           "cy=\"6858000\"/></a:xfrm></p:grpSpPr>"
           + shapes + "</p:grpSp>";
}

QByteArray coloured(const QByteArray &colour)
{
    return "<a:rPr><a:solidFill><a:srgbClr val=\"" + colour + "\"/></a:solidFill></a:rPr>";
}

}   // namespace

/// What a presentation hides, what becomes of it, and what is mended then.
class TestPptxHidden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenSlideGoesFromEverywhere()
    {
        PptxBuilder builder;
        builder
            .slide(textBox(2, "<a:p><a:r><a:rPr><a:hlinkClick r:id=\"rId9\" "
                              "action=\"ppaction://hlinksldjump\"/></a:rPr><a:t>jump</a:t></a:r>"
                              "</a:p>"))
            .slide({textBox(2, slideParagraph("Osterwick secret")),
                    "show=\"0\"",
                    {},
                    placeholder(2, "body", slideParagraph("Osterwick spoken"))})
            .slide(textBox(2, slideParagraph("last")))
            .relate(slideOne, "rId9", "slide", "ppt/slides/slide2.xml")
            .presentation("<p:custShowLst><p:custShow name=\"short\" id=\"0\"><p:sldLst><p:sld "
                          "r:id=\"rIdSlide1\"/><p:sld r:id=\"rIdSlide2\"/></p:sldLst></p:custShow>"
                          "</p:custShowLst><p:extLst><p:ext "
                          "uri=\"{521415D9-36F7-43E2-AB2F-B90AF26B5E84}\"><p14:sectionLst>"
                          "<p14:section name=\"all\" id=\"{00000000-0000-0000-0000-000000000001}\">"
                          "<p14:sldIdLst><p14:sldId id=\"256\"/><p14:sldId id=\"257\"/>"
                          "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>");
        for (const bool keepsShows : {false, true}) {
            const auto document = openPresentation(builder.build());
            QVERIFY(itemOf(*document, HiddenKind::HiddenSlides));
            const ScrubbedDeck output =
                scrubbed(builder.build(), {},
                         keepsShows ? std::vector{HiddenKind::PresentationTraces}
                                    : std::vector<HiddenKind>());
            QCOMPARE(output.leaks, QStringList());
            QCOMPARE(output.document->slides().size(), size_t(2));
            QVERIFY(!output.contains("Osterwick"));
            const QByteArray main = output.parts.value(QString::fromLatin1(presentation));
            QCOMPARE(main.count("<p:sldId "), 2);
            QCOMPARE(main.contains("name=\"short\""), keepsShows);
            QCOMPARE(main.contains("name=\"all\""), keepsShows);
            QVERIFY(!main.contains("\"257\""));
            QCOMPARE(main.count("<p:sld "), keepsShows ? 1 : 0);
            QVERIFY(!output.contains("hlinksldjump"));
            QVERIFY(output.contains(">jump<"));
        }
    }

    void hiddenSlideStaysWhenItIsKept()
    {
        const QByteArray bytes =
            PptxBuilder()
                .slide(textBox(2, slideParagraph("shown")))
                .slide({textBox(2, slideParagraph("Tomas Verlyne waits")), "show=\"0\"", {}, {}})
                .build();
        const ScrubbedDeck output =
            scrubbed(bytes, {{u"Verlyne"_s, u"[PERSON-1]"_s}}, {HiddenKind::HiddenSlides});
        QCOMPARE(output.leaks, QStringList());
        QCOMPARE(output.document->slides().size(), size_t(2));
        QVERIFY(output.document->slides()[1].hidden);
        QVERIFY(output.contains("Tomas [PERSON-1] waits"));
    }

    void speakerNotesGoByDefaultWithTheirMaster()
    {
        PptxBuilder builder;
        builder
            .slide({textBox(2, slideParagraph("words")),
                    {},
                    {},
                    placeholder(2, "body", slideParagraph("tell Osterwick"))})
            .part("ppt/notesMasters/notesMaster1.xml",
                  "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml",
                  "<p:notesMaster" + builder.namespaces()
                      + "><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>"
                        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
                      + textBox(2, slideParagraph("notes of Osterwick"))
                      + "</p:spTree></p:cSld></p:notesMaster>")
            .relate(presentation, "rId7", "notesMaster", "ppt/notesMasters/notesMaster1.xml")
            .relate("ppt/notesSlides/notesSlide1.xml", "rId2", "notesMaster",
                    "ppt/notesMasters/notesMaster1.xml");
        const ScrubbedDeck removed = scrubbed(builder.build());
        QCOMPARE(removed.leaks, QStringList());
        QVERIFY(!removed.contains("Osterwick"));
        QVERIFY(!removed.contains("notesMaster"));
        const ScrubbedDeck kept = scrubbed(builder.build(), {}, {HiddenKind::SpeakerNotes});
        QCOMPARE(kept.leaks, QStringList());
        QVERIFY(kept.contains("tell Osterwick"));
        QVERIFY(kept.contains("notes of Osterwick"));
    }

    void hiddenShapesGo()
    {
        const QByteArray bytes =
            PptxBuilder()
                .slide(textBox(2, slideParagraph("shown"))
                       + textBox(3, slideParagraph("Osterwick unseen"), "hidden=\"1\"")
                       + textBox(4, slideParagraph("Osterwick flat"), {}, 10, 10, 0, 0))
                .build();
        const auto document = openPresentation(bytes);
        QCOMPARE(itemOf(*document, HiddenKind::HiddenShapes)->count, 2);
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(output.contains("shown"));
        QVERIFY(scrubbed(bytes, {}, {HiddenKind::HiddenShapes}).contains("Osterwick unseen"));
    }

    void shapesBesideTheSlideAreListedAlsoInTurnedGroups()
    {
        const QByteArray bytes =
            PptxBuilder()
                .slide(turnedGroup(textBox(3, slideParagraph("Osterwick aside"), {}, -720, 10)
                                   + textBox(4, slideParagraph("inside"), {}, 300, 250, 50, 40)))
                .build();
        const auto document = openPresentation(bytes);
        const auto *item = itemOf(*document, HiddenKind::OffSlideShapes);
        QVERIFY(item);
        QCOMPARE(item->byDefault, HiddenDefault::Remove);
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(output.contains("inside"));
    }

    void animatedShapesBesideTheSlideAreOnlyFlagged()
    {
        const QByteArray bytes =
            PptxBuilder()
                .slide({textBox(3, slideParagraph("flies in"), {}, -500, 10), {}, entrance(3), {}})
                .build();
        const auto document = openPresentation(bytes);
        const auto *item = itemOf(*document, HiddenKind::OffSlideShapes);
        QVERIFY(item && item->canKeep);
        QCOMPARE(item->byDefault, HiddenDefault::Keep);
    }

    void animationsOfRemovedShapesGoAndOthersStay()
    {
        const QByteArray gone =
            PptxBuilder()
                .slide({textBox(3, slideParagraph("unseen"), "hidden=\"1\""), {}, entrance(3), {}})
                .build();
        QVERIFY(!scrubbed(gone).contains("p:timing"));
        const QByteArray left =
            PptxBuilder().slide({textBox(3, slideParagraph("seen")), {}, entrance(3), {}}).build();
        const ScrubbedDeck output = scrubbed(left);
        QVERIFY(output.contains("<p:spTgt spid=\"3\"/>"));
        QVERIFY(output.contains("<p:attrName>style.visibility</p:attrName>"));
        QVERIFY(output.contains("<p:strVal val=\"visible\"/>"));
    }

    void manyParagraphsAndLostAnimationsTakeNoLongTime()
    {
        QByteArray steps;
        QByteArray paragraphs;
        for (int i = 0; i < 12000; ++i) {
            const QByteArray number = QByteArray::number(i);
            steps += "<p:set><p:cBhvr><p:cTn id=\"" + number + "\"/><p:tgtEl><p:spTgt spid=\"9"
                     + number + "\"/></p:tgtEl></p:cBhvr></p:set>";
            paragraphs += slideParagraph("word", "<a:rPr dirty=\"0\"/>");
        }
        const QByteArray timing = "<p:timing><p:tnLst><p:par><p:cTn id=\"1\"><p:childTnLst>" + steps
                                  + "</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>";
        const QByteArray bytes =
            PptxBuilder().slide({textBox(3, paragraphs), {}, timing, {}}).build();
        QElapsedTimer timer;
        timer.start();
        const auto document = openPresentation(bytes);
        QVERIFY(document);
        QVERIFY2(timer.elapsed() < 4000, "reading grows with the square of the slide");
        QCOMPARE(document->textUnits().size(), size_t(12000));
    }

    void animationsWhoseWordsAreRedactedGo()
    {
        const QByteArray bytes =
            PptxBuilder().slide({textBox(3, slideParagraph("seen")), {}, entrance(3), {}}).build();
        const ScrubbedDeck output = scrubbed(bytes, {{u"visibility"_s, u"[CUSTOM_TERM-1]"_s}});
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("visibility"));
        QVERIFY(output.contains("seen"));
    }

    void textInTheColourBehindItIsListed()
    {
        const QByteArray blue = "<a:solidFill><a:srgbClr val=\"4F81BD\"/></a:solidFill>";
        const QByteArray bytes =
            PptxBuilder()
                .slide(
                    textBox(2, slideParagraph("white Osterwick", coloured("FFFFFF")), {}, 10, 10)
                    + textBox(3, slideParagraph("blue Osterwick", coloured("4F81BD")), {}, 10, 100,
                              200, 40, blue)
                    + textBox(4, slideParagraph("on blue", coloured("FFFFFF")), {}, 10, 105, 90, 20)
                    + textBox(5, slideParagraph("tiny Osterwick", "<a:rPr sz=\"100\"/>"), {}, 10,
                              200))
                .build();
        const auto document = openPresentation(bytes);
        QStringList unseen;
        for (const auto &unit : document->textUnits()) {
            if (!unit.hiddenItem.isEmpty()) {
                unseen.append(unit.text);
            }
        }
        QCOMPARE(unseen,
                 (QStringList{u"white Osterwick"_s, u"blue Osterwick"_s, u"tiny Osterwick"_s}));
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(output.contains("on blue"));
    }

    void textBelowABoxIsListed()
    {
        const QByteArray black = "<a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill>";
        const QByteArray bytes =
            PptxBuilder()
                .slide(textBox(2, slideParagraph("Osterwick below"), {}, 20, 20, 100, 20)
                       + textBox(3, slideParagraph("beside"), {}, 20, 200, 100, 20)
                       + textBox(4, "<a:p/>", {}, 10, 10, 200, 60, black))
                .build();
        const auto document = openPresentation(bytes);
        const auto *item = itemOf(*document, HiddenKind::HiddenShapes);
        QVERIFY(item);
        QCOMPARE(item->byDefault, HiddenDefault::Review);
        QCOMPARE(item->count, 1);
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(output.contains("beside"));
    }

    void cellsThatAreMergedOverAreHidden()
    {
        const QByteArray rows = "<a:tr h=\"1\"><a:tc gridSpan=\"2\"><a:txBody><a:bodyPr/>"
                                + slideParagraph("shown") + "</a:txBody></a:tc><a:tc hMerge=\"1\">"
                                + "<a:txBody><a:bodyPr/>" + slideParagraph("Osterwick merged")
                                + "</a:txBody></a:tc></a:tr>";
        const QByteArray bytes =
            PptxBuilder()
                .slide("<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"9\" name=\"Table 1\"/>"
                       "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off "
                       "x=\"0\" y=\"0\"/><a:ext cx=\"9000\" cy=\"9000\"/></p:xfrm><a:graphic>"
                       "<a:graphicData "
                       "uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl>"
                       "<a:tblPr/><a:tblGrid><a:gridCol w=\"1\"/><a:gridCol w=\"1\"/></a:tblGrid>"
                       + rows + "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>")
                .build();
        QVERIFY(itemOf(*openPresentation(bytes), HiddenKind::HiddenText));
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(output.contains("hMerge"));
        QVERIFY(output.contains("drawingml/2006/table"));
    }

    void traces_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<HiddenKind>("item");
        QTest::addRow("comments") << QByteArray(
            "comments") << QByteArray("<cmLst><cm><text>ask Osterwick</text></cm></cmLst>")
                                  << HiddenKind::Comments;
        QTest::addRow("tags") << QByteArray(
            "tags") << QByteArray("<tagLst><tag name=\"WHO\" val=\"Osterwick\"/></tagLst>")
                              << HiddenKind::PresentationTraces;
        QTest::addRow("modern authors")
            << QByteArray("http://schemas.microsoft.com/office/2018/10/relationships/authors")
            << QByteArray("<authorLst><author name=\"Osterwick\"/></authorLst>")
            << HiddenKind::People;
        QTest::addRow("changes") << QByteArray(
            "http://schemas.microsoft.com/office/2016/11/relationships/changesInfo")
                                 << QByteArray("<chgInfo><chgData name=\"Osterwick\"/></chgInfo>")
                                 << HiddenKind::PresentationTraces;
        QTest::addRow("unused slide")
            << QByteArray("slide") << QByteArray("<sld><t>Osterwick left</t></sld>")
            << HiddenKind::UnreachableParts;
        QTest::addRow("macros") << QByteArray("vbaProject") << QByteArray("Osterwick()")
                                << HiddenKind::Macros;
        QTest::addRow("sound") << QByteArray("audio") << QByteArray("ID3 Osterwick")
                               << HiddenKind::Media;
        QTest::addRow("anything") << QByteArray("wibble") << QByteArray("Osterwick")
                                  << HiddenKind::UnknownParts;
    }
    void traces()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, content);
        QFETCH(HiddenKind, item);
        const QByteArray bytes = PptxBuilder()
                                     .slide(textBox(2, slideParagraph("words")))
                                     .part("ppt/odd.xml", "application/xml", content)
                                     .relate(presentation, "rId77", kind, "ppt/odd.xml")
                                     .build();
        QVERIFY(itemOf(*openPresentation(bytes), item));
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(!output.parts.contains(u"ppt/odd.xml"_s));
    }

    void secretsOfThePresentationItselfGo()
    {
        const QByteArray bytes =
            PptxBuilder()
                .slide(textBox(2, slideParagraph("words")))
                .presentation("<p:photoAlbum/><p:modifyVerifier saltData=\"OsterwickSalt\" "
                              "hashData=\"OsterwickHash\"/><p:kinsoku invalStChars=\"Osterwick\" "
                              "invalEndChars=\"\"/>")
                .build();
        const ScrubbedDeck output = scrubbed(bytes);
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(!output.contains("Osterwick"));
        QVERIFY(!output.contains("photoAlbum"));
    }
};

QTEST_APPLESS_MAIN(TestPptxHidden)
#include "tst_pptxhidden.moc"
