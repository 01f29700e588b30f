// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/zipdirectory.h"

#include <QStringDecoder>
#include <QUrl>
#include <QtEndian>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

constexpr qsizetype localHeaderSize = 30;     // APPNOTE 4.3.7
constexpr qsizetype centralHeaderSize = 46;   // 4.3.12
constexpr qsizetype endRecordSize = 22;       // 4.3.16
constexpr quint32 localSignature = 0x04034b50;
constexpr quint32 centralSignature = 0x02014b50;
constexpr quint16 dosEpoch = 33;             // 1980-01-01
constexpr quint16 encryptedFlags = 0x2041;   // encrypted, strongly, or with masked headers (4.4.4)
constexpr quint16 descriptorFlag = 0x0008;
constexpr quint16 utf8Flag = 0x0800;

quint16 read16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

quint32 read32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

quint64 read64(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint64>(bytes.constData() + at);
}

struct EndRecord
{
    qsizetype at = 0;    // of the first end record
    qsizetype end = 0;   // behind the comment
    quint64 entries = 0;
    quint64 directorySize = 0;
    quint64 directoryOffset = 0;
    qsizetype commentSize = 0;
};

/// Reads one zip and collects what is odd about it.
class DirectoryReader
{
public:
    DirectoryReader(const QByteArray &zip, const QString &path, const PackageLimits &limits)
        : m_zip(zip)
        , m_path(path)
        , m_limits(limits)
    {
    }

    base::Result<ZipDirectory> read();

private:
    tl::unexpected<base::Error> fail(ErrorCode code, const QString &detail) const
    {
        return base::failure(code, m_path, detail);
    }
    std::optional<EndRecord> findEnd() const;
    bool readZip64(EndRecord &end) const;
    base::Result<> cutForeignBytes(EndRecord &end);
    base::Result<> readCentral(const EndRecord &end);
    base::Result<qsizetype> readCentralEntry(qsizetype at, qsizetype directoryEnd);
    base::Result<> checkLocal(const ZipEntryInfo &entry, qsizetype central, quint64 offset);
    base::Result<> checkName(const QString &name, qsizetype length) const;
    base::Result<> countGaps(qsizetype directoryStart);

    struct Extent
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        bool descriptor = false;
    };

    const QByteArray &m_zip;
    const QString &m_path;
    const PackageLimits &m_limits;
    ZipDirectory m_result;
    std::vector<Extent> m_extents;
};

std::optional<EndRecord> DirectoryReader::findEnd() const
{
    // The comment may be 65535 bytes long; foreign bytes behind it are looked through as far again.
    const qsizetype lowest = std::max<qsizetype>(0, m_zip.size() - endRecordSize - 2 * 0xffff);
    for (qsizetype at = m_zip.lastIndexOf("PK\x05\x06"); at >= lowest;
         at = at > 0 ? m_zip.lastIndexOf("PK\x05\x06", at - 1) : -1) {
        if (at + endRecordSize > m_zip.size()) {
            continue;
        }
        EndRecord end;
        end.at = at;
        end.entries = read16(m_zip, at + 10);
        end.directorySize = read32(m_zip, at + 12);
        end.directoryOffset = read32(m_zip, at + 16);
        end.commentSize = read16(m_zip, at + 20);
        end.end = at + endRecordSize + end.commentSize;
        const bool oneDisk = read16(m_zip, at + 4) == 0 && read16(m_zip, at + 6) == 0
                             && read16(m_zip, at + 8) == read16(m_zip, at + 10);
        if (oneDisk && end.end <= m_zip.size() && readZip64(end)) {
            return end;
        }
    }
    return std::nullopt;
}

/// APPNOTE 4.3.14 and 4.3.15: values too big for the end record stand in the zip64 records just
/// before it.
bool DirectoryReader::readZip64(EndRecord &end) const
{
    const bool needed = end.entries == 0xffff || end.directorySize == 0xffffffff
                        || end.directoryOffset == 0xffffffff;
    const qsizetype locator = end.at - 20;
    if (!needed || locator < 0 || m_zip.mid(locator, 4) != "PK\x06\x07") {
        return true;
    }
    const quint64 at = read64(m_zip, locator + 8);
    if (at + 56 > static_cast<quint64>(locator)
        || m_zip.mid(static_cast<qsizetype>(at), 4) != "PK\x06\x06") {
        return false;
    }
    const auto record = static_cast<qsizetype>(at);
    end.at = record;
    end.entries = read64(m_zip, record + 32);
    end.directorySize = read64(m_zip, record + 40);
    end.directoryOffset = read64(m_zip, record + 48);
    return true;
}

/// Some programs put bytes before an archive without mending its offsets, and behind it; neither is
/// part of it.
base::Result<> DirectoryReader::cutForeignBytes(EndRecord &end)
{
    const auto available = static_cast<quint64>(end.at);
    if (end.directorySize > available || end.directoryOffset > available - end.directorySize) {
        return fail(ErrorCode::Damaged, u"zip directory"_s);
    }
    qsizetype prefix = 0;
    const auto stated = static_cast<qsizetype>(end.directoryOffset);
    const auto adjacent = static_cast<qsizetype>(available - end.directorySize);
    const bool statedHolds =
        end.entries == 0
        || (m_zip.size() >= stated + 4 && read32(m_zip, stated) == centralSignature);
    if (!statedHolds) {
        prefix = adjacent - stated;
        // Before an archive that is cut off, the end of another one that is stored in it would be
        // found.
        if (m_zip.startsWith("PK\x03\x04")) {
            return fail(ErrorCode::Damaged, u"zip directory"_s);
        }
    }
    m_result.traces += (prefix > 0 ? 1 : 0) + (end.end < m_zip.size() ? 1 : 0);
    m_result.traces += end.commentSize > 0 ? 1 : 0;
    m_result.archive = m_zip.mid(prefix, end.end - prefix);
    end.at -= prefix;
    end.end -= prefix;
    return {};
}

base::Result<ZipDirectory> DirectoryReader::read()
{
    auto end = findEnd();
    if (!end) {
        return fail(ErrorCode::Damaged,
                    m_zip.startsWith("PK\x03\x04") ? u"zip end record"_s : u"not a zip"_s);
    }
    if (const auto cut = cutForeignBytes(*end); !cut) {
        return tl::unexpected(cut.error());
    }
    if (end->entries > static_cast<quint64>(m_limits.entries)) {
        return fail(ErrorCode::ExpansionLimit, u"%1 entries"_s.arg(m_limits.entries));
    }
    if (const auto central = readCentral(*end); !central) {
        return tl::unexpected(central.error());
    }
    if (const auto gaps = countGaps(static_cast<qsizetype>(end->directoryOffset)); !gaps) {
        return tl::unexpected(gaps.error());
    }
    return std::move(m_result);
}

base::Result<> DirectoryReader::readCentral(const EndRecord &end)
{
    auto at = static_cast<qsizetype>(end.directoryOffset);
    const auto directoryEnd = at + static_cast<qsizetype>(end.directorySize);
    for (quint64 index = 0; index < end.entries; ++index) {
        const auto next = readCentralEntry(at, directoryEnd);
        if (!next) {
            return tl::unexpected(next.error());
        }
        at = *next;
    }
    if (at != directoryEnd) {
        return fail(ErrorCode::Damaged, u"zip directory"_s);   // entries that are not counted
    }
    m_result.traces += directoryEnd < end.at ? 1 : 0;
    return {};
}

QString decodedName(const QByteArray &raw)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString name = decoder.decode(raw);
    if (decoder.hasError()) {
        name = QString::fromLatin1(raw);
    }
    return name.replace(u'\\', u'/');
}

/// The second name that Info-ZIP's field 0x7075 gives an entry, for programs that know it (APPNOTE
/// 4.6.9); empty if there is none.
QByteArray secondName(const QByteArray &extra)
{
    for (qsizetype at = 0; at + 4 <= extra.size(); at += 4 + read16(extra, at + 2)) {
        if (read16(extra, at) == 0x7075) {
            return extra.mid(at + 9, read16(extra, at + 2) - 5);
        }
    }
    return {};
}

base::Result<qsizetype> DirectoryReader::readCentralEntry(qsizetype at, qsizetype directoryEnd)
{
    const QByteArray &zip = m_result.archive;
    if (at + centralHeaderSize > directoryEnd || read32(zip, at) != centralSignature) {
        return fail(ErrorCode::Damaged, u"zip directory"_s);
    }
    const qsizetype nameSize = read16(zip, at + 28);
    const qsizetype extraSize = read16(zip, at + 30);
    const qsizetype commentSize = read16(zip, at + 32);
    const qsizetype next = at + centralHeaderSize + nameSize + extraSize + commentSize;
    if (next > directoryEnd) {
        return fail(ErrorCode::Damaged, u"zip directory"_s);
    }
    ZipEntryInfo entry;
    entry.rawName = zip.mid(at + centralHeaderSize, nameSize);
    entry.name = decodedName(entry.rawName);
    entry.method = read16(zip, at + 10);
    entry.encrypted = (read16(zip, at + 8) & encryptedFlags) != 0;
    entry.compressedSize = read32(zip, at + 20);
    entry.size = read32(zip, at + 24);
    quint64 offset = read32(zip, at + 42);
    const QByteArray extra = zip.mid(at + centralHeaderSize + nameSize, extraSize);
    if (const auto name = checkName(entry.name, nameSize); !name) {
        return tl::unexpected(name.error());
    }
    const QByteArray second = secondName(extra);
    if (!second.isEmpty() && partKey(decodedName(second)) != partKey(entry.name)) {
        return fail(ErrorCode::DuplicateEntry, entry.name);   // programs disagree what it is
    }
    if (entry.encrypted) {
        return fail(ErrorCode::Encrypted, entry.name);
    }
    if (entry.method != 0 && entry.method != 8) {
        return fail(ErrorCode::Damaged, u"compression method %1"_s.arg(entry.method));
    }
    // APPNOTE 4.5.3: sizes and offset that need 64 bits, in this order, each only where the header
    // says so.
    if (extraSize >= 4 && read16(extra, 0) == 1) {
        qsizetype field = 4;
        for (quint64 *value : {&entry.size, &entry.compressedSize, &offset}) {
            if (*value == 0xffffffff && field + 8 <= extraSize) {
                *value = read64(extra, field);
                field += 8;
            }
        }
    }
    m_result.traces += (extraSize > 0 ? 1 : 0) + (commentSize > 0 ? 1 : 0);
    m_result.traces += read16(zip, at + 12) != 0 || read16(zip, at + 14) != dosEpoch ? 1 : 0;
    if (const auto local = checkLocal(entry, at, offset); !local) {
        return tl::unexpected(local.error());
    }
    m_result.entries.push_back(std::move(entry));
    return next;
}

base::Result<> DirectoryReader::checkLocal(const ZipEntryInfo &entry, qsizetype central,
                                           quint64 offset)
{
    const QByteArray &zip = m_result.archive;
    if (offset + localHeaderSize > static_cast<quint64>(central)
        || read32(zip, static_cast<qsizetype>(offset)) != localSignature) {
        return fail(ErrorCode::Damaged, entry.name);
    }
    const auto at = static_cast<qsizetype>(offset);
    const qsizetype nameSize = read16(zip, at + 26);
    const qsizetype extraSize = read16(zip, at + 28);
    const qsizetype data = at + localHeaderSize + nameSize + extraSize;
    if (data > zip.size() || entry.compressedSize > static_cast<quint64>(zip.size() - data)) {
        return fail(ErrorCode::Damaged, entry.name);
    }
    const quint16 flags = read16(zip, at + 6);
    const bool descriptor = (flags & descriptorFlag) != 0;
    const bool sizesAgree = descriptor || read32(zip, at + 18) == 0xffffffff
                            || (read32(zip, at + 14) == read32(zip, central + 16)
                                && read32(zip, at + 18) == read32(zip, central + 20)
                                && read32(zip, at + 22) == read32(zip, central + 24));
    const bool agrees = zip.mid(at + localHeaderSize, nameSize) == entry.rawName
                        && read16(zip, at + 8) == entry.method && sizesAgree
                        && (flags & ~utf8Flag) == (read16(zip, central + 8) & ~utf8Flag);
    m_result.traces += (agrees ? 0 : 1) + (extraSize > 0 ? 1 : 0);
    m_extents.push_back({at, data + static_cast<qsizetype>(entry.compressedSize), descriptor});
    return {};
}

base::Result<> DirectoryReader::checkName(const QString &name, qsizetype length) const
{
    const QString plain = QUrl::fromPercentEncoding(name.toUtf8()).replace(u'\\', u'/');
    bool unsafe = name.isEmpty() || length > m_limits.nameBytes;
    for (const QString &form : {name, plain}) {
        unsafe = unsafe || form.startsWith(u'/')
                 || (form.size() > 1 && form[1] == u':' && form[0].isLetter());
        unsafe = unsafe || std::any_of(form.begin(), form.end(), [](QChar letter) {
                     return letter.unicode() < 0x20 || letter == QChar::ReplacementCharacter;
                 });
        const auto segments = form.split(u'/');
        unsafe = unsafe || segments.contains(u".."_s) || segments.contains(u"."_s);
    }
    if (unsafe) {
        return fail(ErrorCode::UnsafeEntry, name.left(80));
    }
    return {};
}

/// Bytes between entries belong to nobody; entries that overlap are a way to hide one in the other,
/// or a bomb.
base::Result<> DirectoryReader::countGaps(qsizetype directoryStart)
{
    std::sort(m_extents.begin(), m_extents.end(),
              [](const Extent &left, const Extent &right) { return left.begin < right.begin; });
    constexpr qsizetype longestDescriptor = 24;   // APPNOTE 4.3.9, with signature and zip64
    qsizetype covered = 0;
    qsizetype allowance = 0;
    for (const Extent &extent : m_extents) {
        if (extent.begin < covered) {
            return fail(ErrorCode::Damaged, u"overlapping zip entries"_s);
        }
        m_result.traces += extent.begin > covered + allowance ? 1 : 0;
        covered = extent.end;
        allowance = extent.descriptor ? longestDescriptor : 0;
    }
    if (covered > directoryStart) {
        return fail(ErrorCode::Damaged, u"overlapping zip entries"_s);
    }
    m_result.traces += directoryStart > covered + allowance ? 1 : 0;
    return {};
}

}   // namespace

base::Result<ZipDirectory> readZipDirectory(const QByteArray &zip, const QString &path,
                                            const PackageLimits &limits)
{
    return DirectoryReader(zip, path, limits).read();
}

bool listsEntry(const QByteArray &zip, QByteArrayView start)
{
    if (!zip.contains(start)) {
        return false;   // names are not compressed
    }
    const auto directory = readZipDirectory(zip, {}, {});
    return directory
           && std::any_of(
               directory->entries.begin(), directory->entries.end(),
               [start](const ZipEntryInfo &entry) { return entry.rawName.startsWith(start); });
}

bool mayBeZip(const QByteArray &bytes)
{
    if (bytes.startsWith("PK")) {
        return true;
    }
    const qsizetype end = bytes.lastIndexOf("PK\x05\x06");
    return end > 0 && end + endRecordSize <= bytes.size()
           && end + endRecordSize + read16(bytes, end + 20) == bytes.size();
}

QString partKey(const QString &name)
{
    return QUrl::fromPercentEncoding(name.toUtf8())
        .normalized(QString::NormalizationForm_C)
        .toCaseFolded();
}

}   // namespace expunge::formats::ooxml
