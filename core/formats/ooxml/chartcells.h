// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/ooxml/sideparts.h"

#include <vector>

namespace expunge::formats::ooxml {

/// A text of a chart that repeats a cell of the workbook behind it; positions of units.
struct ChartCell
{
    int point = 0;
    int cell = 0;
};

/// The cells that the texts of a chart repeat. `units` from `first` on are those of the workbook,
/// as unitsInside() gives them; the chart's begin at `firstPoint`.
std::vector<ChartCell> chartCells(const SidePart &chart, int firstPoint,
                                  const std::vector<document::TextUnit> &units, int first);

/// Makes cells copies of the points that read the same, with all that are copies of these cells:
/// what goes from one goes from the other. Returns the others, which read differently.
std::vector<ChartCell> joinCopies(std::vector<document::TextUnit> &units,
                                  const std::vector<ChartCell> &cells);

/// What a plan does to one of a point and its cell and not to the other, done to the other: all of
/// it, because the two read differently.
std::vector<document::SpanRedaction> sharedRedactions(const std::vector<document::TextUnit> &units,
                                                      const std::vector<ChartCell> &cells,
                                                      const document::RedactionPlan &plan);

/// Lets the formulas of a chart name the sheets of its workbook again, under the names that they
/// have after a scrub.
void restoreFormulas(SidePart &chart, const document::Document &before,
                     const document::Document &after);

}   // namespace expunge::formats::ooxml
