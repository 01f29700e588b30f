// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using document::HiddenKind;
using document::TextUnit;

/// What is read from a Word document, and where it says that it stands.
class TestDocxUnits : public QObject
{
    Q_OBJECT

private:
    static QString label(const document::Document &document, const QString &text)
    {
        const TextUnit *unit = unitWith(document, text);
        return unit == nullptr ? u"(none)"_s : document::placeLabel(unit->place);
    }

    static HiddenKind hiddenKind(const document::Document &document, const QString &text)
    {
        const TextUnit *unit = unitWith(document, text);
        for (const document::HiddenItem &item : document.hiddenItems()) {
            if (unit != nullptr && item.id == unit->hiddenItem) {
                return item.kind;
            }
        }
        return HiddenKind::ArchiveTraces;
    }

private Q_SLOTS:
    void nameOverThreeRunsIsOneUnit()
    {
        const auto document =
            openDocx(DocxBuilder()
                         .body(paragraph(run("Dear Mi") + run("ra Okaf", "<w:b/>")
                                         + "<w:proofErr w:type=\"spellStart\"/>"
                                         + "<w:bookmarkStart w:id=\"1\" w:name=\"_GoBack\"/>"
                                         + run("or,", "<w:i/>") + "<w:bookmarkEnd w:id=\"1\"/>"))
                         .build());
        QVERIFY(document);
        QCOMPARE(document->textUnits().size(), size_t{1});
        QCOMPARE(document->textUnits().front().text, u"Dear Mira Okafor,"_s);
        QCOMPARE(label(*document, u"Dear Mira Okafor,"_s), u"paragraph 1"_s);
    }

    void emailCutByALinkIsOneUnitAndItsTargetAnother()
    {
        const auto document =
            openDocx(DocxBuilder()
                         .external("rId9", "hyperlink", "mailto:mira.okafor@example.com")
                         .body(paragraph(run("write to mira.")
                                         + "<w:hyperlink r:id=\"rId9\" "
                                           "w:tooltip=\"Mail Mira\">"
                                         + run("okafor@example.com") + "</w:hyperlink>"))
                         .build());
        QVERIFY(document);
        QVERIFY(unitWith(*document, u"write to mira.okafor@example.com"_s));
        QCOMPARE(label(*document, u"mailto:mira.okafor@example.com"_s), u"link 1"_s);
        QCOMPARE(label(*document, u"Mail Mira"_s), u"paragraph 1, tooltip"_s);
        QVERIFY(unitWith(*document, u"mailto:mira.okafor@example.com"_s)->hiddenItem.isEmpty());
    }

    void marksAndWrappersBecomeCharacters()
    {
        const QByteArray marks = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
                                 "<w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>"
                                 "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>";
        const auto document = openDocx(
            DocxBuilder()
                .body(paragraph(marks + "<w:smartTag w:uri=\"urn:x\" w:element=\"City\">" + run("f")
                                + "</w:smartTag><w:sdt><w:sdtContent>" + run("g")
                                + "</w:sdtContent></w:sdt><m:oMath><m:r><m:t>h</m:t></m:r>"
                                  "</m:oMath>"))
                .build());
        QVERIFY(document);
        QCOMPARE(document->textUnits().front().text, u"a\tb\nc"_s + QChar(0x2011) + u"d"_s
                                                         + QChar(0xad) + u"e"_s + QChar(0xf0fc)
                                                         + u"fgh"_s);
    }

    void rubyStandsInALineOfItsOwn()
    {
        const auto document =
            openDocx(DocxBuilder()
                         .body(paragraph(run("x ") + "<w:r><w:ruby><w:rt>" + run("kana")
                                         + "</w:rt><w:rubyBase>" + run("kanji")
                                         + "</w:rubyBase></w:ruby></w:r>" + run(" y")))
                         .build());
        QVERIFY(document);
        QVERIFY(unitWith(*document, u"x kanji y"_s));
        QVERIFY(unitWith(*document, u"kana"_s));
    }

    void everyStoryIsRead()
    {
        const auto document = openDocx(
            DocxBuilder()
                .body(paragraph(run("body")))
                .body("<w:tbl><w:tr><w:tc>" + paragraph(run("one")) + "</w:tc><w:tc>"
                      + paragraph(run("two")) + "<w:tbl><w:tr><w:tc>" + paragraph(run("inner"))
                      + "</w:tc></w:tr></w:tbl>" + paragraph("") + "</w:tc></w:tr></w:tbl>")
                .header(paragraph(run("above")))
                .footer(paragraph(run("below")))
                .footnote(2, paragraph(run("note")))
                .endnote(2, paragraph(run("end")))
                .comment(0, "Jo Invented", paragraph(run("remark")))
                .build());
        QVERIFY(document);
        QCOMPARE(label(*document, u"body"_s), u"paragraph 1"_s);
        QCOMPARE(label(*document, u"one"_s), u"table 1, row 1, cell 1"_s);
        QCOMPARE(label(*document, u"two"_s), u"table 1, row 1, cell 2"_s);
        QCOMPARE(label(*document, u"inner"_s), u"table 1, row 1, cell 2, table 1, row 1, cell 1"_s);
        QCOMPARE(label(*document, u"above"_s), u"header 1, paragraph 1"_s);
        QCOMPARE(label(*document, u"below"_s), u"footer 1, paragraph 1"_s);
        QCOMPARE(label(*document, u"note"_s), u"footnote 1"_s);
        QCOMPARE(label(*document, u"end"_s), u"endnote 1"_s);
        QCOMPARE(label(*document, u"remark"_s), u"comment 1"_s);
        QCOMPARE(hiddenKind(*document, u"remark"_s), HiddenKind::Comments);
        QCOMPARE(hiddenKind(*document, u"Jo Invented"_s), HiddenKind::Comments);
        for (size_t i = 0; i < document->textUnits().size(); ++i) {
            QCOMPARE(document->textUnits()[i].index, static_cast<int>(i));
        }
    }

    void fallbackOfATextBoxIsACopyUnlessItDiffers()
    {
        const auto box = [](const QByteArray &choice, const QByteArray &fallback) {
            return paragraph(
                "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline>"
                "<wp:extent cx=\"900000\" cy=\"300000\"/><wp:docPr id=\"3\" name=\"\"/><a:graphic>"
                "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/"
                "wordprocessingShape\"><wps:wsp><wps:txbx><w:txbxContent>"
                + paragraph(run(choice))
                + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
                  "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
                  "<w:txbxContent>"
                + paragraph(run(fallback))
                + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
                  "</mc:AlternateContent></w:r>");
        };
        const auto document =
            openDocx(DocxBuilder().body(box("same", "same")).body(box("new", "old")).build());
        QVERIFY(document);
        const auto &units = document->textUnits();
        QCOMPARE(units.size(), size_t{4});
        QCOMPARE(units[0].copyOf, -1);
        QCOMPARE(units[1].text, u"same"_s);
        QCOMPARE(units[1].copyOf, 0);
        QCOMPARE(units[2].copyOf, -1);
        QCOMPARE(units[3].text, u"old"_s);
        QCOMPARE(units[3].copyOf, -1);
        QCOMPARE(label(*document, u"same"_s), u"text box 1"_s);
    }

    void deletedTextIsAUnitOfItsOwn()
    {
        const QByteArray who =
            " w:id=\"1\" w:author=\"Jo Invented\" w:date=\"2026-01-01T00:00:00Z\"";
        const auto document =
            openDocx(DocxBuilder()
                         .body(paragraph(run("An") + "<w:del" + who
                                         + "><w:r><w:delText>toni</w:delText></w:r></w:del><w:ins"
                                         + who + ">" + run("dre") + "</w:ins>" + run("as")))
                         .build());
        QVERIFY(document);
        QVERIFY(unitWith(*document, u"Andreas"_s));
        QCOMPARE(hiddenKind(*document, u"toni"_s), HiddenKind::TrackedChanges);
        QCOMPARE(label(*document, u"toni"_s), u"paragraph 1, deletion"_s);
    }

    void textThatDoesNotShowIsHidden()
    {
        const QByteArray styles =
            "<w:style w:type=\"character\" w:styleId=\"Base\"><w:name w:val=\"Base\"/><w:rPr>"
            "<w:vanish/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"Derived\">"
            "<w:name w:val=\"Derived\"/><w:basedOn w:val=\"Base\"/></w:style>";
        const QByteArray shaded = "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" "
                                  "w:fill=\"203040\"/></w:tcPr>"
                                  + paragraph(run("white on blue", "<w:color w:val=\"FFFFFF\"/>"))
                                  + "</w:tc></w:tr></w:tbl>";
        const auto document =
            openDocx(DocxBuilder()
                         .styles(styles)
                         .body(paragraph(run("by run", "<w:vanish/>")))
                         .body(paragraph(run("by style", "<w:rStyle w:val=\"Base\"/>")))
                         .body(paragraph(run("by base", "<w:rStyle w:val=\"Derived\"/>")))
                         .body(paragraph(run("shown again",
                                             "<w:rStyle w:val=\"Base\"/><w:vanish w:val=\"0\"/>")))
                         .body(paragraph(run("white", "<w:color w:val=\"FFFFFF\"/>")))
                         .body(paragraph(run("tiny", "<w:sz w:val=\"2\"/>")))
                         .body(shaded)
                         .build());
        QVERIFY(document);
        for (const char *text : {"by run", "by style", "by base"}) {
            QCOMPARE(hiddenKind(*document, QString::fromLatin1(text)), HiddenKind::HiddenText);
        }
        QCOMPARE(hiddenKind(*document, u"white"_s), HiddenKind::InvisibleText);
        QCOMPARE(hiddenKind(*document, u"tiny"_s), HiddenKind::InvisibleText);
        QCOMPARE(visibleTexts(*document), (QStringList{u"shown again"_s, u"white on blue"_s}));
    }

    void fieldCodesAreJoinedAndNestedOnesKeptApart()
    {
        const QByteArray pieces =
            "<w:r><w:instrText> INCLUDEPIC</w:instrText></w:r><w:r><w:instrText>TURE \"C:\\\\Users"
            "\\\\mira\\\\</w:instrText></w:r><w:r><w:instrText>a.png\" </w:instrText></w:r>";
        const QByteArray nested = "<w:r><w:instrText> IF </w:instrText></w:r>"
                                  + field(" MERGEFIELD Client ", run("inner"))
                                  + "<w:r><w:instrText> = 1 "
                                    "</w:instrText></w:r>";
        const auto document =
            openDocx(DocxBuilder()
                         .body(paragraph(field(pieces, run("picture"))))
                         .body(paragraph(run("a ") + field(nested, run("outer")) + run(" z")))
                         .body(paragraph(field(" PAGE ", run("7"))))
                         .body(paragraph("<w:fldSimple w:instr=\" AUTHOR \">" + run("Jo Invented")
                                         + "</w:fldSimple>"))
                         .build());
        QVERIFY(document);
        QCOMPARE(visibleTexts(*document),
                 (QStringList{u"picture"_s, u"a outer z"_s, u"7"_s, u"Jo Invented"_s}));
        QCOMPARE(hiddenKind(*document, u" INCLUDEPICTURE \"C:\\\\Users\\\\mira\\\\a.png\" "_s),
                 HiddenKind::FieldCodes);
        QCOMPARE(hiddenKind(*document, u" MERGEFIELD Client "_s), HiddenKind::FieldCodes);
        QCOMPARE(hiddenKind(*document, u" IF inner = 1 "_s), HiddenKind::FieldCodes);
        QCOMPARE(hiddenKind(*document, u" AUTHOR "_s), HiddenKind::FieldCodes);
        QVERIFY(unitWith(*document, u" PAGE "_s));
    }

    void unclosedFieldsHideNothing()
    {
        const auto document = openDocx(
            DocxBuilder()
                .body(paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + run("seen")))
                .body(paragraph(run("seen too")))
                .build());
        QVERIFY(document);
        QCOMPARE(visibleTexts(*document), (QStringList{u"seen"_s, u"seen too"_s}));
    }

    void chosenEntryOfADropDownIsSeen()
    {
        const auto document =
            openDocx(DocxBuilder()
                         .body(paragraph(
                             run("City: ")
                             + "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList>"
                               "<w:result w:val=\"1\"/><w:listEntry w:val=\"Alphaville\"/>"
                               "<w:listEntry w:val=\"Betatown\"/></w:ddList></w:ffData></w:fldChar>"
                               "</w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r>"
                               "<w:fldChar w:fldCharType=\"end\"/></w:r>"))
                         .build());
        QVERIFY(document);
        QCOMPARE(visibleTexts(*document), QStringList{u"City: Betatown"_s});
        QCOMPARE(hiddenKind(*document, u"Alphaville"_s), HiddenKind::FormFieldData);
    }

    void attributesWithWordsAreUnits()
    {
        const QByteArray control =
            "<w:sdt><w:sdtPr><w:alias w:val=\"Client name\"/><w:tag w:val=\"client-77\"/>"
            "<w:dropDownList><w:listItem w:displayText=\"Gamma AG\" w:value=\"Gamma AG\"/>"
            "</w:dropDownList></w:sdtPr><w:sdtContent>"
            + paragraph(run("content")) + "</w:sdtContent></w:sdt>";
        const auto document =
            openDocx(DocxBuilder()
                         .body(control)
                         .body(paragraph("<w:permStart w:id=\"1\" w:ed=\"jo@example.com\"/>"
                                         + run("p") + "<w:permEnd w:id=\"1\"/>"))
                         .body(paragraph("<w:bookmarkStart w:id=\"1\" w:name=\"MiraOkafor\"/>"
                                         + run("b") + "<w:bookmarkEnd w:id=\"1\"/>"))
                         .body(paragraph("<w:r><w:pict><v:shape alt=\"portrait of Jo\"><v:textpath "
                                         "string=\"DRAFT\"/></v:shape></w:pict></w:r>"))
                         .build());
        QVERIFY(document);
        QCOMPARE(hiddenKind(*document, u"Client name"_s), HiddenKind::ContentControlData);
        QCOMPARE(hiddenKind(*document, u"client-77"_s), HiddenKind::ContentControlData);
        QCOMPARE(hiddenKind(*document, u"Gamma AG"_s), HiddenKind::ContentControlData);
        QCOMPARE(hiddenKind(*document, u"jo@example.com"_s), HiddenKind::Permissions);
        QCOMPARE(hiddenKind(*document, u"MiraOkafor"_s), HiddenKind::Bookmarks);
        QCOMPARE(hiddenKind(*document, u"portrait of Jo"_s), HiddenKind::AltText);
        QVERIFY(visibleTexts(*document).contains(u"DRAFT"_s));
    }

    void strictDocumentsReadTheSame()
    {
        const auto document =
            openDocx(DocxBuilder().strict().body(paragraph(run("strict"))).build());
        QVERIFY(document);
        QVERIFY(unitWith(*document, u"strict"_s));
        const Written written = applied(*document);
        QVERIFY(written.part(u"word/document.xml"_s).contains("purl.oclc.org/ooxml"));
        QVERIFY(written.document && unitWith(*written.document, u"strict"_s));
    }

    void aTemplateThatIsNamedLikeADocumentBecomesOne()
    {
        const QByteArray bytes =
            DocxBuilder()
                .mainType("application/vnd.openxmlformats-officedocument.wordprocessingml."
                          "template.main+xml")
                .body(paragraph(run("x")))
                .build();
        const auto handler = formats::ooxml::makeDocxHandler();
        const auto named = handler->open({bytes, u"a.docx"_s}, {});
        QVERIFY(named);
        QCOMPARE((*named)->info().suffix, u"docx"_s);
        QCOMPARE((*handler->open({bytes, u"a.dotx"_s}, {}))->info().suffix, u"dotx"_s);
    }

    void aDocumentInsideOfAWorkbookDoesNotMislead()
    {
        // the names of an embedded workbook that is stored uncompressed stand in the bytes too
        const auto handler = formats::ooxml::makeDocxHandler();
        const QByteArray bytes = DocxBuilder()
                                     .body(paragraph(run("x")))
                                     .part("word/embeddings/xl/workbook.xml", "application/x-any",
                                           "x", "rIdE", "package")
                                     .build();
        QVERIFY(bytes.contains("xl/workbook."));
        QVERIFY(handler->probe({bytes, u"a.docx"_s}) > 50);
    }

    void filesOfOtherKindsAreNamed()
    {
        const auto handler = formats::ooxml::makeDocxHandler();
        const QByteArray book =
            DocxBuilder()
                .mainType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
                .body(paragraph(run("x")))
                .build();
        const auto opened = handler->open({book, u"a.docx"_s}, {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, base::ErrorCode::ContentMismatch);
        QVERIFY(opened.error().detail.contains(u"Excel"_s));
        const auto broken = handler->open({book.left(book.size() / 2), u"a.docx"_s}, {});
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, base::ErrorCode::Damaged);
        const auto text = handler->open({"just text", u"a.docx"_s}, {});
        QVERIFY(!text);
        QCOMPARE(text.error().code, base::ErrorCode::Damaged);
    }
};

QTEST_APPLESS_MAIN(TestDocxUnits)
#include "tst_docxunits.moc"
