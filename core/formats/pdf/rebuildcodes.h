// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/font.h"
#include "core/formats/pdf/pdffile.h"
#include "core/formats/pdf/rebuildvalues.h"

#include <map>
#include <set>

namespace expunge::pdf {

/// Codes of fonts that the pages still show.
struct UsedCodes
{
    std::vector<QPDFObjGen> order;                      // of fonts, by first use
    std::map<QPDFObjGen, std::vector<quint32>> codes;   // by first use
};

/// Goes through all content that is drawn, in the order of pages, for the codes of `fonts`. A font
/// that nothing shows any more is not in the result.
UsedCodes usedCodes(PdfFile &file, FontStore &store, const std::set<QPDFObjGen> &fonts);

/// Fonts of which the program holds a redacted value, as the name tables of fonts can.
std::set<QPDFObjGen> fontsThatName(QPDF &file, const ValueSweep &sweep);

/// All of a page's content in one piece.
QByteArray pageContent(QPDFObjectHandle page);

}   // namespace expunge::pdf
