// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/previewer.h"

#include "ui/panes/replacementmarks.h"
#include "ui/review/reviewcontroller.h"

namespace expunge::ui {

namespace {

constexpr int debounceMs = 150;

using MadePreview = base::Result<std::shared_ptr<Preview>>;

MadePreview makePreview(const scrub::Scrubber &scrubber, const document::Document &original,
                        const document::RedactionPlan &plan, const std::vector<QString> &ids,
                        const base::JobContext &job)
{
    const auto scrubbed = scrubber.preview(original, plan, job);
    if (!scrubbed) {
        return tl::unexpected(scrubbed.error());
    }
    std::map<QString, int> keys;
    for (size_t i = 0; i < ids.size(); ++i) {
        keys.emplace(ids[i], static_cast<int>(i));
    }
    auto preview = std::make_shared<Preview>();
    preview->pages = shownPages(*scrubbed, {});
    preview->marks = replacementMarks(original, plan, **scrubbed, keys);
    return preview;
}

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
    const review::ReviewFile &opened = session->files().at(static_cast<size_t>(file));
    auto plan = session->plan(file);
    std::vector<QString> ids;
    ids.reserve(opened.candidates.size());
    for (const detect::Candidate &candidate : opened.candidates) {
        ids.push_back(candidate.id);
    }
    m_job = m_runner->start(
        this,
        [&scrubber = m_services.scrubber, original = opened.document, plan,
         ids = std::move(ids)](const base::JobContext &job) {
            return makePreview(scrubber, *original, plan, ids, job);
        },
        [this, plan, file](const MadePreview &result) {
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
