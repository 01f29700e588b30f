// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>

namespace expunge::pdf {

/// Big-endian numbers of a font program; zero beyond its end.
class FontBytes
{
public:
    FontBytes() = default;
    explicit FontBytes(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    qsizetype size() const { return m_bytes.size(); }
    bool has(qsizetype at, qsizetype count) const
    {
        return at >= 0 && count >= 0 && at <= size() && count <= size() - at;
    }
    int u8(qsizetype at) const { return has(at, 1) ? quint8(m_bytes[at]) : 0; }
    int u16(qsizetype at) const
    {
        return has(at, 2) ? qFromBigEndian<quint16>(m_bytes.data() + at) : 0;
    }
    int i16(qsizetype at) const { return qint16(u16(at)); }
    quint32 u32(qsizetype at) const
    {
        return has(at, 4) ? qFromBigEndian<quint32>(m_bytes.data() + at) : 0;
    }
    /// Empty when it does not lie inside.
    QByteArrayView slice(qsizetype at, qsizetype count) const
    {
        return has(at, count) ? m_bytes.sliced(at, count) : QByteArrayView();
    }

private:
    QByteArrayView m_bytes;
};

inline void append16(QByteArray &bytes, int value)
{
    bytes += char(value >> 8);
    bytes += char(value);
}

inline void append32(QByteArray &bytes, quint32 value)
{
    append16(bytes, int(value >> 16));
    append16(bytes, int(value & 0xFFFF));
}

}   // namespace expunge::pdf
