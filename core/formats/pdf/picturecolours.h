// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <QtGlobal>

#include <vector>

namespace expunge::pdf {

/// What the samples of a picture mean: its colour space and decode array (ISO 32000-1, 8.9.5).
class PictureColours
{
public:
    PictureColours(QPDFObjectHandle dictionary, bool stencil);

    int components() const { return m_components; }   // 0: not known
    /// The light grey of boxes, or what comes near; of a stencil, what paints nothing.
    std::vector<quint32> flat(int bits) const;
    /// In a mask: all of what is under it shows.
    std::vector<quint32> solid(int bits, bool softMask) const;

private:
    enum class Kind { Light, Ink, Lab, Indexed, Stencil };

    void read(QPDFObjectHandle space, int depth);
    void readNamed(const std::string &name);
    void readPalette(QPDFObjectHandle space, int depth);
    quint32 sample(double value, std::size_t component, int bits, double most) const;

    Kind m_kind = Kind::Light;
    int m_components = 0;
    int m_greyIndex = 0;
    std::vector<double> m_decode;
};

}   // namespace expunge::pdf
