// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/scrubbing.h"
#include "tests/support/pdffile.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

const document::HiddenItem *itemOf(const document::Document &document, HiddenKind kind)
{
    for (const document::HiddenItem &item : document.hiddenItems()) {
        if (item.kind == kind) {
            return &item;
        }
    }
    return nullptr;
}

}   // namespace

/// What a PDF file hides is listed, goes by default, and stays where it is kept.
class TestPdfHidden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChannelOfTheDocumentIsListed()
    {
        const DocumentPtr document = openPdf(pdfSample(u"planted/19_document_level.pdf"_s));
        for (const HiddenKind kind :
             {HiddenKind::Properties, HiddenKind::Thumbnail, HiddenKind::Bookmarks,
              HiddenKind::LinkedFiles, HiddenKind::EmbeddedFiles, HiddenKind::ActiveContent,
              HiddenKind::PageLabels, HiddenKind::PrivateData}) {
            QVERIFY2(itemOf(*document, kind), qPrintable(document::hiddenKindName(kind)));
        }
    }

    void nothingHiddenIsLeftByDefault_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name :
             {u"05c_struct_parent_alt_title"_s, u"09_acroform_annots"_s, u"17_ocg_hidden"_s,
              u"18_incremental"_s, u"19_document_level"_s, u"27_jpeg_exif"_s}) {
            QTest::addRow("%s", qPrintable(name)) << name;
        }
    }
    void nothingHiddenIsLeftByDefault()
    {
        QFETCH(QString, name);
        const DocumentPtr document = openPdf(pdfSample(u"planted/"_s + name + u".pdf"_s));
        QVERIFY(!document->hiddenItems().empty());
        const DocumentPtr after = openPdf(scrubbed(*document, planFor(*document, u"Quixvane"_s)));
        QVERIFY(after);
        QVERIFY2(after->hiddenItems().empty(),
                 after->hiddenItems().empty()
                     ? ""
                     : qPrintable(document::hiddenLabel(after->hiddenItems().front())));
    }

    void hiddenLayersGo()
    {
        const DocumentPtr document = openPdf(pdfSample(u"planted/17_ocg_hidden.pdf"_s));
        const document::HiddenItem *item = itemOf(*document, HiddenKind::HiddenLayers);
        QVERIFY(item && item->byDefault == document::HiddenDefault::Remove);
        QVERIFY(isGone(scrubbed(*document, planFor(*document, u"none"_s)), u"Quixvane"_s));
    }

    void textBesideThePageIsListedAndStaysUntilItIsDecided()
    {
        const DocumentPtr document = openPdf(pdfSample(u"planted/25_cropped.pdf"_s));
        const document::HiddenItem *item = itemOf(*document, HiddenKind::OffPageContent);
        QVERIFY(item && item->canKeep && item->byDefault == document::HiddenDefault::Keep);
        document::RedactionPlan plan = planFor(*document, u"none"_s);
        QVERIFY(!isGone(scrubbed(*document, plan), u"cropped"_s));
        plan.hidden[item->id] = document::HiddenAction::Remove;
        QVERIFY(isGone(scrubbed(*document, plan), u"cropped"_s));
    }

    void keptBookmarksLoseRedactedWords()
    {
        PdfFile file;
        const QByteArray font = PdfFile::ref(file.addBaseFont());
        const int page =
            file.addPage("BT /F1 12 Tf 72 700 Td (Chapter) Tj ET", "/Font << /F1 " + font + " >>");
        const int outline = file.add("null");
        const int item = file.add("<< /Title (Notes on Verlyne) /Parent " + PdfFile::ref(outline)
                                  + " /Dest [" + PdfFile::ref(page) + " /Fit] >>");
        file.replace(outline, "<< /Type /Outlines /First " + PdfFile::ref(item) + " /Last "
                                  + PdfFile::ref(item) + " /Count 1 >>");
        file.addToCatalog("/Outlines " + PdfFile::ref(outline));
        const DocumentPtr document = openPdf(file.bytes());
        const document::HiddenItem *bookmarks = itemOf(*document, HiddenKind::Bookmarks);
        QVERIFY(bookmarks);
        document::RedactionPlan plan = planFor(*document, u"none"_s);
        QVERIFY(isGone(scrubbed(*document, plan), u"Notes on"_s));
        plan.hidden[bookmarks->id] = document::HiddenAction::Keep;
        QVERIFY(!isGone(scrubbed(*document, plan), u"Verlyne"_s));
        for (const document::TextUnit &unit : document->textUnits()) {
            if (const auto at = static_cast<int>(unit.text.indexOf(u"Verlyne"_s)); at >= 0) {
                plan.spans = {{u"c1"_s, {unit.index, at, at + 7}, u"[GONE-1]"_s}};
            }
        }
        const QByteArray output = scrubbed(*document, plan);
        QVERIFY(isGone(output, u"Verlyne"_s));
        QVERIFY(!isGone(output, u"Notes on"_s));
    }

    void wordsInPlacesThatHoldNoTextAreNotCopied_data()
    {
        QTest::addColumn<QByteArray>("catalog");
        QTest::addColumn<QByteArray>("resources");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("language") << QByteArray("/Lang (en-GB-Verlyne)") << QByteArray()
                                  << QByteArray();
        QTest::newRow("encoding")
            << QByteArray()
            << QByteArray("/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                          "/Encoding << /BaseEncoding /Verlyne >> >> >>")
            << QByteArray("BT /F1 12 Tf 72 700 Td (Chapter) Tj ET");
        QTest::newRow("palette")
            << QByteArray() << QByteArray()
            << QByteArray("q 9 0 0 9 9 9 cm BI /W 1 /H 1 /BPC 8 /CS [/I /G 1 (01Verlyne)] "
                          "ID 0 EI Q");
        QTest::newRow("fax") << QByteArray() << QByteArray()
                             << QByteArray("q 9 0 0 9 9 9 cm BI /W 8 /H 1 /BPC 1 /CS /G /F /CCF "
                                           "/DP << /K -1 /Columns 8 >> ID \x80\0\x10\x01"
                                           "Verlyne\n"
                                           "EI Q",
                                           98);
    }
    void wordsInPlacesThatHoldNoTextAreNotCopied()
    {
        QFETCH(QByteArray, catalog);
        QFETCH(QByteArray, resources);
        QFETCH(QByteArray, content);
        PdfFile file;
        file.addPage(content, resources);
        file.addToCatalog(catalog);
        const DocumentPtr document = openPdf(file.bytes());
        QVERIFY(document);
        const QByteArray output = scrubbed(*document, planFor(*document, u"none"_s));
        QVERIFY(!output.isEmpty());
        QVERIFY(isGone(output, u"Verlyne"_s));
    }

    void bytesAroundTheFileAreListed()
    {
        QByteArray bytes = pdfOfLines({u"Call Tomas"_s});
        bytes += "\nleft over: Verlyne\n";
        const DocumentPtr document = openPdf(bytes);
        QVERIFY(itemOf(*document, HiddenKind::ArchiveTraces));
        QVERIFY(isGone(scrubbed(*document, planFor(*document, u"none"_s)), u"Verlyne"_s));
    }
};

QTEST_GUILESS_MAIN(TestPdfHidden)
#include "tst_pdfhidden.moc"
