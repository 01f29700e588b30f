// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/pagereading.h"

#include <QTest>

using namespace expunge::pdf;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

class TestPdfText : public QObject
{
    Q_OBJECT

    static QString read(const QByteArray &content)
    {
        PageReading reading(pageOf(content));
        return reading.blocks();
    }

    static QByteArray at(double x, double y, const QByteArray &text,
                         const QByteArray &font = "/F1 12")
    {
        return "BT " + font + " Tf " + QByteArray::number(x) + ' ' + QByteArray::number(y) + " Td ("
               + text + ") Tj ET ";
    }

    /// Where block starts would put each segment, on the page.
    static std::vector<double> marginsOf(const PageText &text)
    {
        std::vector<double> margins;
        for (const TextSegment &segment : text.segments) {
            margins.push_back(segment.toPage.map({segment.blockStart, 0}).x);
        }
        return margins;
    }

private Q_SLOTS:
    void linesOfABlockAreJoined()
    {
        QCOMPARE(read(at(72, 700, "one two") + at(72, 686, "three") + at(72, 600, "far below")),
                 u"one two\nthree\nfar below"_s);
        PageReading reading(pageOf(at(72, 700, "one two") + at(72, 686, "three")));
        QCOMPARE(reading.text().blocks.size(), 1U);
    }

    void wordsAreToldByGaps()
    {
        QCOMPARE(read("BT /F1 12 Tf 72 700 Td [(The) -300 (project) 20 (s) -180 (x)] TJ ET"),
                 u"The projectsx"_s);
        QCOMPARE(read("BT /F1 12 Tf 72 700 Td [(a ) -400 ( b)] TJ ET"), u"a b"_s);
    }

    void letterSpacedWordsAreJoined()
    {
        QCOMPARE(read("BT /F1 12 Tf 8 Tc 72 700 Td (Quixvane tc) Tj ET"), u"Quixvane tc"_s);
        QByteArray content;
        for (int i = 0; i < 8; ++i) {
            content += at(72 + 14 * i, 700, QByteArray("Quixvane").mid(i, 1), "/F2 12");
        }
        QCOMPARE(read(content), u"Quixvane"_s);
        PageReading reading(pdfSample(u"planted/23_hyphen_spaced.pdf"_s));
        QCOMPARE(reading.blocks(),
                 u"The project Quix-\nvane budget.\nQ u i x v a n e spaced\nQuixvane tc"_s);
    }

    void everyPlantedTextIsRead_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"01_plain_tj",
                                 "02_kerned_tj",
                                 "03_form_shared",
                                 "06_type0_cid",
                                 "07_rotated",
                                 "08_scan_ocr",
                                 "12_type3",
                                 "13_pattern_text",
                                 "14_softmask_text",
                                 "15_clip_text",
                                 "21_font_subset",
                                 "24_fakebold_glyphwise",
                                 "29_nested_split",
                                 "30_image_masked_hidden",
                                 "31_libreoffice_tagged",
                                 "e1_multi_ops",
                                 "m_TD",
                                 "m_dquote",
                                 "m_quote",
                                 "m_tc",
                                 "m_ts",
                                 "m_tstar",
                                 "m_tz",
                                 "06b_type0_no_tounicode"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void everyPlantedTextIsRead()
    {
        QFETCH(QString, file);
        PageReading reading(pdfSample(u"planted/"_s + file + u".pdf"_s));
        QString text;
        for (int page = 0; page < reading.interpreter().pageCount(); ++page) {
            QVERIFY(reading.page(page).isUnderstood());
            text += reading.blocks(Unseen::Visible, page);
        }
        QVERIFY2(text.contains(u"Quixvane"_s), qPrintable(text));
    }

    void lettersPaintedTwiceAreOne()
    {
        PageReading reading(pageOf(at(72, 700, "bold") + at(72.4, 700, "bold")));
        const PageText text = reading.text();
        QCOMPARE(text.blocks[0].text, u"bold"_s);
        QCOMPARE(text.glyphs(0, 0, 1), (std::vector{0, 4}));   // both go together
        QCOMPARE(text.segments[0].glyphs.size(), 8U);
        QCOMPARE(read(at(72, 700, "illll", "/F1 30")), u"illll"_s);
    }

    void superscriptsStayOnTheirLine()
    {
        QCOMPARE(read(at(72, 700, "E = mc") + at(110, 704, "2", "/F1 7") + at(114, 700, "yes")),
                 u"E = mc2yes"_s);
        PageReading reading(pageOf(at(72, 700, "H") + at(81, 698, "2", "/F1 7") + at(85, 700, "O")
                                   + at(72, 688, "tight")));
        QCOMPARE(reading.blocks(), u"H2O\ntight"_s);
    }

    void columnsAreBlocksOfTheirOwn()
    {
        const QByteArray columns = at(72, 700, "left one") + at(300, 700, "right one")
                                   + at(72, 686, "left two") + at(300, 686, "right two");
        QCOMPARE(read(columns), u"left one\nleft two\nright one\nright two"_s);
        PageReading reading(pageOf(columns));
        QCOMPARE(reading.text().blocks.size(), 2U);
        QCOMPARE(reading.text().segments.size(), 4U);
        QCOMPARE(reading.text().segments[0].line, reading.text().segments[1].line);
    }

    void rulesPartCells()
    {
        const QByteArray cells = at(72, 700, "name") + at(112, 700, "value");
        QCOMPARE(read(cells), u"name value"_s);
        QCOMPARE(read(cells + "106 690 m 106 715 l S "), u"name\nvalue"_s);
        QCOMPARE(read(cells + "108 690 60 25 re S "), u"name\nvalue"_s);
        QCOMPARE(read(cells + "106 600 m 106 650 l S "), u"name value"_s);
    }

    void turnedTextIsRead()
    {
        QCOMPARE(
            read("q 0 1 -1 0 300 100 cm " + at(0, 0, "upward text") + at(0, -14, "second") + "Q"),
            u"upward text\nsecond"_s);
        QCOMPARE(read("q 0.8 0.6 -0.6 0.8 100 100 cm " + at(0, 0, "slanted text") + 'Q'),
                 u"slanted text"_s);
        PageReading reading(pageOf("q 0 1 -1 0 300 100 cm " + at(0, 0, "up") + 'Q'));
        const Matrix space = reading.text().segments[0].toPage;
        QVERIFY(std::abs(space.a) < 1e-9 && std::abs(space.b - 1) < 1e-9);
        QVERIFY(std::abs(space.e - 300) < 1e-9 && std::abs(space.f - 100) < 1e-9);
    }

    void rightToLeftTextIsInLogicalOrder()
    {
        PdfFile file;
        const int map =
            file.addStream("begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 "
                           "beginbfrange <61> <64> <05D0> endbfrange endcmap");
        const int font = file.addBaseFont("Helvetica", "/ToUnicode " + PdfFile::ref(map));
        file.addPage("BT /F1 12 Tf 300 700 Td (ba 12 dc) Tj ET",
                     "/Font << /F1 " + PdfFile::ref(font) + " >>");
        PageReading reading(file.bytes());
        QCOMPARE(reading.blocks(), u"\u05D2\u05D3 12 \u05D0\u05D1"_s);
    }

    void verticalTextIsRead()
    {
        PdfFile file;
        const int descendant = file.add(
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin /CIDSystemInfo << /Registry "
            "(Adobe) /Ordering (Japan1) /Supplement 2 >> >>");
        const int font = file.add("<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin /Encoding "
                                  "/90ms-RKSJ-V /DescendantFonts ["
                                  + PdfFile::ref(descendant) + "] >>");
        file.addPage("BT /F1 20 Tf 300 700 Td <93fa967b> Tj ET",
                     "/Font << /F1 " + PdfFile::ref(font) + " >>");
        PageReading reading(file.bytes());
        const PageText text = reading.text();
        QCOMPARE(text.blocks.at(0).text, u"\u65E5\u672C"_s);
        QVERIFY(text.segments[0].vertical);
        QVERIFY(std::abs(text.segments[0].length - 40) < 1e-6);
        QVERIFY(std::abs(text.segments[0].toPage.b + 1) < 1e-9);   // down the page
        QVERIFY(text.blocks[0].bounds.contains({300, 690}));
    }

    void glyphsWithoutTextReadAsReplacement()
    {
        PageReading reading(pdfSample(u"planted/22_custom_encoding.pdf"_s));
        const PageText text = reading.text();
        QVERIFY(reading.page().isUnderstood());
        QVERIFY(text.blocks.at(0).text.contains(QChar::ReplacementCharacter));
        QCOMPARE(text.blocks[0].glyphOf.size(),
                 static_cast<std::size_t>(text.blocks[0].text.size()));
    }

    void ligaturesAreOneGlyphWithSeveralLetters()
    {
        PageReading reading(pageOf("BT /F3 12 Tf 72 700 Td (o\\256ce) Tj ET"));
        PdfFile file;
        const int font = file.addBaseFont("Times-Roman", "/Encoding /StandardEncoding");
        file.addPage("BT /F1 12 Tf 72 700 Td (of\\256ce) Tj ET",
                     "/Font << /F1 " + PdfFile::ref(font) + " >>");
        PageReading ligature(file.bytes());
        const PageText text = ligature.text();
        QCOMPARE(text.blocks.at(0).text, u"office"_s);
        QCOMPARE(text.glyphs(0, 2, 3), text.glyphs(0, 3, 4));
        QCOMPARE(text.glyphs(0, 0, 6).size(), 5U);
    }

    void quadsFollowTheLines()
    {
        PageReading reading(pageOf(at(72, 700, "The secret") + at(72, 686, "name here")));
        const PageContent page = reading.page();
        const PageText text = assembleText(page);
        const std::vector<Quad> quads = quadsOf(page, text, 0, 4, 15);   // "secret\nname"
        QCOMPARE(quads.size(), 2U);
        QVERIFY(quads[0].bounds().left > 90 && quads[0].bounds().bottom > 690);
        QVERIFY(std::abs(quads[1].bounds().left - 72) < 1e-6);
        QVERIFY(quads[1].bounds().top < 700);
    }

    void marginsDoNotTellTheLine_data()
    {
        QTest::addColumn<QString>("pair");
        for (const char *name : {"plain", "kerned", "justified", "right", "shifted", "two",
                                 "wordwise", "glyphwise", "underlined", "subset"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void marginsDoNotTellTheLine()
    {
        QFETCH(QString, pair);
        PageReading one(pdfSample(u"pairs/"_s + pair + u".a.pdf"_s));
        PageReading other(pdfSample(u"pairs/"_s + pair + u".b.pdf"_s));
        const std::vector<double> margins = marginsOf(one.text());
        const std::vector<double> otherMargins = marginsOf(other.text());
        QVERIFY(!margins.empty());
        QCOMPARE(margins.size(), otherMargins.size());
        QVERIFY(std::abs(margins[0] - otherMargins[0]) < 1e-6);   // the line with the secret
        QVERIFY(std::abs(margins[0] - 72) < 1e-6);
    }

    void aLineAloneGetsTheMarginOfThePage()
    {
        const auto marginOf = [](const QByteArray &content) {
            PageReading reading(pageOf(content));
            return marginsOf(reading.text()).at(0);
        };
        QCOMPARE(marginOf(at(400, 700, "alone")), marginOf(at(250, 700, "alone too")));
    }

    void fieldsKeepTheirTextInside()
    {
        PageReading reading(pdfSample(u"planted/09_acroform_annots.pdf"_s));
        for (const TextSegment &segment : reading.text().segments) {
            const double margin = segment.toPage.map({segment.blockStart, 0}).x;
            QVERIFY(std::abs(margin - segment.toPage.e) < 5);
        }
    }
};

QTEST_GUILESS_MAIN(TestPdfText)
#include "tst_pdftext.moc"
