// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/archivereader.h"

#include <QSet>
#include <QStringDecoder>
#include <QtEndian>

#include <zlib.h>

namespace expunge::scrub {

namespace {

using namespace Qt::StringLiterals;

// Records and their fixed sizes: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.9, 4.3.12 and 4.3.16.
constexpr qint64 localSize = 30;
constexpr qint64 centralSize = 46;
constexpr qint64 endSize = 22;
constexpr quint32 localMark = 0x04034b50;
constexpr quint32 centralMark = 0x02014b50;
constexpr quint32 endMark = 0x06054b50;
constexpr quint32 descriptorMark = 0x08074b50;

constexpr int rawDeflate = -MAX_WBITS;
constexpr int gzipFormat = 16 + MAX_WBITS;

quint16 read16(const QByteArray &bytes, qint64 at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

quint32 read32(const QByteArray &bytes, qint64 at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

struct Inflated
{
    QByteArray data;
    qint64 used = 0;   // bytes of input
};

std::optional<Inflated> inflateBytes(const QByteArray &input, int format, ReadBudget &budget)
{
    z_stream stream = {};
    if (inflateInit2(&stream, format) != Z_OK) {
        return std::nullopt;
    }
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.constData()));
    stream.avail_in = static_cast<uInt>(input.size());
    Inflated result;
    QByteArray chunk(qsizetype{1} << 16, Qt::Uninitialized);
    int status = Z_OK;
    while (status == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        status = inflate(&stream, Z_NO_FLUSH);
        const auto made = chunk.size() - static_cast<qsizetype>(stream.avail_out);
        budget.bytes -= made;
        if (budget.bytes < 0 || (status == Z_OK && made == 0 && stream.avail_in == 0)) {
            status = Z_BUF_ERROR;
            break;
        }
        result.data.append(chunk.constData(), made);
    }
    result.used = input.size() - static_cast<qint64>(stream.avail_in);
    inflateEnd(&stream);
    return status == Z_STREAM_END ? std::optional(std::move(result)) : std::nullopt;
}

QString decodeName(const QByteArray &raw)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString name = decoder.decode(raw);
    return decoder.hasError() ? QString::fromLatin1(raw) : name;
}

/// Walks one zip file and keeps account of the bytes that it has understood.
class ArchiveWalk
{
public:
    ArchiveWalk(const QByteArray &bytes, ReadBudget &budget)
        : m_bytes(bytes)
        , m_budget(budget)
    {
    }

    std::optional<Archive> read()
    {
        const qint64 end = findEnd();
        if (end < 0) {
            return std::nullopt;
        }
        own(end, end + endSize);
        const qint64 comment = end + endSize;
        const qint64 commentSize =
            std::min<qint64>(read16(m_bytes, end + 20), m_bytes.size() - comment);
        addLoose(u"comment"_s, comment, comment + commentSize);
        walkDirectory(end);
        addGaps();
        return std::move(m_archive);
    }

private:
    qint64 findEnd() const
    {
        const qint64 last = m_bytes.size() - endSize;
        qint64 fallback = -1;
        for (qint64 at = last; at >= 0 && at >= last - 0xffff; --at) {
            if (read32(m_bytes, at) != endMark) {
                continue;
            }
            if (at + endSize + read16(m_bytes, at + 20) == m_bytes.size()) {
                return at;
            }
            fallback = fallback < 0 ? at : fallback;
        }
        return fallback;
    }

    void walkDirectory(qint64 end)
    {
        const qint64 count = read16(m_bytes, end + 10);
        const qint64 size = read32(m_bytes, end + 12);
        const qint64 offset = read32(m_bytes, end + 16);
        // Zip64 is not needed below 4 GiB, so it counts as unreadable; so do archives of several
        // volumes.
        const bool plain = read16(m_bytes, end + 4) == 0 && read16(m_bytes, end + 6) == 0
                           && read16(m_bytes, end + 8) == count && count != 0xffff;
        m_base = end - size - offset;
        if (!plain || m_base < 0) {
            m_archive.unreadable.push_back(u"directory"_s);
            return;
        }
        qint64 at = end - size;
        for (qint64 i = 0; i < count; ++i) {
            if (at + centralSize > end || read32(m_bytes, at) != centralMark
                || --m_budget.entries < 0) {
                m_archive.unreadable.push_back(u"directory"_s);
                return;
            }
            at = takeEntry(at, end);
        }
        if (at != end) {
            m_archive.unreadable.push_back(u"directory"_s);
        }
    }

    /// Reads the directory record at `at` and the entry that it leads to; returns where the next
    /// record is.
    qint64 takeEntry(qint64 at, qint64 end)
    {
        const qint64 nameSize = read16(m_bytes, at + 28);
        const qint64 extraSize = read16(m_bytes, at + 30);
        const qint64 commentSize = read16(m_bytes, at + 32);
        const qint64 nameAt = at + centralSize;
        const qint64 next = nameAt + nameSize + extraSize + commentSize;
        if (next > end) {
            m_archive.unreadable.push_back(u"directory"_s);
            return end + 1;
        }
        own(at, nameAt + nameSize);
        const QByteArray rawName = m_bytes.mid(nameAt, nameSize);
        const QString name = decodeName(rawName);
        addLoose(u"extra field of "_s + name, nameAt + nameSize, nameAt + nameSize + extraSize);
        addLoose(u"comment of "_s + name, next - commentSize, next);
        if (m_names.contains(name)) {
            m_archive.unreadable.push_back(
                name);   // which of the two is read depends on the reader
        }
        m_names.insert(name);
        if (!takeData(at, name, rawName)) {
            m_archive.unreadable.push_back(name);
        }
        return next;
    }

    bool takeData(qint64 central, const QString &name, const QByteArray &rawName)
    {
        const quint16 flags = read16(m_bytes, central + 8);
        const quint16 method = read16(m_bytes, central + 10);
        const quint32 checksum = read32(m_bytes, central + 16);
        const qint64 packed = read32(m_bytes, central + 20);
        const qint64 unpacked = read32(m_bytes, central + 24);
        const qint64 local = m_base + read32(m_bytes, central + 42);
        if (local + localSize > m_bytes.size() || read32(m_bytes, local) != localMark) {
            return false;
        }
        const qint64 nameSize = read16(m_bytes, local + 26);
        const qint64 extraSize = read16(m_bytes, local + 28);
        const qint64 dataAt = local + localSize + nameSize + extraSize;
        if (dataAt + packed > m_bytes.size()) {
            return false;
        }
        own(local, local + localSize);
        addLoose(u"extra field of "_s + name, dataAt - extraSize, dataAt);
        const QByteArray localName = m_bytes.mid(local + localSize, nameSize);
        own(local + localSize, local + localSize + nameSize);
        if (localName != rawName) {
            m_archive.loose.push_back({u"second name of "_s + name, localName});
            return false;
        }
        const QByteArray stored = m_bytes.mid(dataAt, packed);
        own(dataAt, dataAt + packed);
        if ((flags & 0x0008) != 0) {
            ownDescriptor(dataAt + packed, checksum, packed, unpacked);
        }
        const bool encrypted = (flags & 0x0001) != 0;
        if (encrypted || (method != 0 && method != 8)) {
            m_archive.loose.push_back({u"unreadable content of "_s + name, stored});
            return false;
        }
        return unpack(name, stored, method == 8, unpacked, checksum);
    }

    bool unpack(const QString &name, const QByteArray &stored, bool deflated, qint64 size,
                quint32 checksum)
    {
        QByteArray data = stored;
        bool whole = true;
        if (deflated) {
            auto inflated = inflateBytes(stored, rawDeflate, m_budget);
            if (!inflated) {
                m_archive.loose.push_back({u"unreadable content of "_s + name, stored});
                return false;
            }
            // Bytes behind the end of the compressed stream are in the file, too.
            if (inflated->used < stored.size()) {
                m_archive.loose.push_back(
                    {u"bytes behind the content of "_s + name, stored.mid(inflated->used)});
            }
            data = std::move(inflated->data);
        } else {
            m_budget.bytes -= data.size();
            whole = m_budget.bytes >= 0;
        }
        const uLong sum = crc32_z(0, reinterpret_cast<const Bytef *>(data.constData()),
                                  static_cast<z_size_t>(data.size()));
        whole = whole && data.size() == size && sum == checksum;
        m_archive.entries.push_back({name, std::move(data)});
        return whole;
    }

    /// A data descriptor (4.3.9) says again what the directory says, and nothing else.
    void ownDescriptor(qint64 at, quint32 checksum, qint64 packed, qint64 unpacked)
    {
        const qint64 marked =
            at + 16 <= m_bytes.size() && read32(m_bytes, at) == descriptorMark ? 4 : 0;
        if (at + marked + 12 <= m_bytes.size() && read32(m_bytes, at + marked) == checksum
            && read32(m_bytes, at + marked + 4) == packed
            && read32(m_bytes, at + marked + 8) == unpacked) {
            own(at, at + marked + 12);
        }
    }

    void own(qint64 begin, qint64 end) { m_owned.emplace_back(begin, end); }

    void addLoose(const QString &where, qint64 begin, qint64 end)
    {
        own(begin, end);
        if (end > begin) {
            m_archive.loose.push_back({where, m_bytes.mid(begin, end - begin)});
        }
    }

    /// Bytes between entries. A local header in them is an entry that the directory does not list:
    /// some readers show it all the same.
    void addGap(qint64 begin, qint64 end)
    {
        const QByteArray gap = m_bytes.mid(begin, end - begin);
        m_archive.loose.push_back({u"bytes that no entry owns"_s, gap});
        for (qsizetype at = gap.indexOf("PK\x03\x04"); at >= 0 && at + localSize <= gap.size();
             at = gap.indexOf("PK\x03\x04", at + 1)) {
            const qint64 dataAt = at + localSize + read16(gap, at + 26) + read16(gap, at + 28);
            if (read16(gap, at + 8) == 8 && dataAt < gap.size()) {
                if (auto inflated = inflateBytes(gap.mid(dataAt), rawDeflate, m_budget)) {
                    m_archive.loose.push_back(
                        {u"entry that is not listed"_s, std::move(inflated->data)});
                }
            }
        }
    }

    void addGaps()
    {
        std::sort(m_owned.begin(), m_owned.end());
        qint64 reached = 0;
        for (const auto &[begin, end] : m_owned) {
            if (begin > reached) {
                addGap(reached, begin);
            }
            // Two entries that share bytes: a zip bomb, or one text under two descriptions.
            if (begin < reached && end > begin) {
                m_archive.unreadable.push_back(u"overlapping entries"_s);
            }
            reached = std::max(reached, end);
        }
        if (reached < m_bytes.size()) {
            addGap(reached, m_bytes.size());
        }
    }

    const QByteArray &m_bytes;
    ReadBudget &m_budget;
    Archive m_archive;
    qint64 m_base = 0;
    QSet<QString> m_names;
    std::vector<std::pair<qint64, qint64>> m_owned;
};

}   // namespace

std::optional<Archive> readArchive(const QByteArray &bytes, ReadBudget &budget)
{
    if (bytes.size() < endSize) {
        return std::nullopt;
    }
    return ArchiveWalk(bytes, budget).read();
}

std::optional<QByteArray> inflateGzip(const QByteArray &bytes, ReadBudget &budget)
{
    auto inflated = inflateBytes(bytes, gzipFormat, budget);
    return inflated ? std::optional(std::move(inflated->data)) : std::nullopt;
}

}   // namespace expunge::scrub
