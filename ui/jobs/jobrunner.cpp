// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobrunner.h"

namespace expunge::ui {

JobRunner::JobRunner(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

JobRunner::~JobRunner()
{
    cancelAll();
    m_pool.waitForDone();
}

void JobRunner::cancelAll()
{
    for (const Stop &stop : m_stops) {
        stop->request_stop();
    }
}

base::JobContext JobRunner::context(const Stop &stop, const QPointer<QObject> &guard,
                                    std::function<void(qint64, qint64)> progress)
{
    base::JobContext job;
    job.stop = stop->get_token();
    if (progress) {
        job.progress = [this, stop, guard, progress = std::move(progress)](qint64 done,
                                                                           qint64 total) {
            QMetaObject::invokeMethod(
                this,
                [stop, guard, progress, done, total] {
                    if (guard && !stop->stop_requested()) {
                        progress(done, total);
                    }
                },
                Qt::QueuedConnection);
        };
    }
    return job;
}

void JobRunner::enter(const Stop &stop)
{
    std::erase_if(m_stops, [](const Stop &old) { return old->stop_requested(); });
    m_stops.push_back(stop);
    if (++m_running == 1) {
        Q_EMIT busyChanged(true);
    }
}

void JobRunner::leave()
{
    if (--m_running == 0) {
        m_stops.clear();
        Q_EMIT busyChanged(false);
    }
}

}   // namespace expunge::ui
