// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/scrubbing.h"
#include "tests/support/pdffile.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFWriter.hh>

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<QPDF> parsed(const QByteArray &bytes, const char *password = "")
{
    auto file = QPDF::create();
    file->setSuppressWarnings(true);
    file->processMemoryFile("file", bytes.constData(), static_cast<size_t>(bytes.size()), password);
    return file;
}

QByteArray written(QPDF &file)
{
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setPreserveUnreferencedObjects(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                      static_cast<qsizetype>(buffer->getSize()));
}

/// All dictionaries of an object, those in it too.
void gather(QPDFObjectHandle object, std::vector<QPDFObjectHandle> &all, int depth)
{
    if (depth > 20) {
        return;
    }
    if (object.isArray()) {
        for (const QPDFObjectHandle &item : object.aitems()) {
            if (!item.isIndirect()) {
                gather(item, all, depth + 1);
            }
        }
    }
    QPDFObjectHandle dict = object.isStream() ? object.getDict() : object;
    if (dict.isDictionary()) {
        all.push_back(dict);
        for (const std::string &key : dict.getKeys()) {
            if (!dict.getKey(key).isIndirect()) {
                gather(dict.getKey(key), all, depth + 1);
            }
        }
    }
}

}   // namespace

/// Nothing that the rebuilder does not know gets into its output.
class TestPdfRebuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownKeysNeverGetThrough()
    {
        const QDir folder(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/pdf/planted"));
        QRandomGenerator random(4);
        int cases = 0;
        for (const QString &name : folder.entryList({u"*.pdf"_s}, QDir::Files)) {
            if (name.startsWith(u"28_"_s)) {
                continue;   // encrypted
            }
            const QByteArray bytes = pdfSample(u"planted/"_s + name);
            for (int round = 0; round < 4; ++round) {
                const auto file = parsed(bytes);
                cases += plant(*file, random);
                const DocumentPtr document = openPdf(written(*file));
                QVERIFY2(document, qPrintable(name));
                const QByteArray output = scrubbed(*document, planFor(*document, u"none"_s));
                QVERIFY2(!output.isEmpty(), qPrintable(name));
                QVERIFY2(isGone(output, u"ZQXPLANTED"_s), qPrintable(name));
            }
        }
        QVERIFY2(cases >= 1000, qPrintable(QString::number(cases)));
    }

    void outputIsOneRevisionThatOwnsEveryByte()
    {
        const DocumentPtr document = openPdf(pdfSample(u"planted/18_incremental.pdf"_s));
        const QByteArray output = scrubbed(*document, planFor(*document, u"Quixvane"_s));
        QCOMPARE(output.count("%%EOF"), 1);
        QVERIFY(!output.contains("/Prev"));
        QVERIFY(output.trimmed().endsWith("%%EOF"));
        QVERIFY(output.startsWith("%PDF-1.7"));
    }

    void identifierComesFromTheContentAlone()
    {
        const QByteArray first = pdfSample(u"planted/01_plain_tj.pdf"_s);
        const auto file = parsed(first);
        file->getTrailer().replaceKey("/Info", QPDFObjectHandle::parse("<< /Title (other) >>"));
        const DocumentPtr one = openPdf(first);
        const DocumentPtr other = openPdf(written(*file));
        QCOMPARE(scrubbed(*one, planFor(*one, u"Quixvane"_s)),
                 scrubbed(*other, planFor(*other, u"Quixvane"_s)));
    }

    void scrubbingAgainChangesNothing()
    {
        const DocumentPtr document = openPdf(pdfSample(u"planted/31_libreoffice_tagged.pdf"_s));
        const QByteArray once = scrubbed(*document, planFor(*document, u"Quixvane"_s));
        const DocumentPtr again = openPdf(once);
        QVERIFY(again);
        QCOMPARE(again->hiddenItems().size(), size_t{0});
        QCOMPARE(scrubbed(*again, planFor(*again, u"Quixvane"_s)), once);
    }

    void tagsStay()
    {
        const DocumentPtr document = openPdf(pdfSample(u"planted/31_libreoffice_tagged.pdf"_s));
        const auto file = parsed(scrubbed(*document, planFor(*document, u"Quixvane"_s)));
        QVERIFY(file->getRoot().getKey("/StructTreeRoot").isDictionary());
        QVERIFY(file->getRoot().getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    }

    void formsStayFillable()
    {
        const DocumentPtr document = openPdf(pdfSample(u"planted/09_acroform_annots.pdf"_s));
        const auto file = parsed(scrubbed(*document, planFor(*document, u"Quixvane"_s)));
        QPDFObjectHandle fields = file->getRoot().getKey("/AcroForm").getKey("/Fields");
        QCOMPARE(fields.getArrayNItems(), 1);
        QVERIFY(fields.getArrayItem(0).getKey("/FT").isNameAndEquals("/Tx"));
        QVERIFY(!fields.getArrayItem(0).hasKey("/DV"));
    }

    void linksToTheWebStay()
    {
        PdfFile file;
        const QByteArray font = PdfFile::ref(file.addBaseFont());
        file.addPage(
            "BT /F1 12 Tf 72 700 Td (see here) Tj ET", "/Font << /F1 " + font + " >>",
            "/Annots [ << /Type /Annot /Subtype /Link /Rect [72 690 120 712] /A << /S /URI "
            "/URI (https://example.org/a) >> >> << /Type /Annot /Subtype /Link /Rect "
            "[72 90 120 112] /A << /S /Launch /F (C:\\\\Tomas) >> >> ]");
        const DocumentPtr document = openPdf(file.bytes());
        const QByteArray output = scrubbed(*document, planFor(*document, u"none"_s));
        QVERIFY(!isGone(output, u"example.org"_s));
        QVERIFY(isGone(output, u"Tomas"_s));
    }

private:
    /// Puts an unknown key into every dictionary, with the word as a string, a name, a dictionary
    /// or a stream; returns how many.
    static int plant(QPDF &file, QRandomGenerator &random)
    {
        std::vector<QPDFObjectHandle> all;
        for (const QPDFObjectHandle &object : file.getAllObjects()) {
            gather(object, all, 0);
        }
        int count = 0;
        for (QPDFObjectHandle dict : all) {
            const std::string key = "/Zq" + std::to_string(random.bounded(100000));
            QPDFObjectHandle value;
            switch (random.bounded(4)) {
            case 0:
                value = QPDFObjectHandle::newString("ZQXPLANTED");
                break;
            case 1:
                value = QPDFObjectHandle::newName("/ZQXPLANTED");
                break;
            case 2:
                value = QPDFObjectHandle::parse("<< /ZQXPLANTED [(ZQXPLANTED)] >>");
                break;
            default:
                value = QPDFObjectHandle::newStream(&file, std::string("ZQXPLANTED"));
                break;
            }
            dict.replaceKey(key, value);
            ++count;
        }
        return count;
    }
};

QTEST_GUILESS_MAIN(TestPdfRebuild)
#include "tst_pdfrebuild.moc"
