// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>
#include <utility>
#include <vector>

namespace expunge::pdf {

/// What a Type 1 font program holds (Adobe Type 1 Font Format, chapter 2), as far as glyphs need
/// it; charstrings are deciphered.
struct Type1Program
{
    std::vector<std::pair<QByteArray, QByteArray>> header;   // key, value: numbers as written
    std::vector<std::pair<QByteArray, QByteArray>> hints;    // of the Private dictionary
    QHash<int, QByteArray> subroutines;
    QHash<QByteArray, QByteArray> charstrings;

    /// None when it is damaged or of another kind.
    static std::optional<Type1Program> read(const QByteArray &bytes);
};

/// The cipher of Type 1 fonts (7.1) with its two keys.
QByteArray type1Encrypt(const QByteArray &plain, bool charstring);
QByteArray type1Decrypt(QByteArrayView cipher, bool charstring);

}   // namespace expunge::pdf
