// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/contentstream.h"

#include "core/formats/pdf/contentlexer.h"

#include <cmath>

namespace expunge::pdf {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

QByteArray hexString(QByteArrayView inside)
{
    QByteArray bytes;
    bytes.reserve(inside.size() / 2 + 1);
    int high = -1;
    for (const char c : inside) {
        const int digit = hexDigit(c);
        if (digit < 0) {
            continue;   // white space; anything else is damage that readers pass over
        }
        if (high < 0) {
            high = digit;
        } else {
            bytes += static_cast<char>(high * 16 + digit);
            high = -1;
        }
    }
    if (high >= 0) {   // ISO 32000-1, 7.3.4.3: a digit that is missing is 0
        bytes += static_cast<char>(high * 16);
    }
    return bytes;
}

/// The character for the escape at `at` (behind the backslash), which is moved past it; nothing for
/// a line that goes on (7.3.4.2, table 3).
void appendEscape(QByteArrayView inside, qsizetype &at, QByteArray &bytes)
{
    const char c = inside[at++];
    switch (c) {
    case 'n':
        bytes += '\n';
        return;
    case 'r':
        bytes += '\r';
        return;
    case 't':
        bytes += '\t';
        return;
    case 'b':
        bytes += '\b';
        return;
    case 'f':
        bytes += '\f';
        return;
    case '\r':
        at += at < inside.size() && inside[at] == '\n' ? 1 : 0;
        return;
    case '\n':
        return;
    default:
        break;
    }
    if (c < '0' || c > '7') {
        bytes += c;
        return;
    }
    int value = c - '0';
    for (int digits = 1; digits < 3 && at < inside.size() && inside[at] >= '0' && inside[at] <= '7';
         ++digits) {
        value = value * 8 + inside[at++] - '0';
    }
    bytes += static_cast<char>(value);
}

QByteArray literalString(QByteArrayView inside)
{
    if (inside.indexOf('\\') < 0 && inside.indexOf('\r') < 0) {
        return inside.toByteArray();
    }
    QByteArray bytes;
    bytes.reserve(inside.size());
    qsizetype at = 0;
    while (at < inside.size()) {
        const char c = inside[at++];
        if (c == '\\') {
            if (at < inside.size()) {
                appendEscape(inside, at, bytes);
            }
        } else if (c == '\r') {   // any line end inside a string is one line feed
            at += at < inside.size() && inside[at] == '\n' ? 1 : 0;
            bytes += '\n';
        } else {
            bytes += c;
        }
    }
    return bytes;
}

}   // namespace

QByteArrayView ContentStream::raw(const Operation &operation) const
{
    return QByteArrayView(bytes).sliced(operation.begin, operation.end - operation.begin);
}

QByteArrayView ContentStream::raw(const Token &token) const
{
    return QByteArrayView(bytes).sliced(token.begin, token.end - token.begin);
}

const Token *ContentStream::operand(const Operation &operation, int index) const
{
    return index < 0 || index >= operation.tokens
               ? nullptr
               : &tokens[static_cast<std::size_t>(operation.firstToken + index)];
}

double ContentStream::number(const Operation &operation, int index, double otherwise) const
{
    const Token *token = operand(operation, index);
    return token && token->kind == TokenKind::Number ? token->number : otherwise;
}

QByteArray ContentStream::string(const Token &token) const
{
    if (token.kind != TokenKind::String) {
        return {};
    }
    QByteArrayView inside = raw(token);
    const bool hex = inside.startsWith('<');
    inside = inside.sliced(1);
    if (inside.endsWith(hex ? '>' : ')')) {   // it may be missing at the end of damaged content
        inside.chop(1);
    }
    return hex ? hexString(inside) : literalString(inside);
}

QByteArray ContentStream::name(const Token &token) const
{
    if (token.kind != TokenKind::Name) {
        return {};
    }
    const QByteArrayView inside = raw(token).sliced(1);
    if (inside.indexOf('#') < 0) {
        return inside.toByteArray();
    }
    QByteArray name;
    for (qsizetype at = 0; at < inside.size(); ++at) {
        const bool coded = inside[at] == '#' && at + 2 < inside.size()
                           && hexDigit(inside[at + 1]) >= 0 && hexDigit(inside[at + 2]) >= 0;
        if (coded) {
            name += static_cast<char>(hexDigit(inside[at + 1]) * 16 + hexDigit(inside[at + 2]));
            at += 2;
        } else {
            name += inside[at];
        }
    }
    return name;
}

ContentStream readContent(const QByteArray &bytes)
{
    return ContentLexer(bytes).run();
}

QByteArray writeString(QByteArrayView bytes)
{
    QByteArray literal = "(";
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\') {
            literal += '\\';
            literal += c;
        } else if (c < 32 || c > 126) {
            const auto byte = static_cast<unsigned char>(c);
            literal += '\\';
            literal += static_cast<char>('0' + (byte >> 6));
            literal += static_cast<char>('0' + ((byte >> 3) & 7));
            literal += static_cast<char>('0' + (byte & 7));
        } else {
            literal += c;
        }
    }
    literal += ')';
    if (literal.size() <= 2 * bytes.size() + 2) {
        return literal;
    }
    return '<' + bytes.toByteArray().toHex() + '>';
}

QByteArray writeName(QByteArrayView name)
{
    QByteArray written = "/";
    for (const char c : name) {
        if (c <= 32 || c > 126 || QByteArrayView("()<>[]{}/%#").contains(c)) {
            written += '#';
            written += QByteArray(1, c).toHex();
        } else {
            written += c;
        }
    }
    return written;
}

QByteArray writeNumber(double value, int decimals)
{
    if (!std::isfinite(value)) {
        return "0";
    }
    QByteArray number = QByteArray::number(value, 'f', decimals);
    if (number.contains('.')) {
        qsizetype end = number.size();
        while (number[end - 1] == '0') {
            --end;
        }
        number.truncate(number[end - 1] == '.' ? end - 1 : end);
    }
    return number == "-0" ? QByteArray("0") : number;
}

}   // namespace expunge::pdf
