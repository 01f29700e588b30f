// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace expunge::testing {

/// One entry of a zip as a test wants it, honest or not.
struct ZipEntry
{
    QByteArray name;
    QByteArray content;
    bool deflate = true;
    std::optional<QByteArray> localName;   // what the local header says instead
    QByteArray extra;                      // in the central directory
    QByteArray localExtra;
    QByteArray comment;
    QByteArray gapBefore;                 // bytes before the local header that no entry owns
    quint16 flags = 0;                    // 1: encrypted; 0x800: the name is UTF-8
    std::optional<quint16> method;        // claimed, whatever was done
    std::optional<quint32> claimedSize;   // uncompressed size in both headers
    std::optional<quint32> claimedCrc;
    quint16 time = 0;
    quint16 date = 33;                  // 1980-01-01
    std::optional<QByteArray> packed;   // the compressed bytes, whatever the content is
    bool descriptor = false;            // sizes and checksum behind the data (4.3.9)
    bool unlisted = false;              // local entry that the central directory leaves out
};

/// Writes zip archives (APPNOTE 6.3) that no honest program would write.
class ZipBuilder
{
public:
    ZipBuilder &add(ZipEntry entry);
    ZipBuilder &add(const QByteArray &name, const QByteArray &content);
    ZipBuilder &prefix(const QByteArray &bytes);   // before the first entry, offsets not mended
    ZipBuilder &trailer(const QByteArray &bytes);
    ZipBuilder &comment(const QByteArray &bytes);
    ZipBuilder &zip64();   // all sizes and offsets in 64 bits (4.3.14, 4.5.3)

    QByteArray build() const;

private:
    std::vector<ZipEntry> m_entries;
    QByteArray m_prefix;
    QByteArray m_trailer;
    QByteArray m_comment;
    bool m_zip64 = false;
};

/// A piece of a deflate stream that ends on a byte and refers to nothing before it, so that it can
/// be repeated; "\x03\x00" ends the stream.
QByteArray deflatedBlock(const QByteArray &content);

/// A zip with the parts that every Word file has, to which a test adds its own oddities.
ZipBuilder minimalDocx(const QByteArray &body);

}   // namespace expunge::testing
