// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace expunge::formats::image {

/// A picture with nothing left but what draws it.
struct CleanPicture
{
    QByteArray bytes;
    int removed = 0;   // chunks, segments and stray bytes that went; 0: it was clean
};

/// Removes everything but what draws the picture from PNG (W3C PNG, chunk allow-list), JPEG (ITU-T
/// T.81, segment allow-list), GIF89a and BMP: EXIF, XMP, IPTC, ICC texts, comments, thumbnails,
/// trailing data. Pixels stay as they are, bit for bit. Nothing for formats that it does not know,
/// or damaged files.
std::optional<CleanPicture> scrubPicture(const QByteArray &bytes);

}   // namespace expunge::formats::image
