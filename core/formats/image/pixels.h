// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace expunge::formats::image {

/// More than this is no picture of a document but a trap.
constexpr qint64 mostPixels = 100'000'000;

/// The part of a picture that is shown, in pixels.
struct PixelRect
{
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

/// A decoded picture: red, green, blue, opacity, one byte each; rows from the top, without padding.
struct Pixels
{
    int width = 0;
    int height = 0;
    QByteArray rgba;
    quint32 perMetreX = 0;   // pixels; 0: not said
    quint32 perMetreY = 0;
};

/// Each reads a picture of its own format; of an animation the first picture. Nothing for damaged
/// ones and for more than `mostPixels`.
std::optional<Pixels> readPngPixels(const QByteArray &bytes);
std::optional<Pixels> readGifPixels(const QByteArray &bytes);
std::optional<Pixels> readBmpPixels(const QByteArray &bytes);

/// The same pixels always give the same bytes.
std::optional<QByteArray> writePng(const Pixels &pixels);

}   // namespace expunge::formats::image
