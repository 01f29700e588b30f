// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace expunge::pdf {

/// The operators of content streams (ISO 32000-1, annex A).
enum class Operator : quint8 {
    Unknown,
    // graphics state
    Save,
    Restore,
    Concat,
    LineWidth,
    LineCap,
    LineJoin,
    MiterLimit,
    Dash,
    Intent,
    Flatness,
    State,
    // paths
    MoveTo,
    LineTo,
    CurveTo,
    CurveToV,
    CurveToY,
    ClosePath,
    Rectangle,
    Stroke,
    CloseStroke,
    Fill,
    FillEvenOdd,
    FillStroke,
    FillStrokeEvenOdd,
    CloseFillStroke,
    CloseFillStrokeEvenOdd,
    EndPath,
    Clip,
    ClipEvenOdd,
    // text
    BeginText,
    EndText,
    CharSpacing,
    WordSpacing,
    HorizontalScale,
    Leading,
    Font,
    RenderMode,
    Rise,
    MoveText,
    MoveTextLeading,
    TextMatrix,
    NextLine,
    Show,
    ShowAdjusted,
    NextLineShow,
    NextLineShowSpaced,
    // Type 3 glyphs
    GlyphWidth,
    GlyphWidthBox,
    // colour
    StrokeSpace,
    FillSpace,
    StrokeColour,
    StrokeColourNamed,
    FillColour,
    FillColourNamed,
    StrokeGrey,
    FillGrey,
    StrokeRgb,
    FillRgb,
    StrokeCmyk,
    FillCmyk,
    Shading,
    // images, forms
    InlineImage,   // BI … ID … EI, one operation
    Paint,         // Do
    // marked content
    MarkPoint,
    MarkPointProperties,
    BeginMarked,
    BeginMarkedProperties,
    EndMarked,
    // compatibility
    BeginCompatibility,
    EndCompatibility,
};

enum class TokenKind : quint8 {
    Number,
    String,   // literal or hexadecimal
    Name,
    Boolean,
    Null,
    ArrayBegin,
    ArrayEnd,
    DictBegin,
    DictEnd,
    Other,   // a word that is no operand
};

/// One operand token of a content stream, by its place in the bytes.
struct Token
{
    TokenKind kind = TokenKind::Other;
    int begin = 0;
    int end = 0;
    double number = 0;
};

/// One operator with its operands.
struct Operation
{
    Operator op = Operator::Unknown;
    int firstToken = 0;
    int tokens = 0;
    int begin = 0;       // of the first operand, in bytes
    int end = 0;         // after the operator's last byte
    int dataBegin = 0;   // InlineImage: the image's bytes (after ID and its white space)
    int dataEnd = 0;
};

/// A content stream, read into operations; immutable.
struct ContentStream
{
    QByteArray bytes;   // decoded
    std::vector<Token> tokens;
    std::vector<Operation> operations;
    bool damaged = false;   // something between the operations was not understood

    QByteArrayView raw(const Operation &operation) const;
    QByteArrayView raw(const Token &token) const;
    /// Token `index` of an operation, counted from 0; null when there are fewer.
    const Token *operand(const Operation &operation, int index) const;
    double number(const Operation &operation, int index, double otherwise = 0) const;
    /// A string's bytes, escapes and hexadecimal undone (ISO 32000-1, 7.3.4).
    QByteArray string(const Token &token) const;
    /// A name without its slash, #xx undone (7.3.5).
    QByteArray name(const Token &token) const;
};

/// Reads decoded content. Never fails: what it cannot read makes an Unknown operation and sets
/// `damaged`. Linear in the bytes; nesting deeper than 64 is damage.
ContentStream readContent(const QByteArray &bytes);

/// Bytes of a string operand as PDF writes it: literal where that is shorter, else hexadecimal.
QByteArray writeString(QByteArrayView bytes);
QByteArray writeName(QByteArrayView name);
/// A number with at most `decimals` decimals, without trailing zeros, never with an exponent.
QByteArray writeNumber(double value, int decimals = 5);

}   // namespace expunge::pdf
