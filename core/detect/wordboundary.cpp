// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/wordboundary.h"

#include <algorithm>
#include <array>

namespace expunge::detect {

namespace {

char32_t pointAt(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size()) {
        return QChar::surrogateToUcs4(text[at], text[at + 1]);
    }
    return text[at].unicode();
}

char32_t pointBefore(QStringView text, qsizetype at)
{
    if (text[at - 1].isLowSurrogate() && at > 1) {
        return QChar::surrogateToUcs4(text[at - 2], text[at - 1]);
    }
    return text[at - 1].unicode();
}

bool isLetter(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return QChar::isLetter(c) || category == QChar::Mark_NonSpacing
           || category == QChar::Mark_SpacingCombining;
}

/// Scripts that do not put spaces between words, or glue particles to them.
bool isUnspaced(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    constexpr std::array<QChar::Script, 8> unspaced{
        QChar::Script_Han,  QChar::Script_Hiragana, QChar::Script_Katakana, QChar::Script_Hangul,
        QChar::Script_Thai, QChar::Script_Lao,      QChar::Script_Khmer,    QChar::Script_Myanmar};
    return std::find(unspaced.begin(), unspaced.end(), script) != unspaced.end();
}

}   // namespace

bool isWordPartBoundary(QStringView text, qsizetype at)
{
    if (at <= 0 || at >= text.size()) {
        return true;
    }
    const char32_t before = pointBefore(text, at);
    const char32_t after = pointAt(text, at);
    const bool letterBefore = isLetter(before);
    const bool letterAfter = isLetter(after);
    if (!letterBefore || !letterAfter) {
        // A digit goes on only with a digit; signs and spaces always end a part.
        return !(QChar::isDigit(before) && QChar::isDigit(after));
    }
    if (isUnspaced(before) || isUnspaced(after)) {
        return true;
    }
    if (!QChar::isUpper(after)) {
        return false;
    }
    if (!QChar::isUpper(before)) {
        return true;
    }
    const qsizetype next = at + (QChar::requiresSurrogates(after) ? 2 : 1);
    return next < text.size() && QChar::isLower(pointAt(text, next));
}

}   // namespace expunge::detect
