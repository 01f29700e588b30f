// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/queue/queuefixture.h"

#include "core/manifest/verifier.h"
#include "core/queue/database.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge::queue;
using expunge::base::ErrorCode;
using expunge::tests::QueueFixture;
using expunge::tests::sampleKey;

namespace {

template<typename T>
ErrorCode codeOf(const expunge::base::Result<T> &result)
{
    return result ? ErrorCode::Cancelled : result.error().code;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qsizetype blobCount(const QueueFixture &fixture)
{
    QDirIterator files(fixture.queueFolder() + u"/blobs"_s, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    qsizetype count = 0;
    while (files.hasNext()) {
        files.next();
        ++count;
    }
    return count;
}

}   // namespace

class TestQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignedSubmissionIsQueuedAndStillThereWhenReopened()
    {
        const QueueFixture fixture;
        auto queue = fixture.open();
        const QSignalSpy changed(queue.get(), &SubmissionQueue::changed);
        const auto facts = fixture.facts(*queue, "content one");
        const auto entry = queue->enqueue(fixture.submission(facts), sampleKey().publicKey());
        QVERIFY2(entry, entry ? "" : qPrintable(entry.error().detail));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(entry->state, SubmissionState::Ready);
        QCOMPARE(entry->id, facts.submissionId);
        QCOMPARE(entry->redactions, 3);
        QCOMPARE(entry->files.size(), size_t{2});
        QCOMPARE(entry->files[1].name, u"file-001.docx"_s);
        QCOMPARE(entry->bytes, entry->files[0].bytes + qint64{11});

        queue = fixture.open();
        const auto list = queue->list().value();
        QCOMPARE(list.size(), size_t{1});
        QCOMPARE(list[0].manifestSha256, entry->manifestSha256);
        const auto events = queue->events(facts.submissionId).value();
        QCOMPARE(events.size(), size_t{2});
        QCOMPARE(events[0].from, QString());
        QCOMPARE(events[1].from, u"staging"_s);
        QCOMPARE(events[1].to, u"ready"_s);
    }

    void theSameManifestTwiceIsOneEntry()
    {
        const QueueFixture fixture;
        const auto queue = fixture.open();
        const auto submission = fixture.submission(fixture.facts(*queue, "content"));
        const auto first = queue->enqueue(submission, sampleKey().publicKey());
        QVERIFY(QFile::remove(fixture.path(u"output"_s)));
        const auto second = queue->enqueue(submission, sampleKey().publicKey());
        QVERIFY(first && second);
        QCOMPARE(second->id, first->id);
        QCOMPARE(queue->list()->size(), size_t{1});
        QCOMPARE(queue->events(first->id)->size(), size_t{2});
    }

    void whatIsNotSignedReviewedAndWholeIsRefused_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("another key") << 0;
        QTest::newRow("nobody reviewed") << 1;
        QTest::newRow("id of another submission") << 2;
        QTest::newRow("a file too many") << 3;
        QTest::newRow("a file too few") << 4;
        QTest::newRow("the file was changed after signing") << 5;
        QTest::newRow("another digest than the manifest") << 6;
        QTest::newRow("the manifest was changed") << 7;
        QTest::newRow("no place in the chain") << 8;
        QTest::newRow("a place in the chain that is not the next") << 9;
    }

    void whatIsNotSignedReviewedAndWholeIsRefused()
    {
        QFETCH(const int, fault);
        const QueueFixture fixture;
        const auto queue = fixture.open();
        auto facts = fixture.facts(*queue, "content");
        if (fault == 1) {
            facts.attestations.clear();
            facts.review.manual = false;
            facts.review.decidedByPolicy = std::exchange(facts.review.decidedByReviewer, 0);
        } else if (fault == 8) {
            facts.chainSequence = 0;
        } else if (fault == 9) {
            facts.chainSequence = 2;
            facts.previousManifestSha256 = expunge::base::sha256Hex("x");
        }
        NewSubmission submission = fixture.submission(facts);
        if (fault == 2) {
            submission.id = expunge::base::newUuid();
        } else if (fault == 3) {
            submission.outputs.push_back({u"file-002.docx"_s, fixture.path(u"output"_s), {}});
        } else if (fault == 4) {
            submission.outputs.clear();
        } else if (fault == 5) {
            QFile file(fixture.path(u"output"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("CONTENT") == 7);
        } else if (fault == 6) {
            submission.outputs[0].sha256 = expunge::base::sha256Hex("y");
        } else if (fault == 7) {
            submission.manifest[100] = static_cast<char>(submission.manifest.at(100) ^ 1);
        }
        const auto key = sampleKey(fault == 0 ? 'x' : 'k').publicKey();
        QCOMPARE(codeOf(queue->enqueue(submission, key)), ErrorCode::QueueRefused);
        QVERIFY(queue->list()->empty());
        QCOMPARE(queue->chain(sampleKey().keyId())->sequence, 0);
    }

    void eachManifestNamesTheOneBefore()
    {
        const QueueFixture fixture;
        const auto queue = fixture.open();
        const auto first = fixture.add(*queue, "one").value();
        auto chain = queue->chain(sampleKey().keyId()).value();
        QCOMPARE(chain.sequence, 1);
        QCOMPARE(chain.lastManifestSha256, first.manifestSha256);
        const auto second = fixture.add(*queue, "two").value();
        chain = queue->chain(sampleKey().keyId()).value();
        QCOMPARE(chain.sequence, 2);
        QCOMPARE(chain.lastManifestSha256, second.manifestSha256);
        QCOMPARE(queue->chain(sampleKey('x').keyId())->sequence, 0);

        auto facts = fixture.facts(*queue, "three");
        facts.previousManifestSha256 = first.manifestSha256;
        QCOMPARE(codeOf(queue->enqueue(fixture.submission(facts), sampleKey().publicKey())),
                 ErrorCode::QueueRefused);
        QCOMPARE(queue->chain(sampleKey().keyId())->sequence, 2);
    }

    void anUnambiguousBeginningOfAnIdWillDo()
    {
        const QueueFixture fixture;
        const auto queue = fixture.open();
        const QString first = fixture.add(*queue, "one")->id;
        const QString second = fixture.add(*queue, "two")->id;
        qsizetype common = 0;
        while (first.at(common) == second.at(common)) {
            ++common;
        }
        QCOMPARE(queue->show(first.left(common + 1))->id, first);
        QCOMPARE(queue->show(second)->id, second);
        QCOMPARE(codeOf(queue->show(first.left(common))), ErrorCode::NoSuchSubmission);
        QCOMPARE(codeOf(queue->show({})), ErrorCode::NoSuchSubmission);
        QCOMPARE(codeOf(queue->show(u"%"_s)), ErrorCode::NoSuchSubmission);
        QCOMPARE(codeOf(queue->events(u"zz"_s)), ErrorCode::NoSuchSubmission);
        QCOMPARE(codeOf(queue->withdraw(u"zz"_s)), ErrorCode::NoSuchSubmission);
    }

    void whatIsWithdrawnStaysWithdrawn()
    {
        const QueueFixture fixture;
        const auto queue = fixture.open();
        const QString id = fixture.add(*queue, "one")->id;
        QVERIFY(queue->withdraw(id));
        QCOMPARE(queue->show(id)->state, SubmissionState::Withdrawn);
        QCOMPARE(queue->events(id)->back().to, u"withdrawn"_s);
        QVERIFY(queue->withdraw(id).has_value());
        QCOMPARE(queue->events(id)->size(), size_t{3});
    }

    void whatIsBeingDeliveredOrWasIsNotWithdrawn()
    {
        const QueueFixture fixture;
        const auto queue = fixture.open();
        const QString id = fixture.add(*queue, "one")->id;
        Database other = Database::open(fixture.queueFolder() + u"/queue.sqlite"_s).value();
        QVERIFY(other.run("UPDATE submission SET rev = rev + 1, state = 'uploading', "
                          "lease_owner = 'o', lease_until_ms = 1"));
        QCOMPARE(codeOf(queue->withdraw(id)), ErrorCode::QueueRefused);
        QVERIFY(other.run("UPDATE artifact SET done = 1"));
        QVERIFY(
            other.run("UPDATE submission SET rev = rev + 1, state = 'delivered', receipt = 'r', "
                      "lease_owner = NULL, lease_until_ms = NULL"));
        QCOMPARE(codeOf(queue->withdraw(id)), ErrorCode::QueueRefused);
        QCOMPARE(queue->show(id)->state, SubmissionState::Delivered);
    }

    void anExportVerifiesAndOverwritesNothing()
    {
        const QueueFixture fixture;
        const auto queue = fixture.open();
        const QString id = fixture.add(*queue, "one")->id;
        const QString folder = fixture.path(u"export/here"_s);
        QVERIFY(queue->exportTo(id.left(36), folder));
        QCOMPARE(contentOf(folder + u"/file-001.docx"_s), QByteArray("one"));
        QVERIFY(
            expunge::manifest::verifyManifest(folder + u"/manifest.json"_s, sampleKey().publicKey())
                ->valid);
        QVERIFY(QFile::remove(folder + u"/manifest.json"_s));
        QCOMPARE(codeOf(queue->exportTo(id, folder)), ErrorCode::OutputExists);
        QVERIFY(!QFile::exists(folder + u"/manifest.json"_s));
        QCOMPARE(contentOf(folder + u"/file-001.docx"_s), QByteArray("one"));
    }

    void aChangedBlobIsNotGivenOut()
    {
        const QueueFixture fixture;
        const auto queue = fixture.open();
        const auto entry = fixture.add(*queue, "one").value();
        const QString digest = entry.files[1].sha256;
        QFile blob(fixture.queueFolder() + u"/blobs/"_s + digest.left(2) + u'/' + digest);
        QVERIFY(blob.open(QIODevice::WriteOnly) && blob.write("two") == 3);
        blob.close();
        QCOMPARE(codeOf(queue->exportTo(entry.id, fixture.path(u"export"_s))),
                 ErrorCode::QueueDamaged);
        QVERIFY(QDir(fixture.path(u"export"_s)).isEmpty());
    }

    void equalOutputsAreStoredOnce()
    {
        const QueueFixture fixture;
        const auto queue = fixture.open();
        QVERIFY(fixture.add(*queue, "same") && fixture.add(*queue, "same"));
        QCOMPARE(blobCount(fixture), qsizetype{3});
    }

    void oldOrphansAreSweptAndNothingElse()
    {
        const QueueFixture fixture;
        auto queue = fixture.open();
        const auto entry = fixture.add(*queue, "one").value();
        queue.reset();
        const auto makeOld = [](const QString &path) {
            QFile file(path);
            return file.open(QIODevice::ReadWrite)
                   && file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1),
                                       QFileDevice::FileModificationTime);
        };
        const QString blobs = fixture.queueFolder() + u"/blobs/"_s;
        const QString digest = entry.files[1].sha256;
        const QString folder = blobs + digest.left(2) + u'/';
        QVERIFY(makeOld(folder + digest));
        QVERIFY(makeOld(folder + u".expunge-abc.part"_s));
        QVERIFY(makeOld(folder + u"orphan"_s));
        QFile young(folder + u"young"_s);
        QVERIFY(young.open(QIODevice::WriteOnly));
        queue = fixture.open();
        QCOMPARE(blobCount(fixture), qsizetype{3});
        QVERIFY(young.exists());
        QVERIFY(queue->exportTo(entry.id, fixture.path(u"export"_s)));
    }

    void theQueueIsPrivate()
    {
        const QueueFixture fixture;
        const auto queue = fixture.open();
        const auto permissions = QFileInfo(fixture.queueFolder()).permissions();
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther)));
    }

    void fiftySubmissionsAreFifty()
    {
        const QueueFixture fixture;
        const auto queue = fixture.open();
        for (int i = 0; i < 50; ++i) {
            QVERIFY(fixture.add(*queue, QByteArray::number(i)));
        }
        QCOMPARE(queue->list()->size(), size_t{50});
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
