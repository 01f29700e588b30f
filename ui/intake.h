// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"
#include "ui/jobs/jobrunner.h"
#include "ui/services.h"

#include <QObject>
#include <QStringList>

namespace expunge::ui {

/// Opens and analyzes files in the background, one after the other; one file's failure never stops
/// the others.
class Intake final : public QObject
{
    Q_OBJECT

public:
    Intake(const Services &services, JobRunner *runner, QObject *parent = nullptr);

    void open(const QStringList &paths);
    bool isBusy() const { return m_left > 0; }
    void cancel();

    /// A password that files may have from now on; kept in memory only.
    void addPassword(const QString &password) { m_passwords << password; }

Q_SIGNALS:
    void opened(const expunge::review::ReviewFile &file);
    void failed(const expunge::base::Error &error);
    /// A file needs a password that was not given yet.
    void locked(const expunge::base::Error &error);
    /// How the first file looks, while it is still being read.
    void glanced(const std::shared_ptr<const expunge::document::Document> &pages);
    void progress(const QString &path, qint64 done, qint64 total);
    void finished();

private:
    void take(base::Result<review::ReviewFile> file);
    void glance(const QString &path);

    const Services &m_services;
    JobRunner *m_runner;
    std::vector<JobHandle> m_jobs;
    QStringList m_passwords;
    int m_left = 0;
    JobHandle m_glance;
    JobRunner m_glances;
};

/// The review that belongs to a first file: its journal, and so its decisions, are found again when
/// the same bytes are opened. Names of journals are keyed digests, so that nobody can tell from one
/// which file it is about.
base::Result<std::unique_ptr<review::Journal>> openJournal(const Services &services,
                                                           const QString &sourceSha256);

/// The review that was worked on last: the name of its journal and the files that it was about.
struct LastSession
{
    QString session;
    QStringList paths;
};

/// Without paths where there is nothing to take up.
base::Result<LastSession> lastSession(const Services &services);

}   // namespace expunge::ui
