// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/textforms.h"

#include <QRegularExpression>

namespace expunge::scrub {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype shortestNumber = 6;

/// Characters that nobody sees: soft hyphen, zero-width and bidi controls, variation selectors.
bool isInvisible(char16_t c)
{
    return c == 0x00ad || c == 0x034f || c == 0x061c || c == 0x180e || (c >= 0x200b && c <= 0x200f)
           || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f)
           || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
}

QChar plain(QChar c)
{
    const char16_t code = c.unicode();
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xfe58 || code == 0xfe63) {
        return u'-';
    }
    if ((code >= 0x2018 && code <= 0x201b) || code == 0x02bc || code == 0x2032) {
        return u'\'';
    }
    if (code >= 0x201c && code <= 0x201f) {
        return u'"';
    }
    return c;
}

bool dividesDigits(QChar c)
{
    return c == u' ' || c == u'-' || c == u'.' || c == u'/' || c == u'(' || c == u')' || c == u'+'
           || c == u',';
}

}   // namespace

QString foldText(const QString &text)
{
    const bool ascii =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 128; });
    if (ascii) {
        return text.toLower().simplified();
    }
    QString visible;
    visible.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (!isInvisible(c.unicode())) {
            visible += plain(c);
        }
    }
    return visible.toCaseFolded().simplified();
}

QString joinedLetters(const QString &folded)
{
    static const QRegularExpression spaced(u"(?<!\\S)\\S(?: \\S){2,}(?!\\S)"_s);
    QString words;
    auto matches = spaced.globalMatch(folded);
    while (matches.hasNext()) {
        words += matches.next().captured().remove(u' ') + u'\n';
    }
    return words;
}

QString joinedDigits(const QString &folded)
{
    QString numbers;
    QString number;
    int divided = 0;   // dividing characters since the last digit
    const auto flush = [&] {
        if (number.size() >= shortestNumber) {
            numbers += number + u'\n';
        }
        number.clear();
    };
    for (const QChar c : folded) {
        if (c.isDigit()) {
            number += c;
            divided = 0;
        } else if (!number.isEmpty() && (!dividesDigits(c) || ++divided > 2)) {
            flush();
            divided = 0;
        }
    }
    flush();
    return numbers;
}

QString numberDigits(const QString &folded)
{
    QString digits;
    for (const QChar c : folded) {
        if (c.isDigit()) {
            digits += c;
        } else if (!dividesDigits(c)) {
            return {};
        }
    }
    return digits.size() >= shortestNumber ? digits : QString();
}

QString joinedLines(const QString &text)
{
    static const QRegularExpression cut(u"[-\u2010\u00ad][ \\t]*\\r?\\n[ \\t]*"_s);
    QString joined = text;
    return joined.contains(u'\n') ? joined.remove(cut) : joined;
}

}   // namespace expunge::scrub
