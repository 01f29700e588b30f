// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace expunge::manifest {

/// An unlocked Ed25519 key (RFC 8032) in memory that is locked and wiped.
class SigningKey
{
public:
    /// From a 32-byte seed; the seed is not kept outside.
    explicit SigningKey(const QByteArray &seed);
    ~SigningKey();
    SigningKey(SigningKey &&) noexcept;
    SigningKey &operator=(SigningKey &&) noexcept;
    SigningKey(const SigningKey &) = delete;
    SigningKey &operator=(const SigningKey &) = delete;

    QByteArray publicKey() const;   // 32 bytes
    QString keyId() const;
    QByteArray sign(const QByteArray &message) const;   // 64 bytes

private:
    struct Secret;
    std::unique_ptr<Secret> m_secret;
};

/// Lower-case hexadecimal SHA-256 of the SubjectPublicKeyInfo (RFC 8410) of a 32-byte public key:
/// what `openssl pkey -pubin -outform DER | sha256sum` prints.
QString keyIdOf(const QByteArray &publicKey);

/// PEM "PUBLIC KEY" of a 32-byte public key, and back; empty if it is not an Ed25519 one.
QByteArray publicKeyToPem(const QByteArray &publicKey);
QByteArray publicKeyFromPem(const QByteArray &pem);

/// True if `signature` (64 bytes) over `message` is by `publicKey`; refuses small-order keys and
/// non-canonical signatures.
bool verifySignature(const QByteArray &publicKey, const QByteArray &message,
                     const QByteArray &signature);

}   // namespace expunge::manifest
