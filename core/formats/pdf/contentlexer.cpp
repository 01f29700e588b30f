// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/contentlexer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace expunge::pdf {

namespace {

// A hostile stream must not fill the memory; a page of real work has some thousands.
constexpr std::size_t kMostOperations = 4'000'000;
constexpr std::size_t kMostTokens = 8'000'000;
constexpr std::size_t kDeepest = 64;
constexpr int kLookAhead = 256;   // bytes behind an EI that must look like content

enum Class : quint8 { Regular, Space, Delimiter };

/// ISO 32000-1, 7.2.2, tables 1 and 2.
constexpr std::array<Class, 256> makeClasses()
{
    std::array<Class, 256> classes{};
    for (const std::size_t c : {0U, 9U, 10U, 12U, 13U, 32U}) {
        classes[c] = Space;
    }
    for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) {
        classes[static_cast<unsigned char>(c)] = Delimiter;
    }
    return classes;
}
constexpr std::array<Class, 256> kClasses = makeClasses();

Class classOf(char c)
{
    return kClasses[static_cast<unsigned char>(c)];
}

}   // namespace

ContentLexer::ContentLexer(const QByteArray &bytes)
{
    m_stream.bytes = bytes;
    m_data = m_stream.bytes.constData();
    m_size = static_cast<int>(std::min<qsizetype>(bytes.size(), std::numeric_limits<int>::max()));
    m_stream.tokens.reserve(static_cast<std::size_t>(m_size) / 6);
    m_stream.operations.reserve(static_cast<std::size_t>(m_size) / 20);
}

ContentStream ContentLexer::run()
{
    for (skipSpace(); m_at < m_size && !m_full; skipSpace()) {
        if (m_begin < 0) {
            m_begin = m_at;
        }
        readToken();
        m_full =
            m_stream.tokens.size() >= kMostTokens || m_stream.operations.size() >= kMostOperations;
    }
    m_stream.damaged = m_stream.damaged || m_full || !m_open.empty();
    return std::move(m_stream);
}

void ContentLexer::skipSpace()
{
    while (m_at < m_size) {
        const char c = m_data[m_at];
        if (c == '%') {
            while (m_at < m_size && m_data[m_at] != '\n' && m_data[m_at] != '\r') {
                ++m_at;
            }
        } else if (classOf(c) == Space) {
            ++m_at;
        } else {
            return;
        }
    }
}

void ContentLexer::readToken()
{
    const char c = m_data[m_at];
    switch (c) {
    case '(':
        return readLiteralString();
    case '<':
        return readAngle();
    case '/':
        return readName();
    case '[':
        return open(TokenKind::ArrayBegin, 1);
    case ']':
        return close(TokenKind::ArrayEnd, TokenKind::ArrayBegin, 1);
    case '>':
        if (m_at + 1 < m_size && m_data[m_at + 1] == '>') {
            return close(TokenKind::DictEnd, TokenKind::DictBegin, 2);
        }
        [[fallthrough]];
    case ')':
    case '{':
    case '}':
        m_stream.damaged = true;
        ++m_at;
        return;
    default:
        break;
    }
    if ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.') {
        readNumber();
    } else {
        readWord();
    }
}

void ContentLexer::add(TokenKind kind, int begin, double number)
{
    m_stream.tokens.push_back({kind, begin, m_at, number});
}

void ContentLexer::readNumber()
{
    const int begin = m_at;
    bool negative = false;
    while (m_at < m_size && (m_data[m_at] == '+' || m_data[m_at] == '-')) {
        negative = negative || m_data[m_at] == '-';
        ++m_at;
    }
    double value = 0;
    double scale = 0;   // 0: before the point
    for (; m_at < m_size; ++m_at) {
        const char c = m_data[m_at];
        if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            scale *= 10;
        } else if (c == '.' && scale == 0) {
            scale = 1;
        } else if (c != '-') {   // readers pass over a minus in the middle, as Acrobat does
            break;
        }
    }
    value = scale > 1 ? value / scale : value;
    if (!std::isfinite(value)) {   // more than 308 digits
        m_stream.damaged = true;
        value = 0;
    }
    add(TokenKind::Number, begin, negative ? -value : value);
}

void ContentLexer::readLiteralString()
{
    const int begin = m_at++;
    int depth = 1;
    while (m_at < m_size) {
        const char c = m_data[m_at++];
        if (c == '\\') {
            m_at = std::min(m_at + 1, m_size);
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            break;
        }
    }
    m_stream.damaged = m_stream.damaged || depth > 0;
    add(TokenKind::String, begin);
}

void ContentLexer::readAngle()
{
    if (m_at + 1 < m_size && m_data[m_at + 1] == '<') {
        return open(TokenKind::DictBegin, 2);
    }
    const int begin = m_at++;
    while (m_at < m_size && m_data[m_at] != '>') {
        ++m_at;
    }
    m_stream.damaged = m_stream.damaged || m_at == m_size;
    m_at = std::min(m_at + 1, m_size);
    add(TokenKind::String, begin);
}

void ContentLexer::readName()
{
    const int begin = m_at++;
    while (m_at < m_size && classOf(m_data[m_at]) == Regular) {
        ++m_at;
    }
    add(TokenKind::Name, begin);
}

void ContentLexer::open(TokenKind kind, int length)
{
    const int begin = m_at;
    m_at += length;
    if (m_open.size() >= kDeepest) {
        m_stream.damaged = true;
        return;
    }
    m_open.push_back(kind);
    add(kind, begin);
}

void ContentLexer::close(TokenKind kind, TokenKind opener, int length)
{
    const int begin = m_at;
    m_at += length;
    if (m_open.empty() || m_open.back() != opener) {
        m_stream.damaged = true;
        return;
    }
    m_open.pop_back();
    add(kind, begin);
}

void ContentLexer::readWord()
{
    const int begin = m_at;
    while (m_at < m_size && classOf(m_data[m_at]) == Regular) {
        ++m_at;
    }
    const QByteArrayView word(m_data + begin, m_at - begin);
    if (word == "true" || word == "false") {
        return add(TokenKind::Boolean, begin);
    }
    if (word == "null") {
        return add(TokenKind::Null, begin);
    }
    if (!m_open.empty()) {
        // An operator cannot stand inside an array. Where the array ends later, readers pass over
        // the operator; else the array was never closed.
        m_stream.damaged = true;
        if (operatorOf(word) == Operator::Unknown
            || nextOf(']', m_nextEnd) < nextOf('[', m_nextBegin)) {
            return add(TokenKind::Other, begin);
        }
        m_open.clear();
    }
    const Operator op = operatorOf(word);
    if (op == Operator::InlineImage) {
        return readInlineImage(begin);
    }
    if (op == Operator::BeginCompatibility) {
        ++m_compatible;
    } else if (op == Operator::EndCompatibility) {
        m_compatible = std::max(0, m_compatible - 1);
    } else if (op == Operator::Unknown && m_compatible == 0) {
        m_stream.damaged = true;
    }
    finish(op);
}

/// Where `c` comes next; `known` is where it was found last, so that looking takes linear time.
int ContentLexer::nextOf(char c, int &known) const
{
    if (known < m_at) {
        const qsizetype found = m_stream.bytes.indexOf(c, m_at);
        known = found < 0 ? m_size : static_cast<int>(found);
    }
    return known;
}

void ContentLexer::finish(Operator op)
{
    const int count = static_cast<int>(m_stream.tokens.size()) - m_firstToken;
    m_stream.operations.push_back(
        {.op = op, .firstToken = m_firstToken, .tokens = count, .begin = m_begin, .end = m_at});
    m_firstToken += count;
    m_begin = -1;
}

void ContentLexer::readInlineImage(int begin)
{
    // What stood before BI is nobody's operand.
    m_stream.tokens.resize(static_cast<std::size_t>(m_firstToken));
    m_begin = begin;
    for (skipSpace(); m_at < m_size; skipSpace()) {
        const char c = m_data[m_at];
        if (c == 'I' && m_at + 1 < m_size && m_data[m_at + 1] == 'D'
            && (m_at + 2 == m_size || classOf(m_data[m_at + 2]) != Regular)) {
            break;
        }
        const bool word =
            classOf(c) == Regular && (c < '0' || c > '9') && c != '-' && c != '+' && c != '.';
        if (word && c != 't' && c != 'f' && c != 'n') {
            m_stream.damaged = true;
            return finish(Operator::Unknown);
        }
        const std::size_t operations = m_stream.operations.size();
        readToken();
        if (m_stream.operations.size() != operations) {   // an operator: this is no image
            m_stream.damaged = true;
            return;
        }
    }
    m_open.clear();
    if (m_at >= m_size) {
        m_stream.damaged = true;
        return finish(Operator::Unknown);
    }
    // ISO 32000-1, 8.9.7: one white-space character follows ID.
    const int from = std::min(m_at + 3, m_size);
    int after = m_size;
    const int to = inlineDataEnd(from, &after);
    m_stream.damaged = m_stream.damaged || to < 0;
    m_at = after;
    finish(Operator::InlineImage);
    m_stream.operations.back().dataBegin = from;
    m_stream.operations.back().dataEnd = to < 0 ? m_size : to;
}

bool ContentLexer::hasEntry(QByteArrayView shortKey, QByteArrayView longKey) const
{
    for (std::size_t i = static_cast<std::size_t>(m_firstToken); i + 1 < m_stream.tokens.size();
         ++i) {
        const QByteArrayView raw = m_stream.raw(m_stream.tokens[i]);
        if (raw == shortKey || raw == longKey) {
            return true;
        }
    }
    return false;
}

double ContentLexer::entry(QByteArrayView shortKey, QByteArrayView longKey) const
{
    for (std::size_t i = static_cast<std::size_t>(m_firstToken); i + 1 < m_stream.tokens.size();
         ++i) {
        const QByteArrayView raw = m_stream.raw(m_stream.tokens[i]);
        if ((raw == shortKey || raw == longKey)
            && m_stream.tokens[i + 1].kind == TokenKind::Number) {
            return m_stream.tokens[i + 1].number;
        }
    }
    return -1;
}

/// How many bytes the image says that it has: PDF 2.0's Length (8.9.7), or the size of what is not
/// compressed; -1 when it does not say.
int ContentLexer::declaredLength() const
{
    const double said = entry("/L", "/Length");
    if (said >= 0 && said <= m_size) {
        return static_cast<int>(said);
    }
    if (hasEntry("/F", "/Filter")) {
        return -1;
    }
    const bool mask = hasEntry("/IM", "/ImageMask");
    double bits = mask ? 1 : entry("/BPC", "/BitsPerComponent");
    for (std::size_t i = static_cast<std::size_t>(m_firstToken); i + 1 < m_stream.tokens.size();
         ++i) {
        const QByteArrayView raw = m_stream.raw(m_stream.tokens[i]);
        if (raw == "/CS" || raw == "/ColorSpace") {
            const QByteArrayView space = m_stream.raw(m_stream.tokens[i + 1]);
            bits *= space == "/RGB" || space == "/DeviceRGB"     ? 3
                    : space == "/CMYK" || space == "/DeviceCMYK" ? 4
                    : space == "/G" || space == "/DeviceGray"    ? 1
                                                                 : -1;
        }
    }
    const double rows = entry("/H", "/Height");
    const double bytes = std::ceil(entry("/W", "/Width") * bits / 8) * rows;
    return bits > 0 && rows > 0 && bytes > 0 && bytes <= m_size ? static_cast<int>(bytes) : -1;
}

/// Whether EI stands at `at`, white space before it allowed, and content goes on behind.
bool ContentLexer::imageEndsAt(int at, int *after) const
{
    while (at < m_size && classOf(m_data[at]) == Space) {
        ++at;
    }
    if (at + 2 > m_size || m_data[at] != 'E' || m_data[at + 1] != 'I'
        || (at + 2 < m_size && classOf(m_data[at + 2]) == Regular) || !goesOnPlausibly(at + 2)) {
        return false;
    }
    *after = at + 2;
    return true;
}

/// Whether what follows reads as content up to the next operator. Image bytes may hold " EI ".
bool ContentLexer::goesOnPlausibly(int at) const
{
    const int limit = std::min(at + kLookAhead, m_size);
    while (at < limit) {
        const char c = m_data[at];
        if (c == '(' || c == '<' || c == '%' || c == '/') {
            return true;   // a string, a name: image bytes would have to be lucky
        }
        if (classOf(c) != Regular || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+') {
            ++at;
            continue;
        }
        const int begin = at;
        while (at < m_size && classOf(m_data[at]) == Regular && at - begin < 4) {
            ++at;
        }
        return operatorOf({m_data + begin, at - begin}) != Operator::Unknown;
    }
    return true;
}

/// The end of the image's bytes, and in `after` the place behind EI; -1 without an EI.
int ContentLexer::inlineDataEnd(int from, int *after) const
{
    const int length = declaredLength();
    if (length >= 0 && from <= m_size - length && imageEndsAt(from + length, after)) {
        return from + length;
    }
    for (int at = from; at + 1 < m_size; ++at) {
        const void *found = std::memchr(m_data + at, 'E', static_cast<std::size_t>(m_size - at));
        if (!found) {
            break;
        }
        at = static_cast<int>(static_cast<const char *>(found) - m_data);
        const bool apart = at == from || classOf(m_data[at - 1]) == Space;
        if (apart && imageEndsAt(at, after)) {
            return at > from ? at - 1 : at;
        }
    }
    return -1;
}

}   // namespace expunge::pdf
