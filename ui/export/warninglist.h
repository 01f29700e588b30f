// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"
#include "ui/jobs/jobrunner.h"

#include <QStringList>
#include <QWidget>

class QLabel;

namespace expunge::ui {

/// What a person should know before a submission is signed: that remaining numbers give a redacted
/// one away, that a signature goes, that a picture or macro is lost. Found by a trial run in the
/// background; not there as long as there is nothing to say.
class WarningList final : public QWidget
{
    Q_OBJECT

public:
    WarningList(const review::ReviewSession &session, JobRunner *runner, QWidget *parent = nullptr);

    const QStringList &sentences() const { return m_sentences; }
    bool isComplete() const { return m_complete; }

    /// Ends the trial run: something else needs the time.
    void stop() { m_job.cancel(); }

private:
    void show(const QStringList &sentences);

    QLabel *m_text;
    JobHandle m_job;
    QStringList m_sentences;
    bool m_complete = false;
};

}   // namespace expunge::ui
