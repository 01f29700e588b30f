// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/syntaxvalues.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Numbers in hexadecimal: of colours, fonts, characters (ST_HexColorRGB, ST_LongHexNumber,
/// ST_Panose). Without a digit they are only what no word is, unless a colour is meant.
bool isHexNumber(QByteArrayView word, bool colour)
{
    constexpr qsizetype panose = 20;
    if (!std::all_of(word.begin(), word.end(), isHexDigit)) {
        return false;
    }
    const auto digits = std::count_if(word.begin(), word.end(), isDigit);
    const bool full = word.size() == 4 || word.size() == 6 || word.size() == 8;
    if (digits == 0) {
        QByteArray letters = word.toByteArray();
        std::sort(letters.begin(), letters.end());
        const auto kinds = std::unique(letters.begin(), letters.end()) - letters.begin();
        const bool repeats = full && kinds <= 2 && word[0] <= 'F';
        return word.size() <= 2 || repeats
               || (colour && (word.size() == 3 || (full && word.size() > 4)));
    }
    return word.size() <= 8 || (word.size() == panose && digits >= 8);
}

bool isGuid(QByteArrayView value)
{
    static const QRegularExpression guid(
        u"^\\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}?$"_s);
    return value.size() >= 36 && guid.match(QString::fromLatin1(value)).hasMatch();
}

/// Letters of VML's paths (ECMA-376 part 4, 19.2.3.6) and of the ways of animations (part 1,
/// 19.5.4).
bool isPathWord(QByteArrayView word)
{
    static const QRegularExpression path(
        u"^([MLCZE]|nf|ns|ae|al|at|ar|wa|wr|qx|qy|qb|h[a-i]|[mlcxetrv])*$"_s);
    constexpr qsizetype longest = 6;
    const auto last = std::find_if(word.begin(), word.end(), isDigit);
    const QByteArrayView letters = word.first(last - word.begin());
    return letters.size() <= longest && std::all_of(last, word.end(), isDigit)
           && path.match(QString::fromLatin1(letters)).hasMatch();
}

}   // namespace

bool isNumberWord(QByteArrayView word)
{
    constexpr qsizetype longest = 24;
    static const QSet<QByteArray> units{"",  "pt", "in", "cm", "mm", "pc", "pi", "px", "em", "ex",
                                        "f", "fd", "s",  "ms", "st", "nd", "rd", "th", "D",  "e"};
    const auto end = std::find_if_not(word.begin(), word.end(), isDigit);
    if (end == word.begin() || word.size() > longest) {
        return false;
    }
    const QByteArrayView rest = word.sliced(end - word.begin());
    const bool exponent = !rest.isEmpty() && (rest[0] == 'e' || rest[0] == 'E')
                          && std::all_of(rest.begin() + 1, rest.end(), isDigit);
    return exponent || units.contains(QByteArray::fromRawData(rest.data(), rest.size()));
}

bool isToken(QByteArrayView value, WordFamily family, bool colour, const char *signs)
{
    constexpr qsizetype longest = 64;
    return madeOf(value, signs, longest,
                  [&](QByteArrayView word) {
                      return isFormatWord(family, word) || isHexNumber(word, colour);
                  })
           || isGuid(value);
}

bool fitsGeometry(QByteArrayView value, WordFamily family)
{
    constexpr qsizetype longest = 8192;
    return madeOf(value, "@#,.;%+- ", longest, [family](QByteArrayView word) {
        if (isFormatWord(family, word)) {
            return true;
        }
        for (qsizetype at = 0; at < word.size();) {
            qsizetype end = at;
            while (end < word.size() && isDigit(word[end])) {
                ++end;
            }
            qsizetype stop = end;
            while (stop < word.size() && isLetter(word[stop])) {
                ++stop;
            }
            if (!isPathWord(word.sliced(end, stop - end))) {
                return false;
            }
            at = stop;
        }
        return true;
    });
}

bool isGuide(QByteArrayView word)
{
    static const QSet<QByteArray> constants = [] {
        const auto names =
            QByteArray("3cd4 3cd8 5cd8 7cd8 b cd2 cd4 cd8 h hc hd2 hd3 hd4 hd5 hd6 hd8 hd10 hd12 "
                       "hd32 l ls r ss ssd2 ssd4 ssd6 ssd8 ssd16 ssd32 t vc w wd2 wd3 wd4 wd5 wd6 "
                       "wd8 wd10 wd12 wd32 adj hf vf adjLst none il ir it ib ix iy")
                .split(' ');
        return QSet<QByteArray>(names.begin(), names.end());
    }();
    static const QRegularExpression numbered(
        u"^(adj|connsite[XY]|T|G|gd|g|f|x|y|dx|dy|a|q|w|h|ang|maxAdj)[0-9]{1,5}$"_s);
    return constants.contains(word.toByteArray())
           || numbered.match(QString::fromLatin1(word)).hasMatch();
}

bool fitsFormula(QByteArrayView value, WordFamily family)
{
    static const QSet<QByteArray> functions{"abs", "at2",  "cat2", "cos",  "max", "min", "mod",
                                            "pin", "sat2", "sin",  "sqrt", "tan", "val"};
    // DrawingML: an operator and up to three arguments (20.1.9.11); VML the same (part
    // 4, 19.1.2.6).
    return value.toByteArray().simplified().count(' ') <= 4
           && madeOf(value, "_@#+*/?:. -()$,^", 128, [family](QByteArrayView word) {
                  return isGuide(word) || isFormatWord(family, word)
                         || functions.contains(word.toByteArray());
              });
}

bool fitsColour(QByteArrayView value)
{
    return madeOf(value, "#.,;%()[] -", 512, [](QByteArrayView word) {
        return isColourName(word) || isHexNumber(word, true);
    });
}

bool isTag(QByteArrayView value)
{
    static const QSet<QByteArray> others{
        "x-none",         "none", "zxx", "es-ES_tradnl", "x",        "en-CB",
        "ca-ES-valencia", "mul",  "und", "en-029",       "qps-ploc", "Yiii"};
    if (value.isEmpty() || others.contains(value.toByteArray())) {
        return true;
    }
    const auto parts = QString::fromLatin1(value).split(u'-');
    const auto isScript = [](const QString &part) {
        static const QSet<QString> scripts{u"Qaac"_s, u"Zsym"_s, u"Zmth"_s, u"Syrj"_s,
                                           u"Syrn"_s, u"Syre"_s, u"Uigh"_s, u"Viet"_s,
                                           u"Geok"_s, u"Yiii"_s, u"Tfng"_s, u"Sora"_s};
        return part.size() == 4
               && (QLocale::codeToScript(part) != QLocale::AnyScript || scripts.contains(part));
    };
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool known =
            i == 0
                ? QLocale::codeToLanguage(parts[i]) != QLocale::AnyLanguage || isScript(parts[i])
                : QLocale::codeToTerritory(parts[i]) != QLocale::AnyTerritory || isScript(parts[i]);
        if (!known || parts.size() > 4) {
            return false;
        }
    }
    return true;
}

}   // namespace expunge::formats::ooxml
