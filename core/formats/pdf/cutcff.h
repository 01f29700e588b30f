// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/cutcffwriter.h"
#include "core/formats/pdf/cutsfnt.h"
#include "core/formats/pdf/cuttype2.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

namespace expunge::pdf {

class FontTables;

/// A bare CFF font program (Adobe Technical Note 5176), read as far as glyphs need it.
class CffProgram
{
public:
    /// None when it is damaged.
    static std::optional<CffProgram> read(const QByteArray &bytes);
    /// The program in an OpenType file.
    static std::optional<CffProgram> read(const SfntProgram &openType);

    bool isCidKeyed() const { return m_cidKeyed; }
    int glyphCount() const { return m_charstrings.count(); }
    /// 0 when there is none (then the viewer shows glyph 0).
    int glyphOfCharacter(int cid) const { return m_glyphOfId.value(cid, 0); }
    int glyphOfName(const QByteArray &name, const FontTables &tables) const;

    /// A program of these glyphs alone, without their subroutines, names, notices and private data
    /// of other glyphs. Glyphs that others are composed of follow at the end. None when a
    /// charstring cannot be read.
    /// `glyphs` are old numbers, the first becomes 1; they may repeat; -1: an empty glyph.
    std::optional<CffResult> cut(const std::vector<int> &glyphs, const FontTables &tables) const;

private:
    /// One entry of a DICT: operator (escaped ones from 1200 on) and operands as written.
    struct Entry
    {
        int op = 0;
        QByteArray operands;
        std::vector<double> numbers;
    };
    using Dict = std::vector<Entry>;
    struct FontPart   // an FD of a font of characters, or the whole font
    {
        QByteArray kept;     // entries of its Private DICT that stay
        QByteArray matrix;   // entry of its FontMatrix, or nothing
        CffIndex subroutines;
        double defaultWidth = 0;
        double nominalWidth = 0;
    };

    static std::optional<Dict> readDict(QByteArrayView bytes);
    static const Entry *find(const Dict &dict, int op);
    static int integer(const Dict &dict, int op, int index, int otherwise);
    static std::optional<CffProgram> read(const QByteArray &bytes, int unitsPerEm);
    bool readPart(const Dict &dict);
    bool readParts(const Dict &top);
    bool readCharset(int offset);
    QByteArray string(int sid, const FontTables &tables) const;
    int partOf(int glyph) const;
    std::optional<FlatCharstring> charstring(int glyph, int *part) const;

    QByteArray m_bytes;
    FontBytes m_file;
    CffIndex m_strings;
    CffIndex m_globalSubroutines;
    CffIndex m_charstrings;
    std::vector<FontPart> m_parts;
    QByteArray m_top;         // entries of the Top DICT that stay
    std::vector<int> m_ids;   // glyph -> SID or CID
    QHash<int, int> m_glyphOfId;
    qsizetype m_partSelect = 0;
    bool m_cidKeyed = false;
};

}   // namespace expunge::pdf
