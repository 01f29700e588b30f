// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/fontcutter.h"

namespace expunge::pdf {

/// Cuts a Type 3 font (ISO 32000-1, 9.6.5): only the procedures of `codes` stay, as they are.
base::Result<CutFont> cutType3Font(QPDF &file, const Font &font,
                                   const std::vector<FontCode> &codes);

}   // namespace expunge::pdf
