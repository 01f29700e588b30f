// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/queue/queuefixture.h"

#include "core/queue/database.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge::queue;
using expunge::base::ErrorCode;
using expunge::base::Result;
using expunge::tests::QueueFixture;
using expunge::tests::sampleKey;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QString databaseOf(const QueueFixture &fixture)
{
    return fixture.queueFolder() + u"/queue.sqlite"_s;
}

/// What must not change without notice: id, state, digest and files of every submission, and the
/// chain.
QStringList essenceOf(const SubmissionQueue &queue)
{
    QStringList lines;
    const auto list = queue.list();
    if (!list) {
        return {u"error"_s};
    }
    for (const QueueEntry &entry : *list) {
        QString line = entry.id + u' ' + stateName(entry.state) + u' ' + entry.manifestSha256;
        for (const QueuedFile &file : entry.files) {
            line += u' ' + file.sha256;
        }
        lines += line;
    }
    const auto chain = queue.chain(sampleKey().keyId());
    lines += chain ? QString::number(chain->sequence) + chain->lastManifestSha256 : u"error"_s;
    lines.sort();
    return lines;
}

ErrorCode openingFails(const QueueFixture &fixture)
{
    const auto queue = SubmissionQueue::open(fixture.queueFolder());
    return queue ? ErrorCode::Cancelled : queue.error().code;
}

}   // namespace

class TestQueueCorruption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flippedBytesAreNoticedOrHarmless()
    {
        const QueueFixture fixture;
        QStringList essence;
        QStringList ids;
        {
            const auto queue = fixture.open();
            for (int i = 0; i < 5; ++i) {
                ids += fixture.add(*queue, QByteArray::number(i))->id;
            }
            QVERIFY(queue->withdraw(ids.first()));
            essence = essenceOf(*queue);
        }
        const QByteArray good = contentOf(databaseOf(fixture));
        QRandomGenerator random(40);
        int noticed = 0;
        for (int i = 0; i < 300; ++i) {
            QByteArray bad = good;
            const auto at = random.bounded(static_cast<int>(bad.size()));
            bad[at] = static_cast<char>(bad.at(at) ^ (1 << random.bounded(8)));
            overwrite(databaseOf(fixture), bad);
            const auto queue = SubmissionQueue::open(fixture.queueFolder());
            if (!queue) {
                QCOMPARE(queue.error().code, ErrorCode::QueueDamaged);
                QVERIFY(queue.error().location.contains(u"queue.sqlite"_s));
                QCOMPARE(contentOf(databaseOf(fixture)), bad);
                ++noticed;
                continue;
            }
            const QString place = QString::number(at);
            QVERIFY2(essenceOf(**queue) == essence, qPrintable(place));
            const QString folder = fixture.path(u"export-"_s + QString::number(i));
            if ((*queue)->exportTo(ids.last(), folder)) {
                QCOMPARE(contentOf(folder + u"/file-001.docx"_s), QByteArray("4"));
            }
        }
        QVERIFY2(noticed > 50, qPrintable(QString::number(noticed)));
    }

    void whatIsNoDatabaseIsLeftAlone()
    {
        const QueueFixture fixture;
        QVERIFY(QDir().mkpath(fixture.queueFolder()));
        const QByteArray other("this is no database, but somebody may want it");
        overwrite(databaseOf(fixture), other);
        QCOMPARE(openingFails(fixture), ErrorCode::QueueDamaged);
        QCOMPARE(contentOf(databaseOf(fixture)), other);
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        const QueueFixture fixture;
        QVERIFY(QDir().mkpath(fixture.queueFolder()));
        QVERIFY(Database::open(databaseOf(fixture))->run("CREATE TABLE other(x)"));
        QCOMPARE(openingFails(fixture), ErrorCode::QueueDamaged);
    }

    void aNewerVersionIsRefused()
    {
        const QueueFixture fixture;
        fixture.open();
        QVERIFY(Database::open(databaseOf(fixture))->run("PRAGMA user_version=2"));
        const auto queue = SubmissionQueue::open(fixture.queueFolder());
        QVERIFY(!queue);
        QCOMPARE(queue.error().code, ErrorCode::QueueDamaged);
        QVERIFY(queue.error().detail.contains(u"version"_s));
    }

    void aQueueWhoseRulesWereTakenOutIsRefused()
    {
        const QueueFixture fixture;
        fixture.open();
        QVERIFY(Database::open(databaseOf(fixture))->run("DROP TRIGGER event_kept"));
        QCOMPARE(openingFails(fixture), ErrorCode::QueueDamaged);
    }

    void aCutOffDatabaseIsNoticed()
    {
        const QueueFixture fixture;
        {
            const auto queue = fixture.open();
            QVERIFY(fixture.add(*queue, "one"));
        }
        const QByteArray good = contentOf(databaseOf(fixture));
        for (const qsizetype size : {good.size() - 4096, good.size() / 2, qsizetype{100}}) {
            overwrite(databaseOf(fixture), good.left(size));
            QCOMPARE(openingFails(fixture), ErrorCode::QueueDamaged);
        }
    }

    void aDatabaseThatVanishedIsNotMadeAnewInSilence()
    {
        const QueueFixture fixture;
        {
            const auto queue = fixture.open();
            QVERIFY(fixture.add(*queue, "one"));
        }
        QVERIFY(QFile::remove(databaseOf(fixture)));
        QCOMPARE(openingFails(fixture), ErrorCode::QueueDamaged);
        QVERIFY(!QFile::exists(databaseOf(fixture)));
        overwrite(databaseOf(fixture), {});
        QCOMPARE(openingFails(fixture), ErrorCode::QueueDamaged);
        QCOMPARE(openingFails(fixture), ErrorCode::QueueDamaged);
    }

    void nothingPersonalIsInTheDatabase()
    {
        const QueueFixture fixture;
        {
            const auto queue = fixture.open();
            QVERIFY(fixture.add(*queue, "one"));
        }
        const QByteArray database = contentOf(databaseOf(fixture));
        for (const QString &text : expunge::tests::removedTexts()) {
            QVERIFY(!database.contains(text.toUtf8()));
        }
        QVERIFY(!database.contains(fixture.path(u"output"_s).toUtf8()));
    }
};

QTEST_GUILESS_MAIN(TestQueueCorruption)
#include "tst_queuecorruption.moc"
