// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/cutsfnt.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace expunge::pdf {

/// Which glyphs of a TrueType program stay, and how they are found.
struct TrueTypeCut
{
    std::vector<int> glyphs;   // old numbers; the first becomes 1; may repeat. -1: empty
    bool isSubset = false;     // the program says of itself, by its name, that it is not whole
    std::vector<std::pair<int, int>> codes;   // code -> new glyph; none: no character map
};

/// A program that holds the given glyphs, and after them those that they are composed of. Names,
/// layout, kerning and metrics of other glyphs are not in it. None when the program is damaged.
std::optional<QByteArray> cutTrueType(const SfntProgram &program, const TrueTypeCut &cut);

}   // namespace expunge::pdf
