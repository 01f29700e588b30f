// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/replacementmarks.h"

#include <QHash>

#include <algorithm>

namespace expunge::ui {

namespace {

QString placeKey(const document::TextUnit &unit)
{
    return unit.part + u'|' + document::placeLabel(unit.place);
}

}   // namespace

std::vector<PaneMark> replacementMarks(const document::Document &original,
                                       const document::RedactionPlan &plan,
                                       const document::Document &scrubbed,
                                       const std::map<QString, int> &keys)
{
    QHash<QString, int> places;
    for (const document::TextUnit &unit : scrubbed.textUnits()) {
        const QString key = placeKey(unit);
        if (!places.contains(key)) {
            places.insert(key, unit.index);
        }
    }
    std::vector<PaneMark> marks;
    int unitIndex = -1;
    int target = -1;
    int from = 0;
    for (const document::SpanRedaction &redaction : plan.spans) {
        if (redaction.span.unit != unitIndex) {
            unitIndex = redaction.span.unit;
            const document::TextUnit &unit =
                original.textUnits().at(static_cast<size_t>(unitIndex));
            target = places.value(placeKey(unit), -1);
            from = 0;
        }
        if (target < 0 || redaction.replacement.isEmpty()) {
            continue;
        }
        // The scrubbed text is what was read back, so a replacement is looked for there and not
        // computed.
        const QString &text = scrubbed.textUnits().at(static_cast<size_t>(target)).text;
        const qsizetype at = text.indexOf(redaction.replacement, from);
        if (at < 0) {
            continue;
        }
        const int begin = static_cast<int>(at);
        from = begin + static_cast<int>(redaction.replacement.size());
        const auto key = keys.find(redaction.id);
        marks.push_back(
            {{target, begin, from}, MarkState::Replaced, key == keys.end() ? -1 : key->second});
    }
    std::sort(marks.begin(), marks.end(),
              [](const PaneMark &a, const PaneMark &b) { return a.span < b.span; });
    return marks;
}

}   // namespace expunge::ui
