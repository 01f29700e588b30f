// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/fontcutter.h"

namespace expunge::pdf {

/// Cuts a Type0 font (ISO 32000-1, 9.7): characters are numbered from 1 in the order of `codes`.
base::Result<CutFont> cutCompositeFont(QPDF &file, const Font &font,
                                       const std::vector<FontCode> &codes);

}   // namespace expunge::pdf
