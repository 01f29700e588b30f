// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/image/picturescrub.h"

namespace expunge::formats::image {

// Each takes a picture of its own format and gives nothing for a damaged one.
std::optional<CleanPicture> scrubPng(const QByteArray &bytes);
std::optional<CleanPicture> scrubJpeg(const QByteArray &bytes);
std::optional<CleanPicture> scrubGif(const QByteArray &bytes);
std::optional<CleanPicture> scrubBmp(const QByteArray &bytes);

/// Adds a PNG chunk with its length and checksum.
void appendPngChunk(QByteArray &out, const QByteArray &typeAndData);

}   // namespace expunge::formats::image
