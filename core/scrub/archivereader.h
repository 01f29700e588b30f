// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace expunge::scrub {

/// How much may still be unpacked; shared by everything that one check reads.
struct ReadBudget
{
    qint64 bytes = qint64{2} << 30;
    int entries = 100'000;
};

/// One entry of an archive, unpacked.
struct ArchiveEntry
{
    QString name;
    QByteArray data;
};

/// Bytes of an archive that are no entry's content: comments, extra fields, gaps.
struct LooseBytes
{
    QString where;   // "comment", "extra field of word/document.xml", "bytes that no entry owns"
    QByteArray data;
};

/// What a zip file (PKWARE APPNOTE 6.3) holds, down to the last byte.
struct Archive
{
    std::vector<ArchiveEntry> entries;
    std::vector<LooseBytes> loose;
    std::vector<QString>
        unreadable;   // entry names, or "directory": what could not be read for certain
};

/// Reads a zip file from its bytes with no code in common with the one that writes them. Nothing if
/// it has no end record.
std::optional<Archive> readArchive(const QByteArray &bytes, ReadBudget &budget);

/// Inflates a gzip member (RFC 1952); nothing if it is none, is damaged, or the budget is spent.
std::optional<QByteArray> inflateGzip(const QByteArray &bytes, ReadBudget &budget);

}   // namespace expunge::scrub
