// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildschema.h"

#include <array>

namespace expunge::pdf {

namespace {

using K = ValueKind;
using D = DictKind;

constexpr std::array group{// 11.6.6, table 147
                           KeyRule{"/Type", K::KnownName}, KeyRule{"/S", K::KnownName},
                           KeyRule{"/CS", K::ColourSpace}, KeyRule{"/I", K::Boolean},
                           KeyRule{"/K", K::Boolean}};
constexpr std::array softMask{// 11.6.5.2, table 144
                              KeyRule{"/Type", K::KnownName}, KeyRule{"/S", K::KnownName},
                              KeyRule{"/G", K::Form}, KeyRule{"/BC", K::Numbers},
                              KeyRule{"/TR", K::Function}};
constexpr std::array graphicsState{
    // 8.4.5, table 58
    KeyRule{"/Type", K::KnownName}, KeyRule{"/LW", K::Number},        KeyRule{"/LC", K::Integer},
    KeyRule{"/LJ", K::Integer},     KeyRule{"/ML", K::Number},        KeyRule{"/D", K::Numbers},
    KeyRule{"/RI", K::KnownName},   KeyRule{"/OP", K::Boolean},       KeyRule{"/op", K::Boolean},
    KeyRule{"/OPM", K::Integer},    KeyRule{"/Font", K::FontAndSize}, KeyRule{"/FL", K::Number},
    KeyRule{"/SM", K::Number},      KeyRule{"/SA", K::Boolean},       KeyRule{"/BM", K::KnownNames},
    KeyRule{"/SMask", K::SoftMask}, KeyRule{"/CA", K::Number},        KeyRule{"/ca", K::Number},
    KeyRule{"/AIS", K::Boolean},    KeyRule{"/TK", K::Boolean},       KeyRule{"/TR", K::Functions},
    KeyRule{"/TR2", K::Functions}};
constexpr std::array shading{// 8.7.4.5, tables 78 to 84
                             KeyRule{"/ShadingType", K::Integer},
                             KeyRule{"/ColorSpace", K::ColourSpace},
                             KeyRule{"/Background", K::Numbers},
                             KeyRule{"/BBox", K::Rectangle},
                             KeyRule{"/AntiAlias", K::Boolean},
                             KeyRule{"/Domain", K::Numbers},
                             KeyRule{"/Matrix", K::Numbers},
                             KeyRule{"/Function", K::Functions},
                             KeyRule{"/Coords", K::Numbers},
                             KeyRule{"/Extend", K::Numbers},
                             KeyRule{"/BitsPerCoordinate", K::Integer},
                             KeyRule{"/BitsPerComponent", K::Integer},
                             KeyRule{"/BitsPerFlag", K::Integer},
                             KeyRule{"/Decode", K::Numbers},
                             KeyRule{"/VerticesPerRow", K::Integer}};
constexpr std::array shadingPattern{// 8.7.4.2, table 76
                                    KeyRule{"/Type", K::KnownName},
                                    KeyRule{"/PatternType", K::Integer},
                                    KeyRule{"/Shading", K::Shading}, KeyRule{"/Matrix", K::Numbers},
                                    KeyRule{"/ExtGState", K::Dictionary, D::GraphicsState}};
constexpr std::array tilingPattern{
    // 8.7.3.1, table 75
    KeyRule{"/Type", K::KnownName},    KeyRule{"/PatternType", K::Integer},
    KeyRule{"/PaintType", K::Integer}, KeyRule{"/TilingType", K::Integer},
    KeyRule{"/BBox", K::Rectangle},    KeyRule{"/XStep", K::Number},
    KeyRule{"/YStep", K::Number},      KeyRule{"/Matrix", K::Numbers}};
constexpr std::array form{
    // 8.10.2, table 95
    KeyRule{"/Type", K::KnownName},   KeyRule{"/Subtype", K::KnownName},
    KeyRule{"/FormType", K::Integer}, KeyRule{"/BBox", K::Rectangle},
    KeyRule{"/Matrix", K::Numbers},   KeyRule{"/Group", K::Dictionary, D::Group}};
constexpr std::array image{
    // 8.9.5, table 89; /Mask and /SMask are looked at apart
    KeyRule{"/Type", K::KnownName},         KeyRule{"/Subtype", K::KnownName},
    KeyRule{"/Width", K::Integer},          KeyRule{"/Height", K::Integer},
    KeyRule{"/ColorSpace", K::ColourSpace}, KeyRule{"/BitsPerComponent", K::Integer},
    KeyRule{"/Intent", K::KnownName},       KeyRule{"/ImageMask", K::Boolean},
    KeyRule{"/Decode", K::Numbers},         KeyRule{"/Interpolate", K::Boolean},
    KeyRule{"/SMaskInData", K::Integer},    KeyRule{"/Matte", K::Numbers}};
constexpr std::array calibrated{// 8.6.5, tables 63 to 65
                                KeyRule{"/WhitePoint", K::Numbers},
                                KeyRule{"/BlackPoint", K::Numbers}, KeyRule{"/Gamma", K::Numbers},
                                KeyRule{"/Matrix", K::Numbers}, KeyRule{"/Range", K::Numbers}};
constexpr std::array function{// 7.10, tables 38 to 41
                              KeyRule{"/FunctionType", K::Integer},
                              KeyRule{"/Domain", K::Numbers},
                              KeyRule{"/Range", K::Numbers},
                              KeyRule{"/Size", K::Numbers},
                              KeyRule{"/BitsPerSample", K::Integer},
                              KeyRule{"/Order", K::Integer},
                              KeyRule{"/Encode", K::Numbers},
                              KeyRule{"/Decode", K::Numbers},
                              KeyRule{"/C0", K::Numbers},
                              KeyRule{"/C1", K::Numbers},
                              KeyRule{"/N", K::Number},
                              KeyRule{"/Functions", K::Functions},
                              KeyRule{"/Bounds", K::Numbers}};
constexpr std::array simpleFont{// 9.6, tables 111 and 112; encoding and descriptor apart
                                KeyRule{"/Type", K::KnownName},
                                KeyRule{"/Subtype", K::KnownName},
                                KeyRule{"/BaseFont", K::FreeName},
                                KeyRule{"/FirstChar", K::Integer},
                                KeyRule{"/LastChar", K::Integer},
                                KeyRule{"/Widths", K::Numbers},
                                KeyRule{"/FontDescriptor", K::Dictionary, D::FontDescriptor}};
constexpr std::array type3Font{
    // 9.6.5, table 112
    KeyRule{"/Type", K::KnownName},     KeyRule{"/Subtype", K::KnownName},
    KeyRule{"/FontBBox", K::Rectangle}, KeyRule{"/FontMatrix", K::Numbers},
    KeyRule{"/FirstChar", K::Integer},  KeyRule{"/LastChar", K::Integer},
    KeyRule{"/Widths", K::Numbers}};
constexpr std::array compositeFont{
    // 9.7.6, table 121
    KeyRule{"/Type", K::KnownName}, KeyRule{"/Subtype", K::KnownName},
    KeyRule{"/BaseFont", K::FreeName}, KeyRule{"/DescendantFonts", K::Dictionaries, D::CidFont}};
constexpr std::array cidFont{// 9.7.4, table 117
                             KeyRule{"/Type", K::KnownName},
                             KeyRule{"/Subtype", K::KnownName},
                             KeyRule{"/BaseFont", K::FreeName},
                             KeyRule{"/DW", K::Number},
                             KeyRule{"/W", K::Numbers},
                             KeyRule{"/DW2", K::Numbers},
                             KeyRule{"/W2", K::Numbers},
                             KeyRule{"/FontDescriptor", K::Dictionary, D::FontDescriptor}};
constexpr std::array fontDescriptor{
    // 9.8, tables 122 and 124; programs and sets apart
    KeyRule{"/Type", K::KnownName},        KeyRule{"/FontName", K::FreeName},
    KeyRule{"/FontStretch", K::KnownName}, KeyRule{"/FontWeight", K::Number},
    KeyRule{"/Flags", K::Integer},         KeyRule{"/FontBBox", K::Rectangle},
    KeyRule{"/ItalicAngle", K::Number},    KeyRule{"/Ascent", K::Number},
    KeyRule{"/Descent", K::Number},        KeyRule{"/Leading", K::Number},
    KeyRule{"/CapHeight", K::Number},      KeyRule{"/XHeight", K::Number},
    KeyRule{"/StemV", K::Number},          KeyRule{"/StemH", K::Number},
    KeyRule{"/AvgWidth", K::Number},       KeyRule{"/MaxWidth", K::Number},
    KeyRule{"/MissingWidth", K::Number}};
constexpr std::array annotation{// 12.5, tables 164 to 180; what acts or is text is apart
                                KeyRule{"/Type", K::KnownName},
                                KeyRule{"/Subtype", K::KnownName},
                                KeyRule{"/Rect", K::Rectangle},
                                KeyRule{"/F", K::Integer},
                                KeyRule{"/Border", K::Numbers},
                                KeyRule{"/BS", K::Dictionary, D::BorderStyle},
                                KeyRule{"/BE", K::Dictionary, D::BorderEffect},
                                KeyRule{"/C", K::Numbers},
                                KeyRule{"/CA", K::Number},
                                KeyRule{"/ca", K::Number},
                                KeyRule{"/IC", K::Numbers},
                                KeyRule{"/QuadPoints", K::Numbers},
                                KeyRule{"/L", K::Numbers},
                                KeyRule{"/LE", K::KnownNames},
                                KeyRule{"/LL", K::Number},
                                KeyRule{"/LLE", K::Number},
                                KeyRule{"/Vertices", K::Numbers},
                                KeyRule{"/InkList", K::Numbers},
                                KeyRule{"/RD", K::Rectangle},
                                KeyRule{"/CL", K::Numbers},
                                KeyRule{"/H", K::KnownName},
                                KeyRule{"/BM", K::KnownName}};
constexpr std::array borderStyle{// 12.5.4, table 166
                                 KeyRule{"/Type", K::KnownName}, KeyRule{"/W", K::Number},
                                 KeyRule{"/S", K::KnownName}, KeyRule{"/D", K::Numbers}};
constexpr std::array borderEffect{// 12.5.4, table 167
                                  KeyRule{"/S", K::KnownName}, KeyRule{"/I", K::Number}};
constexpr std::array widgetLook{// 12.5.6.19, table 189, without captions and icons
                                KeyRule{"/R", K::Integer}, KeyRule{"/BC", K::Numbers},
                                KeyRule{"/BG", K::Numbers}, KeyRule{"/TP", K::Integer}};
constexpr std::array viewerPreferences{// 12.2, table 150
                                       KeyRule{"/HideToolbar", K::Boolean},
                                       KeyRule{"/HideMenubar", K::Boolean},
                                       KeyRule{"/HideWindowUI", K::Boolean},
                                       KeyRule{"/FitWindow", K::Boolean},
                                       KeyRule{"/CenterWindow", K::Boolean},
                                       KeyRule{"/DisplayDocTitle", K::Boolean},
                                       KeyRule{"/NonFullScreenPageMode", K::KnownName},
                                       KeyRule{"/Direction", K::KnownName},
                                       KeyRule{"/PrintScaling", K::KnownName},
                                       KeyRule{"/Duplex", K::KnownName},
                                       KeyRule{"/PickTrayByPDFSize", K::Boolean},
                                       KeyRule{"/NumCopies", K::Integer}};
constexpr std::array layoutAttributes{// 14.8.5, tables 343 to 349; none that tells a place or size
                                      KeyRule{"/O", K::KnownName},
                                      KeyRule{"/Placement", K::KnownName},
                                      KeyRule{"/WritingMode", K::KnownName},
                                      KeyRule{"/TextAlign", K::KnownNames},
                                      KeyRule{"/BlockAlign", K::KnownName},
                                      KeyRule{"/InlineAlign", K::KnownName},
                                      KeyRule{"/ListNumbering", K::KnownName},
                                      KeyRule{"/RowSpan", K::Integer},
                                      KeyRule{"/ColSpan", K::Integer},
                                      KeyRule{"/Scope", K::KnownName},
                                      KeyRule{"/Role", K::KnownName},
                                      KeyRule{"/checked", K::KnownName}};

}   // namespace

std::span<const KeyRule> keysOf(DictKind kind)
{
    switch (kind) {
    case D::Group:
        return group;
    case D::SoftMask:
        return softMask;
    case D::GraphicsState:
        return graphicsState;
    case D::Shading:
        return shading;
    case D::ShadingPattern:
        return shadingPattern;
    case D::TilingPattern:
        return tilingPattern;
    case D::Form:
        return form;
    case D::Image:
        return image;
    case D::CalibratedColour:
        return calibrated;
    case D::Function:
        return function;
    case D::SimpleFont:
        return simpleFont;
    case D::Type3Font:
        return type3Font;
    case D::CompositeFont:
        return compositeFont;
    case D::CidFont:
        return cidFont;
    case D::FontDescriptor:
        return fontDescriptor;
    case D::Annotation:
        return annotation;
    case D::BorderStyle:
        return borderStyle;
    case D::BorderEffect:
        return borderEffect;
    case D::WidgetLook:
        return widgetLook;
    case D::ViewerPreferences:
        return viewerPreferences;
    case D::LayoutAttributes:
        return layoutAttributes;
    }
    return {};
}

}   // namespace expunge::pdf
