// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

namespace expunge::pdf {

/// How many colours a colour space has that was copied; 0: not known.
int colourCount(const QPDFObjectHandle &space);

}   // namespace expunge::pdf
