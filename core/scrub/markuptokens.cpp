// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/markuptokens.h"

#include <QString>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace expunge::scrub {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isOfName(char c)
{
    return static_cast<unsigned char>(c) > ' ' && c != '=' && c != '/' && c != '>' && c != '<'
           && c != '"' && c != '\'' && c != '&';
}

/// Characters that XML has no place for (XML 1.0, 2.2).
bool isControl(char c)
{
    return static_cast<unsigned char>(c) < ' ' && !isSpace(c);
}

std::pair<QByteArrayView, QByteArrayView> splitName(QByteArrayView whole)
{
    const qsizetype colon = whole.indexOf(':');
    return colon < 0 ? std::pair(QByteArrayView(), whole)
                     : std::pair(whole.first(colon), whole.sliced(colon + 1));
}

/// The character that a reference stands for, in UTF-8; empty if it is unknown.
QByteArray referred(QByteArrayView body)
{
    constexpr std::array<std::pair<const char *, char>, 5> names{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    const auto named = std::find_if(names.begin(), names.end(),
                                    [&](const auto &name) { return body == name.first; });
    if (named != names.end()) {
        return {1, named->second};
    }
    if (body.size() < 2 || body[0] != '#') {
        return {};
    }
    const bool hex = body[1] == 'x';
    bool ok = false;
    const uint code = body.sliced(hex ? 2 : 1).toByteArray().toUInt(&ok, hex ? 16 : 10);
    if (!ok || code == 0 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code)) {
        return {};
    }
    const char32_t character = code;
    return QString::fromUcs4(&character, 1).toUtf8();
}

}   // namespace

MarkupTokens::MarkupTokens(QByteArrayView xml)
    : m_xml(xml)
{
    constexpr QByteArrayView mark("\xef\xbb\xbf");
    m_at = xml.startsWith(mark) ? mark.size() : 0;
}

MarkupTokens::Token MarkupTokens::fail()
{
    m_failed = true;
    return Token::Failed;
}

MarkupTokens::Token MarkupTokens::next()
{
    if (m_failed) {
        return Token::Failed;
    }
    if (m_endsAtOnce) {
        m_endsAtOnce = false;
        return Token::End;
    }
    if (m_at >= m_xml.size()) {
        return m_open.empty() && m_rootSeen ? Token::Finished : fail();
    }
    if (m_xml[m_at] != '<') {
        return readText();
    }
    const QByteArrayView rest = m_xml.sliced(m_at);
    if (rest.startsWith("</")) {
        return readEnd();
    }
    if (rest.startsWith("<!--")) {
        return readAside(4, "-->", Token::Comment);
    }
    if (rest.startsWith("<![CDATA[")) {
        m_hasReferences = false;
        return m_open.empty() ? fail() : readAside(9, "]]>", Token::Text);
    }
    if (rest.startsWith("<?")) {
        return readAside(2, "?>", Token::Instruction);
    }
    return readStart();
}

MarkupTokens::Token MarkupTokens::readText()
{
    const qsizetype found = m_xml.indexOf('<', m_at);
    const qsizetype end = found < 0 ? m_xml.size() : found;
    m_text = m_xml.sliced(m_at, end - m_at);
    m_at = end;
    bool space = true;
    bool sound = true;
    m_hasReferences = false;
    for (const char c : m_text) {
        space = space && isSpace(c);
        sound = sound && !isControl(c);
        m_hasReferences = m_hasReferences || c == '&';
    }
    return sound && (space || !m_open.empty()) ? Token::Text : fail();
}

/// What stands between `opening` bytes and `closing`.
MarkupTokens::Token MarkupTokens::readAside(qsizetype opening, QByteArrayView closing, Token token)
{
    const qsizetype begin = m_at + opening;
    const qsizetype end = m_xml.indexOf(closing, begin);
    if (end < 0) {
        return fail();
    }
    m_text = m_xml.sliced(begin, end - begin);
    m_at = end + closing.size();
    return token;
}

QByteArrayView MarkupTokens::readName()
{
    const qsizetype begin = m_at;
    while (m_at < m_xml.size() && isOfName(m_xml[m_at])) {
        ++m_at;
    }
    return m_xml.sliced(begin, m_at - begin);
}

void MarkupTokens::skipSpace()
{
    while (m_at < m_xml.size() && isSpace(m_xml[m_at])) {
        ++m_at;
    }
}

MarkupTokens::Token MarkupTokens::readStart()
{
    ++m_at;
    const QByteArrayView whole = readName();
    if (whole.isEmpty() || whole[0] == '!' || (m_open.empty() && m_rootSeen) || !readAttributes()) {
        return fail();
    }
    std::tie(m_prefix, m_name) = splitName(whole);
    m_rootSeen = true;
    if (m_xml[m_at] == '/') {
        m_endsAtOnce = true;
        m_at += 2;
    } else {
        m_open.push_back(whole);
        ++m_at;
    }
    return Token::Start;
}

/// Up to ">" or "/>".
bool MarkupTokens::readAttributes()
{
    m_attributes.clear();
    for (;;) {
        const qsizetype gap = m_at;
        skipSpace();
        if (m_at >= m_xml.size()) {
            return false;
        }
        if (m_xml[m_at] == '>') {
            return true;
        }
        if (m_xml[m_at] == '/') {
            return m_at + 1 < m_xml.size() && m_xml[m_at + 1] == '>';
        }
        const bool apart = m_at > gap;
        const QByteArrayView whole = readName();
        skipSpace();
        if (!apart || whole.isEmpty() || m_at >= m_xml.size() || m_xml[m_at] != '=') {
            return false;
        }
        ++m_at;
        skipSpace();
        const char quote = m_at < m_xml.size() ? m_xml[m_at] : '\0';
        const qsizetype end = quote == '"' || quote == '\'' ? m_xml.indexOf(quote, m_at + 1) : -1;
        if (end < 0) {
            return false;
        }
        const auto [prefix, name] = splitName(whole);
        const QByteArrayView value = m_xml.sliced(m_at + 1, end - m_at - 1);
        if (std::any_of(value.begin(), value.end(),
                        [](char c) { return c == '<' || isControl(c); })) {
            return false;
        }
        m_attributes.push_back({prefix, name, value});
        m_at = end + 1;
    }
}

MarkupTokens::Token MarkupTokens::readEnd()
{
    m_at += 2;
    const QByteArrayView whole = readName();
    skipSpace();
    if (m_open.empty() || whole != m_open.back() || m_at >= m_xml.size() || m_xml[m_at] != '>') {
        return fail();
    }
    ++m_at;
    m_open.pop_back();
    return Token::End;
}

std::optional<QByteArray> withoutReferences(QByteArrayView markup)
{
    QByteArray result;
    result.reserve(markup.size());
    for (qsizetype at = 0; at < markup.size();) {
        const qsizetype mark = markup.indexOf('&', at);
        if (mark < 0) {
            return result.append(markup.sliced(at));
        }
        const qsizetype end = markup.indexOf(';', mark);
        const QByteArray character =
            end < 0 ? QByteArray() : referred(markup.sliced(mark + 1, end - mark - 1));
        if (character.isEmpty()) {
            return std::nullopt;
        }
        result.append(markup.sliced(at, mark - at)).append(character);
        at = end + 1;
    }
    return result;
}

}   // namespace expunge::scrub
