// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace expunge::manifest {

/// 32 random bytes for one input. Whoever destroys them forgets: no commitment of that input can be
/// opened any more.
QByteArray newCommitmentKey();

/// The key that opens one redaction's commitment and no other. With it, openssl alone can check a
/// text: printf %s "$text" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$key
QByteArray redactionKey(const QByteArray &commitmentKey, const QString &redactionId);

/// What the manifest says of a redacted text: HMAC-SHA-256 of its UTF-8 NFC form, lower-case
/// hexadecimal. A plain digest would be an oracle: names and numbers are few enough to try them
/// all.
QString textCommitment(const QByteArray &redactionKey, const QString &text);

/// What the manifest says of an original: HMAC-SHA-256 of its SHA-256, under a key derived for
/// inputs.
QString inputCommitment(const QByteArray &commitmentKey, const QByteArray &sha256);

}   // namespace expunge::manifest
