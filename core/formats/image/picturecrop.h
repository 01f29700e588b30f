// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace expunge::formats::image {

/// What is cut off on each side, as a share of the width or height: 0 to 1.
struct CropShares
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

/// The picture with nothing but the pixels that are at least partly inside: JPEG stays JPEG, PNG,
/// GIF and BMP become PNG. Nothing for other formats, damaged pictures and crops that leave
/// nothing.
std::optional<QByteArray> cropPicture(const QByteArray &bytes, const CropShares &crop);

}   // namespace expunge::formats::image
