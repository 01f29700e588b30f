// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/submissionqueue.h"

#include "core/base/digest.h"
#include "core/base/fileio.h"
#include "core/queue/blobstore.h"
#include "core/queue/records.h"
#include "core/queue/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace expunge::queue {

/// The open connection and store.
struct SubmissionQueue::State
{
    Database database;
    BlobStore blobs;
    qint64 seenVersion = 0;   // of PRAGMA data_version
};

namespace {

/// Keeps the bytes of a submission in the store.
base::Result<> keepBlobs(BlobStore &blobs, const NewSubmission &submission,
                         const Admitted &admitted)
{
    for (const QByteArray &bytes : admitted.outputs) {
        const base::Result<QString> kept = blobs.put(bytes);
        if (!kept) {
            return tl::unexpected(kept.error());
        }
    }
    return blobs.put(submission.manifest).map([](const QString &) {});
}

bool hasAllBlobs(const BlobStore &blobs, const Admitted &admitted)
{
    return blobs.contains(admitted.manifestSha256)
           && std::all_of(
               admitted.manifest.files.begin(), admitted.manifest.files.end(),
               [&](const manifest::SubjectFile &file) { return blobs.contains(file.sha256); });
}

/// Writes the files of an entry to a folder and says which; those that are written when one fails
/// are removed by the caller.
base::Result<> copyOut(const BlobStore &blobs, const QueueEntry &entry, const QString &folder,
                       QStringList &written)
{
    for (const QueuedFile &file : entry.files) {
        const base::Result<QByteArray> bytes = blobs.get(file.sha256);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        const QString path = folder + u'/' + file.name;
        base::Result<> done = base::writeFileDurably(path, *bytes, base::Existing::Refuse);
        if (!done) {
            return done;
        }
        written += path;
    }
    return {};
}

/// Checks the rows of an entry against its signed manifest: names and digests must be what was
/// signed.
base::Result<> checkAgainstManifest(const BlobStore &blobs, const QueueEntry &entry)
{
    const auto damaged = base::failure(base::ErrorCode::QueueDamaged, entry.id,
                                       u"its files are not those of its manifest"_s);
    const base::Result<QByteArray> json = blobs.get(entry.manifestSha256);
    if (!json) {
        return tl::unexpected(json.error());
    }
    std::map<QString, QString> queued;
    for (const QueuedFile &file : entry.files) {
        if (file.role == QueuedFile::Role::Output) {
            queued.emplace(file.name, file.sha256);
        } else if (file.role == QueuedFile::Role::Manifest && file.sha256 != entry.manifestSha256) {
            return damaged;
        }
    }
    const base::Result<std::vector<manifest::SubjectFile>> files = manifest::filesOfManifest(*json);
    if (!files) {
        return tl::unexpected(files.error());
    }
    std::map<QString, QString> promised;
    for (const manifest::SubjectFile &file : *files) {
        promised.emplace(file.name, file.sha256);
    }
    return queued == promised ? base::Result<>() : damaged;
}

}   // namespace

SubmissionQueue::SubmissionQueue(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
SubmissionQueue::~SubmissionQueue() = default;

base::Result<std::unique_ptr<SubmissionQueue>> SubmissionQueue::open(const QString &folder)
{
    const base::Result<> made = base::makePrivateFolder(folder);
    if (!made) {
        return tl::unexpected(made.error());
    }
    const QString path = folder + "/queue.sqlite"_L1;
    BlobStore blobs(folder + "/blobs"_L1);
    // The tables are there before the first file is, so files without tables are a loss and no new
    // queue.
    const WhenEmpty whenEmpty = blobs.isEmpty() ? WhenEmpty::Make : WhenEmpty::Refuse;
    if (whenEmpty == WhenEmpty::Refuse && !QFileInfo::exists(path)) {
        return base::failure(base::ErrorCode::QueueDamaged, path, u"it is gone"_s);
    }
    base::Result<Database> database = Database::open(path);
    if (!database) {
        return tl::unexpected(database.error());
    }
    const base::Result<> ready =
        prepareSchema(*database, whenEmpty).and_then([&] { return base::syncFolder(folder); });
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    auto state = std::make_unique<State>(State{*std::move(database), std::move(blobs), 0});
    auto queue = std::unique_ptr<SubmissionQueue>(new SubmissionQueue(std::move(state)));
    queue->removeOrphans();
    queue->changedElsewhere();
    return queue;
}

void SubmissionQueue::removeOrphans()
{
    // Within a write transaction, so that no other process adds a row for a file that is looked at.
    // That it cannot be done now (another process writes) is no reason not to open the queue.
    const base::Result<Transaction> transaction = Transaction::begin(m_state->database);
    const base::Result<QSet<QString>> digests = referencedBlobs(m_state->database);
    if (transaction && digests) {
        m_state->blobs.removeOrphans(*digests);
    }
}

base::Result<QueueEntry> SubmissionQueue::enqueue(const NewSubmission &submission,
                                                  const QByteArray &publicKey)
{
    base::Result<Admitted> admitted = checkManifest(submission, publicKey);
    if (!admitted) {
        return tl::unexpected(admitted.error());
    }
    const base::Result<QString> known = idOfManifest(m_state->database, admitted->manifestSha256);
    if (!known || !known->isEmpty()) {
        return known ? show(*known) : tl::unexpected(known.error());
    }
    const base::Result<> kept = readOutputs(submission, *admitted).and_then([&] {
        return keepBlobs(m_state->blobs, submission, *admitted);
    });
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    const base::Result<> added = addRows(*admitted, submission);
    if (!added) {
        return tl::unexpected(added.error());
    }
    Q_EMIT changed();
    return show(submission.id);
}

base::Result<> SubmissionQueue::addRows(const Admitted &admitted, const NewSubmission &submission)
{
    base::Result<Transaction> transaction = Transaction::begin(m_state->database);
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    // Another process may have queued the same manifest, or swept away a file that was an old
    // orphan before put() saw it.
    const base::Result<QString> known = idOfManifest(m_state->database, admitted.manifestSha256);
    if (!known || !known->isEmpty()) {
        return known ? base::Result<>() : tl::unexpected(known.error());
    }
    if (!hasAllBlobs(m_state->blobs, admitted)) {
        base::Result<> again = keepBlobs(m_state->blobs, submission, admitted);
        if (!again) {
            return again;
        }
    }
    return insertSubmission(m_state->database, admitted, submission.manifest.size()).and_then([&] {
        return transaction->commit();
    });
}

base::Result<std::vector<QueueEntry>> SubmissionQueue::list() const
{
    return readEntries(m_state->database);
}

base::Result<QueueEntry> SubmissionQueue::show(const QString &id) const
{
    const base::Result<QString> whole = wholeId(m_state->database, id);
    if (!whole) {
        return tl::unexpected(whole.error());
    }
    base::Result<std::vector<QueueEntry>> entries = readEntries(m_state->database, *whole);
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    if (entries->empty()) {
        return base::failure(base::ErrorCode::NoSuchSubmission, id);
    }
    return std::move(entries->front());
}

base::Result<std::vector<QueueEvent>> SubmissionQueue::events(const QString &id) const
{
    return wholeId(m_state->database, id).and_then([&](const QString &whole) {
        return readEvents(m_state->database, whole);
    });
}

base::Result<> SubmissionQueue::withdraw(const QString &id)
{
    base::Result<Transaction> transaction = Transaction::begin(m_state->database);
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    const base::Result<QueueEntry> entry = show(id);
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    if (entry->state == SubmissionState::Withdrawn) {
        return {};
    }
    // While a delivery runs nobody knows whether the other side has it already; the delivery ends
    // that itself.
    if (entry->state == SubmissionState::Uploading) {
        return base::failure(base::ErrorCode::QueueRefused, entry->id, u"it is being delivered"_s);
    }
    base::Result<> done =
        changeState(m_state->database, entry->id, SubmissionState::Withdrawn).and_then([&] {
            return transaction->commit();
        });
    if (done) {
        Q_EMIT changed();
    }
    return done;
}

base::Result<> SubmissionQueue::exportTo(const QString &id, const QString &folder) const
{
    const base::Result<QueueEntry> entry = show(id);
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    base::Result<> sound = checkAgainstManifest(m_state->blobs, *entry);
    if (!sound) {
        return sound;
    }
    if (!QDir().mkpath(folder)) {
        return base::failure(base::ErrorCode::OutputUnwritable, folder);
    }
    QStringList written;
    base::Result<> done = copyOut(m_state->blobs, *entry, folder, written);
    if (!done) {
        for (const QString &path : written) {
            QFile::remove(path);
        }
    }
    return done;
}

base::Result<SubmissionQueue::Chain> SubmissionQueue::chain(const QString &keyId) const
{
    return readChain(m_state->database, keyId);
}

bool SubmissionQueue::changedElsewhere()
{
    const base::Result<qint64> version = m_state->database.number("PRAGMA data_version");
    if (!version) {
        return false;
    }
    return std::exchange(m_state->seenVersion, *version) != *version;
}

}   // namespace expunge::queue
