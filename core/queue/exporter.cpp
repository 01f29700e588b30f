// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/exporter.h"

#include "core/base/digest.h"
#include "core/base/fileio.h"
#include "core/manifest/envelope.h"
#include "core/queue/records.h"
#include "core/queue/reviewfacts.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace expunge::queue {

namespace {

// Each try loses only to another process that queued a manifest of the same key in between.
constexpr int chainTries = 5;

tl::unexpected<base::Error> incomplete(const QString &what)
{
    return base::failure(base::ErrorCode::ReviewIncomplete, {}, what);
}

manifest::StatementFacts commonFacts(const review::ReviewSession &session,
                                     const detect::Analyzer &analyzer, const QString &toolVersion,
                                     const ExportOptions &options)
{
    manifest::StatementFacts facts;
    facts.submissionId = base::newUuid();
    facts.verification.passed = true;
    facts.toolVersion = toolVersion;
    facts.ruleSetVersion = analyzer.ruleSet().version;
    facts.ruleSetSha256 = analyzer.ruleSet().sha256;
    facts.customTerms = options.customTerms;
    facts.review.manual = options.manual;
    // A file without candidates is reviewed without a decision.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    facts.review.startedAt = session.startedAt().isValid() ? session.startedAt() : now;
    facts.review.finishedAt = session.finishedAt().isValid() ? session.finishedAt() : now;
    facts.attestations = options.attestations;
    return facts;
}

/// Signs the facts as the next manifest of the key and queues it.
base::Result<QueueEntry> signAndEnqueue(manifest::StatementFacts &facts, SubmissionQueue &queue,
                                        const manifest::SigningKey &key, NewSubmission &submission)
{
    base::Result<QueueEntry> entry = base::failure(base::ErrorCode::QueueRefused, {}, chainMoved);
    for (int i = 0; i < chainTries && !entry && entry.error().detail == chainMoved; ++i) {
        const base::Result<SubmissionQueue::Chain> chain = queue.chain(key.keyId());
        if (!chain) {
            return tl::unexpected(chain.error());
        }
        facts.chainSequence = chain->sequence + 1;
        facts.previousManifestSha256 = chain->lastManifestSha256;
        facts.signedAt = QDateTime::currentDateTimeUtc();
        const base::Result<QByteArray> statement = manifest::buildStatement(facts);
        if (!statement) {
            return tl::unexpected(statement.error());
        }
        submission.manifest = manifest::signEnvelope(*statement, key);
        entry = queue.enqueue(submission, key.publicKey());
    }
    return entry;
}

/// Where the check of a copy failed, the person knows the original's name, not the copy's.
base::Error aboutInput(base::Error error, const review::ReviewSession &session, int file)
{
    if (error.code == base::ErrorCode::ResidueFound) {
        error.location = session.files().at(static_cast<size_t>(file)).path;
    }
    return error;
}

}   // namespace

Exporter::Exporter(const scrub::Scrubber &scrubber, const detect::Analyzer &analyzer,
                   QString toolVersion)
    : m_scrubber(scrubber)
    , m_analyzer(analyzer)
    , m_toolVersion(std::move(toolVersion))
{
}

base::Result<SignedOutput> Exporter::exportFile(const review::ReviewSession &session, int file,
                                                const scrub::Destination &destination,
                                                const manifest::SigningKey *key,
                                                const ExportOptions &options,
                                                const base::JobContext &job) const
{
    const review::Counts counts = session.counts(file);
    if (options.manual && counts.pending + counts.hiddenPending > 0) {
        return incomplete(u"something is pending"_s);
    }
    base::Result<scrub::Scrubbed> scrubbed =
        m_scrubber.scrub(expectationOf(session, file), destination, job);
    if (!scrubbed) {
        return tl::unexpected(aboutInput(scrubbed.error(), session, file));
    }
    SignedOutput output{*std::move(scrubbed), {}};
    if (key == nullptr) {
        return output;
    }
    manifest::StatementFacts facts = commonFacts(session, m_analyzer, m_toolVersion, options);
    facts.chainSequence = 0;
    facts.signedAt = QDateTime::currentDateTimeUtc();
    addFileFacts(facts, session, file, output.scrubbed);
    const base::Result<QByteArray> statement = manifest::buildStatement(facts);
    if (!statement) {
        QFile::remove(output.scrubbed.path);
        return tl::unexpected(statement.error());
    }
    output.manifest = manifest::signEnvelope(*statement, *key);
    return output;
}

base::Result<QueueEntry>
Exporter::exportToQueue(const review::ReviewSession &session, SubmissionQueue &queue,
                        const manifest::SigningKey &key, const ExportOptions &options,
                        const QString &workFolder, const base::JobContext &job) const
{
    const review::Counts counts = session.counts();
    if (counts.pending + counts.hiddenPending > 0) {
        return incomplete(u"something is pending"_s);
    }
    const std::vector<QString> missing = manifest::missingAttestations(options.attestations);
    if (!options.manual || !missing.empty()) {
        return incomplete(missing.empty() ? u"nobody reviewed it"_s : missing.front());
    }
    const base::Result<> made = base::makePrivateFolder(workFolder);
    if (!made) {
        return tl::unexpected(made.error());
    }
    // Private (0700), and removed with all that is in it on every way out of here.
    const QTemporaryDir work(workFolder + "/export-XXXXXX"_L1);
    if (!work.isValid()) {
        return base::failure(base::ErrorCode::OutputUnwritable, workFolder, work.errorString());
    }
    manifest::StatementFacts facts = commonFacts(session, m_analyzer, m_toolVersion, options);
    NewSubmission submission{facts.submissionId, {}, {}};
    for (int file = 0; file < static_cast<int>(session.files().size()); ++file) {
        const scrub::Destination destination{work.path(),
                                             u"file-%1"_s.arg(file + 1, 3, 10, QLatin1Char('0'))};
        const base::Result<scrub::Scrubbed> scrubbed =
            m_scrubber.scrub(expectationOf(session, file), destination, job);
        if (!scrubbed) {
            return tl::unexpected(aboutInput(scrubbed.error(), session, file));
        }
        addFileFacts(facts, session, file, *scrubbed);
        submission.outputs.push_back({scrubbed->name, scrubbed->path, scrubbed->sha256});
    }
    if (job.cancelled()) {
        return base::failure(base::ErrorCode::Cancelled);
    }
    return signAndEnqueue(facts, queue, key, submission);
}

}   // namespace expunge::queue
