// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/picturesize.h"

#include "core/formats/image/bytereader.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace expunge::formats::image {

namespace {

constexpr double pointsAnInch = 72;
constexpr double metresAnInch = 0.0254;
constexpr double usualDensity = 96;   // pixels an inch

double points(int pixels, quint32 perMetre)
{
    const double perInch = perMetre == 0 ? usualDensity : perMetre * metresAnInch;
    return pixels * pointsAnInch / perInch;
}

/// W3C PNG, 11.2.2 (IHDR) and 11.3.5.3 (pHYs).
PictureSize pngSize(const QByteArray &bytes)
{
    constexpr qsizetype header = 8;
    ByteReader reader(bytes);
    reader.take(header);
    PictureSize size;
    for (auto length = reader.bigEndian<quint32>(); length; length = reader.bigEndian<quint32>()) {
        const QByteArray type = reader.take(4).value_or(QByteArray());
        const QByteArray content = reader.take(*length).value_or(QByteArray());
        reader.take(4);   // checksum
        ByteReader inside(content);
        if (type == "IHDR") {
            size.width = static_cast<int>(inside.bigEndian<quint32>().value_or(0));
            size.height = static_cast<int>(inside.bigEndian<quint32>().value_or(0));
        } else if (type == "pHYs") {
            const quint32 x = inside.bigEndian<quint32>().value_or(0);
            const quint32 y = inside.bigEndian<quint32>().value_or(0);
            const bool metres = inside.byte().value_or(0) == 1;
            size.perMetreX = metres ? x : 0;
            size.perMetreY = metres ? y : 0;
        } else if (type == "IDAT") {
            break;
        }
    }
    return size;
}

/// JFIF 1.02, page 5: units 1 (inch) and 2 (centimetre).
void readJfif(const QByteArray &content, PictureSize &size)
{
    ByteReader reader(content);
    if (reader.take(5) != QByteArray("JFIF\0", 5) || !reader.take(2)) {
        return;
    }
    const quint8 unit = reader.byte().value_or(0);
    const double scale = unit == 1 ? 1 / metresAnInch : unit == 2 ? 100 : 0;
    const auto density = [&] {
        return static_cast<quint32>(std::lround(reader.bigEndian<quint16>().value_or(0) * scale));
    };
    size.perMetreX = density();
    size.perMetreY = density();
}

/// ITU-T T.81, annex B.
PictureSize jpegSize(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    reader.take(2);
    PictureSize size;
    while (reader.byte() == quint8{0xff}) {
        auto marker = reader.byte();
        while (marker == quint8{0xff}) {
            marker = reader.byte();
        }
        const quint16 length = reader.bigEndian<quint16>().value_or(0);
        const auto content = reader.take(qsizetype{length} - 2);
        if (!marker || !content) {
            return {};
        }
        const bool frame = *marker >= 0xc0 && *marker <= 0xcf && *marker != 0xc4 && *marker != 0xc8
                           && *marker != 0xcc;
        if (*marker == 0xe0) {
            readJfif(*content, size);
        } else if (frame) {
            ByteReader inside(*content);
            inside.take(1);
            size.height = inside.bigEndian<quint16>().value_or(0);
            size.width = inside.bigEndian<quint16>().value_or(0);
            return size;
        }
    }
    return {};
}

/// GIF89a, 18: the logical screen.
PictureSize gifSize(const QByteArray &bytes)
{
    constexpr qsizetype header = 10;
    if (bytes.size() < header) {
        return {};
    }
    return {qFromLittleEndian<quint16>(bytes.constData() + 6),
            qFromLittleEndian<quint16>(bytes.constData() + 8)};
}

/// [MS-WMF] 2.2.2.3.
PictureSize bmpSize(const QByteArray &bytes)
{
    constexpr qsizetype header = 54;
    if (bytes.size() < header) {
        return {};
    }
    const auto number = [&bytes](qsizetype at) {
        return qFromLittleEndian<qint32>(bytes.constData() + at);
    };
    const qint64 height = std::abs(qint64{number(22)});
    const bool said = number(38) > 0 && number(42) > 0;
    return {number(18), static_cast<int>(std::min<qint64>(height, INT_MAX)),
            said ? static_cast<quint32>(number(38)) : 0,
            said ? static_cast<quint32>(number(42)) : 0};
}

}   // namespace

double PictureSize::widthInPoints() const
{
    return points(width, perMetreX);
}

double PictureSize::heightInPoints() const
{
    return points(height, perMetreY);
}

std::optional<PictureSize> pictureSize(const QByteArray &bytes)
{
    PictureSize size;
    if (bytes.startsWith("\x89PNG\r\n\x1A\n")) {
        size = pngSize(bytes);
    } else if (bytes.startsWith("\xFF\xD8\xFF")) {
        size = jpegSize(bytes);
    } else if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) {
        size = gifSize(bytes);
    } else if (bytes.startsWith("BM")) {
        size = bmpSize(bytes);
    }
    const bool sound = size.width > 0 && size.height > 0;
    return sound ? std::optional(size) : std::nullopt;
}

}   // namespace expunge::formats::image
