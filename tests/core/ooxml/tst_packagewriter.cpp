// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/package.h"
#include "tests/support/zipbuilder.h"

#include <QTest>

using namespace expunge;
using namespace expunge::formats::ooxml;
using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

const QString documentType =
    u"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"_s;
const QString mainKind =
    u"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"_s;

Part part(const QString &name, const QByteArray &bytes, const QString &type = u"text/x"_s)
{
    Part result;
    result.name = name;
    result.contentType = type;
    result.bytes = bytes;
    return result;
}

OutputPackage sample()
{
    OutputPackage package;
    package.root.push_back({u"rId1"_s, mainKind, u"word/document.xml"_s, false});
    Part main = part(u"word/document.xml"_s, QByteArray("<?xml version='1.0'?><a/>").repeated(30),
                     documentType);
    main.relationships.push_back(
        {u"rId1"_s, u"urn:x/image"_s, u"word/media/caf\u00e9 1.png"_s, false});
    main.relationships.push_back(
        {u"rId2"_s, u"urn:x/hyperlink"_s, u"https://example.org/?a=1&b=\"2\""_s, true});
    main.relationships.push_back({u"rId3"_s, u"urn:x/item"_s, u"customXml/item1.xml"_s, false});
    package.parts.push_back(part(u"word/media/caf\u00e9 1.png"_s, "\x89PNG"));
    package.parts.push_back(std::move(main));
    package.parts.push_back(part(u"customXml/item1.xml"_s, "<a/>"));
    return package;
}

}   // namespace

class TestPackageWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain();
    void theArchiveHoldsNoTraces();
    void theSamePackageGivesTheSameBytes();
    void contentTypesComeFirstThenPartsByName();
    void smallPartsAreStoredWhenThatIsSmaller();
    void relationshipsToMissingPartsAreAnError();
    void doubledNamesAndMissingTypesAreAnError();
    void specialCharactersInTypesAndTargetsStayWellFormed();
    void cancellingStops();
};

void TestPackageWriter::whatIsWrittenIsReadAgain()
{
    const auto zip = writePackage(sample(), {});
    QVERIFY(zip);
    const auto package = Package::read(*zip, u"a.docx"_s, {});
    QVERIFY(package);
    QCOMPARE(package->parts().size(), 3U);
    QCOMPARE(package->warnings().size(), 0U);
    const Part *main = package->mainPart();
    QVERIFY(main != nullptr);
    QCOMPARE(main->contentType, documentType);
    QCOMPARE(main->bytes, sample().parts[1].bytes);
    QCOMPARE(main->relationships.size(), 3U);
    const Part *picture = package->find(main->relationships[0].target);
    QVERIFY(picture != nullptr && picture->reachable);
    QCOMPARE(picture->bytes, "\x89PNG");
    QCOMPARE(main->relationships[1].target, u"https://example.org/?a=1&b=\"2\""_s);
    QVERIFY(main->relationships[1].external);
    QCOMPARE(main->relationships[2].target, u"customXml/item1.xml"_s);
}

void TestPackageWriter::theArchiveHoldsNoTraces()
{
    const auto zip = writePackage(sample(), {});
    QVERIFY(zip);
    // The reader counts comments, extra fields, times and bytes without owner.
    QCOMPARE(Package::read(*zip, u"a.docx"_s, {})->archiveTraces(), 0);
    const qsizetype central = zip->indexOf("PK\x01\x02");
    QCOMPARE(static_cast<int>((*zip)[central + 5]), 0);      // made by: no operating system
    QCOMPARE(zip->mid(central + 38, 4), QByteArray(4, 0));   // no file modes
    QVERIFY(zip->contains("word/media/caf%C3%A9%201.png"));
}

void TestPackageWriter::theSamePackageGivesTheSameBytes()
{
    OutputPackage shuffled = sample();
    std::swap(shuffled.parts[0], shuffled.parts[2]);
    QCOMPARE(*writePackage(sample(), {}), *writePackage(shuffled, {}));
}

void TestPackageWriter::contentTypesComeFirstThenPartsByName()
{
    const auto zip = writePackage(sample(), {});
    QVERIFY(zip);
    const QByteArrayList names{"[Content_Types].xml", "_rels/.rels",
                               "customXml/item1.xml", "word/_rels/document.xml.rels",
                               "word/document.xml",   "word/media/caf%C3%A9%201.png"};
    qsizetype at = 0;
    for (const QByteArray &name : names) {
        const qsizetype local = zip->indexOf("PK\x03\x04", at);
        QCOMPARE(zip->mid(local + 30, name.size()), name);
        at = local + 30;
    }
}

void TestPackageWriter::smallPartsAreStoredWhenThatIsSmaller()
{
    const auto zip = writePackage(sample(), {});
    QVERIFY(zip);
    const qsizetype small = zip->indexOf("customXml/item1.xml") - 30;
    QCOMPARE(static_cast<int>((*zip)[small + 8]), 0);
    const qsizetype big = zip->indexOf("word/document.xml") - 30;
    QCOMPARE(static_cast<int>((*zip)[big + 8]), 8);
}

void TestPackageWriter::relationshipsToMissingPartsAreAnError()
{
    OutputPackage package = sample();
    package.parts.erase(package.parts.begin());
    const auto zip = writePackage(package, {});
    QVERIFY(!zip);
    QCOMPARE(zip.error().code, ErrorCode::Internal);

    OutputPackage rootless = sample();
    rootless.root[0].target = u"gone.xml"_s;
    QVERIFY(!writePackage(rootless, {}));
}

void TestPackageWriter::doubledNamesAndMissingTypesAreAnError()
{
    OutputPackage doubled = sample();
    doubled.parts.push_back(part(u"WORD/document.xml"_s, "x"));
    QVERIFY(!writePackage(doubled, {}));
    OutputPackage untyped = sample();
    untyped.parts[0].contentType.clear();
    QVERIFY(!writePackage(untyped, {}));
}

void TestPackageWriter::specialCharactersInTypesAndTargetsStayWellFormed()
{
    OutputPackage package = sample();
    package.parts[0].contentType = u"a/b;c=\"<&>\""_s;
    package.parts[1].relationships[1].target = u"<&>'\""_s;
    const auto zip = writePackage(package, {});
    QVERIFY(zip);
    const auto again = Package::read(*zip, u"a.docx"_s, {});
    QVERIFY(again);
    QCOMPARE(again->mainPart()->relationships[1].target, u"<&>'\""_s);
}

void TestPackageWriter::cancellingStops()
{
    const auto source = std::make_unique<std::stop_source>();
    source->request_stop();
    base::JobContext job;
    job.stop = source->get_token();
    const auto zip = writePackage(sample(), job);
    QVERIFY(!zip);
    QCOMPARE(zip.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestPackageWriter)
#include "tst_packagewriter.moc"
