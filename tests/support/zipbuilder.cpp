// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/zipbuilder.h"

#include <zlib.h>

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

QByteArray deflated(const QByteArray &content)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray in = content;
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(in.size()))), 0);
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

struct Written
{
    QByteArray data;
    quint32 offset = 0;
};

/// The fields that local and central headers share (APPNOTE 4.3.7 and 4.3.12).
QByteArray sharedFields(const ZipEntry &entry, const QByteArray &data, qsizetype nameLength,
                        qsizetype extraLength)
{
    QByteArray out;
    put16(out, 20);
    put16(out, entry.flags);
    put16(out, entry.method.value_or(entry.deflate ? 8 : 0));
    put16(out, entry.time);
    put16(out, entry.date);
    const auto crc = crc32(0, reinterpret_cast<const Bytef *>(entry.content.constData()),
                           static_cast<uInt>(entry.content.size()));
    put32(out, entry.claimedCrc.value_or(static_cast<quint32>(crc)));
    put32(out, static_cast<quint32>(data.size()));
    put32(out, entry.claimedSize.value_or(static_cast<quint32>(entry.content.size())));
    put16(out, static_cast<quint32>(nameLength));
    put16(out, static_cast<quint32>(extraLength));
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

QByteArray ZipBuilder::build() const
{
    QByteArray out;
    QByteArray directory;
    quint32 listed = 0;
    for (const ZipEntry &entry : m_entries) {
        const QByteArray data = entry.deflate ? deflated(entry.content) : entry.content;
        const QByteArray localName = entry.localName.value_or(entry.name);
        out.append(entry.gapBefore);
        const auto offset = static_cast<quint32>(out.size());
        out.append("PK\x03\x04", 4);
        out.append(sharedFields(entry, data, localName.size(), entry.localExtra.size()));
        out.append(localName).append(entry.localExtra).append(data);
        if (entry.unlisted) {
            continue;
        }
        ++listed;
        directory.append("PK\x01\x02", 4);
        put16(directory, 20);
        directory.append(sharedFields(entry, data, entry.name.size(), entry.extra.size()));
        put16(directory, static_cast<quint32>(entry.comment.size()));
        put16(directory, 0);
        put16(directory, 0);
        put32(directory, 0);
        put32(directory, offset);
        directory.append(entry.name).append(entry.extra).append(entry.comment);
    }
    const auto start = static_cast<quint32>(out.size());
    out.append(directory).append("PK\x05\x06", 4);
    put32(out, 0);
    put16(out, listed);
    put16(out, listed);
    put32(out, static_cast<quint32>(directory.size()));
    put32(out, start);
    put16(out, static_cast<quint32>(m_comment.size()));
    return m_prefix + out + m_comment + m_trailer;
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
