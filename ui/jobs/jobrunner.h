// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>

namespace expunge::ui {

/// A job that was handed to a runner: can be told to stop. Copies speak of the same job.
class JobHandle
{
public:
    JobHandle() = default;
    explicit JobHandle(std::shared_ptr<std::stop_source> stop)
        : m_stop(std::move(stop))
    {
    }

    void cancel()
    {
        if (m_stop) {
            m_stop->request_stop();
        }
    }

private:
    std::shared_ptr<std::stop_source> m_stop;
};

/// Runs long core calls one after the other on a thread of its own and hands results to the thread
/// that asked. When it goes, running work is told to stop and waited for, and its results are
/// dropped.
class JobRunner final : public QObject
{
    Q_OBJECT

public:
    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override;

    /// True while work is waiting or running.
    bool isBusy() const { return m_running > 0; }

    /// Runs `work(const base::JobContext &)` in the background, then `done(result)` here. Neither
    /// `done` nor `progress` is called once the handle was cancelled; `receiver` going away has the
    /// same effect.
    template<typename Work, typename Done>
    JobHandle start(QObject *receiver, Work work, Done done,
                    std::function<void(qint64, qint64)> progress = {})
    {
        const auto stop = std::make_shared<std::stop_source>();
        enter(stop);
        const QPointer<QObject> guard(receiver);
        const base::JobContext job = context(stop, guard, std::move(progress));
        // Shared, because results may be move-only and a QFuture copies.
        using Outcome = std::invoke_result_t<Work, const base::JobContext &>;
        using Shared = std::shared_ptr<Outcome>;
        auto future = QtConcurrent::run(&m_pool, [work = std::move(work), job]() -> Shared {
            return std::make_shared<Outcome>(work(job));
        });
        future.then(this, [this, stop, guard, done = std::move(done)](const Shared &outcome) {
            leave();
            if (guard && !stop->stop_requested()) {
                done(std::move(*outcome));
            }
        });
        return JobHandle(stop);
    }

    /// Tells all waiting and running work to stop.
    void cancelAll();

Q_SIGNALS:
    void busyChanged(bool busy);

private:
    using Stop = std::shared_ptr<std::stop_source>;

    base::JobContext context(const Stop &stop, const QPointer<QObject> &guard,
                             std::function<void(qint64, qint64)> progress);
    void enter(const Stop &stop);
    void leave();

    QThreadPool m_pool;
    std::vector<Stop> m_stops;
    int m_running = 0;
};

}   // namespace expunge::ui
