// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/bytereader.h"
#include "core/formats/image/pictureformats.h"

#include <QSet>

#include <zlib.h>

namespace expunge::formats::image {

namespace {

constexpr qsizetype signatureSize = 8;

/// Chunks that bear on what is drawn (W3C PNG, 11.2 and 11.3), with the length that they must have;
/// -1: any. Animation (acTL, fcTL, fdAT) is none of them: Word shows the first picture only, the
/// others would be hidden.
qsizetype allowedLength(const QByteArray &type)
{
    static const QHash<QByteArray, qsizetype> lengths{
        {"IHDR", 13}, {"PLTE", -1}, {"tRNS", -1}, {"IDAT", -1}, {"IEND", 0}, {"gAMA", 4},
        {"cHRM", 32}, {"sRGB", 1},  {"sBIT", -1}, {"bKGD", -1}, {"pHYs", 9},
    };
    return lengths.value(type, -2);
}

/// The short chunks of free length are limited, so that nothing else can ride in them.
bool lengthFits(const QByteArray &type, qsizetype length)
{
    const qsizetype allowed = allowedLength(type);
    if (allowed >= 0) {
        return length == allowed;
    }
    if (type == "sBIT") {
        return length <= 4;
    }
    if (type == "bKGD") {
        return length <= 6;
    }
    if (type == "tRNS") {
        return length <= 256;
    }
    return type != "PLTE" || (length <= 768 && length % 3 == 0);
}

quint32 checksum(const QByteArray &typeAndData)
{
    return static_cast<quint32>(crc32(0, reinterpret_cast<const Bytef *>(typeAndData.constData()),
                                      static_cast<uInt>(typeAndData.size())));
}

/// Data after the end of the compressed pixels is drawn by nobody; the size of the useful part, or
/// nothing when it cannot be inflated.
std::optional<qsizetype> usefulSize(const QByteArray &data)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) {
        return std::nullopt;
    }
    QByteArray in = data;
    QByteArray out(64 * 1024, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    int result = Z_OK;
    while (result == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        result = inflate(&stream, Z_NO_FLUSH);
    }
    const auto used = static_cast<qsizetype>(stream.total_in);
    inflateEnd(&stream);
    return result == Z_STREAM_END ? std::optional(used) : std::nullopt;
}

/// Cuts off what follows the compressed pixels inside of the data chunks; false when they are
/// damaged.
bool trimPixels(QByteArrayList &chunks, int &removed)
{
    QByteArray pixels;
    for (const QByteArray &chunk : chunks) {
        if (chunk.startsWith("IDAT")) {
            pixels.append(chunk.mid(4));
        }
    }
    const auto useful = usefulSize(pixels);
    if (!useful) {
        return false;
    }
    if (*useful == pixels.size()) {
        return true;
    }
    ++removed;
    qsizetype left = *useful;
    for (QByteArray &chunk : chunks) {
        if (chunk.startsWith("IDAT")) {
            const qsizetype size = std::min(left, chunk.size() - 4);
            chunk.truncate(4 + size);
            left -= size;
        }
    }
    return true;
}

}   // namespace

void appendPngChunk(QByteArray &out, const QByteArray &typeAndData)
{
    QByteArray number(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(typeAndData.size() - 4), number.data());
    out.append(number).append(typeAndData);
    qToBigEndian(checksum(typeAndData), number.data());
    out.append(number);
}

std::optional<CleanPicture> scrubPng(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    CleanPicture clean;
    clean.bytes = *reader.take(signatureSize);
    QByteArrayList chunks;
    QSet<QByteArray> seen;
    bool ended = false;
    while (!ended) {
        const auto length = reader.bigEndian<quint32>();
        const auto content = length ? reader.take(qsizetype{*length} + 4) : std::nullopt;
        const auto crc = reader.bigEndian<quint32>();
        if (!content || !crc || *crc != checksum(*content)) {
            return std::nullopt;
        }
        const QByteArray type = content->left(4);
        if (chunks.isEmpty() != (type == "IHDR")) {
            return std::nullopt;
        }
        const bool again = type != "IDAT" && seen.contains(type);
        seen.insert(type);
        if (!again && allowedLength(type) != -2 && lengthFits(type, content->size() - 4)) {
            chunks.append(*content);
        } else {
            ++clean.removed;
        }
        ended = type == "IEND";
    }
    clean.removed += reader.left() > 0 ? 1 : 0;
    if (!trimPixels(chunks, clean.removed)) {
        return std::nullopt;
    }
    for (const QByteArray &chunk : std::as_const(chunks)) {
        appendPngChunk(clean.bytes, chunk);
    }
    return clean;
}

}   // namespace expunge::formats::image
