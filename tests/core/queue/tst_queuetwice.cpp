// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/queue/queuefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge::queue;
using expunge::base::ErrorCode;
using expunge::tests::QueueFixture;
using expunge::tests::sampleKey;

class TestQueueTwice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneProcessSeesWhatTheOtherQueued()
    {
        const QueueFixture fixture;
        const auto first = fixture.open();
        const auto second = fixture.open();
        QVERIFY(!second->changedElsewhere());
        const QString id = fixture.add(*first, "one")->id;
        QVERIFY(second->changedElsewhere());
        QVERIFY(!second->changedElsewhere());
        QVERIFY(!first->changedElsewhere());
        QCOMPARE(second->show(id)->state, SubmissionState::Ready);
        QVERIFY(second->withdraw(id));
        QVERIFY(first->changedElsewhere());
        QCOMPARE(first->show(id)->state, SubmissionState::Withdrawn);
    }

    void theSameManifestFromTwoProcessesIsOneEntry()
    {
        const QueueFixture fixture;
        const auto first = fixture.open();
        const auto second = fixture.open();
        const auto submission = fixture.submission(fixture.facts(*first, "one"));
        const auto a = first->enqueue(submission, sampleKey().publicKey());
        const auto b = second->enqueue(submission, sampleKey().publicKey());
        QVERIFY(a && b);
        QCOMPARE(a->id, b->id);
        QCOMPARE(second->list()->size(), size_t{1});
    }

    void twoManifestsCannotTakeOnePlaceInTheChain()
    {
        const QueueFixture fixture;
        const auto first = fixture.open();
        const auto second = fixture.open();
        const auto a = fixture.submission(fixture.facts(*first, "same"));
        const auto b = fixture.submission(fixture.facts(*second, "same"));
        QVERIFY(a.manifest != b.manifest);
        QVERIFY(first->enqueue(a, sampleKey().publicKey()));
        const auto late = second->enqueue(b, sampleKey().publicKey());
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::QueueRefused);
        QCOMPARE(second->list()->size(), size_t{1});
        QVERIFY(fixture.add(*second, "same"));
        QCOMPARE(first->chain(sampleKey().keyId())->sequence, 2);
    }

    void turnAndTurnAboutNothingIsLost()
    {
        const QueueFixture fixture;
        const auto first = fixture.open();
        const auto second = fixture.open();
        for (int i = 0; i < 20; ++i) {
            QVERIFY(fixture.add(i % 2 == 0 ? *first : *second, QByteArray::number(i)));
        }
        QCOMPARE(first->list()->size(), size_t{20});
        QCOMPARE(second->chain(sampleKey().keyId())->sequence, 20);
    }
};

QTEST_GUILESS_MAIN(TestQueueTwice)
#include "tst_queuetwice.moc"
