// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fileio.h"
#include "core/review/journal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

namespace expunge::review {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr qsizetype keySize = 32;

/// Keys as files of a folder that only their owner can enter.
class FileSessionKeys final : public SessionKeys
{
public:
    explicit FileSessionKeys(QString folder)
        : m_folder(std::move(folder))
    {
    }

    Result<QByteArray> create(const QString &session) override
    {
        if (sodium_init() < 0) {
            return failure(ErrorCode::Internal, {}, QStringLiteral("random numbers"));
        }
        if (auto made = base::makePrivateFolder(m_folder); !made) {
            return tl::unexpected(made.error());
        }
        QByteArray key(keySize, '\0');
        randombytes_buf(key.data(), static_cast<size_t>(keySize));
        if (auto written =
                base::writeFileDurably(pathOf(session), key, base::Existing::Refuse, true);
            !written) {
            return tl::unexpected(written.error());
        }
        return key;
    }

    Result<QByteArray> read(const QString &session) override
    {
        const QString path = pathOf(session);
        if (!QFileInfo::exists(path)) {
            return failure(ErrorCode::KeyMissing, path);
        }
        auto key = base::readFile(path, keySize);
        if (!key || key->size() != keySize) {
            return failure(ErrorCode::KeyUnavailable, path);
        }
        return key;
    }

    Result<> destroy(const QString &session) override
    {
        const QString path = pathOf(session);
        const QByteArray name = QFile::encodeName(path);
        const int fd = ::open(name.constData(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
        if (fd < 0 && errno == ENOENT) {
            return {};
        }
        if (fd < 0) {
            return tl::unexpected(base::writeError(path, errno));
        }
        // The key is overwritten first: a name that is only unlinked leaves its bytes on the disk.
        QByteArray noise(keySize, '\0');
        randombytes_buf(noise.data(), static_cast<size_t>(keySize));
        const bool overwritten =
            ::write(fd, noise.constData(), static_cast<size_t>(keySize)) == keySize
            && ::fsync(fd) == 0;
        const int systemError = errno;
        ::close(fd);
        if (!overwritten) {
            return tl::unexpected(base::writeError(path, systemError));
        }
        if (::unlink(name.constData()) != 0) {
            return tl::unexpected(base::writeError(path, errno));
        }
        return base::syncFolder(m_folder);
    }

private:
    QString pathOf(const QString &session) const
    {
        return m_folder + QLatin1Char('/') + session + QStringLiteral(".key");
    }

    QString m_folder;
};

}   // namespace

SessionKeys::~SessionKeys() = default;

std::unique_ptr<SessionKeys> makeFileSessionKeys(const QString &folder)
{
    return std::make_unique<FileSessionKeys>(folder);
}

}   // namespace expunge::review
