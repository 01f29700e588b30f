// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfsyntax.h"

#include "core/formats/odf/odfsyntaxwords.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;

namespace {

QByteArray borrowed(QByteArrayView view)
{
    return QByteArray::fromRawData(view.data(), view.size());
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isMeasure(QByteArrayView token)
{
    qsizetype at = 0;
    bool digits = false;
    while (at < token.size()
           && (QByteArrayView("0123456789.+-").contains(token[at])
               || (digits && (token[at] == 'E' || token[at] == 'e') && at + 1 < token.size()
                   && QByteArrayView("0123456789+-").contains(token[at + 1])))) {
        digits = digits || isDigit(token[at]);
        ++at;
    }
    static const QSet<QByteArray> units{"",  "cm", "mm",  "in",   "pt",  "px", "pc", "em", "%",
                                        "s", "ms", "deg", "grad", "rad", "ex", "pi", "*",  "char"};
    constexpr qsizetype longestNumber = 24;
    return digits && at <= longestNumber && units.contains(token.sliced(at).toByteArray());
}

bool isColour(QByteArrayView token)
{
    return token.startsWith('#') && (token.size() == 4 || token.size() == 7 || token.size() == 9)
           && std::all_of(token.begin() + 1, token.end(), [](char c) {
                  return QByteArrayView("0123456789abcdefABCDEF").contains(c);
              });
}

/// XML Schema part 2, 3.2.6.
bool isDuration(QByteArrayView token)
{
    static const QRegularExpression form(
        u"^-?P([0-9]{1,6}[YMD])*(T([0-9]{1,6}(\\.[0-9]{1,12})?[HMS])*)?$"_s);
    return (token.startsWith('P') || token.startsWith("-P"))
           && form.match(QString::fromLatin1(token)).hasMatch();
}

/// Paths, equations and the numbers between them. Names of equations are "?f12".
bool isGeometry(QByteArrayView value)
{
    constexpr qsizetype longestPath = qsizetype{1} << 20;
    for (qsizetype at = 0; at < value.size();) {
        qsizetype end = at;
        while (end < value.size() && isLetter(value[end])) {
            ++end;
        }
        if (end == at) {
            if (!QByteArrayView("0123456789 ?$.,;()+-*/%<>=\n\t").contains(value[at])) {
                return false;
            }
            ++at;
        } else if (!isPathWord(value.sliced(at, end - at))) {
            return false;
        } else {
            at = end;
        }
    }
    return value.size() <= longestPath;
}

bool isPlainSyntax(QByteArrayView value)
{
    constexpr qsizetype longest = 512;
    if (value.size() > longest) {
        return false;
    }
    QByteArray words = value.toByteArray();
    for (char &c : words) {
        c = QByteArrayView(" \t\n,;()/=<>!").contains(c) ? ' ' : c;
    }
    const auto tokens = words.split(' ');
    return std::all_of(tokens.begin(), tokens.end(), [](const QByteArray &token) {
        return token.isEmpty() || isMeasure(token) || isColour(token) || isDuration(token)
               || isFormatToken(token);
    });
}

bool isLanguage(QByteArrayView value)
{
    return (value.size() == 2 || value.size() == 3)
           && std::all_of(value.begin(), value.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool isCountry(QByteArrayView value)
{
    return (value.size() == 2
            && std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
           || (value.size() == 3 && std::all_of(value.begin(), value.end(), isDigit));
}

/// RFC 5646, 2.1: language, script and region; what may follow is free.
bool isLanguageTag(QByteArrayView value)
{
    const auto parts = value.toByteArray().split('-');
    bool fits = isLanguage(parts.front());
    for (qsizetype i = 1; i < parts.size(); ++i) {
        fits = fits && i <= 2 && (isCountry(parts[i]) || (i == 1 && isScriptCode(parts[i])));
    }
    return fits;
}

bool isCurrency(QByteArrayView value)
{
    return value.size() == 3
           && std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "f12", by which the path of a shape calls one of its equations (part 3, 19.171).
bool isEquationName(QByteArrayView value)
{
    constexpr qsizetype longest = 5;
    return value.size() > 1 && value.size() <= longest && value[0] == 'f'
           && std::all_of(value.begin() + 1, value.end(), isDigit);
}

using Test = bool (*)(QByteArrayView);

/// Attributes whose values have a form of their own.
const QHash<QByteArray, Test> &ownForms()
{
    static const QHash<QByteArray, Test> forms = [] {
        QHash<QByteArray, Test> all;
        const auto put = [&all](const char *names, Test test) {
            for (const QByteArray &name : QByteArray(names).split(' ')) {
                all.insert(name, test);
            }
        };
        put("svg:d svg:path draw:enhanced-path drawooo:enhanced-path draw:points draw:formula "
            "draw:modifiers draw:text-areas draw:glue-points draw:path draw:transform "
            "dr3d:transform smil:values draw:handle-position draw:handle-polar smil:keyTimes "
            "smil:keySplines drawooo:sub-view-size draw:handle-range-x-maximum "
            "draw:handle-range-x-minimum draw:handle-range-y-maximum draw:handle-range-y-minimum "
            "draw:handle-radius-range-maximum draw:handle-radius-range-minimum",
            isGeometry);
        put("fo:language style:language-asian style:language-complex number:language "
            "table:language number:transliteration-language",
            isLanguage);
        put("fo:country style:country-asian style:country-complex number:country table:country "
            "number:transliteration-country",
            isCountry);
        put("fo:script style:script-asian style:script-complex number:script", isScriptCode);
        put("style:rfc-language-tag style:rfc-language-tag-asian style:rfc-language-tag-complex "
            "number:rfc-language-tag table:rfc-language-tag",
            isLanguageTag);
        put("office:currency", isCurrency);
        put("draw:name", isEquationName);
        return all;
    }();
    return forms;
}

}   // namespace

bool syntaxFits(QByteArrayView attribute, QByteArrayView value)
{
    const Test own = ownForms().value(borrowed(attribute), nullptr);
    return (own != nullptr && own(value)) || isPlainSyntax(value);
}

}   // namespace expunge::formats::odf
