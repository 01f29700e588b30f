// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <vector>

namespace expunge::pdf {

/// Makes the page tree of a file one level deep, with what pages inherit written into them (ISO
/// 32000-1, 7.7.3), whatever cycles and faults it has; a file without a usable tree has the pages
/// that lie about in it. Damaged when there are none, ExpansionLimit when there are more than
/// `most`.
tl::expected<std::vector<QPDFObjectHandle>, base::ErrorCode> flattenPages(QPDF &file, int most);

}   // namespace expunge::pdf
