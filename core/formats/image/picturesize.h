// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace expunge::formats::image {

/// How large a picture is: in pixels, and in points as it says itself, or as programs take it that
/// says nothing (96 pixels an inch).
struct PictureSize
{
    int width = 0;
    int height = 0;
    quint32 perMetreX = 0;   // pixels; 0: it does not say
    quint32 perMetreY = 0;

    double widthInPoints() const;
    double heightInPoints() const;
};

/// Of a PNG, JPEG, GIF or BMP picture; nothing for others and for damaged ones.
std::optional<PictureSize> pictureSize(const QByteArray &bytes);

}   // namespace expunge::formats::image
