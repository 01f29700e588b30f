// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace expunge::pdf {

// Each takes the decoded bytes of a stream of its kind and leaves what is needed to draw or read
// the page, without comments, descriptions and stray bytes; nothing for bytes that it cannot read.

/// A colour profile (ICC.1:2010, 7) of `components` colours, without its texts.
std::optional<QByteArray> cleanProfile(const QByteArray &bytes, int components);

/// A character map (Adobe technical note 5014; ISO 32000-1, 9.7.5 and 9.10.3): code ranges and what
/// they map to.
std::optional<QByteArray> cleanCharacterMap(const QByteArray &bytes);

/// A JPEG 2000 picture (ISO 15444-1, annexes A and I): the boxes that draw it, comments blanked.
std::optional<QByteArray> cleanJpeg2000(const QByteArray &bytes);

/// A calculator function (ISO 32000-1, 7.10.5).
std::optional<QByteArray> cleanCalculator(const QByteArray &bytes);

/// The same bytes as a zlib stream (RFC 1950).
QByteArray deflated(const QByteArray &bytes);

}   // namespace expunge::pdf
