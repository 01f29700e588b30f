// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/image/pixels.h"

#include <functional>

namespace expunge::formats::image {

/// Decodes a JPEG picture, cuts it to what `choose` says for its size, and codes that anew, in the
/// same colours. Nothing for damaged pictures, or when `choose` says nothing.
std::optional<QByteArray>
cropJpeg(const QByteArray &bytes,
         const std::function<std::optional<PixelRect>(int width, int height)> &choose);

}   // namespace expunge::formats::image
