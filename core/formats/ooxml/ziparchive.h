// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/formats/ooxml/zipdirectory.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::formats::ooxml {

/// One entry of a zip, inflated.
struct ZipEntryBytes
{
    QString name;
    QByteArray bytes;
};

/// All that a zip holds, in the order of its directory.
struct ZipContents
{
    std::vector<ZipEntryBytes> entries;
    int traces = 0;   // see ZipDirectory
};

/// Inflates all entries within the limits. The errors of readZipDirectory, and DuplicateEntry
/// (exact, by case, by percent encoding or Unicode form), ExpansionLimit, Cancelled.
base::Result<ZipContents> readZipContents(const QByteArray &zip, const QString &path,
                                          const base::JobContext &job, const PackageLimits &limits);

/// One entry of a zip that is to be written.
struct ZipOutput
{
    QByteArray name;
    QByteArray bytes;
    bool stored = false;   // never compressed, whatever would help
};

/// Writes a zip, the same bytes for the same content: entries in the order given, times 1980-01-01,
/// no extra fields, no comments, deflate level 4, stored when smaller. Cancelled or Internal.
base::Result<QByteArray> writeZip(const std::vector<ZipOutput> &entries,
                                  const base::JobContext &job);

}   // namespace expunge::formats::ooxml
