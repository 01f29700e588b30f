// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/geometry.h"

#include <QByteArray>

#include <vector>

namespace expunge::pdf {

/// Decoded samples of a picture: rows from the top, each padded to a byte (ISO 32000-1, 8.9.3).
struct PictureSamples
{
    int width = 0;
    int height = 0;
    int components = 1;
    int bits = 8;   // of one component: 1, 2, 4, 8, 16
    QByteArray bytes;

    qsizetype rowBytes() const;

    /// Makes [from, to) of a row one colour.
    void overwrite(int row, int from, int to, const std::vector<quint32> &colour);
    /// The samples under a rectangle of the page, and one more on each side. `toPage`: from the
    /// unit square that the picture fills. False when the picture is flat, and so cannot be aimed
    /// at.
    bool overwrite(const Rect &area, const Matrix &toPage, const std::vector<quint32> &colour);
};

}   // namespace expunge::pdf
