// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cleantags.h"

#include <algorithm>
#include <array>

namespace expunge::pdf {
namespace {

// Sorted by bytes.
constexpr std::array Tags{"Annot",
                          "Art",
                          "Artifact",
                          "Aside",
                          "BibEntry",
                          "BlockQuote",
                          "Caption",
                          "Clip",
                          "Code",
                          "Div",
                          "Document",
                          "DocumentFragment",
                          "Em",
                          "FENote",
                          "Figure",
                          "Form",
                          "Formula",
                          "H",
                          "H1",
                          "H2",
                          "H3",
                          "H4",
                          "H5",
                          "H6",
                          "Index",
                          "L",
                          "LBody",
                          "LI",
                          "Lbl",
                          "Link",
                          "NonStruct",
                          "Note",
                          "P",
                          "Part",
                          "Private",
                          "Quote",
                          "RB",
                          "RP",
                          "RT",
                          "Reference",
                          "ReversedChars",
                          "Ruby",
                          "Sect",
                          "Span",
                          "Strong",
                          "Sub",
                          "TBody",
                          "TD",
                          "TFoot",
                          "TH",
                          "THead",
                          "TOC",
                          "TOCI",
                          "TR",
                          "Table",
                          "Title",
                          "WP",
                          "WT",
                          "Warichu"};

}   // namespace

bool isStandardTag(const QByteArray &tag)
{
    return std::any_of(Tags.begin(), Tags.end(), [&](const char *known) { return tag == known; });
}

}   // namespace expunge::pdf
