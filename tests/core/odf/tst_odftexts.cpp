// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/odf/odffixture.h"

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using document::HiddenAction;
using document::HiddenKind;

/// What a text or presentation reads as, and what becomes of it.
class TestOdfTexts : public QObject
{
    Q_OBJECT

private:
    static QStringList redacted(const OdfBuilder &builder, const QStringList &values,
                                const QString &replacement = u"[GONE]"_s)
    {
        const OdfPtr document = openOdf(builder);
        if (!document) {
            return {u"not opened"_s};
        }
        const QString name = builder.type == odfSlides ? u"a.odp"_s : u"a.odt"_s;
        const auto written =
            tryOpen(appliedBytes(*document, odfPlan(*document, values, replacement)), name);
        return written ? shownTexts(**written) : QStringList{u"not opened again"_s};
    }

    static QByteArray tracked(const QByteArray &region, const QByteArray &body)
    {
        return "<text:tracked-changes><text:changed-region text:id=\"ct1\">" + region
               + "</text:changed-region></text:tracked-changes>" + body;
    }

    static QStringList resolved(const QByteArray &body, HiddenAction action)
    {
        const OdfPtr document = openOdf(OdfBuilder::text(body));
        if (!document || hiddenOf(*document, HiddenKind::TrackedChanges) == nullptr) {
            return {u"no changes"_s};
        }
        document::RedactionPlan plan;
        plan.hidden[hiddenOf(*document, HiddenKind::TrackedChanges)->id] = action;
        const auto written = tryOpen(appliedBytes(*document, plan), u"a.odt"_s);
        return written ? shownTexts(**written) : QStringList{u"not opened again"_s};
    }

private Q_SLOTS:
    void paragraphIsReadAcrossItsElements()
    {
        const OdfPtr document = openOdf(OdfBuilder::text(
            "<text:p>  Ada \n <text:span>Love</text:span>lace<text:s text:c=\"2\"/>of"
            "<text:tab/>Quill<text:line-break/>fen<text:soft-page-break/>den</text:p>"));
        QVERIFY(document);
        QCOMPARE(shownTexts(*document), QStringList{u"Ada Lovelace  of\tQuill\nfenden"_s});
    }

    void replacementGoesWhereTheTextWas()
    {
        QCOMPARE(redacted(OdfBuilder::text("<text:p>See <text:span>Ada Love</text:span>lace, "
                                           "now</text:p>"),
                          {u"Ada Lovelace"_s}),
                 QStringList{u"See [GONE], now"_s});
    }

    void spacesThatMeetStay()
    {
        // two spaces side by side would be read as one
        QCOMPARE(redacted(OdfBuilder::text("<text:p>See Ada now</text:p>"), {u"Ada"_s}, {}),
                 QStringList{u"See  now"_s});
        QCOMPARE(redacted(OdfBuilder::text("<text:p>Ada now</text:p>"), {u"Ada"_s}, {}),
                 QStringList{u" now"_s});
        QCOMPARE(redacted(OdfBuilder::text("<text:p>a<text:s text:c=\"3\"/>b</text:p>"), {u"a "_s},
                          u"[x]"_s),
                 QStringList{u"[x]  b"_s});
    }

    void rubyIsATextOfItsOwn()
    {
        const OdfPtr document = openOdf(
            OdfBuilder::text("<text:p><text:ruby><text:ruby-base>base</text:ruby-base>"
                             "<text:ruby-text>above</text:ruby-text></text:ruby></text:p>"));
        QVERIFY(document);
        QCOMPARE(shownTexts(*document), (QStringList{u"base"_s, u"above"_s}));
    }

    void fieldsBecomeTheirText()
    {
        const OdfBuilder builder = OdfBuilder::text(
            "<text:p>by <text:author-name>Ada</text:author-name> on <text:page-number>3"
            "</text:page-number></text:p>");
        const OdfPtr document = openOdf(builder);
        QVERIFY(document);
        QVERIFY(hiddenOf(*document, HiddenKind::FieldCodes));
        const auto written = tryOpen(appliedBytes(*document, {}), u"a.odt"_s);
        QVERIFY(written);
        const QByteArray content = partOf(**written, u"content.xml"_s);
        QVERIFY(content.contains("by Ada on"));
        QVERIFY(!content.contains("author-name"));
        QVERIFY(content.contains("<text:page-number>3</text:page-number>"));
    }

    void linkWhoseTargetIsRedactedIsNoLink()
    {
        const OdfPtr document = openOdf(OdfBuilder::text(
            "<text:p><text:a xlink:href=\"mailto:ada@quill.example\">write</text:a></text:p>"));
        QVERIFY(document);
        const auto output = document->apply(odfPlan(*document, {u"ada@quill.example"_s}), {});
        QVERIFY(output);
        QCOMPARE(output->applied.adjusted.size(), size_t{1});
        QVERIFY(output->applied.adjusted.front().gone);
        const auto written = tryOpen(output->bytes, u"a.odt"_s);
        QVERIFY(written);
        QCOMPARE(shownTexts(**written), QStringList{u"write"_s});
    }

    void bookmarksAndLinksToThemStayTogether()
    {
        const OdfPtr document = openOdf(OdfBuilder::text(
            "<text:p><text:a xlink:href=\"#Ada\">to</text:a><text:a xlink:href=\"#Else\">no"
            "</text:a></text:p><text:p><text:bookmark text:name=\"Ada\"/>there</text:p>"));
        QVERIFY(document);
        const auto written = tryOpen(appliedBytes(*document, {}), u"a.odt"_s);
        QVERIFY(written);
        const QByteArray content = partOf(**written, u"content.xml"_s);
        QVERIFY(content.contains("xlink:href=\"#b1\""));
        QVERIFY(content.contains("text:name=\"b1\""));
        QVERIFY(!content.contains("Else"));
        QVERIFY(!content.contains("Ada"));
    }

    void deletionIsAppliedOrTakenBack()
    {
        const QByteArray body =
            tracked("<text:deletion><office:change-info/><text:p>one</text:p><text:p>two</text:p>"
                    "<text:p>three </text:p></text:deletion>",
                    "<text:p>before <text:change text:change-id=\"ct1\"/>after</text:p>");
        QCOMPARE(resolved(body, HiddenAction::Remove), QStringList{u"before after"_s});
        QCOMPARE(resolved(body, HiddenAction::Undo),
                 (QStringList{u"before one"_s, u"two"_s, u"three after"_s}));
    }

    void insertionIsAppliedOrTakenBack()
    {
        const QByteArray body =
            tracked("<text:insertion><office:change-info/></text:insertion>",
                    "<text:p>a<text:span>b<text:change-start text:change-id=\"ct1\"/>c"
                    "</text:span></text:p><text:p>d</text:p><text:p>e"
                    "<text:change-end text:change-id=\"ct1\"/>f</text:p>");
        QCOMPARE(resolved(body, HiddenAction::Remove), (QStringList{u"abc"_s, u"d"_s, u"ef"_s}));
        QCOMPARE(resolved(body, HiddenAction::Undo), QStringList{u"abf"_s});
    }

    void hiddenTextBetweenRedactedLettersGoesToo()
    {
        const QByteArray style = "<style:style style:name=\"T1\" style:family=\"text\">"
                                 "<style:text-properties text:display=\"none\"/></style:style>";
        const OdfPtr document = openOdf(OdfBuilder::text(
            "<text:p>Os<text:span text:style-name=\"T1\">secret</text:span>terwick</text:p>",
            style));
        QVERIFY(document);
        document::RedactionPlan plan = odfPlan(*document, {u"Osterwick"_s});
        plan.hidden[hiddenOf(*document, HiddenKind::HiddenText)->id] = HiddenAction::Keep;
        const auto written = tryOpen(appliedBytes(*document, plan), u"a.odt"_s);
        QVERIFY(written);
        QVERIFY(!partOf(**written, u"content.xml"_s).contains("secret"));
    }

    void redactedCellOfAChartHasNoValue()
    {
        OdfBuilder builder = OdfBuilder::text(
            "<text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>");
        builder.folders = {{"Object 1", "application/vnd.oasis.opendocument.chart"}};
        const QByteArray number =
            "<table:table-cell office:value-type=\"float\" office:value=\"%1\">"
            "<text:p>%1</text:p></table:table-cell>";
        builder.parts.emplace_back(
            "Object 1/content.xml",
            odfRoot(
                "document-content",
                "<office:body><office:chart><chart:chart><table:table table:name=\"local-table\">"
                "<table:table-row>"
                    + QByteArray(number).replace("%1", "4711")
                    + QByteArray(number).replace("%1", "12")
                    + "</table:table-row></table:table></chart:chart></office:chart>"
                      "</office:body>"));
        const OdfPtr document = openOdf(builder);
        QVERIFY(document);
        const auto written =
            tryOpen(appliedBytes(*document, odfPlan(*document, {u"4711"_s})), u"a.odt"_s);
        QVERIFY(written);
        const QByteArray chart = partOf(**written, u"Object 1/content.xml"_s);
        QVERIFY(!chart.contains("4711"));
        QVERIFY(chart.contains("office:value=\"12\""));
    }

    void marksOfNotesAndValuesOfChartsAreTexts()
    {
        QCOMPARE(redacted(OdfBuilder::text("<text:p>a<text:note text:note-class=\"footnote\">"
                                           "<text:note-citation>Osterwick</text:note-citation>"
                                           "<text:note-body><text:p>b</text:p></text:note-body>"
                                           "</text:note></text:p>"),
                          {u"Osterwick"_s}),
                 (QStringList{u"a"_s, u"[GONE]"_s, u"b"_s}));
        OdfBuilder builder = OdfBuilder::text(
            "<text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>");
        builder.folders = {{"Object 1", "application/vnd.oasis.opendocument.chart"}};
        builder.parts.emplace_back(
            "Object 1/content.xml",
            odfRoot(
                "document-content",
                "<office:body><office:chart><chart:chart><table:table table:name=\"local-table\">"
                "<table:table-row><table:table-cell office:value-type=\"float\" "
                "office:value=\"4711\"><text:p>many</text:p></table:table-cell>"
                "</table:table-row></table:table></chart:chart></office:chart></office:body>"));
        const OdfPtr document = openOdf(builder);
        QVERIFY(document);
        const auto written =
            tryOpen(appliedBytes(*document, odfPlan(*document, {u"4711"_s})), u"a.odt"_s);
        QVERIFY(written);
        const QByteArray chart = partOf(**written, u"Object 1/content.xml"_s);
        QVERIFY(chart.contains("many"));
        QVERIFY(!chart.contains("office:value="));
    }

    void shapesThatAreSetNotToShowAreHidden()
    {
        const QByteArray box = "<draw:frame %1 svg:x=\"1in\" svg:y=\"1cm\" svg:width=\"72pt\" "
                               "svg:height=\"36pt\"><draw:text-box><text:p>%2</text:p>"
                               "</draw:text-box></draw:frame>";
        for (const QByteArray &unseen :
             {QByteArray("draw:display=\"none\""),
              QByteArray("xmlns:ooo=\"http://openoffice.org/2010/draw\" ooo:display=\"none\"")}) {
            const OdfPtr document = openOdf(OdfBuilder::slides(
                "<draw:page draw:master-page-name=\"Default\">"
                + QByteArray(box).replace("%1", "").replace("%2", "here")
                + QByteArray(box).replace("%1", unseen).replace("%2", "Maren") + "</draw:page>"));
            QVERIFY(document);
            QVERIFY(document->slides().at(0).shapes.at(1).hidden);
            QVERIFY(hiddenOf(*document, HiddenKind::HiddenShapes));
            QCOMPARE(shownTexts(*document), QStringList{u"here"_s});
        }
    }

    void slidesHaveTheirShapesInPlaceAndNotes()
    {
        const QByteArray box = "<draw:frame svg:x=\"%1\" svg:y=\"1cm\" svg:width=\"72pt\" "
                               "svg:height=\"36pt\"><draw:text-box><text:p>%2</text:p>"
                               "</draw:text-box></draw:frame>";
        const OdfPtr document = openOdf(OdfBuilder::slides(
            "<draw:page draw:master-page-name=\"Default\">"
            + QByteArray(box).replace("%1", "1in").replace("%2", "here")
            + QByteArray(box).replace("%1", "50cm").replace("%2", "beyond") + "<presentation:notes>"
            + QByteArray(box).replace("%1", "1in").replace("%2", "say")
            + "</presentation:notes></draw:page>"));
        QVERIFY(document);
        const std::vector<document::Slide> slides = document->slides();
        QCOMPARE(slides.size(), size_t{1});
        QCOMPARE(slides[0].shapes.size(), size_t{2});
        QCOMPARE(slides[0].shapes[0].x, 72.0);
        QCOMPARE(slides[0].shapes[0].height, 36.0);
        QVERIFY(!slides[0].shapes[0].offSlide);
        QVERIFY(slides[0].shapes[1].offSlide);
        QCOMPARE(slides[0].notes.size(), size_t{1});
        QVERIFY(hiddenOf(*document, HiddenKind::OffSlideShapes));
        QVERIFY(hiddenOf(*document, HiddenKind::SpeakerNotes));
        QCOMPARE(shownTexts(*document), QStringList{u"here"_s});
    }

    void flowShowsHeadingsListsAndTables()
    {
        const OdfPtr document = openOdf(OdfBuilder::text(
            "<text:h text:outline-level=\"2\">Part</text:h><text:list><text:list-item><text:p>item"
            "</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell>"
            "<text:p>cell</text:p></table:table-cell></table:table-row></table:table>"));
        QVERIFY(document);
        const document::Flow flow = document->flow();
        QCOMPARE(flow.stories.size(), size_t{1});
        const auto &blocks = flow.stories[0].children;
        QCOMPARE(blocks.size(), size_t{3});
        QCOMPARE(blocks[0].headingLevel, 2);
        QCOMPARE(blocks[1].listLevel, 0);
        QCOMPARE(blocks[2].kind, document::FlowKind::Table);
        QCOMPARE(document->textUnits()[2].place.size(), size_t{3});
        QCOMPARE(document::placeLabel(document->textUnits()[2].place), u"table 1, row 1, cell 1"_s);
    }
};

QTEST_GUILESS_MAIN(TestOdfTexts)
#include "tst_odftexts.moc"
