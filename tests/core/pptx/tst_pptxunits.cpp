// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pptx/presentationtesting.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::FlowKind;
using document::HiddenKind;

namespace {

QByteArray table(const QByteArray &rows)
{
    return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"9\" name=\"Table 1\"/>"
           "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"0\" y=\"0\"/>"
           "<a:ext cx=\"100000\" cy=\"100000\"/></p:xfrm><a:graphic><a:graphicData "
           "uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr/>"
           "<a:tblGrid><a:gridCol w=\"1000\"/></a:tblGrid>"
           + rows + "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
}

QByteArray cell(const QByteArray &text, const QByteArray &attributes = {})
{
    return "<a:tc" + attributes + "><a:txBody><a:bodyPr/>" + slideParagraph(text)
           + "</a:txBody><a:tcPr/></a:tc>";
}

const document::TextUnit *unitOf(const document::Document &document, const QString &text)
{
    for (const document::TextUnit &unit : document.textUnits()) {
        if (unit.text == text) {
            return &unit;
        }
    }
    return nullptr;
}

}   // namespace

/// What is read of a presentation, and under which place.
class TestPptxUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textHasItsPlaceOnTheSlide()
    {
        const auto document = openPresentation(
            PptxBuilder()
                .slide(placeholder(2, "title", slideParagraph("Quarter plan"))
                       + textBox(3, slideParagraph("first line") + slideParagraph("second line"))
                       + textBox(4, slideParagraph("beside"))
                       + table("<a:tr h=\"1\">" + cell("corner") + "</a:tr><a:tr h=\"1\">"
                               + cell("Mirelle Osterwick") + "</a:tr>"))
                .build());
        QVERIFY(document);
        const auto texts = unitTexts(*document);
        QCOMPARE(texts.value(u"slide 1, title"_s), u"Quarter plan"_s);
        QCOMPARE(texts.value(u"slide 1, text box 1, paragraph 2"_s), u"second line"_s);
        QCOMPARE(texts.value(u"slide 1, text box 2, paragraph 1"_s), u"beside"_s);
        QCOMPARE(texts.value(u"slide 1, table 1, row 2, cell 1"_s), u"Mirelle Osterwick"_s);
    }

    void runsFieldsAndBreaksAreOneText()
    {
        const auto document = openPresentation(
            PptxBuilder()
                .slide(textBox(2, "<a:p><a:r><a:t>Mire</a:t></a:r><a:r><a:rPr b=\"1\"/><a:t>lle"
                                  "</a:t></a:r><a:br/><a:fld id=\"{00000000-0000-0000-0000-"
                                  "000000000001}\" type=\"slidenum\"><a:t>7</a:t></a:fld></a:p>"))
                .build());
        QVERIFY(unitOf(*document, u"Mirelle\n7"_s));
    }

    void slidesComeInTheOrderOfTheShow()
    {
        PptxBuilder builder;
        builder.slide(textBox(2, slideParagraph("one"))).slide(textBox(2, slideParagraph("two")));
        QByteArray bytes = builder.build();
        const auto document = openPresentation(bytes);
        QCOMPARE(unitOf(*document, u"two"_s)->place.front().number, 2);
        QCOMPARE(document->slides().size(), size_t(2));
    }

    void fallbacksAreCopies()
    {
        const auto document = openPresentation(
            PptxBuilder()
                .slide("<mc:AlternateContent><mc:Choice Requires=\"p14\">"
                       + textBox(2, slideParagraph("Tomas Verlyne")) + "</mc:Choice><mc:Fallback>"
                       + textBox(3, slideParagraph("Tomas Verlyne"))
                       + "</mc:Fallback></mc:AlternateContent>")
                .build());
        std::vector<int> copies;
        for (const auto &unit : document->textUnits()) {
            if (unit.text == u"Tomas Verlyne"_s) {
                copies.push_back(unit.copyOf);
            }
        }
        QCOMPARE(copies.size(), size_t(2));
        QCOMPARE(copies[0], -1);
        QVERIFY(copies[1] >= 0);
    }

    void layoutsMastersAndNotesAreRead()
    {
        const auto document =
            openPresentation(PptxBuilder()
                                 .layout(textBox(8, slideParagraph("layout words")))
                                 .master(textBox(8, slideParagraph("master words")))
                                 .slide({textBox(2, slideParagraph("words")),
                                         {},
                                         {},
                                         placeholder(2, "body", slideParagraph("spoken words"))})
                                 .build());
        const auto texts = unitTexts(*document);
        QCOMPARE(texts.value(u"layout 1, text box 1, paragraph 1"_s), u"layout words"_s);
        QCOMPARE(texts.value(u"master 1, text box 2, paragraph 1"_s), u"master words"_s);
        QCOMPARE(texts.value(u"slide 1, notes, text box 1, paragraph 1"_s), u"spoken words"_s);
    }

    void namesDescriptionsAndToolTipsAreRead()
    {
        const auto document = openPresentation(
            PptxBuilder()
                .slide(textBox(2,
                               "<a:p><a:r><a:rPr><a:hlinkClick r:id=\"rId9\" tooltip=\"call "
                               "Tomas\"/></a:rPr><a:t>link</a:t></a:r></a:p>",
                               "name=\"Osterwick logo\" descr=\"the logo of Osterwick\""))
                .relate("ppt/slides/slide1.xml", "rId9", "hyperlink",
                        "https://osterwick.example/plan", true)
                .build());
        QVERIFY(unitOf(*document, u"Osterwick logo"_s));
        QCOMPARE(unitOf(*document, u"Osterwick logo"_s)->hiddenItem,
                 itemOf(*document, HiddenKind::AltText)->id);
        QVERIFY(unitOf(*document, u"the logo of Osterwick"_s));
        QVERIFY(unitOf(*document, u"call Tomas"_s)->hiddenItem.isEmpty());
        QCOMPARE(unitOf(*document, u"https://osterwick.example/plan"_s)->place.back().kind,
                 document::PlaceKind::Link);
    }

    void equationsAreRead()
    {
        const QByteArray math =
            "<a:p><mc:AlternateContent><mc:Choice "
            "xmlns:a14=\"http://schemas.microsoft.com/office/drawing/2010/main\" "
            "Requires=\"a14\"><a14:m><m:oMath "
            "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>"
            "Verlyne=2</m:t></m:r></m:oMath></a14:m></mc:Choice></mc:AlternateContent></a:p>";
        const auto document = openPresentation(PptxBuilder().slide(textBox(2, math)).build());
        QVERIFY(unitOf(*document, u"Verlyne=2"_s));
    }

    void sectionsAndShowsAreRead()
    {
        const auto document = openPresentation(
            PptxBuilder()
                .slide(textBox(2, slideParagraph("words")))
                .presentation(
                    "<p:custShowLst><p:custShow name=\"for Osterwick\" id=\"0\"><p:sldLst>"
                    "<p:sld r:id=\"rIdSlide1\"/></p:sldLst></p:custShow></p:custShowLst>"
                    "<p:extLst><p:ext uri=\"{521415D9-36F7-43E2-AB2F-B90AF26B5E84}\">"
                    "<p14:sectionLst><p14:section name=\"layoffs\" "
                    "id=\"{00000000-0000-0000-0000-000000000001}\"><p14:sldIdLst>"
                    "<p14:sldId id=\"256\"/></p14:sldIdLst></p14:section>"
                    "</p14:sectionLst></p:ext></p:extLst>")
                .build());
        QCOMPARE(unitTexts(*document).value(u"section 1"_s), u"layoffs"_s);
        QCOMPARE(unitTexts(*document).value(u"custom show 1"_s), u"for Osterwick"_s);
    }

    void slidesAreSeenAsTheyLieOnTheirLayout()
    {
        const auto document = openPresentation(
            PptxBuilder()
                .layout(textBox(8, slideParagraph("layout words")))
                .slide({placeholder(2, "title", slideParagraph("Plan", "<a:rPr b=\"1\"/>"))
                            + textBox(3, slideParagraph("words"), {}, 10, 20, 30, 40,
                                      "<a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill>"),
                        {},
                        {},
                        placeholder(2, "body", slideParagraph("spoken words"))})
                .build());
        const auto slides = document->slides();
        QCOMPARE(slides.size(), size_t(1));
        QCOMPARE(slides[0].width, 720.0);
        QCOMPARE(slides[0].shapes.size(), size_t(3));
        const auto unitOfShape = [&](size_t shape) {
            const int unit = slides[0].shapes[shape].blocks.front().runs.front().unit;
            return document->textUnits()[static_cast<size_t>(unit)].text;
        };
        QCOMPARE(unitOfShape(0), u"layout words"_s);
        QCOMPARE(unitOfShape(1), u"Plan"_s);
        QCOMPARE(slides[0].shapes[1].x, 40.0);   // of the layout's placeholder
        QCOMPARE(slides[0].shapes[1].height, 70.0);
        QVERIFY(slides[0].shapes[1].blocks.front().runs.front().style.bold);
        QCOMPARE(slides[0].shapes[2].fill, 0x4f81bdU);
        QCOMPARE(slides[0].shapes[2].y, 20.0);
        const int spoken = slides[0].notes.front().runs.front().unit;
        QCOMPARE(document->textUnits()[static_cast<size_t>(spoken)].text, u"spoken words"_s);
    }

    void strictPresentationsAreReadAndStayStrict()
    {
        const QByteArray bytes =
            PptxBuilder().strict().slide(textBox(2, slideParagraph("Tomas Verlyne"))).build();
        const ScrubbedDeck output = scrubbed(bytes, {{u"Verlyne"_s, u"[PERSON-1]"_s}});
        QCOMPARE(output.leaks, QStringList());
        QVERIFY(output.contains("Tomas [PERSON-1]"));
        QVERIFY(output.parts.value(u"ppt/slides/slide1.xml"_s)
                    .contains("http://purl.oclc.org/ooxml/presentationml/main"));
    }

    void otherPackagesAreRefused()
    {
        const auto handler = formats::ooxml::makePptxHandler();
        const QByteArray word =
            PptxBuilder()
                .mainType("application/vnd.openxmlformats-officedocument.wordprocessingml."
                          "document.main+xml")
                .build();
        const auto opened = handler->open({word, u"deck.pptx"_s}, {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, base::ErrorCode::ContentMismatch);
        QVERIFY(!handler->open({"no zip", u"deck.pptx"_s}, {}));
    }
};

QTEST_APPLESS_MAIN(TestPptxUnits)
#include "tst_pptxunits.moc"
