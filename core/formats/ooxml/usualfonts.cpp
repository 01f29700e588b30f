// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/usualfonts.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

// clang-format off

constexpr auto families =
    // Windows and Office (Microsoft Typography, "Fonts supplied with Windows" and "Cloud fonts in Office")
    "Abadi|Agency FB|AgencyR|Aharoni|Albertus|Aldhabi|Algerian|Amasis|Andale Mono|Andale Sans UI|Andale WT|Andalus|"
    "Angsana New|AngsanaUPC|Aparajita|Aptos|Aptos Display|Aptos Mono|Aptos Serif|Arabic Typesetting|Arial|Arial Rounded|"
    "Arial Unicode MS|Avenir Next|Avenir Next LT|Bahnschrift|Baskerville Old Face|Batang|BatangChe|Bauhaus 93|Bell|Bembo|"
    "Berlin Sans FB|Bernard|Bierstadt|Biome|Blackadder ITC|Bodoni|Bodoni MT Poster|Book Antiqua|Bookman Old Style|"
    "Bookshelf Symbol 7|Bradley Hand ITC|Britannic|Broadway|Browallia New|BrowalliaUPC|Brush Script|Calibri|Californian FB|"
    "Calisto|Cambria|Cambria Math|Candara|Castellar|Cavolini|Centaur|Century|Century Gothic|Century Schoolbook|Chiller|"
    "Cochocib Script Latin|Colonna|Comic Sans MS|Comic Sans|Congenial|Consolas|Constantia|Cooper|Copperplate Gothic|Corbel|"
    "Cordia New|CordiaUPC|Courier|Courier New|Curlz|Daytona|Dante|DaunPenh|David|DengXian|DFKai-SB|DilleniaUPC|DokChampa|"
    "Dotum|DotumChe|Ebrima|Edwardian Script ITC|Elephant|Engravers|Eras ITC|Estrangelo Edessa|EucrosiaUPC|Euphemia|FangSong|"
    "FangSong_GB2312|Felix Titling|Fixedsys|Footlight|Forte|Franklin Gothic|FrankRuehl|FreesiaUPC|Freestyle Script|"
    "French Script|Gabriola|Gadugi|Garamond|Gautami|Georgia|Georgia Pro|Gigi|Gill Sans|Gill Sans Nova|Gisha|Gloucester|"
    "Goudy|Goudy Old Style|Goudy Stout|Goudy Type|Grandview|Gulim|GulimChe|Gungsuh|GungsuhChe|Hadassah Friedlaender|"
    "Haettenschweiler|Harlow Solid|Harrington|High Tower Text|HoloLens MDL2 Assets|Impact|Imprint|Imprint Shadow|"
    "Informal Roman|Ink Free|IrisUPC|Iskoola Pota|JasmineUPC|Javanese Text|Jokerman|Juice ITC|KaiTi|KaiTi_GB2312|Kalinga|"
    "Kartika|Khmer UI|Kino|KodchiangUPC|Kokila|Kristen ITC|Kunstler Script|Lao UI|Latha|Leelawadee|Levenim|LilyUPC|LiSu|"
    "Lucida|Lucida Bright|Lucida Calligraphy|Lucida Console|Lucida Fax|Lucida Grande|Lucida Handwriting|Lucida Sans|"
    "Lucida Sans Typewriter|Lucida Sans Unicode|Magneto|Maiandra GD|Malgun Gothic|Mangal|Marlett|Matura Script Capitals|"
    "Matura|Meiryo|Microsoft Himalaya|Microsoft JhengHei|Microsoft New Tai Lue|Microsoft PhagsPa|Microsoft Sans Serif|"
    "Microsoft Tai Le|Microsoft Uighur|Microsoft YaHei|Microsoft Yi Baiti|MingLiU|MingLiU-ExtB|MingLiU_HKSCS|"
    "MingLiU_HKSCS-ExtB|Miriam|Miriam Fixed|Mistral|Modern|Modern No. 20|Mongolian Baiti|Monotype Corsiva|Monotype Sorts|"
    "MoolBoran|MS Dialog|MS Gothic|MS LineDraw|MS Mincho|MS Outlook|MS PGothic|MS PMincho|MS Reference Sans Serif|"
    "MS Reference Specialty|MS Sans Serif|MS Serif|MS Shell Dlg|MS Shell Dlg 2|MS UI Gothic|MT Extra|MV Boli|Myanmar Text|"
    "Narkisim|Neue Haas Grotesk Text|News Gothic|Niagara Engraved|Niagara Solid|Nirmala|Nirmala Text|NSimSun|Nyala|OCR A|"
    "Old English Text|Onyx|Palace Script|Palatino Linotype|Papyrus|Parchment|Perpetua|Perpetua Titling|PhagsPa|"
    "Plantagenet Cherokee|Playbill|PMingLiU|PMingLiU-ExtB|Poor Richard|Posterama|Pristina|Quire Sans|Raavi|Rage|Ravie|"
    "Rockwell|Rockwell Nova|Rod|Sabon Next LT|Sagona|Sakkal Majalla|Sanskrit Text|Script|Seaford|Segoe|Segoe Fluent Icons|"
    "Segoe MDL2 Assets|Segoe Print|Segoe Pseudo|Segoe Script|Segoe UI Emoji|Segoe UI Historic|Segoe UI Symbol|"
    "Segoe UI Variable|Selawik|Shonar Bangla|Showcard Gothic|Shruti|SimHei|Simplified Arabic|Simplified Arabic Fixed|SimSun|"
    "SimSun-ExtB|SimSun-ExtG|Sitka|Sitka Banner|Sitka Display|Sitka Heading|Sitka Small|Sitka Subheading|Sitka Text|Skeena|"
    "Snap ITC|STCaiyun|Stencil|STFangsong|STHupo|STKaiti|STLiti|STSong|STXihei|STXingkai|STXinwei|STZhongsong|Sylfaen|"
    "Symbol|System|Tahoma|Tempus Sans ITC|Tenorite|Terminal|The Hand|Times|Times New Roman|Traditional Arabic|Trebuchet MS|"
    "Trebuchet|Tunga|Tw Cen|UD Digi Kyokasho N|UD Digi Kyokasho NK|UD Digi Kyokasho NP|Univers|Urdu Typesetting|Utsaah|Vani|"
    "Verdana|Verdana Pro|Vijaya|Viner Hand ITC|Vivaldi|Vladimir Script|Vrinda|Walbaum|Walbaum Display|Webdings|Wide Latin|"
    "Wingdings|Wingdings 2|Wingdings 3|YouYuan|Yu Gothic|Yu Mincho|BIZ UDGothic|BIZ UDMincho|BIZ UDPGothic|BIZ UDPMincho|"
    "FZShuTi|FZYaoTi|HGGothicE|HGGothicM|HGMaruGothicMPRO|HGMinchoB|HGMinchoE|HGPGothicE|HGPMinchoE|HGSGothicE|HGSMinchoE|"
    "Helv|Tms Rmn|Roman|Swis721|Dutch801|Baltica|Aachen|Zapf Dingbats|ITC Zapf Dingbats|Zapf Chancery|ITC Zapf Chancery|"
    "ITC Avant Garde Gothic|ITC Bookman|StarSymbol|StarMath|"
    // macOS and iOS (Apple, "Fonts included with macOS"), PostScript
    "Academy Engraved LET|Al Bayan|Al Nile|Al Tarikh|American Typewriter|Apple Braille|Apple Chancery|Apple Color Emoji|"
    "Apple Garamond|Apple LiGothic|Apple LiSung|Apple SD Gothic Neo|Apple Symbols|AppleGothic|AppleMyungjo|Athelas|"
    "Avant Garde|AvantGarde|Avenir|Ayuthaya|Baghdad|Bangla MN|Bangla Sangam MN|Baoli SC|Baskerville|Beirut|Big Caslon|"
    "Bodoni 72|Bodoni 72 Oldstyle|Bodoni 72 Smallcaps|Bodoni Ornaments|Bookman|Bradley Hand|Chalkboard|Chalkboard SE|"
    "Chalkduster|Charter|Cochin|Copperplate|Corsiva Hebrew|Damascus|DecoType Naskh|Devanagari|Devanagari Sangam MN|Didot|"
    "DIN Alternate|DIN Condensed|Diwan Kufi|Diwan Thuluth|Euphemia UCAS|Farah|Farisi|Futura|Galvji|Geeza Pro|Geneva|"
    "GillSans|Gujarati|Gujarati Sangam MN|Gurmukhi MN|Gurmukhi|Gurmukhi Sangam MN|Hannotate SC|Hannotate TC|HanziPen SC|"
    "HanziPen TC|Heiti SC|Heiti TC|Helvetica|Helvetica Neue|HelveticaNeue|Herculanum|Hiragino Kaku Gothic|"
    "Hiragino Maru Gothic|Hiragino Mincho|Hiragino Sans|Hiragino Sans GB|Hoefler Text|InaiMathi|ITF Devanagari|Kailasa|"
    "Kannada MN|Kannada Sangam MN|Kefa|Khmer MN|Khmer Sangam MN|Kohinoor Bangla|Kohinoor Devanagari|Kohinoor Gujarati|"
    "Kohinoor Telugu|Kokonor|Krungthep|KufiStandardGK|Lantinghei SC|Lantinghei TC|Lao MN|Lao Sangam MN|Libian SC|Luminari|"
    "Malayalam MN|Malayalam Sangam MN|Marion|Marker Felt|Menlo|Mishafi|Monaco|Mshtakan|Muna|Myanmar MN|Myanmar Sangam MN|"
    "Nadeem|Nanum Brush Script|Nanum Gothic|Nanum Myeongjo|Nanum Pen Script|New Century Schoolbook|New Peninim|New York|"
    "Noteworthy|Optima|Oriya MN|Oriya Sangam MN|Osaka|Palatino|Party LET|Phosphate|PingFang HK|PingFang SC|PingFang TC|"
    "Raanana|Rosewood|San Francisco|Sana|Sathu|Savoye LET|SF Compact|SF Mono|SF Pro|SF Pro Display|SF Pro Text|"
    "Shree Devanagari 714|SignPainter|Silom|Sinhala MN|Sinhala Sangam MN|Skia|Snell Roundhand|Songti SC|Songti TC|STHeiti|"
    "STIXGeneral|STIX Two Math|STIX Two Text|Sukhumvit Set|Superclarendon|Tamil MN|Tamil Sangam MN|Telugu MN|"
    "Telugu Sangam MN|Thonburi|Trattatello|Waseem|Weibei SC|Weibei TC|Xingkai SC|Xingkai TC|Yuanti SC|Yuanti TC|YuGothic|"
    "YuMincho|Yuppy SC|Yuppy TC|Zapfino|ZapfDingbats|ZapfChancery|Courier PS|TimesNewRoman|TimesNewRomanPS|ArialMT|SymbolMT|"
    "Hei|Kai|LiHei|LiSong|Minion|MinionPro|Myriad|MyriadPro|Adobe Garamond|Adobe Caslon|Frutiger|"
    // LibreOffice and Linux (packages fonts-* of Debian)
    "Abyssinica SIL|Amiri|AR PL UKai|AR PL UMing|Bitstream Charter|Bitstream Cyberbit|Bitstream Vera|Bitstream Vera Sans|"
    "Bitstream Vera Sans Mono|Bitstream Vera Serif|C059|Caladea|Carlito|Century Schoolbook L|Charis SIL|Courier 10 Pitch|"
    "D050000L|David CLM|DejaVu Math TeX Gyre|DejaVu Sans|DejaVu Sans Mono|DejaVu Serif|Dingbats|Doulos SIL|"
    "Droid Arabic Naskh|Droid Naskh|Droid Sans|Droid Sans Fallback|Droid Sans Mono|Droid Serif|EmojiOne Color|Ezra SIL|"
    "Frank Ruehl CLM|FreeMono|FreeSans|FreeSerif|Garuda|Gentium|Gentium Basic|Gentium Book Basic|Gentium Plus|IPAGothic|"
    "IPAMincho|IPAPGothic|IPAPMincho|IPAexGothic|IPAexMincho|Khmer OS|Khmer OS System|Kinnari|Latin Modern Math|"
    "Latin Modern Mono|Latin Modern Roman|Latin Modern Sans|Liberation Mono|Liberation Sans|Liberation Serif|"
    "Libertinus Math|Libertinus Sans|Libertinus Serif|Linux Biolinum|Linux Biolinum G|Linux Biolinum O|Linux Libertine|"
    "Linux Libertine Display G|Linux Libertine G|Linux Libertine O|Lohit|Loma|Luxi Mono|Luxi Sans|Luxi Serif|Miriam CLM|"
    "Nachlieli CLM|NanumGothic|NanumMyeongjo|Nimbus Mono|Nimbus Mono L|Nimbus Mono PS|Nimbus Roman|Nimbus Roman No9 L|"
    "Nimbus Sans|Nimbus Sans L|Noto Color Emoji|Noto Emoji|Noto Kufi|Noto Mono|Noto Naskh|Noto Nastaliq Urdu|Noto Sans|"
    "Noto Sans CJK|Noto Sans Display|Noto Sans Math|Noto Sans Mono|Noto Sans Mono CJK|Noto Sans Symbols|Noto Sans Symbols 2|"
    "Noto Sans UI|Noto Serif|Noto Serif CJK|Noto Serif Display|Norasi|OpenSymbol|P052|Padauk|Purisa|Sawasdee|Scheherazade|"
    "Standard Symbols L|Standard Symbols PS|TakaoGothic|TakaoMincho|TakaoPGothic|TeX Gyre Adventor|TeX Gyre Bonum|"
    "TeX Gyre Chorus|TeX Gyre Cursor|TeX Gyre Heros|TeX Gyre Pagella|TeX Gyre Schola|TeX Gyre Termes|Tlwg Mono|"
    "Tlwg Typewriter|TlwgMono|TlwgTypewriter|UnBatang|UnDotum|Umpush|URW Bookman|URW Bookman L|URW Chancery L|URW Gothic|"
    "URW Gothic L|URW Palladio L|Utopia|VL Gothic|VL PGothic|Waree|WenQuanYi Micro Hei|WenQuanYi Zen Hei|XITS|XITS Math|"
    "XITS-Math|Z003|Arimo|Tinos|Cousine|Symbola|Twemoji Mozilla|"
    // Google Docs and Slides (the families that its menu offers, and the most used of Google Fonts)
    "Alegreya|Alegreya Sans|Alfa Slab One|Amatic SC|Anton|Archivo|Archivo Narrow|Arsenal|Arvo|Asap|Assistant|Barlow|"
    "Barlow Condensed|Bebas Neue|Bitter|Cabin|Cairo|Caveat|Chivo|Comfortaa|Comic Neue|Corben|Cormorant|Cormorant Garamond|"
    "Courier Prime|Crimson Pro|Crimson Text|Dancing Script|DM Mono|DM Sans|DM Serif Display|DM Serif Text|Domine|Dosis|"
    "EB Garamond|Economica|Encode Sans|Exo|Exo 2|Fira Code|Fira Mono|Fira Sans|Fjalla One|Frank Ruhl Libre|Fraunces|"
    "Google Sans|Google Sans Text|Graphik|Great Vibes|Heebo|Hind|IBM Plex Mono|IBM Plex Sans|IBM Plex Serif|Inconsolata|"
    "Indie Flower|Inter|Inter Tight|JetBrains Mono|Josefin Sans|Josefin Slab|Kalam|Kanit|Karla|Lato|Lexend|"
    "Libre Baskerville|Libre Franklin|Lobster|Lora|Manrope|Maven Pro|Merriweather|Merriweather Sans|Montserrat|Mukta|Mulish|"
    "Nunito|Nunito Sans|Open Sans|OpenSans|Oswald|Outfit|Overpass|Oxygen|Pacifico|Permanent Marker|Playfair Display|"
    "Plus Jakarta Sans|Poppins|Prompt|PT Mono|PT Sans|PT Sans Caption|PT Serif|PT Serif Caption|Public Sans|Quattrocento|"
    "Quattrocento Sans|Questrial|Quicksand|Raleway|Red Hat Display|Red Hat Text|Roboto|Roboto Flex|Roboto Mono|Roboto Serif|"
    "Roboto Slab|Rubik|Sarabun|Source Code Pro|Source Han Mono|Source Han Sans|Source Han Serif|Source Sans|Source Sans 3|"
    "Source Serif|Source Serif 4|Space Grotesk|Space Mono|Spectral|Syne|Teko|Titillium Web|Ubuntu|Ubuntu Mono|Varela|"
    "Varela Round|Vollkorn|Work Sans|Yanone Kaffeesatz|Zilla Slab|"
    // Places of a theme (ECMA-376 part 1, 20.1.4.1.16 to .18), generic families of CSS, and none
    "+mn-lt|+mn-ea|+mn-cs|+mj-lt|+mj-ea|+mj-cs|inherit|serif|sans-serif|monospace|cursive|fantasy|system-ui|Sans|Mono|"
    "Default|"
    // The fonts of Windows, macOS and Office as their own languages call them
    "MS 明朝|MS P明朝|MS ゴシック|MS Pゴシック|MS UIゴシック|メイリオ|游ゴシック|游明朝|"
    "游ゴシック体|游明朝体|ヒラギノ角ゴ|ヒラギノ明朝|ヒラギノ丸ゴ|ヒラギノ角ゴシック|"
    "HG明朝B|HG明朝E|HGP明朝B|HGP明朝E|HGS明朝E|HGゴシックE|HGゴシックM|HGPゴシックE|HGPゴシックM|"
    "HGSゴシックE|HG丸ゴシックM-PRO|HG創英角ゴシックUB|HGP創英角ゴシックUB|"
    "HGS創英角ゴシックUB|HG創英角ポップ体|HGP創英角ポップ体|HGS創英角ポップ体|"
    "HG創英プレゼンスEB|HGP創英プレゼンスEB|HG行書体|HGP行書体|HG正楷書体-PRO|HG教科書体|"
    "HGP教科書体|UD デジタル 教科書体 N-R|UD デジタル 教科書体 NK-R|UD デジタル 教科書体 NP-R|"
    "BIZ UDゴシック|BIZ UD明朝|BIZ UDPゴシック|BIZ UDP明朝|宋体|新宋体|黑体|楷体|楷体_GB2312|仿宋|"
    "仿宋_GB2312|微软雅黑|等线|隶书|幼圆|方正舒体|方正姚体|华文宋体|华文中宋|华文仿宋|"
    "华文楷体|华文细黑|华文黑体|华文新魏|华文行楷|华文隶书|华文琥珀|华文彩云|苹方|"
    "苹方-简|冬青黑体简体中文|宋体-简|黑体-简|楷体-简|思源黑体|思源宋体|文泉驿微米黑|"
    "文泉驿正黑|細明體|新細明體|細明體_HKSCS|新細明體-ExtB|細明體-ExtB|細明體_HKSCS-ExtB|"
    "微軟正黑體|標楷體|蘋方|蘋方-繁|儷黑|儷宋|맑은 고딕|굴림|굴림체|돋움|돋움체|바탕|"
    "바탕체|궁서|궁서체|새굴림|나눔고딕|나눔명조|나눔바른고딕|함초롬바탕|함초롬돋움|"
    "휴먼명조|휴먼고딕|HY신명조|HY견고딕|HY견명조|HY중고딕|HY그래픽|HY헤드라인M|애플고딕|"
    "애플명조|애플 SD 산돌고딕 Neo|דוד|מרים|נרקיסים|אריאל|גישה|فرح|الباين";

/// Words that follow the name of a family: weights, widths, slants, character sets, scripts and the
/// marks of type foundries.
constexpr auto styleWords =
    "regular roman normal book plain standard text italic ital it oblique slanted inclined bold gras fett negreta light "
    "semilight extralight ultralight thin hairline extrathin medium semi extra ultra demi semibold demibold extrabold "
    "ultrabold black heavy extrablack narrow condensed cond semicondensed extracondensed compressed extended expanded wide "
    "rounded round outline mt ms ui pro pron std stdn lt ttf otf ps psmt cyr ce greek tur baltic hebrew arabic thai "
    "vietnamese sc tc hk jp kr cn tw gb mo bt variable vf fallback caps smallcaps display w1 w2 w3 w4 w5 w6 w7 w8 w9 "
    "devanagari bengali gujarati gurmukhi kannada malayalam oriya odia tamil telugu sinhala khmer lao myanmar armenian "
    "ethiopic georgian tibetan mongolian cherokee syriac thaana";

// clang-format on

/// One spelling for "ＭＳ 明朝" and "MS 明朝", "@SimSun" (upright in vertical text) and "SimSun".
QString plainName(const QString &name)
{
    QString plain = name.normalized(QString::NormalizationForm_KC).simplified().toLower();
    if (plain.startsWith(u'@')) {
        plain = plain.mid(1);
    }
    return plain;
}

QSet<QString> setOf(const char *list, QChar separator)
{
    QSet<QString> set;
    const auto names = QString::fromUtf8(list).split(separator);
    for (const QString &name : names) {
        set.insert(plainName(name));
    }
    return set;
}

bool isStyleWord(const QString &word)
{
    static const QSet<QString> words = setOf(styleWords, u' ');
    if (words.contains(word)) {
        return true;
    }
    // "BoldItalic", "SemiBoldMT": two words of the list in one
    for (qsizetype cut = 2; cut + 2 <= word.size(); ++cut) {
        if (words.contains(word.left(cut)) && words.contains(word.mid(cut))) {
            return true;
        }
    }
    return false;
}

}   // namespace

bool isUsualFont(const QString &name)
{
    static const QSet<QString> known = setOf(families, u'|');
    const QString plain = plainName(name);
    if (std::none_of(plain.begin(), plain.end(), [](QChar c) { return c.isLetterOrNumber(); })) {
        return true;
    }
    qsizetype end = plain.size();
    while (end > 0 && !known.contains(plain.left(end))) {
        const qsizetype cut = std::max(plain.lastIndexOf(u' ', end - 1 - plain.size()),
                                       plain.lastIndexOf(u'-', end - 1 - plain.size()));
        if (cut <= 0 || !isStyleWord(plain.mid(cut + 1, end - cut - 1))) {
            return false;
        }
        end = cut;
    }
    return end > 0;
}

}   // namespace expunge::formats::ooxml
