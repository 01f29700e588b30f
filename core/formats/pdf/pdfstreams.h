// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/pdffile.h"

namespace expunge::pdf {

/// Whether tables and streams of objects, which qpdf decodes in full when it reads a file, are
/// larger than the limits; looked for in the bytes themselves.
bool expandsTooMuch(const QByteArray &bytes, const FileLimits &limits);

/// Whether any other stream is.
bool streamsExpandTooMuch(QPDF &file, const FileLimits &limits);

}   // namespace expunge::pdf
