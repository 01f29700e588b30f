// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/panes/panemark.h"
#include "ui/panes/shownpages.h"
#include "ui/services.h"

#include <QTimer>

namespace expunge::ui {

class ReviewController;

/// The scrubbed file as it is shown: made in the background, so that the window is only handed
/// what it draws.
struct Preview
{
    ShownPages pages;
    std::vector<PaneMark> marks;   // where replacements stand; their keys are places of candidates
};

/// Keeps the scrubbed document that is shown up to date: a moment after the last decision it is
/// made anew from the original and the plan, and read again from its bytes. Results that were
/// overtaken by a newer decision are dropped.
class Previewer final : public QObject
{
    Q_OBJECT

public:
    Previewer(const Services &services, ReviewController *controller, JobRunner *runner,
              QObject *parent = nullptr);

    /// The plan that the shown document was made from.
    const document::RedactionPlan &plan() const { return m_shownPlan; }
    int file() const { return m_shownFile; }
    bool isUpToDate() const { return !m_waiting.isActive() && !m_running; }

    /// Starts at once, without waiting for more decisions.
    void refreshNow();

Q_SIGNALS:
    void updating();
    /// The receiver takes what is in the preview.
    void ready(const std::shared_ptr<expunge::ui::Preview> &preview);
    void failed(const expunge::base::Error &error);

private:
    void schedule();
    void start();

    const Services &m_services;
    ReviewController *m_controller;
    JobRunner *m_runner;
    QTimer m_waiting;
    JobHandle m_job;
    bool m_running = false;
    document::RedactionPlan m_shownPlan;
    int m_shownFile = -1;
};

}   // namespace expunge::ui
