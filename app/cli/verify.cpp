// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/jsonlines.h"
#include "core/base/fileio.h"
#include "core/manifest/verifier.h"

#include <QDir>
#include <QDirIterator>
#include <QHash>
#include <QJsonArray>

namespace expunge::cli {

using base::ErrorCode;
using base::failure;
using base::Result;
using manifest::Verification;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pemLimit = qint64{64} * 1024;

Result<QByteArray> publicKey(Context &context)
{
    const Arguments &arguments = context.arguments();
    if (!arguments.has(u"--key"_s)) {
        auto own = context.composition().keys().publicKey();
        if (!own && own.error().code == ErrorCode::KeyMissing) {
            return failure(ErrorCode::KeyMissing, own.error().location,
                           u"or name the signer's public key with --key"_s);
        }
        return own;
    }
    const QString path = arguments.value(u"--key"_s);
    const auto pem = base::readFile(path, pemLimit);
    if (!pem) {
        return tl::unexpected(pem.error());
    }
    QByteArray key = manifest::publicKeyFromPem(*pem);
    if (key.isEmpty()) {
        return failure(ErrorCode::Damaged, path, u"not an Ed25519 public key in PEM form"_s);
    }
    return key;
}

/// The manifests that an operand stands for: itself, or all in a folder.
QStringList manifestsOf(const QString &operand)
{
    if (!QFileInfo(operand).isDir()) {
        return {operand};
    }
    QStringList found;
    QDirIterator walk(operand, {u"*.manifest.json"_s, u"manifest.json"_s}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        found.append(walk.next());
    }
    found.sort();
    return found;
}

QJsonObject verificationObject(const QString &path, const Verification &result)
{
    QJsonArray problems;
    for (const QString &problem : result.problems) {
        problems.append(problem);
    }
    QJsonArray outputs;
    for (const QString &output : result.outputs) {
        outputs.append(output);
    }
    return {{u"schema"_s, u"expunge.verify/1"_s},
            {u"path"_s, path},
            {u"valid"_s, result.valid},
            {u"problems"_s, problems},
            {u"keyId"_s, result.keyId},
            {u"submission"_s, result.submissionId},
            {u"review"_s, result.manualReview ? u"manual"_s : u"automatic"_s},
            {u"outputs"_s, outputs},
            {u"redactions"_s, result.redactions},
            {u"error"_s, QJsonValue::Null}};
}

void printVerification(const QString &path, const Verification &result, bool json)
{
    if (json) {
        printJson(verificationObject(path, result));
    } else if (result.valid) {
        printLine(
            u"%1: valid, %2 review, %3 redactions, covers %4"_s
                .arg(path, result.manualReview ? u"manual"_s : u"automatic"_s)
                .arg(result.redactions)
                .arg(QStringList(result.outputs.begin(), result.outputs.end()).join(u", "_s)));
    } else {
        printLine(u"%1: NOT valid: %2"_s.arg(
            path, QStringList(result.problems.begin(), result.problems.end()).join(u"; "_s)));
    }
}

}   // namespace

void runVerify(Context &context)
{
    const auto key = publicKey(context);
    if (!key) {
        context.fail(key.error());
        return;
    }
    QHash<QString, QString> seen;   // submission id -> manifest
    for (const QString &operand : context.arguments().operands) {
        const QStringList manifests = manifestsOf(operand);
        if (manifests.isEmpty()) {
            context.fail({ErrorCode::Unreadable, operand, u"no manifest in this folder"_s});
        }
        for (const QString &path : manifests) {
            auto result = manifest::verifyManifest(path, *key);
            if (!result) {
                context.fail(result.error());
                if (context.arguments().has(u"--json"_s)) {
                    printJson({{u"schema"_s, u"expunge.verify/1"_s},
                               {u"path"_s, path},
                               {u"valid"_s, false},
                               {u"error"_s, errorObject(result.error())}});
                }
                continue;
            }
            printVerification(path, *result, context.arguments().has(u"--json"_s));
            if (!result->valid) {
                context.note(Exit::No);
            } else if (seen.contains(result->submissionId)) {
                printMessage(u"%1 is the same submission as %2."_s.arg(
                    path, seen.value(result->submissionId)));
            } else {
                seen.insert(result->submissionId, path);
            }
        }
    }
}

}   // namespace expunge::cli
