// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/passphrasefile.h"

#include "core/manifest/signingkey.h"
#include "core/manifest/strictjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace expunge::manifest {

namespace {

// libsodium's SENSITIVE: a file that asks for more was not made by this program, and opening it
// could stall the machine.
constexpr unsigned long long mostPasses = crypto_pwhash_OPSLIMIT_SENSITIVE;
constexpr qint64 mostMemory = crypto_pwhash_MEMLIMIT_SENSITIVE;

// Argon2 takes memory in blocks of 1 KiB (RFC 9106, section 3.2); other sizes would open like the
// next smaller one.
constexpr qint64 argon2Block = 1024;

unsigned char *bytesOf(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

const unsigned char *bytesOf(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

/// The key that a passphrase gives; wiped when it goes.
class BoxKey
{
public:
    BoxKey(const QByteArray &passphrase, const QByteArray &salt, const KeyCost &cost)
        : m_key(crypto_secretbox_KEYBYTES, '\0')
    {
        m_ready =
            sodium_init() >= 0
            && crypto_pwhash(bytesOf(m_key), crypto_secretbox_KEYBYTES, passphrase.constData(),
                             static_cast<unsigned long long>(passphrase.size()), bytesOf(salt),
                             cost.passes, static_cast<size_t>(cost.memory),
                             crypto_pwhash_ALG_ARGON2ID13)
                   == 0;
    }
    ~BoxKey() { sodium_memzero(m_key.data(), static_cast<size_t>(m_key.size())); }
    BoxKey(const BoxKey &) = delete;
    BoxKey &operator=(const BoxKey &) = delete;

    bool ready() const { return m_ready; }
    const unsigned char *get() const { return bytesOf(std::as_const(m_key)); }

private:
    QByteArray m_key;
    bool m_ready = false;
};

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, '\0');
    randombytes_buf(bytes.data(), static_cast<size_t>(size));
    return bytes;
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fieldOf(const QJsonObject &object, QLatin1StringView name, qsizetype size)
{
    const auto bytes = decodeBase64(object.value(name).toString().toLatin1());
    return bytes && bytes->size() == size ? *bytes : QByteArray();
}

tl::unexpected<base::Error> notEnoughMemory()
{
    return base::failure(base::ErrorCode::KeyUnavailable, {}, u"not enough memory"_s);
}

}   // namespace

KeyCost usualKeyCost()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

base::Result<QByteArray> sealKeyFile(const QByteArray &seed, const QByteArray &passphrase,
                                     const KeyCost &cost)
{
    if (sodium_init() < 0) {
        qFatal("libsodium cannot start");
    }
    const QByteArray salt = randomBytes(crypto_pwhash_SALTBYTES);
    const QByteArray nonce = randomBytes(crypto_secretbox_NONCEBYTES);
    const BoxKey key(passphrase, salt, cost);
    if (!key.ready()) {
        return notEnoughMemory();
    }
    QByteArray box(crypto_secretbox_MACBYTES + seed.size(), '\0');
    crypto_secretbox_easy(bytesOf(box), bytesOf(seed), static_cast<unsigned long long>(seed.size()),
                          bytesOf(nonce), key.get());
    const QByteArray publicKey = SigningKey(seed).publicKey();
    const QJsonObject file{{u"v"_s, 1},
                           {u"kdf"_s, u"argon2id13"_s},
                           {u"ops"_s, static_cast<qint64>(cost.passes)},
                           {u"mem"_s, cost.memory},
                           {u"salt"_s, base64(salt)},
                           {u"nonce"_s, base64(nonce)},
                           {u"box"_s, base64(box)},
                           {u"publicKey"_s, base64(publicKey)},
                           {u"keyid"_s, keyIdOf(publicKey)}};
    return QJsonDocument(file).toJson(QJsonDocument::Compact) + '\n';
}

base::Result<KeyFile> parseKeyFile(const QByteArray &json)
{
    const auto damaged = base::failure(base::ErrorCode::KeyUnavailable, {}, u"damaged"_s);
    const base::Result<QJsonValue> value = parseStrictJson(json);
    static const QStringList keys{u"box"_s, u"kdf"_s,       u"keyid"_s, u"mem"_s, u"nonce"_s,
                                  u"ops"_s, u"publicKey"_s, u"salt"_s,  u"v"_s};
    if (!value || value->toObject().keys() != keys) {
        return damaged;
    }
    const QJsonObject object = value->toObject();
    const qint64 passes = object.value("ops"_L1).toInteger();
    const KeyFile file{
        object.value("keyid"_L1).toString(),
        fieldOf(object, "publicKey"_L1, crypto_sign_PUBLICKEYBYTES),
        {static_cast<unsigned long long>(passes), object.value("mem"_L1).toInteger()},
        fieldOf(object, "salt"_L1, crypto_pwhash_SALTBYTES),
        fieldOf(object, "nonce"_L1, crypto_secretbox_NONCEBYTES),
        fieldOf(object, "box"_L1, crypto_secretbox_MACBYTES + crypto_sign_SEEDBYTES)};
    const bool known = object.value("v"_L1) == 1 && object.value("kdf"_L1) == "argon2id13"_L1;
    const bool whole = !file.publicKey.isEmpty() && !file.salt.isEmpty() && !file.nonce.isEmpty()
                       && !file.box.isEmpty() && file.keyId == keyIdOf(file.publicKey);
    const bool affordable =
        passes >= qint64{crypto_pwhash_OPSLIMIT_MIN} && file.cost.passes <= mostPasses
        && file.cost.memory >= qint64{crypto_pwhash_MEMLIMIT_MIN} && file.cost.memory <= mostMemory
        && file.cost.memory % argon2Block == 0;
    if (!known || !whole || !affordable) {
        return damaged;
    }
    return file;
}

base::Result<QByteArray> openKeyFile(const KeyFile &file, const QByteArray &passphrase)
{
    const BoxKey key(passphrase, file.salt, file.cost);
    if (!key.ready()) {
        return notEnoughMemory();
    }
    QByteArray seed(crypto_sign_SEEDBYTES, '\0');
    if (crypto_secretbox_open_easy(bytesOf(seed), bytesOf(file.box),
                                   static_cast<unsigned long long>(file.box.size()),
                                   bytesOf(file.nonce), key.get())
        != 0) {
        return base::failure(base::ErrorCode::KeyLocked);
    }
    if (SigningKey(seed).publicKey() != file.publicKey) {
        sodium_memzero(seed.data(), static_cast<size_t>(seed.size()));
        return base::failure(base::ErrorCode::KeyMismatch);
    }
    return seed;
}

}   // namespace expunge::manifest
