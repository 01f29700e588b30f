// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace expunge::pdf {

/// Encodings of simple fonts that have names (ISO 32000-1, annex D), and CFF's Expert (Adobe
/// Technical Note 5176, appendix B).
enum class BaseEncoding : quint8 {
    Standard,
    MacRoman,
    WinAnsi,
    MacExpert,
    Symbol,
    ZapfDingbats,
    Expert,
};

/// The standard 14 fonts as far as their widths differ (9.6.2.2).
enum class StandardFont : quint8 {
    Helvetica,
    HelveticaBold,
    Times,
    TimesBold,
    TimesItalic,
    TimesBoldItalic,
    Courier,
    Symbol,
    ZapfDingbats,
};

/// The standard font of this name or of a name that viewers take for one ("Arial,Bold").
std::optional<StandardFont> standardFont(QByteArrayView baseFont);

/// Tables that font files refer to: glyph names, encodings, widths of the standard fonts.
class FontTables
{
public:
    FontTables();

    /// The glyph's name for a code; empty for a code without one.
    QByteArray glyphName(BaseEncoding encoding, int code) const;

    /// What a glyph's name reads (Adobe Glyph List Specification, section 2); empty: unknown.
    QString textOf(QByteArrayView glyphName) const;

    /// Width in thousandths of an em.
    std::optional<int> width(StandardFont font, const QByteArray &glyphName) const;

    /// Standard string of a CFF font (Technical Note 5176, appendix A), 0 to 390.
    QByteArray cffString(int number) const;
    /// Glyph name of TrueType's standard order (OpenType, post table), 0 to 257.
    QByteArray macGlyphName(int number) const;

private:
    QString listedText(QByteArrayView name) const;
    QString componentText(QByteArrayView name) const;

    QByteArray m_names;   // lines "name;XXXX XXXX", sorted by bytes
    std::array<std::array<QByteArray, 256>, 7> m_encodings;
    QHash<QByteArray, std::array<qint16, 6>> m_widths;
    QHash<QByteArray, qint16> m_symbolWidths;
    QHash<QByteArray, qint16> m_dingbatWidths;
    QByteArrayList m_cffStrings;
    QByteArrayList m_macGlyphs;
};

}   // namespace expunge::pdf
