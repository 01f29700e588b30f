// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile.h"
#include "core/detect/analyzer.h"
#include "core/formats/formatregistry.h"
#include "core/manifest/keystore.h"
#include "core/queue/exporter.h"
#include "core/queue/submissionqueue.h"
#include "core/review/journal.h"
#include "core/scrub/leakcheck.h"
#include "core/scrub/scrubber.h"

#include <QLockFile>

#include <memory>

namespace expunge::app {

/// Makes and owns everything concrete; the one place that knows all types. Both programs begin
/// here.
class Composition
{
public:
    static base::Result<std::unique_ptr<Composition>> make(Profile profile);
    ~Composition();
    Composition(const Composition &) = delete;
    Composition &operator=(const Composition &) = delete;

    const Profile &profile() const { return m_profile; }
    const formats::FormatRegistry &formats() const { return m_formats; }
    const detect::Analyzer &analyzer() const { return *m_analyzer; }
    const scrub::LeakCheck &leakCheck() const { return m_leakCheck; }
    const scrub::Scrubber &scrubber() const { return m_scrubber; }
    const queue::Exporter &exporter() const { return m_exporter; }
    manifest::KeyStore &keys() { return m_keys; }
    review::SessionKeys &sessionKeys() { return *m_sessionKeys; }

    /// The queue, opened when it is first asked for.
    base::Result<queue::SubmissionQueue *> queue();

    /// A private folder of this process for temporary files; what processes that are gone left
    /// behind is removed first.
    base::Result<QString> workFolder();

private:
    Composition(Profile profile, std::unique_ptr<detect::Analyzer> analyzer);

    Profile m_profile;
    formats::FormatRegistry m_formats;
    std::unique_ptr<detect::Analyzer> m_analyzer;
    scrub::LeakCheck m_leakCheck;
    scrub::Scrubber m_scrubber;
    queue::Exporter m_exporter;
    manifest::KeyStore m_keys;
    std::unique_ptr<review::SessionKeys> m_sessionKeys;
    std::unique_ptr<queue::SubmissionQueue> m_queue;
    std::unique_ptr<QLockFile> m_workLock;
    QString m_workFolder;
};

}   // namespace expunge::app
