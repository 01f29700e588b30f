// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/journal.h"

#include "core/base/fileio.h"
#include "core/review/journalframes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace expunge::review {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

QString journalSuffix()
{
    return QStringLiteral(".journal");
}

QString journalPath(const QString &folder, const QString &session)
{
    return folder + QLatin1Char('/') + session + journalSuffix();
}

/// Sessions name files, so a name must not lead anywhere else.
bool isSessionName(const QString &session)
{
    return !session.isEmpty() && session.size() <= 100 && !session.startsWith(QLatin1Char('.'))
           && std::all_of(session.cbegin(), session.cend(), [](QChar c) {
                  return c.unicode() < 128
                         && (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_')
                             || c == QLatin1Char('.'));
              });
}

bool writeAt(int fd, const QByteArray &bytes, qint64 offset)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto n = ::pwrite(fd, bytes.constData() + done,
                                static_cast<size_t>(bytes.size() - done), offset + done);
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

Result<QByteArray> readAll(int fd, const QString &path)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0) {
        return failure(ErrorCode::Unreadable, path);
    }
    QByteArray bytes(static_cast<qsizetype>(status.st_size), '\0');
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto n =
            ::pread(fd, bytes.data() + done, static_cast<size_t>(bytes.size() - done), done);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return failure(ErrorCode::Unreadable, path);
        }
        done += n;
    }
    return bytes;
}

/// The key of a session that has a journal already, or of a new one.
Result<QByteArray> keyFor(const QString &session, bool existing, const QString &path,
                          SessionKeys &keys)
{
    auto key = keys.read(session);
    if (!key && key.error().code == ErrorCode::KeyMissing) {
        if (existing) {
            return failure(ErrorCode::SessionDamaged, path, QStringLiteral("its key is gone"));
        }
        key = keys.create(session);
    }
    if (key && key->size() != journalKeySize) {
        return failure(ErrorCode::KeyUnavailable, path);
    }
    return key;
}

}   // namespace

struct Journal::State
{
    State(int descriptor, QString file, QString name)
        : fd(descriptor)
        , path(std::move(file))
        , session(std::move(name))
    {
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { ::close(fd); }   // lets the lock go, too

    int fd;
    QString path;
    QString session;
    qint64 end = 0;   // where the next frame goes
    bool broken = false;
    std::unique_ptr<FrameWriter> writer;
    std::vector<QByteArray> records;
};

Journal::Journal(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &folder, const QString &session,
                                               SessionKeys &keys)
{
    if (!isSessionName(session)) {
        return failure(ErrorCode::WrongUsage, session, QStringLiteral("session name"));
    }
    if (sodium_init() < 0) {
        return failure(ErrorCode::Internal, {}, QStringLiteral("random numbers"));
    }
    if (auto made = base::makePrivateFolder(folder); !made) {
        return tl::unexpected(made.error());
    }
    const QString path = journalPath(folder, session);
    const int fd = ::open(QFile::encodeName(path).constData(),
                          O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) {
        return tl::unexpected(base::writeError(path, errno));
    }
    auto state = std::make_unique<State>(fd, path, session);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        return failure(ErrorCode::OutputUnwritable, path, QString(Journal::inUse));
    }
    auto bytes = readAll(fd, path);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    // A file that does not even hold its first bytes was cut off while it was made.
    const bool existing = bytes->size() >= journalMagic().size();
    auto key = keyFor(session, existing, path, keys);
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto frames = readFrames(*bytes, *key);
    if (!frames) {
        return failure(ErrorCode::SessionDamaged, path, frames.error().detail);
    }
    state->writer = std::make_unique<FrameWriter>(*key, *frames);
    sodium_memzero(key->data(), static_cast<size_t>(key->size()));
    state->records = std::move(frames->records);
    state->end = frames->end;
    if (frames->end < bytes->size() && ::ftruncate(fd, frames->end) != 0) {
        return tl::unexpected(base::writeError(path, errno));
    }
    if (!existing) {
        if (!writeAt(fd, journalMagic(), 0) || ::fsync(fd) != 0) {
            return tl::unexpected(base::writeError(path, errno));
        }
        state->end = journalMagic().size();
        if (auto synced = base::syncFolder(folder); !synced) {
            return tl::unexpected(synced.error());
        }
    }
    return std::unique_ptr<Journal>(new Journal(std::move(state)));
}

const std::vector<QByteArray> &Journal::records() const
{
    return m_state->records;
}

const QString &Journal::session() const
{
    return m_state->session;
}

Result<> Journal::append(const QByteArray &record)
{
    if (m_state->broken) {
        return failure(ErrorCode::SessionDamaged, m_state->path,
                       QStringLiteral("a write failed before"));
    }
    if (record.size() > largestRecord) {
        return failure(ErrorCode::ExpansionLimit, m_state->path, QStringLiteral("record size"));
    }
    const QByteArray frames = m_state->writer->seal(record);
    if (writeAt(m_state->fd, frames, m_state->end) && ::fdatasync(m_state->fd) == 0) {
        m_state->end += frames.size();
        m_state->writer->commit();
        return {};
    }
    const int systemError = errno;
    m_state->writer->rollBack();
    // What may have reached the disk must not be taken for a record later.
    m_state->broken = ::ftruncate(m_state->fd, m_state->end) != 0;
    return tl::unexpected(base::writeError(m_state->path, systemError));
}

Result<> Journal::destroy(const QString &folder, const QString &session, SessionKeys &keys)
{
    if (!isSessionName(session)) {
        return failure(ErrorCode::WrongUsage, session, QStringLiteral("session name"));
    }
    const QString path = journalPath(folder, session);
    const QByteArray name = QFile::encodeName(path);
    const int fd = ::open(name.constData(), O_RDWR | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0) {
        const bool free = ::flock(fd, LOCK_EX | LOCK_NB) == 0;
        ::close(fd);
        if (!free) {
            return failure(ErrorCode::OutputUnwritable, path, QString(Journal::inUse));
        }
    }
    // The key first: without it the file is noise, even if the power fails now.
    if (auto destroyed = keys.destroy(session); !destroyed) {
        return destroyed;
    }
    if (::unlink(name.constData()) != 0 && errno != ENOENT) {
        return tl::unexpected(base::writeError(path, errno));
    }
    return QFileInfo(folder).isDir() ? base::syncFolder(folder) : Result<>();
}

std::vector<QString> Journal::sessions(const QString &folder)
{
    QFileInfoList files = QDir(folder).entryInfoList({QLatin1Char('*') + journalSuffix()},
                                                     QDir::Files | QDir::Hidden);
    std::sort(files.begin(), files.end(), [](const QFileInfo &left, const QFileInfo &right) {
        const QDateTime leftTime = left.lastModified();
        const QDateTime rightTime = right.lastModified();
        return leftTime != rightTime ? leftTime > rightTime : left.fileName() > right.fileName();
    });
    std::vector<QString> names;
    for (const QFileInfo &file : files) {
        const QString name = file.fileName().chopped(journalSuffix().size());
        if (isSessionName(name)) {
            names.push_back(name);
        }
    }
    return names;
}

}   // namespace expunge::review
