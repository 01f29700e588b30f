// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/manifest/signingkey.h"

#include <memory>

namespace expunge::manifest {

/// A place of the desktop that keeps small secrets by name.
class Keychain
{
public:
    Keychain() = default;
    Keychain(const Keychain &) = delete;
    Keychain &operator=(const Keychain &) = delete;
    virtual ~Keychain();

    /// True if a canary can be written, read and removed; takes at most 10 s.
    virtual bool works() = 0;
    virtual base::Result<> write(const QString &name, const QByteArray &secret) = 0;
    /// KeyMissing if there is no such entry, KeyUnavailable if the keychain cannot be reached or is
    /// locked.
    virtual base::Result<QByteArray> read(const QString &name) = 0;
    virtual base::Result<> remove(const QString &name) = 0;
};

/// The desktop's keychain through QtKeychain (Secret Service, KWallet).
std::unique_ptr<Keychain> makeDesktopKeychain();

enum class KeyState {
    None,   // no key was made yet
    InKeychain,
    InFile,        // passphrase-protected
    Unavailable,   // recorded, but the keychain has no such entry, or the file is gone
    Mismatch,      // what is stored is another key than the recorded one
};

struct KeyStatus
{
    KeyState state = KeyState::None;
    QString keyId;   // of the recorded key; empty for None
};

/// Makes, keeps and unlocks the one signing key of a profile. A key that is recorded and missing is
/// never replaced in silence.
class KeyStore
{
public:
    /// `folder`: private folder of the profile; `keychain`: null where only the file is to be used.
    KeyStore(QString folder, std::unique_ptr<Keychain> keychain);
    ~KeyStore();

    base::Result<KeyStatus> status() const;

    /// True if a new key would go to a file and needs a passphrase.
    bool needsPassphrase() const;

    /// Makes a key and records it; returns its id. KeyExists if one is recorded. `passphrase` is
    /// used for the file only.
    base::Result<QString> create(const QByteArray &passphrase);

    /// The public key of the recorded key (needs no passphrase), 32 bytes; KeyMissing if none.
    base::Result<QByteArray> publicKey() const;

    /// KeyMissing, KeyUnavailable, KeyLocked (wrong passphrase), KeyMismatch.
    base::Result<SigningKey> unlock(const QByteArray &passphrase) const;

private:
    QString m_folder;
    std::unique_ptr<Keychain> m_keychain;
};

}   // namespace expunge::manifest
