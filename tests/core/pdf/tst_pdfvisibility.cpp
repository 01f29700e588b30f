// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/pagereading.h"

#include <QTest>

using namespace expunge::pdf;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

class TestPdfVisibility : public QObject
{
    Q_OBJECT

    static QByteArray shown(const QByteArray &before, const QByteArray &after = {})
    {
        return before + " BT /F1 12 Tf 72 700 Td (secret) Tj ET " + after;
    }

private Q_SLOTS:
    void eachWayOfHidingIsTold_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Unseen>("unseen");
        const auto row = [](const char *name, const QByteArray &content, Unseen unseen) {
            QTest::newRow(name) << content << unseen;
        };
        row("plain", shown({}), Unseen::Visible);
        row("no ink", shown("3 Tr"), Unseen::NoInk);
        row("clips", shown("7 Tr", "0 0 600 800 re f"), Unseen::Visible);
        row("white on paper", shown("1 g"), Unseen::SameColour);
        row("nearly white", shown("0.99 g"), Unseen::SameColour);
        row("white by cmyk", shown("0 0 0 0 k"), Unseen::SameColour);
        row("white on black", shown("0 g 60 690 100 30 re f 1 g"), Unseen::Visible);
        row("black on black", shown("0 g 60 690 100 30 re f"), Unseen::SameColour);
        row("white line around white", shown("1 g 1 G 2 Tr"), Unseen::SameColour);
        row("black line around white", shown("1 g 0 G 2 Tr"), Unseen::Visible);
        row("covered", shown({}, "1 0 0 rg 60 690 100 30 re f"), Unseen::Covered);
        row("covered in part", shown({}, "1 0 0 rg 60 690 100 10 re f"), Unseen::Visible);
        row("marked by a frame", shown({}, "60 690 100 30 re S"), Unseen::Visible);
        row("under a clear mark", shown({}, "/Clear gs 1 1 0 rg 60 690 100 30 re f"),
            Unseen::Visible);
        row("under a round clip",
            shown({}, "60 690 m 60 720 160 720 160 690 c W n 60 690 100 30 re f"), Unseen::Visible);
        row("behind a picture", shown({}, "q 100 0 0 30 60 690 cm /Im Do Q"), Unseen::Covered);
        row("behind a stencil", shown({}, "q 100 0 0 30 60 690 cm /Mask Do Q"), Unseen::Visible);
        row("read from a scan", shown("3 Tr q 612 0 0 792 0 0 cm /Im Do Q"), Unseen::Visible);
        row("read from a scan above it", shown({}, "q 612 0 0 792 0 0 cm /Im Do Q"),
            Unseen::Visible);
        row("clipped away", shown("0 0 50 50 re W n"), Unseen::OffPage);
        row("off the page", shown("1 0 0 1 600 0 cm"), Unseen::OffPage);
        row("tiny", shown("0.05 0 0 0.05 50 50 cm"), Unseen::Tiny);
        row("squeezed", shown("1 Tz"), Unseen::Tiny);
        row("hidden layer", shown("/OC /Off BDC", "EMC"), Unseen::HiddenLayer);
        row("shown layer", shown("/OC /On BDC", "EMC"), Unseen::Visible);
    }
    void eachWayOfHidingIsTold()
    {
        QFETCH(QByteArray, content);
        QFETCH(Unseen, unseen);
        PdfFile file;
        const int font = file.addBaseFont();
        const int image = file.addGreyImage(1, 1, "x");
        const int mask = file.addGreyImage(1, 1, "x", "/ImageMask true");
        const int off = file.add("<< /Type /OCG /Name (off) >>");
        const int on = file.add("<< /Type /OCG /Name (on) >>");
        file.addToCatalog("/OCProperties << /OCGs [" + PdfFile::ref(off) + ' ' + PdfFile::ref(on)
                          + "] /D << /OFF [" + PdfFile::ref(off) + "] >> >>");
        file.addPage(content,
                     "/Font << /F1 " + PdfFile::ref(font) + " >> /XObject << /Im "
                         + PdfFile::ref(image) + " /Mask " + PdfFile::ref(mask)
                         + " >> /ExtGState << /Clear << /BM /Multiply >> >> /Properties << "
                           "/Off "
                         + PdfFile::ref(off) + " /On " + PdfFile::ref(on) + " >>");
        PageReading reading(file.bytes());
        const PageContent page = reading.page();
        QVERIFY(page.isUnderstood());
        for (const Glyph &glyph : page.glyphs) {
            QCOMPARE(static_cast<int>(glyph.unseen), static_cast<int>(unseen));
        }
    }

    void layersFollowTheDefaultConfiguration_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QByteArray>("layer");   // 3 0 R and 4 0 R are groups
        QTest::addColumn<bool>("isShown");
        const auto row = [](const char *name, const QByteArray &config, const QByteArray &layer,
                            bool isShown) { QTest::newRow(name) << config << layer << isShown; };
        const QByteArray off = "/OFF [3 0 R]";
        row("on", {}, "3 0 R", true);
        row("off", off, "3 0 R", false);
        row("base off", "/BaseState /OFF", "3 0 R", false);
        row("base off, named", "/BaseState /OFF /ON [3 0 R]", "3 0 R", true);
        row("only for print", "/AS [<< /Event /View /Category [/View] /OCGs [3 0 R] >>]", "3 0 R",
            false);
        row("print event", "/AS [<< /Event /Print /Category [/View] /OCGs [3 0 R] >>]", "3 0 R",
            true);
        row("any on", off, "<< /Type /OCMD /OCGs [3 0 R 4 0 R] >>", true);
        row("all on", off, "<< /Type /OCMD /P /AllOn /OCGs [3 0 R 4 0 R] >>", false);
        row("any off", off, "<< /Type /OCMD /P /AnyOff /OCGs [3 0 R 4 0 R] >>", true);
        row("all off", off, "<< /Type /OCMD /P /AllOff /OCGs [3 0 R 4 0 R] >>", false);
        row("not", off, "<< /Type /OCMD /VE [/Not 3 0 R] >>", true);
        row("and", off, "<< /Type /OCMD /VE [/And 4 0 R [/Or 3 0 R 4 0 R]] >>", true);
        row("and not", off, "<< /Type /OCMD /VE [/And 4 0 R [/Not 4 0 R]] >>", false);
    }
    void layersFollowTheDefaultConfiguration()
    {
        QFETCH(QByteArray, config);
        QFETCH(QByteArray, layer);
        QFETCH(bool, isShown);
        PdfFile file;
        file.add("<< /Type /OCG /Name (one) /Usage << /View << /ViewState /OFF >> >> >>");
        file.add("<< /Type /OCG /Name (two) >>");
        file.addToCatalog("/OCProperties << /OCGs [3 0 R 4 0 R] /D << " + config + " >> >>");
        const int font = file.addBaseFont();
        const int form = file.addForm("BT /F1 9 Tf 9 9 Td (x) Tj ET", "/OC " + layer);
        file.addPage("/OC /L BDC BT /F1 9 Tf 9 9 Td (x) Tj ET EMC /Fm Do",
                     "/Font << /F1 " + PdfFile::ref(font) + " >> /XObject << /Fm "
                         + PdfFile::ref(form) + " >> /Properties << /L " + layer + " >>");
        PageReading reading(file.bytes());
        const PageContent page = reading.page();
        QCOMPARE(page.glyphs.size(), 2U);
        for (const Glyph &glyph : page.glyphs) {
            QCOMPARE(glyph.unseen == Unseen::Visible, isShown);
        }
    }

    void hiddenTextIsABlockOfItsOwn()
    {
        PageReading reading(pdfSample(u"planted/26_white_under.pdf"_s));
        QCOMPARE(reading.blocks(Unseen::SameColour), u"white Quixvane text"_s);
        QCOMPARE(reading.blocks(Unseen::Covered), u"under Quixvane img"_s);
        QCOMPARE(reading.blocks(Unseen::Visible), QString());
        PageReading layers(pdfSample(u"planted/17_ocg_hidden.pdf"_s));
        QCOMPARE(layers.blocks(Unseen::HiddenLayer), u"hidden Quixvane text"_s);
        PageReading cropped(pdfSample(u"planted/25_cropped.pdf"_s));
        QCOMPARE(cropped.blocks(Unseen::OffPage), u"cropped Quixvane text"_s);
    }
};

QTEST_GUILESS_MAIN(TestPdfVisibility)
#include "tst_pdfvisibility.moc"
