// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace expunge::manifest {

/// One scrubbed file.
struct OutputFact
{
    QString name;   // neutral: "file-001.docx"
    QString sha256;
    qint64 bytes = 0;
    QString mediaType;
};

/// One original, of which only a keyed commitment is said.
struct InputFact
{
    QByteArray sha256;          // 32 bytes, of the original; goes into the commitment only
    qint64 bytes = 0;           // told as a bucket only
    QString output;             // name of the output
    QByteArray commitmentKey;   // 32 random bytes; kept locally, destroyed by "forget"
    std::optional<document::ConvertedFrom> converted = {};   // what another program made it from
};

/// One redaction.
struct RedactionFact
{
    QString type;        // "PERSON"
    QString detector;    // "rule:email", "terms", "reviewer"
    QString tier;        // "certain", "suggested", "possible"
    QString output;      // name of the output
    QString part;        // in the output
    QString place;       // in the output, "paragraph 12"
    QString decidedBy;   // "reviewer", "policy" (automatic)
    QString style;       // "label" …
    QString replacement;
    int occurrences = 1;
    QString text;              // goes into the commitment only
    bool withHidden = false;   // it went with a hidden item: nothing stands in its place
};

/// What the person confirmed, with the text that was shown.
struct Attestation
{
    QString id;
    QString text;
    QString locale;
    bool answer = false;
    QDateTime at;
};

struct ReviewFact
{
    bool manual = false;
    int candidates = 0;
    int decidedByReviewer = 0;
    int decidedByPolicy = 0;
    QDateTime startedAt;
    QDateTime finishedAt;
};

struct VerificationFact
{
    int valuesSearched = 0;
    int partsRead = 0;
    int unitsCompared = 0;
    int keptElsewhere = 0;
    bool passed = false;
};

/// Everything that a manifest says, before it is written down.
struct StatementFacts
{
    QString submissionId;
    std::vector<OutputFact> outputs;
    std::vector<InputFact> inputs;
    std::vector<RedactionFact> redactions;
    std::map<QString, int> keptByType;
    std::vector<document::RemovedHidden> hiddenRemoved;
    VerificationFact verification;
    QString toolVersion;
    QString ruleSetVersion;
    QString ruleSetSha256;
    int customTerms = 0;
    ReviewFact review;
    std::vector<Attestation> attestations;
    int chainSequence = 1;   // 0: stands alone, in no chain (a manifest that is not for the queue)
    QString previousManifestSha256;   // empty: the first of its key
    QDateTime signedAt;
};

/// The ids of the attestations that a queued submission needs, and their English texts.
struct AttestationText
{
    QString id;
    QString text;
};
const std::vector<AttestationText> &requiredAttestations();

/// Ids of the required attestations that are not given with a yes, a text and a time.
std::vector<QString> missingAttestations(const std::vector<Attestation> &given);

/// The id in the manifest of the redaction at a place in StatementFacts::redactions: "r0001".
QString redactionId(int index);

/// The in-toto Statement v1 as JSON bytes (sorted keys, UTF-8, integers only). ManifestInvalid when
/// the counts do not reconcile, ReviewIncomplete when a manual review lacks an attestation.
base::Result<QByteArray> buildStatement(const StatementFacts &facts);

}   // namespace expunge::manifest
