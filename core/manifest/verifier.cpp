// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/verifier.h"

#include "core/base/digest.h"
#include "core/base/fileio.h"
#include "core/manifest/envelope.h"
#include "core/manifest/strictjson.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace expunge::manifest {

namespace {

// A manifest of 5,000 redactions has 2.6 MB.
constexpr qint64 manifestLimit = qint64{64} << 20;

void fillIn(Verification &result, const QJsonObject &statement)
{
    const QJsonObject predicate = statement.value("predicate"_L1).toObject();
    result.submissionId = predicate.value("submissionId"_L1).toString();
    result.manualReview = predicate.value("review"_L1)["mode"_L1] == "manual"_L1;
    result.redactions = static_cast<int>(predicate.value("redactions"_L1).toArray().size());
    result.files = subjectFiles(statement);
    for (const SubjectFile &file : result.files) {
        result.outputs.push_back(file.name);
    }
    const QJsonValue chain = predicate.value("chain"_L1);
    result.chainSequence = static_cast<int>(chain["sequence"_L1].toInteger());
    result.previousManifestSha256 = chain["previousManifestSha256"_L1].toString();
}

/// The problem with a file beside the manifest; empty if it is the one that was signed.
QString fileProblem(const QString &folder, const SubjectFile &subject)
{
    QFile file(folder + u'/' + subject.name);
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) {
        return u"The file %1 is not beside the manifest, or cannot be read."_s.arg(subject.name);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file)) {
        return u"The file %1 cannot be read."_s.arg(subject.name);
    }
    if (file.size() != subject.bytes
        || QString::fromLatin1(hash.result().toHex()) != subject.sha256) {
        return u"The file %1 is not the one that was signed."_s.arg(subject.name);
    }
    return {};
}

}   // namespace

Verification verifyEnvelope(const QByteArray &json, const QByteArray &publicKey)
{
    Verification result;
    const base::Result<Envelope> envelope = parseEnvelope(json);
    if (!envelope) {
        result.problems.push_back(
            u"It is not a well-formed manifest (%1)."_s.arg(envelope.error().detail));
        return result;
    }
    result.keyId = envelope->keyId;
    const QByteArray signedBytes =
        preAuthenticationEncoding(envelope->payloadType, envelope->payload);
    if (!verifySignature(publicKey, signedBytes, envelope->signature)) {
        result.problems.push_back(u"The signature is not by this key."_s);
        return result;
    }
    if (envelope->keyId != keyIdOf(publicKey)) {
        result.problems.push_back(u"It names another key than the one that signed it."_s);
        return result;
    }
    const base::Result<QJsonValue> statement = parseStrictJson(envelope->payload);
    if (!statement) {
        result.problems.push_back(
            u"The signed statement cannot be read (%1)."_s.arg(statement.error().detail));
        return result;
    }
    result.problems = brokenRules(statement->toObject());
    result.valid = result.problems.empty();
    fillIn(result, statement->toObject());
    return result;
}

base::Result<Verification> verifyManifest(const QString &manifestPath, const QByteArray &publicKey)
{
    const base::Result<QByteArray> json = base::readFile(manifestPath, manifestLimit);
    if (!json && json.error().code == base::ErrorCode::Unreadable) {
        return tl::unexpected(json.error());
    }
    Verification result;
    if (!json) {
        result.problems.push_back(u"It is empty, or too large to be a manifest."_s);
        return result;
    }
    result = verifyEnvelope(*json, publicKey);
    if (!result.valid) {
        return result;
    }
    const QString folder = QFileInfo(manifestPath).absolutePath();
    for (const SubjectFile &file : result.files) {
        const QString problem = fileProblem(folder, file);
        if (!problem.isEmpty()) {
            result.problems.push_back(problem);
        }
    }
    result.valid = result.problems.empty();
    return result;
}

base::Result<std::vector<SubjectFile>> filesOfManifest(const QByteArray &json)
{
    const base::Result<QJsonValue> statement = parseEnvelope(json).and_then(
        [](const Envelope &envelope) { return parseStrictJson(envelope.payload); });
    if (!statement) {
        return tl::unexpected(statement.error());
    }
    const std::vector<QString> problems = brokenRules(statement->toObject());
    if (!problems.empty()) {
        return base::failure(base::ErrorCode::ManifestInvalid, {}, problems.front());
    }
    return subjectFiles(statement->toObject());
}

std::vector<QString> statementProblems(const QByteArray &statement)
{
    const base::Result<QJsonValue> value = parseStrictJson(statement);
    if (!value) {
        return {u"The statement cannot be read (%1)."_s.arg(value.error().detail)};
    }
    return brokenRules(value->toObject());
}

}   // namespace expunge::manifest
