// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/marking.h"

#include "core/detect/analyzer.h"

namespace expunge::review {

namespace {

bool overlap(const document::Span &left, const document::Span &right)
{
    return left.unit == right.unit && left.begin < right.end && right.begin < left.end;
}

bool inside(const document::Span &inner, const document::Span &outer)
{
    return inner.unit == outer.unit && inner.begin >= outer.begin && inner.end <= outer.end;
}

bool cutsPair(const QString &text, int at)
{
    return at > 0 && at < text.size() && text[at - 1].isHighSurrogate()
           && text[at].isLowSurrogate();
}

}   // namespace

std::optional<document::Span> markableSpan(const document::Document &document,
                                           document::Span selected)
{
    const auto &units = document.textUnits();
    if (selected.unit < 0 || static_cast<size_t>(selected.unit) >= units.size()) {
        return std::nullopt;
    }
    const document::TextUnit &unit = units[static_cast<size_t>(selected.unit)];
    if (selected.begin < 0 || selected.end > unit.text.size() || selected.length() <= 0) {
        return std::nullopt;
    }
    if (unit.copyOf >= 0) {
        // Edits of the unit that it repeats are repeated here, if the place is the same in both.
        if (static_cast<size_t>(unit.copyOf) >= units.size()
            || units[static_cast<size_t>(unit.copyOf)].text != unit.text) {
            return std::nullopt;
        }
        selected.unit = unit.copyOf;
    }
    selected.begin -= cutsPair(unit.text, selected.begin) ? 1 : 0;
    selected.end += cutsPair(unit.text, selected.end) ? 1 : 0;
    while (selected.begin < selected.end && unit.text[selected.begin].isSpace()) {
        ++selected.begin;
    }
    while (selected.begin < selected.end && unit.text[selected.end - 1].isSpace()) {
        --selected.end;
    }
    return selected.length() > 0 ? std::optional(selected) : std::nullopt;
}

Step markStep(const std::vector<ReviewFile> &files, const DecisionTable &table, int file,
              const document::Span &span, const QString &type)
{
    Step step;
    step.kind = StepInfo::Kind::Mark;
    step.decision = Decision::Redact;
    const auto &markedUnit =
        files[static_cast<size_t>(file)].document->textUnits()[static_cast<size_t>(span.unit)];
    step.added.push_back({table.fileKeyOf(file), detect::candidateId(markedUnit, span, type), type,
                          span, Decision::Redact});
    const auto &own = files[static_cast<size_t>(file)].candidates;
    for (int i = 0; i < static_cast<int>(own.size()); ++i) {
        if (inside(own[static_cast<size_t>(i)].span, span)) {
            step.candidates.push_back(table.nameOf(CandidateRef{file, i}));
        }
    }
    detect::TermList terms;
    terms.terms = {{markedUnit.text.mid(span.begin, span.length()), false, false}};
    for (int other = 0; other < static_cast<int>(files.size()); ++other) {
        const ReviewFile &reviewed = files[static_cast<size_t>(other)];
        const auto &units = reviewed.document->textUnits();
        for (const detect::Candidate &found : detect::findTerms(units, terms)) {
            const auto &unit = units[static_cast<size_t>(found.span.unit)];
            const bool taken =
                unit.copyOf >= 0 || (other == file && overlap(found.span, span))
                || std::any_of(reviewed.candidates.begin(), reviewed.candidates.end(),
                               [&](const detect::Candidate &candidate) {
                                   return overlap(candidate.span, found.span);
                               });
            if (!taken) {
                step.added.push_back({table.fileKeyOf(other),
                                      detect::candidateId(unit, found.span, type), type, found.span,
                                      Decision::Pending});
            }
        }
    }
    return step;
}

}   // namespace expunge::review
