// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::formats::ooxml {

/// Reads the streams of a compound file ([MS-CFB]), without trusting its tables.
class CompoundReader
{
public:
    /// `bytes` must live as long as this.
    explicit CompoundReader(const QByteArray &bytes);

    bool hasStreams() const;
    bool holds(const QString &name) const { return find(name) != nullptr; }   // in lower case
    bool holdsStart(const QString &start) const;

    /// The first sector of a stream; empty if there is no such stream.
    QByteArray beginning(const QString &name) const;

    /// All of a stream; empty if there is no such stream, or it is cut off.
    QByteArray stream(const QString &name) const;

private:
    /// One stream or storage.
    struct Entry
    {
        QString name;   // lower case
        bool root = false;
        quint32 firstSector = 0;
        quint32 size = 0;
    };

    static Entry entryAt(const QByteArray &bytes, qsizetype at);
    void readTables();
    const Entry *find(const QString &name) const;
    QByteArray sector(quint32 number) const;
    quint32 next(quint32 number) const;
    QByteArray chain(quint32 first, quint64 size) const;
    QByteArray smallChain(quint32 first, quint64 size) const;

    const QByteArray &m_bytes;
    std::vector<Entry> m_entries;
    Entry m_root;
    std::vector<quint32> m_tables;   // sectors of the allocation table
    int m_sectorShift = 9;
};

quint16 read16(const QByteArray &bytes, qsizetype at);   // little-endian
quint32 read32(const QByteArray &bytes, qsizetype at);

}   // namespace expunge::formats::ooxml
