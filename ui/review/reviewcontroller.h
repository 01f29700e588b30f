// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"

#include <QObject>

#include <memory>

namespace expunge::ui {

/// Where the person is in a review and what a key press does there: one key decides and goes on to
/// the next pending candidate.
class ReviewController final : public QObject
{
    Q_OBJECT

public:
    explicit ReviewController(QObject *parent = nullptr);
    ~ReviewController() override;

    /// Takes up a review; null closes the one before.
    void setSession(std::unique_ptr<review::ReviewSession> session);
    review::ReviewSession *session() const { return m_session.get(); }

    review::CandidateRef current() const { return m_current; }
    const detect::Candidate *currentCandidate() const;
    void setCurrent(review::CandidateRef ref);

    /// The file that is shown; follows the current candidate.
    int currentFile() const { return m_file; }
    void setCurrentFile(int file);

    void decide(review::Decision decision);
    void decide(review::CandidateRef ref, review::Decision decision);
    void decideEntity(review::Decision decision);
    void decideHidden(review::HiddenRef ref, document::HiddenAction action);
    void mark(int file, const std::vector<document::Span> &spans);

    void nextPending();
    void previousPending();
    void next();
    void previous();

    void undo();
    void redo();

    /// "Undo keeping 3", for menus; empty if there is nothing to undo.
    QString undoText() const;
    QString redoText() const;

Q_SIGNALS:
    void sessionChanged();
    void currentChanged();
    void currentFileChanged();
    void decisionsChanged(const std::vector<expunge::review::CandidateRef> &refs);
    void hiddenChanged();
    void candidatesReset();
    void historyChanged();
    /// Anything about the decisions is another than before.
    void changed();
    void failed(const expunge::base::Error &error);
    /// The last pending candidate was just decided.
    void allDecided();

private:
    void connectSession();
    void afterDecision(review::CandidateRef from);
    void step(int by);
    bool report(const base::Result<> &result);
    QString stepText(const review::StepInfo &step) const;

    std::unique_ptr<review::ReviewSession> m_session;
    review::CandidateRef m_current;
    int m_file = -1;
};

}   // namespace expunge::ui
