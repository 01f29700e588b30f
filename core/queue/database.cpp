// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/database.h"

#include "core/base/fileio.h"
#include "core/queue/query.h"

#include <QFile>

#include <cerrno>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace expunge::queue {

namespace {

constexpr int patienceMs = 5000;

// TRUNCATE with FULL lost nothing in simulated power cuts; SQLite before 3.51.3 can damage a WAL
// that two processes share (sqlite.org/wal.html, "WAL-reset bug"). The rest is mistrust of what is
// on disk.
constexpr QByteArrayView settings = "PRAGMA journal_mode=TRUNCATE;"
                                    "PRAGMA synchronous=FULL;"
                                    "PRAGMA foreign_keys=ON;"
                                    "PRAGMA trusted_schema=OFF;"
                                    "PRAGMA secure_delete=ON;"
                                    "PRAGMA cell_size_check=ON;"
                                    "PRAGMA mmap_size=0;";

base::Error errorFor(int result, int systemError, const QString &message, const QString &path)
{
    switch (result & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {base::ErrorCode::QueueDamaged, path, message};
    case SQLITE_FULL:
        return {base::ErrorCode::DiskFull, path, {}};
    case SQLITE_CONSTRAINT:
        return {base::ErrorCode::QueueRefused, path, message};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {base::ErrorCode::QueueRefused, path, u"another process is using the queue"_s};
    case SQLITE_IOERR:
        return base::writeError(path, systemError != 0 ? systemError : EIO);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH:
        return {base::ErrorCode::OutputUnwritable, path, message};
    default:
        return {base::ErrorCode::QueueDamaged, path, message};
    }
}

}   // namespace

void Database::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

base::Result<Database> Database::open(const QString &path)
{
    sqlite3 *handle = nullptr;
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
    const int result =
        sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags, nullptr);
    Database database(handle, path);
    if (result != SQLITE_OK) {
        return tl::unexpected(handle != nullptr ? database.lastError()
                                                : base::Error{base::ErrorCode::Internal, path, {}});
    }
    sqlite3_busy_timeout(handle, patienceMs);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return database.run(settings.toByteArray()).map([&] { return std::move(database); });
}

base::Result<> Database::run(const QByteArray &sql)
{
    if (sqlite3_exec(handle(), sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return tl::unexpected(lastError());
    }
    return {};
}

base::Result<qint64> Database::number(const QByteArray &sql)
{
    Query query(*this, sql);
    if (!query.next()) {
        return tl::unexpected(lastError());
    }
    return query.integer(0);
}

base::Error Database::lastError() const
{
    return errorFor(sqlite3_extended_errcode(handle()), sqlite3_system_errno(handle()),
                    QString::fromUtf8(sqlite3_errmsg(handle())), m_path);
}

base::Result<Transaction> Transaction::begin(Database &database)
{
    return database.run("BEGIN IMMEDIATE").map([&] { return Transaction(database); });
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database != nullptr) {
        // A failed commit may have undone everything already; then there is nothing to roll back.
        sqlite3_exec(m_database->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

base::Result<> Transaction::commit()
{
    base::Result<> done = m_database->run("COMMIT");
    if (done) {
        m_database = nullptr;
    }
    return done;
}

}   // namespace expunge::queue
