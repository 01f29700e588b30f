// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace expunge::base {

/// SHA-256 of `data`, 32 bytes (FIPS 180-4).
QByteArray sha256(const QByteArray &data);

/// Lower-case hexadecimal SHA-256 of `data`, 64 characters.
QString sha256Hex(const QByteArray &data);

/// HMAC-SHA-256 (RFC 2104), 32 bytes.
QByteArray hmacSha256(const QByteArray &key, const QByteArray &message);

/// A new UUID version 7 (RFC 9562, section 5.7) as 36 lower-case characters; sorts by time of
/// making.
QString newUuid();

}   // namespace expunge::base
