// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/analyzer.h"
#include "core/manifest/keystore.h"
#include "core/manifest/statement.h"
#include "core/queue/submissionqueue.h"
#include "core/review/reviewsession.h"
#include "core/scrub/scrubber.h"

namespace expunge::queue {

/// A scrub with its manifest, as the command line writes it beside the output.
struct SignedOutput
{
    scrub::Scrubbed scrubbed;
    QByteArray manifest;   // the envelope; empty when it was not to be signed
};

/// How a file is exported.
struct ExportOptions
{
    bool manual = false;   // a person reviewed; else "automatic"
    std::vector<manifest::Attestation> attestations;
    int customTerms = 0;
};

/// Turns reviewed files into scrubbed, checked, signed ones.
class Exporter
{
public:
    Exporter(const scrub::Scrubber &scrubber, const detect::Analyzer &analyzer,
             QString toolVersion);

    /// Scrubs one file of a session into a folder, and signs a manifest for it alone if there is a
    /// key. ReviewIncomplete when something is pending and the review is manual.
    base::Result<SignedOutput> exportFile(const review::ReviewSession &session, int file,
                                          const scrub::Destination &destination,
                                          const manifest::SigningKey *key,
                                          const ExportOptions &options,
                                          const base::JobContext &job) const;

    /// Scrubs all files of a session into the queue's store as one submission with one manifest.
    /// ReviewIncomplete when anything is pending or an attestation is missing; nothing is queued on
    /// any error.
    base::Result<QueueEntry> exportToQueue(const review::ReviewSession &session,
                                           SubmissionQueue &queue, const manifest::SigningKey &key,
                                           const ExportOptions &options, const QString &workFolder,
                                           const base::JobContext &job) const;

private:
    const scrub::Scrubber &m_scrubber;
    const detect::Analyzer &m_analyzer;
    QString m_toolVersion;
};

}   // namespace expunge::queue
