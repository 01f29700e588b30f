// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewsession.h"

#include "core/detect/analyzer.h"
#include "core/review/marking.h"
#include "core/review/reviewplan.h"
#include "core/review/sessionstate.h"

namespace expunge::review {

using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenAction;

namespace {

StepInfo::Kind kindOf(Decision decision)
{
    switch (decision) {
    case Decision::Pending:
        return StepInfo::Kind::Reopen;
    case Decision::Redact:
        return StepInfo::Kind::Redact;
    case Decision::Keep:
        return StepInfo::Kind::Keep;
    }
    Q_UNREACHABLE();
}

}   // namespace

QString decisionName(Decision decision)
{
    switch (decision) {
    case Decision::Pending:
        return QStringLiteral("pending");
    case Decision::Redact:
        return QStringLiteral("redact");
    case Decision::Keep:
        return QStringLiteral("keep");
    }
    Q_UNREACHABLE();
}

ReviewSession::ReviewSession(std::unique_ptr<Journal> journal, QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(m_files))
{
    m_state->journal = std::move(journal);
    m_state->load();
}

ReviewSession::~ReviewSession() = default;

Result<int> ReviewSession::addFile(ReviewFile file)
{
    if (!file.document) {
        return failure(ErrorCode::WrongUsage, file.path, QStringLiteral("file without document"));
    }
    if (m_state->damaged) {
        return failure(ErrorCode::SessionDamaged, m_state->journal->session());
    }
    const JournalledFile named{file.path, file.sourceSha256};
    const auto known = journalledFiles();
    if (std::find(known.begin(), known.end(), named) == known.end()) {
        const QDateTime decided = m_state->finishedAt;
        if (auto stored = m_state->store(named); !stored) {
            return tl::unexpected(stored.error());
        }
        m_state->finishedAt = decided;
    }
    m_files.push_back(std::move(file));
    m_state->table.fileAdded();
    spreadValues();
    replay();
    Q_EMIT candidatesReset();
    Q_EMIT hiddenChanged();
    Q_EMIT historyChanged();
    return static_cast<int>(m_files.size()) - 1;
}

void ReviewSession::spreadValues()
{
    // Without marks, which belong to steps and are done again by them.
    m_state->table.clear();
    const size_t last = m_files.size() - 1;
    std::vector<detect::Candidate> earlier;
    for (size_t i = 0; i < last; ++i) {
        const auto &candidates = m_files[i].candidates;
        earlier.insert(earlier.end(), candidates.begin(), candidates.end());
    }
    const std::vector<detect::Candidate> latest = m_files[last].candidates;
    for (size_t i = 0; i < m_files.size(); ++i) {
        ReviewFile &file = m_files[i];
        std::vector<detect::Candidate> found =
            detect::findRepeats(file.document->textUnits(), file.candidates, file.keepListed,
                                i < last ? latest : earlier);
        if (found.empty()) {
            continue;
        }
        file.candidates.insert(file.candidates.end(), std::make_move_iterator(found.begin()),
                               std::make_move_iterator(found.end()));
        std::sort(
            file.candidates.begin(), file.candidates.end(),
            [](const detect::Candidate &a, const detect::Candidate &b) { return a.span < b.span; });
        m_state->table.candidatesAdded(static_cast<int>(i));
    }
}

void ReviewSession::replay()
{
    // From the start, because steps about the file that came last could not take effect before.
    m_state->table.clear();
    m_state->steps.clear();
    m_state->done = 0;
    Touched touched;
    for (const SessionRecord &record : m_state->log) {
        if (const auto *step = std::get_if<Step>(&record.content)) {
            m_state->steps.resize(m_state->done);
            m_state->steps.push_back({*step, m_state->table.apply(*step, touched)});
            ++m_state->done;
        } else if (std::holds_alternative<UndoRecord>(record.content) && canUndo()) {
            const DoneStep &last = m_state->steps[--m_state->done];
            m_state->table.revert(last.step, last.before, touched);
        } else if (std::holds_alternative<RedoRecord>(record.content) && canRedo()) {
            DoneStep &next = m_state->steps[m_state->done++];
            next.before = m_state->table.apply(next.step, touched);
        }
    }
    linkEntities();
}

void ReviewSession::linkEntities()
{
    std::vector<std::vector<detect::Candidate> *> lists;
    for (ReviewFile &file : m_files) {
        lists.push_back(&file.candidates);
    }
    detect::linkEntities(lists);
    m_state->cached.reset();
}

std::vector<JournalledFile> ReviewSession::journalledFiles() const
{
    std::vector<JournalledFile> files;
    for (const SessionRecord &record : m_state->log) {
        if (const auto *file = std::get_if<JournalledFile>(&record.content)) {
            files.push_back(*file);
        }
    }
    return files;
}

const detect::Candidate &ReviewSession::candidate(CandidateRef ref) const
{
    return m_files.at(static_cast<size_t>(ref.file)).candidates.at(static_cast<size_t>(ref.index));
}

Decision ReviewSession::decision(CandidateRef ref) const
{
    return m_state->table.contains(ref) ? m_state->table.decision(ref) : Decision::Pending;
}

bool ReviewSession::active(CandidateRef ref) const
{
    return m_state->table.contains(ref) && m_state->table.active(ref);
}

HiddenAction ReviewSession::hiddenAction(HiddenRef ref) const
{
    return m_state->table.contains(ref) ? m_state->table.action(ref) : HiddenAction::Remove;
}

bool ReviewSession::hiddenPending(HiddenRef ref) const
{
    return m_state->table.contains(ref) && m_state->table.pending(ref);
}

Result<> ReviewSession::decide(const std::vector<CandidateRef> &refs, Decision decision)
{
    Step step;
    step.kind = kindOf(decision);
    step.decision = decision;
    std::set<CandidateRef> unique;
    for (const CandidateRef ref : refs) {
        if (!m_state->table.contains(ref)) {
            return failure(ErrorCode::WrongUsage, {}, QStringLiteral("no such candidate"));
        }
        if (m_state->table.decision(ref) != decision && unique.insert(ref).second) {
            step.candidates.push_back(m_state->table.nameOf(ref));
        }
    }
    return step.candidates.empty() ? Result<>() : perform(std::move(step));
}

Result<> ReviewSession::decideHidden(const std::vector<HiddenRef> &refs, HiddenAction action)
{
    Step step;
    step.kind = StepInfo::Kind::Hidden;
    step.action = action;
    for (const HiddenRef ref : refs) {
        if (!m_state->table.contains(ref)) {
            return failure(ErrorCode::WrongUsage, {}, QStringLiteral("no such hidden item"));
        }
        const auto &item = m_files[static_cast<size_t>(ref.file)]
                               .document->hiddenItems()[static_cast<size_t>(ref.index)];
        if (action == HiddenAction::Undo && item.kind != document::HiddenKind::TrackedChanges) {
            return failure(ErrorCode::WrongUsage, item.part,
                           QStringLiteral("only changes can be undone"));
        }
        // What must go is left out, so that "keep all" can be said of a whole list.
        if (item.canKeep && (m_state->table.action(ref) != action || m_state->table.pending(ref))) {
            step.hidden.push_back(m_state->table.nameOf(ref));
        }
    }
    return step.hidden.empty() ? Result<>() : perform(std::move(step));
}

Result<CandidateRef> ReviewSession::mark(int file, const document::Span &span, const QString &type)
{
    if (file < 0 || static_cast<size_t>(file) >= m_files.size() || type.isEmpty()) {
        return failure(ErrorCode::WrongUsage, {}, QStringLiteral("no such file"));
    }
    const auto marked = markableSpan(*m_files[static_cast<size_t>(file)].document, span);
    if (!marked) {
        return failure(ErrorCode::WrongUsage, {}, QStringLiteral("nothing to mark"));
    }
    const auto &candidates = m_files[static_cast<size_t>(file)].candidates;
    const auto same =
        std::find_if(candidates.begin(), candidates.end(),
                     [&](const detect::Candidate &other) { return other.span == *marked; });
    if (same != candidates.end()) {
        const CandidateRef ref{file, static_cast<int>(same - candidates.begin())};
        if (auto decided = decide({ref}, Decision::Redact); !decided) {
            return tl::unexpected(decided.error());
        }
        return ref;
    }
    Step step = markStep(m_files, m_state->table, file, *marked, type);
    const CandidateName name{step.added.front().file, step.added.front().id};
    if (auto performed = perform(std::move(step)); !performed) {
        return tl::unexpected(performed.error());
    }
    return m_state->table.find(name);
}

Result<> ReviewSession::setStyle(Style style)
{
    if (style == m_state->table.style()) {
        return {};
    }
    Step step;
    step.kind = StepInfo::Kind::Style;
    step.style = style;
    return perform(std::move(step));
}

Style ReviewSession::style() const
{
    return m_state->table.style();
}

Result<> ReviewSession::perform(Step step)
{
    if (auto stored = m_state->store(step); !stored) {
        return stored;
    }
    Touched touched;
    m_state->steps.resize(m_state->done);
    Before before = m_state->table.apply(step, touched);
    m_state->steps.push_back({std::move(step), std::move(before)});
    ++m_state->done;
    announce(touched);
    return {};
}

void ReviewSession::announce(const Touched &touched)
{
    if (touched.reset) {
        linkEntities();
        Q_EMIT candidatesReset();
    }
    if (!touched.candidates.empty()) {
        Q_EMIT decisionsChanged(touched.candidates);
    }
    if (touched.hidden) {
        Q_EMIT hiddenChanged();
    }
    Q_EMIT historyChanged();
}

bool ReviewSession::canUndo() const
{
    return m_state->done > 0;
}

bool ReviewSession::canRedo() const
{
    return m_state->done < m_state->steps.size();
}

StepInfo ReviewSession::undoStep() const
{
    return canUndo() ? m_state->infoOf(m_state->steps[m_state->done - 1].step) : StepInfo();
}

StepInfo ReviewSession::redoStep() const
{
    return canRedo() ? m_state->infoOf(m_state->steps[m_state->done].step) : StepInfo();
}

Result<StepInfo> ReviewSession::undo()
{
    StepInfo info = undoStep();
    if (!canUndo()) {
        return info;
    }
    if (auto stored = m_state->store(UndoRecord{}); !stored) {
        return tl::unexpected(stored.error());
    }
    const DoneStep &last = m_state->steps[--m_state->done];
    Touched touched;
    m_state->table.revert(last.step, last.before, touched);
    if (touched.reset) {
        info.first = touched.candidates.empty() ? CandidateRef() : touched.candidates.front();
    }
    announce(touched);
    return info;
}

Result<StepInfo> ReviewSession::redo()
{
    if (!canRedo()) {
        return StepInfo();
    }
    if (auto stored = m_state->store(RedoRecord{}); !stored) {
        return tl::unexpected(stored.error());
    }
    DoneStep &next = m_state->steps[m_state->done++];
    Touched touched;
    next.before = m_state->table.apply(next.step, touched);
    const StepInfo info = m_state->infoOf(next.step);
    announce(touched);
    return info;
}

CandidateRef ReviewSession::nextPending(CandidateRef from) const
{
    return findPending(from, 1);
}

CandidateRef ReviewSession::previousPending(CandidateRef from) const
{
    return findPending(from, -1);
}

CandidateRef ReviewSession::findPending(CandidateRef from, int direction) const
{
    std::vector<CandidateRef> pending;
    for (int file = 0; file < static_cast<int>(m_files.size()); ++file) {
        const auto size = static_cast<int>(m_files[static_cast<size_t>(file)].candidates.size());
        for (int index = 0; index < size; ++index) {
            const CandidateRef ref{file, index};
            if (m_state->table.decision(ref) == Decision::Pending && m_state->table.active(ref)) {
                pending.push_back(ref);
            }
        }
    }
    if (pending.empty()) {
        return {};
    }
    if (direction > 0) {
        const auto after = std::upper_bound(pending.begin(), pending.end(), from);
        return after == pending.end() ? pending.front() : *after;
    }
    const auto at = std::lower_bound(pending.begin(), pending.end(), from);
    return at == pending.begin() ? pending.back() : *std::prev(at);
}

std::vector<CandidateRef> ReviewSession::entityMembers(const QString &entity) const
{
    std::vector<CandidateRef> members;
    for (size_t file = 0; file < m_files.size(); ++file) {
        const auto &candidates = m_files[file].candidates;
        for (size_t i = 0; i < candidates.size(); ++i) {
            if (candidates[i].entity == entity) {
                members.push_back({static_cast<int>(file), static_cast<int>(i)});
            }
        }
    }
    return members;
}

Counts ReviewSession::counts(int file) const
{
    Counts counts;
    if (file < 0 || static_cast<size_t>(file) >= m_files.size()) {
        return counts;
    }
    const ReviewFile &reviewed = m_files[static_cast<size_t>(file)];
    for (int i = 0; i < static_cast<int>(reviewed.candidates.size()); ++i) {
        const CandidateRef ref{file, i};
        if (!m_state->table.active(ref)) {
            continue;
        }
        ++counts.found;
        const Decision decision = m_state->table.decision(ref);
        counts.redacted += decision == Decision::Redact ? 1 : 0;
        counts.kept += decision == Decision::Keep ? 1 : 0;
        counts.pending += decision == Decision::Pending ? 1 : 0;
    }
    for (int i = 0; i < static_cast<int>(reviewed.document->hiddenItems().size()); ++i) {
        counts.hiddenPending += m_state->table.pending(HiddenRef{file, i}) ? 1 : 0;
    }
    return counts;
}

Counts ReviewSession::counts() const
{
    Counts sum;
    for (int file = 0; file < static_cast<int>(m_files.size()); ++file) {
        const Counts one = counts(file);
        sum.found += one.found;
        sum.redacted += one.redacted;
        sum.kept += one.kept;
        sum.pending += one.pending;
        sum.hiddenPending += one.hiddenPending;
    }
    return sum;
}

QString ReviewSession::replacement(CandidateRef ref) const
{
    const detect::Candidate &replaced = candidate(ref);
    const auto &own = m_files[static_cast<size_t>(ref.file)].replacements;
    if (const auto found = own.constFind(replaced.id); found != own.constEnd()) {
        return *found;
    }
    return m_state->replacements(m_files).text(replaced, m_state->table.style());
}

document::RedactionPlan ReviewSession::plan(int file) const
{
    document::RedactionPlan plan;
    if (file < 0 || static_cast<size_t>(file) >= m_files.size()) {
        return plan;
    }
    const ReviewFile &reviewed = m_files[static_cast<size_t>(file)];
    for (int i = 0; i < static_cast<int>(reviewed.candidates.size()); ++i) {
        const CandidateRef ref{file, i};
        if (m_state->table.decision(ref) == Decision::Redact) {
            const detect::Candidate &redacted = reviewed.candidates[static_cast<size_t>(i)];
            plan.spans.push_back({redacted.id, redacted.span, replacement(ref)});
        }
    }
    plan.spans = mergeOverlaps(std::move(plan.spans));
    const auto &items = reviewed.document->hiddenItems();
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        plan.hidden[items[static_cast<size_t>(i)].id] = hiddenAction(HiddenRef{file, i});
    }
    plan.regions = reviewed.regions;
    return plan;
}

QDateTime ReviewSession::startedAt() const
{
    return m_state->startedAt;
}

QDateTime ReviewSession::finishedAt() const
{
    return m_state->finishedAt;
}

}   // namespace expunge::review
