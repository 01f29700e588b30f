// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/pixels.h"
#include "tests/core/odf/odffixture.h"
#include "tests/core/ods/spreadsheettesting.h"

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using document::HiddenAction;
using document::HiddenKind;
using formats::image::Pixels;

namespace {

constexpr const char *red = "\xff\x00\x00\xff";
constexpr const char *blue = "\x00\x00\xff\xff";

/// A picture of 8 x 2 pixels whose left half is red and whose right half is blue; 8 cm wide when it
/// has 100 pixels a metre.
QByteArray halves(quint32 perMetre = 100)
{
    Pixels pixels{8, 2, {}, perMetre, perMetre};
    for (int i = 0; i < 16; ++i) {
        pixels.rgba.append(i % 8 < 4 ? red : blue, 4);
    }
    return *formats::image::writePng(pixels);
}

QByteArray clipStyle(const QByteArray &name, const QByteArray &clip)
{
    return "<style:style style:name=\"" + name
           + "\" style:family=\"graphic\"><style:graphic-properties fo:clip=\"" + clip
           + "\"/></style:style>";
}

QByteArray framed(const QByteArray &style)
{
    return "<draw:frame draw:style-name=\"" + style
           + "\" svg:width=\"4cm\" svg:height=\"2cm\"><draw:image "
             "xlink:href=\"Pictures/p.png\"/></draw:frame>";
}

OdfBuilder showing(const QByteArray &frames, const QByteArray &styles,
                   const QByteArray &picture = halves())
{
    OdfBuilder builder = OdfBuilder::text("<text:p>" + frames + "</text:p>", styles);
    builder.parts.push_back({"Pictures/p.png", picture});
    return builder;
}

std::vector<Pixels> picturesOf(const document::Document &document)
{
    std::vector<Pixels> pictures;
    const auto visited = document.visitParts([&](const document::PartView &part) {
        if (part.name.startsWith(u"Pictures/"_s)) {
            if (auto pixels = formats::image::readPngPixels(part.bytes.toByteArray())) {
                pictures.push_back(*pixels);
            }
        }
    });
    return visited ? pictures : std::vector<Pixels>();
}

OdfPtr applied(const OdfBuilder &builder, const document::RedactionPlan &plan = {})
{
    const OdfPtr document = openOdf(builder);
    if (!document) {
        return nullptr;
    }
    const QString name = builder.type.startsWith(odfSlides) ? u"a.odp"_s : u"a.odt"_s;
    auto written = tryOpen(appliedBytes(*document, plan), name);
    return written ? *written : nullptr;
}

QByteArray repeated(const char *pixel, int times)
{
    return QByteArray(pixel, 4).repeated(times);
}

QByteArray shape(const QByteArray &attributes, const QByteArray &word)
{
    return "<draw:custom-shape svg:x=\"1cm\" svg:y=\"1cm\" svg:width=\"2cm\" svg:height=\"1cm\" "
           + attributes + "><text:p>" + word + "</text:p></draw:custom-shape>";
}

QByteArray page(const QByteArray &shapes)
{
    return "<draw:page draw:name=\"page1\" draw:master-page-name=\"Default\">" + shapes
           + "</draw:page>";
}

QByteArray layers(const QByteArray &layers)
{
    return "<draw:layer-set><draw:layer draw:name=\"layout\"/><draw:layer "
           "draw:name=\"background\"/><draw:layer draw:name=\"backgroundobjects\"/><draw:layer "
           "draw:name=\"controls\"/><draw:layer draw:name=\"measurelines\"/>"
           + layers + "</draw:layer-set>";
}

OdfBuilder withLayers(const QByteArray &shapes, const QByteArray &set)
{
    OdfBuilder builder = OdfBuilder::slides(page(shapes));
    QByteArray &styles = builder.parts[1].second;
    styles.replace("<office:master-styles>", QByteArray("<office:master-styles>" + layers(set)));
    return builder;
}

}   // namespace

/// What drawings in OpenDocument files show in part, or not at all.
class TestOdfDrawings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheVisibleHalfIsStored_data()
    {
        QTest::addColumn<QByteArray>("clip");
        QTest::newRow("with commas") << QByteArray("rect(0cm, 0cm, 0cm, 4cm)");
        QTest::newRow("with blanks") << QByteArray("rect(0cm 0cm 0cm 40mm)");
        QTest::newRow("auto") << QByteArray("rect(auto, auto, auto, 4cm)");
    }

    void onlyTheVisibleHalfIsStored()
    {
        QFETCH(QByteArray, clip);
        const OdfBuilder builder = showing(framed("c1"), clipStyle("c1", clip));
        QVERIFY(hiddenOf(*openOdf(builder), HiddenKind::CroppedAreas));
        const OdfPtr written = applied(builder);
        QVERIFY(written);
        const std::vector<Pixels> pictures = picturesOf(*written);
        QCOMPARE(pictures.size(), size_t{1});
        QCOMPARE(pictures[0].rgba, repeated(blue, 8));
        QVERIFY(!partOf(*written, u"content.xml"_s).contains("fo:clip"));
        QVERIFY(!hiddenOf(*written, HiddenKind::CroppedAreas));
    }

    void aPictureThatIsUsedThriceKeepsItsCrops()
    {
        const QByteArray styles = clipStyle("c1", "rect(0cm, 4cm, 0cm, 0cm)")
                                  + clipStyle("c2", "rect(0cm, 0cm, 0cm, 4cm)")
                                  + clipStyle("c3", "rect(0cm, 0cm, 0cm, 0cm)");
        const OdfBuilder builder =
            showing(framed("c1") + framed("c2") + framed("c3") + framed("c1"), styles);
        QCOMPARE(hiddenOf(*openOdf(builder), HiddenKind::CroppedAreas)->count, 3);
        const std::vector<Pixels> pictures = picturesOf(*applied(builder));
        QCOMPARE(pictures.size(), size_t{3});
        QCOMPARE(pictures[0].rgba, repeated(red, 8));
        QCOMPARE(pictures[1].rgba, repeated(blue, 8));
        QCOMPARE(pictures[2].width, 8);
    }

    void picturesThatDoNotSayHowDenseTheyAreHave96PixelsAnInch()
    {
        // 4 of 8 pixels are 3 points
        const OdfBuilder builder =
            showing(framed("c1"), clipStyle("c1", "rect(0pt, 3pt, 0pt, 0pt)"), halves(0));
        QCOMPARE(picturesOf(*applied(builder)).at(0).rgba, repeated(red, 8));
    }

    void roomAroundThePictureStays()
    {
        const OdfBuilder builder =
            showing(framed("c1"), clipStyle("c1", "rect(0cm, -4cm, 0cm, 4cm)"));
        const OdfPtr written = applied(builder);
        QCOMPARE(picturesOf(*written).at(0).rgba, repeated(blue, 8));
        QVERIFY(partOf(*written, u"content.xml"_s).contains("rect(0cm, -4cm, 0cm, 0cm)"));
        const std::vector<Pixels> again = picturesOf(*written);
        QCOMPARE(again.at(0).width, 4);
    }

    void keptCropsLeaveThePictureWhole()
    {
        const OdfBuilder builder =
            showing(framed("c1"), clipStyle("c1", "rect(0cm, 0cm, 0cm, 4cm)"));
        document::RedactionPlan plan;
        plan.hidden[hiddenOf(*openOdf(builder), HiddenKind::CroppedAreas)->id] = HiddenAction::Keep;
        const OdfPtr written = applied(builder, plan);
        QCOMPARE(picturesOf(*written).at(0).width, 8);
        QVERIFY(partOf(*written, u"content.xml"_s).contains("fo:clip"));
    }

    void picturesInCellsAreCutToo()
    {
        OdsFile file;
        file.automaticStyles = clipStyle("gr1", "rect(0cm, 0cm, 0cm, 4cm)");
        file.sheets =
            odsTable("A", odsRow("<table:table-cell>" + framed("gr1") + "</table:table-cell>"));
        file.parts = {{"Pictures/p.png", halves()}};
        const auto opened = tryOpen(odsBytes(file), u"a.ods"_s);
        QVERIFY(opened);
        QVERIFY(hiddenOf(**opened, HiddenKind::CroppedAreas));
        const auto written = tryOpen(appliedBytes(**opened, {}), u"a.ods"_s);
        QVERIFY(written);
        QCOMPARE(picturesOf(**written).at(0).rgba, repeated(blue, 8));
        QVERIFY(!partOf(**written, u"content.xml"_s).contains("fo:clip"));
    }

    void picturesInTheMarkupStay()
    {
        const QByteArray inside = "<text:p><draw:frame draw:style-name=\"c1\" svg:width=\"4cm\" "
                                  "svg:height=\"2cm\"><draw:image><office:binary-data>"
                                  + halves().toBase64()
                                  + "</office:binary-data></draw:image></draw:frame></text:p>";
        const OdfBuilder whole = OdfBuilder::text(inside);
        const OdfPtr written = applied(whole);
        QCOMPARE(picturesOf(*written).at(0).width, 8);
        QVERIFY(partOf(*written, u"content.xml"_s).contains("xlink:href=\"Pictures/"));
        QVERIFY(!partOf(*written, u"content.xml"_s).contains("binary-data"));
        const OdfBuilder cropped =
            OdfBuilder::text(inside, clipStyle("c1", "rect(0cm, 0cm, 0cm, 4cm)"));
        QVERIFY(hiddenOf(*openOdf(cropped), HiddenKind::CroppedAreas));
        QCOMPARE(picturesOf(*applied(cropped)).at(0).rgba, repeated(blue, 8));
    }

    void aPictureInTheMarkupThatCannotBeCleanedIsListed()
    {
        const OdfBuilder builder =
            OdfBuilder::text("<text:p><draw:frame><draw:image><office:binary-data>"
                             + QByteArray("<svg>Quillfeather</svg>").toBase64()
                             + "</office:binary-data></draw:image></draw:frame></text:p>");
        QVERIFY(hiddenOf(*openOdf(builder), HiddenKind::PictureFormats));
        const OdfPtr written = applied(builder);
        QCOMPARE(picturesOf(*written).at(0).width, 1);
        const QByteArray encoded = QByteArray("<svg>Quillfeather</svg>").toBase64();
        QVERIFY(!partOf(*written, u"content.xml"_s).contains(encoded));
    }

    void wordsOfASlideStandInTheirShapes()
    {
        const QByteArray box = "<draw:frame svg:x=\"3cm\" svg:y=\"2cm\" svg:width=\"5cm\" "
                               "svg:height=\"1cm\"><draw:text-box><text:p>Heron</text:p>"
                               "</draw:text-box></draw:frame>";
        const OdfPtr document = openOdf(OdfBuilder::slides(page("<draw:g>" + box + "</draw:g>")));
        QVERIFY(document);
        const auto slides = document->slides();
        QCOMPARE(slides.at(0).shapes.size(), size_t{1});
        const document::SlideShape &shape = slides.at(0).shapes.at(0);
        QVERIFY(shape.x > 80 && shape.x < 90);   // 3 cm
        QVERIFY(!shape.filled);
        QCOMPARE(shape.blocks.at(0).kind, document::FlowKind::Paragraph);
    }

    void namesOfEquationsStay()
    {
        const OdfBuilder builder = OdfBuilder::slides(
            page("<draw:custom-shape svg:width=\"1cm\" svg:height=\"1cm\"><draw:enhanced-geometry "
                 "draw:enhanced-path=\"M 0 0 L ?f0 10 N\"><draw:equation draw:name=\"f0\" "
                 "draw:formula=\"logwidth/2\"/><draw:equation draw:name=\"Quillfeather\" "
                 "draw:formula=\"1\"/></draw:enhanced-geometry></draw:custom-shape>"));
        const QByteArray content = partOf(*applied(builder), u"content.xml"_s);
        QVERIFY(content.contains("draw:name=\"f0\""));
        QVERIFY(!content.contains("Quillfeather"));
    }

    void hiddenShapesGo_data()
    {
        QTest::addColumn<QByteArray>("hidden");
        QTest::addColumn<bool>("grouped");
        for (const bool grouped : {false, true}) {
            const char *where = grouped ? "in groups" : "alone";
            QTest::addRow("display none, %s", where)
                << QByteArray("draw:display=\"none\"") << grouped;
            QTest::addRow("on a hidden layer, %s", where)
                << QByteArray("draw:layer=\"Drafts\"") << grouped;
            QTest::addRow("off the slide, %s", where) << QByteArray("draw:id=\"OFF\"") << grouped;
        }
    }

    void hiddenShapesGo()
    {
        QFETCH(QByteArray, hidden);
        QFETCH(bool, grouped);
        QByteArray drawn = shape(hidden, "Quillfeather");
        if (hidden.contains("OFF")) {
            drawn.replace("svg:x=\"1cm\"", "svg:x=\"44cm\"");
        }
        const QByteArray open = grouped ? "<draw:g><draw:g>" : "";
        const QByteArray close = grouped ? "</draw:g></draw:g>" : "";
        const OdfBuilder builder =
            withLayers(open + drawn + shape("draw:layer=\"layout\"", "Everybody sees this") + close,
                       "<draw:layer draw:name=\"Drafts\" draw:display=\"none\"/>");
        const OdfPtr document = openOdf(builder);
        QVERIFY(document);
        const HiddenKind kind =
            hidden.contains("OFF") ? HiddenKind::OffSlideShapes : HiddenKind::HiddenShapes;
        QVERIFY(hiddenOf(*document, kind));
        QCOMPARE(shownTexts(*document), QStringList{u"Everybody sees this"_s});
        const OdfPtr written = applied(builder);
        QVERIFY(!partOf(*written, u"content.xml"_s).contains("Quillfeather"));
        QVERIFY(partOf(*written, u"content.xml"_s).contains("Everybody sees this"));
        QVERIFY(!hiddenOf(*written, kind));
    }

    void layersThatNoWindowShowsAreHidden_data()
    {
        QTest::addColumn<QByteArray>("bits");
        QTest::addColumn<bool>("hidden");
        QTest::newRow("shown") << QByteArray("\xff") << false;
        QTest::newRow("not shown") << QByteArray("\x1f") << true;
    }

    void layersThatNoWindowShowsAreHidden()
    {
        QFETCH(QByteArray, bits);
        QFETCH(bool, hidden);
        OdfBuilder builder = withLayers(shape("draw:layer=\"Drafts\"", "Quillfeather"),
                                        "<draw:layer draw:name=\"Drafts\"/>");
        builder.parts.push_back(
            {"settings.xml",
             odfRoot("document-settings",
                     "<office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
                     "<config:config-item config:name=\"VisibleLayers\" "
                     "config:type=\"base64Binary\">"
                         + bits.toBase64()
                         + "</config:config-item></config:config-item-set></office:settings>")});
        const OdfPtr document = openOdf(builder);
        QVERIFY(document);
        QCOMPARE(hiddenOf(*document, HiddenKind::HiddenShapes) != nullptr, hidden);
        QCOMPARE(partOf(*applied(builder), u"content.xml"_s).contains("Quillfeather"), !hidden);
    }

    void hiddenShapesOfATextGoAtAnyDepth()
    {
        const OdfBuilder builder = OdfBuilder::text(
            "<text:p>Before<draw:g>" + shape("", "Everybody sees this") + "<draw:g>"
            + shape("draw:display=\"none\"", "Quillfeather") + "</draw:g></draw:g></text:p>");
        QVERIFY(hiddenOf(*openOdf(builder), HiddenKind::HiddenShapes));
        const QByteArray content = partOf(*applied(builder), u"content.xml"_s);
        QVERIFY(!content.contains("Quillfeather"));
        QVERIFY(content.contains("Everybody sees this"));
    }

    void keptHiddenShapesStay()
    {
        const OdfBuilder builder = OdfBuilder::slides(
            page("<draw:g>" + shape("draw:display=\"none\"", "Quillfeather") + "</draw:g>"));
        document::RedactionPlan plan;
        plan.hidden[hiddenOf(*openOdf(builder), HiddenKind::HiddenShapes)->id] = HiddenAction::Keep;
        const QByteArray content = partOf(*applied(builder, plan), u"content.xml"_s);
        QVERIFY(content.contains("Quillfeather"));
        QVERIFY(content.contains("draw:display=\"none\""));
    }

    void hiddenShapesOfASheetGo()
    {
        OdsFile file;
        file.sheets = odsTable(
            "A",
            odsRow("<table:table-cell><draw:g>" + shape("draw:display=\"none\"", "Quillfeather")
                   + shape("", "Everybody sees this") + "</draw:g></table:table-cell>"));
        const auto opened = tryOpen(odsBytes(file), u"a.ods"_s);
        QVERIFY(opened);
        QVERIFY(hiddenOf(**opened, HiddenKind::HiddenShapes));
        const auto written = tryOpen(appliedBytes(**opened, {}), u"a.ods"_s);
        QVERIFY(written);
        const QByteArray content = partOf(**written, u"content.xml"_s);
        QVERIFY(!content.contains("Quillfeather"));
        QVERIFY(content.contains("Everybody sees this"));
    }
};

QTEST_GUILESS_MAIN(TestOdfDrawings)
#include "tst_odfdrawings.moc"
