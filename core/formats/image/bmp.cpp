// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/pictureformats.h"
#include "core/formats/image/pixels.h"

#include <QtEndian>

#include <array>
#include <bit>

namespace expunge::formats::image {

namespace {

// [MS-WMF] 2.2.2.3 to 2.2.2.5 and the BITMAPFILEHEADER before them.
constexpr qsizetype fileHeaderSize = 14;
constexpr quint32 infoSize = 40;
constexpr quint32 v4Size = 108;
constexpr quint32 v5Size = 124;
constexpr quint32 compressedRgb = 0;
constexpr quint32 bitFields = 3;
constexpr quint32 standardColours = 0x73524742;   // "sRGB"
constexpr quint32 linkedProfile = 0x4C494E4B;     // "LINK"
constexpr quint32 embeddedProfile = 0x4D424544;   // "MBED"

quint32 read32(const QByteArray &bytes, qsizetype at)
{
    quint32 value = 0;
    for (int i = 0; i < 4; ++i) {
        value |= quint32{static_cast<quint8>(bytes.at(at + i))} << (8 * i);
    }
    return value;
}

void write32(QByteArray &bytes, qsizetype at, quint32 value)
{
    qToLittleEndian(value, bytes.data() + at);
}

struct Header
{
    quint32 size = 0;
    qint64 width = 0;
    qint64 height = 0;
    bool fromTop = false;
    quint16 bits = 0;
    quint32 compression = 0;
    qint64 paletteBytes = 0;
};

std::optional<Header> readHeader(const QByteArray &bytes)
{
    if (bytes.size() < fileHeaderSize + infoSize) {
        return std::nullopt;
    }
    Header header;
    header.size = read32(bytes, 14);
    header.width = static_cast<qint32>(read32(bytes, 18));
    header.height = std::abs(qint64{static_cast<qint32>(read32(bytes, 22))});
    header.fromTop = static_cast<qint32>(read32(bytes, 22)) < 0;
    header.bits = qFromLittleEndian<quint16>(bytes.constData() + 28);
    header.compression = read32(bytes, 30);
    const bool known = header.size == infoSize || header.size == v4Size || header.size == v5Size;
    const bool depth = header.bits == 1 || header.bits == 4 || header.bits == 8 || header.bits == 16
                       || header.bits == 24 || header.bits == 32;
    const bool plain = header.compression == compressedRgb || header.compression == bitFields;
    if (!known || !depth || !plain || header.width <= 0 || header.height <= 0
        || bytes.size() < fileHeaderSize + qint64{header.size}) {
        return std::nullopt;
    }
    const qint64 colours = read32(bytes, 46);
    const qint64 most = header.bits <= 8 ? qint64{1} << header.bits : 256;
    if (colours > most) {
        return std::nullopt;
    }
    header.paletteBytes = 4 * (header.bits <= 8 && colours == 0 ? most : colours);
    if (header.size == infoSize && header.compression == bitFields) {
        header.paletteBytes += 12;   // three masks stand before the colours
    }
    return header;
}

/// Where the bits of red, green and blue are in a pixel of 16 or more bits.
std::array<quint32, 3> colourMasks(const QByteArray &bytes, const Header &header)
{
    if (header.compression == bitFields) {
        return {read32(bytes, 54), read32(bytes, 58), read32(bytes, 62)};
    }
    return header.bits == 16 ? std::array<quint32, 3>{0x7c00, 0x3e0, 0x1f}
                             : std::array<quint32, 3>{0xff0000, 0xff00, 0xff};
}

/// The bits of a mask, stretched to a byte.
char masked(quint32 pixel, quint32 mask)
{
    if (mask == 0) {
        return '\0';
    }
    const int shift = std::countr_zero(mask);
    const quint64 most = mask >> shift;
    return static_cast<char>(quint64{(pixel & mask) >> shift} * 255 / most);
}

/// Draws one line of at most 8 bits a pixel by its colours.
void readIndexed(const QByteArray &line, const QByteArray &palette, const Header &header,
                 char *pixels)
{
    for (qint64 x = 0; x < header.width; ++x) {
        const qint64 bit = x * header.bits;
        const auto byte = static_cast<quint8>(line.at(bit / 8));
        const int shift = 8 - header.bits - static_cast<int>(bit % 8);
        const qsizetype entry = 4 * ((byte >> shift) & ((1 << header.bits) - 1));
        for (int i = 0; i < 3; ++i) {
            const bool known = entry + 2 < palette.size();
            pixels[4 * x + i] = known ? palette.at(entry + 2 - i) : '\0';
        }
        pixels[4 * x + 3] = '\xff';
    }
}

/// Draws one line of pixels that hold their colours.
void readDirect(const QByteArray &line, const std::array<quint32, 3> &masks, const Header &header,
                char *pixels)
{
    const int bytes = header.bits / 8;
    for (qint64 x = 0; x < header.width; ++x) {
        quint32 pixel = 0;
        for (int i = 0; i < bytes; ++i) {
            pixel |= quint32{static_cast<quint8>(line.at(x * bytes + i))} << (8 * i);
        }
        for (size_t i = 0; i < masks.size(); ++i) {
            pixels[4 * x + static_cast<qint64>(i)] = masked(pixel, masks.at(i));
        }
        pixels[4 * x + 3] = '\xff';
    }
}

}   // namespace

std::optional<Pixels> readBmpPixels(const QByteArray &bytes)
{
    const auto clean = scrubBmp(bytes);   // from here on all sizes are right
    const auto header = clean ? readHeader(clean->bytes) : std::nullopt;
    if (!header || header->width * header->height > mostPixels) {
        return std::nullopt;
    }
    const qint64 pixelsAt = read32(clean->bytes, 10);
    const qint64 size = (header->width * header->bits + 31) / 32 * 4;
    const QByteArray palette =
        clean->bytes.mid(fileHeaderSize + qint64{header->size}, header->paletteBytes);
    const std::array<quint32, 3> masks = colourMasks(clean->bytes, *header);
    Pixels pixels{static_cast<int>(header->width), static_cast<int>(header->height), {}};
    pixels.rgba.resize(4 * header->width * header->height);
    for (qint64 row = 0; row < header->height; ++row) {
        const QByteArray line = clean->bytes.mid(pixelsAt + row * size, size);
        const qint64 y = header->fromTop ? row : header->height - 1 - row;
        char *target = pixels.rgba.data() + 4 * y * header->width;
        if (header->bits <= 8) {
            readIndexed(line, palette, *header, target);
        } else {
            readDirect(line, masks, *header, target);
        }
    }
    return pixels;
}

std::optional<CleanPicture> scrubBmp(const QByteArray &bytes)
{
    const auto header = readHeader(bytes);
    if (!header) {
        return std::nullopt;
    }
    const qint64 pixelsAt = read32(bytes, 10);
    const qint64 headersEnd = fileHeaderSize + qint64{header->size} + header->paletteBytes;
    const qint64 row = (header->width * header->bits + 31) / 32 * 4;
    if (pixelsAt < headersEnd || row > bytes.size() / header->height
        || pixelsAt + row * header->height > bytes.size()) {
        return std::nullopt;
    }
    CleanPicture clean;
    clean.bytes = bytes.left(headersEnd) + bytes.mid(pixelsAt, row * header->height);
    write32(clean.bytes, 2, static_cast<quint32>(clean.bytes.size()));
    write32(clean.bytes, 6, 0);   // reserved
    write32(clean.bytes, 10, static_cast<quint32>(headersEnd));
    write32(clean.bytes, 34, static_cast<quint32>(row * header->height));
    const quint32 space = header->size == v5Size ? read32(clean.bytes, 70) : 0;
    if (space == linkedProfile || space == embeddedProfile) {
        // The profile stood behind the pixels, or its path did.
        write32(clean.bytes, 70, standardColours);
        write32(clean.bytes, 126, 0);
        write32(clean.bytes, 130, 0);
    }
    if (header->size == v5Size) {
        write32(clean.bytes, 134, 0);   // reserved
    }
    clean.removed = clean.bytes == bytes ? 0 : 1;
    return clean;
}

}   // namespace expunge::formats::image
