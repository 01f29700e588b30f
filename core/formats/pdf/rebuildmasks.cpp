// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildmasks.h"

#include "core/formats/pdf/pdffile.h"

#include <algorithm>

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;

namespace {

constexpr qint64 mostSamples = 100'000'000;

int integer(QPDFObject dictionary, const char *key)
{
    QPDFObject value = dictionary.getKey(key);
    return value.isInteger() ? value.getIntValueAsInt() : 0;
}

bool isInverted(QPDFObject dictionary)
{
    QPDFObject decode = dictionary.getKey("/Decode");
    return decode.isArray() && decode.getArrayNItems() > 0 && decode.getArrayItem(0).isNumber()
           && decode.getArrayItem(0).getNumericValue() > 0.5;
}

quint32 sampleAt(const QByteArray &row, int x, int bits)
{
    if (bits == 16) {
        return (static_cast<quint32>(static_cast<quint8>(row[2 * x])) << 8)
               | static_cast<quint8>(row[2 * x + 1]);
    }
    const int at = x * bits;
    const auto byte = static_cast<quint8>(row[at / 8]);
    return (static_cast<quint32>(byte) >> (8 - bits - at % 8)) & ((1U << bits) - 1);
}

}   // namespace

std::optional<MaskedOut> maskedOut(QPDFObject picture)
{
    QPDFObject dict = picture.getDict();
    const bool soft = dict.getKey("/SMask").isStream();
    QPDFObject mask = dict.getKey(soft ? "/SMask" : "/Mask");
    if (!mask.isStream()) {
        return std::nullopt;
    }
    MaskedOut result{integer(mask.getDict(), "/Width"), integer(mask.getDict(), "/Height"), {}};
    const int bits = soft ? integer(mask.getDict(), "/BitsPerComponent") : 1;
    const std::vector<QByteArray> filters = filtersOf(mask);
    const bool coded = !filters.empty()
                       && (filters.back().startsWith("DCT") || filters.back().startsWith("J")
                           || filters.back().startsWith("CCITT"));
    const qint64 count = static_cast<qint64>(result.width) * result.height;
    if (coded || result.width <= 0 || result.height <= 0 || count > mostSamples
        || (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16)) {
        return std::nullopt;
    }
    const auto bytes = readStream(mask);
    const qsizetype rowBytes = (static_cast<qsizetype>(result.width) * bits + 7) / 8;
    if (!bytes || bytes->size() < rowBytes * result.height) {
        return std::nullopt;
    }
    const quint32 most = (1U << bits) - 1;
    // of a soft mask 0 lets nothing through, of a stencil 1
    const quint32 hides = soft != isInverted(mask.getDict()) ? 0 : most;
    result.hidden.resize(static_cast<qsizetype>(count));
    for (int y = 0; y < result.height; ++y) {
        const QByteArray row = bytes->mid(y * rowBytes, rowBytes);
        for (int x = 0; x < result.width; ++x) {
            result.hidden[static_cast<qsizetype>(y) * result.width + x] =
                sampleAt(row, x, bits) == hides ? '\1' : '\0';
        }
    }
    return result;
}

void blankHidden(QByteArray &samples, int width, int height, int bits, const MaskedOut &mask)
{
    const qsizetype rowBytes = (static_cast<qsizetype>(width) * bits + 7) / 8;
    if (bits <= 0 || samples.size() < rowBytes * height || !mask.hidesAny()) {
        return;
    }
    // samples of the mask that a sample of the picture lies under, and one around for smoothing
    const auto range = [](int at, int of, int masks) {
        const auto from = static_cast<int>(static_cast<qint64>(at) * masks / of) - 1;
        const auto to = static_cast<int>((static_cast<qint64>(at) + 1) * masks / of) + 1;
        return std::pair(std::max(0, from), std::min(masks - 1, to));
    };
    for (int y = 0; y < height; ++y) {
        const auto [top, bottom] = range(y, height, mask.height);
        for (int x = 0; x < width; ++x) {
            const auto [left, right] = range(x, width, mask.width);
            bool shows = false;
            for (int j = top; j <= bottom && !shows; ++j) {
                const auto row = mask.hidden.begin() + static_cast<qsizetype>(j) * mask.width;
                shows = std::find(row + left, row + right + 1, '\0') != row + right + 1;
            }
            const qsizetype first = static_cast<qsizetype>(x) * bits;
            for (qsizetype bit = shows ? first + bits : first; bit < first + bits; ++bit) {
                char &byte = samples[y * rowBytes + bit / 8];
                byte = static_cast<char>(byte & ~(0x80 >> (bit % 8)));
            }
        }
    }
}

}   // namespace expunge::pdf
