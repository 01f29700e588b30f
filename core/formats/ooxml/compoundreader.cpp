// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundreader.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>

namespace expunge::formats::ooxml {

namespace {

constexpr qsizetype directoryEntrySize = 128;   // [MS-CFB] 2.6.1
constexpr qsizetype headerSize = 512;           // 2.2
constexpr quint32 lastRegularSector = 0xfffffffa;
constexpr quint32 noSector = 0xffffffff;
constexpr quint32 smallStream = 4096;   // shorter ones are in the root's stream (2.2)
constexpr int smallSectorShift = 6;
constexpr quint32 tablesInHeader = 109;

}   // namespace

quint16 read16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

quint32 read32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

/// The entry that stands in these 128 bytes; without a name if they are none.
CompoundReader::Entry CompoundReader::entryAt(const QByteArray &bytes, qsizetype at)
{
    const quint16 length = read16(bytes, at + 64);
    const auto type = static_cast<uchar>(bytes[at + 66]);
    const bool plausible =
        length >= 4 && length <= 64 && length % 2 == 0 && (type == 1 || type == 2 || type == 5);
    if (!plausible || bytes[at + length - 2] != 0 || bytes[at + length - 1] != 0) {
        return {};
    }
    QStringDecoder decoder(QStringDecoder::Utf16LE);
    const QString name = decoder.decode(QByteArrayView(bytes).sliced(at, length - 2));
    return {name.toLower(), type == 5, read32(bytes, at + 116), read32(bytes, at + 120)};
}

CompoundReader::CompoundReader(const QByteArray &bytes)
    : m_bytes(bytes)
{
    const quint16 shift = bytes.size() >= headerSize ? read16(bytes, 30) : 0;
    m_sectorShift = shift == 12 ? 12 : 9;   // 2.2: the two sizes that there are
    // Sectors are aligned to 512 bytes or more, so every entry stands at a multiple of 128,
    // wherever the directory is.
    for (qsizetype at = headerSize; at + directoryEntrySize <= bytes.size();
         at += directoryEntrySize) {
        Entry entry = entryAt(bytes, at);
        if (!entry.name.isEmpty()) {
            m_entries.push_back(std::move(entry));
        }
    }
    readTables();
}

/// 2.2 and 2.5: the header names the first sectors of the table, a chain of its own the others;
/// the directory begins with the root.
void CompoundReader::readTables()
{
    if (m_bytes.size() < headerSize) {
        return;
    }
    for (quint32 i = 0; i < tablesInHeader; ++i) {
        m_tables.push_back(read32(m_bytes, 76 + 4 * qsizetype{i}));
    }
    m_root.firstSector = noSector;
    if (const QByteArray top = sector(read32(m_bytes, 48)); top.size() >= directoryEntrySize) {
        m_root = entryAt(top, 0);
    }
    const qsizetype sectors = m_bytes.size() >> m_sectorShift;
    quint32 more = read32(m_bytes, 68);
    for (qsizetype seen = 0; seen < sectors && more <= lastRegularSector; ++seen) {
        const QByteArray names = sector(more);
        if (names.size() != qsizetype{1} << m_sectorShift) {
            return;
        }
        for (qsizetype at = 0; at + 8 <= names.size(); at += 4) {
            m_tables.push_back(read32(names, at));
        }
        more = read32(names, names.size() - 4);
    }
}

bool CompoundReader::hasStreams() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const Entry &entry) { return !entry.root; });
}

bool CompoundReader::holdsStart(const QString &start) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry &entry) { return entry.name.startsWith(start); });
}

QByteArray CompoundReader::beginning(const QString &name) const
{
    const Entry *entry = find(name);
    if (entry == nullptr) {
        return {};
    }
    if (entry->size >= smallStream) {
        return sector(entry->firstSector);
    }
    const quint64 offset = quint64{entry->firstSector} << smallSectorShift;
    quint32 number = m_root.firstSector;
    for (quint64 steps = offset >> m_sectorShift; steps > 0 && number != noSector; --steps) {
        number = next(number);
    }
    return sector(number).mid(static_cast<qsizetype>(offset & ((quint64{1} << m_sectorShift) - 1)),
                              qsizetype{1} << smallSectorShift);
}

QByteArray CompoundReader::stream(const QString &name) const
{
    const Entry *entry = find(name);
    if (entry == nullptr || entry->size > static_cast<quint64>(m_bytes.size())) {
        return {};
    }
    return entry->size >= smallStream ? chain(entry->firstSector, entry->size)
                                      : smallChain(entry->firstSector, entry->size);
}

const CompoundReader::Entry *CompoundReader::find(const QString &name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.name == name; });
    return found == m_entries.end() ? nullptr : &*found;
}

QByteArray CompoundReader::sector(quint32 number) const
{
    const quint64 at = (quint64{number} + 1) << m_sectorShift;
    if (number > lastRegularSector || at >= static_cast<quint64>(m_bytes.size())) {
        return {};
    }
    return m_bytes.mid(static_cast<qsizetype>(at), qsizetype{1} << m_sectorShift);
}

/// The sector behind another one in its chain (2.3).
quint32 CompoundReader::next(quint32 number) const
{
    const quint32 perSector = (1U << m_sectorShift) / 4;
    const quint32 table = number / perSector;
    const QByteArray links = table < m_tables.size() ? sector(m_tables[table]) : QByteArray();
    const qsizetype at = 4 * qsizetype{number % perSector};
    return number > lastRegularSector || at + 4 > links.size() ? noSector : read32(links, at);
}

QByteArray CompoundReader::chain(quint32 first, quint64 size) const
{
    QByteArray bytes;
    for (quint32 number = first; static_cast<quint64>(bytes.size()) < size; number = next(number)) {
        const QByteArray piece = sector(number);
        if (piece.isEmpty()) {
            return {};
        }
        bytes += piece;
    }
    return bytes.left(static_cast<qsizetype>(size));
}

/// Small streams stand in the root's stream, with a table of their own (2.4).
QByteArray CompoundReader::smallChain(quint32 first, quint64 size) const
{
    if (m_root.size > static_cast<quint64>(m_bytes.size())) {
        return {};
    }
    const QByteArray container = chain(m_root.firstSector, m_root.size);
    const QByteArray links =
        chain(read32(m_bytes, 60), quint64{read32(m_bytes, 64)} << m_sectorShift);
    QByteArray bytes;
    quint32 number = first;
    while (static_cast<quint64>(bytes.size()) < size) {
        const qsizetype at = qsizetype{number} << smallSectorShift;
        const qsizetype link = 4 * qsizetype{number};
        if (at >= container.size()) {
            return {};
        }
        bytes += container.mid(at, qsizetype{1} << smallSectorShift);
        number = link + 4 <= links.size() ? read32(links, link) : noSector;
    }
    return bytes.left(static_cast<qsizetype>(size));
}

}   // namespace expunge::formats::ooxml
