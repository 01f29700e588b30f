// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using document::FlowBlock;
using document::FlowKind;

/// The document as a view shows it.
class TestDocxFlow : public QObject
{
    Q_OBJECT

private:
    static const FlowBlock *story(const document::Flow &flow, FlowKind kind)
    {
        for (const FlowBlock &block : flow.stories) {
            if (block.kind == kind) {
                return &block;
            }
        }
        return nullptr;
    }

    static QString text(const document::Document &document, const FlowBlock &block)
    {
        QString all;
        for (const document::FlowRun &run : block.runs) {
            const auto &unit = document.textUnits()[static_cast<size_t>(run.unit)];
            all += unit.text.mid(run.begin, run.end - run.begin);
        }
        return all;
    }

private Q_SLOTS:
    void runsKeepTheirLooks()
    {
        const auto document = openDocx(
            DocxBuilder()
                .styles("<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/></w:rPr>"
                        "</w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" "
                        "w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl "
                        "w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"40\"/></w:rPr>"
                        "</w:style>")
                .body(paragraph(run("Title"), "<w:pStyle w:val=\"H1\"/>"))
                .body(paragraph(run("plain ") + run("bold", "<w:b/>")
                                    + run("red", "<w:i/><w:color w:val=\"C00000\"/>"),
                                "<w:jc w:val=\"center\"/>"))
                .build());
        const document::Flow flow = document->flow();
        const FlowBlock *body = story(flow, FlowKind::Body);
        QVERIFY(body);
        QCOMPARE(body->children.size(), size_t{2});
        QCOMPARE(body->children[0].headingLevel, 1);
        QVERIFY(body->children[0].runs[0].style.bold);
        QCOMPARE(body->children[0].runs[0].style.size, 20.0);
        const FlowBlock &second = body->children[1];
        QCOMPARE(second.alignment, document::Alignment::Centre);
        QCOMPARE(second.runs.size(), size_t{3});
        QVERIFY(!second.runs[0].style.bold);
        QCOMPARE(second.runs[0].style.size, 11.0);
        QVERIFY(second.runs[1].style.bold);
        QCOMPARE(second.runs[2].style.colour, 0xc00000u);
        QCOMPARE(text(*document, second), u"plain boldred"_s);
    }

    void listsAreCounted()
    {
        const QByteArray level =
            "<w:lvl w:ilvl=\"%\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{F}\"/>"
            "<w:lvlText w:val=\"{T}\"/></w:lvl>";
        const auto levels = [&](const QByteArray &number, const QByteArray &format,
                                const QByteArray &shown) {
            QByteArray xml = level;
            xml.replace("%", number);
            xml.replace("{F}", format);
            xml.replace("{T}", shown);
            return xml;
        };
        const auto item = [](const QByteArray &words, const QByteArray &depth,
                             const QByteArray &list) {
            return paragraph(run(words), "<w:numPr><w:ilvl w:val=\"" + depth
                                             + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>");
        };
        const auto document = openDocx(
            DocxBuilder()
                .numbering("<w:abstractNum w:abstractNumId=\"0\">" + levels("0", "decimal", "%1.")
                           + levels("1", "lowerLetter", "%1.%2)")
                           + "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">"
                           + levels("0", "bullet", "\xef\x82\xb7")
                           + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
                             "w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId "
                             "w:val=\"1\"/></w:num>")
                .body(item("a", "0", "1") + item("b", "1", "1") + item("c", "1", "1")
                      + item("d", "0", "1") + item("e", "1", "1") + item("f", "0", "2"))
                .build());
        QStringList markers;
        const document::Flow flow = document->flow();
        for (const FlowBlock &block : story(flow, FlowKind::Body)->children) {
            markers.append(block.marker);
        }
        QCOMPARE(markers, (QStringList{u"1."_s, u"1.a)"_s, u"1.b)"_s, u"2."_s, u"2.a)"_s, u"•"_s}));
    }

    void tablesNotesAndTextBoxesAreInPlace()
    {
        const QByteArray box =
            "<w:r><w:pict><v:shape style=\"width:70pt;height:24pt\"><v:textbox><w:txbxContent>"
            + paragraph(run("boxed")) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
        const auto document =
            openDocx(DocxBuilder()
                         .body(paragraph(run("before") + box))
                         .body("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"
                               + paragraph(run("cell")) + "</w:tc></w:tr></w:tbl>")
                         .header(paragraph(run("top")))
                         .footnote(2, paragraph(run("note")))
                         .build());
        const document::Flow flow = document->flow();
        QCOMPARE(flow.stories.size(), size_t{3});
        QCOMPARE(flow.stories[0].kind, FlowKind::Header);
        QCOMPARE(flow.stories[1].kind, FlowKind::Body);
        QCOMPARE(flow.stories[2].kind, FlowKind::Footnotes);
        const auto &body = flow.stories[1].children;
        QCOMPARE(body.size(), size_t{3});
        QCOMPARE(body[1].kind, FlowKind::TextBox);
        QCOMPARE(body[1].width, 70.0);
        QCOMPARE(text(*document, body[1].children[0]), u"boxed"_s);
        QCOMPARE(body[2].kind, FlowKind::Table);
        const FlowBlock &cell = body[2].children[0].children[0];
        QCOMPARE(cell.columnSpan, 2);
        QCOMPARE(text(*document, cell.children[0]), u"cell"_s);
        QCOMPARE(flow.stories[2].children[0].marker, u"1"_s);
    }

    void deletionsAreMarkedWhereTheyStand()
    {
        const QByteArray who = " w:id=\"1\" w:author=\"Jo\"";
        const auto document =
            openDocx(DocxBuilder()
                         .body(paragraph(run("one ") + "<w:del" + who
                                         + "><w:r><w:delText>two</w:delText></w:r></w:del><w:ins"
                                         + who + ">" + run("three") + "</w:ins>"))
                         .build());
        const document::Flow flow = document->flow();
        const FlowBlock &block = story(flow, FlowKind::Body)->children[0];
        QCOMPARE(text(*document, block), u"one twothree"_s);
        QVERIFY(block.runs[1].style.deleted);
        QVERIFY(block.runs[2].style.inserted);
        QVERIFY(block.runs[1].unit != block.runs[0].unit);
        QCOMPARE(block.unit, block.runs[0].unit);
    }

    void picturesAreGivenOnce()
    {
        const QByteArray pixel = QByteArray::fromBase64(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mO4CQAA2wDayV3H9QAAAABJRU5E"
            "rkJggg==");
        const QByteArray shape =
            "<w:r><w:pict><v:shape style=\"width:10pt;height:20pt\"><v:imagedata "
            "r:id=\"rIdP\"/></v:shape></w:pict></w:r>";
        const auto document =
            openDocx(DocxBuilder()
                         .part("word/media/x.png", "image/png", pixel, "rIdP", "image")
                         .body(paragraph(shape + run("a")))
                         .body(paragraph(shape + run("b")))
                         .build());
        const document::Flow flow = document->flow();
        QCOMPARE(flow.pictures.size(), size_t{1});
        QCOMPARE(flow.pictures[0].bytes, pixel);
        const auto &blocks = story(flow, FlowKind::Body)->children;
        QCOMPARE(blocks.size(), size_t{4});
        QCOMPARE(blocks[1].kind, FlowKind::Picture);
        QCOMPARE(blocks[1].pictureIndex, 0);
        QCOMPARE(blocks[3].pictureIndex, 0);
        QCOMPARE(blocks[1].height, 20.0);
    }
};

QTEST_APPLESS_MAIN(TestDocxFlow)
#include "tst_docxflow.moc"
