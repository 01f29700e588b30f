// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace expunge::base {

QByteArray sha256(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
}

QString sha256Hex(const QByteArray &data)
{
    return QString::fromLatin1(sha256(data).toHex());
}

QByteArray hmacSha256(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

QString newUuid()
{
    // RFC 9562, 5.7: 48 bits of Unix time in ms, version 7, 12 random bits, variant 10, 62 random
    // bits
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const auto ms = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    QByteArray bytes(16, '\0');
    for (int i = 0; i < 6; ++i) {
        bytes[i] = static_cast<char>(ms >> (8 * (5 - i)) & 0xff);
    }
    for (int i = 6; i < 16; ++i) {
        const auto word = words.at(static_cast<size_t>(i) % words.size());
        bytes[i] = static_cast<char>(word >> (8 * (i / 4)) & 0xff);
    }
    bytes[6] = static_cast<char>(0x70 | (bytes[6] & 0x0f));
    bytes[8] = static_cast<char>(0x80 | (bytes[8] & 0x3f));
    QString text = QString::fromLatin1(bytes.toHex());
    for (const int at : {8, 13, 18, 23}) {
        text.insert(at, QLatin1Char('-'));
    }
    return text;
}

}   // namespace expunge::base
