// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;

namespace expunge::queue {

/// One connection to an SQLite database, with the settings that durability and mistrust ask for;
/// closed when it goes.
class Database
{
public:
    /// `path` ":memory:" makes one that nobody else sees. QueueDamaged if it is not a database,
    /// OutputUnwritable, DiskFull.
    static base::Result<Database> open(const QString &path);

    /// Runs statements that return nothing.
    base::Result<> run(const QByteArray &sql);

    /// The first column of the first row, as an integer.
    base::Result<qint64> number(const QByteArray &sql);

    /// The Error for the last failed call on this connection.
    base::Error lastError() const;

    sqlite3 *handle() const { return m_handle.get(); }
    const QString &path() const { return m_path; }

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };

    Database(sqlite3 *handle, QString path)
        : m_handle(handle)
        , m_path(std::move(path))
    {
    }

    std::unique_ptr<sqlite3, Close> m_handle;
    QString m_path;
};

/// A write transaction (BEGIN IMMEDIATE), undone when it goes without commit().
class Transaction
{
public:
    static base::Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    base::Result<> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }

    Database *m_database = nullptr;
};

}   // namespace expunge::queue
