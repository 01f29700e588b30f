// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace expunge::manifest {

/// What opening a key file costs (Argon2id): passes over memory, and bytes of memory.
struct KeyCost
{
    unsigned long long passes = 0;
    qint64 memory = 0;
};

/// libsodium's MODERATE: about a second and 256 MiB.
KeyCost usualKeyCost();

/// A key file: what anybody may read of it, and the seed in its sealed box.
struct KeyFile
{
    QString keyId;
    QByteArray publicKey;
    KeyCost cost;
    QByteArray salt;
    QByteArray nonce;
    QByteArray box;
};

/// Seals a 32-byte seed with a passphrase: JSON bytes for `identity.key` (Argon2id, then
/// XSalsa20-Poly1305).
base::Result<QByteArray> sealKeyFile(const QByteArray &seed, const QByteArray &passphrase,
                                     const KeyCost &cost);

/// KeyUnavailable for anything but exactly what sealKeyFile writes, costs that would stall the
/// machine included.
base::Result<KeyFile> parseKeyFile(const QByteArray &json);

/// The seed. KeyLocked for a wrong passphrase (or a changed box, which cannot be told from it),
/// KeyMismatch if the seed is of another key than the file says.
base::Result<QByteArray> openKeyFile(const KeyFile &file, const QByteArray &passphrase);

}   // namespace expunge::manifest
