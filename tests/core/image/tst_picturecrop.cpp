// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/jpegcrop.h"
#include "core/formats/image/picturecrop.h"
#include "core/formats/image/pixels.h"

#include <QtEndian>
#include <QtTest>

using namespace expunge::formats::image;

namespace {

constexpr quint32 red = 0xff0000;
constexpr quint32 blue = 0x0000ff;

/// A picture whose left half is red and whose right half is blue.
Pixels halves(int width, int height)
{
    Pixels pixels{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            pixels.rgba.append(x < width / 2 ? "\xff\x00\x00\xff" : "\x00\x00\xff\xff", 4);
        }
    }
    return pixels;
}

quint32 colourAt(const Pixels &pixels, int x, int y)
{
    const auto *at = reinterpret_cast<const quint8 *>(pixels.rgba.constData())
                     + 4 * (qsizetype{y} * pixels.width + x);
    return quint32{at[0]} << 16 | quint32{at[1]} << 8 | at[2];
}

/// Whether every pixel is of one colour.
bool isAll(const Pixels &pixels, quint32 colour)
{
    for (int y = 0; y < pixels.height; ++y) {
        for (int x = 0; x < pixels.width; ++x) {
            if (colourAt(pixels, x, y) != colour) {
                return false;
            }
        }
    }
    return true;
}

QByteArray little(quint32 value, int bytes)
{
    QByteArray out(4, '\0');
    qToLittleEndian(value, out.data());
    return out.left(bytes);
}

/// A bitmap of 4 x 2 pixels, stored from the bottom: red left, blue right.
QByteArray bitmap(int bits)
{
    QByteArray rows;
    QByteArray palette;
    if (bits == 1) {
        palette = QByteArray("\x00\x00\xff\x00\xff\x00\x00\x00", 8);   // blue, green, red, 0
        rows = QByteArray("\x30\x00\x00\x00\x30\x00\x00\x00", 8);
    } else {
        const QByteArray row = QByteArray("\x00\x00\xff\x00\x00\xff\xff\x00\x00\xff\x00\x00", 12);
        rows = row + row;
    }
    const auto start = static_cast<quint32>(54 + palette.size());
    return "BM" + little(start + static_cast<quint32>(rows.size()), 4) + little(0, 4)
           + little(start, 4) + little(40, 4) + little(4, 4) + little(2, 4) + little(1, 2)
           + little(static_cast<quint32>(bits), 2) + little(0, 4)
           + little(static_cast<quint32>(rows.size()), 4) + little(0, 16 / 4) + little(0, 4)
           + little(0, 4) + little(0, 4) + palette + rows;
}

/// A GIF of 4 x 2 pixels, red left, blue right, its codes written without any packing.
QByteArray gif()
{
    // codes of 3 bits (code size 2): a clear code before every third pixel keeps them that long
    const QList<int> codes{4, 0, 0, 4, 1, 1, 4, 0, 0, 4, 1, 1, 5};
    QByteArray data;
    quint32 buffer = 0;
    int held = 0;
    for (int code : codes) {
        buffer |= static_cast<quint32>(code) << held;
        held += 3;
        while (held >= 8) {
            data.append(static_cast<char>(buffer & 0xffU));
            buffer >>= 8U;
            held -= 8;
        }
    }
    data.append(static_cast<char>(buffer & 0xffU));
    return "GIF89a" + little(4, 2) + little(2, 2) + QByteArray("\x81\x00\x00", 3)
           + QByteArray("\xff\x00\x00\x00\x00\xff\x00\x00\x00\x00\x00\x00", 12) + "\x2c"
           + little(0, 4) + little(4, 2) + little(2, 2) + QByteArray("\x00\x02", 2)
           + static_cast<char>(data.size()) + data + QByteArray("\x00\x3b", 2);
}

}   // namespace

/// Pictures that are cut to what a document shows of them.
class TestPictureCrop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheVisibleHalfOfAPngIsLeft()
    {
        const auto png = writePng(halves(10, 4));
        QVERIFY(png);
        const auto cut = cropPicture(*png, {.left = 0.5});
        QVERIFY(cut);
        const auto pixels = readPngPixels(*cut);
        QVERIFY(pixels);
        QCOMPARE(pixels->width, 5);
        QCOMPARE(pixels->height, 4);
        QVERIFY(isAll(*pixels, blue));
    }

    void everySideIsCut()
    {
        const auto png = writePng(halves(100, 100));
        const auto cut = cropPicture(*png, {0.1, 0.2, 0.6, 0.4});
        QVERIFY(cut);
        const auto pixels = readPngPixels(*cut);
        QCOMPARE(pixels->width, 30);
        QCOMPARE(pixels->height, 40);
        QVERIFY(isAll(*pixels, red));
    }

    void thePixelsOfABitmapAreRead_data()
    {
        QTest::addColumn<int>("bits");
        QTest::newRow("colours in a list") << 1;
        QTest::newRow("colours in the pixels") << 24;
    }

    void thePixelsOfABitmapAreRead()
    {
        QFETCH(int, bits);
        const auto cut = cropPicture(bitmap(bits), {.right = 0.5});
        QVERIFY(cut);
        const auto pixels = readPngPixels(*cut);
        QCOMPARE(pixels->width, 2);
        QCOMPARE(pixels->height, 2);
        QVERIFY(isAll(*pixels, red));
    }

    void thePixelsOfAGifAreRead()
    {
        const auto cut = cropPicture(gif(), {.left = 0.5});
        QVERIFY(cut);
        const auto pixels = readPngPixels(*cut);
        QCOMPARE(pixels->width, 2);
        QCOMPARE(pixels->height, 2);
        QVERIFY(isAll(*pixels, blue));
    }

    void whatStandsBehindFullTransparencyGoes()
    {
        Pixels pixels = halves(2, 1);
        pixels.rgba[3] = '\0';
        const auto png = writePng(pixels);
        const auto read = readPngPixels(*png);
        QCOMPARE(colourAt(*read, 0, 0), 0U);
        QCOMPARE(read->rgba.at(3), '\0');
        QCOMPARE(colourAt(*read, 1, 0), blue);
    }

    void aJpegStaysAJpeg()
    {
        QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/office/halves.jpg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        const auto cut = cropPicture(whole, {.right = 0.5});
        QVERIFY(cut);
        QVERIFY(cut->startsWith("\xFF\xD8\xFF"));
        QCOMPARE(*cut, *cropPicture(whole, {.right = 0.5}));
        int width = 0;
        int height = 0;
        cropJpeg(*cut, [&](int w, int h) {
            width = w;
            height = h;
            return std::optional<PixelRect>();
        });
        QCOMPARE(width, 32);
        QCOMPARE(height, 16);
    }

    void damagedPicturesAndEmptyCropsGiveNothing()
    {
        const QByteArray png = *writePng(halves(10, 4));
        QVERIFY(!cropPicture(png, {.left = 0.5, .right = 0.5}));
        QVERIFY(!cropPicture(png.left(40), {.left = 0.5}));
        QVERIFY(!cropPicture(QByteArray("\xFF\xD8\xFF\xE0", 4), {.left = 0.5}));
        QVERIFY(!cropPicture(gif().left(40), {.left = 0.5}));
        QVERIFY(!cropPicture("not a picture", {.left = 0.5}));
    }
};

QTEST_APPLESS_MAIN(TestPictureCrop)
#include "tst_picturecrop.moc"
