// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/bytereader.h"
#include "core/formats/image/pixels.h"

#include <algorithm>
#include <vector>

namespace expunge::formats::image {

namespace {

// GIF89a, sections 18 to 24 and appendix F.
constexpr quint8 imageSeparator = 0x2C;
constexpr quint8 extensionIntroducer = 0x21;
constexpr quint8 graphicControl = 0xF9;
constexpr int mostCodes = 4096;

QByteArray takeTable(ByteReader &reader, quint8 packed)
{
    const bool has = (packed & 0x80U) != 0;
    return has ? reader.take(qsizetype{3} << ((packed & 7U) + 1U)).value_or(QByteArray())
               : QByteArray();
}

/// The content of a chain of data blocks, joined.
std::optional<QByteArray> joinBlocks(ByteReader &reader)
{
    QByteArray out;
    for (auto size = reader.byte(); size; size = reader.byte()) {
        if (*size == 0) {
            return out;
        }
        const auto block = reader.take(*size);
        if (!block) {
            return std::nullopt;
        }
        out.append(*block);
    }
    return std::nullopt;
}

/// Unpacks the codes of one picture (appendix F: LZW with codes that grow to 12 bits).
class CodeReader
{
public:
    CodeReader(QByteArray data, int codeSize)
        : m_data(std::move(data))
        , m_codeSize(codeSize)
        , m_clear(1 << codeSize)
    {
    }

    QByteArray run(qint64 wanted)
    {
        QByteArray out;
        reset();
        int last = -1;
        while (out.size() < wanted) {
            const int code = next();
            if (code < 0 || code == m_clear + 1) {
                break;
            }
            if (code == m_clear) {
                reset();
                last = -1;
                continue;
            }
            if (code > static_cast<int>(m_prefix.size()) || (last < 0 && code >= m_clear)) {
                break;
            }
            const bool unknown = code == static_cast<int>(m_prefix.size());
            const QByteArray word = wordOf(unknown ? last : code);
            out.append(word);
            if (unknown) {
                out.append(word.at(0));
            }
            if (last >= 0 && m_prefix.size() < mostCodes) {
                m_prefix.push_back(last);
                m_suffix.push_back(word.at(0));
                const bool full = static_cast<int>(m_prefix.size()) == (1 << m_bits);
                m_bits += full && m_bits < 12 ? 1 : 0;
            }
            last = code;
        }
        return out;
    }

private:
    void reset()
    {
        m_bits = m_codeSize + 1;
        m_prefix.assign(static_cast<size_t>(m_clear) + 2, -1);
        m_suffix.assign(static_cast<size_t>(m_clear) + 2, '\0');
        for (int i = 0; i < m_clear; ++i) {
            m_suffix[static_cast<size_t>(i)] = static_cast<char>(i);
        }
    }

    int next()
    {
        while (m_held < m_bits) {
            if (m_at >= m_data.size()) {
                return -1;
            }
            m_buffer |= quint32{static_cast<quint8>(m_data[m_at++])} << m_held;
            m_held += 8;
        }
        const int code = static_cast<int>(m_buffer & ((1U << m_bits) - 1U));
        m_buffer >>= m_bits;
        m_held -= m_bits;
        return code;
    }

    QByteArray wordOf(int code) const
    {
        QByteArray word;
        for (int at = code; at >= 0; at = m_prefix[static_cast<size_t>(at)]) {
            word.append(m_suffix[static_cast<size_t>(at)]);
        }
        std::reverse(word.begin(), word.end());
        return word;
    }

    QByteArray m_data;
    int m_codeSize;
    int m_clear;
    int m_bits = 0;
    int m_held = 0;
    quint32 m_buffer = 0;
    qsizetype m_at = 0;
    std::vector<int> m_prefix;
    std::vector<char> m_suffix;
};

/// Rows of an interlaced picture come in four passes (appendix E).
std::vector<int> rowOrder(int height, bool interlaced)
{
    std::vector<int> order;
    const auto pass = [&](int first, int step) {
        for (int row = first; row < height; row += step) {
            order.push_back(row);
        }
    };
    if (interlaced) {
        pass(0, 8);
        pass(4, 8);
        pass(2, 4);
        pass(1, 2);
    } else {
        pass(0, 1);
    }
    return order;
}

quint16 read16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

/// Draws the picture that begins at the reader onto the screen.
bool drawImage(ByteReader &reader, const QByteArray &screenTable, int transparent, Pixels &screen)
{
    const auto place = reader.take(9);
    if (!place) {
        return false;
    }
    const auto packed = static_cast<quint8>((*place)[8]);
    const QByteArray own = takeTable(reader, packed);
    const QByteArray &colours = own.isEmpty() ? screenTable : own;
    const auto codeSize = reader.byte();
    const int width = read16(*place, 4);
    const int height = read16(*place, 6);
    auto data = codeSize && *codeSize >= 1 && *codeSize <= 8 ? joinBlocks(reader) : std::nullopt;
    if (!data || qint64{width} * height > mostPixels) {
        return false;
    }
    const QByteArray indices = CodeReader(std::move(*data), *codeSize).run(qint64{width} * height);
    qsizetype at = 0;
    for (int row : rowOrder(height, (packed & 0x40U) != 0)) {
        for (int column = 0; column < width && at < indices.size(); ++column, ++at) {
            const int index = static_cast<quint8>(indices.at(at));
            const int x = column + read16(*place, 0);
            const int y = row + read16(*place, 2);
            const bool seen = index != transparent && x < screen.width && y < screen.height
                              && 3 * index + 2 < colours.size();
            if (seen) {
                char *pixel = screen.rgba.data() + 4 * (qsizetype{y} * screen.width + x);
                std::copy_n(colours.constData() + 3 * qsizetype{index}, 3, pixel);
                pixel[3] = '\xff';
            }
        }
    }
    return true;
}

}   // namespace

std::optional<Pixels> readGifPixels(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    const auto head = reader.take(13);
    if (!head) {
        return std::nullopt;
    }
    Pixels screen{read16(*head, 6), read16(*head, 8), {}};
    const qint64 area = qint64{screen.width} * screen.height;
    if (area <= 0 || area > mostPixels) {
        return std::nullopt;
    }
    const QByteArray table = takeTable(reader, static_cast<quint8>((*head)[10]));
    screen.rgba = QByteArray(4 * area, '\0');
    int transparent = -1;
    for (auto kind = reader.byte(); kind; kind = reader.byte()) {
        if (*kind == imageSeparator) {
            return drawImage(reader, table, transparent, screen) ? std::optional(screen)
                                                                 : std::nullopt;
        }
        const auto label = *kind == extensionIntroducer ? reader.byte() : std::nullopt;
        const auto content = label ? joinBlocks(reader) : std::nullopt;
        if (!content) {
            return std::nullopt;
        }
        if (*label == graphicControl && content->size() == 4) {
            const bool has = (static_cast<quint8>((*content)[0]) & 1U) != 0;
            transparent = has ? static_cast<quint8>((*content)[3]) : -1;
        }
    }
    return std::nullopt;
}

}   // namespace expunge::formats::image
