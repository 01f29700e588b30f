// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;

/// Redacted values that are also words of the format: names of built-in styles, of fields, of
/// formatting.
class TestDocxWords : public QObject
{
    Q_OBJECT

private:
    static Written without(const DocxBuilder &builder, const QString &value)
    {
        const auto document = openDocx(builder.build());
        return applied(*document, planFor(*document, {{value, u"[X]"_s}}));
    }

    static QByteArray checkBox(const QByteArray &state)
    {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:enabled/><w:checkBox>"
               "<w:sizeAuto/>"
               + state
               + "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX "
                 "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    }

private Q_SLOTS:
    void theSwitchOfAFieldGoesAndTheFieldStays()
    {
        const Written written =
            without(DocxBuilder().body(paragraph(field(" PAGE \\* MERGEFORMAT ", run("7")))),
                    u"MERGEFORMAT"_s);
        QVERIFY(!written.contains("MERGEFORMAT"));
        QVERIFY(written.contains(" PAGE "));
        QVERIFY(written.contains("fldChar"));
        QCOMPARE(visibleTexts(*written.document), QStringList{u"7"_s});
    }

    void aFieldThatSaysMoreThanItShowsGoesAllTheSame()
    {
        const Written written =
            without(DocxBuilder().body(paragraph(
                        field(" CREATEDATE \\@ \"d MMMM yyyy\" \\* MERGEFORMAT ", run("today")))),
                    u"MERGEFORMAT"_s);
        QVERIFY(!written.contains("CREATEDATE"));
        QVERIFY(!hiddenOf(*written.document, document::HiddenKind::FieldCodes));
        QCOMPARE(visibleTexts(*written.document), QStringList{u"today"_s});
    }

    void aFieldWhoseNameIsRedactedBecomesItsResult()
    {
        const Written written =
            without(DocxBuilder().body(paragraph(run("of ") + field(" NUMPAGES ", run("7")))),
                    u"NUMPAGES"_s);
        QVERIFY(!written.contains("NUMPAGES"));
        QVERIFY(!written.contains("fldChar"));
        QCOMPARE(visibleTexts(*written.document), QStringList{u"of 7"_s});
    }

    void aValueFromTheTextIsNoNameOfAFieldEither()
    {
        const Written written = without(DocxBuilder()
                                            .body(paragraph(run("NUMPAGES was meant")))
                                            .body(paragraph("<w:fldSimple w:instr=\" NUMPAGES \">"
                                                            + run("7") + "</w:fldSimple>")),
                                        u"NUMPAGES"_s);
        QVERIFY(!written.contains("NUMPAGES"));
        QCOMPARE(visibleTexts(*written.document), QStringList({u"[X] was meant"_s, u"7"_s}));
    }

    void checkBoxesAreReadAndStayAsText()
    {
        const DocxBuilder builder =
            DocxBuilder()
                .body(paragraph(checkBox("<w:default w:val=\"0\"/><w:checked/>") + run(" Yes")))
                .body(paragraph(checkBox("<w:default w:val=\"1\"/>") + run(" Also")))
                .body(paragraph(checkBox("<w:default w:val=\"0\"/>") + run(" No")));
        const QStringList shown{u"\u2612 Yes"_s, u"\u2612 Also"_s, u"\u2610 No"_s};
        QCOMPARE(visibleTexts(*openDocx(builder.build())), shown);
        QCOMPARE(visibleTexts(*without(builder, u"nothing"_s).document), shown);
        const Written written = without(builder, u"FORMCHECKBOX"_s);
        QVERIFY(!written.contains("FORMCHECKBOX"));
        QVERIFY(!written.contains("fldChar"));
        QCOMPARE(visibleTexts(*written.document), shown);
    }

    void whatAButtonShowsStays()
    {
        // acceptance 10
        const QByteArray begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        const QByteArray end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        const auto document =
            openDocx(DocxBuilder()
                         .body(paragraph(begin
                                         + "<w:r><w:instrText xml:space=\"preserve\"> MACROBUTTON "
                                           "SecretMacro Click</w:instrText></w:r><w:r><w:instrText "
                                           "xml:space=\"preserve\"> Mira</w:instrText></w:r>"
                                         + end))
                         .build());
        QCOMPARE(visibleTexts(*document), QStringList{u"Click Mira"_s});
        QVERIFY(hiddenOf(*document, document::HiddenKind::FieldCodes));
        const Written written = applied(*document, planFor(*document, {{u"Mira"_s, u"[X]"_s}}));
        QVERIFY(!written.contains("SecretMacro"));
        QVERIFY(!written.contains("fldChar"));
        QCOMPARE(visibleTexts(*written.document), QStringList{u"Click [X]"_s});
    }

    void namesOfSequencesAreNeutralAndAgree()
    {
        // acceptance 12
        const Written written =
            without(DocxBuilder()
                        .body(paragraph(field(" SEQ AcmePlans \\* ARABIC ", run("1"))))
                        .body(paragraph(field(" SEQ Figure \\* ARABIC ", run("1"))))
                        .body(paragraph(field(" TOC \\h \\c \"AcmePlans\" ", run("Plans")))),
                    u"nothing"_s);
        QVERIFY(!written.contains("AcmePlans"));
        QVERIFY(written.contains(" SEQ List1 "));
        QVERIFY(written.contains(" SEQ Figure "));
        QVERIFY(written.contains("\\c \"List1\"") || written.contains("\\c &quot;List1&quot;"));
    }

    void builtInStylesLoseANameThatIsRedacted()
    {
        const Written written = without(
            DocxBuilder()
                .styles("<w:latentStyles w:count=\"1\"><w:lsdException w:name=\"Signature\"/>"
                        "</w:latentStyles><w:style w:type=\"paragraph\" w:styleId=\"Signature\">"
                        "<w:name w:val=\"Signature\"/><w:link w:val=\"SignatureChar\"/></w:style>"
                        "<w:style w:type=\"character\" w:styleId=\"SignatureChar\">"
                        "<w:name w:val=\"Signature Char\"/><w:rPr><w:b/></w:rPr></w:style>"
                        "<w:style w:type=\"paragraph\" w:styleId=\"Title\">"
                        "<w:name w:val=\"Title\"/></w:style>")
                .body(paragraph(run("Signature of Jo"), "<w:pStyle w:val=\"Signature\"/>"))
                .body(paragraph(run("Report"), "<w:pStyle w:val=\"Title\"/>")),
            u"Signature"_s);
        QVERIFY(!written.contains("Signature"));
        QVERIFY(written.part(u"word/document.xml"_s).contains("<w:pStyle w:val=\"Style1\"/>"));
        QVERIFY(written.part(u"word/styles.xml"_s).contains("w:styleId=\"Style1\""));
        QVERIFY(written.part(u"word/styles.xml"_s).contains("<w:link w:val=\"Style2\"/>"));
        QVERIFY(written.part(u"word/document.xml"_s).contains("<w:pStyle w:val=\"Title\"/>"));
    }

    void listsOfStylesThatAreNotThereGo()
    {
        const Written written = without(DocxBuilder()
                                            .styles("<w:latentStyles w:count=\"1\"><w:lsdException "
                                                    "w:name=\"heading 1\"/></w:latentStyles>")
                                            .body(paragraph(run("x"))),
                                        u"nothing"_s);
        QVERIFY(!written.contains("latentStyles"));
    }

    void formattingThatIsARedactedWordGoes()
    {
        const Written written =
            without(DocxBuilder().body(paragraph(run("the center"), "<w:jc w:val=\"center\"/>")),
                    u"center"_s);
        QVERIFY(!written.contains("center"));
        QCOMPARE(visibleTexts(*written.document), QStringList{u"the [X]"_s});
    }

    void settingsThatAreARedactedWordGo()
    {
        const Written written =
            without(DocxBuilder()
                        .settings("<m:mathPr><m:defJc m:val=\"centerGroup\"/></m:mathPr>"
                                  "<w:defaultTabStop w:val=\"708\"/>")
                        .body(paragraph(run("the center"))),
                    u"center"_s);
        QVERIFY(!written.contains("center"));
        QVERIFY(written.contains("defaultTabStop"));
    }

    void formattingStaysWhereNothingIsRedacted()
    {
        const Written written =
            without(DocxBuilder().body(paragraph(run("the middle"), "<w:jc w:val=\"center\"/>")),
                    u"middle"_s);
        QVERIFY(written.contains("<w:jc w:val=\"center\"/>"));
    }
};

QTEST_APPLESS_MAIN(TestDocxWords)
#include "tst_docxwords.moc"
