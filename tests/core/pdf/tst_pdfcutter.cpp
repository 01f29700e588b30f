// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutcff.h"
#include "core/formats/pdf/cutsfnt.h"
#include "core/formats/pdf/cuttype1program.h"
#include "core/formats/pdf/fonttables.h"
#include "tests/core/pdf/fontcase.h"
#include "tests/support/pdffile.h"

#include <QFile>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using expunge::testing::CompositeFont;
using expunge::testing::FontCase;
using expunge::testing::PdfFile;

namespace {

const QString Whole = u"The project of Quixvane Zykowsky budget is approved."_s;
const QString Left = u"The budget is approved."_s;

QByteArray shows(const QByteArray &string)
{
    return "BT /F1 24 Tf 72 700 Td " + string + " Tj 0 -40 Td 3 Tw 0.5 Tc " + string + " Tj ET";
}

QByteArray resources(int font)
{
    return "/Font << /F1 " + PdfFile::ref(font) + " >>";
}

QByteArray withComposite(const QString &held, const QString &shown)
{
    PdfFile file;
    const CompositeFont font = file.addCompositeFont(held);
    file.addPage(shows(font.hex(shown)), resources(font.object));
    return file.bytes();
}

QByteArray withTrueType(const QString &held, const QString &shown)
{
    PdfFile file;
    const int font = file.addTrueTypeFont(held);
    file.addPage(shows('(' + shown.toLatin1() + ')'), resources(font));
    return file.bytes();
}

QByteArray systemFont(const QString &name)
{
    QFile file(u"/usr/share/fonts/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A simple font in WinAnsi with a program embedded under `key`.
QByteArray withProgram(const QByteArray &program, const QByteArray &key, const QByteArray &more,
                       const QString &shown)
{
    PdfFile file;
    const int stream = file.addStream(program, more);
    const int descriptor =
        file.add("<< /Type /FontDescriptor /FontName /Zykowsky /Flags 32 /ItalicAngle 0 "
                 "/FontBBox [-168 -281 1000 924] /Ascent 891 /Descent -216 /CapHeight 660 "
                 "/StemV 80 /CharSet (/Q/u/i/x) /"
                 + key + ' ' + PdfFile::ref(stream) + " >>");
    const int font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+C059-Roman "
                              "/FirstChar 32 /LastChar 126 /Encoding /WinAnsiEncoding "
                              "/FontDescriptor "
                              + PdfFile::ref(descriptor) + " /Widths ["
                              + QByteArray(" 550").repeated(95) + " ] >>");
    file.addPage(shows('(' + shown.toLatin1() + ')'), resources(font));
    return file.bytes();
}

QByteArray cffTable(const QByteArray &openType)
{
    const auto sfnt = pdf::SfntProgram::read(openType);
    const pdf::FontBytes table = sfnt ? sfnt->table("CFF ") : pdf::FontBytes();
    return table.slice(0, table.size()).toByteArray();
}

// Number of glyphs in the embedded program of a cut font.
int glyphCount(QPDFObjectHandle font)
{
    QPDFObjectHandle owner = font;
    if (font.hasKey("/DescendantFonts")) {
        owner = font.getKey("/DescendantFonts").getArrayItem(0);
    }
    QPDFObjectHandle descriptor = owner.getKey("/FontDescriptor");
    if (descriptor.hasKey("/FontFile2")) {
        return pdf::SfntProgram::read(testing::streamBytes(descriptor.getKey("/FontFile2")))
            ->glyphCount();
    }
    if (descriptor.hasKey("/FontFile3")) {
        return pdf::CffProgram::read(testing::streamBytes(descriptor.getKey("/FontFile3")))
            ->glyphCount();
    }
    return int(pdf::Type1Program::read(testing::streamBytes(descriptor.getKey("/FontFile")))
                   ->charstrings.size());
}

int lettersOf(const QString &text)
{
    return int(QSet<QChar>(text.begin(), text.end()).size());
}

}   // namespace

class TestPdfCutter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCutFontDrawsTheSame_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("composite TrueType") << withComposite(Whole, Left);
        QTest::newRow("simple TrueType") << withTrueType(Whole, Left);
        const QByteArray type1 = systemFont(u"type1/urw-base35/C059-Roman.t1"_s);
        const QByteArray otf = systemFont(u"opentype/urw-base35/C059-Roman.otf"_s);
        if (!type1.isEmpty() && !otf.isEmpty()) {
            QTest::newRow("Type 1") << withProgram(type1, "FontFile", {}, Left);
            QTest::newRow("CFF") << withProgram(cffTable(otf), "FontFile3", "/Subtype /Type1C",
                                                Left);
            QTest::newRow("OpenType") << withProgram(otf, "FontFile3", "/Subtype /OpenType", Left);
        }
    }

    void aCutFontDrawsTheSame()
    {
        QFETCH(const QByteArray, file);
        FontCase font(file);
        const QByteArray after = font.afterCut();
        QVERIFY(!after.isEmpty());
        const QByteArray before = testing::drawn(file);
        QVERIFY(before.count('\0') > 1000);   // something is drawn at all
        QVERIFY(testing::drawn(after) == before);
        QCOMPARE(testing::textOf(after), testing::textOf(file));
    }

    void glyphsThatAreNotShownAreGone_data() { aCutFontDrawsTheSame_data(); }

    void glyphsThatAreNotShownAreGone()
    {
        QFETCH(const QByteArray, file);
        FontCase font(file);
        const auto cut = font.cut();
        QVERIFY(cut);
        QCOMPARE(glyphCount(cut->object), lettersOf(Left) + 1);
        const QByteArray all = testing::writtenOut(cut->object);
        QVERIFY(!all.contains("Zykowsky"));
        QVERIFY(!all.contains("CharSet"));
        QVERIFY(!all.contains(QByteArray("copyright").toHex()));
        QVERIFY(!all.contains(QByteArray("Copyright").toHex()));
    }

    void whatElseWasInTheFontDoesNotShow()
    {
        const QString more = Left + u"WM"_s;
        const auto cutOut = [](const QByteArray &file) {
            FontCase font(file);
            const auto cut = font.cut();
            return cut ? testing::writtenOut(cut->object) : QByteArray();
        };
        const QByteArray composite = cutOut(withComposite(Whole, Left));
        QVERIFY(!composite.isEmpty());
        QVERIFY(composite == cutOut(withComposite(more, Left)));
        const QByteArray simple = cutOut(withTrueType(Whole, Left));
        QVERIFY(!simple.isEmpty());
        QVERIFY(simple == cutOut(withTrueType(more, Left)));
    }

    void fontsOfPairsOfFilesBecomeTheSame()
    {
        QByteArrayList fonts;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            QFile file(
                QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/pdf/pairs/subset.%1.pdf").arg(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            FontCase font(file.readAll());
            const auto read = font.read();
            // The codes differ from file to file; what they read does not.
            std::vector<quint32> codes;
            for (const QChar letter : u"Another line"_s) {
                for (const quint32 code : font.shown()) {
                    const QByteArray bytes = QByteArray(1, char(code >> 8)) + char(code);
                    if (read->next(bytes).text == letter) {
                        codes.push_back(code);
                    }
                }
            }
            QVERIFY(codes.size() > 8);
            const auto cut = pdf::cutFont(font.file(), *read, codes);
            QVERIFY(cut);
            fonts.append(testing::writtenOut(cut->object));
        }
        QVERIFY(fonts[0] == fonts[1]);
    }

    void codesAreNumberedInTheOrderOfUse()
    {
        FontCase simple(withTrueType(Whole, u"be a bee"_s));
        const auto cut = simple.cut();
        QVERIFY(cut);
        QCOMPARE(cut->codes.at('b'), QByteArray("!"));
        QCOMPARE(cut->codes.at('e'), QByteArray("\""));
        QCOMPARE(cut->codes.at(' '), QByteArray(" "));   // for word spacing
        QCOMPARE(cut->codes.at('a'), QByteArray("#"));
        QCOMPARE(cut->codes.size(), std::size_t(4));

        FontCase composite(withComposite(Whole, u"be a bee"_s));
        const auto cutComposite = composite.cut();
        QVERIFY(cutComposite);
        QCOMPARE(cutComposite->codes.at(composite.shown().front()), QByteArray("\0\1", 2));
        QPDFObjectHandle font = cutComposite->object;
        QVERIFY(font.getKey("/Encoding").isNameAndEquals("/Identity-H"));
        QPDFObjectHandle widths = font.getKey("/DescendantFonts").getArrayItem(0).getKey("/W");
        QCOMPARE(widths.getArrayNItems(), 2);
        QCOMPARE(widths.getArrayItem(1).getArrayNItems(), 4);
    }

    void aType3FontKeepsOnlyTheProceduresInUse()
    {
        PdfFile file;
        const int type3 = file.addType3Font("abcdefgh");
        file.addPage(shows("(dab)"), resources(type3));
        FontCase font(file.bytes());
        const auto cut = font.cut();
        QVERIFY(cut);
        QPDFObjectHandle dictionary = cut->object;
        QCOMPARE(dictionary.getKey("/CharProcs").getKeys().size(), std::size_t(3));
        QCOMPARE(dictionary.getKey("/Widths").getArrayNItems(), 3);
        const QByteArray before = testing::drawn(file.bytes());
        QVERIFY(testing::drawn(font.afterCut()) == before);
    }

    void aFontThatIsNotEmbeddedKeepsItsCodes()
    {
        PdfFile file;
        const int helvetica = file.add(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 65 /LastChar 70 "
            "/Widths [667 667 722 722 667 611] /Encoding << /Type /Encoding /BaseEncoding "
            "/WinAnsiEncoding /Differences [65 /B /A 68 /Lslash /Zcaron] >> >>");
        file.addPage(shows("(BD)"), resources(helvetica));
        FontCase font(file.bytes());
        const auto cut = font.cut();
        QVERIFY(cut);
        QCOMPARE(cut->codes.at('B'), QByteArray("B"));
        QPDFObjectHandle dictionary = cut->object;
        QVERIFY(dictionary.getKey("/BaseFont").isNameAndEquals("/Helvetica"));
        QCOMPARE(dictionary.getKey("/FirstChar").getIntValueAsInt(), 66);
        QCOMPARE(dictionary.getKey("/LastChar").getIntValueAsInt(), 68);
        QVERIFY(!testing::writtenOut(dictionary).contains("Zcaron"));
        QVERIFY(testing::writtenOut(dictionary).contains("Lslash"));
        const QByteArray before = testing::drawn(file.bytes());
        QVERIFY(testing::drawn(font.afterCut()) == before);
    }

    void aDamagedProgramIsRefusedNotKept()
    {
        PdfFile file;
        const int stream = file.addStream("Quixvane is no font program at all", "/Length1 34");
        const int descriptor = file.add("<< /Type /FontDescriptor /FontName /Font /Flags 32 "
                                        "/FontFile2 "
                                        + PdfFile::ref(stream) + " >>");
        const int font = file.add("<< /Type /Font /Subtype /TrueType /BaseFont /Font /FirstChar 65 "
                                  "/LastChar 66 /Widths [500 500] /Encoding /WinAnsiEncoding "
                                  "/FontDescriptor "
                                  + PdfFile::ref(descriptor) + " >>");
        file.addPage(shows("(AB)"), resources(font));
        FontCase damaged(file.bytes());
        const auto cut = damaged.cut();
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, base::ErrorCode::UnsupportedFormat);
    }
};

QTEST_GUILESS_MAIN(TestPdfCutter)
#include "tst_pdfcutter.moc"
