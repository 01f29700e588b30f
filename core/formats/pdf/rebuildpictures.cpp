// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildpictures.h"

#include "core/formats/pdf/cutbytes.h"

#include <algorithm>

namespace expunge::pdf {

namespace {

constexpr qint64 unknownLength = 0xffffffff;

/// How many bytes the header of a JBIG2 segment has, and its data (ITU-T T.88, 7.2).
struct Segment
{
    int type = 0;
    qsizetype header = 0;
    qint64 data = 0;
};

Segment segmentAt(const FontBytes &bytes, qsizetype at)
{
    Segment segment;
    const quint32 number = bytes.u32(at);
    const int flags = bytes.u8(at + 4);
    segment.type = flags & 0x3f;
    qsizetype place = at + 5;
    qint64 count = bytes.u8(place) >> 5;
    if (count == 7) {
        count = bytes.u32(place) & 0x1fffffff;
        place += 4 + (count + 8) / 8;
    } else {
        ++place;
    }
    place += count * (number <= 256 ? 1 : number <= 65536 ? 2 : 4);
    place += (flags & 0x40) != 0 ? 4 : 1;
    segment.data = bytes.u32(place);
    segment.header = place + 4 - at;
    return segment;
}

}   // namespace

QByteArray trimmedFax(const QByteArray &bytes, int k)
{
    if (k > 0) {
        return bytes;
    }
    constexpr quint32 endOfBlock = 0x001001;   // no row has eleven noughts one after the other
    quint32 window = 0xffffff;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (int bit = 7; bit >= 0; --bit) {
            const auto byte = static_cast<quint8>(bytes[at]);
            window = ((window << 1) | ((byte >> bit) & 1U)) & 0xffffff;
            if (window == endOfBlock && at > 2) {
                // what a fax machine sends after it is more of the same
                QByteArray result = bytes.left(at + 1);
                result.back() = static_cast<char>(byte & (0xff << bit));
                return result;
            }
        }
    }
    return bytes;
}

QByteArray cleanJbig2(const QByteArray &bytes)
{
    constexpr int comment = 62;
    constexpr qsizetype shortest = 11;
    const FontBytes source(bytes);
    QByteArray result;
    for (qsizetype at = 0; at + shortest <= bytes.size();) {
        const Segment segment = segmentAt(source, at);
        if (segment.data == unknownLength) {   // it ends where its own marks say
            return result + bytes.mid(at);
        }
        const qsizetype end = at + segment.header + static_cast<qsizetype>(segment.data);
        if (end > bytes.size()) {   // a picture that is cut off: viewers show what there is
            constexpr int lastRegion = 43;
            return segment.type <= lastRegion ? result + bytes.mid(at) : result;
        }
        if (segment.type != comment) {
            result += bytes.mid(at, end - at);
        }
        at = end;
    }
    return result;
}

void cleanCodeStream(QByteArray &bytes, qsizetype begin)
{
    constexpr int tilePart = 0x90;
    constexpr int data = 0x93;
    constexpr int comment = 0x64;
    constexpr int endOfStream = 0xd9;
    qsizetype at = begin + 2;   // after SOC
    qsizetype tile = -1;        // where the tile part began
    qint64 size = 0;
    while (at + 2 <= bytes.size() && static_cast<quint8>(bytes[at]) == 0xff) {
        const FontBytes source(bytes);
        const int marker = source.u8(at + 1);
        if (marker == endOfStream) {
            bytes.truncate(at + 2);
            return;
        }
        if (marker == data) {
            if (tile < 0 || size < 14 || tile + size > bytes.size()) {   // up to the end
                return;
            }
            at = tile + static_cast<qsizetype>(size);
            continue;
        }
        const qsizetype length = std::max(source.u16(at + 2), 2);
        if (marker == tilePart) {
            tile = at;
            size = source.u32(at + 6);
        } else if (marker == comment) {   // two bytes say which alphabet
            const qsizetype end = std::min(at + 2 + length, bytes.size());
            for (qsizetype i = at + 6; i < end; ++i) {
                bytes[i] = ' ';
            }
        }
        at += 2 + length;
    }
}

}   // namespace expunge::pdf
