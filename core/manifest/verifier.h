// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/manifest/statementrules.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::manifest {

/// What a verification found; English sentences, ready to print.
struct Verification
{
    bool valid = false;
    std::vector<QString> problems;   // empty when valid
    QString keyId;
    QString submissionId;
    bool manualReview = false;
    std::vector<QString> outputs;   // names of the files that it covers
    int redactions = 0;
    std::vector<SubjectFile> files;   // the same files with their digests and sizes
    int chainSequence = 0;            // 0: in no chain
    QString previousManifestSha256;   // empty: the first of its key
};

/// Verifies the bytes of a manifest without the files: envelope, signature by `publicKey` (32
/// bytes) and statement invariants.
Verification verifyEnvelope(const QByteArray &json, const QByteArray &publicKey);

/// Verifies a manifest file: envelope, signature by `publicKey` (32 bytes), statement invariants,
/// and the digests of the files it names, which must lie beside it. Unreadable if the path cannot
/// be read; every other fault is a problem of the result.
base::Result<Verification> verifyManifest(const QString &manifestPath, const QByteArray &publicKey);

/// The files that a manifest names, without asking who signed it; ManifestInvalid if it breaks a
/// rule. For a store that verified it once and knows its digest.
base::Result<std::vector<SubjectFile>> filesOfManifest(const QByteArray &json);

/// Checks a statement's own promises: counts reconcile, nothing undecided, redactions name
/// subjects, attestations complete when the review was manual. Empty if all hold.
std::vector<QString> statementProblems(const QByteArray &statement);

}   // namespace expunge::manifest
