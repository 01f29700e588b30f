// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/interpretercolour.h"

#include "core/formats/pdf/fontdescription.h"
#include "core/formats/pdf/pdffile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace expunge::pdf {

namespace {

constexpr int kDeepest = 6;   // spaces on spaces
constexpr qint64 kLargestTable = 1 << 20;

quint32 byteOf(double value)
{
    return static_cast<quint32>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
}

std::vector<double> numbersOf(QPDFObjectHandle array)
{
    std::vector<double> numbers;
    for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i) {
        numbers.push_back(numberOf(array.getArrayItem(i)));
    }
    return numbers;
}

/// ISO 32000-1, 7.10.2: the sample next to the input.
std::vector<double> sampled(QPDFObjectHandle function, const std::vector<double> &inputs)
{
    QPDFObjectHandle details = function.getDict();
    const std::vector<double> sizes = numbersOf(details.getKey("/Size"));
    const std::vector<double> range = numbersOf(details.getKey("/Range"));
    const auto bytes = readStream(function, kLargestTable);
    if (!bytes || sizes.size() != inputs.size() || range.empty()
        || numberOf(details.getKey("/BitsPerSample")) != 8) {
        return {};
    }
    double index = 0;
    double step = 1;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        index += step * std::round(std::clamp(inputs[i], 0.0, 1.0) * (sizes[i] - 1));
        step *= sizes[i];
    }
    const std::size_t outputs = range.size() / 2;
    std::vector<double> values;
    for (std::size_t i = 0; i < outputs; ++i) {
        const double at = index * static_cast<double>(outputs) + static_cast<double>(i);
        if (!(at >= 0) || at >= static_cast<double>(bytes->size())) {
            return {};
        }
        const double share =
            static_cast<unsigned char>((*bytes)[static_cast<qsizetype>(at)]) / 255.;
        values.push_back(range[2 * i] + share * (range[2 * i + 1] - range[2 * i]));
    }
    return values;
}

/// What a tint transform makes of `inputs` (7.10); empty for functions that are programs.
std::vector<double> evaluate(QPDFObjectHandle function, const std::vector<double> &inputs)
{
    QPDFObjectHandle details = function.isStream() ? function.getDict() : function;
    if (!details.isDictionary() || inputs.empty()) {
        return {};
    }
    const double type = numberOf(details.getKey("/FunctionType"), -1);
    if (type == 0 && function.isStream()) {
        return sampled(function, inputs);
    }
    if (type != 2) {
        return {};
    }
    std::vector<double> from = numbersOf(details.getKey("/C0"));
    std::vector<double> to = numbersOf(details.getKey("/C1"));
    from = from.empty() ? std::vector<double>{0} : from;
    to = to.empty() ? std::vector<double>{1} : to;
    const double share =
        std::pow(std::clamp(inputs[0], 0.0, 1.0), numberOf(details.getKey("/N"), 1));
    std::vector<double> values;
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
        values.push_back(from[i] + share * (to[i] - from[i]));
    }
    return values;
}

Colour deviceColour(const std::vector<double> &values)
{
    switch (values.size()) {
    case 1:
        return greyColour(values[0]);
    case 3:
        return rgbColour(values[0], values[1], values[2]);
    case 4:
        return cmykColour(values[0], values[1], values[2], values[3]);
    default:
        return {.rgb = 0, .known = false};
    }
}

/// CIE 1976 L*a*b* under D50, through XYZ to sRGB primaries; 8.6.5.4.
Colour labColour(const std::vector<double> &values)
{
    const double m = (values[0] + 16) / 116;
    const auto g = [](double x) { return x >= 6. / 29 ? x * x * x : 108. / 841 * (x - 4. / 29); };
    const double x = 0.9642 * g(m + values[1] / 500);
    const double y = g(m);
    const double z = 0.8249 * g(m - values[2] / 200);
    const auto gamma = [](double v) {
        return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    };
    return rgbColour(gamma(3.1339 * x - 1.6169 * y - 0.4906 * z),
                     gamma(-0.9785 * x + 1.9160 * y + 0.0333 * z),
                     gamma(0.0720 * x - 0.2290 * y + 1.4057 * z));
}

Colour indexedColour(QPDFObjectHandle space, double index, int depth)
{
    QPDFObjectHandle base = space.getArrayItem(1);
    QPDFObjectHandle lookup = space.getArrayItem(3);
    QByteArray table;
    if (lookup.isString()) {
        table = QByteArray::fromStdString(lookup.getStringValue());
    } else if (lookup.isStream()) {
        table = readStream(lookup, kLargestTable).value_or(QByteArray());
    }
    const qsizetype entries = static_cast<qsizetype>(numberOf(space.getArrayItem(2))) + 1;
    const qsizetype parts = entries > 0 ? std::min<qsizetype>(table.size() / entries, 4) : 0;
    const auto at = static_cast<qsizetype>(std::clamp(index, 0.0, 255.0)) * parts;
    if (parts < 1 || at + parts > table.size()) {
        return {.rgb = 0, .known = false};
    }
    std::vector<double> values;
    for (qsizetype i = 0; i < parts; ++i) {
        values.push_back(static_cast<unsigned char>(table[at + i]) / 255.);
    }
    return colourIn(base, values, depth + 1);
}

Colour separationColour(QPDFObjectHandle space, const std::vector<double> &values, int depth)
{
    const std::vector<double> tints = values.empty() ? std::vector<double>{1} : values;
    const std::vector<double> made = evaluate(space.getArrayItem(3), tints);
    if (!made.empty()) {
        return colourIn(space.getArrayItem(2), made, depth + 1);
    }
    const QByteArray name = nameOf(space.getArrayItem(1));
    if (name == "Black" || name == "All") {
        return greyColour(1 - tints[0]);
    }
    return {.rgb = 0, .known = false};
}

std::vector<double> orZeros(const std::vector<double> &values, std::size_t count)
{
    std::vector<double> filled = values;
    filled.resize(count);
    if (values.empty() && count == 4) {
        filled[3] = 1;   // 8.6.8: black
    }
    return filled;
}

}   // namespace

Colour greyColour(double grey)
{
    return {.rgb = byteOf(grey) * 0x010101, .known = true};
}

Colour rgbColour(double red, double green, double blue)
{
    return {.rgb = byteOf(red) << 16 | byteOf(green) << 8 | byteOf(blue), .known = true};
}

Colour cmykColour(double cyan, double magenta, double yellow, double black)
{
    const double light = 1 - std::clamp(black, 0.0, 1.0);
    return rgbColour((1 - cyan) * light, (1 - magenta) * light, (1 - yellow) * light);
}

bool looksSame(const Colour &one, const Colour &other)
{
    constexpr int kNoticed = 8;   // of 255
    if (!one.known || !other.known) {
        return false;
    }
    for (const int shift : {0, 8, 16}) {
        const int difference =
            static_cast<int>(one.rgb >> shift & 0xFF) - static_cast<int>(other.rgb >> shift & 0xFF);
        if (std::abs(difference) > kNoticed) {
            return false;
        }
    }
    return true;
}

Colour colourIn(const QPDFObjectHandle &space, const std::vector<double> &values, int depth)
{
    QPDFObjectHandle object = space;
    const bool array = object.isArray() && object.getArrayNItems() > 0;
    const QByteArray name = nameOf(array ? object.getArrayItem(0) : object);
    if (depth > kDeepest) {
        return {.rgb = 0, .known = false};
    }
    if (name == "DeviceGray" || name == "CalGray" || name == "G") {
        return deviceColour(orZeros(values, 1));
    }
    if (name == "DeviceRGB" || name == "CalRGB" || name == "RGB") {
        return deviceColour(orZeros(values, 3));
    }
    if (name == "DeviceCMYK" || name == "CMYK") {
        return deviceColour(orZeros(values, 4));
    }
    if (name == "Lab") {
        return labColour(orZeros(values, 3));
    }
    if (name == "ICCBased" && array && object.getArrayNItems() > 1) {
        QPDFObjectHandle profile = object.getArrayItem(1);
        const double parts = profile.isStream() ? numberOf(profile.getDict().getKey("/N")) : 0;
        return parts == 1 || parts == 3 || parts == 4
                   ? deviceColour(orZeros(values, static_cast<std::size_t>(parts)))
                   : Colour{.rgb = 0, .known = false};
    }
    if ((name == "Indexed" || name == "I") && array && object.getArrayNItems() > 3) {
        return indexedColour(object, values.empty() ? 0 : values[0], depth);
    }
    if ((name == "Separation" || name == "DeviceN") && array && object.getArrayNItems() > 3) {
        return separationColour(object, values, depth);
    }
    return {.rgb = 0, .known = false};
}

}   // namespace expunge::pdf
