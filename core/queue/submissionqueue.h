// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace expunge::queue {

/// States of a submission; the database allows only legal changes between them.
enum class SubmissionState {
    Staging,
    Ready,
    Uploading,
    Delivered,
    RetryWait,
    Failed,
    Withdrawn,
    RecallRequested,
    Recalled
};

QString stateName(SubmissionState state);   // "ready", "retry_wait" …

struct QueuedFile
{
    enum class Role { Manifest, Output, Task } role = Role::Output;
    QString name;   // neutral
    QString sha256;
    qint64 bytes = 0;
};

struct QueueEntry
{
    QString id;
    SubmissionState state = SubmissionState::Staging;
    QDateTime created;
    QDateTime updated;
    QDateTime notBefore;   // held until then; invalid: not held
    int priority = 0;      // higher goes first
    qint64 bytes = 0;
    QString manifestSha256;
    int redactions = 0;
    int attempts = 0;
    QString errorCode;
    std::vector<QueuedFile> files;
};

struct QueueEvent
{
    QDateTime at;
    QString from;   // empty: made
    QString to;
    QString code;
};

/// A finished submission on its way into the queue.
struct NewSubmission
{
    QString id;            // the manifest's submissionId
    QByteArray manifest;   // the signed envelope
    struct File
    {
        QString name;
        QString path;
        QString sha256;
    };   // outputs; copied into the queue's store
    std::vector<File> outputs;
};

struct Admitted;

/// The local queue of signed submissions: SQLite for states, content-addressed files for bytes, no
/// personal data in either. Several processes may use one queue at the same time; several threads
/// of one open it once each.
class SubmissionQueue final : public QObject
{
    Q_OBJECT

public:
    /// Opens or makes the queue in `folder`. QueueDamaged (nothing is deleted then),
    /// OutputUnwritable, DiskFull.
    static base::Result<std::unique_ptr<SubmissionQueue>> open(const QString &folder);
    ~SubmissionQueue() override;

    /// Takes in a manifest and its outputs, durable when it returns. The manifest must verify
    /// against `publicKey`, be of a manual review, and name exactly these outputs: QueueRefused
    /// with the reason otherwise. The same manifest twice is one entry.
    base::Result<QueueEntry> enqueue(const NewSubmission &submission, const QByteArray &publicKey);

    base::Result<std::vector<QueueEntry>> list() const;   // by priority, then age
    base::Result<QueueEntry>
    show(const QString &id) const;   // an unambiguous beginning of an id will do
    base::Result<std::vector<QueueEvent>> events(const QString &id) const;

    /// Takes back what was not delivered; what was taken back already stays so. QueueRefused in
    /// other states, and while it is being delivered.
    base::Result<> withdraw(const QString &id);

    /// Copies the manifest and the outputs of a submission to a folder, hashes checked.
    base::Result<> exportTo(const QString &id, const QString &folder) const;

    /// Number of manifests signed so far by a key, and the digest of the last, for the chain.
    struct Chain
    {
        int sequence = 0;
        QString lastManifestSha256;
    };
    base::Result<Chain> chain(const QString &keyId) const;

    /// True if another process changed the queue since the last call.
    bool changedElsewhere();

Q_SIGNALS:
    void changed();

private:
    struct State;
    explicit SubmissionQueue(std::unique_ptr<State> state);
    void removeOrphans();
    base::Result<> addRows(const Admitted &admitted, const NewSubmission &submission);

    std::unique_ptr<State> m_state;
};

}   // namespace expunge::queue
