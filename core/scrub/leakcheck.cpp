// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/leakcheck.h"

#include "core/scrub/ledger.h"
#include "core/scrub/termsightings.h"
#include "core/scrub/undecided.h"
#include "core/scrub/unitcomparison.h"

namespace expunge::scrub {

using base::ErrorCode;
using base::failure;
using base::Result;

LeakCheck::LeakCheck(const formats::FormatRegistry &registry)
    : m_registry(registry)
{
}

Result<LeakReport> LeakCheck::run(const formats::Source &output, const Expectation &expected,
                                  const base::JobContext &job) const
{
    if (!expected.original) {
        return failure(ErrorCode::WrongUsage, output.path, QStringLiteral("no original"));
    }
    Needles needles;
    for (const RedactedValue &value : expected.values) {
        needles.add(value.id, value.text);
    }
    needles.prepare();
    LeakReport report;
    report.values = static_cast<int>(needles.all().size());
    Ledger ledger(needles);
    ExpectedTexts texts(expected);
    for (ExpectedText text; texts.next(text);) {
        ledger.expect(text.text);
        if (text.isName) {
            ledger.expectName(text.text);
        }
        for (const auto &[needle, count] : needles.countWords(text.left, 1)) {
            report.keptElsewhere += count;
        }
    }
    PartScanner scanner(ledger, job);
    if (!scanner.scan(output.bytes, true)) {
        return failure(ErrorCode::Cancelled, output.path);
    }
    report.parts = scanner.parts();
    report.leaks = ledger.leaks();
    for (Leak &leak : undecidedRepeats(expected)) {
        report.leaks.push_back(std::move(leak));
    }

    UnitComparison comparison(expected);
    const auto hidden = m_registry.readThrough(
        output, [&](const document::TextUnit &unit) { comparison.take(unit); }, job);
    if (!hidden) {
        if (hidden.error().code == ErrorCode::Cancelled) {
            return tl::unexpected(hidden.error());
        }
        report.leaks.push_back(
            {{}, hidden.error().detail, QStringLiteral("cannot be opened again")});
        return report;
    }
    report.units = comparison.units();
    if (!undoesChanges(expected.plan)) {
        for (Leak &leak : comparison.differences(*hidden)) {
            report.leaks.push_back(std::move(leak));
        }
    }
    for (Leak &leak : comparison.remainingHidden(*hidden)) {
        report.leaks.push_back(std::move(leak));
    }
    return report;
}

Result<LeakReport> LeakCheck::findTerms(const formats::Source &file, const detect::TermList &terms,
                                        const base::JobContext &job) const
{
    TermSightings sightings(terms);
    PartScanner scanner(sightings, job);
    if (!scanner.scan(file.bytes, false)) {
        return failure(ErrorCode::Cancelled, file.path);
    }
    LeakReport report;
    report.values = static_cast<int>(terms.terms.size());
    report.parts = scanner.parts();
    report.leaks = sightings.leaks();
    return report;
}

}   // namespace expunge::scrub
