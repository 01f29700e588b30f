// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/fontcase.h"
#include "tests/support/pdffile.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;

namespace {

const char Resources[] =
    "<< /Font << /Zykowsky << /Type /Font /Subtype /Type1 /BaseFont /Courier >> "
    "/B << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> "
    "/XObject << /Quixvane 1 >> /ExtGState << /GS << /CA 1 >> >> "
    "/ColorSpace << /Sep [/DeviceGray] >> /Pattern << /Pat 1 >> "
    "/Shading << /Sh 1 >> "
    "/Properties << /Layer << /Type /OCG >> /Mc << /MCID 7 /T (Quixvane) >> >> >>";

pdf::CleanContent clean(const QByteArray &content, bool keepMarkedContent = true)
{
    pdf::CleaningRules rules;
    rules.resources = QPDFObjectHandle::parse(Resources);
    rules.keepMarkedContent = keepMarkedContent;
    return pdf::cleanContent(pdf::readContent(content), rules);
}

QByteArray bytesOf(const QByteArray &content)
{
    return clean(content).bytes;
}

}   // namespace

class TestPdfCleaner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownOperatorsAreCopiedOneALine()
    {
        QCOMPARE(bytesOf("q 1 0 0 1 72.50 -.5 cm 0 0 10 20 re W n [3 2] 0 d 0.5 g Q"),
                 "q\n1 0 0 1 72.50 -.5 cm\n0 0 10 20 re\nW\nn\n[3 2 ]0 d\n0.5 g\nQ\n");
        QCOMPARE(bytesOf("BT 12 TL 1 0 0 1 5 6 Tm (in the font of whoever paints this) Tj T* ET"),
                 "BT\n12 TL\n1 0 0 1 5 6 Tm\n(in the font of whoever paints this)Tj\nT*\nET\n");
    }

    void textInAFontIsCopiedAsWritten()
    {
        QCOMPARE(bytesOf("BT /B 12 Tf (a\\)b) Tj [(x) -20 <414A>] TJ (n) ' 1 2 (m) \" ET"),
                 "BT\n/F1 12 Tf\n(a\\)b)Tj\n[(x)-20 <414A>]TJ\n(n)'\n1 2 (m)\"\nET\n");
    }

    void whatIsNoOperatorIsGone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("comment") << QByteArray("q % Quixvane\n Q");
        QTest::newRow("unknown word") << QByteArray("q (Quixvane) Quixvane Q");
        QTest::newRow("compatibility") << QByteArray("q BX (Quixvane) foo EX Q");
        QTest::newRow("operands too many") << QByteArray("(Quixvane) q (Quixvane) Q");
        QTest::newRow("operand of another kind") << QByteArray("q (Quixvane) w Q");
        QTest::newRow("operands at the end") << QByteArray("q Q (Quixvane)");
        QTest::newRow("marked point") << QByteArray("q /Quixvane MP /T << /N (Quixvane) >> DP Q");
        QTest::newRow("intent") << QByteArray("q /Quixvane ri Q");
        QTest::newRow("resource that is missing") << QByteArray("q /Quixvane gs Q");
        QTest::newRow("between strings") << QByteArray("q Q BT /Quixvane 1 Tf ET q Q");
    }

    void whatIsNoOperatorIsGone()
    {
        QFETCH(const QByteArray, content);
        const pdf::CleanContent after = clean(content);
        QVERIFY2(!after.bytes.contains("Quixvane"), after.bytes.constData());
        QVERIFY(after.bytes.startsWith("q\n") && after.bytes.contains("Q\n"));
    }

    void stringsAndNumbersHideNothing()
    {
        const QByteArray after = bytesOf("BT /B 12 Tf <41Quixvane42> Tj 1e--5 0 0 1 5 --7 Tm ET");
        QVERIFY2(!after.contains("Quixvane") && !after.contains("--"), after.constData());
        QCOMPARE(bytesOf("000000000000000000000000000000000001.5 w"), "1.5 w\n");
    }

    void namesOfResourcesAreNumberedInTheOrderOfUse()
    {
        const pdf::CleanContent after =
            clean("/GS gs BT /B 9 Tf /Zykowsky 8 Tf /B 7 Tf ET /Quixvane Do /Sep cs 1 scn "
                  "/Pattern CS /Pat SCN /Sh sh");
        QCOMPARE(after.bytes, "/G1 gs\nBT\n/F1 9 Tf\n/F2 8 Tf\n/F1 7 Tf\nET\n/X1 Do\n/C1 cs\n"
                              "1 scn\n/Pattern CS\n/P1 SCN\n/S1 sh\n");
        QCOMPARE(after.names.at("Font").at("Zykowsky"), "F2");
        QCOMPARE(after.names.at("XObject").at("Quixvane"), "X1");
        QVERIFY(after.understood);
    }

    void propertyListsKeepNothingButTheNumber()
    {
        QCOMPARE(bytesOf("/P << /MCID 3 /ActualText (Quixvane) >> BDC 1 w EMC"),
                 "/P <</MCID 3>> BDC\n1 w\nEMC\n");
        QCOMPARE(bytesOf("/Span /Mc BDC EMC"), "/Span <</MCID 7>> BDC\nEMC\n");
        QCOMPARE(bytesOf("/Quixvane << /X << /MCID 4 >> >> BDC EMC"), "/Span BMC\nEMC\n");
        QCOMPARE(bytesOf("/Artifact << /Type /Pagination >> BDC EMC"), "/Artifact BMC\nEMC\n");
        QCOMPARE(bytesOf("/OC /Layer BDC 1 w EMC"), "/OC /M1 BDC\n1 w\nEMC\n");
        QCOMPARE(clean("/P << /MCID 3 >> BDC /OC /Layer BDC EMC 1 w EMC EMC", false).bytes,
                 "/OC /M1 BDC\nEMC\n1 w\n");
        QCOMPARE(bytesOf("/P BMC 1 w"), "/P BMC\n1 w\nEMC\n");
    }

    void whatClosesNothingIsLeftOut() { QCOMPARE(bytesOf("Q q EMC Q Q"), "q\nQ\n"); }

    void inlineImagesKeepKnownKeysAndTheirPixels()
    {
        const QByteArray pixels = QByteArray::fromHex("ff00ff00");
        const QByteArray before =
            "BI /W 2 /H 2 /BPC 8 /CS /G /Author (Quixvane) /I true ID " + pixels + " EI Q";
        QCOMPARE(bytesOf(before), "BI\n/W 2 /H 2 /BPC 8 /I true /CS /G\nID " + pixels + "\nEI\n");

        // What stands behind the compressed pixels is not theirs.
        const QByteArray packed = qCompress(pixels, 9).mid(4);
        const QByteArray hidden = "BI /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace "
                                  "/DeviceGray /Filter /FlateDecode ID "
                                  + packed + "Quixvane\nEI Q";
        const QByteArray after = bytesOf(hidden);
        QVERIFY(!after.contains("Quixvane"));
        QCOMPARE(after, "BI\n/W 2 /H 2 /BPC 8 /CS /G /F /Fl\nID " + packed + "\nEI\n");
    }

    void anInlineImageThatIsNotUnderstoodIsSaid()
    {
        const pdf::CleanContent after = clean("BI /W 2 /H 2 /BPC 8 /CS /G /F /Quixvane ID abcd EI");
        QVERIFY(!after.understood);
        QCOMPARE(after.bytes, "");
    }

    void stringsInCutFontsAreRecoded()
    {
        testing::PdfFile file;
        const testing::CompositeFont font = file.addCompositeFont(u"abc Quixvane"_s);
        file.addPage("BT /F1 9 Tf [" + font.hex(u"ca"_s) + " 20 " + font.hex(u"ab"_s) + "] TJ ET",
                     "/Font << /F1 " + testing::PdfFile::ref(font.object) + " >>");
        testing::FontCase made(file.bytes());
        pdf::FontStore store;
        const auto cut = made.cut();
        QVERIFY(cut);
        const std::map<QPDFObjGen, pdf::CutFont> fonts{{made.font().getObjGen(), *cut}};
        pdf::CleaningRules rules;
        rules.resources = made.page().getKey("/Resources");
        rules.cutFonts = &fonts;
        rules.fonts = &store;
        const QByteArray content = testing::streamBytes(made.page().getKey("/Contents"));
        const QByteArray after = pdf::cleanContent(pdf::readContent(content), rules).bytes;
        const pdf::ContentStream read = pdf::readContent(after);
        QByteArrayList strings;
        for (const pdf::Token &token : read.tokens) {
            if (token.kind == pdf::TokenKind::String) {
                strings.append(read.string(token).toHex());
            }
        }
        QCOMPARE(strings, (QByteArrayList{"00010002", "00020003"}));

        // Without a font of its own, text is in one that only its painter knows.
        const pdf::CleanContent lost = pdf::cleanContent(pdf::readContent("BT (x) Tj ET"), rules);
        QVERIFY(!lost.understood);
    }

    void codesAreCollectedInTheOrderOfUse()
    {
        testing::PdfFile file;
        const int font = file.addTrueTypeFont(u"abcdef"_s);
        file.addPage("BT /F1 9 Tf (da) Tj q /F2 9 Tf (ff) Tj Q [(b) 3 (ad)] TJ ET",
                     "/Font << /F1 " + testing::PdfFile::ref(font) + " /F2 "
                         + testing::PdfFile::ref(file.addBaseFont()) + " >>");
        testing::FontCase made(file.bytes());
        QCOMPARE(made.shown(), (std::vector<quint32>{'d', 'a', 'b'}));
    }

    void aThousandPagesTakeLessThanACpuSecond()
    {
        QByteArray page = "BT /B 11 Tf 14 TL 72 760 Td\n";
        for (int line = 0; line < 52; ++line) {
            for (int word = 0; word < 11; ++word) {
                page += "[(Wo) 12 (rd) -8 (s t) 20.5 (hat) -250] TJ ";
            }
            page += "T*\n";
        }
        page += "ET\n";
        const pdf::ContentStream content = pdf::readContent(page);
        QElapsedTimer timer;
        timer.start();
        qsizetype size = 0;
        for (int number = 0; number < 200; ++number) {
            pdf::CleaningRules rules;
            rules.resources = QPDFObjectHandle::parse(Resources);
            size += pdf::cleanContent(content, rules).bytes.size();
        }
        QVERIFY(size > 0);
        // Five times as long as it takes on one core: other programs may run.
        QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()).constData());
    }
};

QTEST_GUILESS_MAIN(TestPdfCleaner)
#include "tst_pdfcleaner.moc"
