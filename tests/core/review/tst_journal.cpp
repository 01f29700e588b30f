// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fileio.h"
#include "core/review/journal.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace expunge;
using namespace Qt::StringLiterals;
using base::ErrorCode;

class TestJournal : public QObject
{
    Q_OBJECT

private:
    QString sessionsFolder() const { return m_folder->filePath(u"sessions"_s); }
    QString keysFolder() const { return m_folder->filePath(u"keys"_s); }
    QString journalFile() const { return sessionsFolder() + u"/s1.journal"_s; }

    base::Result<std::unique_ptr<review::Journal>> open() const
    {
        return review::Journal::open(sessionsFolder(), u"s1"_s, *m_keys);
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void setBytes(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void writeThreeRecords() const
    {
        {
            auto journal = open();
            QVERIFY(journal.has_value());
            QVERIFY((*journal)->append("first record").has_value());
            QVERIFY((*journal)->append(QByteArray(300, 'x')).has_value());
        }
        auto journal = open();   // the third one is of a later start, so of another stream
        QVERIFY(journal.has_value());
        QVERIFY((*journal)->append("third").has_value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<review::SessionKeys> m_keys;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keys = review::makeFileSessionKeys(keysFolder());
    }

    void recordsComeBackInOrder()
    {
        writeThreeRecords();
        auto journal = open();
        QVERIFY(journal.has_value());
        const std::vector<QByteArray> expected{"first record", QByteArray(300, 'x'), "third"};
        QCOMPARE((*journal)->records(), expected);
        QCOMPARE((*journal)->session(), u"s1"_s);
    }

    void emptyRecordIsKept()
    {
        {
            auto journal = open();
            QVERIFY((*journal)->append({}).has_value());
        }
        QCOMPARE((*open())->records().size(), size_t{1});
    }

    void fileHoldsNoReadableText()
    {
        auto journal = open();
        QVERIFY((*journal)->append("Zorblatt Quimby redacted").has_value());
        QVERIFY(!bytesOf(journalFile()).contains("Zorblatt"));
    }

    void journalAndKeyAreForTheirOwnerOnly()
    {
        auto journal = open();
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(journalFile()).permissions() & others));
        QVERIFY(!(QFileInfo(keysFolder() + u"/s1.key"_s).permissions() & others));
        QVERIFY(!(QFileInfo(keysFolder()).permissions() & (others | QFile::ExeOther)));
    }

    void fileCutAnywhereKeepsTheWholeRecordsAndGoesOn()
    {
        writeThreeRecords();
        const QByteArray whole = bytesOf(journalFile());
        const auto all = (*open())->records();
        size_t most = 0;
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            setBytes(journalFile(), whole.left(size));
            {
                auto journal = open();
                QVERIFY2(journal.has_value(), qPrintable(QString::number(size)));
                const auto &records = (*journal)->records();
                QVERIFY(records.size() <= all.size());
                QVERIFY(std::equal(records.begin(), records.end(), all.begin()));
                QVERIFY(records.size() >= most);
                most = records.size();
                QVERIFY((*journal)->append("after the cut").has_value());
            }
            const auto again = open();
            QVERIFY(again.has_value());
            QCOMPARE((*again)->records().size(), most + 1);
            QCOMPARE((*again)->records().back(), QByteArray("after the cut"));
        }
        QCOMPARE(most, all.size());
    }

    void everyChangedBitIsNoticed()
    {
        writeThreeRecords();
        const QByteArray whole = bytesOf(journalFile());
        for (qsizetype i = 0; i < whole.size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray changed = whole;
                changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
                setBytes(journalFile(), changed);
                const auto journal = open();
                QVERIFY2(!journal, qPrintable(u"byte %1 bit %2"_s.arg(i).arg(bit)));
                QCOMPARE(journal.error().code, ErrorCode::SessionDamaged);
                QCOMPARE(bytesOf(journalFile()),
                         changed);   // nothing is cut from a file that is damaged
            }
        }
    }

    void recordsThatChangePlacesOrGoMissingAreNoticed()
    {
        {
            auto journal = open();
            for (int i = 0; i < 3; ++i) {
                QVERIFY((*journal)->append(QByteArray(20, static_cast<char>('a' + i))).has_value());
            }
        }
        const QByteArray whole = bytesOf(journalFile());
        const qsizetype frame = 13 + 20 + 17;
        const QByteArray start = whole.left(whole.size() - 3 * frame);
        const QByteArray a = whole.mid(start.size(), frame);
        const QByteArray b = whole.mid(start.size() + frame, frame);
        const QByteArray c = whole.right(frame);
        for (const QByteArray &changed :
             QByteArrayList{start + b + a + c, start + a + c, start + a + a + b + c}) {
            setBytes(journalFile(), changed);
            QVERIFY(!open());
        }
        setBytes(journalFile(), start + a + b + c);
        QVERIFY(open().has_value());
    }

    void tailThatAPowerCutLeftEmptyIsDropped()
    {
        writeThreeRecords();
        const QByteArray whole = bytesOf(journalFile());
        setBytes(journalFile(), whole + QByteArray(100, '\0'));
        QCOMPARE((*open())->records().size(), size_t{3});
        QCOMPARE(bytesOf(journalFile()).size(), whole.size());
        setBytes(journalFile(), whole.chopped(18) + QByteArray(18, '\0'));
        QCOMPARE((*open())->records().size(), size_t{2});
    }

    void secondWriterIsRefused()
    {
        const auto first = open();
        QVERIFY(first.has_value());
        const auto second = open();
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::OutputUnwritable);
        const auto destroyed = review::Journal::destroy(sessionsFolder(), u"s1"_s, *m_keys);
        QVERIFY(!destroyed);
        QVERIFY(QFileInfo::exists(keysFolder() + u"/s1.key"_s));
    }

    void journalWithoutItsKeyIsDamagedAndGetsNoNewKey()
    {
        writeThreeRecords();
        QVERIFY(m_keys->destroy(u"s1"_s).has_value());
        const auto journal = open();
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, ErrorCode::SessionDamaged);
        QVERIFY(!QFileInfo::exists(keysFolder() + u"/s1.key"_s));
    }

    void destroyLeavesNeitherKeyNorFile()
    {
        writeThreeRecords();
        const QString other = m_folder->filePath(u"other-name-of-the-key"_s);
        QVERIFY(::link(QFile::encodeName(keysFolder() + u"/s1.key"_s).constData(),
                       QFile::encodeName(other).constData())
                == 0);
        const QByteArray before = bytesOf(other);
        QVERIFY(review::Journal::destroy(sessionsFolder(), u"s1"_s, *m_keys).has_value());
        QVERIFY(!QFileInfo::exists(journalFile()));
        QVERIFY(!QFileInfo::exists(keysFolder() + u"/s1.key"_s));
        QVERIFY(bytesOf(other) != before);   // overwritten, not only unlinked
        QVERIFY(review::Journal::sessions(sessionsFolder()).empty());
    }

    void sessionsAreListedNewestFirst()
    {
        const QStringList names{u"b"_s, u"a"_s, u"c"_s};
        QDateTime time = QDateTime::currentDateTimeUtc().addSecs(-100);
        for (const QString &name : names) {
            QVERIFY(review::Journal::open(sessionsFolder(), name, *m_keys).has_value());
            QFile file(sessionsFolder() + u'/' + name + u".journal"_s);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
            time = time.addSecs(10);
        }
        const std::vector<QString> expected{u"c"_s, u"a"_s, u"b"_s};
        QCOMPARE(review::Journal::sessions(sessionsFolder()), expected);
    }

    void namesThatLeadElsewhereAreRefused()
    {
        for (const QString &name : {u"../s"_s, u""_s, u".s"_s, u"a/b"_s, u"a\0b"_s, u"ä"_s}) {
            QVERIFY(!review::Journal::open(sessionsFolder(), name, *m_keys));
        }
    }

    void writeThatFailsLeavesTheRecordsBeforeIt()
    {
        auto journal = open();
        QVERIFY((*journal)->append("kept").has_value());
        // A limit on the size of files stands for a full disk: the write stops half way.
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = static_cast<rlim_t>(QFileInfo(journalFile()).size() + 40);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto failed = (*journal)->append(QByteArray(1000, 'y'));
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!failed);
        QVERIFY((*journal)->append("later").has_value());
        journal->reset();
        const std::vector<QByteArray> expected{"kept", "later"};
        QCOMPARE((*open())->records(), expected);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
