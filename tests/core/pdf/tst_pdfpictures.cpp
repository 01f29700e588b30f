// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/rewriting.h"
#include "tests/support/pdffile.h"

#include "core/formats/pdf/pictureredaction.h"

#include <qpdf/Buffer.hh>

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using testing::PdfFile;
using testing::Rewriting;

/// What pictures, drawings and scans show where something is redacted is gone from their data.
class TestPdfPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsUnderARegionGoAndOthersStay_data();
    void pixelsUnderARegionGoAndOthersStay();
    void turnedPicturesLoseWhatIsShownThere_data();
    void turnedPicturesLoseWhatIsShownThere();
    void masksAreRedactedWithTheirPicture();
    void aPictureThatCannotBeDecodedGoes();
    void picturesThatQpdfCannotDecodeAreDrawnAnew();
    void inlinePicturesAreRedacted();
    void picturesThatOthersShowStayAsTheyWere();
    void wordsOfAScanGoFromItsPixels();
    void drawingsAreCutOut();
    void curvesAndStrokesAreCut();
    void meshesInARegionGo();
    void textInARegionGoesWithItsLineSealed();
};

namespace {

QByteArray decoded(QPDFObjectHandle stream)
{
    const auto buffer = stream.getStreamData(qpdf_dl_all);
    return {reinterpret_cast<const char *>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize())};
}

/// The picture that page 1 of a file paints first.
QPDFObjectHandle pictureOf(Rewriting &rewriting)
{
    const pdf::ContentStream content = pdf::readContent(rewriting.contentBytes(0));
    QPDFObjectHandle page = rewriting.file().getAllPages().at(0);
    for (const pdf::Operation &operation : content.operations) {
        if (operation.op == pdf::Operator::Paint) {
            const QByteArray name = content.name(*content.operand(operation, 0));
            return page.getKey("/Resources").getKey("/XObject").getKey('/' + name.toStdString());
        }
    }
    return QPDFObjectHandle::newNull();
}

QByteArray pattern(qsizetype size)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < size; ++i) {
        bytes += static_cast<char>((i * 37 + i / 7) & 0xff);
    }
    return bytes;
}

}   // namespace

void TestPdfPictures::pixelsUnderARegionGoAndOthersStay_data()
{
    QTest::addColumn<QByteArray>("space");
    QTest::addColumn<int>("components");
    QTest::addColumn<int>("bits");
    QTest::newRow("grey") << QByteArray("/ColorSpace /DeviceGray") << 1 << 8;
    QTest::newRow("rgb") << QByteArray("/ColorSpace /DeviceRGB") << 3 << 8;
    QTest::newRow("cmyk, inverted")
        << QByteArray("/ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0]") << 4 << 8;
    QTest::newRow("16 bits") << QByteArray("/ColorSpace /DeviceRGB") << 3 << 16;
    QTest::newRow("4 bits, a palette")
        << QByteArray("/ColorSpace [/Indexed /DeviceRGB 1 <000000CCCCCC>]") << 1 << 4;
    QTest::newRow("1 bit") << QByteArray("/ColorSpace /DeviceGray") << 1 << 1;
    QTest::newRow("stencil") << QByteArray("/ImageMask true") << 1 << 1;
}

void TestPdfPictures::pixelsUnderARegionGoAndOthersStay()
{
    QFETCH(QByteArray, space);
    QFETCH(int, components);
    QFETCH(int, bits);
    constexpr int side = 40;
    const qsizetype row = (side * components * bits + 7) / 8;
    const QByteArray pixels = pattern(row * side);
    PdfFile file;
    const int image = file.addStream(
        pixels, "/Type /XObject /Subtype /Image /Width 40 /Height 40 /BitsPerComponent "
                    + QByteArray::number(bits) + ' ' + space);
    file.addPage("q 400 0 0 400 100 300 cm /Im Do Q",
                 "/XObject << /Im " + PdfFile::ref(image) + " >>");
    Rewriting rewriting(file.bytes());
    rewriting.read(0);
    pdf::PageRemoval removal;
    // Columns 8 to 15, rows 10 to 19 from the top.
    removal.regions.push_back({180, 500, 260, 600});
    const auto result = rewriting.rewrite(removal);
    QCOMPARE(rewriting.differences(0, result.touched), 0);
    const QByteArray after = decoded(pictureOf(rewriting));
    QCOMPARE(after.size(), pixels.size());
    std::set<quint64> colours;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            quint64 was = 0;
            quint64 is = 0;
            for (int bit = 0; bit < components * bits; ++bit) {
                const qsizetype at = qsizetype{x} * components * bits + bit;
                const auto take = [&](const QByteArray &from) {
                    const auto byte = static_cast<quint8>(from[y * row + at / 8]);
                    return static_cast<quint64>((byte >> (7 - at % 8)) & 1);
                };
                was = was << 1 | take(pixels);
                is = is << 1 | take(after);
            }
            if (x >= 7 && x < 17 && y >= 9 && y < 21) {
                colours.insert(is);
            } else if (x < 6 || x > 17 || y < 8 || y > 21) {
                QCOMPARE(is, was);
            }
        }
    }
    QCOMPARE(colours.size(), 1U);
}

void TestPdfPictures::turnedPicturesLoseWhatIsShownThere_data()
{
    QTest::addColumn<QByteArray>("matrix");
    QTest::newRow("upright") << QByteArray("200 0 0 200 100 300");
    QTest::newRow("upside down") << QByteArray("200 0 0 -200 100 500");
    QTest::newRow("mirrored") << QByteArray("-200 0 0 200 300 300");
    QTest::newRow("turned by a quarter") << QByteArray("0 200 -200 0 300 300");
    QTest::newRow("turned by 30 degrees") << QByteArray("173.2 100 -100 173.2 200 280");
    QTest::newRow("slanted") << QByteArray("200 0 80 200 80 300");
}

void TestPdfPictures::turnedPicturesLoseWhatIsShownThere()
{
    QFETCH(QByteArray, matrix);
    PdfFile file;
    const int image = file.addGreyImage(100, 100, pattern(10000));
    file.addPage("q " + matrix + " cm /Im Do Q", "/XObject << /Im " + PdfFile::ref(image) + " >>");
    Rewriting rewriting(file.bytes());
    const pdf::Matrix place = rewriting.read(0).images.at(0).toPage;
    const pdf::Rect region{180, 380, 230, 400};
    pdf::PageRemoval removal;
    removal.regions.push_back(region);
    const auto result = rewriting.rewrite(removal);
    const QByteArray after = decoded(pictureOf(rewriting));
    QCOMPARE(after.size(), 10000);
    int stayed = 0;
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 100; ++x) {
            const pdf::Point shown = place.map({(x + 0.5) / 100, 1 - (y + 0.5) / 100});
            const qsizetype at = y * 100 + x;
            if (region.grown(1).contains(shown)) {
                QCOMPARE(static_cast<quint8>(after[at]), quint8{204});
            } else if (!region.grown(12).contains(shown)) {
                QCOMPARE(after[at], pattern(10000)[at]);
                ++stayed;
            }
        }
    }
    QVERIFY(stayed > 5000);
    QCOMPARE(rewriting.differences(0, result.touched), 0);
}

void TestPdfPictures::masksAreRedactedWithTheirPicture()
{
    PdfFile file;
    const int mask = file.addGreyImage(20, 20, pattern(400));
    const int image = file.addGreyImage(10, 10, pattern(100),
                                        "/ColorSpace /DeviceGray /BitsPerComponent 8 /SMask "
                                            + PdfFile::ref(mask));
    file.addPage("q 100 0 0 100 100 300 cm /Im Do Q",
                 "/XObject << /Im " + PdfFile::ref(image) + " >>");
    Rewriting rewriting(file.bytes());
    rewriting.read(0);
    pdf::PageRemoval removal;
    removal.regions.push_back({100, 300, 150, 400});
    rewriting.rewrite(removal);
    QPDFObjectHandle picture = pictureOf(rewriting);
    const QByteArray after = decoded(picture.getDict().getKey("/SMask"));
    QCOMPARE(after.size(), 400);
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 10; ++x) {
            QCOMPARE(static_cast<quint8>(after[y * 20 + x]), quint8{255});
        }
        QCOMPARE(after[y * 20 + 15], pattern(400)[y * 20 + 15]);
    }
}

void TestPdfPictures::aPictureThatCannotBeDecodedGoes()
{
    PdfFile file;
    const int image =
        file.addStream("no such thing", "/Type /XObject /Subtype /Image /Width 4 /Height 4 "
                                        "/ColorSpace /DeviceGray /BitsPerComponent 8 "
                                        "/Filter /JPXDecode");
    file.addPage("q 100 0 0 100 100 300 cm /Im Do Q",
                 "/XObject << /Im " + PdfFile::ref(image) + " >>");
    Rewriting rewriting(file.bytes());
    rewriting.read(0);
    pdf::PageRemoval removal;
    removal.regions.push_back({120, 320, 150, 340});
    const auto result = rewriting.rewrite(removal);
    QVERIFY(result.changed);
    QVERIFY(!rewriting.contentBytes(0).contains("Do"));
}

void TestPdfPictures::picturesThatQpdfCannotDecodeAreDrawnAnew()
{
    // Two rows of a fax (ITU-T T.4, one-dimensional): 32 white pixels, then 32 black ones.
    // White 32: 00011011; white 0: 00110101, black 32: 000001101010.
    const QByteArray fax = QByteArray::fromHex("1b3506a0");
    PdfFile file;
    const int image = file.addStream(
        fax, "/Type /XObject /Subtype /Image /Width 32 /Height 2 /ColorSpace /DeviceGray "
             "/BitsPerComponent 1 /Filter /CCITTFaxDecode "
             "/DecodeParms << /K 0 /Columns 32 /Rows 2 /EndOfBlock false >>");
    file.addPage("q 320 0 0 200 100 300 cm /Im Do Q",
                 "/XObject << /Im " + PdfFile::ref(image) + " >>");
    Rewriting rewriting(file.bytes());
    rewriting.read(0);
    pdf::PageRemoval removal;
    removal.regions.push_back({100, 310, 180, 390});
    const auto result = rewriting.rewrite(removal);
    QPDFObjectHandle picture = pictureOf(rewriting);
    QVERIFY(picture.isStream());
    const QByteArray after = decoded(picture);
    QCOMPARE(after.size(), 8);
    QCOMPARE(static_cast<quint8>(after[4]), quint8{0xff});   // the region, in the black row
    QCOMPARE(static_cast<quint8>(after[7]), quint8{0});
    QCOMPARE(rewriting.differences(0, result.touched), 0);
}

void TestPdfPictures::inlinePicturesAreRedacted()
{
    Rewriting rewriting(testing::pdfData(u"planted/10_inline_image.pdf"_s));
    const pdf::PageContent &content = rewriting.read(0);
    QCOMPARE(content.images.size(), 1U);
    pdf::PageRemoval removal;
    removal.regions.push_back({100, 650, 180, 680});
    const auto result = rewriting.rewrite(removal);
    QCOMPARE(rewriting.differences(0, result.touched), 0);
    QVERIFY(!rewriting.contentBytes(0).contains("BI"));
    const QByteArray pixels = decoded(pictureOf(rewriting));
    QCOMPARE(pixels.size(), 38 * 60);   // a bit a pixel
    for (int byte = 8; byte < 27; ++byte) {
        QCOMPARE(static_cast<quint8>(pixels[30 * 38 + byte]), quint8{255});
    }
}

void TestPdfPictures::picturesThatOthersShowStayAsTheyWere()
{
    Rewriting rewriting(testing::pdfData(u"planted/11_image_shared.pdf"_s));
    rewriting.read(0);
    pdf::PageRemoval removal;
    removal.regions.push_back({72, 650, 150, 680});
    const auto result = rewriting.rewrite(removal);
    QVERIFY(result.sharedForms > 0);
    QCOMPARE(rewriting.differences(0, result.touched), 0);
    rewriting.read(1);
    QCOMPARE(rewriting.differences(1, {}), 0);
}

void TestPdfPictures::wordsOfAScanGoFromItsPixels()
{
    Rewriting rewriting(testing::pdfData(u"planted/08_scan_ocr.pdf"_s));
    rewriting.read(0);
    const auto removal = rewriting.removalOf(u"Quixvane"_s, u"[P]"_s);
    QCOMPARE(removal.redactions.size(), 1U);
    const auto before = decoded(pictureOf(rewriting));
    const auto result = rewriting.rewrite(removal);
    const auto after = decoded(pictureOf(rewriting));
    QCOMPARE(after.size(), before.size());
    QVERIFY(after != before);
    QCOMPARE(rewriting.differences(0, result.touched), 0);
    Rewriting again(rewriting.bytes());
    again.read(0);
    const QString text = testing::textOf(again.text());
    QVERIFY(!text.contains(u"Quixvane"));
    QVERIFY(text.contains(u"project"));
    QVERIFY(text.contains(u"[P]"));
}

void TestPdfPictures::drawingsAreCutOut()
{
    Rewriting rewriting(testing::pdfData(u"planted/16_vector_outlines.pdf"_s));
    rewriting.read(0);
    const pdf::Rect region{70, 632, 300, 662};
    pdf::PageRemoval removal;
    removal.regions.push_back(region);
    const auto result = rewriting.rewrite(removal);
    QCOMPARE(rewriting.differences(0, result.touched), 0);
    Rewriting again(rewriting.bytes());
    for (const pdf::PathUse &path : again.read(0).paths) {
        const pdf::Rect common = path.bounds.intersected(region.grown(-0.1));
        QVERIFY(common.isEmpty() || path.isRectangle);
    }
}

void TestPdfPictures::curvesAndStrokesAreCut()
{
    PdfFile file;
    file.addPage("2 w 100 300 m 150 400 250 200 300 300 c S\n"
                 "1 0 0 rg 100 400 m 300 400 l 300 500 l 100 500 l h 120 420 160 60 re f*\n"
                 "0 0 1 rg 50 50 500 600 re S");
    Rewriting rewriting(file.bytes());
    rewriting.read(0);
    pdf::PageRemoval removal;
    removal.regions.push_back({180, 280, 220, 430});
    const auto result = rewriting.rewrite(removal);
    QCOMPARE(rewriting.differences(0, result.touched), 0);
    QVERIFY(rewriting.contentBytes(0).contains("50 50 500 600 re S"));
    Rewriting again(rewriting.bytes());
    again.read(0);
    for (const pdf::StreamUse &use : again.content().uses) {
        QVERIFY(!use.content->bytes.contains(" c "));
    }
}

void TestPdfPictures::meshesInARegionGo()
{
    PdfFile file;
    const int mesh = file.addStream(QByteArray(30, 'x'),
                                    "/ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 8 "
                                    "/BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 600 0 700 0 1]");
    file.addPage("/Sh sh", "/Shading << /Sh " + PdfFile::ref(mesh) + " >>");
    Rewriting rewriting(file.bytes());
    rewriting.read(0);
    pdf::PageRemoval removal;
    removal.regions.push_back({180, 280, 220, 430});
    rewriting.rewrite(removal);
    QVERIFY(!rewriting.contentBytes(0).contains("sh"));
}

void TestPdfPictures::textInARegionGoesWithItsLineSealed()
{
    Rewriting rewriting(testing::pdfOfLines({u"Mara Quellen signed."_s, u"The next line."_s}));
    rewriting.read(0);
    pdf::PageRemoval removal;
    removal.regions.push_back({100, 695, 145, 712});
    const auto result = rewriting.rewrite(removal);
    QCOMPARE(rewriting.differences(0, result.touched), 0);
    Rewriting again(rewriting.bytes());
    again.read(0);
    const QString text = testing::textOf(again.text());
    QVERIFY2(!text.contains(u"Quellen"), qPrintable(text));
    QVERIFY(text.contains(u"Mara"));
    QVERIFY(text.contains(u"signed."));
    QVERIFY(text.contains(u"The next line."));
}

QTEST_GUILESS_MAIN(TestPdfPictures)
#include "tst_pdfpictures.moc"
