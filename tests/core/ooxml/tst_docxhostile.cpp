// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using document::HiddenKind;

/// Text and names in places where a careful person would not look.
class TestDocxHostile : public QObject
{
    Q_OBJECT

private:
    static Written scrub(const DocxBuilder &builder, const std::map<QString, QString> &values = {})
    {
        const auto document = openDocx(builder.build());
        return document ? applied(*document, planFor(*document, values)) : Written();
    }

    static DocxBuilder body(const QByteArray &xml) { return DocxBuilder().body(xml); }

private Q_SLOTS:
    void textOfASecondBodyIsRead()
    {
        const DocxBuilder builder =
            body(paragraph(run("one")) + "</w:body><w:body>" + paragraph(run("Zorblat two")));
        const Written kept = scrub(builder);
        QVERIFY(kept.document && kept.contains("Zorblat two"));
        QVERIFY(!scrub(builder, {{u"Zorblat"_s, u"[X]"_s}}).contains("Zorblat"));
    }

    void textWhereTheFormatHasNoneGoes()
    {
        const Written written =
            scrub(body(paragraph("<w:r><w:rPr><w:t>Zorblat</w:t></w:rPr><w:t>seen</w:t></w:r>"
                                 "<w:p><w:r><w:t>Zorblat</w:t></w:r></w:p>",
                                 "<w:r><w:t>Zorblat</w:t></w:r>")
                       + "<w:tbl><w:p><w:r><w:t>Zorblat</w:t></w:r></w:p><w:tr><w:tc>"
                       + paragraph(run("cell")) + "</w:tc></w:tr></w:tbl>")
                      .styles("<w:p><w:r><w:t>Zorblat</w:t></w:r></w:p>"));
        QVERIFY(written.document && written.contains("seen") && written.contains("cell"));
        QVERIFY(!written.contains("Zorblat"));
    }

    void textInTheColourBehindItIsHidden_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<bool>("stays");
        const auto row = [](const char *name, const QByteArray &properties, bool stays) {
            QTest::newRow(name) << properties << stays;
        };
        row("shading", R"(<w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="FF0000"/>)", false);
        row("highlight", R"(<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>)", false);
        row("black marker", R"(<w:highlight w:val="black"/>)", false);
        row("theme", R"(<w:color w:themeColor="background1"/>)", false);
        row("no fill", R"(<w14:textFill><w14:noFill/></w14:textFill>)", false);
        row("no width", R"(<w:w w:val="1"/>)", false);
        row("white on black", R"(<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>)",
            true);
        row("automatic on black", R"(<w:shd w:val="clear" w:fill="000000"/>)", true);
        row("grey", R"(<w:color w:val="333333"/>)", true);
    }

    void textInTheColourBehindItIsHidden()
    {
        QFETCH(QByteArray, properties);
        QFETCH(bool, stays);
        const Written written = scrub(body(paragraph(run("Zorblat", properties) + run("x"))));
        QVERIFY(written.document);
        QCOMPARE(written.contains("Zorblat"), stays);
    }

    void hiddenRowsAndShapesGo()
    {
        const Written written = scrub(body(
            "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + paragraph(run("Zorblat"))
            + "</w:tc></w:tr><w:tr><w:tc>" + paragraph(run("seen")) + "</w:tc></w:tr></w:tbl>"
            + paragraph("<w:r><w:pict><v:shape style=\"width:9pt;visibility:hidden\"><v:textbox>"
                        "<w:txbxContent>"
                        + paragraph(run("Zorblat"))
                        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")));
        QVERIFY(written.document && written.contains("seen"));
        QVERIFY(!written.contains("Zorblat"));
    }

    void namesInPlaceOfEnumerationsGo()
    {
        const Written written =
            scrub(body(paragraph(run("x", R"(<w:u w:val="ZORBLAT"/><w:em w:val="Zorblat"/>)"),
                                 R"(<w:jc w:val="center"/><w:cnfStyle w:val="ZORBLAT"/>)")
                       + paragraph("<w:r><w:pict><v:shape style=\"width:9pt;mso-element:ZORBLAT\" "
                                   "fillcolor=\"ZORBLAT\"/></w:pict></w:r>")));
        QVERIFY(written.document);
        QVERIFY(!written.contains("ZORBLAT") && !written.contains("Zorblat"));
        QVERIFY(written.contains("width:9pt"));
        QVERIFY(written.contains("\"center\""));
    }

    void unusualFontsStayUnlessTheyAreRedacted()
    {
        const DocxBuilder builder =
            body(paragraph(run("x", R"(<w:rFonts w:ascii="Zorblat Sans" w:hAnsi="Arial"/>)")));
        QVERIFY(scrub(builder).contains("Zorblat Sans"));
        const Written written = scrub(builder, {{u"Zorblat"_s, u"[X]"_s}});
        QVERIFY(written.document && !written.contains("Zorblat"));
        QVERIFY(written.contains("Arial"));
    }

    void namesOfMissingStylesGo()
    {
        const Written written = scrub(body(paragraph(run("x", R"(<w:rStyle w:val="Zorblat"/>)"),
                                                     R"(<w:pStyle w:val="Zorblat"/>)")));
        QVERIFY(written.document && !written.contains("Zorblat"));
    }

    void aSecondStylesPartIsNoStylesPart()
    {
        const QByteArray type =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
        const Written written = scrub(
            body(paragraph(run("x")))
                .styles({})
                .part("word/more.xml", type,
                      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
                      "2006/main\"><w:style w:styleId=\"Zorblat\"/></w:styles>",
                      "rIdMore", "styles"));
        QVERIFY(written.document && !written.contains("Zorblat"));
    }

    void notesWithoutAMarkAreHidden()
    {
        const QByteArray mark = R"(<w:footnoteReference w:id="2"/>)";
        const DocxBuilder builder = body(paragraph("<w:r>" + mark + "</w:r>"))
                                        .footnote(2, paragraph(run("seen")))
                                        .footnote(3, paragraph(run("Zorblat")));
        const auto document = openDocx(builder.build());
        QVERIFY(document && unitWith(*document, u"Zorblat"_s));
        QVERIFY(!unitWith(*document, u"Zorblat"_s)->hiddenItem.isEmpty());
        const Written written = scrub(builder);
        QVERIFY(written.contains("seen") && !written.contains("Zorblat"));
    }

    void codesOfFieldsWithoutAnEndGo()
    {
        const Written written = scrub(
            body(paragraph(
                     "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> MERGEFIELD "
                     "Zorblat </w:instrText></w:r>")
                 + paragraph(run("seen"))));
        QVERIFY(written.document && !written.contains("Zorblat"));
        QCOMPARE(visibleTexts(*written.document), QStringList{u"seen"_s});
    }

    void samplesOfDiagramLayoutsGo()
    {
        const QByteArray layout =
            "<dgm:layoutDef xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" "
            "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><dgm:sampData>"
            "<dgm:dataModel><dgm:ptLst><dgm:pt modelId=\"1\"><dgm:t><a:p><a:r><a:t>Zorblat</a:t>"
            "</a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel></dgm:sampData>"
            "<dgm:layoutNode/></dgm:layoutDef>";
        const Written written = scrub(
            body(paragraph("<w:r><w:drawing><wp:inline><wp:extent cx=\"9\" cy=\"9\"/><wp:docPr "
                           "id=\"1\" name=\"n\"/><a:graphic><a:graphicData uri=\"http://schemas."
                           "openxmlformats.org/drawingml/2006/diagram\"><dgm:relIds xmlns:dgm=\""
                           "http://schemas.openxmlformats.org/drawingml/2006/diagram\" r:lo=\""
                           "rIdLay\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"))
                .part("word/diagrams/layout1.xml",
                      "application/vnd.openxmlformats-officedocument.drawingml.diagramLayout+xml",
                      layout, "rIdLay", "diagramLayout"));
        QVERIFY(written.document && !written.contains("Zorblat"));
    }
};

QTEST_APPLESS_MAIN(TestDocxHostile)
#include "tst_docxhostile.moc"
