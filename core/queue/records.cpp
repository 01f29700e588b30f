// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/records.h"

#include "core/queue/query.h"

#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace expunge::queue {

namespace {

constexpr std::array allStates{
    SubmissionState::Staging,   SubmissionState::Ready,           SubmissionState::Uploading,
    SubmissionState::Delivered, SubmissionState::RetryWait,       SubmissionState::Failed,
    SubmissionState::Withdrawn, SubmissionState::RecallRequested, SubmissionState::Recalled};

// The manifest's name in the store of a submission, and in a folder that it is exported to.
constexpr QLatin1String manifestName("manifest.json");

SubmissionState stateFromName(const QString &name)
{
    // The table's CHECK lets no other word in.
    const auto *const found =
        std::find_if(allStates.begin(), allStates.end(),
                     [&](SubmissionState state) { return stateName(state) == name; });
    return found == allStates.end() ? SubmissionState::Failed : *found;
}

QString roleName(QueuedFile::Role role)
{
    switch (role) {
    case QueuedFile::Role::Manifest:
        return u"manifest"_s;
    case QueuedFile::Role::Output:
        return u"output"_s;
    case QueuedFile::Role::Task:
        return u"task"_s;
    }
    Q_UNREACHABLE();
}

QueuedFile::Role roleFromName(const QString &name)
{
    if (name == "manifest"_L1) {
        return QueuedFile::Role::Manifest;
    }
    return name == "task"_L1 ? QueuedFile::Role::Task : QueuedFile::Role::Output;
}

QDateTime timeOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

std::vector<QueuedFile> filesOf(const Admitted &admitted, qint64 manifestBytes)
{
    std::vector<QueuedFile> files{
        {QueuedFile::Role::Manifest, manifestName, admitted.manifestSha256, manifestBytes}};
    for (const manifest::SubjectFile &file : admitted.manifest.files) {
        files.push_back({QueuedFile::Role::Output, file.name, file.sha256, file.bytes});
    }
    return files;
}

base::Result<> insertFiles(Database &database, const QString &id,
                           const std::vector<QueuedFile> &files)
{
    qint64 order = 0;
    for (const QueuedFile &file : files) {
        Query query(database, "INSERT INTO artifact(submission_id, ord, role, sha256, bytes, name) "
                              "VALUES(?, ?, ?, ?, ?, ?)");
        query.bind(id).bind(order++).bind(roleName(file.role)).bind(file.sha256);
        base::Result<> done = query.bind(file.bytes).bind(file.name).run();
        if (!done) {
            return done;
        }
    }
    return {};
}

/// Moves the chain of a key on to a new manifest, which must name the last one.
base::Result<> extendChain(Database &database, const Admitted &admitted)
{
    const manifest::Verification &manifest = admitted.manifest;
    const base::Result<SubmissionQueue::Chain> last = readChain(database, manifest.keyId);
    if (!last) {
        return tl::unexpected(last.error());
    }
    if (manifest.chainSequence != last->sequence + 1
        || manifest.previousManifestSha256 != last->lastManifestSha256) {
        return base::failure(base::ErrorCode::QueueRefused, {}, chainMoved);
    }
    Query query(database,
                "INSERT INTO chain(key_id, sequence, last_manifest_sha256) VALUES(?, 1, ?)");
    Query step(database, "UPDATE chain SET sequence = sequence + 1, last_manifest_sha256 = ?2 "
                         "WHERE key_id = ?1");
    Query &chosen = last->sequence == 0 ? query : step;
    return chosen.bind(manifest.keyId).bind(admitted.manifestSha256).run();
}

}   // namespace

QString stateName(SubmissionState state)
{
    switch (state) {
    case SubmissionState::Staging:
        return u"staging"_s;
    case SubmissionState::Ready:
        return u"ready"_s;
    case SubmissionState::Uploading:
        return u"uploading"_s;
    case SubmissionState::Delivered:
        return u"delivered"_s;
    case SubmissionState::RetryWait:
        return u"retry_wait"_s;
    case SubmissionState::Failed:
        return u"failed"_s;
    case SubmissionState::Withdrawn:
        return u"withdrawn"_s;
    case SubmissionState::RecallRequested:
        return u"recall_requested"_s;
    case SubmissionState::Recalled:
        return u"recalled"_s;
    }
    Q_UNREACHABLE();
}

base::Result<> insertSubmission(Database &database, const Admitted &admitted, qint64 manifestBytes)
{
    const manifest::Verification &manifest = admitted.manifest;
    const std::vector<QueuedFile> files = filesOf(admitted, manifestBytes);
    qint64 bytes = 0;
    for (const QueuedFile &file : files) {
        bytes += file.bytes;
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    Query query(database,
                "INSERT INTO submission(id, state, manifest_sha256, key_id, chain_sequence, "
                "total_bytes, redactions, created_ms, updated_ms) "
                "VALUES(?, 'staging', ?, ?, ?, ?, ?, ?, ?)");
    query.bind(manifest.submissionId).bind(admitted.manifestSha256).bind(manifest.keyId);
    query.bind(qint64{manifest.chainSequence}).bind(bytes).bind(qint64{manifest.redactions});
    return query.bind(now)
        .bind(now)
        .run()
        .and_then([&] { return insertFiles(database, manifest.submissionId, files); })
        .and_then([&] { return extendChain(database, admitted); })
        .and_then(
            [&] { return changeState(database, manifest.submissionId, SubmissionState::Ready); });
}

base::Result<> changeState(Database &database, const QString &id, SubmissionState to)
{
    Query query(database, "UPDATE submission SET state = ?2, rev = rev + 1, updated_ms = ?3, "
                          "lease_owner = NULL, lease_until_ms = NULL WHERE id = ?1");
    return query.bind(id).bind(stateName(to)).bind(QDateTime::currentMSecsSinceEpoch()).run();
}

base::Result<std::vector<QueueEntry>> readEntries(Database &database, const QString &id)
{
    std::vector<QueueEntry> entries;
    QHash<QString, size_t> places;
    Query query(database,
                "SELECT id, state, created_ms, updated_ms, not_before_ms, priority, total_bytes, "
                "manifest_sha256, redactions, attempt, coalesce(error_code, '') FROM submission "
                "WHERE ?1 = '' OR id = ?1 ORDER BY priority DESC, created_ms, id");
    query.bind(id);
    while (query.next()) {
        QueueEntry entry{query.text(0),
                         stateFromName(query.text(1)),
                         timeOf(query.integer(2)),
                         timeOf(query.integer(3)),
                         query.integer(4) > 0 ? timeOf(query.integer(4)) : QDateTime(),
                         static_cast<int>(query.integer(5)),
                         query.integer(6),
                         query.text(7),
                         static_cast<int>(query.integer(8)),
                         static_cast<int>(query.integer(9)),
                         query.text(10),
                         {}};
        places.insert(entry.id, entries.size());
        entries.push_back(std::move(entry));
    }
    Query files(database, "SELECT submission_id, role, name, sha256, bytes FROM artifact "
                          "WHERE ?1 = '' OR submission_id = ?1 ORDER BY submission_id, ord");
    files.bind(id);
    while (query.ok() && files.next()) {
        const auto place = places.constFind(files.text(0));
        if (place != places.constEnd()) {
            entries[*place].files.push_back(
                {roleFromName(files.text(1)), files.text(2), files.text(3), files.integer(4)});
        }
    }
    if (!query.ok() || !files.ok()) {
        return tl::unexpected(database.lastError());
    }
    return entries;
}

base::Result<QString> wholeId(Database &database, const QString &beginning)
{
    Query query(database, "SELECT id FROM submission WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2");
    query.bind(beginning);
    QStringList ids;
    while (query.next()) {
        ids += query.text(0);
    }
    if (!query.ok()) {
        return tl::unexpected(database.lastError());
    }
    if (beginning.isEmpty() || ids.size() != 1) {
        return base::failure(base::ErrorCode::NoSuchSubmission, beginning,
                             ids.size() > 1 ? u"several begin like that"_s : QString());
    }
    return ids.first();
}

base::Result<QString> idOfManifest(Database &database, const QString &manifestSha256)
{
    Query query(database, "SELECT id FROM submission WHERE manifest_sha256 = ?");
    query.bind(manifestSha256);
    const QString id = query.next() ? query.text(0) : QString();
    if (!query.ok()) {
        return tl::unexpected(database.lastError());
    }
    return id;
}

base::Result<std::vector<QueueEvent>> readEvents(Database &database, const QString &id)
{
    std::vector<QueueEvent> events;
    Query query(database, "SELECT at_ms, coalesce(from_state, ''), to_state, coalesce(code, '') "
                          "FROM event WHERE submission_id = ? ORDER BY seq");
    query.bind(id);
    while (query.next()) {
        events.push_back({timeOf(query.integer(0)), query.text(1), query.text(2), query.text(3)});
    }
    if (!query.ok()) {
        return tl::unexpected(database.lastError());
    }
    return events;
}

base::Result<SubmissionQueue::Chain> readChain(Database &database, const QString &keyId)
{
    Query query(database, "SELECT sequence, last_manifest_sha256 FROM chain WHERE key_id = ?");
    query.bind(keyId);
    SubmissionQueue::Chain chain;
    if (query.next()) {
        chain = {static_cast<int>(query.integer(0)), query.text(1)};
    }
    if (!query.ok()) {
        return tl::unexpected(database.lastError());
    }
    return chain;
}

base::Result<QSet<QString>> referencedBlobs(Database &database)
{
    QSet<QString> digests;
    Query query(database, "SELECT sha256 FROM artifact");
    while (query.next()) {
        digests.insert(query.text(0));
    }
    if (!query.ok()) {
        return tl::unexpected(database.lastError());
    }
    return digests;
}

}   // namespace expunge::queue
