// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/replacementmarks.h"

#include "ui/panes/reviewpane.h"

#include <QHash>

#include <algorithm>

namespace expunge::ui {

namespace {

/// Finds the unit of a scrubbed document that stands where a unit of the original stood.
class Counterparts
{
public:
    explicit Counterparts(const document::Document &scrubbed)
        : m_units(scrubbed.textUnits())
    {
    }

    /// `expected`: what the unit should say now. Where hidden paragraphs went, numbers of places
    /// are others, so the text decides, in the order of reading.
    int of(const document::TextUnit &unit, const QString &expected)
    {
        const int byPlace = atPlaceOf(unit);
        if (byPlace >= 0 && m_units[static_cast<size_t>(byPlace)].text == expected) {
            return remember(byPlace);
        }
        if (m_texts.isEmpty()) {
            for (const document::TextUnit &one : m_units) {
                m_texts[one.part + u'|' + one.text].push_back(one.index);
            }
        }
        const std::vector<int> same = m_texts.value(unit.part + u'|' + expected);
        const auto next = std::upper_bound(same.begin(), same.end(), m_last);
        return next != same.end() ? remember(*next) : byPlace;
    }

private:
    int remember(int index)
    {
        m_last = index;
        return index;
    }

    int atPlaceOf(const document::TextUnit &unit)
    {
        // Most units keep their number. Names of all units of a large workbook are only made where
        // one does not.
        const auto same = static_cast<size_t>(unit.index);
        if (same < m_units.size() && m_units[same].part == unit.part
            && m_units[same].place == unit.place) {
            return unit.index;
        }
        if (m_places.isEmpty()) {
            for (const document::TextUnit &one : m_units) {
                const QString name = placeName(one);
                if (!m_places.contains(name)) {
                    m_places.insert(name, one.index);
                }
            }
        }
        return m_places.value(placeName(unit), -1);
    }

    const std::vector<document::TextUnit> &m_units;
    QHash<QString, int> m_places;
    QHash<QString, std::vector<int>> m_texts;
    int m_last = -1;
};

/// The text of a unit with the replacements of its redactions, which begin at `redaction`.
QString expectedText(const document::TextUnit &unit,
                     std::vector<document::SpanRedaction>::const_iterator redaction,
                     std::vector<document::SpanRedaction>::const_iterator end)
{
    QString text;
    int from = 0;
    for (; redaction != end && redaction->span.unit == unit.index; ++redaction) {
        text += QStringView(unit.text).sliced(from, std::max(redaction->span.begin, from) - from);
        text += redaction->replacement;
        from = std::max(redaction->span.end, from);
    }
    return text + QStringView(unit.text).sliced(from);
}

}   // namespace

std::vector<PaneMark> replacementMarks(const document::Document &original,
                                       const document::RedactionPlan &plan,
                                       const document::Document &scrubbed,
                                       const std::map<QString, int> &keys)
{
    Counterparts counterparts(scrubbed);
    std::vector<PaneMark> marks;
    int unitIndex = -1;
    int target = -1;
    int from = 0;
    for (auto next = plan.spans.begin(); next != plan.spans.end(); ++next) {
        const document::SpanRedaction &redaction = *next;
        if (redaction.span.unit != unitIndex) {
            unitIndex = redaction.span.unit;
            const document::TextUnit &unit =
                original.textUnits().at(static_cast<size_t>(unitIndex));
            target = counterparts.of(unit, expectedText(unit, next, plan.spans.end()));
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
