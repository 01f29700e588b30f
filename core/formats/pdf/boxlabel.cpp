// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/boxlabel.h"

#include <algorithm>
#include <array>

namespace expunge::pdf {

namespace {

// Widths of Helvetica, codes 32 to 126 (Adobe font metrics, Helvetica.afm), in thousandths.
constexpr std::array<short, 95> widths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr int widest = 1015;

// Codes 128 to 159 of WinAnsiEncoding (ISO 32000-1, annex D.2); the rest is Latin-1.
constexpr std::u16string_view upper =
    u"\u20ac\u2022\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160"
    u"\u2039\u0152\u2022\u017d\u2022\u2022\u2018\u2019\u201c\u201d\u2022"
    u"\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u2022\u017e\u0178";

char codeOf(QChar character)
{
    const char16_t c = character.unicode();
    if ((c >= 32 && c <= 126) || (c >= 161 && c <= 255)) {
        return static_cast<char>(c);
    }
    const std::size_t found = upper.find(c);
    return found == std::u16string_view::npos ? '?' : static_cast<char>(128 + found);
}

// An accented letter is as wide as the letter; signs are taken as wide as any.
int widthOf(QChar character)
{
    const QString parts = QString(character).normalized(QString::NormalizationForm_D);
    const char16_t base = parts.isEmpty() ? u'?' : parts.at(0).unicode();
    return base >= 32 && base <= 126 ? widths[static_cast<std::size_t>(base - 32)] : widest;
}

}   // namespace

BoxLabel boxLabel(const QString &text, double boxWidth, double size)
{
    constexpr double ofText = 0.8;   // beside text of size 1
    constexpr double ofBox = 0.92;
    BoxLabel label;
    int width = 0;
    for (const QChar character : text.simplified()) {
        if (character.isLowSurrogate()) {
            continue;
        }
        label.codes += codeOf(character);
        width += label.codes.back() == '?' ? widths['?' - 32] : widthOf(character);
    }
    if (width > 0) {
        label.size = std::min(ofText * size, ofBox * boxWidth * 1000 / width);
        label.width = label.size * width / 1000;
    }
    return label;
}

}   // namespace expunge::pdf
