// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

namespace expunge::detect {

/// A word as names are compared: small letters, without accents.
QString foldedWord(QStringView word);

/// The given names and the everyday words that the program knows.
class NameLexicon
{
public:
    /// Files of words with white space between them; lines that begin with # are comments.
    NameLexicon(const QByteArray &givenNames, const QByteArray &commonWords);

    bool isGivenName(const QString &folded) const { return m_givenNames.contains(folded); }
    bool isCommonWord(const QString &folded) const { return m_commonWords.contains(folded); }

private:
    QSet<QString> m_givenNames;
    QSet<QString> m_commonWords;
};

}   // namespace expunge::detect
