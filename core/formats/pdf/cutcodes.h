// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/font.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <QByteArray>

#include <map>
#include <vector>

namespace expunge::pdf {

/// New single-byte codes for old ones, in the order of use: from 33 on, then what is below 32. 32
/// stays what it is (word spacing, ISO 32000-1, 9.3.3).
std::vector<int> numberSimpleCodes(const std::vector<FontCode> &codes);

/// FirstChar, LastChar and Widths. `widths`: of each code, in thousandths (Type 3: glyph space).
void setWidths(QPDFObjectHandle &font, const std::map<int, QPDFObjectHandle> &widths);

/// Encoding dictionary with nothing but differences.
QPDFObjectHandle differences(const std::map<int, QByteArray> &names);

}   // namespace expunge::pdf
