// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/pdf/pdffile.h"

namespace expunge::pdf {

/// Bytes of a file with blanks in place of keywords and of the names that PDF gives.
QByteArray withoutSyntax(QByteArray bytes);

/// Every object of a file: its strings, and names that PDF does not give, one a line, and what its
/// stream holds, decoded as far as it can be.
base::Result<> visitParts(PdfFile &file,
                          const std::function<void(const document::PartView &)> &visit);

}   // namespace expunge::pdf
