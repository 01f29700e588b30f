// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/queue/queuefixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace expunge::queue;
using expunge::tests::QueueFixture;
using expunge::tests::sampleKey;

namespace {

/// What the child does until it is killed: queue one submission after the other, and say the id of
/// each that is safe.
int queueForever(const QString &folder)
{
    const QueueFixture fixture;
    const auto queue = SubmissionQueue::open(folder);
    if (!queue) {
        return 1;
    }
    for (int i = 0;; ++i) {
        const auto entry = fixture.add(**queue, QByteArray(20000, 'x') + QByteArray::number(i)
                                                    + expunge::base::newUuid().toUtf8());
        if (!entry) {
            return 2;
        }
        std::printf("%s\n", qPrintable(entry->id));
        std::fflush(stdout);
    }
}

}   // namespace

class TestQueueKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedSurvivesKillingAtAnyMoment()
    {
        const QTemporaryDir folder;
        const QString queueFolder = folder.filePath(u"queue"_s);
        QRandomGenerator random(30);
        QStringList acknowledged;
        for (int kill = 0; kill < 30; ++kill) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--child"_s, queueFolder});
            QVERIFY(child.waitForStarted());
            // Two of three are killed while they queue, one at any time, its start included.
            if (kill % 3 != 0) {
                QVERIFY(child.waitForReadyRead());
            }
            QTest::qWait(random.bounded(80));
            QCOMPARE(child.state(), QProcess::Running);
            child.kill();
            QVERIFY(child.waitForFinished());
            const QByteArray output = child.readAllStandardOutput();
            // a last line without its end was cut off by the kill
            for (const QByteArray &line : output.left(output.lastIndexOf('\n') + 1).split('\n')) {
                if (!line.isEmpty()) {
                    acknowledged += QString::fromLatin1(line);
                }
            }
        }
        QVERIFY2(acknowledged.size() >= 20, qPrintable(QString::number(acknowledged.size())));
        checkAll(queueFolder, acknowledged, folder.filePath(u"export"_s));
    }

private:
    static void checkAll(const QString &queueFolder, const QStringList &acknowledged,
                         const QString &exportFolder)
    {
        const auto queue = SubmissionQueue::open(queueFolder);
        QVERIFY2(queue, queue ? "" : qPrintable(queue.error().detail));
        const auto entries = (*queue)->list().value();
        QSet<QString> ids;
        for (const QueueEntry &entry : entries) {
            ids.insert(entry.id);
            // What is there is whole, whether its child lived to say so or not.
            QCOMPARE(entry.state, SubmissionState::Ready);
            QVERIFY((*queue)->exportTo(entry.id, exportFolder + u'/' + entry.id));
        }
        for (const QString &id : acknowledged) {
            QVERIFY2(ids.contains(id), qPrintable(id));
        }
        QCOMPARE((*queue)->chain(sampleKey().keyId())->sequence, static_cast<int>(entries.size()));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--child"_L1) {
        return queueForever(arguments.value(2));
    }
    TestQueueKill test;
    return QTest::qExec(&test, arguments);
}

#include "tst_queuekill.moc"
