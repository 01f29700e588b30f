// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/picturescrub.h"

#include "core/formats/image/pictureformats.h"

namespace expunge::formats::image {

std::optional<CleanPicture> scrubPicture(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1A\n")) {
        return scrubPng(bytes);
    }
    if (bytes.startsWith("\xFF\xD8\xFF")) {
        return scrubJpeg(bytes);
    }
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) {
        return scrubGif(bytes);
    }
    if (bytes.startsWith("BM")) {
        return scrubBmp(bytes);
    }
    return std::nullopt;
}

}   // namespace expunge::formats::image
