// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/package.h"
#include "tests/support/zipbuilder.h"

#include <QTest>

using namespace expunge;
using namespace expunge::formats::ooxml;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using expunge::testing::minimalDocx;
using expunge::testing::ZipBuilder;
using expunge::testing::ZipEntry;

namespace {

base::Result<Package> read(const QByteArray &zip, const PackageLimits &limits = {})
{
    return Package::read(zip, u"a.docx"_s, {}, limits);
}

base::Error errorOf(const QByteArray &zip, const PackageLimits &limits = {})
{
    const auto package = read(zip, limits);
    return package ? base::Error{ErrorCode::Cancelled, {}, u"was read"_s} : package.error();
}

ZipEntry entry(const QByteArray &name, const QByteArray &content = "x")
{
    ZipEntry result;
    result.name = name;
    result.content = content;
    return result;
}

QByteArray relationships(const QByteArray &list)
{
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
           + list + "</Relationships>";
}

QByteArray relationship(const QByteArray &id, const QByteArray &target, const QByteArray &more = {})
{
    return "<Relationship Id='" + id + "' Type='urn:kind/header' Target='" + target + "' " + more
           + "/>";
}

QByteArray compound(const QList<QString> &streams)
{
    QByteArray bytes = QByteArray::fromHex("D0CF11E0A1B11AE1").leftJustified(512, 0);
    for (const QString &stream : streams) {
        QByteArray name(reinterpret_cast<const char *>(stream.utf16()), stream.size() * 2);
        QByteArray item = name.leftJustified(128, 0);
        item[64] = static_cast<char>(name.size() + 2);
        item[66] = stream == u"Root Entry"_s ? 5 : 2;
        bytes += item;
    }
    return bytes;
}

}   // namespace

class TestPackage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsHaveTypesAndTheMainPartIsFound();
    void twoEntriesWithOneNameAreRefused_data();
    void twoEntriesWithOneNameAreRefused();
    void namesThatLeaveThePackageAreRefused_data();
    void namesThatLeaveThePackageAreRefused();
    void backslashesAreReadAsSlashes();
    void anEncryptedEntryIsRefused();
    void anUnknownCompressionIsRefused();
    void truncatedFilesAreRefused();
    void otherFilesAreNoZip();
    void aZipWithoutContentTypesIsRefused();
    void aWrongChecksumIsRefused();
    void limitsCountWhatIsReallyInflated();
    void aBigRatioIsRefusedOnlyForBigEntries();
    void overlappingEntriesAreRefused();
    void theArchiveOfACutOffFileIsNotTakenForTheFile();
    void tracesOfTheContainerAreCounted_data();
    void tracesOfTheContainerAreCounted();
    void aPlainArchiveHasNoTraces();
    void entriesThatNobodyListsAreNotRead();
    void targetsAreResolved_data();
    void targetsAreResolved();
    void danglingRelationshipsAreLeftOutWithAWarning();
    void partsInACycleAreReachableAndOthersAreNot();
    void foldersAreStray();
    void documentTypesInContainerPartsAreRefused();
    void compoundFilesAreToldApart();
    void cancellingStops();
};

void TestPackage::partsHaveTypesAndTheMainPartIsFound()
{
    const auto package = read(minimalDocx("<w:p/>").build());
    QVERIFY(package);
    QCOMPARE(package->parts().size(), 1U);
    QVERIFY(package->mainPart() != nullptr);
    QCOMPARE(package->mainPart()->name, u"word/document.xml"_s);
    QVERIFY(package->mainPart()->contentType.endsWith(u"document.main+xml"_s));
    QVERIFY(package->mainPart()->bytes.contains("<w:p/>"));
    QCOMPARE(package->find(u"WORD/Document.XML"_s), package->mainPart());
    QCOMPARE(package->containerParts().size(), 2U);
}

void TestPackage::twoEntriesWithOneNameAreRefused_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("exact") << QByteArray("word/a.xml") << QByteArray("word/a.xml");
    QTest::newRow("case") << QByteArray("word/a.xml") << QByteArray("Word/A.xml");
    QTest::newRow("percent") << QByteArray("word/a.xml") << QByteArray("word/%61.xml");
    QTest::newRow("Unicode form") << QByteArray("word/\xC3\xA9.xml")
                                  << QByteArray("word/e\xCC\x81.xml");
    QTest::newRow("backslash") << QByteArray("word/a.xml") << QByteArray("word\\a.xml");
}

void TestPackage::twoEntriesWithOneNameAreRefused()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    const auto error = errorOf(minimalDocx("").add(first, "1").add(second, "2").build());
    QCOMPARE(error.code, ErrorCode::DuplicateEntry);
    QCOMPARE(error.detail, QString::fromUtf8(second).replace(u'\\', u'/'));
}

void TestPackage::namesThatLeaveThePackageAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("parent") << QByteArray("../a.xml");
    QTest::newRow("inner parent") << QByteArray("word/../../a.xml");
    QTest::newRow("backslash parent") << QByteArray("..\\a.xml");
    QTest::newRow("encoded parent") << QByteArray("%2e%2e/a.xml");
    QTest::newRow("absolute") << QByteArray("/etc/a.xml");
    QTest::newRow("drive") << QByteArray("C:/a.xml");
    QTest::newRow("zero byte") << QByteArray("word/a.xml\0.png", 15);
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("endless") << QByteArray(5000, 'a');
}

void TestPackage::namesThatLeaveThePackageAreRefused()
{
    QFETCH(QByteArray, name);
    QCOMPARE(errorOf(minimalDocx("").add(name, "1").build()).code, ErrorCode::UnsafeEntry);
}

void TestPackage::backslashesAreReadAsSlashes()
{
    const auto package = read(minimalDocx("").add("word\\styles.xml", "<a/>").build());
    QVERIFY(package);
    QVERIFY(package->find(u"word/styles.xml"_s) != nullptr);
}

void TestPackage::anEncryptedEntryIsRefused()
{
    ZipEntry odd = entry("word/a.xml");
    odd.flags = 1;
    const auto error = errorOf(minimalDocx("").add(odd).build());
    QCOMPARE(error.code, ErrorCode::Encrypted);
    QCOMPARE(error.detail, u"word/a.xml"_s);
}

void TestPackage::anUnknownCompressionIsRefused()
{
    ZipEntry odd = entry("word/a.xml");
    odd.method = 9;
    QCOMPARE(errorOf(minimalDocx("").add(odd).build()).code, ErrorCode::Damaged);
}

void TestPackage::truncatedFilesAreRefused()
{
    const QByteArray whole = minimalDocx("<w:p/>").build();
    for (qsizetype size = 0; size < whole.size(); size += 7) {
        QCOMPARE(errorOf(whole.left(size)).code, ErrorCode::Damaged);
    }
}

void TestPackage::otherFilesAreNoZip()
{
    const auto error = errorOf("%PDF-1.7 and more");
    QCOMPARE(error.code, ErrorCode::Damaged);
    QCOMPARE(error.detail, u"not a zip"_s);
}

void TestPackage::aZipWithoutContentTypesIsRefused()
{
    QCOMPARE(errorOf(ZipBuilder().add("word/document.xml", "<a/>").build()).code,
             ErrorCode::Damaged);
}

void TestPackage::aWrongChecksumIsRefused()
{
    ZipEntry odd = entry("word/a.xml");
    odd.claimedCrc = 1;
    const auto error = errorOf(minimalDocx("").add(odd).build());
    QCOMPARE(error.code, ErrorCode::Damaged);
    QCOMPARE(error.detail, u"word/a.xml"_s);
}

void TestPackage::limitsCountWhatIsReallyInflated()
{
    PackageLimits limits;
    limits.entryBytes = 100'000;
    ZipEntry odd = entry("word/a.xml", QByteArray(200'000, 'x'));
    odd.claimedSize = 10;
    const auto error = errorOf(minimalDocx("").add(odd).build(), limits);
    QVERIFY(error.code == ErrorCode::ExpansionLimit || error.code == ErrorCode::Damaged);
    odd.claimedSize.reset();
    QCOMPARE(errorOf(minimalDocx("").add(odd).build(), limits).code, ErrorCode::ExpansionLimit);

    PackageLimits total;
    total.totalBytes = 150'000;
    const QByteArray two = minimalDocx("")
                               .add("a", QByteArray(100'000, 'x'))
                               .add("b", QByteArray(100'000, 'x'))
                               .build();
    QCOMPARE(errorOf(two, total).code, ErrorCode::ExpansionLimit);

    PackageLimits few;
    few.entries = 2;
    QCOMPARE(errorOf(minimalDocx("").build(), few).code, ErrorCode::ExpansionLimit);
}

void TestPackage::aBigRatioIsRefusedOnlyForBigEntries()
{
    QVERIFY(read(minimalDocx("").add("a", QByteArray(9 << 20, 'x')).build()));
    const auto error = errorOf(minimalDocx("").add("a", QByteArray(11 << 20, 'x')).build());
    QCOMPARE(error.code, ErrorCode::ExpansionLimit);
    QCOMPARE(error.detail, u"a"_s);
}

void TestPackage::overlappingEntriesAreRefused()
{
    // The second directory record is made to speak of the first one's bytes.
    QByteArray zip = ZipBuilder().add("aa", "1").add("bb", "1").build();
    const qsizetype second = zip.lastIndexOf("PK\x01\x02");
    zip.replace(second + 42, 4, QByteArray(4, 0));
    QCOMPARE(errorOf(zip).code, ErrorCode::Damaged);
}

void TestPackage::theArchiveOfACutOffFileIsNotTakenForTheFile()
{
    ZipEntry inner = entry("word/embeddings/inner.docx", minimalDocx("inner").build());
    inner.deflate = false;
    const QByteArray whole = minimalDocx("outer").add(inner).build();
    const qsizetype cut = whole.lastIndexOf("PK\x05\x06") - 10;
    QCOMPARE(errorOf(whole.left(cut)).code, ErrorCode::Damaged);
}

void TestPackage::tracesOfTheContainerAreCounted_data()
{
    QTest::addColumn<QByteArray>("zip");
    const auto with = [](const std::function<void(ZipEntry &)> &change) {
        ZipEntry odd = entry("a");
        change(odd);
        return minimalDocx("").add(odd).build();
    };
    QTest::newRow("comment") << minimalDocx("").comment("Ada").build();
    QTest::newRow("prefix") << minimalDocx("").prefix("Ada").build();
    QTest::newRow("trailer") << minimalDocx("").trailer("Ada").build();
    QTest::newRow("entry comment") << with([](ZipEntry &odd) { odd.comment = "Ada"; });
    QTest::newRow("extra field") << with(
        [](ZipEntry &odd) { odd.extra = "\x01\x0A\x01" + QByteArray("\0A", 2); });
    QTest::newRow("local extra") << with(
        [](ZipEntry &odd) { odd.localExtra = "\x01\x0A\x01" + QByteArray("\0A", 2); });
    QTest::newRow("gap") << with([](ZipEntry &odd) { odd.gapBefore = "Ada"; });
    QTest::newRow("local name") << with([](ZipEntry &odd) { odd.localName = "Ada"; });
    QTest::newRow("time") << with([](ZipEntry &odd) { odd.date = 0x5000; });
    QTest::newRow("unlisted") << with([](ZipEntry &odd) { odd.unlisted = true; });
}

void TestPackage::tracesOfTheContainerAreCounted()
{
    QFETCH(QByteArray, zip);
    const auto package = read(zip);
    QVERIFY2(package, package ? "" : qPrintable(package.error().detail));
    QCOMPARE(package->archiveTraces(), 1);
    QVERIFY(package->mainPart() != nullptr);
}

void TestPackage::aPlainArchiveHasNoTraces()
{
    const auto package = read(minimalDocx("").build());
    QVERIFY(package);
    QCOMPARE(package->archiveTraces(), 0);
}

void TestPackage::entriesThatNobodyListsAreNotRead()
{
    ZipEntry odd = entry("word/secret.xml");
    odd.unlisted = true;
    const auto package = read(minimalDocx("").add(odd).build());
    QVERIFY(package);
    QVERIFY(package->find(u"word/secret.xml"_s) == nullptr);
}

void TestPackage::targetsAreResolved_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target :
         {"media/Image 1.png", "media/image%201.png", "../word/media/image 1.png",
          "/word/media/image%201.PNG", "./media/image 1.png", "media\\image 1.png",
          "../../word/media/image 1.png"}) {
        QTest::newRow(target) << QByteArray(target);
    }
}

void TestPackage::targetsAreResolved()
{
    QFETCH(QByteArray, target);
    const auto package =
        read(minimalDocx("")
                 .add("word/media/image 1.png", "x")
                 .add("word/_rels/document.xml.rels", relationships(relationship("r1", target)))
                 .build());
    QVERIFY(package);
    const auto &found = package->mainPart()->relationships;
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].target, u"word/media/image 1.png"_s);
    QVERIFY(package->find(found[0].target)->reachable);
}

void TestPackage::danglingRelationshipsAreLeftOutWithAWarning()
{
    const auto package =
        read(minimalDocx("")
                 .add("word/_rels/document.xml.rels",
                      relationships(
                          relationship("r1", "gone.xml")
                          + relationship("r2", "https://example.org/?a#b", "TargetMode='External'")
                          + relationship("r2", "document.xml")))
                 .build());
    QVERIFY(package);
    const auto &found = package->mainPart()->relationships;
    QCOMPARE(found.size(), 1U);
    QVERIFY(found[0].external);
    QCOMPARE(found[0].target, u"https://example.org/?a#b"_s);
    QCOMPARE(package->warnings().size(), 2U);
}

void TestPackage::partsInACycleAreReachableAndOthersAreNot()
{
    const auto package =
        read(minimalDocx("")
                 .add("word/a.xml", "<a/>")
                 .add("word/_rels/a.xml.rels", relationships(relationship("r1", "document.xml")))
                 .add("word/orphan.xml", "<a/>")
                 .add("word/_rels/orphan.xml.rels", relationships(relationship("r1", "a.xml")))
                 .add("word/_rels/gone.xml.rels", relationships(""))
                 .add("[trash]/0000.dat", "x")
                 .add("word/_rels/document.xml.rels", relationships(relationship("r1", "a.xml")))
                 .build());
    QVERIFY(package);
    QVERIFY(package->find(u"word/a.xml"_s)->reachable);
    QVERIFY(!package->find(u"word/orphan.xml"_s)->reachable);
    QVERIFY(!package->find(u"[trash]/0000.dat"_s)->reachable);
    QVERIFY(!package->find(u"word/_rels/gone.xml.rels"_s)->reachable);
}

void TestPackage::foldersAreStray()
{
    const auto package = read(minimalDocx("").add("word/media/", "").build());
    QVERIFY(package);
    QCOMPARE(package->strayEntries(), std::vector<QString>{u"word/media/"_s});
}

void TestPackage::documentTypesInContainerPartsAreRefused()
{
    const QByteArray zip =
        minimalDocx("").add("word/_rels/document.xml.rels", "<!DOCTYPE a><a/>").build();
    QCOMPARE(errorOf(zip).code, ErrorCode::ForbiddenMarkup);
}

void TestPackage::compoundFilesAreToldApart()
{
    QCOMPARE(describeCompound("PK"), CompoundKind::None);
    QCOMPARE(describeCompound(compound({u"Root Entry"_s, u"ENCRYPTEDPACKAGE"_s})),
             CompoundKind::EncryptedPackage);
    QCOMPARE(describeCompound(compound({u"EncryptedPackage"_s, u"DRMEncryptedDataSpace"_s})),
             CompoundKind::RightsManaged);
    QCOMPARE(describeCompound(compound({u"1Table"_s, u"WordDocument"_s})),
             CompoundKind::LegacyWord);
    QCOMPARE(describeCompound(compound({u"Workbook"_s})), CompoundKind::LegacyExcel);
    QCOMPARE(describeCompound(compound({u"PowerPoint Document"_s})),
             CompoundKind::LegacyPowerPoint);
    QCOMPARE(describeCompound(compound({u"Root Entry"_s, u"__nameid_version1.0"_s})),
             CompoundKind::Other);
    QCOMPARE(describeCompound(compound({}).left(100)), CompoundKind::CutOff);
    QCOMPARE(describeCompound(compound({u"Root Entry"_s})), CompoundKind::CutOff);
}

void TestPackage::cancellingStops()
{
    const auto source = std::make_unique<std::stop_source>();
    source->request_stop();
    base::JobContext job;
    job.stop = source->get_token();
    const auto package = Package::read(minimalDocx("").build(), u"a.docx"_s, job);
    QVERIFY(!package);
    QCOMPARE(package.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestPackage)
#include "tst_package.moc"
