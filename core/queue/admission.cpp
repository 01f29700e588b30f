// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/admission.h"

#include "core/base/digest.h"
#include "core/base/fileio.h"

using namespace Qt::StringLiterals;

namespace expunge::queue {

namespace {

constexpr qint64 outputLimit = qint64{1} << 30;

tl::unexpected<base::Error> refused(const QString &reason, const QString &location = {})
{
    return base::failure(base::ErrorCode::QueueRefused, location, reason);
}

const NewSubmission::File *fileNamed(const NewSubmission &submission, const QString &name)
{
    const auto found =
        std::find_if(submission.outputs.begin(), submission.outputs.end(),
                     [&](const NewSubmission::File &file) { return file.name == name; });
    return found == submission.outputs.end() ? nullptr : &*found;
}

}   // namespace

base::Result<Admitted> checkManifest(const NewSubmission &submission, const QByteArray &publicKey)
{
    const manifest::Verification manifest =
        manifest::verifyEnvelope(submission.manifest, publicKey);
    if (!manifest.valid) {
        return refused(manifest.problems.front());
    }
    if (!manifest.manualReview) {
        return refused(u"Nobody reviewed it."_s);
    }
    if (manifest.submissionId != submission.id) {
        return refused(u"The manifest is of another submission."_s);
    }
    if (manifest.chainSequence < 1) {
        return refused(u"The manifest has no place in the chain of its key."_s);
    }
    // As many files as subjects, whose names differ: with each subject among them, these are
    // exactly those.
    bool exact = submission.outputs.size() == manifest.files.size();
    for (const manifest::SubjectFile &subject : manifest.files) {
        const NewSubmission::File *file = fileNamed(submission, subject.name);
        exact = exact && file != nullptr && file->sha256 == subject.sha256;
    }
    if (!exact) {
        return refused(u"The files are not those of the manifest."_s);
    }
    return Admitted{manifest, base::sha256Hex(submission.manifest), {}};
}

base::Result<> readOutputs(const NewSubmission &submission, Admitted &admitted)
{
    for (const manifest::SubjectFile &subject : admitted.manifest.files) {
        const NewSubmission::File *file = fileNamed(submission, subject.name);
        base::Result<QByteArray> bytes = base::readFile(file->path, outputLimit);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        if (bytes->size() != subject.bytes || base::sha256Hex(*bytes) != subject.sha256) {
            return refused(u"A file is not the one that was signed."_s, subject.name);
        }
        admitted.outputs.push_back(*std::move(bytes));
    }
    return {};
}

}   // namespace expunge::queue
