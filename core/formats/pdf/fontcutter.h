// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/pdf/font.h"

#include <qpdf/QPDF.hh>

#include <map>
#include <vector>

namespace expunge::pdf {

/// A font that holds the glyphs of given codes and no others.
struct CutFont
{
    QPDFObjectHandle object;               // the new font dictionary, in the same file
    std::map<quint32, QByteArray> codes;   // old code -> bytes of the new one
};

/// Cuts `font` down to `codes`, which are in the order of use on the pages: font program,
/// widths, encoding, ToUnicode, CIDSet, CharSet, names. New codes and glyph numbers follow that
/// order, so that nothing tells what else was there. What the font program cannot be cut by is left
/// out of it, never kept: then the font is a Type 3 font of the used outlines, or fails with
/// UnsupportedFormat and its pages fall back.
base::Result<CutFont> cutFont(QPDF &file, const Font &font, const std::vector<quint32> &codes);

}   // namespace expunge::pdf
