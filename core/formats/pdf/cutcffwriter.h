// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <vector>

namespace expunge::pdf {

class FontTables;

/// Operators of DICTs (Technical Note 5176, tables 9, 10, 23); 1200 and more: after an escape.
namespace cffoperator {
enum : int {
    Escaped = 1200,
    FontBBox = 5,
    Charset = 15,
    CharStrings = 17,
    Private = 18,
    Subrs = 19,
    DefaultWidth = 20,
    NominalWidth = 21,
    PaintType = Escaped + 5,
    CharstringType = Escaped + 6,
    FontMatrix = Escaped + 7,
    StrokeWidth = Escaped + 8,
    Ros = Escaped + 30,
    CidCount = Escaped + 34,
    FdArray = Escaped + 36,
    FdSelect = Escaped + 37,
};
}

/// A CFF program after the cut.
struct CffResult
{
    QByteArray bytes;
    std::vector<QByteArray> names;   // of the new glyphs, from 1; empty in a font of characters
};

/// What the glyphs of one FD of a font of characters have in common, or those of a whole font.
struct CffPart
{
    QByteArray privateEntries;
    QByteArray matrix;   // entry of its FontMatrix, or nothing
};

/// Operands and operator of a DICT entry; operators from 1200 on are escaped ones.
QByteArray cffEntry(int op, const QByteArray &operands);

/// Writes a bare CFF font program (Adobe Technical Note 5176) glyph by glyph.
class CffWriter
{
public:
    /// `top` holds the entries of the Top DICT that come from the font.
    CffWriter(QByteArray top, bool cidKeyed);

    /// `part` counts the font's parts; -1: the same as the first glyph.
    void addGlyph(const QByteArray &charstring, int part);

    /// Glyphs have names of our own but for `standardNames`, by index from 0. Parts are numbered
    /// in the order of their first glyph.
    CffResult finish(const std::map<std::size_t, QByteArray> &standardNames,
                     const std::vector<CffPart> &parts, const FontTables &tables) const;

private:
    /// Where the pieces that the Top DICT points at stand in the file.
    struct Places
    {
        qsizetype charset = 0;
        qsizetype charstrings = 0;
        qsizetype partSelect = 0;
        qsizetype parts = 0;   // the FDArray, or the Private DICT of the whole font
        qsizetype privateSize = 0;
    };

    std::vector<int> usedParts() const;
    QByteArray front(const Places &places, const std::vector<QByteArray> &strings) const;
    QByteArray partSelect() const;
    QByteArray charset(const std::map<std::size_t, QByteArray> &standardNames,
                       const FontTables &tables, std::vector<QByteArray> *names) const;
    void appendParts(QByteArray &file, Places &places, const std::vector<CffPart> &parts) const;

    QByteArray m_top;
    std::vector<QByteArray> m_charstrings;
    std::vector<int> m_parts;   // of each glyph
    bool m_cidKeyed = false;
};

}   // namespace expunge::pdf
