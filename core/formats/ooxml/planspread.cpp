// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/planspread.h"

namespace expunge::formats::ooxml {

using document::SpanRedaction;
using document::TextUnit;

base::Result<PlanSpread> spreadPlan(const std::vector<TextUnit> &units,
                                    const std::vector<ChartCell> &cells,
                                    const document::RedactionPlan &plan, const QString &path)
{
    std::map<int, std::vector<int>> copies;
    for (const TextUnit &unit : units) {
        if (unit.copyOf >= 0) {
            copies[unit.copyOf].push_back(unit.index);
        }
    }
    PlanSpread spread;
    for (const SpanRedaction &redaction : plan.spans) {
        const int unit = redaction.span.unit;
        if (!document::isSpanOf(units, redaction.span)) {
            return base::failure(base::ErrorCode::Internal, path,
                                 QStringLiteral("a span outside of the document"));
        }
        spread.spans.push_back(redaction);
        for (const int copy : copies[unit]) {
            spread.spans.push_back(redaction);
            spread.spans.back().span.unit = copy;
        }
        spread.copies[unit] = static_cast<int>(copies[unit].size());
    }
    std::map<int, std::vector<SpanEdit>> followed;
    for (SpanRedaction &redaction : sharedRedactions(units, cells, plan)) {
        followed[redaction.span.unit].push_back(
            {redaction.span.begin, redaction.span.end, redaction.replacement});
        spread.spans.push_back(std::move(redaction));
    }
    for (const auto &[unit, edits] : followed) {
        spread.shared.push_back(
            {unit, false, editedText(units[static_cast<size_t>(unit)].text, edits)});
    }
    return spread;
}

std::vector<QString> editedTexts(const SidePart &side,
                                 const std::map<int, std::vector<SpanEdit>> &edits)
{
    std::vector<QString> texts;
    for (const SideText &text : side.texts) {
        texts.push_back(text.text);
    }
    for (const auto &[position, list] : edits) {
        QString &text = texts[static_cast<size_t>(position)];
        text = editedText(text, list);
    }
    return texts;
}

}   // namespace expunge::formats::ooxml
