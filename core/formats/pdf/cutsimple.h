// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/fontcutter.h"

namespace expunge::pdf {

/// Cuts a Type1, MMType1 or TrueType font (ISO 32000-1, 9.6): codes run from 33 in the order of
/// `codes`; code 32 stays, because word spacing applies to it. A font that is not embedded keeps
/// its codes.
base::Result<CutFont> cutSimpleFont(QPDF &file, const Font &font,
                                    const std::vector<FontCode> &codes);

}   // namespace expunge::pdf
