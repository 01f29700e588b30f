// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/picturecolours.h"

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

namespace {

constexpr double lightness = 0.8;   // of the flat colour
constexpr int deepest = 4;          // colour spaces in colour spaces

std::string bytesOf(QPDFObjectHandle table)
{
    if (table.isString()) {
        return table.getStringValue();
    }
    if (table.isStream()) {
        try {
            const auto buffer = table.getStreamData(qpdf_dl_all);
            return {reinterpret_cast<const char *>(buffer->getBuffer()), buffer->getSize()};
        } catch (const std::exception &) {
            return {};
        }
    }
    return {};
}

}   // namespace

PictureColours::PictureColours(QPDFObjectHandle dictionary, bool stencil)
{
    if (stencil) {
        m_kind = Kind::Stencil;
        m_components = 1;
    } else {
        read(dictionary.getKey("/ColorSpace"), 0);
    }
    QPDFObjectHandle decode = dictionary.getKey("/Decode");
    if (decode.isArray() && decode.getArrayNItems() == 2 * m_components) {
        for (QPDFObjectHandle item : decode.getArrayAsVector()) {
            m_decode.push_back(item.isNumber() ? item.getNumericValue() : 0);
        }
    }
}

void PictureColours::readNamed(const std::string &name)
{
    if (name == "/DeviceGray" || name == "/CalGray" || name == "/G") {
        m_components = 1;
    } else if (name == "/DeviceRGB" || name == "/CalRGB" || name == "/RGB") {
        m_components = 3;
    } else if (name == "/DeviceCMYK" || name == "/CMYK") {
        m_kind = Kind::Ink;
        m_components = 4;
    }
}

void PictureColours::read(QPDFObjectHandle space, int depth)
{
    if (space.isName()) {
        readNamed(space.getName());
        return;
    }
    if (depth > deepest || !space.isArray() || space.getArrayNItems() < 1
        || !space.getArrayItem(0).isName()) {
        return;
    }
    const std::string family = space.getArrayItem(0).getName();
    const int items = space.getArrayNItems();
    if (family == "/ICCBased" && items > 1 && space.getArrayItem(1).isStream()) {
        QPDFObjectHandle count = space.getArrayItem(1).getDict().getKey("/N");
        const int components = count.isInteger() ? count.getIntValueAsInt() : 0;
        m_components = components == 1 || components == 3 || components == 4 ? components : 0;
        m_kind = components == 4 ? Kind::Ink : Kind::Light;
    } else if (family == "/Lab") {
        m_kind = Kind::Lab;
        m_components = 3;
    } else if (family == "/Separation") {
        m_kind = Kind::Ink;
        m_components = 1;
    } else if (family == "/DeviceN" && items > 1 && space.getArrayItem(1).isArray()) {
        m_kind = Kind::Ink;
        m_components = std::min(space.getArrayItem(1).getArrayNItems(), 32);
    } else if ((family == "/Indexed" || family == "/I") && items > 3) {
        readPalette(space, depth);
    } else {
        readNamed(family);
    }
}

// The entry that comes nearest to a light grey.
void PictureColours::readPalette(QPDFObjectHandle space, int depth)
{
    read(space.getArrayItem(1), depth + 1);
    const int components = m_components;
    const bool ink = m_kind == Kind::Ink;
    const std::string table = bytesOf(space.getArrayItem(3));
    m_kind = Kind::Indexed;
    m_components = 1;
    double nearest = 1e9;
    for (int i = 0;
         components > 0 && static_cast<std::size_t>((i + 1) * components) <= table.size(); ++i) {
        double off = 0;
        for (int c = 0; c < components; ++c) {
            const auto byte =
                static_cast<quint8>(table[static_cast<std::size_t>(i * components + c)]);
            const double wanted = ink ? 1 - lightness : lightness;
            off += std::abs(byte / 255.0 - wanted);
        }
        if (off < nearest) {
            nearest = off;
            m_greyIndex = i;
        }
    }
}

quint32 PictureColours::sample(double value, std::size_t component, int bits, double most) const
{
    const double from = m_decode.empty() ? 0 : m_decode[2 * component];
    const double to = m_decode.empty() ? most : m_decode[2 * component + 1];
    const double share = to == from ? 0 : std::clamp((value - from) / (to - from), 0.0, 1.0);
    return static_cast<quint32>(std::lround(share * ((1U << bits) - 1)));
}

std::vector<quint32> PictureColours::flat(int bits) const
{
    std::vector<quint32> colour;
    for (int c = 0; c < m_components; ++c) {
        const auto at = static_cast<std::size_t>(c);
        const bool lastInk = m_components != 4 || c == 3;
        switch (m_kind) {
        case Kind::Light:
            colour.push_back(sample(lightness, at, bits, 1));
            break;
        case Kind::Ink:
            colour.push_back(sample(lastInk ? 1 - lightness : 0, at, bits, 1));
            break;
        case Kind::Lab:
            // Components a and b go from -100 to 100 unless said otherwise; the middle is grey.
            colour.push_back(c == 0 ? sample(100 * lightness, at, bits, 100)
                                    : static_cast<quint32>(1U << (bits - 1)));
            break;
        case Kind::Indexed:
            colour.push_back(
                std::min(static_cast<quint32>(m_greyIndex), (1U << std::min(bits, 16)) - 1));
            break;
        case Kind::Stencil:
            colour.push_back(sample(1, at, bits, 1));   // 1 leaves the page as it is (8.9.6.2)
            break;
        }
    }
    return colour;
}

std::vector<quint32> PictureColours::solid(int bits, bool softMask) const
{
    std::vector<quint32> colour;
    for (int c = 0; c < m_components; ++c) {
        colour.push_back(sample(softMask ? 1 : 0, static_cast<std::size_t>(c), bits, 1));
    }
    return colour;
}

}   // namespace expunge::pdf
