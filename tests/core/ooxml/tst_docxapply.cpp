// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using document::HiddenAction;
using document::HiddenKind;

/// What a plan makes of a Word document.
class TestDocxApply : public QObject
{
    Q_OBJECT

private:
    static Written scrub(const DocxBuilder &builder, const std::map<QString, QString> &values = {})
    {
        const auto document = openDocx(builder.build());
        return document ? applied(*document, planFor(*document, values)) : Written();
    }

    static QByteArray story(const Written &written) { return written.part(u"word/document.xml"_s); }

private Q_SLOTS:
    void redactedTextIsGoneAndFirstRunGivesItsLook()
    {
        const Written written =
            scrub(DocxBuilder().body(
                      paragraph(run("Dear Mi") + run("ra Oka", "<w:b/>")
                                + "<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"1\" "
                                  "w:name=\"_Toc1\"/>"
                                + run("for, thanks", "<w:i/>") + "<w:bookmarkEnd w:id=\"1\"/>")),
                  {{u"Mira Okafor"_s, u"[PERSON-1]"_s}});
        QVERIFY(written.document);
        QCOMPARE(visibleTexts(*written.document), QStringList{u"Dear [PERSON-1], thanks"_s});
        const QByteArray xml = story(written);
        QVERIFY(xml.contains(">Dear [PERSON-1]</w:t>"));
        QVERIFY(xml.contains("<w:i/>"));
        QVERIFY(xml.contains(">, thanks</w:t>"));
        QVERIFY(xml.contains("w:bookmarkStart"));
        QCOMPARE(written.applied.spans.size(), size_t{1});
        QCOMPARE(written.applied.spans.front().label, u"paragraph 1"_s);
    }

    void spaceBesideAReplacementSurvives()
    {
        const Written written =
            scrub(DocxBuilder().body(paragraph("<w:r><w:t>Secret plan</w:t></w:r>")),
                  {{u"Secret"_s, QString()}});
        QVERIFY(story(written).contains("<w:t xml:space=\"preserve\"> plan</w:t>"));
    }

    void marksInsideASpanGo()
    {
        const Written written =
            scrub(DocxBuilder().body(paragraph("<w:r><w:t>No. 12</w:t><w:noBreakHyphen/><w:t>34"
                                               "</w:t><w:tab/><w:t>left</w:t></w:r>")),
                  {{u"12"_s + QChar(0x2011) + u"34"_s, u"[X]"_s}});
        QCOMPARE(visibleTexts(*written.document), QStringList{u"No. [X]\tleft"_s});
    }

    void redactedLinkIsUnwrappedAndItsTargetGone()
    {
        const Written written =
            scrub(DocxBuilder()
                      .external("rId9", "hyperlink", "mailto:mira@example.com?subject=Offer")
                      .external("rId10", "hyperlink", "https://example.org/")
                      .body(paragraph("<w:hyperlink r:id=\"rId9\">" + run("mira@example.com")
                                      + "</w:hyperlink>"))
                      .body(paragraph("<w:hyperlink r:id=\"rId10\">" + run("the site")
                                      + "</w:hyperlink>")),
                  {{u"mira@example.com"_s, u"[EMAIL-1]"_s}});
        QVERIFY(!written.contains("mira"));
        QVERIFY(!written.contains("Offer"));
        QVERIFY(written.targets.contains(u"https://example.org/"_s));
        QCOMPARE(story(written).count("<w:hyperlink"), 1);
        QVERIFY(unitWith(*written.document, u"[EMAIL-1]"_s));
    }

    void linksToDisksGoByDefault()
    {
        const Written written = scrub(
            DocxBuilder()
                .external("rId9", "hyperlink", "file:///C:/Users/mira/plan.xlsx")
                .body(paragraph("<w:hyperlink r:id=\"rId9\">" + run("plan") + "</w:hyperlink>")));
        QVERIFY(!written.contains("mira"));
        QVERIFY(unitWith(*written.document, u"plan"_s));
    }

    void copiesGoAlong()
    {
        const QByteArray box = paragraph(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline>"
            "<wp:docPr id=\"3\" name=\"\"/><a:graphic><a:graphicData uri=\"http://"
            "schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx>"
            "<w:txbxContent>"
            + paragraph(run("Mira Okafor"))
            + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
              "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape o:gfxdata=\"TWlyYQ==\">"
              "<v:textbox><w:txbxContent>"
            + paragraph(run("Mira ") + run("Okafor"))
            + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
              "</mc:AlternateContent></w:r>");
        const Written written =
            scrub(DocxBuilder().body(box), {{u"Mira Okafor"_s, u"[PERSON-1]"_s}});
        QVERIFY(!written.contains("Mira"));
        QVERIFY(!written.contains("Okafor"));
        QVERIFY(!written.contains("gfxdata"));
        QCOMPARE(story(written).count("[PERSON-1]"), 2);
        QCOMPARE(written.applied.spans.front().occurrences, 2);
    }

    void fieldsAreUnlinkedInBalance()
    {
        const QByteArray nested = "<w:r><w:instrText> IF </w:instrText></w:r>"
                                  + field(" MERGEFIELD Client ", run("inner"))
                                  + "<w:r><w:instrText> = 1 </w:instrText></w:r>";
        const Written written =
            scrub(DocxBuilder()
                      .body(paragraph(run("a ") + field(nested, run("outer")) + run(" z")))
                      .body(paragraph(field(" PAGE ", run("7"))))
                      .body(paragraph("<w:fldSimple w:instr=\" AUTHOR \">" + run("kept result")
                                      + "</w:fldSimple>")));
        QCOMPARE(visibleTexts(*written.document),
                 (QStringList{u"a outer z"_s, u"7"_s, u"kept result"_s}));
        const QByteArray xml = story(written);
        QVERIFY(!xml.contains("MERGEFIELD"));
        QVERIFY(!xml.contains("inner"));
        QVERIFY(!xml.contains("AUTHOR"));
        QCOMPARE(xml.count("w:fldChar "), 3);
        QVERIFY(xml.contains(" PAGE "));
    }

    void redactedLinkFieldKeepsItsResult()
    {
        const Written written = scrub(
            DocxBuilder().body(paragraph(field(
                " HYPERLINK \"https://example.com/mira\" \\o \"page of mira\" ", run("profile")))),
            {{u"mira"_s, u"[X]"_s}});
        QCOMPARE(visibleTexts(*written.document), QStringList{u"profile"_s});
        QVERIFY(!written.contains("mira"));
        QVERIFY(!story(written).contains("fldChar"));
    }

    void contentControlsLoseTheirDataAndKeepTheirText()
    {
        const QByteArray control =
            "<w:sdt><w:sdtPr><w:alias w:val=\"Client\"/><w:tag w:val=\"t77\"/><w:placeholder>"
            "<w:docPart w:val=\"D0\"/></w:placeholder><w:dataBinding w:xpath=\"/r/c\" "
            "w:storeItemID=\"{1}\"/><w:date w:fullDate=\"1980-02-03T00:00:00Z\"><w:dateFormat "
            "w:val=\"d MMMM yyyy\"/></w:date></w:sdtPr><w:sdtContent>"
            + paragraph(run("3 February 1980")) + "</w:sdtContent></w:sdt>";
        const Written written = scrub(
            DocxBuilder().body(control).part("customXml/item1.xml", "application/xml",
                                             "<r><c>Mira Okafor</c></r>", "rIdX", "customXml"),
            {{u"3 February 1980"_s, u"[DATE-1]"_s}});
        for (const char *gone :
             {"Client", "t77", "dataBinding", "1980-02-03", "Mira", "customXml"}) {
            QVERIFY2(!written.contains(gone), gone);
        }
        QVERIFY(story(written).contains("w:sdtContent"));
        QVERIFY(unitWith(*written.document, u"[DATE-1]"_s));
    }

    void dropDownBecomesItsChosenEntry()
    {
        const Written written = scrub(DocxBuilder().body(paragraph(
            run("City: ")
            + "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"MiraCity\"/>"
              "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Alphaville\"/>"
              "<w:listEntry w:val=\"Betatown\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r>"
              "<w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar "
              "w:fldCharType=\"end\"/></w:r>")));
        QCOMPARE(visibleTexts(*written.document), QStringList{u"City: Betatown"_s});
        QVERIFY(!written.contains("Alphaville"));
        QVERIFY(!written.contains("MiraCity"));
    }

    void embeddedThingsGoAndTheirPictureStays()
    {
        const Written written = scrub(
            DocxBuilder()
                .part("word/media/MiraOkafor.png", "image/png", pixel(), "rIdP", "image")
                .part("word/embeddings/Offer.docx", "application/octet-stream", "PK secret", "rIdE",
                      "package")
                .part("word/chunk.htm", "text/html", "<p>secret</p>", "rIdC", "aFChunk")
                .body(paragraph("<w:r><w:object><v:shape id=\"Offer\"><v:imagedata "
                                "r:id=\"rIdP\" o:title=\"Mira\"/></v:shape><o:OLEObject "
                                "Type=\"Embed\" ProgID=\"Word.Document.12\" ShapeID=\"Offer\" "
                                "r:id=\"rIdE\"/></w:object></w:r>"))
                .body("<w:altChunk r:id=\"rIdC\"/>")
                .body(paragraph(run("end"))));
        for (const char *gone : {"secret", "Mira", "OLEObject", "altChunk", "Offer"}) {
            QVERIFY2(!written.contains(gone), gone);
        }
        QVERIFY(story(written).contains("v:imagedata"));
        QVERIFY(!written.part(u"word/media/image1.png"_s).isEmpty());
    }

    void pictureThatCannotBeCleanedIsReplaced()
    {
        const Written written =
            scrub(DocxBuilder()
                      .part("word/media/a.emf", "image/x-emf", "secret metafile", "rIdP", "image")
                      .external("rIdL", "image", "file:///C:/Users/mira/logo.png")
                      .body(paragraph(picture("r:embed=\"rIdP\"")))
                      .body(paragraph(picture("r:link=\"rIdL\""))));
        QVERIFY(!written.contains("secret"));
        QVERIFY(!written.contains("mira"));
        QCOMPARE(story(written).count("r:embed=\"rId"), 2);
        QVERIFY(written.part(u"word/media/image1.png"_s).startsWith("\x89PNG"));
        QVERIFY(!written.applied.warnings.empty());
    }

    void namesThatHoldARedactedValueFollow()
    {
        const DocxBuilder builder =
            DocxBuilder()
                .body(paragraph("<w:bookmarkStart w:id=\"1\" w:name=\"Okafor\"/>" + run("Okafor")
                                + "<w:bookmarkEnd w:id=\"1\"/>"))
                .body(paragraph("<w:hyperlink w:anchor=\"Okafor\">" + run("above")
                                + "</w:hyperlink>"))
                .body(paragraph(field(" REF Okafor \\h ", run("x"))));
        const auto document = openDocx(builder.build());
        document::RedactionPlan plan = planFor(*document, {{u"zzz"_s, {}}});
        const auto *unit = unitWith(*document, u"Okafor"_s);
        plan.spans.push_back({u"c1"_s, {unit->index, 0, 6}, u"[P]"_s});
        decide(plan, *document, HiddenKind::Bookmarks, HiddenAction::Keep);
        const Written written = applied(*document, plan);
        QCOMPARE(story(written).count("bookmark1\""), 2);
        QVERIFY(story(written).contains(" REF bookmark1 \\h "));
    }

    void samePlanGivesTheSameBytes()
    {
        const auto document = openDocx(
            DocxBuilder().body(paragraph(run("Mira"))).header(paragraph(run("x"))).build());
        const auto plan = planFor(*document, {{u"Mira"_s, u"[X]"_s}});
        QCOMPARE(applied(*document, plan).bytes, applied(*document, plan).bytes);
    }

    void headersThatEndWithATableGrowNoLine()
    {
        const QByteArray table = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"9\"/></w:tblGrid>"
                                 "<w:tr><w:tc>"
                                 + paragraph(run("Mira")) + "</w:tc></w:tr></w:tbl>";
        const auto document =
            openDocx(DocxBuilder().body(paragraph(run("x"))).header(table).build());
        const Written written = applied(*document, planFor(*document, {{u"Mira"_s, u"[X]"_s}}));
        QVERIFY2(written.contains("</w:tbl></w:hdr>"), "a line was added");
        QVERIFY(written.contains("[X]"));
    }

    void spansOutsideOfTheTextAreRefused()
    {
        const auto document = openDocx(DocxBuilder().body(paragraph(run("Mira"))).build());
        document::RedactionPlan plan;
        plan.spans.push_back({u"c1"_s, {0, 2, 9}, {}});
        const auto output = document->apply(plan, {});
        QVERIFY(!output);
        QCOMPARE(output.error().code, base::ErrorCode::Internal);
    }

private:
    static QByteArray pixel()
    {
        return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mO4"
                                      "CQAA2wDayV3H9QAAAABJRU5ErkJggg==");
    }

    static QByteArray picture(const QByteArray &source)
    {
        return "<w:r><w:drawing><wp:inline><wp:extent cx=\"900000\" cy=\"900000\"/><wp:docPr "
               "id=\"1\" "
               "name=\"x\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/"
               "drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"0\" name=\"\"/>"
               "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
               + source
               + "/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline>"
                 "</w:drawing></w:r>";
    }
};

QTEST_APPLESS_MAIN(TestDocxApply)
#include "tst_docxapply.moc"
