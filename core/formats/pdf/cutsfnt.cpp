// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutsfnt.h"

#include "core/formats/pdf/fonttables.h"

#include <algorithm>
#include <bit>

namespace expunge::pdf {
namespace {

constexpr int MaxTables = 64;
constexpr int MacGlyphs = 258;   // OpenType, "post", format 1

// OpenType, "cmap", format 2: subheaders by the first byte, 0 for single bytes.
int subheaderGlyph(const FontBytes &table, quint32 character)
{
    if (character > 0xFFFF) {
        return 0;
    }
    const int low = int(character & 0xFF);
    const qsizetype header = 6 + 512 + table.u16(6 + 2 * qsizetype(character >> 8));
    const int index = low - table.u16(header);
    if (index < 0 || index >= table.u16(header + 2)) {
        return 0;
    }
    const int glyph = table.u16(header + 6 + table.u16(header + 6) + 2 * qsizetype(index));
    return glyph == 0 ? 0 : (glyph + table.i16(header + 4)) & 0xFFFF;
}

// OpenType, "cmap", format 4.
int segmentGlyph(const FontBytes &table, quint32 character)
{
    if (character > 0xFFFF) {
        return 0;
    }
    const int code = int(character);
    const int segments = table.u16(6) / 2;
    for (int segment = 0; segment < segments; ++segment) {
        const qsizetype end = 14 + 2 * qsizetype(segment);
        const qsizetype start = end + 2 * qsizetype(segments) + 2;
        const qsizetype delta = start + 2 * qsizetype(segments);
        const qsizetype offset = delta + 2 * qsizetype(segments);
        if (code > table.u16(end)) {
            continue;
        }
        if (code < table.u16(start)) {
            return 0;
        }
        if (table.u16(offset) == 0) {
            return (code + table.u16(delta)) & 0xFFFF;
        }
        const int glyph = table.u16(offset + table.u16(offset) + 2 * (code - table.u16(start)));
        return glyph == 0 ? 0 : (glyph + table.u16(delta)) & 0xFFFF;
    }
    return 0;
}

// OpenType, "cmap", format 12.
int groupGlyph(const FontBytes &table, quint32 character)
{
    const qsizetype groups = std::min<qsizetype>(table.u32(12), (table.size() - 16) / 12);
    for (qsizetype group = 0; group < groups; ++group) {
        const qsizetype at = 16 + 12 * group;
        if (character >= table.u32(at) && character <= table.u32(at + 4)) {
            return int((table.u32(at + 8) + character - table.u32(at)) & 0xFFFF);
        }
    }
    return 0;
}

quint32 checksum(const QByteArray &table)
{
    const FontBytes bytes(table);
    quint32 sum = 0;
    for (qsizetype at = 0; at < bytes.size(); at += 4) {
        sum += bytes.u32(at);
    }
    return sum;
}

void padTo4(QByteArray &bytes)
{
    bytes.append((4 - bytes.size() % 4) % 4, '\0');
}

}   // namespace

int SfntCharacterMap::glyph(quint32 character) const
{
    switch (table.u16(0)) {
    case 0:
        return character < 256 ? table.u8(6 + qsizetype(character)) : 0;
    case 2:
        return subheaderGlyph(table, character);
    case 4:
        return segmentGlyph(table, character);
    case 6: {
        const qint64 index = qint64(character) - table.u16(6);
        return index >= 0 && index < table.u16(8) ? table.u16(10 + 2 * index) : 0;
    }
    case 10: {
        const qint64 index = qint64(character) - table.u32(12);
        return index >= 0 && index < table.u32(16) ? table.u16(20 + 2 * index) : 0;
    }
    case 12:
        return groupGlyph(table, character);
    default:
        return 0;
    }
}

std::optional<SfntProgram> SfntProgram::read(const QByteArray &bytes)
{
    SfntProgram program;
    program.m_bytes = bytes;
    const FontBytes file(program.m_bytes);
    const quint32 version = file.u32(0);
    constexpr quint32 True = 0x74727565;
    constexpr quint32 OpenType = 0x4F54544F;
    if (version != 0x00010000 && version != True && version != OpenType) {
        return std::nullopt;
    }
    const int count = std::min(file.u16(4), MaxTables);
    for (int index = 0; index < count; ++index) {
        const qsizetype at = 12 + 16 * qsizetype(index);
        const qsizetype begin = file.u32(at + 8);
        // Tables that are cut off are read as far as they go, as viewers do.
        const qsizetype length =
            std::min<qsizetype>(file.u32(at + 12), std::max<qsizetype>(file.size() - begin, 0));
        program.m_tables.insert(file.slice(at, 4).toByteArray(),
                                FontBytes(file.slice(begin, length)));
    }
    // Viewers refuse programs that do not say how large an em is (OpenType, "head").
    const int units = program.unitsPerEm();
    if (program.table("head").size() < 54 || program.table("maxp").size() < 6 || units < 16
        || units > 16384) {
        return std::nullopt;
    }
    return program;
}

FontBytes SfntProgram::table(const char *tag) const
{
    return m_tables.value(QByteArray::fromRawData(tag, 4));
}

bool SfntProgram::hasOutlines() const
{
    return m_tables.contains("glyf") && table("loca").size() > 0 && table("hhea").size() >= 36
           && table("hmtx").size() > 0;
}

int SfntProgram::unitsPerEm() const
{
    return table("head").u16(18);
}

int SfntProgram::glyphCount() const
{
    return table("maxp").u16(4);
}

std::vector<SfntCharacterMap> SfntProgram::characterMaps() const
{
    const FontBytes cmap = table("cmap");
    std::vector<SfntCharacterMap> maps;
    const int count = std::min(cmap.u16(2), MaxTables);
    for (int index = 0; index < count; ++index) {
        const qsizetype at = 4 + 8 * qsizetype(index);
        const qsizetype begin = cmap.u32(at + 4);
        if (cmap.has(begin, 6)) {
            maps.push_back({cmap.u16(at), cmap.u16(at + 2),
                            FontBytes(cmap.slice(begin, cmap.size() - begin))});
        }
    }
    return maps;
}

QHash<QByteArray, int> SfntProgram::glyphNames(const FontTables &tables) const
{
    const FontBytes post = table("post");
    QHash<QByteArray, int> names;
    if (post.u32(0) == 0x00010000) {
        for (int glyph = 0; glyph < MacGlyphs; ++glyph) {
            names.insert(tables.macGlyphName(glyph), glyph);
        }
    }
    if (post.u32(0) != 0x00020000) {
        return names;
    }
    const int count = post.u16(32);
    QByteArrayList own;
    for (qsizetype at = 34 + 2 * qsizetype(count); at < post.size(); at += 1 + post.u8(at)) {
        own.append(post.slice(at + 1, post.u8(at)).toByteArray());
    }
    for (int glyph = count - 1; glyph >= 0; --glyph) {
        const int index = post.u16(34 + 2 * qsizetype(glyph));
        names.insert(index < MacGlyphs ? tables.macGlyphName(index) : own.value(index - MacGlyphs),
                     glyph);
    }
    return names;
}

QByteArray writeSfnt(const std::vector<std::pair<QByteArray, QByteArray>> &tables)
{
    const int count = int(tables.size());
    const int power = int(std::bit_floor(unsigned(count)));
    QByteArray directory;
    append32(directory, 0x00010000);
    append16(directory, count);
    append16(directory, power * 16);
    append16(directory, int(std::bit_width(unsigned(count))) - 1);
    append16(directory, (count - power) * 16);

    QByteArray body;
    qsizetype headAt = 0;
    const qsizetype start = 12 + 16 * qsizetype(count);
    constexpr qsizetype adjustmentAt = 8;   // checkSumAdjustment in "head"
    for (const auto &[tag, given] : tables) {
        QByteArray table = given;
        if (tag == "head" && table.size() >= adjustmentAt + 4) {
            headAt = start + body.size();
            qToBigEndian<quint32>(0, table.data() + adjustmentAt);   // it is not part of the sums
        }
        directory += tag;
        append32(directory, checksum(table));
        append32(directory, quint32(start + body.size()));
        append32(directory, quint32(table.size()));
        body += table;
        padTo4(body);
    }
    QByteArray file = directory + body;
    if (headAt > 0) {
        // OpenType, "head": checkSumAdjustment makes the sum of the whole file this number.
        qToBigEndian<quint32>(0xB1B0AFBA - checksum(file), file.data() + headAt + adjustmentAt);
    }
    return file;
}

}   // namespace expunge::pdf
