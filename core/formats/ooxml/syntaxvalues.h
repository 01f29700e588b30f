// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/syntaxwords.h"

#include <QByteArrayView>

namespace expunge::formats::ooxml {

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

inline bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A number, with its unit or exponent (ECMA-376 part 1, 22.9.2.15, part 4, 19.1.2).
bool isNumberWord(QByteArrayView word);

/// Whether a value consists of signs and of words that all pass.
template<typename Passes>
bool madeOf(QByteArrayView value, const char *signs, qsizetype longest, const Passes &passes)
{
    const QByteArrayView allowed(signs);
    if (value.size() > longest) {
        return false;
    }
    for (qsizetype at = 0; at < value.size();) {
        qsizetype end = at;
        while (end < value.size() && (isLetter(value[end]) || isDigit(value[end]))) {
            ++end;
        }
        if (end == at) {
            if (!allowed.contains(value[at])) {
                return false;
            }
            ++at;
            continue;
        }
        const QByteArrayView word = value.sliced(at, end - at);
        if (!isNumberWord(word) && !passes(word)) {
            return false;
        }
        at = end;
    }
    return true;
}

/// Enumerations, numbers and identifiers of the format; `colour`: any six or eight hexadecimal
/// digits too.
bool isToken(QByteArrayView value, WordFamily family, bool colour, const char *signs);

/// Numbers that run into the letters of a path: "l21600r21600".
bool fitsGeometry(QByteArrayView value, WordFamily family);

bool fitsColour(QByteArrayView value);

/// Guides that shapes have in any case (ECMA-376 part 1, 20.1.9.11 and 20.1.10.27), and those
/// that programs number.
bool isGuide(QByteArrayView word);

bool fitsFormula(QByteArrayView value, WordFamily family);

/// Languages, scripts and regions that there are (BCP 47, 2.2), "en-US", "zh-Hant-TW", "Cyrl".
bool isTag(QByteArrayView value);

}   // namespace expunge::formats::ooxml
