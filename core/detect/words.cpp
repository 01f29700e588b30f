// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/words.h"

#include "core/detect/namelexicon.h"

#include <algorithm>

namespace expunge::detect {

namespace {

bool isLetter(QChar c)
{
    return c.isLetter() || c.isMark() || c.isSurrogate();
}

/// Whether the apostrophe at `at` belongs to the word: "O'Brien", "D'Angelo", not "Ada's".
bool isInnerApostrophe(const QString &text, qsizetype begin, qsizetype at)
{
    return text[at] == u'\'' && at - begin <= 2 && at + 2 < text.size() && text[at + 1].isLetter()
           && isLetter(text[at + 2]) && text[begin].isUpper();
}

/// Length in UTF-8 of text that came from UTF-8: surrogates stand in pairs.
qsizetype utf8Size(QStringView text)
{
    qsizetype size = 0;
    for (const QChar c : text) {
        size += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    }
    return size;
}

}   // namespace

std::vector<Word> wordsOf(const QByteArray &utf8)
{
    std::vector<Word> words;
    const QString text = QString::fromUtf8(utf8);
    qsizetype byte = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (!isLetter(text[at])) {
            byte += utf8Size(QStringView(text).sliced(at, 1));
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && (isLetter(text[end]) || isInnerApostrophe(text, at, end))) {
            ++end;
        }
        const QStringView word = QStringView(text).sliced(at, end - at);
        const qsizetype bytes = utf8Size(word);
        Word result{.begin = byte, .end = byte + bytes, .folded = foldedWord(word)};
        result.capital = word[0].isUpper();
        result.initial = result.capital && word.size() == 1;
        result.capitals =
            result.capital && !result.initial
            && std::none_of(word.begin(), word.end(), [](QChar c) { return c.isLower(); });
        words.push_back(std::move(result));
        byte += bytes;
        at = end;
    }
    return words;
}

Join joinOf(const QByteArray &utf8, const Word &first, const Word &second)
{
    const QByteArrayView between = QByteArrayView(utf8).sliced(first.end, second.begin - first.end);
    if (between == "-") {
        return Join::Hyphen;
    }
    if (between.size() > 4) {
        return Join::Apart;
    }
    const QByteArray trimmed = between.toByteArray().trimmed();
    if (trimmed.isEmpty()) {
        return between.count('\n') > 1 ? Join::Apart : Join::Space;
    }
    if (trimmed == "," && between.size() <= 2) {
        return Join::Comma;
    }
    if (trimmed == "." && first.end - first.begin <= 3) {
        return Join::Space;
    }
    return between.size() == 1 && (trimmed == "." || trimmed == "_") ? Join::Other : Join::Apart;
}

}   // namespace expunge::detect
