// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::detect {

/// A word of a text as names are looked for: letters, with an apostrophe inside ("O'Brien") but
/// without a possessive's.
struct Word
{
    qsizetype begin = 0;   // bytes of the normalised text
    qsizetype end = 0;
    QString folded;
    bool capital = false;    // begins with a capital
    bool capitals = false;   // is written in capitals, and longer than one letter
    bool initial = false;    // is a single capital
};

/// The words of a normalised text, in order.
std::vector<Word> wordsOf(const QByteArray &utf8);

/// How two words that follow each other are joined.
enum class Join { Apart, Space, Hyphen, Comma, Other };

Join joinOf(const QByteArray &utf8, const Word &first, const Word &second);

}   // namespace expunge::detect
