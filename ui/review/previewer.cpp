// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/previewer.h"

#include "ui/review/reviewcontroller.h"

namespace expunge::ui {

namespace {

constexpr int debounceMs = 150;

}   // namespace

Previewer::Previewer(const Services &services, ReviewController *controller, JobRunner *runner,
                     QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_controller(controller)
    , m_runner(runner)
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(debounceMs);
    connect(&m_waiting, &QTimer::timeout, this, &Previewer::start);
    connect(controller, &ReviewController::changed, this, &Previewer::schedule);
    connect(controller, &ReviewController::currentFileChanged, this, &Previewer::refreshNow);
}

void Previewer::schedule()
{
    m_job.cancel();
    m_running = false;
    m_waiting.start();
    Q_EMIT updating();
}

void Previewer::refreshNow()
{
    m_waiting.stop();
    m_job.cancel();
    Q_EMIT updating();
    start();
}

void Previewer::start()
{
    review::ReviewSession *session = m_controller->session();
    const int file = m_controller->currentFile();
    if (!session || file < 0) {
        m_running = false;
        return;
    }
    m_running = true;
    auto original = session->files().at(static_cast<size_t>(file)).document;
    auto plan = session->plan(file);
    m_job = m_runner->start(
        this,
        [&scrubber = m_services.scrubber, original, plan](const base::JobContext &job) {
            return scrubber.preview(*original, plan, job);
        },
        [this, plan, file](base::Result<std::shared_ptr<const document::Document>> result) {
            m_running = false;
            if (!result) {
                Q_EMIT failed(result.error());
                return;
            }
            m_shownPlan = plan;
            m_shownFile = file;
            Q_EMIT ready(*result);
        });
}

}   // namespace expunge::ui
