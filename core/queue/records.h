// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/admission.h"
#include "core/queue/database.h"

#include <QSet>

namespace expunge::queue {

/// The reason of a refusal that signing again, with the chain as it is now, gets over.
inline constexpr QLatin1String
    chainMoved("Another manifest took this place in the chain of the key.");

/// Writes a submission, its files and its chain step; the caller has begun a transaction.
/// QueueRefused if another manifest took its place in the chain.
base::Result<> insertSubmission(Database &database, const Admitted &admitted, qint64 manifestBytes);

/// Takes a submission from the state it has to another; QueueRefused if the rules forbid it.
base::Result<> changeState(Database &database, const QString &id, SubmissionState to);

/// All submissions with their files, by priority, then age; or the one with an id.
base::Result<std::vector<QueueEntry>> readEntries(Database &database, const QString &id = {});

/// The whole id that an unambiguous beginning stands for; NoSuchSubmission.
base::Result<QString> wholeId(Database &database, const QString &beginning);

/// The id of the submission with a manifest; empty if there is none.
base::Result<QString> idOfManifest(Database &database, const QString &manifestSha256);

base::Result<std::vector<QueueEvent>> readEvents(Database &database, const QString &id);
base::Result<SubmissionQueue::Chain> readChain(Database &database, const QString &keyId);

/// Digests of all files of all submissions.
base::Result<QSet<QString>> referencedBlobs(Database &database);

}   // namespace expunge::queue
