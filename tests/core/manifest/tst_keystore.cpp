// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/keystore.h"
#include "core/manifest/passphrasefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge::manifest;
using expunge::base::ErrorCode;
using expunge::base::Result;

namespace {

/// What a keychain of a test holds and how it behaves; outlives the keychain.
struct Drawer
{
    QHash<QString, QByteArray> entries;
    bool reachable = true;
    bool loses = false;   // says yes to a write and keeps nothing
};

class FakeKeychain final : public Keychain
{
public:
    explicit FakeKeychain(Drawer &drawer)
        : m_drawer(drawer)
    {
    }

    bool works() override { return m_drawer.reachable; }

    Result<> write(const QString &name, const QByteArray &secret) override
    {
        if (!m_drawer.reachable) {
            return expunge::base::failure(ErrorCode::KeyUnavailable);
        }
        if (!m_drawer.loses) {
            // a deep copy, because the caller wipes its own
            m_drawer.entries.insert(name, QByteArray(secret.constData(), secret.size()));
        }
        return {};
    }

    Result<QByteArray> read(const QString &name) override
    {
        if (!m_drawer.reachable) {
            return expunge::base::failure(ErrorCode::KeyUnavailable);
        }
        const auto entry = m_drawer.entries.constFind(name);
        if (entry == m_drawer.entries.constEnd()) {
            return expunge::base::failure(ErrorCode::KeyMissing);
        }
        return QByteArray(entry->constData(), entry->size());
    }

    Result<> remove(const QString &name) override
    {
        m_drawer.entries.remove(name);
        return {};
    }

private:
    Drawer &m_drawer;
};

KeyStore storeWith(const QTemporaryDir &folder, Drawer &drawer)
{
    return KeyStore(folder.path(), std::make_unique<FakeKeychain>(drawer));
}

KeyState stateOf(const KeyStore &store)
{
    return store.status().value().state;
}

template<typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Cancelled : result.error().code;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

// Small, so that a thousand tries take no time.
constexpr KeyCost cheap{1, 8192};

}   // namespace

class TestKeyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewProfileHasNoKey()
    {
        const QTemporaryDir folder;
        const KeyStore store(folder.path(), nullptr);
        QCOMPARE(stateOf(store), KeyState::None);
        QCOMPARE(codeOf(store.publicKey()), ErrorCode::KeyMissing);
        QCOMPARE(codeOf(store.unlock("x")), ErrorCode::KeyMissing);
        QVERIFY(store.needsPassphrase());
    }

    void withoutAKeychainTheKeyIsAFileThatThePassphraseOpens()
    {
        const QTemporaryDir folder;
        KeyStore store(folder.path() + u"/profile"_s, nullptr);
        QCOMPARE(codeOf(store.create({})), ErrorCode::KeyLocked);
        const auto id = store.create("an invented passphrase");
        QVERIFY(id.has_value());
        QCOMPARE(stateOf(store), KeyState::InFile);
        QCOMPARE(keyIdOf(store.publicKey().value()), *id);
        const QFileInfo file(folder.path() + u"/profile/identity.key"_s);
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());

        QCOMPARE(codeOf(store.unlock({})), ErrorCode::KeyLocked);
        QCOMPARE(codeOf(store.unlock("another passphrase")), ErrorCode::KeyLocked);
        const auto key = store.unlock("an invented passphrase");
        QVERIFY(key.has_value());
        QVERIFY(verifySignature(store.publicKey().value(), "message", key->sign("message")));
        QCOMPARE(codeOf(store.create("an invented passphrase")), ErrorCode::KeyExists);
    }

    void aWorkingKeychainKeepsTheSeedAndNoFileDoes()
    {
        const QTemporaryDir folder;
        Drawer drawer;
        KeyStore store = storeWith(folder, drawer);
        QVERIFY(!store.needsPassphrase());
        const QString id = store.create({}).value();
        QCOMPARE(stateOf(store), KeyState::InKeychain);
        const QByteArray seed = drawer.entries.value(u"ed25519/"_s + id);
        QCOMPARE(seed.size(), 32);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"identity.json"_s});
        const QByteArray record = contentOf(folder.filePath(u"identity.json"_s));
        QVERIFY(!record.contains(seed) && !record.contains(seed.toBase64())
                && !record.contains(seed.toHex()));
        QVERIFY(store.unlock({}).has_value());
    }

    void aKeyThatIsGoneIsNeverReplaced()
    {
        const QTemporaryDir folder;
        Drawer drawer;
        KeyStore store = storeWith(folder, drawer);
        const QString id = store.create({}).value();
        drawer.entries.clear();
        QCOMPARE(stateOf(store), KeyState::Unavailable);
        QCOMPARE(store.status()->keyId, id);
        QCOMPARE(codeOf(store.unlock({})), ErrorCode::KeyUnavailable);
        QCOMPARE(codeOf(store.create("passphrase")), ErrorCode::KeyExists);
        QVERIFY(drawer.entries.isEmpty());
    }

    void anUnreachableKeychainIsUnavailable()
    {
        const QTemporaryDir folder;
        Drawer drawer;
        KeyStore store = storeWith(folder, drawer);
        QVERIFY(store.create({}).has_value());
        drawer.reachable = false;
        QCOMPARE(stateOf(store), KeyState::Unavailable);
        QCOMPARE(codeOf(store.unlock({})), ErrorCode::KeyUnavailable);
        const KeyStore without(folder.path(), nullptr);
        QCOMPARE(stateOf(without), KeyState::Unavailable);
    }

    void anotherKeyInTheKeychainIsAMismatch()
    {
        const QTemporaryDir folder;
        Drawer drawer;
        KeyStore store = storeWith(folder, drawer);
        const QString id = store.create({}).value();
        drawer.entries.insert(u"ed25519/"_s + id, QByteArray(32, 'z'));
        QCOMPARE(stateOf(store), KeyState::Mismatch);
        QCOMPARE(codeOf(store.unlock({})), ErrorCode::KeyMismatch);
    }

    void aKeychainThatForgetsAtOnceMakesNoKey()
    {
        const QTemporaryDir folder;
        Drawer drawer;
        drawer.loses = true;
        KeyStore store = storeWith(folder, drawer);
        QCOMPARE(codeOf(store.create({})), ErrorCode::KeyUnavailable);
        QCOMPARE(stateOf(store), KeyState::None);
    }

    void aMissingOrForeignKeyFileIsSaid()
    {
        const QTemporaryDir folder;
        KeyStore store(folder.path(), nullptr);
        QVERIFY(store.create("passphrase").has_value());
        const QString path = folder.filePath(u"identity.key"_s);
        overwrite(path, sealKeyFile(QByteArray(32, 'z'), "passphrase", cheap).value());
        QCOMPARE(stateOf(store), KeyState::Mismatch);
        QCOMPARE(codeOf(store.unlock("passphrase")), ErrorCode::KeyMismatch);
        QVERIFY(QFile::remove(path));
        QCOMPARE(stateOf(store), KeyState::Unavailable);
        QCOMPARE(codeOf(store.unlock("passphrase")), ErrorCode::KeyUnavailable);
    }

    void aKeyFileWithoutItsRecordIsStillTheKey()
    {
        const QTemporaryDir folder;
        overwrite(folder.filePath(u"identity.key"_s),
                  sealKeyFile(QByteArray(32, 's'), "passphrase", cheap).value());
        KeyStore store(folder.path(), nullptr);
        QCOMPARE(stateOf(store), KeyState::InFile);
        QCOMPARE(codeOf(store.create("passphrase")), ErrorCode::KeyExists);
        QVERIFY(store.unlock("passphrase").has_value());
    }

    void aDamagedRecordIsNotTakenForNoKey()
    {
        const QTemporaryDir folder;
        Drawer drawer;
        KeyStore store = storeWith(folder, drawer);
        overwrite(folder.filePath(u"identity.json"_s), "{}");
        QCOMPARE(codeOf(store.status()), ErrorCode::KeyUnavailable);
        QCOMPARE(codeOf(store.create("passphrase")), ErrorCode::KeyUnavailable);
        QVERIFY(drawer.entries.isEmpty());
    }

    void everyFlippedBitOfAKeyFileIsNoticed()
    {
        const QByteArray seed(32, 's');
        const QByteArray good = sealKeyFile(seed, "passphrase", cheap).value();
        QCOMPARE(openKeyFile(parseKeyFile(good).value(), "passphrase").value(), seed);
        QRandomGenerator random(20261124);
        for (int i = 0; i < 1000; ++i) {
            QByteArray bad = good;
            const auto bit = random.bounded(static_cast<int>(bad.size()) * 8);
            bad[bit / 8] = static_cast<char>(bad.at(bit / 8) ^ (1 << bit % 8));
            const auto file = parseKeyFile(bad);
            QVERIFY2(!file || !openKeyFile(*file, "passphrase"), qPrintable(QString::number(bit)));
        }
    }

    void costsThatWouldStallTheMachineAreRefused()
    {
        const QByteArray good = sealKeyFile(QByteArray(32, 's'), "passphrase", cheap).value();
        QVERIFY(!parseKeyFile(QByteArray(good).replace("\"mem\":8192", "\"mem\":1099511627776")));
        QVERIFY(!parseKeyFile(QByteArray(good).replace("\"mem\":8192", "\"mem\":0")));
        QVERIFY(!parseKeyFile(QByteArray(good).replace("\"ops\":1", "\"ops\":4000000000")));
        QVERIFY(!parseKeyFile(QByteArray(good).replace("\"ops\":1", "\"ops\":-1")));
    }

    void withoutADesktopTheKeychainDoesNotWork()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!makeDesktopKeychain()->works());
        QVERIFY(timer.elapsed() < 11000);
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_keystore.moc"
