// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/pdf/pdffile.h"

namespace expunge::pdf {

/// Every object of a file: its strings and names, one a line, and what its stream holds, decoded as
/// far as it can be.
base::Result<> visitParts(PdfFile &file,
                          const std::function<void(const document::PartView &)> &visit);

}   // namespace expunge::pdf
