// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/manifest/commitment.h"
#include "core/manifest/envelope.h"
#include "core/manifest/statement.h"

namespace expunge::tests {

/// The texts that were redacted in the facts below; invented people.
inline const QStringList &removedTexts()
{
    static const QStringList texts{QStringLiteral("Marisol Vdykhoven"),
                                   QStringLiteral("vdykhoven@brackwoldt.internal"),
                                   QStringLiteral("Zo\u00eb \u0141ukasik")};
    return texts;
}

inline QByteArray sampleOriginal()
{
    return "the original of Marisol Vdykhoven, 4711 bytes of it";
}

inline QByteArray sampleOutput()
{
    return "the scrubbed file: [PERSON-1] wrote to [EMAIL-1]";
}

inline std::vector<manifest::Attestation> allAttestations()
{
    std::vector<manifest::Attestation> given;
    for (const manifest::AttestationText &text : manifest::requiredAttestations()) {
        given.push_back({text.id, text.text, QStringLiteral("en"), true,
                         QDateTime::fromSecsSinceEpoch(1795514400, Qt::UTC)});
    }
    return given;
}

/// Facts of a manually reviewed submission of one file that all rules accept.
inline manifest::StatementFacts sampleFacts(const QByteArray &output = sampleOutput())
{
    manifest::StatementFacts facts;
    facts.submissionId = base::newUuid();
    const QString name = QStringLiteral("file-001.docx");
    facts.outputs.push_back(
        {name, base::sha256Hex(output), output.size(),
         QStringLiteral(
             "application/vnd.openxmlformats-officedocument.wordprocessingml.document")});
    facts.inputs.push_back(
        {base::sha256(sampleOriginal()), 48123, name, manifest::newCommitmentKey()});
    const QStringList types{QStringLiteral("PERSON"), QStringLiteral("EMAIL"),
                            QStringLiteral("PERSON")};
    for (int i = 0; i < types.size(); ++i) {
        facts.redactions.push_back(
            {types.at(i), QStringLiteral("rule:sample"), QStringLiteral("certain"), name,
             QStringLiteral("word/document.xml"), QStringLiteral("paragraph %1").arg(i + 1),
             QStringLiteral("reviewer"), QStringLiteral("label"),
             QStringLiteral("[%1-%2]").arg(types.at(i)).arg(i + 1), 1, removedTexts().at(i)});
    }
    facts.keptByType = {{QStringLiteral("ORGANIZATION"), 2}};
    facts.hiddenRemoved = {{document::HiddenKind::Comments, 4}};
    facts.verification = {3, 12, 40, 0, true};
    facts.toolVersion = QStringLiteral("0.1.0");
    facts.ruleSetVersion = QStringLiteral("2026.11");
    facts.ruleSetSha256 = base::sha256Hex("rules");
    const QDateTime start = QDateTime::fromSecsSinceEpoch(1795510800, Qt::UTC);
    facts.review = {true, 5, 5, 0, start, start.addSecs(1800)};
    facts.attestations = allAttestations();
    facts.signedAt = start.addSecs(1900);
    return facts;
}

inline manifest::SigningKey sampleKey(char fill = 'k')
{
    return manifest::SigningKey(QByteArray(32, fill));
}

inline QByteArray sampleManifest(const manifest::StatementFacts &facts, char fill = 'k')
{
    return manifest::signEnvelope(manifest::buildStatement(facts).value(), sampleKey(fill));
}

}   // namespace expunge::tests
