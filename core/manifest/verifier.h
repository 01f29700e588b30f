// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::manifest {

/// What a verification found; English sentences, ready to print.
struct Verification
{
    bool valid = false;
    std::vector<QString> problems;    // empty when valid
    QString keyId;
    QString submissionId;
    bool manualReview = false;
    std::vector<QString> outputs;     // names of the files that it covers
    int redactions = 0;
};

/// Verifies a manifest file: envelope, signature by `publicKey` (32 bytes), statement invariants, and the digests of the files it
/// names, which must lie beside it. Unreadable if the path cannot be read; every other fault is a problem of the result.
base::Result<Verification> verifyManifest(const QString &manifestPath, const QByteArray &publicKey);

/// Checks a statement's own promises: counts reconcile, nothing undecided, redactions name subjects, attestations complete
/// when the review was manual. Empty if all hold.
std::vector<QString> statementProblems(const QByteArray &statement);

}   // namespace expunge::manifest
