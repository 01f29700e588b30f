// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/statementrules.h"

#include "core/base/digest.h"
#include "core/manifest/statement.h"

#include <QJsonArray>
#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace expunge::manifest {

namespace {

bool isSha256(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

bool isCommitment(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return object.value("alg"_L1) == "HMAC-SHA256"_L1 && isSha256(object.value("value"_L1));
}

bool isTime(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODate);
    return time.isValid() && value.toString().endsWith(u'Z');
}

bool isType(const QString &text)
{
    return !text.isEmpty() && text.size() <= 64
           && std::all_of(text.begin(), text.end(), [](QChar c) {
                  return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
              });
}

/// A count: an integer of zero or more; -1 for anything else.
qint64 countOf(const QJsonValue &value)
{
    const qint64 count = value.toInteger(-1);
    return count < 0 ? -1 : count;
}

/// Goes through one statement and collects what is wrong.
class RuleBook
{
public:
    explicit RuleBook(const QJsonObject &statement)
        : m_statement(statement)
        , m_predicate(statement.value("predicate"_L1).toObject())
    {
    }

    std::vector<QString> run()
    {
        checkFrame();
        checkSubjects();
        checkInputs();
        checkRedactions();
        checkKept();
        checkHidden();
        checkVerification();
        checkReview();
        checkAttestations();
        checkChain();
        return std::move(m_problems);
    }

private:
    void require(bool holds, const QString &problem)
    {
        if (!holds) {
            m_problems.push_back(problem);
        }
    }

    void checkFrame()
    {
        require(m_statement.value("_type"_L1) == statementType,
                u"It is not an in-toto statement of version 1."_s);
        require(m_statement.value("predicateType"_L1) == predicateType,
                u"It is not a redaction manifest of version 1."_s);
        require(m_predicate.value("manifestVersion"_L1) == manifestVersion,
                u"The version of the manifest is not known."_s);
        require(!m_predicate.value("submissionId"_L1).toString().isEmpty(),
                u"The submission has no id."_s);
        require(isTime(m_predicate.value("signedAt"_L1)), u"The time of signing is missing."_s);
    }

    void checkSubjects()
    {
        const QJsonArray subjects = m_statement.value("subject"_L1).toArray();
        require(!subjects.isEmpty(), u"It covers no file."_s);
        for (const auto &subject : subjects) {
            const QString name = subject["name"_L1].toString();
            require(isPlainFileName(name), u"A file of the manifest has no usable name."_s);
            require(!m_files.contains(name), u"Two files of the manifest have one name."_s);
            require(isSha256(subject["digest"_L1]["sha256"_L1]),
                    u"A file of the manifest has no SHA-256 digest."_s);
            require(countOf(subject["annotations"_L1]["bytes"_L1]) > 0,
                    u"A file of the manifest has no size."_s);
            m_files.insert(name);
        }
    }

    void checkInputs()
    {
        QSet<QString> covered;
        const QJsonArray inputs = m_predicate.value("inputs"_L1).toArray();
        for (const auto &input : inputs) {
            require(isCommitment(input["commitment"_L1]), u"An input has no commitment."_s);
            const QJsonArray outputs = input["outputs"_L1].toArray();
            for (const auto &output : outputs) {
                covered.insert(output.toString());
            }
        }
        require(covered == m_files, u"The inputs and the files do not belong together."_s);
    }

    void checkRedactions()
    {
        QSet<QString> ids;
        const QJsonArray redactions = m_predicate.value("redactions"_L1).toArray();
        for (const auto &redaction : redactions) {
            const QString id = redaction["id"_L1].toString();
            require(!id.isEmpty() && !ids.contains(id), u"Two redactions have one id."_s);
            ids.insert(id);
            require(m_files.contains(redaction["location"_L1]["file"_L1].toString()),
                    u"A redaction is in a file that the manifest does not cover."_s);
            require(isType(redaction["type"_L1].toString()), u"A redaction has no type."_s);
            require(redaction["decision"_L1] == "redact"_L1,
                    u"A redaction has another decision than redact."_s);
            require(countOf(redaction["occurrences"_L1]) > 0, u"A redaction occurs nowhere."_s);
            require(isCommitment(redaction["commitment"_L1]), u"A redaction has no commitment."_s);
            const QString decider = redaction["decidedBy"_L1].toString();
            require(decider == "reviewer"_L1 || decider == "policy"_L1,
                    u"A redaction does not say who decided it."_s);
        }
        m_redactions = ids.size();
    }

    void checkKept()
    {
        const QJsonObject kept = m_predicate.value("kept"_L1).toObject();
        const QJsonObject byType = kept.value("byType"_L1).toObject();
        qint64 sum = 0;
        for (auto it = byType.begin(); it != byType.end(); ++it) {
            const qint64 count = countOf(it.value());
            require(isType(it.key()) && count > 0, u"A count of what was kept is not a count."_s);
            sum += count;
        }
        m_kept = countOf(kept.value("total"_L1));
        require(m_kept == sum, u"The counts of what was kept do not add up."_s);
    }

    void checkHidden()
    {
        const QJsonArray hiddenRemoved = m_predicate.value("hiddenRemoved"_L1).toArray();
        for (const auto &item : hiddenRemoved) {
            require(document::hiddenKindFromName(item["kind"_L1].toString()).has_value()
                        && countOf(item["count"_L1]) >= 0,
                    u"A count of removed hidden items is not one."_s);
        }
    }

    void checkVerification()
    {
        const QJsonObject verification = m_predicate.value("verification"_L1).toObject();
        require(verification.value("result"_L1) == "pass"_L1
                    && verification.value("reopenedOutput"_L1) == true,
                u"The leak check is not said to have passed."_s);
        require(verification.value("residualValues"_L1).toInteger(-1) == 0,
                u"Something that was redacted is still in the files."_s);
    }

    void checkReview()
    {
        const QJsonObject review = m_predicate.value("review"_L1).toObject();
        const QString mode = review.value("mode"_L1).toString();
        require(mode == "manual"_L1 || mode == "automatic"_L1,
                u"It does not say whether a person reviewed."_s);
        m_manual = mode == "manual"_L1;
        const qint64 candidates = countOf(review.value("candidates"_L1));
        const qint64 byReviewer = countOf(review.value("decidedByReviewer"_L1));
        const qint64 byPolicy = countOf(review.value("decidedByPolicy"_L1));
        require(review.value("undecided"_L1).toInteger(-1) == 0, u"Something is undecided."_s);
        require(byReviewer >= 0 && byPolicy >= 0 && candidates == byReviewer + byPolicy,
                u"The numbers of decisions do not add up to the candidates."_s);
        require(candidates == m_redactions + m_kept,
                u"The candidates are not the sum of what was redacted and what was kept."_s);
        require(isTime(review.value("startedAt"_L1)) && isTime(review.value("finishedAt"_L1)),
                u"The time of the review is missing."_s);
        require(m_manual || byReviewer == 0,
                u"A reviewer is said to have decided, but nobody reviewed."_s);
    }

    void checkAttestations()
    {
        QSet<QString> confirmed;
        const QJsonArray attestations = m_predicate.value("attestations"_L1).toArray();
        for (const auto &given : attestations) {
            const QString text = given["text"_L1].toString();
            require(!text.isEmpty() && given["textSha256"_L1] == base::sha256Hex(text.toUtf8()),
                    u"The text of an attestation is not the one of its digest."_s);
            require(isTime(given["at"_L1]), u"An attestation has no time."_s);
            require(given["answer"_L1] == true, u"An attestation was answered with no."_s);
            confirmed.insert(given["id"_L1].toString());
        }
        if (m_manual) {
            for (const AttestationText &needed : requiredAttestations()) {
                require(confirmed.contains(needed.id),
                        u"The attestation \"%1\" is missing."_s.arg(needed.id));
            }
        }
    }

    void checkChain()
    {
        const QJsonValue chain = m_predicate.value("chain"_L1);
        if (chain.isNull()) {
            return;
        }
        const QJsonValue previous = chain["previousManifestSha256"_L1];
        const qint64 sequence = countOf(chain["sequence"_L1]);
        require(sequence == 1 ? previous.isNull()
                              : sequence > 1 && sequence <= std::numeric_limits<int>::max()
                                    && isSha256(previous),
                u"The place in the chain of manifests is not a place."_s);
    }

    const QJsonObject &m_statement;
    const QJsonObject m_predicate;
    std::vector<QString> m_problems;
    QSet<QString> m_files;
    qint64 m_redactions = 0;
    qint64 m_kept = 0;
    bool m_manual = false;
};

}   // namespace

bool isPlainFileName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 200 && !name.startsWith(u'.')
           && std::all_of(name.begin(), name.end(),
                          [](QChar c) { return c.isPrint() && c != u'/' && c != u'\\'; });
}

std::vector<SubjectFile> subjectFiles(const QJsonObject &statement)
{
    std::vector<SubjectFile> files;
    const QJsonArray subjects = statement.value("subject"_L1).toArray();
    for (const auto &subject : subjects) {
        files.push_back({subject["name"_L1].toString(),
                         subject["digest"_L1]["sha256"_L1].toString(),
                         subject["annotations"_L1]["bytes"_L1].toInteger()});
    }
    return files;
}

std::vector<QString> brokenRules(const QJsonObject &statement)
{
    return RuleBook(statement).run();
}

}   // namespace expunge::manifest
