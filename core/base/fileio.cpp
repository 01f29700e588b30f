// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fileio.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace expunge::base {

namespace {

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int get() const { return m_fd; }
    bool close()
    {
        const int fd = std::exchange(m_fd, -1);
        return fd < 0 || ::close(fd) == 0;
    }

private:
    int m_fd;
};

bool writeAll(int fd, const QByteArray &data)
{
    qsizetype done = 0;
    while (done < data.size()) {
        const auto n =
            ::write(fd, data.constData() + done, static_cast<size_t>(data.size() - done));
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return false;
        }
        done += n;
    }
    return true;
}

QString folderOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

}   // namespace

Error writeError(const QString &path, int systemError)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
        return Error{ErrorCode::DiskFull, path, {}};
    case EEXIST:
        return Error{ErrorCode::OutputExists, path, {}};
    default:
        return Error{ErrorCode::OutputUnwritable, path, qt_error_string(systemError)};
    }
}

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) {
        return failure(ErrorCode::Unreadable, path, QStringLiteral("not a regular file"));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Unreadable, path, file.errorString());
    }
    if (file.size() > limit) {
        return failure(ErrorCode::ExpansionLimit, path, QStringLiteral("file size"));
    }
    // One byte more than it says, so that a file that grows meanwhile is seen; never the limit,
    // which would be asked for as memory.
    QByteArray bytes = file.read(std::min(file.size(), limit) + 1);
    while (bytes.size() <= limit && !file.atEnd()) {
        bytes += file.read(limit + 1 - bytes.size());
    }
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorCode::Unreadable, path, file.errorString());
    }
    if (bytes.size() > limit) {
        return failure(ErrorCode::ExpansionLimit, path, QStringLiteral("file size"));
    }
    if (bytes.isEmpty()) {
        return failure(ErrorCode::EmptyFile, path);
    }
    return bytes;
}

Result<> makePrivateFolder(const QString &path)
{
    if (QFileInfo(path).isDir()) {
        return {};
    }
    errno = 0;
    if (!QDir().mkpath(path)) {
        return tl::unexpected(writeError(path, errno != 0 ? errno : EACCES));
    }
    if (::chmod(QFile::encodeName(path).constData(), 0700) != 0) {
        return tl::unexpected(writeError(path, errno));
    }
    return {};
}

Result<> syncFolder(const QString &path)
{
    const Descriptor folder(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0) {
        return tl::unexpected(writeError(path, errno));
    }
    // Some file systems do not sync folders (EINVAL); there, the rename is as durable as it gets.
    if (::fsync(folder.get()) != 0 && errno != EINVAL) {
        return tl::unexpected(writeError(path, errno));
    }
    return {};
}

Result<> renameDurably(const QString &from, const QString &to, Existing existing)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    const unsigned flags = existing == Existing::Refuse ? RENAME_NOREPLACE : 0U;
    int renamed = ::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), flags);
    if (renamed != 0 && errno == EINVAL && existing == Existing::Refuse) {
        // a file system without RENAME_NOREPLACE: a hard link refuses an existing name as well
        renamed = ::link(source.constData(), target.constData());
        if (renamed == 0) {
            ::unlink(source.constData());
        }
    }
    if (renamed != 0) {
        return tl::unexpected(writeError(to, errno));
    }
    return syncFolder(folderOf(to));
}

Result<> writeFileDurably(const QString &path, const QByteArray &data, Existing existing,
                          bool secret)
{
    const QString temporary = folderOf(path) + QStringLiteral("/.expunge-")
                              + QString::number(QRandomGenerator::system()->generate64(), 36)
                              + QStringLiteral(".part");
    const QByteArray from = QFile::encodeName(temporary);
    Descriptor file(::open(from.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                           secret ? 0600 : 0644));
    if (file.get() < 0) {
        return tl::unexpected(writeError(path, errno));
    }
    if (!writeAll(file.get(), data) || ::fsync(file.get()) != 0 || !file.close()) {
        const Error error = writeError(path, errno);
        ::unlink(from.constData());
        return tl::unexpected(error);
    }
    if (auto renamed = renameDurably(temporary, path, existing); !renamed) {
        ::unlink(from.constData());
        return renamed;
    }
    return {};
}

}   // namespace expunge::base
