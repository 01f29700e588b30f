// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/pixels.h"
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using document::HiddenAction;
using document::HiddenKind;
using formats::image::Pixels;

namespace {

constexpr const char *red = "\xff\x00\x00\xff";
constexpr const char *blue = "\x00\x00\xff\xff";

/// A picture of 8 x 2 pixels whose left half is red and whose right half is blue.
QByteArray halves()
{
    Pixels pixels{8, 2, {}};
    for (int i = 0; i < 16; ++i) {
        pixels.rgba.append(i % 8 < 4 ? red : blue, 4);
    }
    return *formats::image::writePng(pixels);
}

QByteArray drawing(const QByteArray &fill)
{
    return "<w:r><w:drawing><wp:inline><wp:extent cx=\"127000\" cy=\"127000\"/>"
           "<wp:docPr id=\"1\" name=\"Picture 1\"/><a:graphic><a:graphicData "
           "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
           "<pic:cNvPr id=\"0\" name=\"Picture 1\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
           "<a:blip r:embed=\"rIdP\"/>"
           + fill
           + "</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline>"
             "</w:drawing></w:r>";
}

QByteArray vml(const QByteArray &crop)
{
    return "<w:r><w:pict><v:shape style=\"width:70pt;height:70pt\"><v:imagedata r:id=\"rIdP\" "
           + crop + "/></v:shape></w:pict></w:r>";
}

QByteArray showing(const QByteArray &runs, const QByteArray &picture)
{
    return DocxBuilder()
        .body(paragraph(runs))
        .part("word/media/p.png", "image/png", picture, "rIdP", "image")
        .build();
}

std::vector<Pixels> picturesOf(const Written &written)
{
    std::vector<Pixels> pictures;
    for (const auto &[name, bytes] : written.parts) {
        if (name.startsWith(u"word/media/"_s)) {
            if (auto pixels = formats::image::readPngPixels(bytes)) {
                pictures.push_back(*pixels);
            }
        }
    }
    return pictures;
}

QByteArray repeated(const char *pixel, int times)
{
    return QByteArray(pixel, 4).repeated(times);
}

}   // namespace

/// Pictures that a document shows in part.
class TestDocxPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // acceptance 14
    void onlyTheVisibleHalfIsStored_data()
    {
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("a part of the picture")
            << drawing("<a:srcRect l=\"50000\"/><a:stretch><a:fillRect/></a:stretch>");
        QTest::newRow("a part, as Strict files write it")
            << drawing("<a:srcRect l=\"50%\"/><a:stretch><a:fillRect/></a:stretch>");
        QTest::newRow("more than the shape")
            << drawing("<a:stretch><a:fillRect l=\"-100000\"/></a:stretch>");
        QTest::newRow("VML") << vml("cropleft=\"32768f\"");
        QTest::newRow("VML, as a fraction") << vml("cropleft=\".5\"");
    }

    void onlyTheVisibleHalfIsStored()
    {
        QFETCH(QByteArray, shown);
        const auto opened = openDocx(showing(shown, halves()));
        QVERIFY(hiddenOf(*opened, HiddenKind::CroppedAreas));
        const Written written = applied(*opened);
        const std::vector<Pixels> pictures = picturesOf(written);
        QCOMPARE(pictures.size(), size_t{1});
        QCOMPARE(pictures[0].width, 4);
        QCOMPARE(pictures[0].rgba, repeated(blue, 8));
        QVERIFY(!written.contains("50000"));
        QVERIFY(!written.contains("32768"));
        QVERIFY(!hiddenOf(*written.document, HiddenKind::CroppedAreas));
    }

    // acceptance 14
    void aPictureThatIsUsedTwiceKeepsBothCrops()
    {
        const QByteArray left = drawing("<a:srcRect r=\"50000\"/>");
        const QByteArray right = drawing("<a:srcRect l=\"50000\"/>");
        const auto opened = openDocx(showing(left + right + left, halves()));
        QCOMPARE(hiddenOf(*opened, HiddenKind::CroppedAreas)->count, 3);
        const std::vector<Pixels> pictures = picturesOf(applied(*opened));
        QCOMPARE(pictures.size(), size_t{2});
        QCOMPARE(pictures[0].rgba, repeated(red, 8));
        QCOMPARE(pictures[1].rgba, repeated(blue, 8));
    }

    void roomAroundThePictureStays()
    {
        // half of the picture is seen, with as much empty room on the other side
        const Written written =
            applied(*openDocx(showing(drawing("<a:srcRect l=\"50000\" r=\"-50000\"/>"), halves())));
        QCOMPARE(picturesOf(written).at(0).rgba, repeated(blue, 8));
        QVERIFY(written.part(u"word/document.xml"_s).contains("<a:srcRect r=\"-100000\"/>"));
    }

    void keptCropsLeaveThePictureWhole()
    {
        const auto opened = openDocx(showing(drawing("<a:srcRect l=\"50000\"/>"), halves()));
        document::RedactionPlan plan;
        decide(plan, *opened, HiddenKind::CroppedAreas, HiddenAction::Keep);
        const Written written = applied(*opened, plan);
        QCOMPARE(picturesOf(written).at(0).width, 8);
        QVERIFY(written.part(u"word/document.xml"_s).contains("l=\"50000\""));
    }

    void aCropThatCannotBeCutTakesThePictureAway()
    {
        QByteArray damaged = halves();
        damaged.replace(damaged.indexOf("IDAT") + 6, 4, QByteArray(4, '\xff'));
        const auto opened = openDocx(showing(drawing("<a:srcRect l=\"50000\"/>"), damaged));
        const Written written = applied(*opened);
        const std::vector<Pixels> pictures = picturesOf(written);
        QCOMPARE(pictures.size(), size_t{1});
        QCOMPARE(pictures[0].width, 1);
        QVERIFY(!written.applied.warnings.empty());
    }

    void uncroppedPicturesStayAsTheyAre()
    {
        const auto opened = openDocx(showing(drawing("<a:srcRect/>"), halves()));
        QVERIFY(!hiddenOf(*opened, HiddenKind::CroppedAreas));
        QCOMPARE(applied(*opened).part(u"word/media/image1.png"_s), halves());
    }
};

QTEST_APPLESS_MAIN(TestDocxPictures)
#include "tst_docxpictures.moc"
