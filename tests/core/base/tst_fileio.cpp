// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fileio.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace expunge::base;
using namespace Qt::StringLiterals;

namespace {

/// A file system of 64 KiB, so that it can be filled.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
        m_mounted = QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=64k"_s,
                                                   u"tmpfs"_s, folder})
                    == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted) {
            QProcess::execute(u"umount"_s, {m_folder});
        }
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; }

private:
    QString m_folder;
    bool m_mounted = false;
};

void writePlain(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

mode_t modeOf(const QString &path)
{
    struct stat status
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

}   // namespace

class TestFileio : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void wholeFileIsRead()
    {
        writePlain(path(u"a"_s), "some bytes");
        QCOMPARE(readFile(path(u"a"_s), 10).value(), QByteArray("some bytes"));
    }

    void whatCannotBeReadHasItsReason()
    {
        QCOMPARE(readFile(path(u"missing"_s), 10).error().code, ErrorCode::Unreadable);
        QCOMPARE(readFile(path(u"missing"_s), 10).error().location, path(u"missing"_s));
        QCOMPARE(readFile(m_folder->path(), 10).error().code, ErrorCode::Unreadable);
        writePlain(path(u"empty"_s), {});
        QCOMPARE(readFile(path(u"empty"_s), 10).error().code, ErrorCode::EmptyFile);
        writePlain(path(u"big"_s), "12345678901");
        QCOMPARE(readFile(path(u"big"_s), 10).error().code, ErrorCode::ExpansionLimit);
    }

    void devicesAndPipesAreNotRead()
    {
        // reading from a pipe without a writer would never end
        const QString pipe = path(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(readFile(pipe, 10).error().code, ErrorCode::Unreadable);
    }

    void writtenFileIsCompleteAndAlone()
    {
        QVERIFY(writeFileDurably(path(u"out"_s), "content", Existing::Refuse));
        QCOMPARE(contentOf(path(u"out"_s)), QByteArray("content"));
        QCOMPARE(namesIn(m_folder->path()), QStringList{u"out"_s});
    }

    void existingFileIsNeverReplacedUnlessAsked()
    {
        writePlain(path(u"out"_s), "old");
        const auto refused = writeFileDurably(path(u"out"_s), "new", Existing::Refuse);
        QCOMPARE(refused.error().code, ErrorCode::OutputExists);
        QCOMPARE(contentOf(path(u"out"_s)), QByteArray("old"));
        QCOMPARE(namesIn(m_folder->path()), QStringList{u"out"_s});
        QVERIFY(writeFileDurably(path(u"out"_s), "new", Existing::Replace));
        QCOMPARE(contentOf(path(u"out"_s)), QByteArray("new"));
    }

    void secretFileIsForItsOwnerOnly()
    {
        QVERIFY(writeFileDurably(path(u"key"_s), "seed", Existing::Refuse, true));
        QCOMPARE(modeOf(path(u"key"_s)), mode_t(0600));
    }

    void privateFolderIsForItsOwnerOnly()
    {
        QVERIFY(makePrivateFolder(path(u"a/b"_s)));
        QCOMPARE(modeOf(path(u"a/b"_s)), mode_t(0700));
        QVERIFY(makePrivateFolder(path(u"a/b"_s)));
    }

    void folderThatIsMissingIsRefused()
    {
        const auto refused = writeFileDurably(path(u"none/out"_s), "x", Existing::Refuse);
        QCOMPARE(refused.error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(refused.error().location, path(u"none/out"_s));
    }

    void folderWithoutPermissionIsRefused()
    {
        if (::geteuid() == 0) {
            QSKIP("root may write everywhere");
        }
        QVERIFY(makePrivateFolder(path(u"closed"_s)));
        QCOMPARE(::chmod(QFile::encodeName(path(u"closed"_s)).constData(), 0500), 0);
        const auto refused = writeFileDurably(path(u"closed/out"_s), "x", Existing::Refuse);
        QCOMPARE(refused.error().code, ErrorCode::OutputUnwritable);
        QVERIFY(namesIn(path(u"closed"_s)).isEmpty());
    }

    void fullDiskLeavesNothingBehind()
    {
        const QString folder = path(u"disk"_s);
        const SmallDisk disk(folder);
        if (!disk.isMounted()) {
            QSKIP("a small file system can only be mounted by root");
        }
        const QByteArray big(256 * 1024, 'x');
        const auto refused = writeFileDurably(folder + u"/out"_s, big, Existing::Refuse);
        QCOMPARE(refused.error().code, ErrorCode::DiskFull);
        QVERIFY(namesIn(folder).isEmpty());
        QVERIFY(writeFileDurably(folder + u"/out"_s, "fits", Existing::Refuse));
        const auto again = writeFileDurably(folder + u"/out"_s, big, Existing::Replace);
        QCOMPARE(again.error().code, ErrorCode::DiskFull);
        QCOMPARE(contentOf(folder + u"/out"_s), QByteArray("fits"));
        QCOMPARE(namesIn(folder), QStringList{u"out"_s});
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFileio)
#include "tst_fileio.moc"
