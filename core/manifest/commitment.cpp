// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/commitment.h"

#include "core/base/digest.h"

#include <sodium.h>

namespace expunge::manifest {

namespace {

// Each use has its own label, so that a key revealed for one opens nothing else.
constexpr QByteArrayView redactionLabel = "expunge/v1/redaction";
constexpr QByteArrayView inputLabel = "expunge/v1/input";

}   // namespace

QByteArray newCommitmentKey()
{
    if (sodium_init() < 0) {
        qFatal("libsodium cannot start");
    }
    QByteArray key(32, '\0');
    randombytes_buf(key.data(), static_cast<size_t>(key.size()));
    return key;
}

QByteArray redactionKey(const QByteArray &commitmentKey, const QString &redactionId)
{
    return base::hmacSha256(commitmentKey,
                            redactionLabel.toByteArray() + '\0' + redactionId.toUtf8());
}

QString textCommitment(const QByteArray &redactionKey, const QString &text)
{
    const QByteArray bytes = text.normalized(QString::NormalizationForm_C).toUtf8();
    return QString::fromLatin1(base::hmacSha256(redactionKey, bytes).toHex());
}

QString inputCommitment(const QByteArray &commitmentKey, const QByteArray &sha256)
{
    const QByteArray key = base::hmacSha256(commitmentKey, inputLabel.toByteArray());
    return QString::fromLatin1(base::hmacSha256(key, sha256).toHex());
}

}   // namespace expunge::manifest
