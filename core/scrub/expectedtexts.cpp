// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/expectedtexts.h"

namespace expunge::scrub {

using document::HiddenAction;
using document::PlaceKind;

namespace {

constexpr QChar replacedMark(0xfffc);

using Redactions = std::vector<document::SpanRedaction>;

QString replaceSpans(const QString &text, const std::vector<document::SpanRedaction> &spans,
                     bool marked)
{
    QString result;
    qsizetype copied = 0;
    for (const document::SpanRedaction &redaction : spans) {
        const auto begin = std::clamp<qsizetype>(redaction.span.begin, copied, text.size());
        result += QStringView(text).sliced(copied, begin - copied);
        result += marked ? QString(replacedMark) : redaction.replacement;
        copied = std::clamp<qsizetype>(redaction.span.end, begin, text.size());
    }
    return result + QStringView(text).sliced(copied);
}

/// A copy whose text is not that of its unit: the values that were redacted there are replaced
/// wherever they stand.
QString replaceValues(QString copy, const QString &original,
                      const std::vector<document::SpanRedaction> &spans, bool marked)
{
    for (const document::SpanRedaction &redaction : spans) {
        const QString value = original.mid(redaction.span.begin, redaction.span.length());
        if (!value.isEmpty()) {
            copy.replace(value, marked ? QString(replacedMark) : redaction.replacement);
        }
    }
    return copy;
}

/// What the format says of its own accord is believed as long as it brings no redacted text back.
bool isSound(const document::AdjustedUnit &adjusted, const document::TextUnit &unit,
             const std::vector<document::SpanRedaction> &spans, const QString &plain)
{
    return std::all_of(spans.begin(), spans.end(), [&](const document::SpanRedaction &redaction) {
        const QString value = unit.text.mid(redaction.span.begin, redaction.span.length());
        return plain.contains(value, Qt::CaseInsensitive)
               || !adjusted.text.contains(value, Qt::CaseInsensitive);
    });
}

/// What a hidden item says of itself, such as the name of an author or a placeholder: formats take
/// more of it out than they must.
bool isBesideText(const document::TextUnit &unit)
{
    return !unit.hiddenItem.isEmpty() && !unit.place.empty()
           && (unit.place.back().kind == PlaceKind::ContentControl
               || unit.place.back().kind == PlaceKind::Property
               || unit.place.back().kind == PlaceKind::Other);
}

bool isNamed(const document::TextUnit &unit)
{
    const PlaceKind kind = unit.place.empty() ? PlaceKind::Other : unit.place.back().kind;
    return kind == PlaceKind::Sheet || kind == PlaceKind::DefinedName || kind == PlaceKind::Table
           || kind == PlaceKind::Column;
}

}   // namespace

HiddenAction actionFor(const document::RedactionPlan &plan, const QString &item)
{
    const auto found = plan.hidden.find(item);
    return found == plan.hidden.end() ? HiddenAction::Remove : found->second;
}

bool undoesChanges(const document::RedactionPlan &plan)
{
    return std::any_of(plan.hidden.begin(), plan.hidden.end(),
                       [](const auto &entry) { return entry.second == HiddenAction::Undo; });
}

bool isLoose(const document::TextUnit &unit)
{
    if (unit.place.empty()) {
        return false;
    }
    const document::PlaceStep &last = unit.place.back();
    return last.kind == PlaceKind::Link || last.kind == PlaceKind::Field
           || last.kind == PlaceKind::ToolTip
           || (last.kind == PlaceKind::Other && last.name == QStringLiteral("font name"));
}

ExpectedTexts::ExpectedTexts(const Expectation &work)
    : m_work(work)
{
    for (const document::SpanRedaction &redaction : work.plan.spans) {
        m_spans[redaction.span.unit].push_back(redaction);
    }
    for (const document::AdjustedUnit &unit : work.adjusted) {
        m_adjusted.insert(unit.unit, &unit);
    }
}

bool ExpectedTexts::next(ExpectedText &expected)
{
    const auto &units = m_work.original->textUnits();
    while (m_next < units.size()) {
        const document::TextUnit &unit = units[m_next++];
        const document::AdjustedUnit *change = m_adjusted.value(unit.index);
        const bool removed = !unit.hiddenItem.isEmpty()
                             && actionFor(m_work.plan, unit.hiddenItem) == HiddenAction::Remove;
        if (change != nullptr ? !change->gone : !removed) {
            describe(unit, change, expected);
            return true;
        }
    }
    return false;
}

void ExpectedTexts::describe(const document::TextUnit &unit, const document::AdjustedUnit *change,
                             ExpectedText &expected) const
{
    const auto &units = m_work.original->textUnits();
    const bool isCopy = unit.copyOf >= 0 && static_cast<size_t>(unit.copyOf) < units.size();
    const document::TextUnit &source = isCopy ? units[static_cast<size_t>(unit.copyOf)] : unit;
    const auto redacted = m_spans.constFind(source.index);
    const Redactions none;
    const Redactions &spans = redacted == m_spans.cend() ? none : *redacted;
    expected.part = unit.part;
    expected.isName = isNamed(unit);
    // unused links go, and codes whose bookmarks and styles got other names are other codes
    expected.mayGo = isLoose(unit) || isBesideText(unit);
    if (spans.empty()) {   // no text of its own: there can be a million of them
        expected.text = unit.text;
        expected.left = unit.text;
    } else if (unit.text == source.text) {
        expected.text = replaceSpans(unit.text, spans, false);
        expected.left = replaceSpans(unit.text, spans, true);
    } else {
        expected.text = replaceValues(unit.text, source.text, spans, false);
        expected.left = replaceValues(unit.text, source.text, spans, true);
    }
    if (change != nullptr && isSound(*change, unit, spans, expected.text)) {
        expected.text = change->text;
        expected.left = change->text;
    }
}

}   // namespace expunge::scrub
