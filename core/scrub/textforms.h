// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace expunge::scrub {

/// `text` as the check compares it: compatibility forms, dashes and quotes alike, invisible
/// characters gone, case folded, space single.
QString foldText(const QString &text);

/// The words of a folded text whose letters are set apart one by one ("s e c r e t"), joined, one a
/// line; empty if there are none.
QString joinedLetters(const QString &folded);

/// The numbers of a folded text without what divides their digits ("+44 (0)20-7946" is
/// "4402079460"), one a line, those of six digits and more.
QString joinedDigits(const QString &folded);

/// The digits of a value that is nothing but a number of at least six digits and what divides them;
/// else empty.
QString numberDigits(const QString &folded);

/// `text` with words joined that a hyphen at a line's end cuts.
QString joinedLines(const QString &text);

}   // namespace expunge::scrub
