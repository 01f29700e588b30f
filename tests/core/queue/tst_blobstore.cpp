// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/blobstore.h"

#include "core/base/digest.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using expunge::base::ErrorCode;
using expunge::queue::BlobStore;

class TestBlobStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptComesBack()
    {
        const QTemporaryDir folder;
        BlobStore store(folder.filePath(u"blobs"_s));
        QVERIFY(store.isEmpty());
        const QByteArray bytes("bytes\0more", 10);
        const auto digest = store.put(bytes);
        QCOMPARE(digest.value(), expunge::base::sha256Hex(bytes));
        QCOMPARE(store.get(*digest).value(), bytes);
        QVERIFY(store.contains(*digest));
        QVERIFY(!store.isEmpty());
        QVERIFY(!store.contains(expunge::base::sha256Hex("other")));
    }

    void whatIsGoneOrChangedIsDamage()
    {
        const QTemporaryDir folder;
        BlobStore store(folder.path());
        const QString digest = store.put("bytes").value();
        QFile file(folder.path() + u'/' + digest.left(2) + u'/' + digest);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("bytez") == 5);
        file.close();
        QCOMPARE(store.get(digest).error().code, ErrorCode::QueueDamaged);
        QVERIFY(file.remove());
        QCOMPARE(store.get(digest).error().code, ErrorCode::QueueDamaged);
    }

    void keepingAgainMendsADamagedFile()
    {
        const QTemporaryDir folder;
        BlobStore store(folder.path());
        const QString digest = store.put("bytes").value();
        QFile file(folder.path() + u'/' + digest.left(2) + u'/' + digest);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("by") == 2);
        file.close();
        QVERIFY(store.put("bytes"));
        QCOMPARE(store.get(digest).value(), QByteArray("bytes"));
    }

    void nothingHalfWrittenIsLeftBehind()
    {
        const QTemporaryDir folder;
        BlobStore store(folder.path());
        for (int i = 0; i < 20; ++i) {
            QVERIFY(store.put(QByteArray::number(i)));
        }
        QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            files.next();
            QCOMPARE(files.fileName().size(), qsizetype{64});
            QVERIFY(!(files.fileInfo().permissions() & (QFile::ReadGroup | QFile::ReadOther)));
            ++count;
        }
        QCOMPARE(count, 20);
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"blobs"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        BlobStore store(file.fileName());
        QCOMPARE(store.put("bytes").error().code, ErrorCode::OutputExists);
    }
};

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blobstore.moc"
