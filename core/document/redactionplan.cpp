// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/redactionplan.h"

namespace expunge::document {

std::map<HiddenKind, int> removedCounts(const std::vector<HiddenItem> &items,
                                        const RedactionPlan &plan)
{
    std::map<HiddenKind, int> removed;
    for (const HiddenItem &item : items) {
        const auto action = plan.hidden.find(item.id);
        const bool stays =
            item.canKeep && action != plan.hidden.end() && action->second == HiddenAction::Keep;
        removed[item.kind] += stays ? 0 : item.count;
    }
    std::erase_if(removed, [](const auto &entry) { return entry.second <= 0; });
    return removed;
}

std::vector<AdjustedUnit> lastWords(const std::vector<AdjustedUnit> &adjusted)
{
    std::map<int, AdjustedUnit> last;
    for (const AdjustedUnit &unit : adjusted) {
        last.insert_or_assign(unit.unit, unit);
    }
    std::vector<AdjustedUnit> units;
    for (auto &[index, unit] : last) {
        units.push_back(std::move(unit));
    }
    return units;
}

}   // namespace expunge::document
