// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildschema.h"

#include <array>
#include <set>
#include <string_view>

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
constexpr std::array shading{
    // 8.7.4.5, tables 78 to 84
    KeyRule{"/ShadingType", K::Integer},      KeyRule{"/ColorSpace", K::ColourSpace},
    KeyRule{"/Background", K::Numbers},       KeyRule{"/BBox", K::Rectangle},
    KeyRule{"/AntiAlias", K::Boolean},        KeyRule{"/Domain", K::Numbers},
    KeyRule{"/Matrix", K::Numbers},           KeyRule{"/Function", K::Functions},
    KeyRule{"/Coords", K::Numbers},           KeyRule{"/BitsPerCoordinate", K::Integer},
    KeyRule{"/BitsPerComponent", K::Integer}, KeyRule{"/BitsPerFlag", K::Integer},
    KeyRule{"/Decode", K::Numbers},           KeyRule{"/VerticesPerRow", K::Integer}};
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

/// Names that stand as values of the keys above and in the dictionaries that are built by hand.
const std::set<std::string_view> &knownNames()
{
    static const std::set<std::string_view> names{
        // kinds of object
        "/Group", "/Transparency", "/Mask", "/Alpha", "/Luminosity", "/ExtGState", "/XObject",
        "/Form", "/Image", "/Pattern", "/Font", "/FontDescriptor", "/Annot", "/Border", "/Page",
        "/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3", "/CIDFontType0", "/CIDFontType2",
        "/None", "/Identity", "/Default",
        // rendering intents, 8.6.5.8; blend modes, 11.3.5
        "/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual", "/Normal",
        "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge",
        "/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Color",
        // widths of fonts, 9.8.1
        "/UltraCondensed", "/ExtraCondensed", "/Condensed", "/SemiCondensed", "/SemiExpanded",
        "/Expanded", "/ExtraExpanded", "/UltraExpanded",
        // annotations, 12.5
        "/Link", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight",
        "/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Widget",
        "/Watermark", "/Diamond", "/OpenArrow", "/ClosedArrow", "/Butt", "/ROpenArrow",
        "/RClosedArrow", "/Slash", "/N", "/I", "/O", "/P", "/T", "/S", "/D", "/B", "/U", "/C",
        // viewing, 12.2
        "/UseNone", "/UseOutlines", "/UseThumbs", "/UseOC", "/FullScreen", "/SinglePage",
        "/OneColumn", "/TwoColumnLeft", "/TwoColumnRight", "/TwoPageLeft", "/TwoPageRight", "/L2R",
        "/R2L", "/AppDefault", "/Simplex", "/DuplexFlipShortEdge", "/DuplexFlipLongEdge",
        // attributes of tags, 14.8.5
        "/Layout", "/List", "/Table", "/PrintField", "/Block", "/Inline", "/Before", "/Start",
        "/End", "/LrTb", "/RlTb", "/TbRl", "/Center", "/Justify", "/After", "/Middle", "/Disc",
        "/Decimal", "/UpperRoman", "/LowerRoman", "/UpperAlpha", "/LowerAlpha", "/Row", "/Column",
        "/Both", "/rb", "/cb", "/pb", "/tv", "/on", "/off", "/neutral"};
    return names;
}

const std::set<std::string_view> &otherKeys()
{
    static const std::set<std::string_view> keys{"/A",
                                                 "/AA",
                                                 "/AF",
                                                 "/AFRelationship",
                                                 "/AP",
                                                 "/AS",
                                                 "/AcroForm",
                                                 "/ActualText",
                                                 "/Alt",
                                                 "/Alternate",
                                                 "/Alternates",
                                                 "/Annots",
                                                 "/ArtBox",
                                                 "/Author",
                                                 "/BG2",
                                                 "/BaseEncoding",
                                                 "/BaseState",
                                                 "/BaseVersion",
                                                 "/BleedBox",
                                                 "/ByteRange",
                                                 "/CCL",
                                                 "/CI",
                                                 "/CIDSet",
                                                 "/CIDSystemInfo",
                                                 "/CIDToGIDMap",
                                                 "/CMapName",
                                                 "/CO",
                                                 "/CharProcs",
                                                 "/CharSet",
                                                 "/CheckSum",
                                                 "/ClassMap",
                                                 "/Collection",
                                                 "/Contents",
                                                 "/Count",
                                                 "/Creator",
                                                 "/CreationDate",
                                                 "/CreationDate",
                                                 "/CropBox",
                                                 "/DA",
                                                 "/DL",
                                                 "/DOS",
                                                 "/DP",
                                                 "/DR",
                                                 "/DS",
                                                 "/DV",
                                                 "/DecodeParms",
                                                 "/Desc",
                                                 "/Dest",
                                                 "/DestOutputProfile",
                                                 "/Dests",
                                                 "/Differences",
                                                 "/DocMDP",
                                                 "/Dur",
                                                 "/E",
                                                 "/EF",
                                                 "/EFF",
                                                 "/EmbeddedFiles",
                                                 "/Encoding",
                                                 "/Encrypt",
                                                 "/EncryptMetadata",
                                                 "/Event",
                                                 "/Export",
                                                 "/Ext",
                                                 "/Extend",
                                                 "/ExtensionLevel",
                                                 "/Extensions",
                                                 "/FD",
                                                 "/FDecodeParms",
                                                 "/FFilter",
                                                 "/FS",
                                                 "/FT",
                                                 "/Ff",
                                                 "/Fields",
                                                 "/Filter",
                                                 "/First",
                                                 "/FirstPage",
                                                 "/FontFamily",
                                                 "/FontFile",
                                                 "/FontFile2",
                                                 "/FontFile3",
                                                 "/Headers",
                                                 "/Height",
                                                 "/HT",
                                                 "/ID",
                                                 "/IDS",
                                                 "/IDTree",
                                                 "/IF",
                                                 "/IRT",
                                                 "/IT",
                                                 "/IX",
                                                 "/Index",
                                                 "/Info",
                                                 "/Intent",
                                                 "/Interpolate",
                                                 "/JBIG2Globals",
                                                 "/JS",
                                                 "/JavaScript",
                                                 "/Keywords",
                                                 "/Kids",
                                                 "/Lang",
                                                 "/Last",
                                                 "/LastModified",
                                                 "/Legal",
                                                 "/Length",
                                                 "/Length1",
                                                 "/Length2",
                                                 "/Length3",
                                                 "/Limits",
                                                 "/ListMode",
                                                 "/Location",
                                                 "/Locked",
                                                 "/M",
                                                 "/MCID",
                                                 "/MCR",
                                                 "/MK",
                                                 "/MarkInfo",
                                                 "/Marked",
                                                 "/MaxLen",
                                                 "/Measure",
                                                 "/MediaBox",
                                                 "/Metadata",
                                                 "/ModDate",
                                                 "/NM",
                                                 "/NU",
                                                 "/Name",
                                                 "/Names",
                                                 "/NeedAppearances",
                                                 "/NeedsRendering",
                                                 "/NewWindow",
                                                 "/Next",
                                                 "/NonStruct",
                                                 "/Nums",
                                                 "/OBJR",
                                                 "/OC",
                                                 "/OCGs",
                                                 "/OCProperties",
                                                 "/OFF",
                                                 "/ON",
                                                 "/OPI",
                                                 "/Obj",
                                                 "/Off",
                                                 "/Open",
                                                 "/OpenAction",
                                                 "/Opt",
                                                 "/Order", "/P",
                                                 "/Ordering",
                                                 "/Outlines",
                                                 "/OutputCondition",
                                                 "/OutputConditionIdentifier",
                                                 "/OutputIntents",
                                                 "/PageLabels",
                                                 "/PageLayout",
                                                 "/PageMode",
                                                 "/Pages",
                                                 "/Parent",
                                                 "/ParentTree",
                                                 "/ParentTreeNextKey",
                                                 "/Perms",
                                                 "/Pg",
                                                 "/PieceInfo",
                                                 "/Popup",
                                                 "/Predictor",
                                                 "/Colors",
                                                 "/Columns",
                                                 "/BlackIs1",
                                                 "/EndOfBlock",
                                                 "/EndOfLine",
                                                 "/EncodedByteAlign",
                                                 "/Rows",
                                                 "/DamagedRowsBeforeError",
                                                 "/EarlyChange",
                                                 "/ColorTransform",
                                                 "/Prev",
                                                 "/Private",
                                                 "/ProcSet",
                                                 "/Producer",
                                                 "/Properties",
                                                 "/Q",
                                                 "/QuadPoints",
                                                 "/R",
                                                 "/RBGroups",
                                                 "/RC",
                                                 "/RT",
                                                 "/RV",
                                                 "/Reason",
                                                 "/Ref",
                                                 "/Registry",
                                                 "/RegistryName",
                                                 "/Requirements",
                                                 "/Resources",
                                                 "/RoleMap",
                                                 "/Root",
                                                 "/Rotate",
                                                 "/SV",
                                                 "/SigFlags",
                                                 "/Size",
                                                 "/SpiderInfo",
                                                 "/St",
                                                 "/State",
                                                 "/StateModel",
                                                 "/StmF",
                                                 "/StrF",
                                                 "/StructElem",
                                                 "/StructParent",
                                                 "/StructParents",
                                                 "/StructTreeRoot",
                                                 "/Style",
                                                 "/SubFilter",
                                                 "/Subj",
                                                 "/Subject",
                                                 "/Supplement",
                                                 "/Sy",
                                                 "/T",
                                                 "/TI",
                                                 "/TM",
                                                 "/TU",
                                                 "/Tabs",
                                                 "/Templates",
                                                 "/Threads",
                                                 "/Thumb",
                                                 "/Title",
                                                 "/ToUnicode",
                                                 "/Trans",
                                                 "/TrimBox",
                                                 "/Trapped",
                                                 "/UF",
                                                 "/URI",
                                                 "/URLS",
                                                 "/Unix",
                                                 "/Usage",
                                                 "/UseCMap",
                                                 "/UserProperties",
                                                 "/UserUnit",
                                                 "/V",
                                                 "/VE",
                                                 "/VP",
                                                 "/Version",
                                                 "/View",
                                                 "/ViewerPreferences",
                                                 "/Volatile",
                                                 "/W",
                                                 "/WC",
                                                 "/WMode",
                                                 "/WP",
                                                 "/WS",
                                                 "/Width",
                                                 "/XFA",
                                                 "/XRefStm",
                                                 "/Zoom",
                                                 "/Print",
                                                 "/Params",
                                                 "/BG",
                                                 "/UCR",
                                                 "/UCR2",
                                                 "/ColorSpace",
                                                 "/Shading",
                                                 "/Suspects",
                                                 "/Namespaces",
                                                 "/NS",
                                                 "/ParentTree",
                                                 "/Stm",
                                                 "/StmOwn",
                                                 "/Linearized",
                                                 "/L",
                                                 "/H",
                                                 "/O",
                                                 "/E",
                                                 "/N",
                                                 "/T",
                                                 "/F",
                                                 "/U",
                                                 "/OE",
                                                 "/UE",
                                                 "/Perms",
                                                 "/CF",
                                                 "/StdCF",
                                                 "/CFM",
                                                 "/AuthEvent",
                                                 "/DefaultGray",
                                                 "/DefaultRGB",
                                                 "/DefaultCMYK",
                                                 "/FontBBox",
                                                 "/OPM",
                                                 "/Panose",
                                                 "/Attestation",
                                                 "/ContactInfo",
                                                 "/Cert",
                                                 "/Reference",
                                                 "/Prop_Build",
                                                 "/Prop_AuthTime",
                                                 "/Prop_AuthType",
                                                 "/Changes"};
    return keys;
}

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

bool isKnownName(const char *name)
{
    return knownNames().contains(name);
}

bool isKnownKey(const char *key)
{
    static const std::set<std::string_view> keys = [] {
        std::set<std::string_view> all = otherKeys();
        for (int kind = 0; kind <= static_cast<int>(D::LayoutAttributes); ++kind) {
            for (const KeyRule &rule : keysOf(static_cast<D>(kind))) {
                all.insert(rule.key);
            }
        }
        return all;
    }();
    return keys.contains(key);
}

}   // namespace expunge::pdf
