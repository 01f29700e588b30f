// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/cutbytes.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

namespace expunge::pdf {

class FontTables;

/// A character map inside a font program (OpenType, "cmap").
struct SfntCharacterMap
{
    int platform = 0;
    int encoding = 0;
    FontBytes table;

    /// The glyph of a character; 0 when there is none, or the map is of an unknown format.
    int glyph(quint32 character) const;
};

/// The tables of a TrueType or OpenType font program (OpenType, "Font file").
class SfntProgram
{
public:
    /// None when it is no such program or its table directory is damaged.
    static std::optional<SfntProgram> read(const QByteArray &bytes);

    FontBytes table(const char *tag) const;   // empty when there is none
    bool hasOutlines() const;                 // TrueType ones
    int unitsPerEm() const;
    int glyphCount() const;
    std::vector<SfntCharacterMap> characterMaps() const;
    /// Names of glyphs that the "post" table gives.
    QHash<QByteArray, int> glyphNames(const FontTables &tables) const;

private:
    QByteArray m_bytes;
    QHash<QByteArray, FontBytes> m_tables;
};

/// Joins tables, sorted by tag, to a font program with checksums.
QByteArray writeSfnt(const std::vector<std::pair<QByteArray, QByteArray>> &tables);

}   // namespace expunge::pdf
