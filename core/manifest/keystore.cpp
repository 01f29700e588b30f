// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/keystore.h"

#include "core/base/fileio.h"
#include "core/manifest/passphrasefile.h"
#include "core/manifest/strictjson.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace expunge::manifest {

namespace {

constexpr qint64 recordLimit = 16384;

/// Which key a profile has and where its seed is: what `identity.json` says.
struct KeyRecord
{
    QString keyId;
    QByteArray publicKey;
    bool inKeychain = false;
};

QString recordPath(const QString &folder)
{
    return folder + "/identity.json"_L1;
}

QString keyFilePath(const QString &folder)
{
    return folder + "/identity.key"_L1;
}

QString entryName(const QString &keyId)
{
    return "ed25519/"_L1 + keyId;
}

tl::unexpected<base::Error> at(const QString &path, const base::Error &error)
{
    return base::failure(error.code, path, error.detail);
}

void wipe(QByteArray &secret)
{
    sodium_memzero(secret.data(), static_cast<size_t>(secret.size()));
}

base::Result<KeyFile> readKeyFile(const QString &folder)
{
    const QString path = keyFilePath(folder);
    const base::Result<QByteArray> json = base::readFile(path, recordLimit);
    if (!json) {
        return base::failure(base::ErrorCode::KeyUnavailable, path, json.error().detail);
    }
    base::Result<KeyFile> file = parseKeyFile(*json);
    if (!file) {
        return at(path, file.error());
    }
    return file;
}

/// The recorded key; KeyMissing if none was ever made, and only then.
base::Result<KeyRecord> readRecord(const QString &folder)
{
    const QString path = recordPath(folder);
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink()) {
        if (!QFileInfo::exists(keyFilePath(folder))) {
            return base::failure(base::ErrorCode::KeyMissing, folder);
        }
        // A crash between the two writes of create(): the key file says the same.
        const base::Result<KeyFile> file = readKeyFile(folder);
        if (!file) {
            return tl::unexpected(file.error());
        }
        return KeyRecord{file->keyId, file->publicKey, false};
    }
    const base::Result<QByteArray> json = base::readFile(path, recordLimit);
    if (!json) {
        return base::failure(base::ErrorCode::KeyUnavailable, path, json.error().detail);
    }
    const base::Result<QJsonValue> value = parseStrictJson(*json);
    const QJsonObject object = value ? value->toObject() : QJsonObject();
    const auto publicKey = decodeBase64(object.value("publicKey"_L1).toString().toLatin1());
    const QString where = object.value("where"_L1).toString();
    const QString keyId = object.value("keyid"_L1).toString();
    if (object.value("v"_L1) != 1 || !publicKey || publicKey->size() != 32
        || keyId != keyIdOf(*publicKey) || (where != "keychain"_L1 && where != "file"_L1)) {
        return base::failure(base::ErrorCode::KeyUnavailable, path, u"damaged"_s);
    }
    return KeyRecord{keyId, *publicKey, where == "keychain"_L1};
}

base::Result<> writeRecord(const QString &folder, const KeyRecord &record)
{
    const QJsonObject object{{u"v"_s, 1},
                             {u"keyid"_s, record.keyId},
                             {u"publicKey"_s, QString::fromLatin1(record.publicKey.toBase64())},
                             {u"where"_s, record.inKeychain ? u"keychain"_s : u"file"_s}};
    return base::writeFileDurably(recordPath(folder), QJsonDocument(object).toJson(),
                                  base::Existing::Refuse, true);
}

/// The seed of a recorded key from the keychain; an entry that is not there is never "no key yet".
base::Result<QByteArray> seedFromKeychain(Keychain *keychain, const KeyRecord &record)
{
    if (keychain == nullptr) {
        return base::failure(base::ErrorCode::KeyUnavailable, u"keychain"_s);
    }
    base::Result<QByteArray> seed = keychain->read(entryName(record.keyId));
    if (!seed) {
        return base::failure(base::ErrorCode::KeyUnavailable, u"keychain"_s, seed.error().detail);
    }
    if (seed->size() != crypto_sign_SEEDBYTES
        || SigningKey(*seed).publicKey() != record.publicKey) {
        wipe(*seed);
        return base::failure(base::ErrorCode::KeyMismatch, u"keychain"_s);
    }
    return seed;
}

base::Result<QByteArray> seedFromFile(const QString &folder, const KeyRecord &record,
                                      const QByteArray &passphrase)
{
    const base::Result<KeyFile> file = readKeyFile(folder);
    if (!file) {
        return tl::unexpected(file.error());
    }
    if (file->publicKey != record.publicKey) {
        return base::failure(base::ErrorCode::KeyMismatch, keyFilePath(folder));
    }
    if (passphrase.isEmpty()) {
        return base::failure(base::ErrorCode::KeyLocked, keyFilePath(folder));
    }
    base::Result<QByteArray> seed = openKeyFile(*file, passphrase);
    if (!seed) {
        return at(keyFilePath(folder), seed.error());
    }
    return seed;
}

KeyState stateOf(const base::Result<> &found, KeyState whenFound)
{
    if (found) {
        return whenFound;
    }
    return found.error().code == base::ErrorCode::KeyMismatch ? KeyState::Mismatch
                                                              : KeyState::Unavailable;
}

/// Keeps a new seed where the record says.
base::Result<> storeSeed(const QString &folder, Keychain *keychain, const KeyRecord &record,
                         const QByteArray &seed, const QByteArray &passphrase)
{
    if (record.inKeychain) {
        base::Result<> written = keychain->write(entryName(record.keyId), seed);
        if (!written) {
            return written;
        }
        base::Result<QByteArray> back = seedFromKeychain(keychain, record);
        if (!back) {
            return tl::unexpected(back.error());
        }
        wipe(*back);
        return {};
    }
    const base::Result<QByteArray> json = sealKeyFile(seed, passphrase, usualKeyCost());
    if (!json) {
        return at(keyFilePath(folder), json.error());
    }
    return base::writeFileDurably(keyFilePath(folder), *json, base::Existing::Refuse, true);
}

}   // namespace

Keychain::~Keychain() = default;

KeyStore::KeyStore(QString folder, std::unique_ptr<Keychain> keychain)
    : m_folder(std::move(folder))
    , m_keychain(std::move(keychain))
{
}

KeyStore::~KeyStore() = default;

base::Result<KeyStatus> KeyStore::status() const
{
    const base::Result<KeyRecord> read = readRecord(m_folder);
    if (!read && read.error().code == base::ErrorCode::KeyMissing) {
        return KeyStatus{};
    }
    if (!read) {
        return tl::unexpected(read.error());
    }
    const KeyRecord &record = *read;
    if (record.inKeychain) {
        base::Result<QByteArray> seed = seedFromKeychain(m_keychain.get(), record);
        if (seed) {
            wipe(*seed);
        }
        const base::Result<> found = seed.map([](const QByteArray &) {});
        return KeyStatus{stateOf(found, KeyState::InKeychain), record.keyId};
    }
    const base::Result<> found = readKeyFile(m_folder).and_then([&](const KeyFile &file) {
        return file.publicKey == record.publicKey
                   ? base::Result<>()
                   : base::failure(base::ErrorCode::KeyMismatch, keyFilePath(m_folder));
    });
    return KeyStatus{stateOf(found, KeyState::InFile), record.keyId};
}

bool KeyStore::needsPassphrase() const
{
    return !m_keychain || !m_keychain->works();
}

base::Result<QString> KeyStore::create(const QByteArray &passphrase)
{
    const base::Result<KeyRecord> existing = readRecord(m_folder);
    if (existing) {
        return base::failure(base::ErrorCode::KeyExists, m_folder);
    }
    if (existing.error().code != base::ErrorCode::KeyMissing) {
        return tl::unexpected(existing.error());
    }
    const bool inKeychain = !needsPassphrase();
    if (!inKeychain && passphrase.isEmpty()) {
        return base::failure(base::ErrorCode::KeyLocked, keyFilePath(m_folder));
    }
    const base::Result<> folder = base::makePrivateFolder(m_folder);
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    if (sodium_init() < 0) {
        qFatal("libsodium cannot start");
    }
    QByteArray seed(crypto_sign_SEEDBYTES, '\0');
    randombytes_buf(seed.data(), static_cast<size_t>(seed.size()));
    const QByteArray publicKey = SigningKey(seed).publicKey();
    const KeyRecord record{keyIdOf(publicKey), publicKey, inKeychain};
    base::Result<> done = storeSeed(m_folder, m_keychain.get(), record, seed, passphrase);
    wipe(seed);
    if (done) {
        done = writeRecord(m_folder, record);
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    return record.keyId;
}

base::Result<QByteArray> KeyStore::publicKey() const
{
    return readRecord(m_folder).map([](const KeyRecord &record) { return record.publicKey; });
}

base::Result<SigningKey> KeyStore::unlock(const QByteArray &passphrase) const
{
    const base::Result<KeyRecord> record = readRecord(m_folder);
    if (!record) {
        return tl::unexpected(record.error());
    }
    base::Result<QByteArray> seed = record->inKeychain
                                        ? seedFromKeychain(m_keychain.get(), *record)
                                        : seedFromFile(m_folder, *record, passphrase);
    if (!seed) {
        return tl::unexpected(seed.error());
    }
    SigningKey key(*seed);
    wipe(*seed);
    return key;
}

}   // namespace expunge::manifest
