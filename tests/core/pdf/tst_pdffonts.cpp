// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cmap.h"
#include "core/formats/pdf/font.h"
#include "core/formats/pdf/fonttables.h"
#include "tests/core/pdf/pagereading.h"

#include <QTest>

using namespace expunge::pdf;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

class TestPdfFonts : public QObject
{
    Q_OBJECT

    /// The font object `number` of a file, and what it was read with.
    struct Opened
    {
        explicit Opened(PdfFile &file, int number)
            : reading((file.addPage({}), file.bytes()))
            , font(store.font(reading.file().getObjectByID(number, 0)))
        {
        }

        QString read(const QByteArray &bytes) const
        {
            QString text;
            for (qsizetype at = 0; at < bytes.size();) {
                const FontCode code = font->next(QByteArrayView(bytes).sliced(at));
                text += code.text.isEmpty() ? u"?"_s : code.text;
                at += code.bytes;
            }
            return text;
        }

        PageReading reading;
        FontStore store;
        std::shared_ptr<const Font> font;
    };

    static std::shared_ptr<const CMap> map(const QByteArray &text)
    {
        return CMap::read(text, [](const QByteArray &) { return nullptr; });
    }

private Q_SLOTS:
    void standardFontsHaveTheirWidthsAndEncoding()
    {
        PdfFile file;
        const Opened opened(file, file.addBaseFont("Helvetica-Bold"));
        QCOMPARE(opened.read("A\x80\x93\xE9"), u"A\u20AC\u201C\u00E9"_s);
        QCOMPARE(opened.font->next("A").advance, 0.722);
        QCOMPARE(opened.font->next(" ").isSpace, true);
        QCOMPARE(opened.font->glyphName('A'), QByteArray("A"));
        QVERIFY(!opened.font->isEmbedded() && opened.font->isUnderstood());
        QCOMPARE(opened.font->codeFor(U'A'), QByteArray("A"));
    }

    void eachNamedEncodingReads_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const QByteArray none;
        QTest::newRow("standard") << QByteArray("Times-Roman") << none << QByteArray("'\xA9\xAE")
                                  << u"\u2019'fi"_s;
        QTest::newRow("mac") << QByteArray("Times-Roman")
                             << QByteArray("/Encoding /MacRomanEncoding") << QByteArray("\x8A\xDE")
                             << u"\u00E4fi"_s;
        QTest::newRow("expert") << QByteArray("Times-Roman")
                                << QByteArray("/Encoding /MacExpertEncoding")
                                << QByteArray("\x56\x30") << u"ff0"_s;
        QTest::newRow("symbol") << QByteArray("Symbol") << none << QByteArray("abS")
                                << u"\u03B1\u03B2\u03A3"_s;
        QTest::newRow("dingbats") << QByteArray("ZapfDingbats") << none << QByteArray("!l")
                                  << u"\u2701\u25CF"_s;
    }
    void eachNamedEncodingReads()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        PdfFile file;
        const Opened opened(file, file.addBaseFont(name, more));
        QCOMPARE(opened.read(bytes), text);
    }

    void differencesNameGlyphs()
    {
        PdfFile file;
        const Opened opened(
            file, file.addBaseFont("Helvetica",
                                   "/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 "
                                   "/Q /uni0078 /u1F600 /f_f_i /a.alt 65 /g17] >>"));
        QCOMPARE(opened.read("\x01\x02\x03\x04\x05"), u"Qx\U0001F600ffia"_s);
        QCOMPARE(opened.read("AB"), u"AB"_s);   // an unknown name: what other readers make of it
        QCOMPARE(opened.font->next("\x01").advance, 0.778);   // of Q, though it is code 1
    }

    void glyphNamesReadAsTheListSays()
    {
        const FontTables tables;
        QCOMPARE(tables.textOf("A"), u"A"_s);
        QCOMPARE(tables.textOf("zukatakana"), u"\u30BA"_s);   // the last of the list
        QCOMPARE(tables.textOf("Lcommaaccent_uni20AC0308_u1040C.alternate"),
                 u"\u013B\u20AC\u0308\U0001040C"_s);
        QCOMPARE(tables.textOf("uniD800"), QString());
        QCOMPARE(tables.textOf("uni004"), QString());
        QCOMPARE(tables.textOf(".notdef"), QString());
        QCOMPARE(tables.textOf("dalethatafpatah"), u"\u05D3\u05B2"_s);
        QCOMPARE(tables.textOf("Asmall"), u"a"_s.toUpper());
    }

    void widthsOfTheFileComeFirst()
    {
        PdfFile file;
        const int number =
            file.addBaseFont("Helvetica", "/FirstChar 65 /LastChar 66 /Widths [100 200]");
        const Opened opened(file, number);
        QCOMPARE(opened.font->next("A").advance, 0.1);
        QCOMPARE(opened.font->next("B").advance, 0.2);
        QCOMPARE(opened.font->next("C").advance, 0.0);   // MissingWidth
    }

    void embeddedTrueTypeReads()
    {
        PdfFile file;
        const Opened opened(file, file.addTrueTypeFont(u"Quixvane"_s));
        QCOMPARE(opened.read("Quixvane"), u"Quixvane"_s);
        QVERIFY(opened.font->isEmbedded());
        QCOMPARE(opened.font->name(), u"LiberationSerif"_s);
        QCOMPARE(opened.font->codeFor(U'Q'), QByteArray("Q"));   // it was shown
        QVERIFY(opened.font->codeFor(U'Z').isEmpty());           // it was not
    }

    void compositeFontsReadByToUnicode()
    {
        PdfFile file;
        const CompositeFont composite = file.addCompositeFont(u"Quixvane"_s);
        const Opened opened(file, composite.object);
        QCOMPARE(opened.font->kind(), FontKind::Composite);
        QCOMPARE(opened.read(QByteArray::fromHex(composite.hex(u"vane"_s).mid(1).chopped(1))),
                 u"vane"_s);
        const QByteArray code = QByteArray::fromHex(composite.hex(u"Q"_s).mid(1).chopped(1));
        QCOMPARE(opened.font->next(code).bytes, 2);
        QVERIFY(std::abs(opened.font->next(code).advance - 0.722) < 0.001);
        QCOMPARE(opened.font->codeFor(U'Q'), code);
    }

    void compositeFontsReadByTheirProgram()
    {
        PdfFile file;
        const CompositeFont composite = file.addCompositeFont(u"Quixvane"_s, false);
        const Opened opened(file, composite.object);
        QCOMPARE(opened.read(QByteArray::fromHex(composite.hex(u"vane"_s).mid(1).chopped(1))),
                 u"vane"_s);
    }

    void predefinedCMapsSplitAndRead()
    {
        PdfFile file;
        const int descendant = file.add(
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin /CIDSystemInfo << /Registry "
            "(Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /W [231 [250 300] 300 310 500] "
            ">>");
        const auto font = [&](const QByteArray &encoding) {
            return file.add("<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin /Encoding /"
                            + encoding + " /DescendantFonts [" + PdfFile::ref(descendant) + "] >>");
        };
        const int horizontal = font("90ms-RKSJ-H");
        const int vertical = font("90ms-RKSJ-V");
        const int unknown = font("No-Such-H");
        Opened opened(file, horizontal);
        const QByteArray mixed = QByteArray::fromHex("4193fa967b");   // A, then two kanji
        QCOMPARE(opened.read(mixed), u"A\u65E5\u672C"_s);
        QCOMPARE(opened.font->next(mixed).bytes, 1);
        QCOMPARE(opened.font->next(" ").advance, 0.25);
        QVERIFY(opened.font->next(" ").isSpace);
        const auto down = opened.store.font(opened.reading.file().getObjectByID(vertical, 0));
        QVERIFY(down->isVertical());
        const FontCode kanji = down->next(mixed.mid(1));
        QCOMPARE(kanji.advance, -1.0);
        QCOMPARE(kanji.originX, 0.5);
        QCOMPARE(kanji.originY, 0.88);
        QVERIFY(
            !opened.store.font(opened.reading.file().getObjectByID(unknown, 0))->isUnderstood());
    }

    void cidAndTextRangesAreRead()
    {
        const auto cmap =
            map("begincmap /WMode 1 def 2 begincodespacerange <00> <7f> <8000> <ffff> "
                "endcodespacerange 1 begincidrange <8000> <80ff> 500 endcidrange 1 "
                "begincidchar <41> 7 endcidchar endcmap");
        QVERIFY(cmap->isVertical());
        QCOMPARE(cmap->next("A\x80").bytes, 1);
        QCOMPARE(cmap->next("\x80\x05").bytes, 2);
        QCOMPARE(cmap->cid(0x8005, 2).value(), 505U);
        QCOMPARE(cmap->cid(0x41, 1).value(), 7U);
        QVERIFY(!cmap->cid(0x42, 1));
    }

    void textMapsKeepLigaturesAndSurrogates()
    {
        const auto cmap =
            map("2 beginbfchar <01> <00660069> <02> <D83DDE00> endbfchar 3 beginbfrange "
                "<10> <12> <0041> <20> <21> [<0051> <0075>] <30> <31> <D83DDE00> "
                "endbfrange");
        QCOMPARE(cmap->text(1), u"fi"_s);
        QCOMPARE(cmap->text(2), u"\U0001F600"_s);
        QCOMPARE(cmap->text(0x12), u"C"_s);
        QCOMPARE(cmap->text(0x21), u"u"_s);
        QCOMPARE(cmap->text(0x31), u"\U0001F601"_s);
        QCOMPARE(cmap->text(0x32), QString());
    }

    void brokenTextMapsAreTolerated()
    {
        const auto cmap =
            map("beginbfchar <01> <41> /x <02> <0042> endbfchar beginbfrange <05> <03> "
                "<0041> <06> endbfrange <<<< garbage");
        QCOMPARE(cmap->text(1), u"A"_s);
        QCOMPARE(cmap->text(2), u"B"_s);
        QCOMPARE(cmap->text(4), QString());
    }

    void type3FontsMeasureInTheirOwnUnits()
    {
        PdfFile file;
        const Opened opened(file, file.addType3Font("Qx"));
        QCOMPARE(opened.font->kind(), FontKind::Type3);
        QCOMPARE(opened.font->next("Q").advance, 0.6);
        QVERIFY(opened.font->glyphProcedure('Q').isStream());
        QVERIFY(opened.font->glyphProcedure('A').isNull());
        QVERIFY(std::abs(opened.font->ascent() - 0.7) < 1e-9);
    }

    void type1ProgramsTellTheirEncoding()
    {
        PdfFile file;
        const int program = file.addStream("%!PS-AdobeFont-1.0: X\n/Encoding 256 array\n0 1 255 {1 "
                                           "index exch /.notdef put} for\ndup 1 /Q put\ndup 2 /x "
                                           "put\nreadonly def\ncurrentfile eexec");
        const int descriptor = file.add("<< /Type /FontDescriptor /Flags 4 /FontFile "
                                        + PdfFile::ref(program) + " >>");
        const Opened opened(file, file.add("<< /Type /Font /Subtype /Type1 /BaseFont /X "
                                           "/FontDescriptor "
                                           + PdfFile::ref(descriptor) + " >>"));
        QCOMPARE(opened.read("\x01\x02\x03"), u"Qx?"_s);
        QCOMPARE(opened.font->glyphName(2), QByteArray("x"));
    }

    void fontsThatAreNoneAreNotUnderstood()
    {
        PdfFile file;
        const Opened opened(file, file.add("(no font)"));
        QVERIFY(!opened.font->isUnderstood());
        QCOMPARE(opened.font->next("A").bytes, 1);
    }
};

QTEST_GUILESS_MAIN(TestPdfFonts)
#include "tst_pdffonts.moc"
