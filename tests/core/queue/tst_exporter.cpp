// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/formats/formatregistry.h"
#include "core/formats/text/plaintexthandler.h"
#include "core/manifest/envelope.h"
#include "core/manifest/strictjson.h"
#include "core/manifest/verifier.h"
#include "core/queue/exporter.h"
#include "tests/core/manifest/samplefacts.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using base::ErrorCode;
using review::Decision;

namespace {

const QString &letter()
{
    static const QString text = u"Dear Ottoline Brask,\nyour badge is ZK-4471.\nOttoline Brask\n"_s;
    return text;
}

detect::Candidate candidateFor(const QString &text, qsizetype from, const QString &type)
{
    detect::Candidate candidate;
    const auto begin = static_cast<int>(letter().indexOf(text, from));
    candidate.span = {0, begin, begin + static_cast<int>(text.size())};
    candidate.id = u"c%1"_s.arg(begin);
    candidate.type = type;
    candidate.text = text;
    candidate.score = 0.9;
    candidate.rule = u"sample"_s;
    return candidate;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A document whose writer forgets the last redaction.
class LeakyDocument final : public document::Document
{
public:
    explicit LeakyDocument(std::shared_ptr<const document::Document> honest)
        : m_honest(std::move(honest))
    {
    }

    const document::DocumentInfo &info() const override { return m_honest->info(); }
    const std::vector<document::TextUnit> &textUnits() const override
    {
        return m_honest->textUnits();
    }
    const std::vector<document::HiddenItem> &hiddenItems() const override
    {
        return m_honest->hiddenItems();
    }
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override
    {
        return m_honest->visitParts(visit);
    }
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override
    {
        document::RedactionPlan less = plan;
        less.spans.pop_back();
        return m_honest->apply(less, job);
    }

private:
    std::shared_ptr<const document::Document> m_honest;
};

std::vector<std::unique_ptr<formats::FormatHandler>> textOnly()
{
    std::vector<std::unique_ptr<formats::FormatHandler>> handlers;
    handlers.push_back(formats::text::makePlainTextHandler());
    return handlers;
}

/// All parts of an export, with text files that stand in for work files.
struct Workshop
{
    Workshop()
        : queue(queue::SubmissionQueue::open(folder.filePath(u"queue"_s)).value())
    {
    }

    void addFile(const QString &id, bool leaky = false)
    {
        const QByteArray bytes = letter().toUtf8();
        const QString path = u"/invented/%1.txt"_s.arg(id);
        review::ReviewFile file;
        file.id = id;
        file.path = path;
        file.sourceSha256 = base::sha256Hex(bytes);
        file.document = registry.open(formats::Source{bytes, path}, {}).value();
        if (leaky) {
            file.document = std::make_shared<LeakyDocument>(file.document);
        }
        file.candidates = {candidateFor(u"Ottoline Brask"_s, 0, u"PERSON"_s),
                           candidateFor(u"ZK-4471"_s, 0, u"NATIONAL_ID"_s),
                           candidateFor(u"Ottoline Brask"_s, 20, u"PERSON"_s)};
        QVERIFY(session.addFile(std::move(file)));
    }

    void decideAll(Decision decision)
    {
        for (int file = 0; file < static_cast<int>(session.files().size()); ++file) {
            QVERIFY(session.decide({{file, 0}, {file, 1}, {file, 2}}, decision));
        }
    }

    base::Result<queue::QueueEntry> exportAll(const base::JobContext &job = {})
    {
        return exporter.exportToQueue(session, *queue, key, options, work(), job);
    }

    QString work() const { return folder.filePath(u"work"_s); }
    bool workIsEmpty() const
    {
        return QDir(work()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    QTemporaryDir folder;
    formats::FormatRegistry registry{textOnly()};
    scrub::LeakCheck check{registry};
    scrub::Scrubber scrubber{registry, check};
    detect::Analyzer analyzer{{}, {u"2026.11"_s, base::sha256Hex("rules"), 0}};
    queue::Exporter exporter{scrubber, analyzer, u"0.1.0"_s};
    review::ReviewSession session{nullptr};
    std::unique_ptr<queue::SubmissionQueue> queue;
    manifest::SigningKey key = tests::sampleKey();
    queue::ExportOptions options{true, tests::allAttestations(), 0};
};

QJsonObject predicateOf(const QByteArray &manifest)
{
    const auto envelope = manifest::parseEnvelope(manifest);
    return manifest::parseStrictJson(envelope->payload)
        ->toObject()
        .value("predicate"_L1)
        .toObject();
}

}   // namespace

class TestExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReviewedSubmissionIsScrubbedSignedAndQueued()
    {
        Workshop shop;
        shop.addFile(u"f1"_s);
        shop.addFile(u"f2"_s);
        shop.decideAll(Decision::Redact);
        const auto entry = shop.exportAll();
        QVERIFY2(entry, entry ? "" : qPrintable(entry.error().detail));
        QCOMPARE(entry->state, queue::SubmissionState::Ready);
        QCOMPARE(entry->redactions, 6);
        QVERIFY(shop.workIsEmpty());

        const QString folder = shop.folder.filePath(u"out"_s);
        QVERIFY(shop.queue->exportTo(entry->id, folder));
        const auto verified =
            manifest::verifyManifest(folder + u"/manifest.json"_s, shop.key.publicKey());
        QVERIFY(verified->valid);
        QCOMPARE(verified->outputs, (std::vector<QString>{u"file-001.txt"_s, u"file-002.txt"_s}));
        const QByteArray output = contentOf(folder + u"/file-001.txt"_s);
        QVERIFY(!output.contains("Ottoline") && !output.contains("4471"));
        QVERIFY(output.contains("your badge is"));
    }

    void theManifestSaysWhatWasDoneAndNotWhatWasThere()
    {
        Workshop shop;
        shop.addFile(u"f1"_s);
        shop.decideAll(Decision::Redact);
        QVERIFY(shop.session.decide({{0, 1}}, Decision::Keep));
        const auto entry = shop.exportAll();
        QVERIFY(entry);
        const QString folder = shop.folder.filePath(u"out"_s);
        QVERIFY(shop.queue->exportTo(entry->id, folder));
        const QByteArray manifest = contentOf(folder + u"/manifest.json"_s);
        const QJsonObject predicate = predicateOf(manifest);
        QCOMPARE(predicate["kept"_L1]["byType"_L1]["NATIONAL_ID"_L1].toInt(), 1);
        QCOMPARE(predicate["redactions"_L1].toArray().size(), 2);
        QCOMPARE(predicate["redactions"_L1][0]["replacement"_L1].toString(), u"[PERSON-1]"_s);
        QCOMPARE(predicate["redactions"_L1][0]["detector"_L1].toString(), u"rule:sample"_s);
        QCOMPARE(predicate["review"_L1]["decidedByReviewer"_L1].toInt(), 3);
        const QByteArray body = manifest::parseEnvelope(manifest)->payload;
        for (const char *secret : {"Ottoline", "Brask", "4471", "/invented/", "f1.txt"}) {
            QVERIFY2(!body.contains(secret), secret);
        }
        QVERIFY(!body.contains(base::sha256(letter().toUtf8()).toHex()));
    }

    void nothingIsQueuedWhileSomethingIsPending()
    {
        Workshop shop;
        shop.addFile(u"f1"_s);
        shop.decideAll(Decision::Redact);
        QVERIFY(shop.session.decide({{0, 1}}, Decision::Pending));
        QCOMPARE(shop.exportAll().error().code, ErrorCode::ReviewIncomplete);
        const auto alone = shop.exporter.exportFile(
            shop.session, 0, {shop.folder.path(), u"file-001"_s}, &shop.key, shop.options, {});
        QCOMPARE(alone.error().code, ErrorCode::ReviewIncomplete);
        QVERIFY(!QFile::exists(shop.folder.filePath(u"file-001.txt"_s)));
        QVERIFY(shop.queue->list()->empty());
    }

    void nothingIsQueuedWithoutEveryAttestation()
    {
        Workshop shop;
        shop.addFile(u"f1"_s);
        shop.decideAll(Decision::Redact);
        shop.options.attestations.back().answer = false;
        QCOMPARE(shop.exportAll().error().code, ErrorCode::ReviewIncomplete);
        shop.options.attestations = tests::allAttestations();
        shop.options.manual = false;
        QCOMPARE(shop.exportAll().error().code, ErrorCode::ReviewIncomplete);
        QVERIFY(shop.queue->list()->empty());
    }

    void aLeakQueuesNothingAndLeavesNothingBehind()
    {
        Workshop shop;
        shop.addFile(u"f1"_s);
        shop.addFile(u"f2"_s);
        shop.decideAll(Decision::Redact);
        shop.addFile(u"f3"_s, true);
        shop.decideAll(Decision::Redact);
        const auto entry = shop.exportAll();
        QVERIFY(!entry);
        QCOMPARE(entry.error().code, ErrorCode::ResidueFound);
        QCOMPARE(entry.error().location, shop.session.files().back().path);   // not the copy's
        QVERIFY(shop.queue->list()->empty());
        QVERIFY(shop.workIsEmpty());
        QCOMPARE(shop.queue->chain(shop.key.keyId())->sequence, 0);
    }

    void aCancelledExportLeavesNothingBehind()
    {
        Workshop shop;
        shop.addFile(u"f1"_s);
        shop.decideAll(Decision::Redact);
        std::stop_source source;
        source.request_stop();
        QCOMPARE(shop.exportAll({source.get_token(), {}}).error().code, ErrorCode::Cancelled);
        QVERIFY(shop.queue->list()->empty());
        QVERIFY(shop.workIsEmpty());
    }

    void aFileWithoutCandidatesIsQueuedToo()
    {
        Workshop shop;
        review::ReviewFile file;
        file.id = u"f1"_s;
        file.path = u"/invented/f1.txt"_s;
        file.sourceSha256 = base::sha256Hex("Nothing here.");
        file.document = shop.registry.open(formats::Source{"Nothing here.", file.path}, {}).value();
        QVERIFY(shop.session.addFile(std::move(file)));
        const auto entry = shop.exportAll();
        QVERIFY2(entry, entry ? "" : qPrintable(entry.error().detail));
        QCOMPARE(entry->redactions, 0);
    }

    void eachExportStandsInTheChain()
    {
        Workshop shop;
        shop.addFile(u"f1"_s);
        shop.decideAll(Decision::Redact);
        const auto first = shop.exportAll();
        const auto second = shop.exportAll();
        QVERIFY(first && second);
        QVERIFY(first->id != second->id);
        QCOMPARE(shop.queue->chain(shop.key.keyId())->sequence, 2);
        QCOMPARE(shop.queue->chain(shop.key.keyId())->lastManifestSha256, second->manifestSha256);
    }

    void theCommandLinesFileIsSignedAloneAndTheQueueRefusesIt()
    {
        Workshop shop;
        shop.addFile(u"f1"_s);
        shop.decideAll(Decision::Redact);
        const scrub::Destination destination{shop.folder.path(), u"file-001"_s};
        const auto output =
            shop.exporter.exportFile(shop.session, 0, destination, &shop.key, {false, {}, 0}, {});
        QVERIFY2(output, output ? "" : qPrintable(output.error().detail));
        const auto verified = manifest::verifyEnvelope(output->manifest, shop.key.publicKey());
        QVERIFY(verified.valid);
        QVERIFY(!verified.manualReview);
        QCOMPARE(predicateOf(output->manifest)["review"_L1]["decidedByPolicy"_L1].toInt(), 3);
        const queue::NewSubmission submission{
            verified.submissionId,
            output->manifest,
            {{output->scrubbed.name, output->scrubbed.path, output->scrubbed.sha256}}};
        QCOMPARE(shop.queue->enqueue(submission, shop.key.publicKey()).error().code,
                 ErrorCode::QueueRefused);

        const auto unsignedOutput = shop.exporter.exportFile(
            shop.session, 0, {shop.folder.path(), u"file-002"_s}, nullptr, {}, {});
        QVERIFY(unsignedOutput && unsignedOutput->manifest.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
