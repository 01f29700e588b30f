// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/keypage.h"
#include "ui/jobs/jobrunner.h"
#include "ui/services.h"

#include <QDialog>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace expunge::ui {

class AttestationPage;
class WarningList;

/// From "nothing is pending" to "signed and queued": asks for the statements and the key, shows
/// progress, and says what happened.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const Services &services, const review::ReviewSession &session, JobRunner *runner,
                 QWidget *parent = nullptr);

    /// What was queued; none if nothing was.
    const std::optional<queue::QueueEntry> &queued() const { return m_queued; }
    bool wantsQueue() const { return m_wantsQueue; }

    /// Why nothing was queued; none while that is open, or when it was.
    const std::optional<base::Error> &problem() const { return m_problem; }

    AttestationPage *attestations() const { return m_attestations; }
    WarningList *warnings() const { return m_warnings; }
    KeyPage *keyPage() const { return m_key; }
    QPushButton *goButton() const { return m_go; }
    QString resultText() const;
    QLabel *missingLabel() const { return m_missing; }

public Q_SLOTS:
    void reject() override;

private:
    QWidget *makeConfirmPage();
    QWidget *makeProgressPage();
    QWidget *makeResultPage();
    void askForKey();
    void updateButtons();
    void showMissing();
    void start();
    void finish(base::Result<queue::QueueEntry> result);
    QString successText(const queue::QueueEntry &entry) const;

    const Services &m_services;
    const review::ReviewSession &m_session;
    JobRunner *m_runner;
    std::shared_ptr<std::stop_source> m_stop = std::make_shared<std::stop_source>();
    bool m_running = false;
    bool m_wantsQueue = false;
    std::optional<queue::QueueEntry> m_queued;
    std::optional<base::Error> m_problem;
    QStackedWidget *m_pages;
    AttestationPage *m_attestations = nullptr;
    WarningList *m_warnings = nullptr;
    KeyPage *m_key = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QLabel *m_result = nullptr;
    QLabel *m_resultIcon = nullptr;
    QLabel *m_missing;
    QPushButton *m_go;
    QPushButton *m_close;
    QPushButton *m_showQueue;
};

}   // namespace expunge::ui
