// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/submissionqueue.h"
#include "tests/core/manifest/samplefacts.h"

#include <QFile>
#include <QTemporaryDir>

namespace expunge::tests {

/// A folder with a queue and what is made for it: signed submissions of one invented file each.
class QueueFixture
{
public:
    QString queueFolder() const { return m_folder.filePath(QStringLiteral("queue")); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    std::unique_ptr<queue::SubmissionQueue> open() const
    {
        return queue::SubmissionQueue::open(queueFolder()).value();
    }

    /// Writes a file and facts for the next place in the chain of the sample key.
    manifest::StatementFacts facts(queue::SubmissionQueue &queue, const QByteArray &content) const
    {
        QFile file(path(QStringLiteral("output")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("the test cannot write its file");
        }
        manifest::StatementFacts facts = sampleFacts(content);
        const auto chain = queue.chain(sampleKey().keyId()).value();
        facts.chainSequence = chain.sequence + 1;
        facts.previousManifestSha256 = chain.lastManifestSha256;
        return facts;
    }

    queue::NewSubmission submission(const manifest::StatementFacts &facts) const
    {
        return {facts.submissionId,
                sampleManifest(facts),
                {{facts.outputs[0].name, path(QStringLiteral("output")), facts.outputs[0].sha256}}};
    }

    base::Result<queue::QueueEntry> add(queue::SubmissionQueue &queue,
                                        const QByteArray &content) const
    {
        return queue.enqueue(submission(facts(queue, content)), sampleKey().publicKey());
    }

private:
    QTemporaryDir m_folder;
};

}   // namespace expunge::tests
