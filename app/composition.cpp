// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "core/base/digest.h"
#include "core/base/fileio.h"
#include "core/formats/legacy/sandboxedoffice.h"

#include <QDir>

namespace expunge::app {

using base::Result;
using namespace Qt::StringLiterals;

namespace {

const QString lockSuffix = u".lock"_s;

/// Removes the work folders whose process is gone: a crash must not leave text from files behind.
void removeAbandoned(const QString &work)
{
    const QDir folder(work);
    for (const QString &name :
         folder.entryList({u"*"_s + lockSuffix}, QDir::Files | QDir::Hidden)) {
        QLockFile lock(folder.filePath(name));
        lock.setStaleLockTime(0);   // decided by whether the process lives, never by time
        if (lock.tryLock(0)) {
            QDir(folder.filePath(name.chopped(lockSuffix.size()))).removeRecursively();
        }
    }
}

}   // namespace

Result<std::unique_ptr<Composition>> Composition::make(Profile profile)
{
    if (auto made = makeFolders(profile); !made) {
        return tl::unexpected(made.error());
    }
    auto analyzer = detect::builtinAnalyzer();
    if (!analyzer) {
        return tl::unexpected(analyzer.error());
    }
    return std::unique_ptr<Composition>(new Composition(std::move(profile), std::move(*analyzer)));
}

Composition::Composition(Profile profile, std::unique_ptr<detect::Analyzer> analyzer)
    : m_profile(std::move(profile))
    , m_formats(formats::builtinFormats(
          formats::legacy::makeSandboxedOffice(formats::legacy::OfficePrograms::find())))
    , m_analyzer(std::move(analyzer))
    , m_leakCheck(m_formats)
    , m_scrubber(m_formats, m_leakCheck)
    , m_exporter(m_scrubber, *m_analyzer, QStringLiteral(EXPUNGE_VERSION))
    , m_keys(m_profile.keys, m_profile.isolated ? nullptr : manifest::makeDesktopKeychain())
    , m_sessionKeys(review::makeFileSessionKeys(m_profile.sessionKeys))
{
}

Composition::~Composition()
{
    if (!m_workFolder.isEmpty()) {
        QDir(m_workFolder).removeRecursively();
    }
}

Result<queue::SubmissionQueue *> Composition::queue()
{
    if (!m_queue) {
        auto opened = queue::SubmissionQueue::open(m_profile.queue);
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        m_queue = std::move(*opened);
    }
    return m_queue.get();
}

Result<QString> Composition::workFolder()
{
    if (!m_workFolder.isEmpty()) {
        return m_workFolder;
    }
    removeAbandoned(m_profile.work);
    const QString folder = m_profile.work + u'/' + base::newUuid();
    m_workLock = std::make_unique<QLockFile>(folder + lockSuffix);
    m_workLock->setStaleLockTime(0);
    if (!m_workLock->tryLock(0)) {
        return base::failure(base::ErrorCode::OutputUnwritable, folder);
    }
    if (auto made = base::makePrivateFolder(folder); !made) {
        return tl::unexpected(made.error());
    }
    m_workFolder = folder;
    return m_workFolder;
}

}   // namespace expunge::app
