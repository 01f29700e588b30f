// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/leakcheck.h"

#include "core/document/pageddocument.h"
#include "core/scrub/ledger.h"
#include "core/scrub/pagecomparison.h"
#include "core/scrub/pagescan.h"
#include "core/scrub/termsightings.h"
#include "core/scrub/undecided.h"
#include "core/scrub/unitcomparison.h"

namespace expunge::scrub {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

void append(LeakReport &report, std::vector<Leak> leaks)
{
    std::move(leaks.begin(), leaks.end(), std::back_inserter(report.leaks));
}

/// Tells a ledger what is to be left in the output.
void fill(Ledger &ledger, const Expectation &expected)
{
    ExpectedTexts texts(expected);
    for (ExpectedText text; texts.next(text);) {
        ledger.expect(text.text);
        if (text.isName) {
            ledger.expectName(text.text);
        }
    }
}

int countKept(const Needles &needles, const Expectation &expected)
{
    int kept = 0;
    ExpectedTexts texts(expected);
    for (ExpectedText text; texts.next(text);) {
        for (const auto &[needle, count] : needles.countWords(text.left, 1)) {
            kept += count;
        }
    }
    return kept;
}

/// An output that does not open again is as bad as one that leaks; being told to stop is not.
Result<> cannotOpen(const base::Error &error, LeakReport &report)
{
    if (error.code == ErrorCode::Cancelled) {
        return tl::unexpected(error);
    }
    report.leaks.push_back({{}, error.detail, QStringLiteral("cannot be opened again")});
    return {};
}

}   // namespace

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
    fill(ledger, expected);
    report.keptElsewhere = countKept(needles, expected);
    const auto done = expected.original->pages().empty()
                          ? checkUnits(output, expected, ledger, report, job)
                          : checkPages(output, expected, needles, ledger, report, job);
    if (!done) {
        return tl::unexpected(done.error());
    }
    std::vector<Leak> leaks = ledger.leaks();
    for (std::vector<Leak> more : {undecidedRepeats(expected), std::move(report.leaks)}) {
        std::move(more.begin(), more.end(), std::back_inserter(leaks));
    }
    report.leaks = std::move(leaks);
    return report;
}

/// Reads the output's units through, without keeping them.
Result<> LeakCheck::checkUnits(const formats::Source &output, const Expectation &expected,
                               Ledger &ledger, LeakReport &report,
                               const base::JobContext &job) const
{
    PartScanner scanner(ledger, job);
    if (!scanner.scan(output.bytes, true)) {
        return failure(ErrorCode::Cancelled, output.path);
    }
    report.parts = scanner.parts();
    UnitComparison comparison(expected);
    const auto hidden = m_registry.readThrough(
        output, [&](const document::TextUnit &unit) { comparison.take(unit); }, job);
    if (!hidden) {
        return cannotOpen(hidden.error(), report);
    }
    report.units = comparison.units();
    if (!undoesChanges(expected.plan)) {
        append(report, comparison.differences(*hidden));
    }
    append(report, comparison.remainingHidden(*hidden));
    return {};
}

/// Reads the pages of the output with two engines, and looks at them.
Result<> LeakCheck::checkPages(const formats::Source &output, const Expectation &expected,
                               const Needles &needles, Ledger &ledger, LeakReport &report,
                               const base::JobContext &job) const
{
    const auto opened = m_registry.open(output, job);
    if (!opened) {
        return cannotOpen(opened.error(), report);
    }
    const auto paged = std::dynamic_pointer_cast<const document::PagedDocument>(*opened);
    if (!paged) {
        return failure(ErrorCode::Internal, output.path);
    }
    UnitComparison comparison(expected);
    PageComparison pages(expected);
    for (const document::TextUnit &unit : paged->textUnits()) {
        comparison.take(unit);
        pages.take(unit);
    }
    report.units = comparison.units();
    append(report, pages.differences());
    append(report, comparison.remainingHidden(pages.standing(paged->hiddenItems())));
    PartScanner scanner(ledger, job);
    if (!scanner.scan(paged->ownBytes(), true)) {
        return failure(ErrorCode::Cancelled, output.path);
    }
    const auto parts = scanParts(*paged, ledger);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    report.parts = scanner.parts() + *parts;
    Ledger other(needles);   // the same texts once more, as another engine sees them
    fill(other, expected);
    if (const auto read = scanOtherReading(*paged, other, job); !read) {
        return tl::unexpected(read.error());
    }
    append(report, other.leaks());
    const auto changed = paged->changedPages(*expected.original, expected.plan, job);
    if (!changed) {
        return tl::unexpected(changed.error());
    }
    for (const int page : *changed) {
        report.leaks.push_back({{},
                                QStringLiteral("page %1").arg(page),
                                QStringLiteral("looks otherwise where nothing was redacted")});
    }
    return {};
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
    if (const auto pages = m_registry.glance(file)) {   // a file that has pages of its own
        const auto paged = std::dynamic_pointer_cast<const document::PagedDocument>(*pages);
        const auto parts = paged ? scanParts(*paged, sightings) : Result<int>(0);
        const auto read = paged ? scanOtherReading(*paged, sightings, job) : Result<>();
        if (!parts || !read) {
            return tl::unexpected(parts ? read.error() : parts.error());
        }
        report.parts += *parts;
    }
    report.leaks = sightings.leaks();
    return report;
}

}   // namespace expunge::scrub
