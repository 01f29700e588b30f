// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/zipbuilder.h"

#include <zlib.h>

#include <optional>

namespace expunge::testing {

namespace {

void put16(QByteArray &out, quint32 value)
{
    out.append(static_cast<char>(value & 0xffU)).append(static_cast<char>((value >> 8U) & 0xffU));
}

void put32(QByteArray &out, quint32 value)
{
    put16(out, value & 0xffffU);
    put16(out, value >> 16U);
}

QByteArray deflated(const QByteArray &content, int end)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray in = content;
    // the bound is that of a finished stream; a flushed one has an empty block more
    const auto bound = deflateBound(&stream, static_cast<uLong>(in.size())) + 16;
    QByteArray out(static_cast<qsizetype>(bound), 0);
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, end);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

void put64(QByteArray &out, quint64 value)
{
    put32(out, static_cast<quint32>(value & 0xffffffffU));
    put32(out, static_cast<quint32>(value >> 32U));
}

quint32 checksum(const ZipEntry &entry)
{
    const auto crc = crc32(0, reinterpret_cast<const Bytef *>(entry.content.constData()),
                           static_cast<uInt>(entry.content.size()));
    return entry.claimedCrc.value_or(static_cast<quint32>(crc));
}

quint32 size(const ZipEntry &entry)
{
    return entry.claimedSize.value_or(static_cast<quint32>(entry.content.size()));
}

/// Which of the two headers is written, and how.
struct HeaderForm
{
    bool local = false;
    bool zip64 = false;
};

/// The fields that local and central headers share (APPNOTE 4.3.7 and 4.3.12).
QByteArray sharedFields(const ZipEntry &entry, const QByteArray &data, qsizetype nameLength,
                        qsizetype extraLength, HeaderForm form)
{
    const bool later = entry.descriptor && form.local;
    QByteArray out;
    put16(out, form.zip64 ? 45 : 20);
    put16(out, entry.descriptor ? entry.flags | 8U : entry.flags);
    put16(out, entry.method.value_or(entry.deflate ? 8 : 0));
    put16(out, entry.time);
    put16(out, entry.date);
    put32(out, later ? 0 : checksum(entry));
    if (form.zip64) {
        put64(out, ~quint64{0});
    } else {
        put32(out, later ? 0 : static_cast<quint32>(data.size()));
        put32(out, later ? 0 : size(entry));
    }
    put16(out, static_cast<quint32>(nameLength));
    put16(out, static_cast<quint32>(extraLength));
    return out;
}

/// APPNOTE 4.5.3
QByteArray zip64Field(const ZipEntry &entry, const QByteArray &data, std::optional<quint64> offset)
{
    QByteArray out;
    put16(out, 1);
    put16(out, offset ? 24 : 16);
    put64(out, size(entry));
    put64(out, static_cast<quint64>(data.size()));
    if (offset) {
        put64(out, *offset);
    }
    return out;
}

/// APPNOTE 4.3.9
QByteArray descriptorOf(const ZipEntry &entry, const QByteArray &data)
{
    QByteArray out("PK\x07\x08", 4);
    put32(out, checksum(entry));
    put32(out, static_cast<quint32>(data.size()));
    put32(out, size(entry));
    return out;
}

/// APPNOTE 4.3.14 and 4.3.15
QByteArray zip64End(quint64 entries, quint64 directorySize, quint64 directoryOffset)
{
    QByteArray out("PK\x06\x06", 4);
    put64(out, 44);
    put16(out, 45);
    put16(out, 45);
    put64(out, 0);
    for (const quint64 value : {entries, entries, directorySize, directoryOffset}) {
        put64(out, value);
    }
    out.append("PK\x06\x07", 4);
    put32(out, 0);
    put64(out, directoryOffset + directorySize);
    put32(out, 1);
    return out;
}

}   // namespace

ZipBuilder &ZipBuilder::add(ZipEntry entry)
{
    m_entries.push_back(std::move(entry));
    return *this;
}

ZipBuilder &ZipBuilder::add(const QByteArray &name, const QByteArray &content)
{
    ZipEntry entry;
    entry.name = name;
    entry.content = content;
    return add(std::move(entry));
}

ZipBuilder &ZipBuilder::prefix(const QByteArray &bytes)
{
    m_prefix = bytes;
    return *this;
}

ZipBuilder &ZipBuilder::trailer(const QByteArray &bytes)
{
    m_trailer = bytes;
    return *this;
}

ZipBuilder &ZipBuilder::comment(const QByteArray &bytes)
{
    m_comment = bytes;
    return *this;
}

ZipBuilder &ZipBuilder::zip64()
{
    m_zip64 = true;
    return *this;
}

QByteArray ZipBuilder::build() const
{
    QByteArray out;
    QByteArray directory;
    quint32 listed = 0;
    for (const ZipEntry &entry : m_entries) {
        const QByteArray data = entry.packed.value_or(
            entry.deflate ? deflated(entry.content, Z_FINISH) : entry.content);
        const QByteArray localName = entry.localName.value_or(entry.name);
        out.append(entry.gapBefore);
        const auto offset = static_cast<quint32>(out.size());
        const QByteArray localExtra =
            entry.localExtra + (m_zip64 ? zip64Field(entry, data, std::nullopt) : QByteArray());
        const QByteArray extra = (m_zip64 ? zip64Field(entry, data, offset) : QByteArray());
        out.append("PK\x03\x04", 4);
        out.append(sharedFields(entry, data, localName.size(), localExtra.size(), {true, m_zip64}));
        out.append(localName).append(localExtra).append(data);
        out.append(entry.descriptor ? descriptorOf(entry, data) : QByteArray());
        if (entry.unlisted) {
            continue;
        }
        ++listed;
        directory.append("PK\x01\x02", 4);
        put16(directory, 20);
        directory.append(sharedFields(entry, data, entry.name.size(),
                                      extra.size() + entry.extra.size(), {false, m_zip64}));
        put16(directory, static_cast<quint32>(entry.comment.size()));
        put16(directory, 0);
        put16(directory, 0);
        put32(directory, 0);
        put32(directory, m_zip64 ? 0xffffffff : offset);
        directory.append(entry.name).append(extra).append(entry.extra).append(entry.comment);
    }
    const auto start = static_cast<quint32>(out.size());
    const auto length = static_cast<quint32>(directory.size());
    out.append(directory);
    out.append(m_zip64 ? zip64End(listed, length, start) : QByteArray());
    out.append("PK\x05\x06", 4);
    put32(out, 0);
    const bool many = m_zip64 || listed > 0xffff;
    put16(out, many ? 0xffff : listed);
    put16(out, many ? 0xffff : listed);
    put32(out, m_zip64 ? 0xffffffff : length);
    put32(out, m_zip64 ? 0xffffffff : start);
    put16(out, static_cast<quint32>(m_comment.size()));
    return m_prefix + out + m_comment + m_trailer;
}

QByteArray deflatedBlock(const QByteArray &content)
{
    return deflated(content, Z_FULL_FLUSH);
}

ZipBuilder minimalDocx(const QByteArray &body)
{
    ZipBuilder zip;
    zip.add("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            "<Default Extension=\"rels\" "
            "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
            "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    zip.add("_rels/.rels",
            "<Relationships "
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
            "2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
            "</Relationships>");
    zip.add("word/document.xml",
            "<w:document "
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + body + "</w:body></w:document>");
    return zip;
}

}   // namespace expunge::testing
