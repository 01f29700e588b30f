// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/encodings.h"

#include <QRegularExpression>
#include <QStringEncoder>

namespace expunge::scrub {

namespace {

using namespace Qt::StringLiterals;

// Fewer bytes than this turn up in compressed pictures by chance.
constexpr qsizetype shortestText = 6;
constexpr qsizetype shortestBase64 = 7;

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::Default);
    return encoder.encode(text);
}

/// What of the Base64 form of `bytes` does not depend on what stands before and behind, for a start
/// at `offset` modulo three.
QByteArray base64Core(const QByteArray &bytes, int offset)
{
    const QByteArray padded = QByteArray(offset, '\0') + bytes;
    const QByteArray all = padded.toBase64(QByteArray::OmitTrailingEquals);
    // A character stands for six bits: the first that is all ours, and the last.
    const qsizetype first = (offset * 8 + 5) / 6;
    const qsizetype last = (offset + bytes.size()) * 8 / 6;
    return all.mid(first, last - first);
}

QByteArray references(const QString &text, int base)
{
    QByteArray result;
    for (const char32_t point : text.toUcs4()) {
        result += base == 16 ? "&#x" : "&#";
        result += QByteArray::number(static_cast<uint>(point), base) + ';';
    }
    return result;
}

QByteArray percentAll(const QByteArray &utf8)
{
    QByteArray result;
    for (const char c : utf8) {
        result += '%' + QByteArray(1, c).toHex();
    }
    return result;
}

void addBase64(std::vector<Encoded> &forms, const QByteArray &bytes)
{
    for (int offset = 0; offset < 3; ++offset) {
        const QByteArray core = base64Core(bytes, offset);
        if (core.size() < shortestBase64) {
            continue;
        }
        forms.push_back({u"Base64"_s, core, false});
        QByteArray url = core;
        url.replace('+', '-').replace('/', '_');
        if (url != core) {
            forms.push_back({u"Base64"_s, url, false});
        }
    }
}

}   // namespace

QByteArray lowerAscii(QByteArray bytes)
{
    for (char &c : bytes) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return bytes;
}

std::vector<Encoded> encodingsOf(const QString &text)
{
    std::vector<Encoded> forms;
    const QByteArray utf8 = text.toUtf8();
    if (utf8.size() < shortestText) {
        return forms;
    }
    const QByteArray little = utf16(text, QStringConverter::Utf16LE);
    const QByteArray big = utf16(text, QStringConverter::Utf16BE);
    forms.push_back({u"UTF-8"_s, utf8});
    forms.push_back({u"UTF-16"_s, little});
    forms.push_back({u"UTF-16"_s, big});
    forms.push_back({u"hex"_s, utf8.toHex()});
    forms.push_back({u"hex"_s, little.toHex()});
    forms.push_back({u"hex"_s, big.toHex()});
    addBase64(forms, utf8);
    addBase64(forms, little);
    const QByteArray percent = utf8.toPercentEncoding();
    if (percent != utf8) {
        forms.push_back({u"percent"_s, percent});
    }
    forms.push_back({u"percent"_s, percentAll(utf8)});
    forms.push_back({u"references"_s, references(text, 10)});
    forms.push_back({u"references"_s, references(text, 16)});
    return forms;
}

QString decodeEscapes(const QString &text)
{
    QString decoded = text;
    if (decoded.contains(u'%')) {
        decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(decoded.toUtf8()));
    }
    if (decoded.contains("&#"_L1)) {
        static const QRegularExpression reference(u"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));"_s);
        QString result;
        qsizetype copied = 0;
        auto matches = reference.globalMatch(decoded);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString hex = match.captured(1);
            const uint point = hex.isEmpty() ? match.captured(2).toUInt() : hex.toUInt(nullptr, 16);
            result += QStringView(decoded).sliced(copied, match.capturedStart() - copied);
            if (point > 0 && point <= 0x10ffff) {
                const auto character = static_cast<char32_t>(point);
                result += QString::fromUcs4(&character, 1);
            }
            copied = match.capturedEnd();
        }
        decoded = result + QStringView(decoded).sliced(copied);
    }
    return decoded;
}

QByteArray decodeBase64(QStringView text)
{
    QByteArray digits;
    digits.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace() || c == u'=') {
            continue;
        }
        const char digit = c.unicode() < 128 ? static_cast<char>(c.unicode()) : '\0';
        const bool valid = (digit >= 'A' && digit <= 'Z') || (digit >= 'a' && digit <= 'z')
                           || (digit >= '0' && digit <= '9') || digit == '+' || digit == '/'
                           || digit == '-' || digit == '_';
        if (!valid) {
            return {};
        }
        digits += digit == '-' ? '+' : digit == '_' ? '/' : digit;
    }
    return digits.size() < shortestBase64Text ? QByteArray() : QByteArray::fromBase64(digits);
}

}   // namespace expunge::scrub
