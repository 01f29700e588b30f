// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pagedrawer.h"
#include "tests/core/pdf/pagereading.h"

#include <QDir>
#include <QTest>

using namespace expunge;
using namespace expunge::pdf;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

class TestPdfDrawer : public QObject
{
    Q_OBJECT

    static quint32 pixel(const document::PageImage &image, int x, int y)
    {
        quint32 value = 0;
        std::memcpy(&value, image.bytes.constData() + 4 * (y * image.width + x), 4);
        return value;
    }

    static std::unique_ptr<PageDrawer> drawer(const QByteArray &bytes,
                                              const QStringList &passwords = {})
    {
        auto opened = PageDrawer::open(bytes, u"test.pdf"_s, passwords);
        return opened ? std::move(*opened) : nullptr;
    }

private Q_SLOTS:
    void pagesAreDrawnAsTheyAreShown()
    {
        const auto page = drawer(
            pageOf("1 0 0 rg 100 100 20 40 re f", {}, "/CropBox [100 100 140 160] /Rotate 90"));
        const auto image = page->draw(0, 2);
        QVERIFY(image);
        QCOMPARE(image->width, 120);   // turned
        QCOMPARE(image->height, 80);
        QCOMPARE(image->bytes.size(), qsizetype{4} * 120 * 80);
        // The lower left corner of the page stands at the top left.
        QCOMPARE(pixel(*image, 4, 4), 0xFFFF0000U);
        QCOMPARE(pixel(*image, 100, 60), 0xFFFFFFFFU);
    }

    void whatCannotBeDrawnIsAnError()
    {
        const auto page = drawer(pageOf("q Q"));
        QCOMPARE(page->pageCount(), 1);
        QCOMPARE(page->draw(7, 1).error().code, base::ErrorCode::Damaged);
        QCOMPARE(page->draw(0, 100).error().code, base::ErrorCode::ExpansionLimit);
        QCOMPARE(PageDrawer::open("nothing", u"x.pdf"_s).error().code, base::ErrorCode::Damaged);
    }

    void encryptedFilesNeedTheirPassword()
    {
        const QByteArray bytes = pdfSample(u"planted/28_encrypted.pdf"_s);
        QVERIFY(drawer(bytes, {u"wrong"_s, u"owner"_s, u"user"_s}) || drawer(bytes));
    }

    void textIsReadByTheSecondEngine()
    {
        QCOMPARE(drawer(pdfOfLines({u"The project Quixvane"_s}))->text(0).trimmed(),
                 u"The project Quixvane"_s);
    }

    void agreementIsTheShareOfCommonLetters()
    {
        QCOMPARE(agreement({}, u" \n"_s), 1.0);
        QCOMPARE(agreement(u"abc"_s, u"c b a"_s), 1.0);
        QCOMPARE(agreement(u"abcd"_s, u"ab"_s), 0.5);
        QCOMPARE(agreement(u"\uFB01x"_s, u"fix"_s), 1.0);
        QCOMPARE(agreement(u"aaaa"_s, u"b"_s), 0.0);
    }

    void bothEnginesAgreeOnThePlantedFiles()
    {
        const QDir folder(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/pdf/planted"));
        int compared = 0;
        for (const QString &name : folder.entryList({u"*.pdf"_s})) {
            // Poppler reads others from these: what stands in ActualText; no Unicode in the file;
            // in a pattern; encrypted.
            if (name.startsWith(u"04"_s) || name.startsWith(u"06b"_s) || name.startsWith(u"13"_s)
                || name.startsWith(u"28"_s)) {
                continue;
            }
            const QByteArray bytes = pdfSample(u"planted/"_s + name);
            const auto page = drawer(bytes);
            PageReading reading(bytes);
            for (int i = 0; i < page->pageCount(); ++i) {
                const QString ours = readableText(reading.text(i));
                QVERIFY2(agreement(ours, page->text(i)) > 0.99,
                         qPrintable(name + u": "_s + ours + u" / "_s + page->text(i)));
                ++compared;
            }
        }
        QVERIFY(compared > 40);
    }
};

QTEST_GUILESS_MAIN(TestPdfDrawer)
#include "tst_pdfdrawer.moc"
