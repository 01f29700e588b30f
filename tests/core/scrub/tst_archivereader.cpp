// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/archivereader.h"
#include "tests/support/zipbuilder.h"

#include <QTest>

using namespace expunge;
using namespace Qt::StringLiterals;
using testing::ZipBuilder;
using testing::ZipEntry;

namespace {

scrub::Archive read(const QByteArray &zip)
{
    scrub::ReadBudget budget;
    return scrub::readArchive(zip, budget).value_or(scrub::Archive{{}, {}, {u"not an archive"_s}});
}

ZipEntry entry(const QByteArray &name, const QByteArray &content)
{
    ZipEntry made;
    made.name = name;
    made.content = content;
    return made;
}

bool hasLoose(const scrub::Archive &archive, const QString &where, const QByteArray &bytes)
{
    return std::any_of(archive.loose.begin(), archive.loose.end(),
                       [&](const scrub::LooseBytes &loose) {
                           return loose.where.contains(where) && loose.data.contains(bytes);
                       });
}

}   // namespace

class TestArchiveReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void honestArchiveIsReadWithNothingLeftOver()
    {
        ZipEntry stored = entry("b.txt", "stored");
        stored.deflate = false;
        const auto archive =
            read(ZipBuilder().add("a.txt", QByteArray(5000, 'a')).add(stored).build());
        QCOMPARE(archive.entries.size(), size_t{2});
        QCOMPARE(archive.entries[0].name, u"a.txt"_s);
        QCOMPARE(archive.entries[0].data, QByteArray(5000, 'a'));
        QCOMPARE(archive.entries[1].data, QByteArray("stored"));
        QVERIFY(archive.loose.empty());
        QVERIFY(archive.unreadable.empty());
    }

    void everyByteOutsideEntriesIsAccountedFor()
    {
        ZipEntry odd = entry("a.txt", "content");
        odd.extra = QByteArray("\x99\x99\x06\x00", 4) + "extra1";
        odd.localExtra = QByteArray("\x99\x99\x06\x00", 4) + "extra2";
        odd.comment = "entry comment";
        odd.gapBefore = "gap bytes";
        const auto archive =
            read(ZipBuilder().add("first", "x").add(odd).comment("zip comment").build());
        QVERIFY(hasLoose(archive, u"extra field"_s, "extra1"));
        QVERIFY(hasLoose(archive, u"extra field"_s, "extra2"));
        QVERIFY(hasLoose(archive, u"comment of a.txt"_s, "entry comment"));
        QVERIFY(hasLoose(archive, u"no entry owns"_s, "gap bytes"));
        QVERIFY(hasLoose(archive, u"comment"_s, "zip comment"));
        QVERIFY(archive.unreadable.empty());
    }

    void bytesBehindTheEndAreAccountedFor()
    {
        const auto archive = read(ZipBuilder().add("a", "x").trailer("behind the end").build());
        QVERIFY(hasLoose(archive, u"no entry owns"_s, "behind the end"));
    }

    void entryThatIsNotListedIsUnpacked()
    {
        ZipEntry ghost = entry("ghost.txt", QByteArray("ghostly ").repeated(50));
        ghost.unlisted = true;
        const auto archive = read(ZipBuilder().add(ghost).add("a", "x").build());
        QCOMPARE(archive.entries.size(), size_t{1});
        QVERIFY(hasLoose(archive, u"not listed"_s, "ghostly ghostly"));
    }

    void whatCannotBeReadForCertainIsNamed_data()
    {
        QTest::addColumn<QByteArray>("zip");
        const auto change = [](const std::function<void(ZipEntry &)> &edit) {
            ZipEntry odd = entry("odd.xml", QByteArray(200, 'o'));
            edit(odd);
            return ZipBuilder().add("a", "x").add(odd).build();
        };
        QTest::newRow("two entries of one name")
            << ZipBuilder().add("odd.xml", "1").add("odd.xml", "2").build();
        QTest::newRow("other name in front of the data")
            << change([](ZipEntry &e) { e.localName = "even.xml"; });
        QTest::newRow("encrypted") << change([](ZipEntry &e) { e.flags = 1; });
        QTest::newRow("unknown method") << change([](ZipEntry &e) { e.method = 12; });
        QTest::newRow("wrong size") << change([](ZipEntry &e) { e.claimedSize = 7; });
        QTest::newRow("wrong checksum") << change([](ZipEntry &e) { e.claimedCrc = 7; });
        QTest::newRow("not deflated after all") << change([](ZipEntry &e) {
            e.deflate = false;
            e.method = 8;
        });
    }

    void whatCannotBeReadForCertainIsNamed()
    {
        QFETCH(QByteArray, zip);
        const auto archive = read(zip);
        QVERIFY(std::find(archive.unreadable.begin(), archive.unreadable.end(), u"odd.xml"_s)
                != archive.unreadable.end());
    }

    void damagedDirectoryIsNamed()
    {
        QByteArray zip = ZipBuilder().add("a", "x").build();
        zip[zip.indexOf("PK\x01\x02")] = 'Q';
        QVERIFY(!read(zip).unreadable.empty());
    }

    void unpackingStopsAtTheBudget()
    {
        const QByteArray bomb =
            ZipBuilder().add("bomb", QByteArray(qsizetype{20} << 20, '\0')).build();
        QVERIFY(bomb.size() < 100'000);
        scrub::ReadBudget budget;
        budget.bytes = 1 << 20;
        const auto archive = scrub::readArchive(bomb, budget);
        QVERIFY(archive.has_value());
        QVERIFY(archive->entries.empty());
        QCOMPARE(archive->unreadable, std::vector<QString>{u"bomb"_s});
    }

    void fileCutOrChangedAnywhereDoesNoHarm()
    {
        const QByteArray zip =
            ZipBuilder().add("a.txt", QByteArray(100, 'a')).add("b", "bb").comment("c").build();
        for (qsizetype i = 0; i < zip.size(); ++i) {
            read(zip.left(i));
            for (const char value : {'\0', '\x7f', '\xff'}) {
                QByteArray changed = zip;
                changed[i] = value;
                read(changed);
            }
        }
        QVERIFY(read(zip).unreadable.empty());
    }

    void fileThatIsNoArchiveIsNone()
    {
        scrub::ReadBudget budget;
        QVERIFY(!scrub::readArchive("plain text that is long enough", budget));
        QVERIFY(!scrub::readArchive({}, budget));
    }
};

QTEST_GUILESS_MAIN(TestArchiveReader)
#include "tst_archivereader.moc"
