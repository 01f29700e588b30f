// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/cuttype1program.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace expunge::pdf {

/// A charstring written anew.
struct Type1Code
{
    QByteArray bytes;
    int base = -1;   // composed of two glyphs by their codes in StandardEncoding ("seac")
    int accent = -1;
};

/// Writes charstrings of one Type 1 program anew: subroutines in place, but for those that replace
/// hints (Type 1 Font Format, 8.1), which are numbered in the order of use.
class Type1Flattener
{
public:
    explicit Type1Flattener(const Type1Program &program)
        : m_program(program)
    {
    }

    /// None when it is damaged.
    std::optional<Type1Code> flatten(const QByteArray &charstring);

    /// All subroutines that the charstrings written so far use, with the four that every font has.
    const std::vector<QByteArray> &subroutines() const { return m_subroutines; }

private:
    class Run;

    std::optional<int> hintSubroutine(int old, int depth);

    const Type1Program &m_program;
    std::vector<QByteArray> m_subroutines = standardSubroutines();
    QHash<int, int> m_numbers;

    static std::vector<QByteArray> standardSubroutines();
};

}   // namespace expunge::pdf
