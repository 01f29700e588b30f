// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/contentlexer.h"

#include <algorithm>
#include <array>

namespace expunge::pdf {

namespace {

constexpr quint32 packed(const char *word)
{
    quint32 value = 0;
    for (; *word; ++word) {
        value = value << 8 | static_cast<unsigned char>(*word);
    }
    return value;
}

struct Word
{
    quint32 word;
    Operator op;
};

/// ISO 32000-1, annex A; sorted by length and bytes.
constexpr std::array kWords{
    Word{packed("\""), Operator::NextLineShowSpaced},
    Word{packed("'"), Operator::NextLineShow},
    Word{packed("B"), Operator::FillStroke},
    Word{packed("F"), Operator::Fill},
    Word{packed("G"), Operator::StrokeGrey},
    Word{packed("J"), Operator::LineCap},
    Word{packed("K"), Operator::StrokeCmyk},
    Word{packed("M"), Operator::MiterLimit},
    Word{packed("Q"), Operator::Restore},
    Word{packed("S"), Operator::Stroke},
    Word{packed("W"), Operator::Clip},
    Word{packed("b"), Operator::CloseFillStroke},
    Word{packed("c"), Operator::CurveTo},
    Word{packed("d"), Operator::Dash},
    Word{packed("f"), Operator::Fill},
    Word{packed("g"), Operator::FillGrey},
    Word{packed("h"), Operator::ClosePath},
    Word{packed("i"), Operator::Flatness},
    Word{packed("j"), Operator::LineJoin},
    Word{packed("k"), Operator::FillCmyk},
    Word{packed("l"), Operator::LineTo},
    Word{packed("m"), Operator::MoveTo},
    Word{packed("n"), Operator::EndPath},
    Word{packed("q"), Operator::Save},
    Word{packed("s"), Operator::CloseStroke},
    Word{packed("v"), Operator::CurveToV},
    Word{packed("w"), Operator::LineWidth},
    Word{packed("y"), Operator::CurveToY},
    Word{packed("B*"), Operator::FillStrokeEvenOdd},
    Word{packed("BI"), Operator::InlineImage},
    Word{packed("BT"), Operator::BeginText},
    Word{packed("BX"), Operator::BeginCompatibility},
    Word{packed("CS"), Operator::StrokeSpace},
    Word{packed("DP"), Operator::MarkPointProperties},
    Word{packed("Do"), Operator::Paint},
    Word{packed("ET"), Operator::EndText},
    Word{packed("EX"), Operator::EndCompatibility},
    Word{packed("MP"), Operator::MarkPoint},
    Word{packed("RG"), Operator::StrokeRgb},
    Word{packed("SC"), Operator::StrokeColour},
    Word{packed("T*"), Operator::NextLine},
    Word{packed("TD"), Operator::MoveTextLeading},
    Word{packed("TJ"), Operator::ShowAdjusted},
    Word{packed("TL"), Operator::Leading},
    Word{packed("Tc"), Operator::CharSpacing},
    Word{packed("Td"), Operator::MoveText},
    Word{packed("Tf"), Operator::Font},
    Word{packed("Tj"), Operator::Show},
    Word{packed("Tm"), Operator::TextMatrix},
    Word{packed("Tr"), Operator::RenderMode},
    Word{packed("Ts"), Operator::Rise},
    Word{packed("Tw"), Operator::WordSpacing},
    Word{packed("Tz"), Operator::HorizontalScale},
    Word{packed("W*"), Operator::ClipEvenOdd},
    Word{packed("b*"), Operator::CloseFillStrokeEvenOdd},
    Word{packed("cm"), Operator::Concat},
    Word{packed("cs"), Operator::FillSpace},
    Word{packed("d0"), Operator::GlyphWidth},
    Word{packed("d1"), Operator::GlyphWidthBox},
    Word{packed("f*"), Operator::FillEvenOdd},
    Word{packed("gs"), Operator::State},
    Word{packed("re"), Operator::Rectangle},
    Word{packed("rg"), Operator::FillRgb},
    Word{packed("ri"), Operator::Intent},
    Word{packed("sc"), Operator::FillColour},
    Word{packed("sh"), Operator::Shading},
    Word{packed("BDC"), Operator::BeginMarkedProperties},
    Word{packed("BMC"), Operator::BeginMarked},
    Word{packed("EMC"), Operator::EndMarked},
    Word{packed("SCN"), Operator::StrokeColourNamed},
    Word{packed("scn"), Operator::FillColourNamed},
};

}   // namespace

Operator operatorOf(QByteArrayView word)
{
    if (word.isEmpty() || word.size() > 3) {
        return Operator::Unknown;
    }
    quint32 value = 0;
    for (const char c : word) {
        value = value << 8 | static_cast<unsigned char>(c);
    }
    const auto found =
        std::lower_bound(kWords.begin(), kWords.end(), value,
                         [](const Word &entry, quint32 wanted) { return entry.word < wanted; });
    return found != kWords.end() && found->word == value ? found->op : Operator::Unknown;
}

}   // namespace expunge::pdf
