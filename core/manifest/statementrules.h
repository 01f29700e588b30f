// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace expunge::manifest {

// in-toto attestation framework, spec/v1/statement.md
inline constexpr QLatin1String statementType("https://in-toto.io/Statement/v1");
inline constexpr QLatin1String
    predicateType("https://expunge.invalid/attestations/redaction-manifest/v1");
inline constexpr QLatin1String manifestVersion("1.0");

/// The name and digest of one file that a statement covers.
struct SubjectFile
{
    QString name;
    QString sha256;
    qint64 bytes = 0;
};

/// The files of a statement whose promises hold.
std::vector<SubjectFile> subjectFiles(const QJsonObject &statement);

/// The promises of a statement that do not hold, as English sentences; the writer and the verifier
/// share them.
std::vector<QString> brokenRules(const QJsonObject &statement);

/// True for a name that is one plain path component: what a manifest may call a file that lies
/// beside it.
bool isPlainFileName(const QString &name);

}   // namespace expunge::manifest
