// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odsbook.h"

#include <optional>

namespace expunge::formats::odf {

/// A cell of a sheet that a chart repeats.
struct OdsChartSource
{
    int sheet = -1;
    ooxml::CellRef at;
};

/// The source of a cell of a chart's own table, as LibreOffice notes it; nothing if that cannot be
/// told.
std::optional<OdsChartSource> chartSource(pugi::xml_node cell, const OdsBook &book);

/// The cell of a chart's table that a site is in; null if it is in none.
pugi::xml_node chartCellOf(const OdsSite &site);

/// Every cell of a chart's table.
std::vector<pugi::xml_node> chartCells(const OdsTree &tree);

}   // namespace expunge::formats::odf
