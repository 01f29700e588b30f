// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace expunge::pdf {

class FontTables;

/// A Type 1 program after the cut, in the three pieces that PDF tells apart.
struct Type1Result
{
    QByteArray clear;
    QByteArray encrypted;
    QByteArray trailer;
    std::vector<QByteArray> names;   // of the wanted glyphs
};

/// Cuts a Type 1 program (Adobe Type 1 Font Format) down to the glyphs of these names; a name that
/// it does not have stands for ".notdef". Glyphs get names of our own in the order given, and
/// subroutines numbers in the order of use. None when the program is damaged.
std::optional<Type1Result> cutType1(const QByteArray &program,
                                    const std::vector<QByteArray> &glyphs,
                                    const FontTables &tables);

}   // namespace expunge::pdf
