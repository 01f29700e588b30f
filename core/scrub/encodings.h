// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::scrub {

/// A form in which a text can stand among bytes.
struct Encoded
{
    QString name;   // "UTF-8", "UTF-16", "hex", "Base64", "percent", "references"
    QByteArray bytes;
    bool anyCase = true;   // compared without regard to the case of ASCII letters
};

/// The forms of `text` that are long enough not to turn up by chance.
std::vector<Encoded> encodingsOf(const QString &text);

/// The same bytes with ASCII letters in lower case.
QByteArray lowerAscii(QByteArray bytes);

/// `text` with percent escapes (RFC 3986, section 2.1) and numeric character references decoded;
/// the same text if it has none.
QString decodeEscapes(const QString &text);

/// Fewer characters of Base64 than this are not decoded.
constexpr qsizetype shortestBase64Text = 24;

/// The bytes of a Base64 text (RFC 4648, both alphabets, white space inside); empty if `text` is
/// not one of at least shortestBase64Text characters.
QByteArray decodeBase64(QStringView text);

}   // namespace expunge::scrub
