// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/redactionplan.h"
#include "core/formats/ooxml/chartcells.h"
#include "core/formats/ooxml/storyedit.h"

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// A plan's redactions with those of the copies of their units.
struct PlanSpread
{
    std::vector<document::SpanRedaction> spans;
    std::map<int, int> copies;   // how many each unit has that a span was in
    std::vector<document::AdjustedUnit>
        shared;   // points and cells that only follow from their counterparts
};

/// Internal if a span is outside of the units.
base::Result<PlanSpread> spreadPlan(const std::vector<document::TextUnit> &units,
                                    const std::vector<ChartCell> &cells,
                                    const document::RedactionPlan &plan, const QString &path);

/// The texts of a part with edits by position carried out.
std::vector<QString> editedTexts(const SidePart &side,
                                 const std::map<int, std::vector<SpanEdit>> &edits);

}   // namespace expunge::formats::ooxml
