// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/normalizedtext.h"

#include <algorithm>
#include <numeric>

namespace expunge::detect {

namespace {

bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining
           || category == QChar::Mark_Enclosing;
}

/// Characters that a reader does not see and that only hide a word from a search: Unicode's default
/// ignorables (DerivedCoreProperties.txt) as far as they are found in documents.
bool isInvisible(char32_t c)
{
    return c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160
           || (c >= 0x17B4 && c <= 0x17B5) || (c >= 0x180B && c <= 0x180F)
           || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
           || (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F)
           || c == 0xFEFF || c == 0xFFA0 || (c >= 0xE0000 && c <= 0xE0FFF)
           || (c < 0x20 && c != '\t' && c != '\n' && c != 0x0B && c != 0x0C && c != '\r');
}

char32_t plain(char32_t c)
{
    if (c >= 0x20 && c < 0x7F) {
        return c;
    }
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02BC:
    case 0xFF07:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x2043:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
        return '-';
    case 0x0B:
    case 0x0C:
    case 0x85:
    case 0x2028:
    case 0x2029:
        return '\n';
    default:
        return QChar::category(c) == QChar::Separator_Space ? U' ' : c;
    }
}

/// Builds a NormalizedText character by character.
class Normalizer
{
public:
    explicit Normalizer(QStringView text)
        : m_text(text)
    {
        m_result.utf8.reserve(text.size() + text.size() / 8);
        m_result.origin.reserve(static_cast<std::size_t>(text.size() + 1));
        m_result.limit.reserve(static_cast<std::size_t>(text.size()));
    }

    NormalizedText run()
    {
        qsizetype at = 0;
        while (at < m_text.size()) {
            at = step(at);
        }
        m_result.origin.push_back(static_cast<int>(m_text.size()));
        return std::move(m_result);
    }

private:
    char32_t codePoint(qsizetype at, qsizetype *length) const
    {
        const QChar first = m_text[at];
        if (first.isHighSurrogate() && at + 1 < m_text.size() && m_text[at + 1].isLowSurrogate()) {
            *length = 2;
            return QChar::surrogateToUcs4(first, m_text[at + 1]);
        }
        *length = 1;
        return first.unicode();
    }

    qsizetype step(qsizetype at)
    {
        qsizetype length = 0;
        const char32_t c = codePoint(at, &length);
        if (c == '\r' && at + 1 < m_text.size() && m_text[at + 1] == u'\n') {
            return at + 1;
        }
        if (const qsizetype joined = lineEndHyphen(at, c); joined > at) {
            return joined;
        }
        if (isInvisible(c)) {
            return at + length;
        }
        if (c == '\r') {
            put(U'\n', at, at + 1);
            return at + 1;
        }
        qsizetype end = at + length;
        while (end < m_text.size()) {
            const char32_t next = codePoint(end, &length);
            // Vowels and finals of Hangul (U+1160..U+11FF) compose with what stands before them.
            if (next < 0x300 || isInvisible(next)
                || !(isMark(next) || (next > 0x1160 && next < 0x1200))) {
                break;
            }
            end += length;
        }
        // The trade mark signs would become letters that lengthen the word before them.
        if ((c < 0x80 && end == at + 1) || c == 0x2122 || c == 0x2120) {
            put(plain(c), at, end);
            return end;
        }
        const auto points = m_text.sliced(at, end - at)
                                .toString()
                                .normalized(QString::NormalizationForm_KC)
                                .toUcs4();
        for (const char32_t point : points) {
            put(plain(point), at, end);
        }
        return end;
    }

    /// Behind a hyphen at a line's end: where reading goes on, with the hyphen dropped when a small
    /// letter follows (the word was only cut) and kept otherwise ("555-" / "0100"). `at` itself:
    /// not such a hyphen.
    qsizetype lineEndHyphen(qsizetype at, char32_t c)
    {
        const bool soft = c == 0x00AD;
        if ((!soft && plain(c) != '-') || !m_lastIsAlnum) {
            return at;
        }
        qsizetype next = at + 1;
        const auto skipSpaces = [&] {
            while (next < m_text.size() && (m_text[next] == u' ' || m_text[next] == u'\t')) {
                ++next;
            }
        };
        skipSpaces();
        const qsizetype lineEnd = next;
        if (next < m_text.size() && m_text[next] == u'\r') {
            ++next;
        }
        if (next < m_text.size()
            && (m_text[next] == u'\n' || m_text[next] == u'\v' || m_text[next] == u'\x2028')) {
            ++next;
        }
        if (next == lineEnd) {
            return at;
        }
        skipSpaces();
        if (next >= m_text.size() || !m_text[next].isLetterOrNumber()) {
            return at;
        }
        if (!soft && !m_text[next].isLower()) {
            put(U'-', at, at + 1);
        }
        return next;
    }

    void put(char32_t c, qsizetype begin, qsizetype end)
    {
        const qsizetype before = m_result.utf8.size();
        if (c < 0x80) {   // nearly all there is, so without a text of its own
            m_result.utf8 += static_cast<char>(c);
        } else {
            m_result.utf8 += QString::fromUcs4(&c, 1).toUtf8();
        }
        for (qsizetype i = before; i < m_result.utf8.size(); ++i) {
            m_result.origin.push_back(static_cast<int>(begin));
            m_result.limit.push_back(static_cast<int>(end));
        }
        m_lastIsAlnum = QChar::isLetterOrNumber(c);
    }

    QStringView m_text;
    NormalizedText m_result;
    bool m_lastIsAlnum = false;
};

}   // namespace

std::pair<int, int> NormalizedText::foundRange(qsizetype begin, qsizetype end) const
{
    const int from = origin[static_cast<std::size_t>(begin)];
    if (end <= begin) {
        return {from, from};
    }
    return {from, limit[static_cast<std::size_t>(end - 1)]};
}

NormalizedText normalize(QStringView text)
{
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() < 0x7F;
    });
    if (isPlain) {   // nearly all there is, and the same as found
        NormalizedText result;
        result.utf8 = text.toLatin1();
        result.origin.resize(static_cast<std::size_t>(text.size() + 1));
        std::iota(result.origin.begin(), result.origin.end(), 0);
        result.limit.resize(static_cast<std::size_t>(text.size()));
        std::iota(result.limit.begin(), result.limit.end(), 1);
        return result;
    }
    return Normalizer(text).run();
}

QString valueKey(QStringView text)
{
    return QString::fromUtf8(normalize(text).utf8).toCaseFolded().simplified();
}

}   // namespace expunge::detect
