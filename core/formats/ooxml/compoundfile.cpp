// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundfile.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <vector>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype directoryEntrySize = 128;   // [MS-CFB] 2.6.1
constexpr qsizetype headerSize = 512;           // 2.2
constexpr quint32 lastRegularSector = 0xfffffffa;
constexpr quint32 smallStream = 4096;   // shorter ones are in the root's stream (2.2)
constexpr int smallSectorShift = 6;

quint16 read16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

quint32 read32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

/// One stream or storage of a compound file.
struct DirectoryEntry
{
    QString name;   // lower case
    bool root = false;
    quint32 firstSector = 0;
    quint32 size = 0;
};

/// The entry that stands in these 128 bytes; without a name if they are none.
DirectoryEntry entryAt(const QByteArray &bytes, qsizetype at)
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

/// A compound file as far as its directory and the beginnings of its streams tell.
class CompoundFile
{
public:
    explicit CompoundFile(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        const quint16 shift = bytes.size() >= headerSize ? read16(bytes, 30) : 0;
        m_sectorShift = shift == 12 ? 12 : 9;   // 2.2: the two sizes that there are
        // Sectors are aligned to 512 bytes or more, so every entry stands at a multiple of 128,
        // wherever the directory is.
        for (qsizetype at = headerSize; at + directoryEntrySize <= bytes.size();
             at += directoryEntrySize) {
            DirectoryEntry entry = entryAt(bytes, at);
            if (!entry.name.isEmpty()) {
                m_entries.push_back(std::move(entry));
            }
        }
    }

    bool hasStreams() const
    {
        return std::any_of(m_entries.begin(), m_entries.end(),
                           [](const DirectoryEntry &entry) { return !entry.root; });
    }
    bool holds(const QString &name) const { return find(name) != nullptr; }
    bool holdsStart(const QString &start) const
    {
        return std::any_of(m_entries.begin(), m_entries.end(), [&](const DirectoryEntry &entry) {
            return entry.name.startsWith(start);
        });
    }

    /// The first sector of a stream, which is enough for what is asked of it.
    QByteArray beginning(const QString &name) const
    {
        const DirectoryEntry *entry = find(name);
        if (entry == nullptr) {
            return {};
        }
        if (entry->size >= smallStream) {
            return sector(entry->firstSector);
        }
        const QByteArray top = sector(read32(m_bytes, 48));   // the directory's first sector
        if (top.size() < directoryEntrySize) {
            return {};
        }
        const quint32 container = entryAt(top, 0).firstSector;
        const quint64 offset = quint64{entry->firstSector} << smallSectorShift;
        const QByteArray big = sector(follow(container, offset >> m_sectorShift));
        return big.mid(static_cast<qsizetype>(offset & ((quint64{1} << m_sectorShift) - 1)),
                       qsizetype{1} << smallSectorShift);
    }

private:
    const DirectoryEntry *find(const QString &name) const
    {
        const auto found =
            std::find_if(m_entries.begin(), m_entries.end(),
                         [&](const DirectoryEntry &entry) { return entry.name == name; });
        return found == m_entries.end() ? nullptr : &*found;
    }

    QByteArray sector(quint32 number) const
    {
        const quint64 at = (quint64{number} + 1) << m_sectorShift;
        if (number > lastRegularSector || at >= static_cast<quint64>(m_bytes.size())) {
            return {};
        }
        return m_bytes.mid(static_cast<qsizetype>(at), qsizetype{1} << m_sectorShift);
    }

    /// The sector so many steps behind another one in its chain; the allocation table's own first
    /// 109 sectors are named in the header, and more are not looked at (2.3, 2.5).
    quint32 follow(quint32 number, quint64 steps) const
    {
        const quint32 perSector = (1U << m_sectorShift) / 4;
        for (; steps > 0; --steps) {
            const quint32 table = number / perSector;
            const QByteArray links =
                table < 109 ? sector(read32(m_bytes, 76 + 4 * qsizetype{table})) : QByteArray();
            const qsizetype at = 4 * qsizetype{number % perSector};
            if (number > lastRegularSector || at + 4 > links.size()) {
                return 0xffffffff;
            }
            number = read32(links, at);
        }
        return number;
    }

    const QByteArray &m_bytes;
    std::vector<DirectoryEntry> m_entries;
    int m_sectorShift = 9;
};

/// [MS-DOC] 2.5.2: the bit fEncrypted of the file information block.
bool isEncryptedWord(const CompoundFile &file)
{
    const QByteArray block = file.beginning(u"worddocument"_s);
    return block.size() >= 12 && read16(block, 0) == 0xa5ec && (read16(block, 10) & 0x0100) != 0;
}

/// [MS-XLS] 2.1.7.20.1: a record FilePass, if there is one, is among the first of the stream.
bool isEncryptedExcel(const CompoundFile &file)
{
    QByteArray records = file.beginning(u"workbook"_s);
    if (records.isEmpty()) {
        records = file.beginning(u"book"_s);
    }
    for (qsizetype at = 0; at + 4 <= records.size(); at += 4 + read16(records, at + 2)) {
        if (read16(records, at) == 0x002f) {
            return true;
        }
    }
    return false;
}

/// [MS-PPT] 2.3.2: the token of an encrypted document; 2.3.7: its properties, encrypted.
bool isEncryptedPowerPoint(const CompoundFile &file)
{
    const QByteArray user = file.beginning(u"current user"_s);
    return file.holds(u"encryptedsummary"_s)
           || (user.size() >= 16 && read32(user, 12) == 0xf3d1c4df);
}

}   // namespace

CompoundKind describeCompound(const QByteArray &bytes)
{
    if (!bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        return CompoundKind::None;
    }
    const CompoundFile file(bytes);
    if (file.holdsStart(u"\tdrm"_s) || file.holdsStart(u"drmencrypted"_s)) {
        return CompoundKind::RightsManaged;
    }
    if (file.holds(u"encryptedpackage"_s) || file.holds(u"encryptioninfo"_s)) {
        return CompoundKind::EncryptedPackage;
    }
    if (file.holds(u"worddocument"_s)) {
        return isEncryptedWord(file) ? CompoundKind::EncryptedLegacy : CompoundKind::LegacyWord;
    }
    if (file.holds(u"powerpoint document"_s)) {
        return isEncryptedPowerPoint(file) ? CompoundKind::EncryptedLegacy
                                           : CompoundKind::LegacyPowerPoint;
    }
    if (file.holds(u"workbook"_s) || file.holds(u"book"_s)) {
        return isEncryptedExcel(file) ? CompoundKind::EncryptedLegacy : CompoundKind::LegacyExcel;
    }
    return file.hasStreams() ? CompoundKind::Other : CompoundKind::CutOff;
}

QString compoundWords(CompoundKind kind)
{
    switch (kind) {
    case CompoundKind::None:
        return {};
    case CompoundKind::EncryptedPackage:
    case CompoundKind::EncryptedLegacy:
        return u"Office file behind a password"_s;
    case CompoundKind::RightsManaged:
        return u"Office file behind a rights management service"_s;
    case CompoundKind::LegacyWord:
        return u"Word 97-2003 document (.doc)"_s;
    case CompoundKind::LegacyExcel:
        return u"Excel 97-2003 workbook (.xls)"_s;
    case CompoundKind::LegacyPowerPoint:
        return u"PowerPoint 97-2003 presentation (.ppt)"_s;
    case CompoundKind::CutOff:
        return u"cut-off Office 97-2003 file"_s;
    case CompoundKind::Other:
        break;
    }
    return u"file of another program (an Outlook message, a Visio drawing …)"_s;
}

base::Error notAPackage(const QByteArray &bytes, const QString &path)
{
    const CompoundKind kind = describeCompound(bytes);
    switch (kind) {
    case CompoundKind::EncryptedPackage:
    case CompoundKind::EncryptedLegacy:
        return {base::ErrorCode::Encrypted, path, {}};
    case CompoundKind::RightsManaged:
        return {base::ErrorCode::RightsManaged, path, {}};
    case CompoundKind::LegacyWord:
    case CompoundKind::LegacyExcel:
    case CompoundKind::LegacyPowerPoint:
        return {base::ErrorCode::LegacyOffice, path, compoundWords(kind)};
    case CompoundKind::Other:
        return {base::ErrorCode::ContentMismatch, path, compoundWords(kind)};
    case CompoundKind::CutOff:
    case CompoundKind::None:
        break;
    }
    return {base::ErrorCode::Damaged, path, compoundWords(kind)};
}

}   // namespace expunge::formats::ooxml
