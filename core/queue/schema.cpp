// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/schema.h"

#include "core/queue/query.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace expunge::queue {

namespace {

constexpr qint64 applicationId = 0x58504E47;   // "XPNG"
constexpr qint64 currentVersion = 1;

tl::unexpected<base::Error> damaged(const Database &database, const QString &detail)
{
    return base::failure(base::ErrorCode::QueueDamaged, database.path(), detail);
}

base::Result<> makeTables(Database &database)
{
    QFile file(u":/sql/0001_queue.sql"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::failure(base::ErrorCode::Internal, file.fileName());
    }
    return database.run(file.readAll())
        .and_then([&] {
            return database.run("PRAGMA application_id=" + QByteArray::number(applicationId));
        })
        .and_then([&] {
            return database.run("PRAGMA user_version=" + QByteArray::number(currentVersion));
        });
}

/// Every table, index and trigger as it was written down.
base::Result<QStringList> definitions(Database &database)
{
    QStringList list;
    Query query(database, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema "
                          "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name");
    while (query.next()) {
        list += query.text(0) + u'|' + query.text(1) + u'|' + query.text(2) + u'|' + query.text(3);
    }
    if (!query.ok()) {
        return tl::unexpected(database.lastError());
    }
    return list;
}

/// A trigger with one changed letter would let illegal changes through, so the rules are compared
/// with those of a new database.
base::Result<> checkDefinitions(Database &database)
{
    base::Result<Database> fresh = Database::open(u":memory:"_s);
    if (!fresh) {
        return tl::unexpected(fresh.error());
    }
    base::Result<> made = makeTables(*fresh);
    if (!made) {
        return made;
    }
    const base::Result<QStringList> expected = definitions(*fresh);
    const base::Result<QStringList> found = definitions(database);
    if (!expected || !found) {
        return tl::unexpected(expected ? found.error() : expected.error());
    }
    return *expected == *found ? base::Result<>() : damaged(database, u"its rules were changed"_s);
}

/// The whole integrity_check, because quick_check does not compare rows with their indexes; 10,000
/// submissions take 0.1 s.
base::Result<> checkContents(Database &database)
{
    Query integrity(database, "PRAGMA integrity_check(1)");
    if (!integrity.next()) {
        return tl::unexpected(database.lastError());
    }
    if (integrity.text(0) != "ok"_L1) {
        return damaged(database, u"its tables are inconsistent"_s);
    }
    Query references(database, "PRAGMA foreign_key_check");
    if (references.next()) {
        return damaged(database, u"its tables do not fit together"_s);
    }
    return references.ok() ? base::Result<>() : tl::unexpected(database.lastError());
}

base::Result<> checkVersion(Database &database, qint64 application, qint64 version)
{
    if (application != applicationId) {
        return damaged(database, u"it is not a queue of this program"_s);
    }
    if (version != currentVersion) {
        return damaged(database, u"it was made by another version of this program"_s);
    }
    return {};
}

base::Result<> checkAll(Database &database)
{
    const base::Result<qint64> application = database.number("PRAGMA application_id");
    const base::Result<qint64> version = database.number("PRAGMA user_version");
    if (!application || !version) {
        return tl::unexpected(application ? version.error() : application.error());
    }
    return checkVersion(database, *application, *version)
        .and_then([&] { return checkDefinitions(database); })
        .and_then([&] { return checkContents(database); });
}

}   // namespace

base::Result<> prepareSchema(Database &database, WhenEmpty whenEmpty)
{
    const base::Result<qint64> objects = database.number("SELECT count(*) FROM sqlite_schema");
    if (!objects) {
        return tl::unexpected(objects.error());
    }
    if (*objects > 0) {
        return checkAll(database);
    }
    if (whenEmpty == WhenEmpty::Refuse) {
        return damaged(database, u"it was emptied"_s);
    }
    base::Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    // Another process may have made the tables while this one waited for its turn.
    const base::Result<qint64> now = database.number("SELECT count(*) FROM sqlite_schema");
    if (!now || *now > 0) {
        return now ? checkAll(database) : tl::unexpected(now.error());
    }
    return makeTables(database).and_then([&] { return transaction->commit(); });
}

}   // namespace expunge::queue
