// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/database.h"

struct sqlite3_stmt;

namespace expunge::queue {

/// One prepared statement and its rows; finalized when it goes. A fault in preparing or binding
/// shows when it is run.
class Query
{
public:
    Query(Database &database, const QByteArray &sql);

    /// Gives the next parameter its value.
    Query &bind(const QString &text);
    Query &bind(qint64 number);
    Query &bindNull();

    /// Steps to the next row; false at the end and on a fault, which ok() tells apart.
    bool next();
    bool ok() const { return m_ok; }

    /// Runs a statement that has no rows to read.
    base::Result<> run();

    QString text(int column) const;
    qint64 integer(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    Query &bound(int result);

    Database *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_parameter = 0;
    bool m_ok = true;
};

}   // namespace expunge::queue
