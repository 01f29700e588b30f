// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheettokens.h"

#include <algorithm>
#include <cstring>

namespace expunge::formats::ooxml {

namespace {

constexpr size_t maximalDepth = 256;   // as canonicalxml.cpp

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool endsName(char c)
{
    return isSpace(c) || c == '=' || c == '/' || c == '>' || c == '<' || c == '"' || c == '\'';
}

bool isNameCharacter(char c)
{
    return static_cast<unsigned char>(c) > ' ' && !endsName(c);
}

/// One of the five names, or a number (XML 1.0, 4.1); others need a document type, which is
/// refused.
bool isReference(QByteArrayView body)
{
    if (body == "amp" || body == "lt" || body == "gt" || body == "quot" || body == "apos") {
        return true;
    }
    if (body.size() < 2 || body[0] != '#') {
        return false;
    }
    const bool hex = body[1] == 'x';
    const QByteArrayView digits = body.sliced(hex ? 2 : 1);
    constexpr qsizetype longest = 8;
    const auto fits = [hex](char c) {
        const bool digit = c >= '0' && c <= '9';
        return digit || (hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    return !digits.isEmpty() && digits.size() <= longest
           && std::all_of(digits.begin(), digits.end(), fits);
}

/// True if characters and references are allowed ones (XML 1.0, 2.2 and 4.1).
bool soundText(QByteArrayView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '&') {
            const qsizetype stop = text.indexOf(';', at);
            if (stop < 0 || !isReference(text.sliced(at + 1, stop - at - 1))) {
                return false;
            }
            at = stop;
        } else if (static_cast<unsigned char>(c) < ' ' && !isSpace(c)) {
            return false;
        }
    }
    return true;
}

}   // namespace

SheetTokens::SheetTokens(QByteArrayView xml)
    : m_xml(xml)
{
    if (m_xml.startsWith("\xef\xbb\xbf")) {
        m_at = 3;
    }
}

QByteArrayView SheetTokens::attribute(QByteArrayView name) const
{
    for (const Attribute &attribute : m_attributes) {
        if (attribute.name == name) {
            return attribute.value;
        }
    }
    return {};
}

SheetToken SheetTokens::fail()
{
    m_failed = true;
    return SheetToken::Failed;
}

SheetToken SheetTokens::next()
{
    if (m_failed) {
        return SheetToken::Failed;
    }
    if (m_leaving) {
        --m_depth;
        m_leaving = false;
    }
    if (m_pendingEnd) {
        m_pendingEnd = false;
        m_leaving = true;
        m_begin = m_end;
        return SheetToken::End;
    }
    while (m_at < m_xml.size()) {
        m_begin = m_at;
        if (m_xml[m_at] != '<') {
            const SheetToken token = characters();
            if (token == SheetToken::Text && m_open.empty()) {
                continue;
            }
            return token;
        }
        const char next = m_at + 1 < m_xml.size() ? m_xml[m_at + 1] : '\0';
        if (next == '/') {
            return endTag();
        }
        if (next != '!' && next != '?') {
            return startTag();
        }
        if (m_xml.sliced(m_at).startsWith("<![CDATA[")) {
            const qsizetype stop = m_xml.indexOf("]]>", m_at);
            if (stop < 0 || m_open.empty()) {
                return fail();
            }
            constexpr qsizetype opening = 9;
            m_text = m_xml.sliced(m_at + opening, stop - m_at - opening);
            m_literal = true;
            m_at = m_end = stop + 3;
            return SheetToken::Text;
        }
        if (!passMarkup()) {
            return fail();
        }
    }
    return m_open.empty() && m_rootSeen ? SheetToken::Finished : fail();
}

SheetToken SheetTokens::characters()
{
    const void *found =
        std::memchr(m_xml.data() + m_at, '<', static_cast<size_t>(m_xml.size() - m_at));
    const qsizetype stop =
        found == nullptr ? m_xml.size() : static_cast<const char *>(found) - m_xml.data();
    m_text = m_xml.sliced(m_at, stop - m_at);
    m_literal = false;
    m_at = m_end = stop;
    const bool space = std::all_of(m_text.begin(), m_text.end(), isSpace);
    if (!soundText(m_text) || (m_open.empty() && !space)) {
        return fail();
    }
    return SheetToken::Text;
}

/// Comments, processing instructions and the declaration.
bool SheetTokens::passMarkup()
{
    const QByteArrayView rest = m_xml.sliced(m_at);
    const bool comment = rest.startsWith("<!--");
    if (!comment && rest[1] == '!') {
        m_forbidden = true;
        return false;
    }
    const qsizetype stop = comment ? m_xml.indexOf("-->", m_at + 4) : m_xml.indexOf("?>", m_at);
    if (stop < 0) {
        return false;
    }
    const bool declaration = m_begin <= 3 && rest.startsWith("<?xml") && isSpace(rest[5]);
    m_comments += declaration ? 0 : 1;
    m_at = stop + (comment ? 3 : 2);
    return true;
}

SheetToken SheetTokens::startTag()
{
    // A ">" may stand in a value, so quotes are looked at.
    qsizetype close = m_at + 1;
    char quote = '\0';
    for (; close < m_xml.size(); ++close) {
        const char c = m_xml[close];
        if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            break;
        }
    }
    if (close >= m_xml.size() || (m_open.empty() && m_rootSeen)) {
        return fail();
    }
    const bool selfClosing = m_xml[close - 1] == '/' && close - 1 > m_at;
    const qsizetype inner = selfClosing ? close - 1 : close;
    qsizetype at = m_at + 1;
    while (at < inner && isNameCharacter(m_xml[at])) {
        ++at;
    }
    m_name = m_xml.sliced(m_at + 1, at - m_at - 1);
    if (m_name.isEmpty() || !readAttributes(at, inner)) {
        return fail();
    }
    m_at = m_end = close + 1;
    m_rootSeen = true;
    ++m_depth;
    if (static_cast<size_t>(m_depth) > maximalDepth) {
        m_tooDeep = true;
        return fail();
    }
    if (selfClosing) {
        m_pendingEnd = true;
    } else {
        m_open.push_back(m_name);
    }
    return SheetToken::Start;
}

bool SheetTokens::readAttributes(qsizetype at, qsizetype close)
{
    m_attributes.clear();
    while (at < close) {
        const qsizetype gap = at;
        while (at < close && isSpace(m_xml[at])) {
            ++at;
        }
        if (at == close) {
            return true;
        }
        const qsizetype start = at;
        while (at < close && isNameCharacter(m_xml[at])) {
            ++at;
        }
        const QByteArrayView name = m_xml.sliced(start, at - start);
        while (at < close && isSpace(m_xml[at])) {
            ++at;
        }
        if (gap == start || name.isEmpty() || at >= close || m_xml[at] != '=') {
            return false;
        }
        ++at;
        while (at < close && isSpace(m_xml[at])) {
            ++at;
        }
        const char quote = at < close ? m_xml[at] : '\0';
        const qsizetype stop = quote == '"' || quote == '\'' ? m_xml.indexOf(quote, at + 1) : -1;
        if (stop < 0 || stop >= close) {
            return false;
        }
        const QByteArrayView value = m_xml.sliced(at + 1, stop - at - 1);
        if (value.contains('<') || !soundText(value) || !attribute(name).isNull()) {
            return false;
        }
        m_attributes.push_back({name, value});
        at = stop + 1;
    }
    return true;
}

SheetToken SheetTokens::endTag()
{
    const qsizetype close = m_xml.indexOf('>', m_at);
    if (close < 0 || m_open.empty()) {
        return fail();
    }
    QByteArrayView name = m_xml.sliced(m_at + 2, close - m_at - 2);
    while (!name.isEmpty() && isSpace(name.back())) {
        name.chop(1);
    }
    if (name != m_open.back()) {
        return fail();
    }
    m_open.pop_back();
    m_name = name;
    m_at = m_end = close + 1;
    m_leaving = true;
    return SheetToken::End;
}

bool SheetTokens::skip()
{
    const int depth = m_depth;
    for (;;) {
        const SheetToken token = next();
        if (token == SheetToken::Failed || token == SheetToken::Finished) {
            return false;
        }
        if (token == SheetToken::End && m_depth == depth) {
            return true;
        }
    }
}

}   // namespace expunge::formats::ooxml
