// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/query.h"

#include <sqlite3.h>

namespace expunge::queue {

void Query::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Query::Query(Database &database, const QByteArray &sql)
    : m_database(&database)
{
    sqlite3_stmt *statement = nullptr;
    m_ok = sqlite3_prepare_v2(database.handle(), sql.constData(), static_cast<int>(sql.size()),
                              &statement, nullptr)
           == SQLITE_OK;
    m_statement.reset(statement);
}

Query &Query::bound(int result)
{
    m_ok = m_ok && result == SQLITE_OK;
    return *this;
}

Query &Query::bind(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return bound(sqlite3_bind_text(m_statement.get(), ++m_parameter, bytes.constData(),
                                   static_cast<int>(bytes.size()), SQLITE_TRANSIENT));
}

Query &Query::bind(qint64 number)
{
    return bound(sqlite3_bind_int64(m_statement.get(), ++m_parameter, number));
}

Query &Query::bindNull()
{
    return bound(sqlite3_bind_null(m_statement.get(), ++m_parameter));
}

bool Query::next()
{
    if (!m_ok) {
        return false;
    }
    const int result = sqlite3_step(m_statement.get());
    m_ok = result == SQLITE_ROW || result == SQLITE_DONE;
    return result == SQLITE_ROW;
}

base::Result<> Query::run()
{
    while (next()) {
    }
    if (!m_ok) {
        return tl::unexpected(m_database->lastError());
    }
    return {};
}

QString Query::text(int column) const
{
    const auto *bytes =
        reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

}   // namespace expunge::queue
