// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::formats::ooxml {

/// What one package may hold before it is refused. What headers claim is enough to refuse it, and
/// more than they claim is never inflated.
struct PackageLimits
{
    qint64 entries = 20'000;
    qint64 entryBytes = qint64{1} << 30;
    qint64 totalBytes = qint64{4} << 30;
    qint64 ratio = 200;                          // inflated : compressed …
    qint64 ratioFrom = qint64{10} << 20;         // … looked at only from this size on
    qint64 totalRatioFrom = qint64{100} << 20;   // … of all entries together, from here on
    qsizetype nameBytes = 4096;
};

/// One entry of a zip's central directory (APPNOTE 4.3.12).
struct ZipEntryInfo
{
    QByteArray rawName;
    QString name;   // decoded, with "/" for "\"
    quint16 method = 0;
    bool encrypted = false;
    quint64 compressedSize = 0;
    quint64 size = 0;
};

/// A zip as its own records describe it, read without trusting them.
struct ZipDirectory
{
    QByteArray archive;   // what the records speak of: without foreign bytes before and after
    std::vector<ZipEntryInfo> entries;
    int traces = 0;   // comments, extra fields, times other than 1980-01-01, bytes without owner,
                      // headers that disagree
};

/// Damaged (not a zip, cut off, inconsistent, compressed in an unknown way), Encrypted,
/// UnsafeEntry, ExpansionLimit (too many entries).
base::Result<ZipDirectory> readZipDirectory(const QByteArray &zip, const QString &path,
                                            const PackageLimits &limits);

/// Whether a zip has an entry whose name begins so. Zips that are stored inside of it,
/// uncompressed, are not looked at.
bool listsEntry(const QByteArray &zip, QByteArrayView start);

/// Whether bytes may be a zip: they begin like one, or they end like one and have foreign bytes in
/// front.
bool mayBeZip(const QByteArray &bytes);

/// The form in which two names of one part are equal: percent encoding undone, Unicode form C, case
/// folded.
QString partKey(const QString &name);

}   // namespace expunge::formats::ooxml
