// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/embedded/embeddingtesting.h"
#include "tests/support/compoundbuilder.h"
#include "tests/support/zipbuilder.h"

#include <QTest>
#include <QtEndian>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenItem;
using document::HiddenKind;

namespace {

const QMap<QString, QString> terms{{u"Osterwick"_s, u"[PERSON-1]"_s}};
const std::vector<HiddenKind> files{HiddenKind::EmbeddedFiles};

const HiddenItem *itemOf(const document::Document &document, HiddenKind kind)
{
    for (const HiddenItem &item : document.hiddenItems()) {
        if (item.kind == kind) {
            return &item;
        }
    }
    return nullptr;
}

QByteArray sized(const QByteArray &bytes)
{
    QByteArray size(4, 0);
    qToLittleEndian(static_cast<quint32>(bytes.size()), size.data());
    return size + bytes;
}

/// What the object packager writes ([MS-OLEDS] 2.3.6).
QByteArray packaged(const QByteArray &file)
{
    const QByteArray path = "C:\\Users\\quentin\\plan.xlsx";
    return sized(QByteArray("\x02\x00", 2) + "plan.xlsx" + '\0' + path + '\0'
                 + QByteArray("\x00\x00\x03\x00", 4) + sized(path + '\0') + sized(file));
}

QByteArray slideObject()
{
    return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"9\" name=\"Object 1\" "
           "descr=\"plan of Osterwick\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
           "<p:xfrm><a:off x=\"100\" y=\"200\"/><a:ext cx=\"2000000\" cy=\"1000000\"/></p:xfrm>"
           "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/presentationml/2006/"
           "ole\"><p:oleObj name=\"Osterwick plan\" r:id=\"rId5\" progId=\"Excel.Sheet.12\">"
           "<p:embed/><p:pic><p:nvPicPr><p:cNvPr id=\"0\" name=\"\"/><p:cNvPicPr/><p:nvPr/>"
           "</p:nvPicPr><p:blipFill><a:blip r:embed=\"rId6\"/><a:stretch><a:fillRect/>"
           "</a:stretch></p:blipFill><p:spPr><a:prstGeom prst=\"rect\"/></p:spPr></p:pic>"
           "</p:oleObj></a:graphicData></a:graphic></p:graphicFrame>";
}

QByteArray deckAround(const QByteArray &file)
{
    PptxBuilder builder;
    builder.slide(slideObject())
        .part("ppt/embeddings/o.xlsx",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file)
        .part("ppt/media/i.png", "image/png", greyPixel())
        .relate("ppt/slides/slide1.xml", "rId5", "package", "ppt/embeddings/o.xlsx")
        .relate("ppt/slides/slide1.xml", "rId6", "image", "ppt/media/i.png");
    return builder.build();
}

}   // namespace

/// Office files that stand in other ones.
class TestEmbeddedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void embeddedFileIsListedWithWhatItHolds()
    {
        const auto document =
            openAny(documentAround(namedWorkbook().build(), "word/embeddings/Offer.xlsx").build());
        QVERIFY(document);
        const HiddenItem *item = itemOf(*document, HiddenKind::EmbeddedFiles);
        QVERIFY(item);
        QVERIFY(item->canKeep);
        QCOMPARE(item->byDefault, document::HiddenDefault::Remove);
        QCOMPARE(item->format, u"xlsx"_s);
        QCOMPARE(item->texts, 3);   // two cells and the name of the sheet
        QVERIFY(item->inside > 0);
        QVERIFY(item->preview.contains(u"Mirelle Osterwick"_s));
        QVERIFY(document::hiddenLabel(*item).contains(u"xlsx, 3 text"_s));
        const auto texts = unitTexts(*document);
        QCOMPARE(texts.value(u"embedded file 1, sheet 'Plan'!A1"_s), u"Mirelle Osterwick"_s);
        QVERIFY(!allTexts(*document).contains(u"Quentin Hallbrook"_s));   // always goes
    }

    void embeddedFileGoesByDefaultAndItsPictureStays()
    {
        const ScrubbedFile written = scrubbedFile(
            documentAround(namedWorkbook().build(), "word/embeddings/Offer.xlsx").build(), terms);
        QCOMPARE(written.leaks.join(u'\n'), QString());
        QVERIFY(!written.contains("OLEObject"));
        QVERIFY(written.contains("v:imagedata"));
        for (const QString &part : written.parts.keys()) {
            QVERIFY2(!part.contains(u"embeddings"_s), qPrintable(part));
        }
    }

    void keptFileIsScrubbedLikeTheOneAroundIt()
    {
        const ScrubbedFile written = scrubbedFile(
            documentAround(namedWorkbook().build(), "word/embeddings/Offer.xlsx").build(), terms,
            files);
        QCOMPARE(written.leaks.join(u'\n'), QString());
        const auto inner = embeddedIn(written, u"word/embeddings/file1.xlsx"_s);
        QVERIFY(inner);
        QCOMPARE(allTexts(*inner),
                 QStringList({u"Plan"_s, u"Mirelle [PERSON-1]"_s, u"plain words"_s}));
        QVERIFY(inner->hiddenItems().empty());
        const QByteArray story = written.parts.value(u"word/document.xml"_s);
        QVERIFY(story.contains("ProgID=\"Excel.Sheet.12\""));
        QVERIFY(story.contains("<w:object>"));
        QCOMPARE(written.document->hiddenItems().size(), size_t{1});
        QCOMPARE(written.document->hiddenItems().front().inside, 0);
    }

    void keptFilesOfEachFormatAreScrubbed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("part");
        QTest::addRow("docx") << DocxBuilder()
                                     .body(paragraph(run("by Mirelle Osterwick")))
                                     .comment(1, "Quentin Hallbrook", paragraph(run("secret")))
                                     .build()
                              << u"word/embeddings/file1.docx"_s;
        QTest::addRow("pptx") << PptxBuilder()
                                     .slide(PptxSlide{
                                         textBox(2, slideParagraph("by Mirelle Osterwick")),
                                         {},
                                         {},
                                         textBox(3, slideParagraph("secret of Quentin Hallbrook"))})
                                     .build()
                              << u"word/embeddings/file1.pptx"_s;
    }

    void keptFilesOfEachFormatAreScrubbed()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, part);
        const ScrubbedFile written =
            scrubbedFile(documentAround(file, "word/embeddings/o.bin").build(), terms, files);
        QCOMPARE(written.leaks.join(u'\n'), QString());
        const auto inner = embeddedIn(written, part);
        QVERIFY(inner);
        QVERIFY(allTexts(*inner).contains(u"by Mirelle [PERSON-1]"_s));
        QVERIFY(!allTexts(*inner).join(u' ').contains(u"secret"_s));
    }

    void wrappedPackagesAreTakenOut_data()
    {
        const QByteArray book = namedWorkbook().build();
        QTest::addColumn<QByteArray>("object");
        QTest::addRow("package") << CompoundBuilder().stream(u"Package"_s, book).build();
        QTest::addRow("packager")
            << CompoundBuilder().stream(u"\001Ole10Native"_s, packaged(book)).build();
        QTest::addRow("big") << CompoundBuilder()
                                    .stream(u"\001CompObj"_s, QByteArray(60, 'x'))
                                    .stream(u"Package"_s, book + QByteArray(5000, '\0'))
                                    .build();
    }

    void wrappedPackagesAreTakenOut()
    {
        QFETCH(QByteArray, object);
        const QByteArray file =
            documentAround(object, "word/embeddings/oleObject1.bin", "oleObject").build();
        const ScrubbedFile written = scrubbedFile(file, terms, files);
        QCOMPARE(written.leaks.join(u'\n'), QString());
        const auto inner = embeddedIn(written, u"word/embeddings/file1.xlsx"_s);
        QVERIFY(inner);
        QVERIFY(allTexts(*inner).contains(u"Mirelle [PERSON-1]"_s));
        QVERIFY(!written.contains("quentin"));
    }

    void otherObjectsGoWhateverIsSaid_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addRow("macros") << CompoundBuilder()
                                       .stream(u"VBA"_s, "Osterwick")
                                       .stream(u"Equation Native"_s, "Osterwick")
                                       .build();
        QTest::addRow("broken package") << namedWorkbook().build().left(400);
        QTest::addRow("zip") << ZipBuilder().add("Osterwick.txt", "Osterwick").build();
        QTest::addRow("cut packager")
            << CompoundBuilder()
                   .stream(u"\001Ole10Native"_s, packaged(namedWorkbook().build()).left(200))
                   .build();
    }

    void otherObjectsGoWhateverIsSaid()
    {
        QFETCH(QByteArray, object);
        const QByteArray file =
            documentAround(object, "word/embeddings/oleObject1.bin", "oleObject").build();
        const auto document = openAny(file);
        QVERIFY(document);
        QVERIFY(!itemOf(*document, HiddenKind::EmbeddedFiles)->canKeep);
        const ScrubbedFile written = scrubbedFile(file, terms, files);
        QCOMPARE(written.leaks.join(u'\n'), QString());
        QVERIFY(!written.contains("OLEObject"));
    }

    void filesInFilesAreScrubbedAsDeepAsTheyStand()
    {
        QByteArray file = namedWorkbook().build();
        for (int depth = 0; depth < 3; ++depth) {
            file = documentAround(file, "word/embeddings/o.bin").build();
        }
        ScrubbedFile written = scrubbedFile(file, terms, files);
        QCOMPARE(written.leaks.join(u'\n'), QString());
        for (const char *part : {"word/embeddings/file1.docx", "word/embeddings/file1.docx"}) {
            const QByteArray bytes = written.parts.value(QString::fromLatin1(part));
            written.parts = partsOf(bytes);
            QVERIFY(written.contains("[PERSON-1]"));
            QVERIFY(!written.contains("Osterwick"));
        }
        const auto inner = embeddedIn(written, u"word/embeddings/file1.xlsx"_s);
        QVERIFY(inner);
        QVERIFY(allTexts(*inner).contains(u"Mirelle [PERSON-1]"_s));
    }

    void whatStandsTooDeepGoes()
    {
        QByteArray file = namedWorkbook().build();
        for (int depth = 0; depth < 12; ++depth) {
            file = documentAround(file, "word/embeddings/o.bin").build();
        }
        const auto document = openAny(file);
        QVERIFY(document);
        const auto output = document->apply(planFor(*document, terms, files), {});
        QVERIFY(output);
        int depth = 0;
        for (QByteArray bytes = output->bytes; !bytes.isEmpty(); ++depth) {
            bytes = partsOf(bytes).value(u"word/embeddings/file1.docx"_s);
        }
        QCOMPARE(depth, 9);   // the file itself, and eight in it
    }

    void slidesShowTheirFilesAgain()
    {
        const QByteArray deck = deckAround(namedWorkbook().build());
        const ScrubbedFile gone = scrubbedFile(deck, terms);
        QCOMPARE(gone.leaks.join(u'\n'), QString());
        QVERIFY(!gone.contains("oleObj"));
        const ScrubbedFile written =
            scrubbedFile(deck, terms, {HiddenKind::EmbeddedFiles, HiddenKind::AltText});
        QCOMPARE(written.leaks.join(u'\n'), QString());
        const auto inner = embeddedIn(written, u"ppt/embeddings/file1.xlsx"_s);
        QVERIFY(inner);
        QVERIFY(allTexts(*inner).contains(u"Mirelle [PERSON-1]"_s));
        const QByteArray slide = written.parts.value(u"ppt/slides/slide1.xml"_s);
        QVERIFY(slide.contains("progId=\"Excel.Sheet.12\""));
        QVERIFY(slide.contains("<p:embed/><p:pic>"));
        QVERIFY(slide.contains("plan of [PERSON-1]"));
        QCOMPARE(itemOf(*written.document, HiddenKind::EmbeddedFiles)->inside, 0);
    }

    void sameDecisionsGiveTheSameBytes()
    {
        const QByteArray file =
            documentAround(namedWorkbook().build(), "word/embeddings/Offer.xlsx").build();
        QCOMPARE(scrubbedFile(file, terms, files).bytes, scrubbedFile(file, terms, files).bytes);
    }

    void forgottenFileInAFileIsFound()
    {
        const QByteArray file =
            documentAround(namedWorkbook().build(), "word/embeddings/Offer.xlsx").build();
        const auto document = openAny(file);
        QVERIFY(document);
        scrub::Expectation expected;
        expected.original = document;
        expected.plan = planFor(*document, terms, files);
        expected.values.push_back({u"c1"_s, u"Osterwick"_s, true});
        const auto registry = formats::builtinFormats();
        const QByteArray cleaned =
            DocxBuilder(documentAround(namedWorkbook().build(), "word/embeddings/file1.xlsx"))
                .build();
        const auto report = scrub::LeakCheck(registry).run({cleaned, u"out.docx"_s}, expected, {});
        QVERIFY(report);
        const auto found = [&](const QString &part, const QString &how) {
            return std::any_of(report->leaks.begin(), report->leaks.end(),
                               [&](const scrub::Leak &leak) {
                                   return leak.part.contains(part) && leak.how.contains(how);
                               });
        };
        QVERIFY(found(u"file1.xlsx/xl/sharedStrings.xml"_s, u"text"_s));
        QVERIFY(found(u"file1.xlsx"_s, u"hidden items are in it"_s));
    }
};

QTEST_APPLESS_MAIN(TestEmbeddedFiles)
#include "tst_embeddedfiles.moc"
