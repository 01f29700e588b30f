// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/cutsfnt.h"
#include "core/formats/pdf/font.h"

#include <QByteArray>

#include <vector>

namespace expunge::pdf {

/// The glyph of each code of a simple TrueType font; -1: nothing is drawn (ISO 32000-1, 9.6.6.4,
/// as viewers settle what it leaves open).
std::vector<int> trueTypeGlyphs(const SfntProgram &program, const Font &font,
                                const std::vector<FontCode> &codes, const FontTables &tables);

/// The name that newer fonts give to a ligature's glyph ("f_i" for "fi"); empty for others.
QByteArray ligatureName(const QByteArray &name);

}   // namespace expunge::pdf
