// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/bytereader.h"
#include "core/formats/image/pictureformats.h"

namespace expunge::formats::image {

namespace {

// ITU-T T.81, table B.1.
constexpr quint8 startOfScan = 0xDA;
constexpr quint8 endOfImage = 0xD9;
constexpr quint8 app0 = 0xE0;
constexpr quint8 app14 = 0xEE;

bool isFrame(quint8 marker)
{
    // SOF0 … SOF15 without DHT (C4), JPG (C8) and DAC (CC), which are among them.
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool isRestart(quint8 marker)
{
    return marker >= 0xD0 && marker <= 0xD7;
}

/// Segments that the decoder needs: DHT, DAC, DQT, DNL, DRI, DHP, EXP, frames.
bool isNeeded(quint8 marker)
{
    return isFrame(marker) || marker == 0xC4 || marker == 0xCC
           || (marker >= 0xDB && marker <= 0xDF);
}

void appendSegment(QByteArray &out, quint8 marker, const QByteArray &content)
{
    QByteArray size(2, Qt::Uninitialized);
    qToBigEndian(static_cast<quint16>(content.size() + 2), size.data());
    out.append('\xFF').append(static_cast<char>(marker)).append(size).append(content);
}

/// Reads one file, segment by segment, and copies what draws.
class JpegScrubber
{
public:
    explicit JpegScrubber(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_reader(bytes)
    {
    }

    std::optional<CleanPicture> run();

private:
    std::optional<quint8> nextMarker();
    bool copySegment(quint8 marker);
    void copyApplicationSegment(quint8 marker, const QByteArray &content);
    std::optional<quint8> copyEntropyData();

    const QByteArray &m_bytes;
    ByteReader m_reader;
    CleanPicture m_clean;
    bool m_hasFrame = false;
    bool m_hasScan = false;
};

/// The next marker; bytes before it belong to nothing.
std::optional<quint8> JpegScrubber::nextMarker()
{
    int foreign = 0;
    for (auto byte = m_reader.byte(); byte; byte = m_reader.byte()) {
        if (*byte != 0xFF) {
            ++foreign;
            continue;
        }
        // B.1.1.2: any number of 0xFF may fill up before a marker.
        auto marker = m_reader.byte();
        while (marker && *marker == 0xFF) {
            marker = m_reader.byte();
        }
        if (marker && *marker != 0) {
            m_clean.removed += foreign > 0 ? 1 : 0;
            return marker;
        }
        ++foreign;
    }
    return std::nullopt;
}

bool JpegScrubber::copySegment(quint8 marker)
{
    const auto size = m_reader.bigEndian<quint16>();
    const auto content = size && *size >= 2 ? m_reader.take(*size - 2) : std::nullopt;
    if (!content) {
        return false;
    }
    if (isNeeded(marker) || marker == startOfScan) {
        if (isFrame(marker) && m_hasFrame) {
            return false;   // two pictures in one
        }
        m_hasFrame = m_hasFrame || isFrame(marker);
        m_hasScan = m_hasScan || marker == startOfScan;
        appendSegment(m_clean.bytes, marker, *content);
    } else {
        copyApplicationSegment(marker, *content);
    }
    return true;
}

/// JFIF 1.02: units and density bear on the size, the thumbnail does not. Adobe's APP14 says how
/// colours are coded (ISO/IEC 10918-6, 6.5.3).
void JpegScrubber::copyApplicationSegment(quint8 marker, const QByteArray &content)
{
    constexpr qsizetype jfifSize = 14;
    constexpr qsizetype adobeSize = 12;
    if (marker == app0 && content.startsWith(QByteArrayView("JFIF\0", 5))
        && content.size() >= jfifSize) {
        QByteArray rewritten = content.left(jfifSize - 2);
        rewritten.append(2, '\0');
        m_clean.removed += rewritten == content ? 0 : 1;
        appendSegment(m_clean.bytes, marker, rewritten);
    } else if (marker == app14 && content.startsWith("Adobe") && content.size() >= adobeSize) {
        m_clean.removed += content.size() > adobeSize ? 1 : 0;
        appendSegment(m_clean.bytes, marker, content.left(adobeSize));
    } else {
        ++m_clean.removed;
    }
}

/// Copies coded pixels up to the next marker that is none of their own (B.1.1.5), which it gives
/// back.
std::optional<quint8> JpegScrubber::copyEntropyData()
{
    const qsizetype begin = m_reader.at();
    for (qsizetype at = begin; at + 1 < m_bytes.size(); ++at) {
        if (static_cast<quint8>(m_bytes[at]) != 0xFF) {
            continue;
        }
        const auto marker = static_cast<quint8>(m_bytes[at + 1]);
        if (marker == 0 || isRestart(marker)) {
            ++at;
        } else if (marker != 0xFF) {
            m_clean.bytes.append(*m_reader.take(at - begin));
            return nextMarker();
        }
    }
    return std::nullopt;
}

std::optional<CleanPicture> JpegScrubber::run()
{
    m_clean.bytes = *m_reader.take(2);
    auto marker = nextMarker();
    while (marker && *marker != endOfImage) {
        // T.81 B.1.1.3: TEM and restart markers have no content; outside of scans they mean
        // nothing.
        if (isRestart(*marker) || *marker == 1) {
            ++m_clean.removed;
            marker = nextMarker();
            continue;
        }
        if (*marker < 0xC0 || *marker == 0xD8 || !copySegment(*marker)) {
            return std::nullopt;
        }
        marker = *marker == startOfScan ? copyEntropyData() : nextMarker();
    }
    if (!marker || !m_hasFrame || !m_hasScan) {
        return std::nullopt;
    }
    m_clean.bytes.append("\xFF\xD9");
    m_clean.removed += m_reader.left() > 0 ? 1 : 0;
    return m_clean;
}

}   // namespace

std::optional<CleanPicture> scrubJpeg(const QByteArray &bytes)
{
    return JpegScrubber(bytes).run();
}

}   // namespace expunge::formats::image
