// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/reviewfacts.h"

#include "core/manifest/commitment.h"

using namespace Qt::StringLiterals;

namespace expunge::queue {

namespace {

QString tierName(detect::Tier tier)
{
    switch (tier) {
    case detect::Tier::Certain:
        return u"certain"_s;
    case detect::Tier::Suggested:
        return u"suggested"_s;
    case detect::Tier::Possible:
        return u"possible"_s;
    }
    Q_UNREACHABLE();
}

QString detectorName(const detect::Candidate &candidate)
{
    const auto has = [&](detect::EvidenceKind kind) {
        return std::any_of(candidate.evidence.begin(), candidate.evidence.end(),
                           [&](const detect::Evidence &one) { return one.kind == kind; });
    };
    if (has(detect::EvidenceKind::Marked)) {
        return u"reviewer"_s;
    }
    if (has(detect::EvidenceKind::Term)) {
        return u"terms"_s;
    }
    return "rule:"_L1 + candidate.rule;
}

/// The redaction of the plan that takes a candidate's text out: overlapping ones were merged into
/// it.
const document::SpanRedaction *redactionOf(const document::RedactionPlan &plan,
                                           const document::Span &span)
{
    const auto found =
        std::find_if(plan.spans.begin(), plan.spans.end(), [&](const document::SpanRedaction &one) {
            return one.span.unit == span.unit && one.span.begin <= span.begin
                   && span.end <= one.span.end;
        });
    return found == plan.spans.end() ? nullptr : &*found;
}

/// What the writer says of a redaction; nothing if its place went with a hidden item.
const document::AppliedSpan *appliedAs(const document::Applied &applied, const QString &id)
{
    const auto found = std::find_if(applied.spans.begin(), applied.spans.end(),
                                    [&](const document::AppliedSpan &one) { return one.id == id; });
    return found == applied.spans.end() ? nullptr : &*found;
}

manifest::RedactionFact redactionFact(const detect::Candidate &candidate,
                                      const document::RedactionPlan &plan,
                                      const scrub::Scrubbed &scrubbed)
{
    manifest::RedactionFact fact;
    fact.type = candidate.type;
    fact.detector = detectorName(candidate);
    fact.tier = tierName(candidate.tier);
    fact.output = scrubbed.name;
    fact.text = candidate.text;
    const document::SpanRedaction *redaction = redactionOf(plan, candidate.span);
    const document::AppliedSpan *applied =
        redaction != nullptr ? appliedAs(scrubbed.applied, redaction->id) : nullptr;
    fact.withHidden = applied == nullptr;
    if (applied != nullptr) {
        fact.part = applied->part;
        fact.place = applied->label;
        fact.replacement = redaction->replacement;
        fact.occurrences = std::max(applied->occurrences, 1);
    }
    return fact;
}

}   // namespace

scrub::Expectation expectationOf(const review::ReviewSession &session, int file)
{
    const review::ReviewFile &reviewed = session.files().at(static_cast<size_t>(file));
    scrub::Expectation expectation{reviewed.document, session.plan(file), {}, reviewed.keepListed};
    for (int i = 0; i < static_cast<int>(reviewed.candidates.size()); ++i) {
        const detect::Candidate &candidate = session.candidate({file, i});
        switch (session.decision({file, i})) {
        case review::Decision::Redact:
            expectation.values.push_back(
                {candidate.id, candidate.text, candidate.type == u"CUSTOM_TERM"_s});
            break;
        case review::Decision::Keep:
            expectation.kept.push_back(candidate.span);
            break;
        case review::Decision::Pending:
            break;
        }
    }
    return expectation;
}

void addFileFacts(manifest::StatementFacts &facts, const review::ReviewSession &session, int file,
                  const scrub::Scrubbed &scrubbed)
{
    const review::ReviewFile &reviewed = session.files().at(static_cast<size_t>(file));
    facts.outputs.push_back({scrubbed.name, scrubbed.sha256, scrubbed.bytes, scrubbed.mediaType});
    facts.inputs.push_back({QByteArray::fromHex(reviewed.sourceSha256.toLatin1()),
                            reviewed.document->info().bytes, scrubbed.name,
                            manifest::newCommitmentKey(), reviewed.document->info().converted});
    const document::RedactionPlan plan = session.plan(file);
    int &decided =
        facts.review.manual ? facts.review.decidedByReviewer : facts.review.decidedByPolicy;
    for (int i = 0; i < static_cast<int>(reviewed.candidates.size()); ++i) {
        const detect::Candidate &candidate = session.candidate({file, i});
        const bool redacted = session.decision({file, i}) == review::Decision::Redact;
        if (!redacted && !session.active({file, i})) {
            continue;   // it went with a hidden item: nobody decided it, and it is not left
        }
        ++facts.review.candidates;
        ++decided;
        if (!redacted) {
            ++facts.keptByType[candidate.type];
            continue;
        }
        manifest::RedactionFact fact = redactionFact(candidate, plan, scrubbed);
        fact.decidedBy = facts.review.manual ? u"reviewer"_s : u"policy"_s;
        fact.style = review::styleName(session.style());
        facts.redactions.push_back(std::move(fact));
    }
    facts.hiddenRemoved.insert(facts.hiddenRemoved.end(), scrubbed.applied.hidden.begin(),
                               scrubbed.applied.hidden.end());
    facts.verification.valuesSearched += scrubbed.report.values;
    facts.verification.partsRead += scrubbed.report.parts;
    facts.verification.unitsCompared += scrubbed.report.units;
    facts.verification.keptElsewhere += scrubbed.report.keptElsewhere;
    facts.verification.passed = facts.verification.passed && scrubbed.report.clean();
}

}   // namespace expunge::queue
