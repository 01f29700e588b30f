// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/signingkey.h"

#include "core/base/digest.h"
#include "core/manifest/strictjson.h"

#include <sodium.h>

namespace expunge::manifest {

namespace {

constexpr qsizetype seedSize = crypto_sign_SEEDBYTES;
constexpr qsizetype publicKeySize = crypto_sign_PUBLICKEYBYTES;
constexpr qsizetype signatureSize = crypto_sign_BYTES;

const unsigned char *bytesOf(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

/// RFC 8410, section 4: SEQUENCE { SEQUENCE { OID 1.3.101.112 }, BIT STRING } before the 32 bytes.
QByteArray subjectPublicKeyInfo(const QByteArray &publicKey)
{
    return QByteArray::fromHex("302a300506032b6570032100") + publicKey;
}

}   // namespace

/// The expanded key in memory that libsodium locks, fences and wipes when it is freed.
struct SigningKey::Secret
{
    Secret()
    {
        if (sodium_init() < 0) {
            qFatal("libsodium cannot start");
        }
        m_key = static_cast<unsigned char *>(sodium_malloc(crypto_sign_SECRETKEYBYTES));
        Q_CHECK_PTR(m_key);
    }
    ~Secret() { sodium_free(m_key); }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    unsigned char *m_key = nullptr;
    QByteArray m_publicKey = QByteArray(publicKeySize, '\0');
};

SigningKey::SigningKey(const QByteArray &seed)
    : m_secret(std::make_unique<Secret>())
{
    if (seed.size() != seedSize) {
        qFatal("a signing key needs a seed of 32 bytes");
    }
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(m_secret->m_publicKey.data()),
                             m_secret->m_key, bytesOf(seed));
    sodium_mprotect_readonly(m_secret->m_key);
}

SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey &&) noexcept = default;
SigningKey &SigningKey::operator=(SigningKey &&) noexcept = default;

QByteArray SigningKey::publicKey() const
{
    return m_secret->m_publicKey;
}

QString SigningKey::keyId() const
{
    return keyIdOf(m_secret->m_publicKey);
}

QByteArray SigningKey::sign(const QByteArray &message) const
{
    QByteArray signature(signatureSize, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr,
                         bytesOf(message), static_cast<unsigned long long>(message.size()),
                         m_secret->m_key);
    return signature;
}

QString keyIdOf(const QByteArray &publicKey)
{
    return base::sha256Hex(subjectPublicKeyInfo(publicKey));
}

QByteArray publicKeyToPem(const QByteArray &publicKey)
{
    return "-----BEGIN PUBLIC KEY-----\n" + subjectPublicKeyInfo(publicKey).toBase64()
           + "\n-----END PUBLIC KEY-----\n";
}

QByteArray publicKeyFromPem(const QByteArray &pem)
{
    // RFC 7468: one block, whose Base64 may be folded
    const QByteArray text = pem.trimmed();
    const QByteArray begin("-----BEGIN PUBLIC KEY-----");
    const QByteArray end("-----END PUBLIC KEY-----");
    if (!text.startsWith(begin) || !text.endsWith(end) || text.size() < begin.size() + end.size()) {
        return {};
    }
    QByteArray body = text.mid(begin.size(), text.size() - begin.size() - end.size());
    for (const char space : {'\r', '\n', ' ', '\t'}) {
        body.replace(QByteArray(1, space), QByteArray());
    }
    const std::optional<QByteArray> der = decodeBase64(body);
    const QByteArray prefix = subjectPublicKeyInfo({});
    if (!der || der->size() != prefix.size() + publicKeySize || !der->startsWith(prefix)) {
        return {};
    }
    return der->mid(prefix.size());
}

bool verifySignature(const QByteArray &publicKey, const QByteArray &message,
                     const QByteArray &signature)
{
    // libsodium refuses small-order keys and S >= L by itself (RFC 8032, section 5.1.7)
    return publicKey.size() == publicKeySize && signature.size() == signatureSize
           && sodium_init() >= 0
           && crypto_sign_verify_detached(bytesOf(signature), bytesOf(message),
                                          static_cast<unsigned long long>(message.size()),
                                          bytesOf(publicKey))
                  == 0;
}

}   // namespace expunge::manifest
