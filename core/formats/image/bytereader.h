// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <optional>

namespace expunge::formats::image {

/// Reads a picture's bytes in order; past the end it gives nothing, and stays there.
class ByteReader
{
public:
    explicit ByteReader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    qsizetype at() const { return m_at; }
    qsizetype left() const { return m_bytes.size() - m_at; }

    std::optional<quint8> byte()
    {
        if (left() < 1) {
            return std::nullopt;
        }
        return static_cast<quint8>(m_bytes[m_at++]);
    }

    template<typename Number>
    std::optional<Number> bigEndian()
    {
        const auto size = static_cast<qsizetype>(sizeof(Number));
        if (left() < size) {
            return std::nullopt;
        }
        m_at += size;
        return qFromBigEndian<Number>(m_bytes.constData() + m_at - size);
    }

    std::optional<QByteArray> take(qsizetype size)
    {
        if (size < 0 || left() < size) {
            return std::nullopt;
        }
        m_at += size;
        return m_bytes.mid(m_at - size, size);
    }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

}   // namespace expunge::formats::image
