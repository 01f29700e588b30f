// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake.h"

#include "core/base/digest.h"
#include "core/base/fileio.h"

namespace expunge::ui {

namespace {

base::Result<review::ReviewFile> openFile(const Services &services, const QString &path,
                                          const QStringList &passwords, const base::JobContext &job)
{
    auto bytes = base::readFile(path, formats::FormatRegistry::inputLimit);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto document = services.formats.open(formats::Source{*bytes, path, passwords}, job);
    if (!document) {
        return tl::unexpected(document.error());
    }
    review::ReviewFile file;
    file.path = path;
    file.sourceSha256 = base::sha256Hex(*bytes);
    file.document = *document;
    auto candidates = services.analyzer.analyze(file.document->textUnits(), {}, job);
    if (!candidates) {
        base::Error error = candidates.error();
        if (error.location.isEmpty()) {
            error.location = path;
        }
        return tl::unexpected(error);
    }
    file.candidates = std::move(*candidates);
    return file;
}

}   // namespace

Intake::Intake(const Services &services, JobRunner *runner, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_runner(runner)
{
}

void Intake::open(const QStringList &paths)
{
    if (m_left == 0 && !paths.isEmpty()) {
        glance(paths.front());
    }
    for (const QString &path : paths) {
        ++m_left;
        m_jobs.push_back(m_runner->start(
            this,
            [this, path, passwords = m_passwords](const base::JobContext &job) {
                return openFile(m_services, path, passwords, job);
            },
            [this](base::Result<review::ReviewFile> file) { take(std::move(file)); },
            [this, path](qint64 done, qint64 total) { Q_EMIT progress(path, done, total); }));
    }
}

void Intake::glance(const QString &path)
{
    using Pages = base::Result<std::shared_ptr<const document::Document>>;
    const auto look = [this, path, passwords = m_passwords](const base::JobContext &) -> Pages {
        auto bytes = base::readFile(path, formats::FormatRegistry::inputLimit);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        return m_services.formats.glance(formats::Source{std::move(*bytes), path, passwords});
    };
    m_glance = m_glances.start(this, look, [this](const Pages &pages) {
        if (pages && m_left > 0) {
            Q_EMIT glanced(*pages);
        }
    });
}

void Intake::take(base::Result<review::ReviewFile> file)
{
    --m_left;
    if (file) {
        Q_EMIT opened(*file);
    } else if (file.error().code == base::ErrorCode::PasswordNeeded) {
        Q_EMIT locked(file.error());
    } else {
        Q_EMIT failed(file.error());
    }
    if (m_left == 0) {
        m_jobs.clear();
        Q_EMIT finished();
    }
}

void Intake::cancel()
{
    m_glance.cancel();
    for (JobHandle &job : m_jobs) {
        job.cancel();
    }
    m_jobs.clear();
    if (m_left > 0) {
        m_left = 0;
        Q_EMIT finished();
    }
}

base::Result<std::unique_ptr<review::Journal>> openJournal(const Services &services,
                                                           const QString &sourceSha256)
{
    const QString index = QStringLiteral("index");
    auto key = services.sessionKeys.read(index);
    if (!key && key.error().code == base::ErrorCode::KeyMissing) {
        key = services.sessionKeys.create(index);
    }
    if (!key) {
        return tl::unexpected(key.error());
    }
    const QByteArray name = base::hmacSha256(*key, sourceSha256.toLatin1()).toHex().left(32);
    return review::Journal::open(services.sessionFolder, QString::fromLatin1(name),
                                 services.sessionKeys);
}

base::Result<LastSession> lastSession(const Services &services)
{
    const std::vector<QString> names = review::Journal::sessions(services.sessionFolder);
    if (names.empty()) {
        return LastSession{};
    }
    auto journal =
        review::Journal::open(services.sessionFolder, names.front(), services.sessionKeys);
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    LastSession last;
    last.session = names.front();
    for (const review::JournalledFile &file :
         review::ReviewSession(std::move(*journal)).journalledFiles()) {
        last.paths << file.path;
    }
    return last;
}

}   // namespace expunge::ui
