// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/blobstore.h"

#include "core/base/digest.h"
#include "core/base/fileio.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace expunge::queue {

namespace {

constexpr qint64 blobLimit = qint64{1} << 31;
constexpr qint64 orphanAgeSeconds = 3600;

/// Makes a file young, so that no other process takes it for an orphan before its row is there.
bool touch(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)
           && file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

}   // namespace

BlobStore::BlobStore(QString folder)
    : m_folder(std::move(folder))
{
}

QString BlobStore::pathOf(const QString &sha256) const
{
    // two letters as a folder, so that no folder gets very large
    return m_folder + u'/' + sha256.left(2) + u'/' + sha256;
}

base::Result<QString> BlobStore::put(const QByteArray &bytes)
{
    QString digest = base::sha256Hex(bytes);
    const QString path = pathOf(digest);
    if (touch(path) && get(digest)) {
        return digest;
    }
    for (const QString &folder : {m_folder, QFileInfo(path).path()}) {
        const bool isNew = !QFileInfo(folder).isDir();
        base::Result<> made = base::makePrivateFolder(folder);
        if (made && isNew) {
            made = base::syncFolder(QFileInfo(folder).path());
        }
        if (!made) {
            return tl::unexpected(made.error());
        }
    }
    return base::writeFileDurably(path, bytes, base::Existing::Replace, true).map([&] {
        return digest;
    });
}

base::Result<QByteArray> BlobStore::get(const QString &sha256) const
{
    const QString path = pathOf(sha256);
    base::Result<QByteArray> bytes = base::readFile(path, blobLimit);
    if (!bytes || base::sha256Hex(*bytes) != sha256) {
        return base::failure(base::ErrorCode::QueueDamaged, path,
                             bytes ? u"its content was changed"_s : u"it cannot be read"_s);
    }
    return bytes;
}

bool BlobStore::contains(const QString &sha256) const
{
    return QFileInfo(pathOf(sha256)).isFile();
}

bool BlobStore::isEmpty() const
{
    return !QDirIterator(m_folder, QDir::Files, QDirIterator::Subdirectories).hasNext();
}

void BlobStore::removeOrphans(const QSet<QString> &referenced) const
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-orphanAgeSeconds);
    QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QFileInfo file = files.fileInfo();
        if (!referenced.contains(file.fileName()) && file.lastModified() < limit) {
            QFile::remove(file.filePath());
        }
    }
}

}   // namespace expunge::queue
