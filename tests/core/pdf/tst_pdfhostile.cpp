// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/scrubbing.h"
#include "tests/support/pdffile.h"

#include <QElapsedTimer>
#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 patience = 20'000;   // milliseconds, on a machine that does other things as well

base::Result<DocumentPtr> opened(const QByteArray &bytes)
{
    return formats::builtinFormats().open({bytes, u"file.pdf"_s}, {});
}

/// Compressed zeros behind the header of zlib, without zlib's checksum of the length.
QByteArray bomb(qsizetype megabytes)
{
    const QByteArray zeros(megabytes << 20, '\0');
    return qCompress(zeros, 9).mid(4);
}

}   // namespace

/// Files that were made to hurt are refused or read, quickly, and never crash the program.
class TestPdfHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_timer.start(); }
    void cleanup() { QVERIFY(m_timer.elapsed() < patience); }

    void bombIsRefused()
    {
        PdfFile file;
        file.addPage(
            "", {}, "/Contents " + PdfFile::ref(file.addStream(bomb(300), "/Filter /FlateDecode")));
        const auto document = opened(file.bytes());
        QVERIFY(!document);
        QCOMPARE(document.error().code, base::ErrorCode::ExpansionLimit);
    }

    void damagedTableIsRecoveredAndSaid()
    {
        QByteArray bytes = pdfOfLines({u"Call Tomas"_s});
        bytes.replace("startxref", "startxfer");
        const auto document = opened(bytes);
        QVERIFY(document);
        QCOMPARE((*document)->textUnits().size(), size_t{1});
        QVERIFY(!(*document)->info().warnings.empty());
    }

    void cyclicPageTreeIsRead()
    {
        PdfFile file;
        const QByteArray font = PdfFile::ref(file.addBaseFont());
        file.addPage("BT /F1 12 Tf 72 700 Td (Tomas) Tj ET", "/Font << /F1 " + font + " >>");
        QByteArray bytes = file.bytes();
        bytes.replace("/Kids [", "/Kids [2 0 R ");
        const auto document = opened(bytes);
        QVERIFY(document);
        QCOMPARE((*document)->pages().size(), size_t{1});
    }

    void formThatPaintsItselfIsRead()
    {
        PdfFile file;
        const int form = file.addForm("q Q");
        file.replace(form,
                     "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << "
                     "/X "
                         + PdfFile::ref(form) + " >> >> /Length 5 >>\nstream\n/X Do\nendstream");
        file.addPage("/X Do", "/XObject << /X " + PdfFile::ref(form) + " >>");
        const auto document = opened(file.bytes());
        QVERIFY(document);
        QVERIFY((*document)->apply({}, {}));
    }

    void numbersThatAreNoneAreRead()
    {
        PdfFile file;
        const QByteArray font = PdfFile::ref(file.addBaseFont());
        file.addPage("1e38 0 0 nan 0 0 cm 99999999999999999999999999999999999999999 0 0 1 0 0 cm "
                     "BT /F1 1e308 Tf 72 700 Td (Tomas) Tj ET",
                     "/Font << /F1 " + font + " >>");
        const auto document = opened(file.bytes());
        QVERIFY(document);
        QVERIFY((*document)->apply({}, {}).has_value());
    }

    void fileWithoutPagesIsRefused()
    {
        QVERIFY(!opened(
            "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n"));
        QVERIFY(!opened("%PDF-1.7\n"));
    }

    void missingResourcesAreNoCrash()
    {
        PdfFile file;
        file.addPage("BT /F1 12 Tf 72 700 Td (Tomas) Tj ET /X Do /G gs /P sh");
        const auto document = opened(file.bytes());
        QVERIFY(document);
        QVERIFY((*document)->apply({}, {}));
    }

    void mapThatIsBasedOnItselfIsRefused()
    {
        PdfFile file;
        const QByteArray data = "begincmap endcmap";
        const int map = file.addStream(data);
        file.replace(map, "<< /Type /CMap /CMapName /A /UseCMap " + PdfFile::ref(map)
                              + " /Length 17 >>\nstream\n" + data + "\nendstream");
        file.addPage("");
        const auto document = opened(file.bytes());
        QVERIFY(!document);
        QCOMPARE(document.error().code, base::ErrorCode::Damaged);
    }

    void aMillionObjectsAreRefused()
    {
        QByteArray bytes =
            "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< "
            "/Type /Pages /Kids [] /Count 0 >>\nendobj\n";
        bytes.reserve(40 << 20);
        for (int i = 3; i < 1'000'003; ++i) {
            bytes += QByteArray::number(i) + " 0 obj\nnull\nendobj\n";
        }
        bytes += "trailer\n<< /Root 1 0 R >>\n";
        QVERIFY(!opened(bytes));
    }

private:
    QElapsedTimer m_timer;
};

QTEST_GUILESS_MAIN(TestPdfHostile)
#include "tst_pdfhostile.moc"
