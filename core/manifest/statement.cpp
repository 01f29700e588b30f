// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/statement.h"

#include "core/base/digest.h"
#include "core/manifest/commitment.h"
#include "core/manifest/statementrules.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace expunge::manifest {

namespace {

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

/// "16KiB-64KiB": powers of four, because the exact size of an original helps to find it.
QString sizeBucket(qint64 bytes)
{
    const auto text = [](qint64 size) -> QString {
        constexpr qint64 ki = 1024;
        if (size < ki * ki) {
            return QString::number(size / ki) + "KiB"_L1;
        }
        return size < ki * ki * ki ? QString::number(size / ki / ki) + "MiB"_L1
                                   : QString::number(size / ki / ki / ki) + "GiB"_L1;
    };
    qint64 upper = 1024;
    while (bytes > upper && upper < (qint64{1} << 40)) {
        upper *= 4;
    }
    return upper == 1024 ? u"0KiB-1KiB"_s : text(upper / 4) + u'-' + text(upper);
}

QJsonObject commitment(const QString &value)
{
    return {{u"alg"_s, u"HMAC-SHA256"_s}, {u"value"_s, value}};
}

QJsonArray subjects(const std::vector<OutputFact> &outputs)
{
    QJsonArray array;
    for (const OutputFact &output : outputs) {
        array.append(QJsonObject{{u"name"_s, output.name},
                                 {u"digest"_s, QJsonObject{{u"sha256"_s, output.sha256}}},
                                 {u"mediaType"_s, output.mediaType},
                                 {u"annotations"_s, QJsonObject{{u"bytes"_s, output.bytes}}}});
    }
    return array;
}

QJsonArray inputs(const std::vector<InputFact> &facts)
{
    QJsonArray array;
    for (const InputFact &input : facts) {
        const qsizetype number = array.size() + 1;
        QJsonObject said{
            {u"ref"_s, u"in-%1"_s.arg(number)},
            {u"outputs"_s, QJsonArray{input.output}},
            {u"sizeBucket"_s, sizeBucket(input.bytes)},
            {u"commitment"_s, commitment(inputCommitment(input.commitmentKey, input.sha256))}};
        if (input.converted) {
            said.insert(u"converted"_s, QJsonObject{{u"from"_s, input.converted->format},
                                                    {u"by"_s, input.converted->program},
                                                    {u"version"_s, input.converted->version}});
        }
        array.append(said);
    }
    return array;
}

QJsonObject redaction(const RedactionFact &fact, const QString &id, const QByteArray &key)
{
    QJsonObject location{{u"file"_s, fact.output}};
    if (!fact.withHidden) {
        location.insert(u"part"_s, fact.part);
        location.insert(u"place"_s, fact.place);
    }
    return {{u"id"_s, id},
            {u"type"_s, fact.type},
            {u"detector"_s, fact.detector},
            {u"confidence"_s, fact.tier},
            {u"location"_s, location},
            {u"decision"_s, u"redact"_s},
            {u"decidedBy"_s, fact.decidedBy},
            {u"action"_s, fact.withHidden ? u"remove"_s : u"replace"_s},
            {u"style"_s, fact.style},
            {u"replacement"_s, fact.replacement},
            {u"occurrences"_s, fact.occurrences},
            {u"commitment"_s, commitment(textCommitment(redactionKey(key, id), fact.text))}};
}

base::Result<QJsonArray> redactions(const StatementFacts &facts)
{
    QHash<QString, QByteArray> keys;
    for (const InputFact &input : facts.inputs) {
        if (input.commitmentKey.size() != 32 || input.sha256.size() != 32) {
            return base::failure(base::ErrorCode::ManifestInvalid, {}, u"commitment"_s);
        }
        keys.insert(input.output, input.commitmentKey);
    }
    QJsonArray array;
    for (const RedactionFact &fact : facts.redactions) {
        const auto key = keys.constFind(fact.output);
        if (key == keys.constEnd()) {
            return base::failure(base::ErrorCode::ManifestInvalid, {}, u"redaction"_s);
        }
        const QString id = redactionId(static_cast<int>(array.size()));
        array.append(redaction(fact, id, *key));
    }
    return array;
}

QJsonObject kept(const std::map<QString, int> &byType)
{
    QJsonObject counts;
    int total = 0;
    for (const auto &[type, count] : byType) {
        counts.insert(type, count);
        total += count;
    }
    return {{u"total"_s, total}, {u"byType"_s, counts}};
}

QJsonArray hidden(const std::vector<document::RemovedHidden> &removed)
{
    // Several files remove items of one kind; the statement says each kind once.
    std::map<QString, int> counts;
    for (const document::RemovedHidden &item : removed) {
        counts[document::hiddenKindName(item.kind)] += item.count;
    }
    QJsonArray array;
    for (const auto &[kind, count] : counts) {
        array.append(QJsonObject{{u"kind"_s, kind}, {u"count"_s, count}});
    }
    return array;
}

QJsonObject verification(const VerificationFact &fact)
{
    return {{u"result"_s, fact.passed ? u"pass"_s : u"fail"_s},
            {u"reopenedOutput"_s, true},
            {u"valuesSearched"_s, fact.valuesSearched},
            {u"partsRead"_s, fact.partsRead},
            {u"unitsCompared"_s, fact.unitsCompared},
            {u"keptElsewhere"_s, fact.keptElsewhere},
            {u"residualValues"_s, fact.passed ? 0 : 1}};
}

QJsonObject review(const ReviewFact &fact)
{
    return {{u"mode"_s, fact.manual ? u"manual"_s : u"automatic"_s},
            {u"candidates"_s, fact.candidates},
            {u"decidedByReviewer"_s, fact.decidedByReviewer},
            {u"decidedByPolicy"_s, fact.decidedByPolicy},
            {u"undecided"_s, fact.candidates - fact.decidedByReviewer - fact.decidedByPolicy},
            {u"startedAt"_s, timeText(fact.startedAt)},
            {u"finishedAt"_s, timeText(fact.finishedAt)}};
}

QJsonArray attestations(const std::vector<Attestation> &given)
{
    QJsonArray array;
    for (const Attestation &attestation : given) {
        array.append(QJsonObject{{u"id"_s, attestation.id},
                                 {u"text"_s, attestation.text},
                                 {u"textSha256"_s, base::sha256Hex(attestation.text.toUtf8())},
                                 {u"locale"_s, attestation.locale},
                                 {u"answer"_s, attestation.answer},
                                 {u"at"_s, timeText(attestation.at)}});
    }
    return array;
}

QJsonValue chain(const StatementFacts &facts)
{
    if (facts.chainSequence == 0) {
        return {QJsonValue::Null};
    }
    const QJsonValue previous = facts.previousManifestSha256.isEmpty()
                                    ? QJsonValue(QJsonValue::Null)
                                    : QJsonValue(facts.previousManifestSha256);
    return QJsonObject{{u"sequence"_s, facts.chainSequence},
                       {u"previousManifestSha256"_s, previous}};
}

QJsonObject predicate(const StatementFacts &facts, const QJsonArray &redacted)
{
    const QJsonObject rules{{u"version"_s, facts.ruleSetVersion},
                            {u"sha256"_s, facts.ruleSetSha256},
                            {u"customTerms"_s, facts.customTerms}};
    return {{u"manifestVersion"_s, manifestVersion},
            {u"submissionId"_s, facts.submissionId},
            {u"inputs"_s, inputs(facts.inputs)},
            {u"redactions"_s, redacted},
            {u"kept"_s, kept(facts.keptByType)},
            {u"hiddenRemoved"_s, hidden(facts.hiddenRemoved)},
            {u"verification"_s, verification(facts.verification)},
            {u"tool"_s, QJsonObject{{u"name"_s, u"expunge"_s}, {u"version"_s, facts.toolVersion}}},
            {u"ruleset"_s, rules},
            {u"review"_s, review(facts.review)},
            {u"attestations"_s, attestations(facts.attestations)},
            {u"chain"_s, chain(facts)},
            {u"signedAt"_s, timeText(facts.signedAt)},
            {u"clockSource"_s, u"local-unverified"_s}};
}

}   // namespace

const std::vector<AttestationText> &requiredAttestations()
{
    static const std::vector<AttestationText> texts{
        {u"right-to-share"_s, u"I have the right to share these files."_s},
        {u"no-agreement-breach"_s,
         u"Sharing them breaks no agreement that binds me, such as a contract of employment or "
         u"a promise of confidentiality."_s},
        {u"no-third-party-confidential"_s,
         u"They contain no confidential information of a third party."_s},
        {u"no-material-non-public-information"_s,
         u"They contain no material non-public information about a company or a security."_s},
        {u"no-personal-data-left"_s,
         u"To my knowledge, no personal data is left in them, except what I kept on purpose."_s},
    };
    return texts;
}

std::vector<QString> missingAttestations(const std::vector<Attestation> &given)
{
    std::vector<QString> missing;
    for (const AttestationText &needed : requiredAttestations()) {
        const bool confirmed = std::any_of(given.begin(), given.end(), [&](const Attestation &one) {
            return one.id == needed.id && one.answer && !one.text.isEmpty() && one.at.isValid();
        });
        if (!confirmed) {
            missing.push_back(needed.id);
        }
    }
    return missing;
}

QString redactionId(int index)
{
    return u"r%1"_s.arg(index + 1, 4, 10, QLatin1Char('0'));
}

base::Result<QByteArray> buildStatement(const StatementFacts &facts)
{
    if (facts.review.manual) {
        const std::vector<QString> missing = missingAttestations(facts.attestations);
        if (!missing.empty()) {
            return base::failure(base::ErrorCode::ReviewIncomplete, {}, missing.front());
        }
    }
    const base::Result<QJsonArray> redacted = redactions(facts);
    if (!redacted) {
        return tl::unexpected(redacted.error());
    }
    const QJsonObject statement{{u"_type"_s, statementType},
                                {u"subject"_s, subjects(facts.outputs)},
                                {u"predicateType"_s, predicateType},
                                {u"predicate"_s, predicate(facts, *redacted)}};
    const std::vector<QString> problems = brokenRules(statement);
    if (!problems.empty()) {
        return base::failure(base::ErrorCode::ManifestInvalid, {}, problems.front());
    }
    // QJsonObject sorts its keys. DEL is escaped as jq does, whose rewriting is how verify.sh finds
    // doubled keys.
    return QJsonDocument(statement).toJson(QJsonDocument::Compact).replace('\x7f', "\\u007f");
}

}   // namespace expunge::manifest
