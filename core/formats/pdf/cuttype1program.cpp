// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cuttype1program.h"

#include "core/formats/pdf/cutbytes.h"

#include <algorithm>
#include <array>

namespace expunge::pdf {
namespace {

constexpr quint16 EexecKey = 55665;   // Type 1 Font Format, 7.2
constexpr quint16 CharstringKey = 4330;
constexpr qsizetype RandomBytes = 4;
constexpr int MaxSubroutines = 65536;

// Keys whose values are numbers, in the order in which they are written again.
constexpr std::array HeaderKeys{"PaintType", "FontMatrix", "FontBBox", "StrokeWidth"};
constexpr std::array HintKeys{"BlueValues", "OtherBlues",    "FamilyBlues",    "FamilyOtherBlues",
                              "BlueScale",  "BlueShift",     "BlueFuzz",       "StdHW",
                              "StdVW",      "StemSnapH",     "StemSnapV",      "ForceBold",
                              "RndStemUp",  "LanguageGroup", "ExpansionFactor"};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return c == '/' || c == '[' || c == ']' || c == '{' || c == '}' || c == '(' || c == ')'
           || c == '<' || c == '>' || c == '%';
}

/// Reads PostScript word by word.
class Words
{
public:
    explicit Words(QByteArrayView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    QByteArray next();
    /// Data after RD or -|: one blank, then so many bytes.
    QByteArrayView data(qsizetype length);
    void skipString();

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

void Words::skipString()
{
    int depth = 1;
    while (!atEnd() && depth > 0) {
        const char c = m_text[m_at++];
        if (c == '\\') {
            ++m_at;
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
}

QByteArray Words::next()
{
    while (!atEnd() && (isSpace(m_text[m_at]) || m_text[m_at] == '%')) {
        if (m_text[m_at] == '%') {
            while (!atEnd() && m_text[m_at] != '\n' && m_text[m_at] != '\r') {
                ++m_at;
            }
        } else {
            ++m_at;
        }
    }
    if (atEnd()) {
        return {};
    }
    const qsizetype begin = m_at++;
    if (m_text[begin] == '(') {
        skipString();
        return "()";
    }
    if (!isDelimiter(m_text[begin]) || m_text[begin] == '/') {
        while (!atEnd() && !isSpace(m_text[m_at]) && !isDelimiter(m_text[m_at])) {
            ++m_at;
        }
    }
    return m_text.sliced(begin, m_at - begin).toByteArray();
}

QByteArrayView Words::data(qsizetype length)
{
    const qsizetype begin = m_at + 1;
    if (length < 0 || begin > m_text.size() || length > m_text.size() - begin) {
        m_at = m_text.size();
        return {};
    }
    m_at = begin + length;
    return m_text.sliced(begin, length);
}

// A number, true, false, or an array of numbers.
QByteArray readValue(Words &words)
{
    QByteArray word = words.next();
    if (word != "[" && word != "{") {
        bool isNumber = false;
        word.toDouble(&isNumber);
        return isNumber || word == "true" || word == "false" ? word : QByteArray();
    }
    QByteArrayList numbers;
    while (!words.atEnd()) {
        word = words.next();
        if (word == "]" || word == "}") {
            return '[' + numbers.join(' ') + ']';
        }
        bool isNumber = false;
        word.toDouble(&isNumber);
        if (!isNumber || numbers.size() > 64) {
            return {};
        }
        numbers.append(word);
    }
    return {};
}

template<std::size_t Count>
std::vector<std::pair<QByteArray, QByteArray>> chosen(const QHash<QByteArray, QByteArray> &values,
                                                      const std::array<const char *, Count> &keys)
{
    std::vector<std::pair<QByteArray, QByteArray>> found;
    for (const char *key : keys) {
        if (const QByteArray value = values.value(key); !value.isEmpty()) {
            found.emplace_back(key, value);
        }
    }
    return found;
}

// Segments of a PFB file, which some put in as it is (Adobe Technical Note 5040).
QByteArray withoutSegments(const QByteArray &bytes)
{
    constexpr char Marker = char(0x80);
    QByteArray joined;
    qsizetype at = 0;
    while (at + 6 <= bytes.size() && bytes[at] == Marker
           && (bytes[at + 1] == 1 || bytes[at + 1] == 2)) {
        const auto length = qsizetype(qFromLittleEndian<quint32>(bytes.constData() + at + 2));
        joined += bytes.mid(at + 6, length);
        at += 6 + length;
    }
    return at == 0 ? bytes : joined;
}

bool isHexadecimal(QByteArrayView text)
{
    return text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

qsizetype beginOfEncrypted(const QByteArray &bytes)
{
    const qsizetype word = bytes.indexOf("eexec");
    if (word < 0) {
        return -1;
    }
    qsizetype at = word + 5;
    while (at < bytes.size() && isSpace(bytes[at]) && bytes[at] != '\0') {
        ++at;
    }
    return at;
}

/// The two dictionaries of the encrypted part.
class PrivateReader
{
public:
    PrivateReader(QByteArrayView text, Type1Program &program)
        : m_words(text)
        , m_program(program)
    {
    }

    bool read();

private:
    QByteArray charstring(QByteArrayView cipher) const;
    void readSubroutines();
    void readCharstrings();

    Words m_words;
    Type1Program &m_program;
    QHash<QByteArray, QByteArray> m_values;
};

QByteArray PrivateReader::charstring(QByteArrayView cipher) const
{
    bool isNumber = false;
    const int random = m_values.value("lenIV", "4").toInt(&isNumber);
    if (random < 0) {
        return cipher.toByteArray();   // not encrypted at all
    }
    return type1Decrypt(cipher, true).mid(random);
}

// "dup 5 23 RD … NP"
void PrivateReader::readSubroutines()
{
    const int count = m_words.next().toInt();
    if (count <= 0 || count > MaxSubroutines || m_words.next() != "array") {
        return;
    }
    while (!m_words.atEnd()) {
        const QByteArray word = m_words.next();
        if (word == "ND" || word == "|-" || word == "def") {
            return;
        }
        if (word != "dup") {
            continue;
        }
        const int number = m_words.next().toInt();
        const int length = m_words.next().toInt();
        m_words.next();
        const QByteArray code = charstring(m_words.data(length));
        if (!m_program.subroutines.contains(number)) {
            m_program.subroutines.insert(number, code);
        }
    }
}

// "/a 120 RD … ND"
void PrivateReader::readCharstrings()
{
    while (!m_words.atEnd()) {
        const QByteArray word = m_words.next();
        if (word == "end") {
            return;
        }
        if (!word.startsWith('/')) {
            continue;
        }
        bool isNumber = false;
        const int length = m_words.next().toInt(&isNumber);
        m_words.next();
        if (!isNumber) {
            return;
        }
        const QByteArray code = charstring(m_words.data(length));
        const QByteArray name = word.mid(1);
        if (!m_program.charstrings.contains(name)) {
            m_program.charstrings.insert(name, code);
        }
    }
}

bool PrivateReader::read()
{
    while (!m_words.atEnd()) {
        const QByteArray word = m_words.next();
        const QByteArray key = word.startsWith('/') ? word.mid(1) : QByteArray();
        const auto isKey = [&](const char *known) { return key == known; };
        if (key == "Subrs") {
            readSubroutines();
        } else if (key == "CharStrings") {
            readCharstrings();
            break;   // fonts with a second, "synthetic" set use the first
        } else if (key == "lenIV" || std::any_of(HintKeys.begin(), HintKeys.end(), isKey)) {
            if (!m_values.contains(key)) {
                m_values.insert(key, readValue(m_words));
            }
        }
    }
    m_program.hints = chosen(m_values, HintKeys);
    return !m_program.charstrings.isEmpty();
}

}   // namespace

QByteArray type1Encrypt(const QByteArray &plain, bool charstring)
{
    quint16 key = charstring ? CharstringKey : EexecKey;
    QByteArray cipher;
    cipher.reserve(plain.size() + RandomBytes);
    // Bytes that should be random are zeros: the same font gives the same bytes.
    const QByteArray padded = QByteArray(RandomBytes, '\0') + plain;
    for (const char byte : padded) {
        const auto written = quint8(quint8(byte) ^ (key >> 8));
        key = quint16((written + key) * 52845 + 22719);
        cipher += char(written);
    }
    return cipher;
}

QByteArray type1Decrypt(QByteArrayView cipher, bool charstring)
{
    quint16 key = charstring ? CharstringKey : EexecKey;
    QByteArray plain;
    plain.reserve(cipher.size());
    for (const char byte : cipher) {
        plain += char(quint8(byte) ^ (key >> 8));
        key = quint16((quint8(byte) + key) * 52845 + 22719);
    }
    return plain;
}

std::optional<Type1Program> Type1Program::read(const QByteArray &file)
{
    const QByteArray bytes = withoutSegments(file);
    const qsizetype begin = beginOfEncrypted(bytes);
    if (begin < 0) {
        return std::nullopt;
    }
    Type1Program program;
    QHash<QByteArray, QByteArray> values;
    Words words(QByteArrayView(bytes).first(begin));
    while (!words.atEnd()) {
        const QByteArray key = words.next();
        const auto isKey = [&](const char *known) { return key.mid(1) == known; };
        if (key.startsWith('/') && std::any_of(HeaderKeys.begin(), HeaderKeys.end(), isKey)) {
            values.insert(key.mid(1), readValue(words));
        }
    }
    program.header = chosen(values, HeaderKeys);
    const QByteArrayView rest = QByteArrayView(bytes).sliced(begin);
    const QByteArray cipher =
        isHexadecimal(rest) ? QByteArray::fromHex(rest.toByteArray()) : rest.toByteArray();
    const QByteArray plain = type1Decrypt(cipher, false).mid(RandomBytes);
    PrivateReader reader(plain, program);
    return reader.read() ? std::optional(program) : std::nullopt;
}

}   // namespace expunge::pdf
