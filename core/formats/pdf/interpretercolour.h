// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <QByteArray>

#include <vector>

namespace expunge::pdf {

/// A colour as well as it can be told; good enough to compare with what is behind.
struct Colour
{
    quint32 rgb = 0;   // 0xRRGGBB
    bool known = true;

    friend bool operator==(const Colour &, const Colour &) = default;
};

Colour greyColour(double grey);
Colour rgbColour(double red, double green, double blue);
Colour cmykColour(double cyan, double magenta, double yellow, double black);

/// Whether no eye tells the two apart.
bool looksSame(const Colour &one, const Colour &other);

/// The colour of `values` in a colour space (ISO 32000-1, 8.6): a name or an array. Without values,
/// the space's initial colour.
Colour colourIn(const QPDFObjectHandle &space, const std::vector<double> &values, int depth = 0);

}   // namespace expunge::pdf
