// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/picturecrop.h"

#include "core/formats/image/jpegcrop.h"
#include "core/formats/image/picturesize.h"
#include "core/formats/image/pixels.h"

#include <algorithm>
#include <cmath>

namespace expunge::formats::image {

namespace {

/// Begin and length of what is left of `size` pixels; a length of 0: nothing.
std::pair<int, int> visible(int size, double before, double after)
{
    constexpr double rounding = 1e-6;   // shares come from thousandths of a percent
    const int begin = static_cast<int>(std::floor(before * size + rounding));
    const int end = static_cast<int>(std::ceil((1 - after) * size - rounding));
    const int first = std::clamp(begin, 0, size);
    return {first, std::max(0, std::clamp(end, 0, size) - first)};
}

std::optional<PixelRect> visibleRect(int width, int height, const CropShares &crop)
{
    const auto [left, columns] = visible(width, crop.left, crop.right);
    const auto [top, rows] = visible(height, crop.top, crop.bottom);
    if (columns == 0 || rows == 0) {
        return std::nullopt;
    }
    return PixelRect{left, top, columns, rows};
}

std::optional<Pixels> readPixels(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1A\n")) {
        return readPngPixels(bytes);
    }
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) {
        return readGifPixels(bytes);
    }
    if (bytes.startsWith("BM")) {
        return readBmpPixels(bytes);
    }
    return std::nullopt;
}

}   // namespace

std::optional<QByteArray> cropPicture(const QByteArray &bytes, const CropShares &crop)
{
    if (bytes.startsWith("\xFF\xD8\xFF")) {
        return cropJpeg(
            bytes, [&crop](int width, int height) { return visibleRect(width, height, crop); });
    }
    const auto whole = readPixels(bytes);
    const auto rect = whole ? visibleRect(whole->width, whole->height, crop) : std::nullopt;
    if (!rect) {
        return std::nullopt;
    }
    Pixels cut{rect->width, rect->height, {}};
    if (const auto size = pictureSize(bytes)) {   // crops in lengths go on to mean the same
        cut.perMetreX = size->perMetreX;
        cut.perMetreY = size->perMetreY;
    }
    cut.rgba.reserve(qsizetype{4} * rect->width * rect->height);
    for (int row = rect->top; row < rect->top + rect->height; ++row) {
        const qsizetype begin = 4 * (qsizetype{row} * whole->width + rect->left);
        cut.rgba.append(whole->rgba.constData() + begin, qsizetype{4} * rect->width);
    }
    return writePng(cut);
}

}   // namespace expunge::formats::image
