// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/picturescrub.h"

#include <QTest>
#include <QtEndian>

#include <zlib.h>

using expunge::formats::image::scrubPicture;

namespace {

// Drawn with ImageMagick: 16 by 16 pixels, baseline and progressive, and two frames of 8 by 8.
const QByteArray baselineJpeg = QByteArray::fromBase64(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+"
    "MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09P"
    "T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABADASIAAhEBAxEB/8QAFgABAQEAAAAA"
    "AAAAAAAAAAAAAwQG/8QAIBAAAgIBAwUAAAAAAAAAAAAAAQIDEQAhMVETFCIyQf/EABQBAQAAAAAAAAAAAAAA"
    "AAAAAAX/xAAbEQACAgMBAAAAAAAAAAAAAAABAgAFAxEhMf/aAAwDAQACEQMRAD8AzKzr1mQaCtQT9xu5Io8G"
    "qvbIJZg5DHxYbtzhPJIrewNC7GL46Uso57GTbFFKk7n/2Q==");
const QByteArray progressiveJpeg = QByteArray::fromBase64(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+"
    "MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09P"
    "T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAQABADASIAAhEBAxEB/8QAFgABAQEAAAAA"
    "AAAAAAAAAAAAAgQF/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/aAAwDAQACEAMQAAABzHOVs//EABgQAAMBAQAA"
    "AAAAAAAAAAAAAAABERIh/9oACAEBAAEFAr3Q2Vn/xAAXEQADAQAAAAAAAAAAAAAAAAAAAREU/9oACAEDAQE/"
    "AdcUP//EABgRAAIDAAAAAAAAAAAAAAAAAAABAgQR/9oACAECAQE/AY09R//EABQQAQAAAAAAAAAAAAAAAAAA"
    "ACD/2gAIAQEABj8CH//EABoQAQACAwEAAAAAAAAAAAAAAAEAERAhMVH/2gAIAQEAAT8hDcwt3x9iD2f/2gAM"
    "AwEAAgADAAAAEC//xAAWEQEBAQAAAAAAAAAAAAAAAAABABH/2gAIAQMBAT8QUydv/8QAFxEBAAMAAAAAAAAA"
    "AAAAAAAAAQAhMf/aAAgBAgEBPxBQrZ//xAAaEAEBAAMBAQAAAAAAAAAAAAABEQAhMVFB/9oACAEBAAE/EIjo"
    "mxfuWR8ZLzCYtHfWcgYWmf/Z");
const QByteArray animatedGif = QByteArray::fromBase64(
    "R0lGODlhCAAIAPAAAP8AAAAAACH5BAAAAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAACAAIAAACB4SPqcvt"
    "XQAAIfkEAAAAAAAsAAAAAAgACACAAAD/AAAAAgeEj6nL7V0AADs=");

QByteArray number32(quint32 value)
{
    QByteArray out(4, 0);
    qToBigEndian(value, out.data());
    return out;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray both = type + data;
    const auto crc =
        crc32(0, reinterpret_cast<const Bytef *>(both.constData()), static_cast<uInt>(both.size()));
    return number32(static_cast<quint32>(data.size())) + both + number32(static_cast<quint32>(crc));
}

QByteArray pngWith(const QByteArray &early, const QByteArray &afterPixels = {},
                   const QByteArray &trailing = {})
{
    // qCompress puts four bytes of length before what zlib makes.
    const QByteArray pixels = qCompress(QByteArray("\0\x10\x20\x30", 4)).mid(4);
    return "\x89PNG\r\n\x1A\n"
           + chunk("IHDR", number32(1) + number32(1) + QByteArray("\x08\x02\0\0\0", 5)) + early
           + chunk("IDAT", pixels + afterPixels) + chunk("IEND", {}) + trailing;
}

QByteArray segment(char marker, const QByteArray &content)
{
    QByteArray size(2, 0);
    qToBigEndian(static_cast<quint16>(content.size() + 2), size.data());
    return QByteArray("\xFF") + marker + size + content;
}

QByteArray jpegWith(const QByteArray &picture, const QByteArray &segments)
{
    return QByteArray(picture).insert(2, segments);
}

QByteArray bmp(quint32 headerSize, const QByteArray &gap = {}, const QByteArray &trailing = {})
{
    QByteArray out = "BM" + QByteArray(12, 0) + QByteArray(static_cast<qsizetype>(headerSize), 0);
    const auto put = [&out](qsizetype at, quint32 value) {
        qToLittleEndian(value, out.data() + at);
    };
    put(10, static_cast<quint32>(out.size() + gap.size()));
    put(14, headerSize);
    put(18, 1);
    put(22, 2);
    put(26, 1U | 24U << 16U);
    put(34, 8);
    out += gap + QByteArray("\1\2\3\0\4\5\6\0", 8) + trailing;
    put(2, static_cast<quint32>(out.size()));
    return out;
}

}   // namespace

class TestPictureScrub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanPicturesStayAsTheyAre_data();
    void cleanPicturesStayAsTheyAre();
    void whatDoesNotDrawGoes_data();
    void whatDoesNotDrawGoes();
    void colourAndSizeOfPngStay();
    void jpegKeepsItsDensityWithoutTheThumbnail();
    void loopsOfAnimationsStay();
    void damagedPicturesAreRefused_data();
    void damagedPicturesAreRefused();
    void everyCutOffPictureIsRefused_data();
    void everyCutOffPictureIsRefused();
};

void TestPictureScrub::cleanPicturesStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png") << pngWith({});
    QTest::newRow("jpeg") << baselineJpeg;
    QTest::newRow("progressive jpeg") << progressiveJpeg;
    QTest::newRow("gif") << animatedGif;
    QTest::newRow("bmp") << bmp(40);
    QTest::newRow("bmp 5") << bmp(124);
}

void TestPictureScrub::cleanPicturesStayAsTheyAre()
{
    QFETCH(QByteArray, bytes);
    const auto clean = scrubPicture(bytes);
    QVERIFY(clean);
    QCOMPARE(clean->removed, 0);
    QCOMPARE(clean->bytes, bytes);
}

void TestPictureScrub::whatDoesNotDrawGoes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("clean");
    const QByteArray png = pngWith({});
    QTest::newRow("png text") << pngWith(chunk("tEXt", QByteArray("Author\0Ada", 10))) << png;
    QTest::newRow("png exif") << pngWith(chunk("eXIf", "MM Ada")) << png;
    QTest::newRow("png time") << pngWith(chunk("tIME", "1234567")) << png;
    QTest::newRow("png profile") << pngWith(chunk("iCCP", "Ada")) << png;
    QTest::newRow("png own chunk") << pngWith(chunk("adAa", "Ada")) << png;
    QTest::newRow("png animation") << pngWith(chunk("acTL", QByteArray(8, 0))) << png;
    QTest::newRow("png odd length") << pngWith(chunk("pHYs", "Ada Lovelace")) << png;
    QTest::newRow("png trailer") << pngWith({}, {}, "Ada") << png;
    QTest::newRow("png behind the pixels") << pngWith({}, "Ada") << png;
    for (const QByteArray &jpeg : {baselineJpeg, progressiveJpeg}) {
        const char *kind = jpeg == baselineJpeg ? "jpeg" : "progressive jpeg";
        QTest::addRow("%s exif", kind)
            << jpegWith(jpeg, segment('\xE1', QByteArray("Exif\0\0Ada", 9))) << jpeg;
        QTest::addRow("%s xmp", kind) << jpegWith(jpeg, segment('\xE1', "http://ns Ada")) << jpeg;
        QTest::addRow("%s iptc", kind) << jpegWith(jpeg, segment('\xED', "Photoshop Ada")) << jpeg;
        QTest::addRow("%s profile", kind) << jpegWith(jpeg, segment('\xE2', "ICC_PROFILE")) << jpeg;
        QTest::addRow("%s comment", kind) << jpegWith(jpeg, segment('\xFE', "Ada")) << jpeg;
        QTest::addRow("%s stray bytes", kind) << QByteArray(jpeg).insert(20, "Ada") << jpeg;
        QTest::addRow("%s trailer", kind) << jpeg + "Ada" << jpeg;
    }
    const qsizetype image = animatedGif.indexOf("\x21\xF9");
    QTest::newRow("gif comment") << QByteArray(animatedGif)
                                        .insert(image, QByteArray("\x21\xFE\x03"
                                                                  "Ada\0",
                                                                  7))
                                 << animatedGif;
    QTest::newRow("gif application") << QByteArray(animatedGif)
                                            .insert(image, QByteArray("\x21\xFF\x0BXMP DataXMP\x03"
                                                                      "Ada\0",
                                                                      19))
                                     << animatedGif;
    QTest::newRow("gif plain text") << QByteArray(animatedGif)
                                           .insert(image, QByteArray("\x21\x01\x03"
                                                                     "Ada\0",
                                                                     7))
                                    << animatedGif;
    QTest::newRow("gif trailer") << animatedGif + "Ada" << animatedGif;
    QTest::newRow("bmp trailer") << bmp(40, {}, "Ada ") << bmp(40);
    QTest::newRow("bmp gap") << bmp(40, "Ada ") << bmp(40);
    QByteArray reserved = bmp(40);
    reserved.replace(6, 4, "Ada ");
    QTest::newRow("bmp reserved") << reserved << bmp(40);
}

void TestPictureScrub::whatDoesNotDrawGoes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, clean);
    QVERIFY(bytes != clean);
    const auto scrubbed = scrubPicture(bytes);
    QVERIFY(scrubbed);
    QCOMPARE(scrubbed->bytes, clean);
    QCOMPARE(scrubbed->removed, 1);
}

void TestPictureScrub::colourAndSizeOfPngStay()
{
    const QByteArray png =
        pngWith(chunk("gAMA", number32(45455)) + chunk("sRGB", QByteArray(1, 0))
                + chunk("pHYs", QByteArray(9, 1)) + chunk("bKGD", QByteArray(6, 1)));
    const auto clean = scrubPicture(png);
    QVERIFY(clean);
    QCOMPARE(clean->bytes, png);
}

void TestPictureScrub::jpegKeepsItsDensityWithoutTheThumbnail()
{
    const QByteArray density("JFIF\0\1\2\1\1\x2C\1\x2C", 12);
    QByteArray bare = baselineJpeg;
    bare.remove(2, 18);   // its own JFIF segment
    const auto clean = scrubPicture(jpegWith(bare, segment('\xE0', density
                                                                       + QByteArray("\1\1"
                                                                                    "Ada",
                                                                                    5))));
    QVERIFY(clean);
    QCOMPARE(clean->bytes, jpegWith(bare, segment('\xE0', density + QByteArray(2, 0))));
    QCOMPARE(clean->removed, 1);
}

void TestPictureScrub::loopsOfAnimationsStay()
{
    QVERIFY(animatedGif.contains("NETSCAPE2.0"));
    QVERIFY(scrubPicture(animatedGif)->bytes.contains("NETSCAPE2.0"));
}

void TestPictureScrub::damagedPicturesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray wrongSum = pngWith({});
    wrongSum[20] = '\5';
    QTest::newRow("png checksum") << wrongSum;
    QByteArray pixels = pngWith({}).replace(chunk("IEND", {}), "");
    QTest::newRow("png without end") << pixels;
    QTest::newRow("jpeg without pixels")
        << QByteArray("\xFF\xD8") + segment('\xFE', "Ada") + QByteArray("\xFF\xD9");
    QTest::newRow("gif without pictures") << animatedGif.left(13) + ";";
    QTest::newRow("bmp that claims too much") << bmp(40).replace(22, 4, "\xFF\xFF\xFF\x7F");
    QTest::newRow("emf") << QByteArray("\1\0\0\0", 4);
    QTest::newRow("svg") << QByteArray("<svg/>");
    QTest::newRow("nothing") << QByteArray();
}

void TestPictureScrub::damagedPicturesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!scrubPicture(bytes));
}

void TestPictureScrub::everyCutOffPictureIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png") << pngWith({});
    QTest::newRow("jpeg") << baselineJpeg;
    QTest::newRow("progressive jpeg") << progressiveJpeg;
    QTest::newRow("gif") << animatedGif;
    QTest::newRow("bmp") << bmp(124);
}

void TestPictureScrub::everyCutOffPictureIsRefused()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        QVERIFY2(!scrubPicture(bytes.left(size)), qPrintable(QString::number(size)));
    }
}

QTEST_APPLESS_MAIN(TestPictureScrub)
#include "tst_picturescrub.moc"
