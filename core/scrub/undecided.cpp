// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/undecided.h"

#include "core/detect/repeats.h"
#include "core/scrub/expectedtexts.h"

namespace expunge::scrub {

std::vector<Leak> undecidedRepeats(const Expectation &work)
{
    QStringList values;
    QStringList ids;
    for (const RedactedValue &value : work.values) {
        if (!value.byTerm) {
            values.append(value.text);
            ids.append(value.id);
        }
    }
    const auto &units = work.original->textUnits();
    QHash<int, std::vector<document::Span>> decided;
    const auto add = [&](const document::Span &span) {
        const bool sound = span.unit >= 0 && static_cast<size_t>(span.unit) < units.size()
                           && span.begin >= 0 && span.begin <= span.end
                           && span.end <= units[static_cast<size_t>(span.unit)].text.size();
        if (sound) {
            decided[span.unit].push_back(span);
        }
    };
    for (const document::SpanRedaction &redaction : work.plan.spans) {
        add(redaction.span);
    }
    std::for_each(work.kept.begin(), work.kept.end(), add);

    const detect::RepeatFinder finder(values);
    std::vector<Leak> leaks;
    for (const document::TextUnit &unit : units) {
        if (unit.copyOf >= 0
            || (!unit.hiddenItem.isEmpty()
                && actionFor(work.plan, unit.hiddenItem) == document::HiddenAction::Remove)) {
            continue;
        }
        for (const auto &repeat : finder.find(unit, decided.value(unit.index))) {
            leaks.push_back({ids[repeat.value], unit.part,
                             QStringLiteral("the same text, left without a decision")});
        }
    }
    return leaks;
}

}   // namespace expunge::scrub
