// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/fonttables.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <QHash>

#include <array>

namespace expunge::pdf {

/// What an embedded font program says about its codes and glyphs, where the file around it says
/// nothing.
class FontProgram
{
public:
    /// Empty when there is no program in the descriptor or it cannot be read.
    static FontProgram read(const QPDFObjectHandle &descriptor, const FontTables &tables);

    /// Whether codes have glyph names: Type 1 and CFF.
    bool hasEncoding() const { return m_hasEncoding; }
    QByteArray glyphName(int code) const;
    /// What a code of a simple font reads by the character maps of the program.
    QString text(int code) const;
    bool hasGlyphTexts() const { return !m_glyphTexts.isEmpty(); }
    /// What a glyph reads, by its number.
    QString glyphText(quint32 glyph) const { return m_glyphTexts.value(glyph); }

private:
    void readType1(const QByteArray &bytes, const FontTables &tables);
    void readCff(QByteArrayView bytes, const FontTables &tables);
    void readSfnt(const QByteArray &bytes, const FontTables &tables);

    bool m_hasEncoding = false;
    std::array<QByteArray, 256> m_names;
    std::array<QString, 256> m_texts;
    QHash<quint32, QString> m_glyphTexts;
};

}   // namespace expunge::pdf
