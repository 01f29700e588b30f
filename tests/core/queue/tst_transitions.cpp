// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/query.h"
#include "core/queue/schema.h"
#include "core/queue/submissionqueue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge::queue;

namespace {

const QStringList &states()
{
    static const QStringList names{
        u"staging"_s, u"ready"_s,     u"uploading"_s,        u"delivered"_s, u"retry_wait"_s,
        u"failed"_s,  u"withdrawn"_s, u"recall_requested"_s, u"recalled"_s};
    return names;
}

/// The way from staging to each state.
QStringList wayTo(const QString &state)
{
    static const QHash<QString, QStringList> ways{
        {u"staging"_s, {}},
        {u"ready"_s, {u"ready"_s}},
        {u"uploading"_s, {u"ready"_s, u"uploading"_s}},
        {u"delivered"_s, {u"ready"_s, u"uploading"_s, u"delivered"_s}},
        {u"retry_wait"_s, {u"ready"_s, u"uploading"_s, u"retry_wait"_s}},
        {u"failed"_s, {u"ready"_s, u"uploading"_s, u"failed"_s}},
        {u"withdrawn"_s, {u"withdrawn"_s}},
        {u"recall_requested"_s,
         {u"ready"_s, u"uploading"_s, u"delivered"_s, u"recall_requested"_s}},
        {u"recalled"_s,
         {u"ready"_s, u"uploading"_s, u"delivered"_s, u"recall_requested"_s, u"recalled"_s}}};
    return ways.value(state);
}

/// A database in memory with one submission in staging that has its files.
class Bench
{
public:
    Bench()
        : database(Database::open(u":memory:"_s).value())
    {
        if (!prepareSchema(database, WhenEmpty::Make)) {
            qFatal("the tables cannot be made");
        }
        run("INSERT INTO submission(id, state, manifest_sha256, key_id, chain_sequence, "
            "total_bytes, redactions, created_ms, updated_ms) VALUES('"
            + QByteArray(36, 'i') + "', 'staging', '" + QByteArray(64, 'm') + "', '"
            + QByteArray(64, 'k') + "', 1, 10, 0, 1000, 1000)");
        addFile(0, "manifest", 'm');
        addFile(1, "output", 'o');
    }

    bool run(const QByteArray &sql) { return database.run(sql).has_value(); }

    bool addFile(int order, const QByteArray &role, char digest)
    {
        return run("INSERT INTO artifact(submission_id, ord, role, sha256, bytes, name) VALUES('"
                   + QByteArray(36, 'i') + "', " + QByteArray::number(order) + ", '" + role + "', '"
                   + QByteArray(64, digest) + "', 5, 'file-" + QByteArray::number(order) + "')");
    }

    /// As a delivery would do it, with all that a state asks for.
    bool change(const QString &to)
    {
        QByteArray sql =
            "UPDATE submission SET rev = rev + 1, updated_ms = updated_ms + 1, state = '"
            + to.toLatin1() + "'";
        sql += to == u"uploading"_s ? ", lease_owner = 'me', lease_until_ms = 9999"
                                    : ", lease_owner = NULL, lease_until_ms = NULL";
        if (to == u"delivered"_s) {
            run("UPDATE artifact SET done = 1");
            sql += ", receipt = coalesce(receipt, 'r')";
        }
        return run(sql);
    }

    QString state()
    {
        Query query(database, "SELECT state FROM submission");
        return query.next() ? query.text(0) : QString();
    }

    Database database;
};

}   // namespace

class TestTransitions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyTheLegalChangesAreAccepted()
    {
        const QStringList legal{u"staging>ready"_s,
                                u"staging>withdrawn"_s,
                                u"ready>uploading"_s,
                                u"ready>withdrawn"_s,
                                u"uploading>delivered"_s,
                                u"uploading>retry_wait"_s,
                                u"uploading>failed"_s,
                                u"uploading>withdrawn"_s,
                                u"retry_wait>uploading"_s,
                                u"retry_wait>failed"_s,
                                u"retry_wait>withdrawn"_s,
                                u"failed>ready"_s,
                                u"failed>withdrawn"_s,
                                u"delivered>recall_requested"_s,
                                u"recall_requested>recalled"_s};
        int accepted = 0;
        for (const QString &from : states()) {
            for (const QString &to : states()) {
                Bench bench;
                for (const QString &step : wayTo(from)) {
                    QVERIFY2(bench.change(step), qPrintable(step));
                }
                QCOMPARE(bench.state(), from);
                if (from == to) {
                    continue;
                }
                const QString pair = from + u'>' + to;
                const bool done = bench.change(to);
                QVERIFY2(done == legal.contains(pair), qPrintable(pair));
                QCOMPARE(bench.state(), done ? to : from);
                accepted += done ? 1 : 0;
            }
        }
        QCOMPARE(accepted, 15);
    }

    void everyStateHasItsName()
    {
        for (int i = 0; i < states().size(); ++i) {
            QCOMPARE(stateName(static_cast<SubmissionState>(i)), states().at(i));
        }
        Bench bench;
        QVERIFY(!bench.run("UPDATE submission SET rev = 1, state = 'lost'"));
    }

    void aSubmissionStartsInStaging()
    {
        Bench bench;
        QVERIFY(!bench.run("INSERT INTO submission(id, state, manifest_sha256, key_id, "
                           "chain_sequence, total_bytes, redactions, created_ms, updated_ms) "
                           "SELECT '"
                           + QByteArray(36, 'j') + "', 'ready', '" + QByteArray(64, 'n')
                           + "', key_id, 2, 1, 0, 1, 1 FROM submission"));
    }

    void aRevisionThatDoesNotAdvanceByOneIsRefused()
    {
        Bench bench;
        QVERIFY(!bench.run("UPDATE submission SET priority = 1"));
        QVERIFY(!bench.run("UPDATE submission SET priority = 1, rev = rev + 2"));
        QVERIFY(bench.run("UPDATE submission SET priority = 1, rev = rev + 1"));
    }

    void whatWasSignedIsFrozen()
    {
        Bench bench;
        const QByteArray digest(64, 'x');
        const QList<QByteArray> submissionColumns{"manifest_sha256 = '" + digest + "'",
                                                  "id = '" + digest.left(36) + "'",
                                                  "key_id = '" + digest + "'",
                                                  "total_bytes = 11",
                                                  "chain_sequence = 2",
                                                  "redactions = 1",
                                                  "created_ms = 2"};
        for (const QByteArray &column : submissionColumns) {
            QVERIFY2(!bench.run("UPDATE submission SET rev = rev + 1, " + column),
                     column.constData());
        }
        const QList<QByteArray> fileColumns{"sha256 = '" + digest + "'", "bytes = 6", "name = 'x'",
                                            "role = 'task'"};
        for (const QByteArray &column : fileColumns) {
            QVERIFY2(!bench.run("UPDATE artifact SET " + column + " WHERE ord = 1"),
                     column.constData());
        }
        QVERIFY(!bench.run("DELETE FROM submission"));
        QVERIFY(!bench.run("DELETE FROM artifact"));
    }

    void filesAreAddedInStagingOnly()
    {
        Bench bench;
        QVERIFY(bench.addFile(2, "output", 'p'));
        QVERIFY(bench.change(u"ready"_s));
        QVERIFY(!bench.addFile(3, "output", 'q'));
    }

    void readyNeedsManifestAndOutput()
    {
        for (const QByteArray missing : {"manifest", "output"}) {
            Bench bench;
            QVERIFY(bench.run("DROP TRIGGER artifact_kept"));
            QVERIFY(bench.run("DELETE FROM artifact WHERE role = '" + missing + "'"));
            QVERIFY(!bench.change(u"ready"_s));
        }
    }

    void deliveredNeedsEveryFileAndAReceipt()
    {
        Bench bench;
        QVERIFY(bench.change(u"ready"_s) && bench.change(u"uploading"_s));
        const QByteArray deliver = "UPDATE submission SET rev = rev + 1, state = 'delivered', "
                                   "lease_owner = NULL, lease_until_ms = NULL";
        QVERIFY(!bench.run(deliver + ", receipt = 'r'"));
        QVERIFY(bench.run("UPDATE artifact SET done = 1"));
        QVERIFY(!bench.run(deliver));
        QVERIFY(bench.run(deliver + ", receipt = 'r'"));
        QVERIFY(!bench.run("UPDATE submission SET rev = rev + 1, receipt = 's'"));
    }

    void aHeldSubmissionIsNotDelivered()
    {
        Bench bench;
        QVERIFY(bench.change(u"ready"_s));
        QVERIFY(bench.run("UPDATE submission SET rev = rev + 1, not_before_ms = 5000"));
        QVERIFY(!bench.change(u"uploading"_s));
        QVERIFY(bench.run("UPDATE submission SET rev = rev + 1, updated_ms = 5000"));
        QVERIFY(bench.change(u"uploading"_s));
    }

    void anUploadNeverGoesBackAtTheSameAddress()
    {
        Bench bench;
        QVERIFY(bench.run("UPDATE artifact SET upload_url = 'u', upload_offset = 4 WHERE ord = 1"));
        QVERIFY(!bench.run("UPDATE artifact SET upload_offset = 3 WHERE ord = 1"));
        QVERIFY(!bench.run("UPDATE artifact SET upload_offset = 6 WHERE ord = 1"));
        QVERIFY(bench.run("UPDATE artifact SET upload_url = 'v', upload_offset = 0 WHERE ord = 1"));
    }

    void eventsAreOnlyAdded()
    {
        Bench bench;
        QVERIFY(bench.change(u"withdrawn"_s));
        QCOMPARE(bench.database.number("SELECT count(*) FROM event").value(), 2);
        QVERIFY(!bench.run("UPDATE event SET to_state = 'ready'"));
        QVERIFY(!bench.run("DELETE FROM event"));
    }

    void aChainAdvancesByOne()
    {
        Bench bench;
        const QByteArray insert = "INSERT INTO chain VALUES('" + QByteArray(64, 'k') + "', ";
        const QByteArray digest = ", '" + QByteArray(64, 'm') + "')";
        QVERIFY(!bench.run(insert + "2" + digest));
        QVERIFY(bench.run(insert + "1" + digest));
        QVERIFY(!bench.run("UPDATE chain SET sequence = 3"));
        QVERIFY(!bench.run("UPDATE chain SET sequence = 2"));
        QVERIFY(!bench.run("DELETE FROM chain"));
    }

    void wrongTypesAreRefused()
    {
        Bench bench;
        QVERIFY(!bench.run("UPDATE submission SET rev = rev + 1, priority = 'high'"));
        QVERIFY(!bench.run("UPDATE submission SET rev = rev + 1, attempt = -1"));
    }
};

QTEST_GUILESS_MAIN(TestTransitions)
#include "tst_transitions.moc"
