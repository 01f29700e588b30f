// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifest/verifier.h"
#include "core/queue/submissionqueue.h"

namespace expunge::queue {

/// A submission that the queue may take in: its manifest as verified, and the bytes of its files in
/// the manifest's order.
struct Admitted
{
    manifest::Verification manifest;
    QString manifestSha256;
    std::vector<QByteArray> outputs;
};

/// Checks the manifest alone: signature, promises, manual review, the id and names of the
/// submission, a place in the chain. QueueRefused with the reason otherwise.
base::Result<Admitted> checkManifest(const NewSubmission &submission, const QByteArray &publicKey);

/// Reads the files and checks that they are the signed ones.
base::Result<> readOutputs(const NewSubmission &submission, Admitted &admitted);

}   // namespace expunge::queue
