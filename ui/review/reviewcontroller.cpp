// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewcontroller.h"

namespace expunge::ui {

using review::CandidateRef;
using review::Decision;
using review::StepInfo;

ReviewController::ReviewController(QObject *parent)
    : QObject(parent)
{
}

ReviewController::~ReviewController() = default;

void ReviewController::setSession(std::unique_ptr<review::ReviewSession> session)
{
    m_session = std::move(session);
    m_current = {};
    m_file = -1;
    if (m_session) {
        connectSession();
    }
    Q_EMIT sessionChanged();
    Q_EMIT changed();
    if (m_session && !m_session->files().empty()) {
        setCurrentFile(0);
        setCurrent(m_session->nextPending({}));
    }
}

void ReviewController::connectSession()
{
    using review::ReviewSession;
    connect(m_session.get(), &ReviewSession::decisionsChanged, this,
            [this](const std::vector<CandidateRef> &refs) {
                Q_EMIT decisionsChanged(refs);
                Q_EMIT changed();
            });
    connect(m_session.get(), &ReviewSession::hiddenChanged, this, [this] {
        Q_EMIT hiddenChanged();
        Q_EMIT changed();
    });
    connect(m_session.get(), &ReviewSession::candidatesReset, this, [this] {
        // Positions are others now; whoever changed them says where to go on.
        m_current = {};
        Q_EMIT candidatesReset();
        Q_EMIT changed();
        Q_EMIT currentChanged();
    });
    connect(m_session.get(), &ReviewSession::historyChanged, this, [this] {
        Q_EMIT historyChanged();
        Q_EMIT changed();   // a step may have changed the style of replacements alone
    });
}

const detect::Candidate *ReviewController::currentCandidate() const
{
    return m_session && m_current.isValid() ? &m_session->candidate(m_current) : nullptr;
}

void ReviewController::setCurrent(CandidateRef ref)
{
    if (!m_session) {
        return;
    }
    m_current = ref;
    if (ref.isValid()) {
        setCurrentFile(ref.file);
    }
    Q_EMIT currentChanged();
}

void ReviewController::setCurrentFile(int file)
{
    if (!m_session || file < 0 || file >= static_cast<int>(m_session->files().size())
        || file == m_file) {
        return;
    }
    m_file = file;
    if (m_current.isValid() && m_current.file != file) {
        m_current = {};
    }
    Q_EMIT currentFileChanged();
}

bool ReviewController::report(const base::Result<> &result)
{
    if (!result) {
        Q_EMIT failed(result.error());
    }
    return result.has_value();
}

void ReviewController::decide(Decision decision)
{
    decide(m_current, decision);
}

void ReviewController::decide(CandidateRef ref, Decision decision)
{
    if (!m_session || !ref.isValid()) {
        return;
    }
    if (report(m_session->decide({ref}, decision))) {
        afterDecision(ref);
    }
}

void ReviewController::decideEntity(Decision decision)
{
    const detect::Candidate *candidate = currentCandidate();
    if (!candidate) {
        return;
    }
    const CandidateRef from = m_current;
    std::vector<CandidateRef> members = m_session->entityMembers(candidate->entity);
    if (members.empty()) {
        members.push_back(from);
    }
    if (report(m_session->decide(members, decision))) {
        afterDecision(from);
    }
}

void ReviewController::afterDecision(CandidateRef from)
{
    const CandidateRef next = m_session->nextPending(from);
    setCurrent(next.isValid() ? next : from);
    if (!next.isValid()) {
        Q_EMIT allDecided();
    }
}

void ReviewController::decideHidden(review::HiddenRef ref, document::HiddenAction action)
{
    if (m_session) {
        report(m_session->decideHidden({ref}, action));
    }
}

void ReviewController::mark(int file, const std::vector<document::Span> &spans)
{
    CandidateRef last;
    for (const document::Span &span : spans) {
        auto marked = m_session ? m_session->mark(file, span, QStringLiteral("MARKED"))
                                : base::Result<CandidateRef>(CandidateRef{});
        if (!marked) {
            Q_EMIT failed(marked.error());
            return;
        }
        last = *marked;
    }
    if (last.isValid()) {
        setCurrent(last);
    }
}

void ReviewController::nextPending()
{
    if (m_session) {
        const CandidateRef next = m_session->nextPending(m_current);
        if (next.isValid()) {
            setCurrent(next);
        }
    }
}

void ReviewController::previousPending()
{
    if (m_session) {
        const CandidateRef previous = m_session->previousPending(m_current);
        if (previous.isValid()) {
            setCurrent(previous);
        }
    }
}

void ReviewController::step(int by)
{
    if (!m_session) {
        return;
    }
    const int files = static_cast<int>(m_session->files().size());
    CandidateRef ref = m_current;
    if (!ref.isValid()) {
        ref = {std::max(m_file, 0), by > 0 ? -1 : 0};
    }
    ref.index += by;
    // Files without candidates are passed over; at either end nothing happens.
    while (ref.file >= 0 && ref.file < files) {
        const int count = static_cast<int>(
            m_session->files().at(static_cast<size_t>(ref.file)).candidates.size());
        if (ref.index >= 0 && ref.index < count) {
            if (m_session->active(ref)) {
                setCurrent(ref);
                return;
            }
            ref.index += by;
            continue;
        }
        ref.file += by > 0 ? 1 : -1;
        if (ref.file >= 0 && ref.file < files) {
            ref.index =
                by > 0 ? 0
                       : static_cast<int>(
                             m_session->files().at(static_cast<size_t>(ref.file)).candidates.size())
                             - 1;
        }
    }
}

void ReviewController::next()
{
    step(1);
}

void ReviewController::previous()
{
    step(-1);
}

void ReviewController::undo()
{
    if (!m_session || !m_session->canUndo()) {
        return;
    }
    const CandidateRef before = m_current;
    const auto undone = m_session->undo();
    if (!undone) {
        Q_EMIT failed(undone.error());
        return;
    }
    if (undone->first.isValid()) {
        setCurrent(undone->first);
    } else if (!m_current.isValid()) {
        setCurrent(m_session->nextPending(before));
    }
}

void ReviewController::redo()
{
    if (!m_session || !m_session->canRedo()) {
        return;
    }
    const auto redone = m_session->redo();
    if (!redone) {
        Q_EMIT failed(redone.error());
        return;
    }
    afterDecision(redone->first.isValid() ? redone->first : m_current);
}

QString ReviewController::stepText(const StepInfo &step) const
{
    switch (step.kind) {
    case StepInfo::Kind::None:
        return {};
    case StepInfo::Kind::Redact:
        return step.count == 1 ? tr("redact 1 candidate")
                               : tr("redact %n candidates", nullptr, step.count);
    case StepInfo::Kind::Keep:
        return step.count == 1 ? tr("keep 1 candidate")
                               : tr("keep %n candidates", nullptr, step.count);
    case StepInfo::Kind::Reopen:
        return step.count == 1 ? tr("reopen 1 candidate")
                               : tr("reopen %n candidates", nullptr, step.count);
    case StepInfo::Kind::Mark:
        return tr("mark text");
    case StepInfo::Kind::Unmark:
        return tr("remove a mark");
    case StepInfo::Kind::Hidden:
        return tr("choice for a hidden item");
    case StepInfo::Kind::Style:
        return tr("style of replacements");
    }
    return {};
}

QString ReviewController::undoText() const
{
    return m_session && m_session->canUndo() ? stepText(m_session->undoStep()) : QString();
}

QString ReviewController::redoText() const
{
    return m_session && m_session->canRedo() ? stepText(m_session->redoStep()) : QString();
}

}   // namespace expunge::ui
