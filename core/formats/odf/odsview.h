// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"
#include "core/document/grid.h"
#include "core/formats/odf/odscontents.h"

namespace expunge::formats::odf {

/// A spreadsheet as it is looked at, but for its cells, which fillGrids() adds.
struct OdsView
{
    std::vector<document::Grid> frames;
    document::Flow flow;
};

OdsView makeOdsView(const OdfPackage &package, const OdsBook &book, const OdsContents &contents);

std::vector<document::Grid> fillGrids(const OdsView &view, const OdsContents &contents);

}   // namespace expunge::formats::odf
