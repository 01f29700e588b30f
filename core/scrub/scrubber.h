// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scrub/leakcheck.h"

namespace expunge::scrub {

/// A scrubbed file that passed its leak check.
struct Scrubbed
{
    QString path;   // where it was written
    QString name;   // "file-001.docx"
    QString mediaType;
    QString sha256;   // of the bytes on disk, read back
    qint64 bytes = 0;
    document::Applied applied;
    LeakReport report;
};

/// Where a scrubbed file goes.
struct Destination
{
    QString folder;
    QString stem;   // "file-001" or a scrubbed original name; the suffix is the format's
};

/// Writes scrubbed files that were shown to hold nothing that was accepted.
class Scrubber
{
public:
    Scrubber(const formats::FormatRegistry &registry, const LeakCheck &check);

    /// Applies the plan, writes to a private temporary file in the destination, reads it back,
    /// checks it, and gives it its name. ResidueFound (location: the input, detail: where) if
    /// anything is left, OutputExists, OutputUnwritable, DiskFull, Cancelled; in all these cases
    /// nothing is left behind.
    base::Result<Scrubbed> scrub(const Expectation &work, const Destination &destination,
                                 const base::JobContext &job) const;

    /// The scrubbed document in memory, opened again from its bytes: what the right pane shows. Not
    /// leak-checked.
    base::Result<std::shared_ptr<const document::Document>>
    preview(const document::Document &original, const document::RedactionPlan &plan,
            const base::JobContext &job) const;

private:
    const formats::FormatRegistry &m_registry;
    const LeakCheck &m_check;
};

/// The first of stem "file-001", "file-002" … from `from` on that has no file of any suffix in
/// `folder`.
int nextFreeNumber(const QString &folder, int from);

}   // namespace expunge::scrub
