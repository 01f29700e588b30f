// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/pagereading.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace expunge::pdf;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

class TestPdfInterpreter : public QObject
{
    Q_OBJECT

    static QString textOf(const PageContent &page)
    {
        QString text;
        for (const Glyph &glyph : page.glyphs) {
            text += glyph.text;
        }
        return text;
    }

    static Point originOf(const PageContent &page, qsizetype glyph)
    {
        const Matrix &place = page.glyphs[static_cast<std::size_t>(glyph)].toPage;
        return {place.e, place.f};
    }

    static bool has(const PageContent &page, PageProblem problem)
    {
        return std::find(page.problems.begin(), page.problems.end(), problem)
               != page.problems.end();
    }

    static bool isNear(const Point &one, const Point &other)
    {
        return std::abs(one.x - other.x) < 1e-6 && std::abs(one.y - other.y) < 1e-6;
    }

private Q_SLOTS:
    void glyphsKnowWhereTheyComeFrom()
    {
        PageReading reading(pageOf("BT /F1 10 Tf 72 700 Td [(AB) -100 (\\103)] TJ ET"));
        const PageContent page = reading.page();
        QVERIFY(page.isUnderstood());
        QCOMPARE(textOf(page), u"ABC"_s);
        QCOMPARE(page.glyphs[1].operation, 3);
        QCOMPARE(page.glyphs[1].token, 1);
        QCOMPARE(page.glyphs[1].byte, 1);
        QCOMPARE(page.glyphs[2].token, 3);
        QVERIFY(isNear(originOf(page, 1), {72 + 6.67, 700}));
        QVERIFY(isNear(originOf(page, 2), {72 + 6.67 + 6.67 + 1, 700}));
        const ShowState &state = page.states[static_cast<std::size_t>(page.glyphs[0].state)];
        QCOMPARE(state.size, 10.0);
        QCOMPARE(state.fontName, QByteArray("F1"));
    }

    void lineOperatorsMoveAsTheStandardSays()
    {
        PageReading reading(pageOf("BT /F1 10 Tf 10 700 Td 12 TL (a) ' (b) ' 3 1 (c d) \" 0 -20 TD "
                                   "(e) Tj T* (f) Tj 5 -7 Td (g) Tj ET"));
        const PageContent page = reading.page();
        QVERIFY(isNear(originOf(page, 0), {10, 688}));
        QVERIFY(isNear(originOf(page, 1), {10, 676}));
        QVERIFY(isNear(originOf(page, 2), {10, 664}));
        QVERIFY(isNear(originOf(page, 4), {10 + 5 + 1 + 2.78 + 1 + 3, 664}));   // Tc 1, Tw 3
        QVERIFY(isNear(originOf(page, 5), {10, 644}));
        QVERIFY(isNear(originOf(page, 6), {10, 624}));   // TD set the leading to 20
        QVERIFY(isNear(originOf(page, 7), {15, 617}));
    }

    void scaleSpacingAndRiseCount()
    {
        PageReading reading(pageOf("BT /F1 10 Tf 50 Tz 2 Tc 3 Ts 1 0 0 1 100 500 Tm (AB) Tj ET"));
        const PageContent page = reading.page();
        QVERIFY(isNear(originOf(page, 0), {100, 503}));
        QVERIFY(isNear(originOf(page, 1), {100 + (6.67 + 2) / 2, 503}));
        QCOMPARE(page.glyphs[0].toPage.a, 0.5);
        const Rect box = page.glyphs[0].quad.bounds();
        QVERIFY(std::abs(box.width() - 3.335) < 1e-6);
    }

    void stateIsSavedAndRestored()
    {
        PageReading reading(pageOf("/F1 10 Tf q /F2 20 Tf 2 0 0 2 0 0 cm Q BT (A) Tj ET Q Q"));
        const PageContent page = reading.page();
        QCOMPARE(page.states[0].size, 10.0);
        QCOMPARE(page.glyphs[0].toPage.a, 1.0);
    }

    void contentMayBeSplitBetweenTokens()
    {
        PdfFile file;
        const int font = file.addBaseFont();
        const int one = file.addStream("BT /F1 10 Tf 72 700 Td (spl");
        const int two = file.addStream("it) Tj ET BT 0 0");
        const int three = file.addStream("Td (x) Tj ET");
        file.addPage({}, "/Font << /F1 " + PdfFile::ref(font) + " >>",
                     "/Contents [" + PdfFile::ref(two) + ' ' + PdfFile::ref(three) + ']');
        Q_UNUSED(one);
        PageReading reading(file.bytes());
        const PageContent page = reading.page();
        QCOMPARE(page.uses[0].content->operations.back().op, Operator::EndText);
    }

    void formsAreUsesWithTheirOwnSpace()
    {
        PdfFile file;
        const QByteArray fonts = "/Font << /F1 " + PdfFile::ref(file.addBaseFont()) + " >>";
        const int inner = file.addForm("BT /F1 10 Tf (in) Tj ET", "/Matrix [2 0 0 2 5 5]");
        const int outer = file.addForm("q 1 0 0 1 10 0 cm /In Do Q",
                                       "/Resources << " + fonts + " /XObject << /In "
                                           + PdfFile::ref(inner) + " >> >>");
        file.addPage("q 1 0 0 1 100 100 cm /Out Do Q /Out Do",
                     "/XObject << /Out " + PdfFile::ref(outer) + " >>");
        PageReading reading(file.bytes());
        const PageContent page = reading.page();
        QVERIFY(page.isUnderstood());   // the inner form takes the resources of the outer one
        QCOMPARE(textOf(page), u"inin"_s);
        QCOMPARE(page.uses.size(), 5U);
        QCOMPARE(page.uses[2].caller, 1);
        QCOMPARE(page.uses[2].name, QByteArray("In"));
        QVERIFY(page.uses[1].shared && page.uses[2].shared);
        QVERIFY(isNear(originOf(page, 0), {115, 105}));
        QVERIFY(isNear(originOf(page, 2), {15, 5}));
    }

    void formsOfOtherPagesAreShared()
    {
        PdfFile file;
        const int form = file.addForm("0 0 9 9 re f");
        const int own = file.addForm("0 0 9 9 re f");
        const QByteArray both =
            "/XObject << /A " + PdfFile::ref(form) + " /B " + PdfFile::ref(own) + " >>";
        file.addPage("/A Do /B Do", both);
        file.addPage("", "/XObject << /A " + PdfFile::ref(form) + " >>");
        PageReading reading(file.bytes());
        const PageContent page = reading.page();
        QVERIFY(page.uses[1].shared);
        QVERIFY(!page.uses[2].shared);
    }

    void formsThatPaintThemselvesEnd()
    {
        PdfFile file;
        const int form = file.addForm("/Me Do", "/Resources << /XObject << /Me 3 0 R >> >>");
        QCOMPARE(form, 3);
        file.addPage("/Me Do", "/XObject << /Me 3 0 R >>");
        PageReading reading(file.bytes());
        QVERIFY(has(reading.page(), PageProblem::TooDeep));
    }

    void formsMayNestSixtyDeepAndNoMore()
    {
        for (const int depth : {60, 70}) {
            PdfFile file;
            const int font = file.addBaseFont();
            int last = file.addForm("BT /F1 9 Tf (deep) Tj ET",
                                    "/Resources << /Font << /F1 " + PdfFile::ref(font) + " >> >>");
            for (int i = 0; i < depth; ++i) {
                last = file.addForm("/X Do", "/Resources << /XObject << /X " + PdfFile::ref(last)
                                                 + " >> >>");
            }
            file.addPage("/X Do", "/XObject << /X " + PdfFile::ref(last) + " >>");
            PageReading reading(file.bytes());
            const PageContent page = reading.page();
            QCOMPARE(has(page, PageProblem::TooDeep), depth > 64);
            QCOMPARE(textOf(page), depth > 64 ? QString() : u"deep"_s);
        }
    }

    void formsThatMultiplyAreBounded()
    {
        PdfFile file;
        int last = file.addForm("0 0 1 1 re f");
        for (int i = 0; i < 30; ++i) {
            last = file.addForm(QByteArray("/X Do ").repeated(10),
                                "/Resources << /XObject << /X " + PdfFile::ref(last) + " >> >>");
        }
        file.addPage("/X Do", "/XObject << /X " + PdfFile::ref(last) + " >>");
        PageReading reading(file.bytes());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(has(reading.page(), PageProblem::TooMuch));
        QVERIFY(timer.elapsed() < 5000);
    }

    void patternsAndMasksAndProceduresAreUses()
    {
        for (const auto &[name, kind] :
             {std::pair{u"planted/13_pattern_text.pdf"_s, UseKind::Pattern},
              std::pair{u"planted/14_softmask_text.pdf"_s, UseKind::SoftMask}}) {
            PageReading reading(pdfSample(name));
            const PageContent page = reading.page();
            QVERIFY(page.isUnderstood());
            QCOMPARE(page.uses[1].kind, kind);
            QVERIFY(textOf(page).contains(u"Quixvane"_s));
            QVERIFY(page.uses[1].callerOperation >= 0);
        }
    }

    void appearancesStandInTheirRectangles()
    {
        PdfFile file;
        const int font = file.addBaseFont();
        const int form = file.addForm("BT /F1 10 Tf 1 2 Td (note) Tj ET",
                                      "/Resources << /Font << /F1 " + PdfFile::ref(font) + " >> >>",
                                      "0 0 50 20");
        file.addPage({}, {},
                     "/Annots [<< /Type /Annot /Subtype /Stamp /Rect [100 200 200 240] /AP << "
                     "/N "
                         + PdfFile::ref(form)
                         + " >> >> << /Subtype /Stamp /F 2 /Rect [0 0 "
                           "50 20] /AP << /N << /On "
                         + PdfFile::ref(form) + " >> >> /AS /On >>]");
        PageReading reading(file.bytes());
        const PageContent page = reading.page();
        QCOMPARE(page.uses[1].kind, UseKind::Appearance);
        QCOMPARE(page.uses[1].annotation, 0);
        QVERIFY(isNear(originOf(page, 0), {102, 204}));
        QCOMPARE(page.uses[2].annotation, 1);
        QCOMPARE(page.glyphs.back().unseen, Unseen::HiddenLayer);   // flag Hidden
    }

    void picturesAndInlinePicturesAreFound()
    {
        PdfFile file;
        const int image = file.addGreyImage(1, 1, "x");
        file.addPage(
            "q 100 0 0 50 10 20 cm /Im Do Q q 0 30 -30 0 300 300 cm BI /W 1 /H 1 /IM true ID "
            "x EI Q",
            "/XObject << /Im " + PdfFile::ref(image) + " >>");
        PageReading reading(file.bytes());
        PageContent page = reading.page();
        QCOMPARE(page.images.size(), 2U);
        QCOMPARE(page.images[0].bounds, (Rect{10, 20, 110, 70}));
        QVERIFY(!page.images[0].mask && page.images[0].object.isStream());
        QCOMPARE(page.images[1].bounds, (Rect{270, 300, 300, 330}));
        QVERIFY(page.images[1].mask && page.images[1].object.isNull());
    }

    void pathsHaveBoundsAndClips()
    {
        PageReading reading(pageOf("4 w 10 10 m 110 10 l S 0 0 100 100 re W n 50 50 200 200 re f "
                                   "10 10 m 20 10 l 20 20 l h f"));
        const PageContent page = reading.page();
        QCOMPARE(page.paths.size(), 4U);
        QCOMPARE(page.paths[0].bounds, (Rect{8, 8, 112, 12}));
        QCOMPARE(page.paths[0].paint, PathPaint::Stroke);
        QCOMPARE(page.paths[1].paint, PathPaint::ClipOnly);
        QVERIFY(page.paths[1].clips);
        QCOMPARE(page.paths[2].visible, (Rect{50, 50, 100, 100}));
        QVERIFY(page.paths[2].isRectangle && page.paths[2].opaque);
        QCOMPARE(page.paths[2].firstOperation, 7);
        QCOMPARE(page.paths[2].lastOperation, 8);
        QVERIFY(!page.paths[3].isRectangle);
    }

    void coloursAreTold_data()
    {
        QTest::addColumn<QByteArray>("operators");
        QTest::addColumn<quint32>("rgb");
        QTest::newRow("grey") << QByteArray("0.5 g") << 0x808080U;
        QTest::newRow("rgb") << QByteArray("1 0 0.2 rg") << 0xFF0033U;
        QTest::newRow("cmyk") << QByteArray("0 1 1 0 k") << 0xFF0000U;
        QTest::newRow("icc") << QByteArray("/Icc cs 0 1 0 sc") << 0x00FF00U;
        QTest::newRow("separation") << QByteArray("/Sep cs 1 scn") << 0x0000FFU;
        QTest::newRow("indexed") << QByteArray("/Idx cs 1 sc") << 0x102030U;
        QTest::newRow("initial") << QByteArray("1 g /Icc cs") << 0x000000U;
        QTest::newRow("lab") << QByteArray("/Lab cs 100 0 0 sc") << 0xFFFFFFU;
    }
    void coloursAreTold()
    {
        QFETCH(QByteArray, operators);
        QFETCH(quint32, rgb);
        PdfFile file;
        const int profile = file.addStream("", "/N 3");
        const QByteArray spaces = "/ColorSpace << /Icc [/ICCBased " + PdfFile::ref(profile)
                                  + "] /Sep [/Separation /Spot /DeviceRGB << /FunctionType 2 /N 1 "
                                    "/Domain [0 1] /C0 [1 1 1] "
                                    "/C1 [0 0 1] >>] /Idx [/Indexed /DeviceRGB 1 <000000102030>] "
                                    "/Lab [/Lab << /WhitePoint "
                                    "[0.96 1 0.82] >>] >>";
        file.addPage(operators + " 0 0 9 9 re f", spaces);
        PageReading reading(file.bytes());
        const PathUse path = reading.page().paths.at(0);
        QVERIFY(path.fillKnown);
        for (const int shift : {0, 8, 16}) {
            QVERIFY(std::abs(static_cast<int>(path.fillRgb >> shift & 0xFF)
                             - static_cast<int>(rgb >> shift & 0xFF))
                    <= 4);
        }
    }

    void markedContentIsNestedWithItsNumbers()
    {
        PageReading reading(
            pageOf("/P << /MCID 3 >> BDC /Span << /ActualText (x) >> BDC BT /F1 9 Tf "
                   "(a) Tj EMC (b) Tj ET EMC /M /Prop DP",
                   "/Properties << /Prop << /Alt (y) >> >>"));
        const PageContent page = reading.page();
        QCOMPARE(page.marked.size(), 3U);
        QCOMPARE(page.marked[0].mcid, 3);
        QCOMPARE(page.marked[1].parent, 0);
        QVERIFY(page.marked[1].hasText && !page.marked[0].hasText && page.marked[2].hasText);
        QCOMPARE(page.glyphs[0].marked, 1);
        QCOMPARE(page.glyphs[1].marked, 0);
    }

    void boxesAndTurnsAreInherited()
    {
        PdfFile file;
        file.addPage("", {}, "/MediaBox [0 0 400 300] /CropBox [-50 10 200 900] /Rotate -90");
        PageReading reading(file.bytes());
        const PageContent page = reading.page();
        QCOMPARE(page.cropBox, (Rect{0, 10, 200, 300}));
        QCOMPARE(page.rotation, 270);
    }

    void problemsAreReported()
    {
        const auto problems = [](const QByteArray &content) {
            PageReading reading(pageOf(content));
            return reading.page();
        };
        QVERIFY(has(problems("1 2 zz"), PageProblem::UnknownOperator));
        QVERIFY(has(problems("q ) Q"), PageProblem::DamagedContent));
        QVERIFY(has(problems("BT /Nope 9 Tf (a) Tj ET"), PageProblem::UnknownFont));
        QVERIFY(has(problems("BT (a) Tj ET"), PageProblem::MissingResource));
        const QByteArray far = '1' + QByteArray(40, '0');
        QVERIFY(has(problems("BT /F1 9 Tf " + far + " 0 0 " + far + " 0 0 Tm (a) Tj ET"),
                    PageProblem::NotFinite));
        QVERIFY(problems("BT /F1 9 Tf (a) Tj ET /Nothing Do").isUnderstood());
    }

    void readingTwiceGivesTheSame()
    {
        PageReading reading(pdfSample(u"planted/31_libreoffice_tagged.pdf"_s));
        const PageContent one = reading.page();
        const PageContent other = reading.page();
        QCOMPARE(one.glyphs.size(), other.glyphs.size());
        for (std::size_t i = 0; i < one.glyphs.size(); ++i) {
            QCOMPARE(one.glyphs[i].operation, other.glyphs[i].operation);
            QCOMPARE(one.glyphs[i].paintOrder, other.glyphs[i].paintOrder);
        }
    }

    void aStoppedReadingSaysSo()
    {
        PageReading reading(pageOf("0 0 1 1 re f"));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!reading.interpreter().read(0, {.stop = stop.get_token(), .progress = {}}));
    }
};

QTEST_GUILESS_MAIN(TestPdfInterpreter)
#include "tst_pdfinterpreter.moc"
