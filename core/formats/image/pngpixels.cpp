// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/pictureformats.h"
#include "core/formats/image/pixels.h"

#include <QtEndian>

#include <png.h>

namespace expunge::formats::image {

namespace {

/// Nobody sees what colour stands behind full transparency: it must not tell of anything.
bool clearUnseen(QByteArray &rgba)
{
    bool opaque = true;
    for (qsizetype at = 0; at + 3 < rgba.size(); at += 4) {
        const auto alpha = static_cast<quint8>(rgba.at(at + 3));
        opaque = opaque && alpha == 0xff;
        if (alpha == 0) {
            rgba[at] = rgba[at + 1] = rgba[at + 2] = '\0';
        }
    }
    return opaque;
}

QByteArray withoutAlpha(const QByteArray &rgba)
{
    QByteArray rgb;
    rgb.reserve(rgba.size() / 4 * 3);
    for (qsizetype at = 0; at + 3 < rgba.size(); at += 4) {
        rgb.append(rgba.constData() + at, 3);
    }
    return rgb;
}

/// Says how dense the pixels are, behind the header (W3C PNG, 11.3.5.3).
void addDensity(QByteArray &png, const Pixels &pixels)
{
    constexpr qsizetype headerEnd = 8 + 25;
    QByteArray chunk("pHYs");
    chunk.resize(4 + 9);
    qToBigEndian(pixels.perMetreX, chunk.data() + 4);
    qToBigEndian(pixels.perMetreY, chunk.data() + 8);
    chunk[12] = 1;   // metres
    QByteArray whole;
    appendPngChunk(whole, chunk);
    png.insert(headerEnd, whole);
}

}   // namespace

std::optional<Pixels> readPngPixels(const QByteArray &bytes)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.constData(),
                                         static_cast<size_t>(bytes.size()))
        == 0) {
        return std::nullopt;
    }
    image.format = PNG_FORMAT_RGBA;
    const qint64 area = qint64{image.width} * image.height;
    if (area <= 0 || area > mostPixels) {
        png_image_free(&image);
        return std::nullopt;
    }
    Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    pixels.rgba.resize(4 * area);
    if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr) == 0) {
        return std::nullopt;
    }
    return pixels;
}

std::optional<QByteArray> writePng(const Pixels &pixels)
{
    QByteArray rgba = pixels.rgba;
    const bool opaque = clearUnseen(rgba);
    const QByteArray samples = opaque ? withoutAlpha(rgba) : rgba;
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = opaque ? PNG_FORMAT_RGB : PNG_FORMAT_RGBA;
    QByteArray out(static_cast<qsizetype>(PNG_IMAGE_PNG_SIZE_MAX(image)), Qt::Uninitialized);
    auto size = static_cast<png_alloc_size_t>(out.size());
    if (png_image_write_to_memory(&image, out.data(), &size, 0, samples.constData(), 0, nullptr)
        == 0) {
        return std::nullopt;
    }
    out.truncate(static_cast<qsizetype>(size));
    if (pixels.perMetreX > 0 && pixels.perMetreY > 0) {
        addDensity(out, pixels);
    }
    return out;
}

}   // namespace expunge::formats::image
