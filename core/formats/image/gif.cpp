// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/bytereader.h"
#include "core/formats/image/pictureformats.h"

namespace expunge::formats::image {

namespace {

// GIF89a, sections 18 to 27.
constexpr quint8 imageSeparator = 0x2C;
constexpr quint8 extensionIntroducer = 0x21;
constexpr quint8 trailer = 0x3B;
constexpr quint8 graphicControl = 0xF9;
constexpr quint8 application = 0xFF;

qsizetype colourTableSize(quint8 packed)
{
    return (packed & 0x80U) != 0 ? qsizetype{3} << ((packed & 7U) + 1U) : 0;
}

/// A chain of data blocks up to and with its terminator (section 15).
std::optional<QByteArray> takeBlocks(ByteReader &reader)
{
    QByteArray out;
    for (;;) {
        const auto size = reader.byte();
        const auto block = size ? reader.take(*size) : std::nullopt;
        if (!size || !block) {
            return std::nullopt;
        }
        out.append(static_cast<char>(*size)).append(*block);
        if (*size == 0) {
            return out;
        }
    }
}

/// Image data ends with its end code; what other blocks hold behind it is not looked for here, the
/// blocks are copied as they are.
bool copyImage(ByteReader &reader, CleanPicture &clean)
{
    const auto descriptor = reader.take(9);
    if (!descriptor) {
        return false;
    }
    const auto packed = static_cast<quint8>((*descriptor)[8]);
    const auto table = reader.take(colourTableSize(packed));
    const auto codeSize = reader.byte();
    const auto blocks = table && codeSize ? takeBlocks(reader) : std::nullopt;
    if (!table || !codeSize || !blocks) {
        return false;
    }
    clean.bytes.append(static_cast<char>(imageSeparator)).append(*descriptor).append(*table);
    clean.bytes.append(static_cast<char>(*codeSize)).append(*blocks);
    return true;
}

bool copyExtension(ByteReader &reader, CleanPicture &clean)
{
    const auto label = reader.byte();
    const auto blocks = label ? takeBlocks(reader) : std::nullopt;
    if (!label || !blocks) {
        return false;
    }
    // The loop of an animation: one block with its name, one of three bytes (Netscape 2.0).
    const bool loop = *label == application && blocks->startsWith("\x0BNETSCAPE2.0\x03\x01")
                      && blocks->size() == 17;
    const bool control =
        *label == graphicControl && blocks->size() == 6 && blocks->startsWith('\4');
    if (loop || control) {
        clean.bytes.append(static_cast<char>(extensionIntroducer))
            .append(static_cast<char>(*label));
        clean.bytes.append(*blocks);
    } else {
        ++clean.removed;
    }
    return true;
}

}   // namespace

std::optional<CleanPicture> scrubGif(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    CleanPicture clean;
    const auto screen = reader.take(13);
    const auto table =
        screen ? reader.take(colourTableSize(static_cast<quint8>((*screen)[10]))) : std::nullopt;
    if (!screen || !table) {
        return std::nullopt;
    }
    clean.bytes = *screen + *table;
    bool hasImage = false;
    for (auto kind = reader.byte(); kind; kind = reader.byte()) {
        bool copied = false;
        if (*kind == trailer) {
            clean.bytes.append(static_cast<char>(trailer));
            clean.removed += reader.left() > 0 ? 1 : 0;
            return hasImage ? std::optional(clean) : std::nullopt;
        }
        if (*kind == imageSeparator) {
            copied = copyImage(reader, clean);
            hasImage = true;
        } else if (*kind == extensionIntroducer) {
            copied = copyExtension(reader, clean);
        }
        if (!copied) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

}   // namespace expunge::formats::image
