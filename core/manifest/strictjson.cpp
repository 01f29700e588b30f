// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/strictjson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringDecoder>

namespace expunge::manifest {

namespace {

constexpr int deepest = 32;
constexpr qint64 largestInteger = (qint64{1} << 53) - 1;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Recursive descent over the bytes; the first fault stops it.
class Reader
{
public:
    explicit Reader(const QByteArray &json)
        : m_json(json)
    {
    }

    base::Result<QJsonValue> document()
    {
        QJsonValue value = readValue(0);
        skipSpace();
        if (m_fault == nullptr && m_at != m_json.size()) {
            fail("trailing data");
        }
        if (m_fault != nullptr) {
            return base::failure(
                base::ErrorCode::ManifestInvalid, {},
                QStringLiteral("JSON: %1 at byte %2").arg(QLatin1String(m_fault)).arg(m_at));
        }
        return value;
    }

private:
    QJsonValue fail(const char *fault)
    {
        if (m_fault == nullptr) {
            m_fault = fault;
        }
        return {};
    }

    char peek() const { return m_at < m_json.size() ? m_json.at(m_at) : '\0'; }

    bool take(char c)
    {
        if (m_fault != nullptr || m_at >= m_json.size() || m_json.at(m_at) != c) {
            return false;
        }
        ++m_at;
        return true;
    }

    void skipSpace()
    {
        while (m_at < m_json.size()) {
            const char c = m_json.at(m_at);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                return;
            }
            ++m_at;
        }
    }

    QJsonValue readValue(int depth)
    {
        if (depth > deepest) {
            return fail("nesting too deep");
        }
        skipSpace();
        switch (peek()) {
        case '{':
            return readObject(depth);
        case '[':
            return readArray(depth);
        case '"':
            return {readString()};
        case 't':
            return readWord("true", QJsonValue(true));
        case 'f':
            return readWord("false", QJsonValue(false));
        case 'n':
            return readWord("null", QJsonValue(QJsonValue::Null));
        default:
            return readNumber();
        }
    }

    QJsonValue readWord(QByteArrayView word, const QJsonValue &value)
    {
        if (m_json.mid(m_at, word.size()) != word) {
            return fail("unexpected character");
        }
        m_at += word.size();
        return value;
    }

    QJsonValue readNumber()
    {
        const qsizetype start = m_at;
        take('-');
        const bool zero = peek() == '0';
        const qsizetype digits = m_at;
        while (isDigit(peek())) {
            ++m_at;
        }
        const qsizetype count = m_at - digits;
        if (count == 0) {
            return fail("unexpected character");
        }
        if ((zero && count > 1) || peek() == '.' || peek() == 'e' || peek() == 'E' || count > 16) {
            return fail("a number that is not a plain integer");
        }
        const qint64 number = m_json.mid(start, m_at - start).toLongLong();
        if (number > largestInteger || number < -largestInteger) {
            return fail("an integer that is too large");
        }
        return {number};
    }

    QJsonValue readArray(int depth)
    {
        QJsonArray array;
        take('[');
        skipSpace();
        if (take(']')) {
            return array;
        }
        while (m_fault == nullptr) {
            array.append(readValue(depth + 1));
            skipSpace();
            if (take(']')) {
                return array;
            }
            if (!take(',')) {
                return fail("unexpected character");
            }
        }
        return {};
    }

    QJsonValue readObject(int depth)
    {
        QJsonObject object;
        take('{');
        skipSpace();
        if (take('}')) {
            return object;
        }
        while (m_fault == nullptr) {
            skipSpace();
            const QString key = readString();
            if (object.contains(key)) {
                return fail("a key that is there twice");
            }
            skipSpace();
            if (!take(':')) {
                return fail("unexpected character");
            }
            object.insert(key, readValue(depth + 1));
            skipSpace();
            if (take('}')) {
                return object;
            }
            if (!take(',')) {
                return fail("unexpected character");
            }
        }
        return {};
    }

    QString readString()
    {
        if (!take('"')) {
            fail("unexpected character");
            return {};
        }
        QString text;
        while (m_fault == nullptr) {
            const qsizetype start = m_at;
            while (m_at < m_json.size() && peek() != '"' && peek() != '\\'
                   && static_cast<uchar>(peek()) >= 0x20) {
                ++m_at;
            }
            appendUtf8(text, start);
            if (take('"')) {
                return text.isValidUtf16() ? text : badSurrogate();
            }
            if (!take('\\')) {
                fail("a string that does not end");
                return {};
            }
            readEscape(text);
        }
        return {};
    }

    QString badSurrogate()
    {
        fail("half a surrogate pair");
        return {};
    }

    void appendUtf8(QString &text, qsizetype start)
    {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless
                                                         | QStringDecoder::Flag::ConvertInitialBom);
        const QString piece = decoder.decode(m_json.mid(start, m_at - start));
        if (decoder.hasError()) {
            fail("broken UTF-8");
        }
        text += piece;
    }

    void readEscape(QString &text)
    {
        static constexpr QByteArrayView letters("\"\\/bfnrt");
        static constexpr QByteArrayView meanings("\"\\/\b\f\n\r\t");
        if (take('u')) {
            bool ok = false;
            const QByteArray digits = m_json.mid(m_at, 4);
            const bool hex = std::all_of(digits.begin(), digits.end(), [](char c) {
                return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            });
            const ushort unit = digits.toUShort(&ok, 16);
            if (!ok || !hex || digits.size() != 4) {
                fail("a broken escape");
                return;
            }
            m_at += 4;
            text += QChar(unit);
            return;
        }
        const qsizetype letter = m_at < m_json.size() ? letters.indexOf(peek()) : -1;
        if (letter < 0) {
            fail("a broken escape");
            return;
        }
        ++m_at;
        text += QLatin1Char(meanings.at(letter));
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
    const char *m_fault = nullptr;
};

}   // namespace

base::Result<QJsonValue> parseStrictJson(const QByteArray &json)
{
    return Reader(json).document();
}

std::optional<QByteArray> decodeBase64(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    // The decoder forgives missing padding and stray bits in the last character; encoding again
    // does not.
    if (!decoded || decoded.decoded.toBase64() != text) {
        return std::nullopt;
    }
    return decoded.decoded;
}

}   // namespace expunge::manifest
