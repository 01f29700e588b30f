// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/namelexicon.h"

#include <algorithm>

namespace expunge::detect {

namespace {

QSet<QString> wordsOf(const QByteArray &file)
{
    QSet<QString> words;
    for (const QByteArray &line : file.split('\n')) {
        if (!line.startsWith('#')) {
            const QStringList parts =
                QString::fromUtf8(line).simplified().split(u' ', Qt::SkipEmptyParts);
            for (const QString &word : parts) {
                words.insert(foldedWord(word));
            }
        }
    }
    return words;
}

}   // namespace

QString foldedWord(QStringView word)
{
    const bool isAscii =
        std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (isAscii) {
        return word.toString().toLower();
    }
    QString result;
    const QString decomposed = word.toString().normalized(QString::NormalizationForm_D);
    for (const QChar c : decomposed) {
        if (!c.isMark()) {
            result += c.toCaseFolded();
        }
    }
    // Letters that do not decompose, as people write them without their keyboard.
    return result.replace(u'\u00F8', u'o')
        .replace(u'\u0142', u'l')
        .replace(u'\u0131', u'i')
        .replace(QStringLiteral("\u00DF"), QStringLiteral("ss"));
}

NameLexicon::NameLexicon(const QByteArray &givenNames, const QByteArray &commonWords)
    : m_givenNames(wordsOf(givenNames))
    , m_commonWords(wordsOf(commonWords))
{
}

}   // namespace expunge::detect
