// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/fontcutter.h"

namespace expunge::pdf {

/// Cuts a simple font that is not embedded, so that the viewer finds the same substitute: codes
/// stay; widths and differences are those of `codes`.
base::Result<CutFont> cutNamedFont(QPDF &file, const Font &font,
                                   const std::vector<FontCode> &codes);

/// The name under which a viewer looks for a font that is not embedded.
QPDFObjectHandle namedFontName(const Font &font);

/// Its descriptor, with what viewers choose substitutes by; null when there is none.
QPDFObjectHandle namedDescriptor(QPDF &file, const QPDFObjectHandle &old,
                                 const QPDFObjectHandle &name);

}   // namespace expunge::pdf
