// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/compoundbuilder.h"

#include <QtEndian>

namespace expunge::testing {

namespace {

constexpr qsizetype sectorSize = 512;
constexpr qsizetype smallSize = 64;
constexpr qsizetype smallStream = 4096;
constexpr quint32 endOfChain = 0xfffffffe;
constexpr quint32 tableSector = 0xfffffffd;
constexpr quint32 freeSector = 0xffffffff;

void put16(QByteArray &bytes, qsizetype at, quint16 value)
{
    qToLittleEndian(value, bytes.data() + at);
}

void put32(QByteArray &bytes, qsizetype at, quint32 value)
{
    qToLittleEndian(value, bytes.data() + at);
}

QByteArray padded(QByteArray bytes, qsizetype unit)
{
    const qsizetype over = bytes.size() % unit;
    return over == 0 ? bytes : bytes + QByteArray(unit - over, 0);
}

/// The sectors behind the header and the table that chains them.
class Sectors
{
public:
    Sectors() { m_links.push_back(tableSector); }

    quint32 add(const QByteArray &bytes)
    {
        if (bytes.isEmpty()) {
            return endOfChain;
        }
        const auto first = static_cast<quint32>(m_links.size());
        m_bytes += padded(bytes, sectorSize);
        const auto last = static_cast<quint32>(m_bytes.size() / sectorSize);
        for (quint32 sector = first; sector < last; ++sector) {
            m_links.push_back(sector + 1);
        }
        m_links.push_back(endOfChain);
        return first;
    }

    QByteArray build() const
    {
        QByteArray table(sectorSize, '\xff');
        for (size_t i = 0; i < m_links.size(); ++i) {
            put32(table, static_cast<qsizetype>(i) * 4, m_links[i]);
        }
        return table + m_bytes;
    }

private:
    std::vector<quint32> m_links;
    QByteArray m_bytes;
};

/// [MS-CFB] 2.6.1; the entries are chained by their right siblings, which is legal if slow.
QByteArray directoryEntry(const QString &name, uchar type, quint32 first, qsizetype size,
                          quint32 right, quint32 child)
{
    QByteArray entry(128, 0);
    for (qsizetype i = 0; i < name.size(); ++i) {
        put16(entry, i * 2, name[i].unicode());
    }
    put16(entry, 64, static_cast<quint16>(name.size() * 2 + 2));
    entry[66] = static_cast<char>(type);
    entry[67] = 1;
    put32(entry, 68, freeSector);
    put32(entry, 72, right);
    put32(entry, 76, child);
    put32(entry, 116, first);
    put32(entry, 120, static_cast<quint32>(size));
    return entry;
}

/// [MS-CFB] 2.2
QByteArray header(quint32 directory, quint32 smallTable)
{
    QByteArray bytes = QByteArray::fromHex("D0CF11E0A1B11AE1").leftJustified(sectorSize, 0);
    put16(bytes, 24, 0x3e);
    put16(bytes, 26, 3);
    put16(bytes, 28, 0xfffe);
    put16(bytes, 30, 9);
    put16(bytes, 32, 6);
    put32(bytes, 44, 1);   // sectors of the table
    put32(bytes, 48, directory);
    put32(bytes, 56, smallStream);
    put32(bytes, 60, smallTable);
    put32(bytes, 64, smallTable == endOfChain ? 0 : 1);
    put32(bytes, 68, endOfChain);
    for (qsizetype at = 80; at < sectorSize; at += 4) {
        put32(bytes, at, freeSector);
    }
    return bytes;
}

}   // namespace

CompoundBuilder &CompoundBuilder::stream(const QString &name, const QByteArray &content)
{
    m_streams.push_back({name, content});
    return *this;
}

QByteArray CompoundBuilder::build() const
{
    Sectors sectors;
    QByteArray small;
    QByteArray smallLinks(sectorSize, '\xff');
    QByteArray entries;
    for (size_t i = 0; i < m_streams.size(); ++i) {
        const QByteArray &content = m_streams[i].content;
        quint32 first = 0;
        if (content.size() >= smallStream) {
            first = sectors.add(content);
        } else {
            first = static_cast<quint32>(small.size() / smallSize);
            small += padded(content.isEmpty() ? QByteArray(1, 0) : content, smallSize);
            for (quint32 at = first; at < static_cast<quint32>(small.size() / smallSize); ++at) {
                const bool last = at + 1 == static_cast<quint32>(small.size() / smallSize);
                put32(smallLinks, qsizetype{at} * 4, last ? endOfChain : at + 1);
            }
        }
        const auto next = static_cast<quint32>(i + 2);
        entries += directoryEntry(m_streams[i].name, 2, first, content.size(),
                                  i + 1 < m_streams.size() ? next : freeSector, freeSector);
    }
    const quint32 root = sectors.add(small);
    const QByteArray top = directoryEntry(QStringLiteral("Root Entry"), 5, root, small.size(),
                                          freeSector, m_streams.empty() ? freeSector : 1);
    const quint32 directory = sectors.add(top + entries);
    const quint32 smallTable = small.isEmpty() ? endOfChain : sectors.add(smallLinks);
    QByteArray bytes = header(directory, smallTable);
    put32(bytes, 76, 0);   // the table is the first sector
    return bytes + sectors.build();
}

}   // namespace expunge::testing
