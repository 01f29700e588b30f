// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfsyntaxwords.h"

#include "core/formats/ooxml/syntaxwords.h"

#include <QByteArrayList>
#include <QSet>

#include <algorithm>

namespace expunge::formats::odf {

namespace {

// clang-format off

// Words of the enumerations of OpenDocument 1.3 part 3, clauses 19 and 20, of SVG, SMIL and MathML
// where it borrows from them, and of LibreOffice's extensions.
constexpr auto formatWords =
    "above absolute abstract accent accumulate across active add address after alignment alike all alpha alphabet "
    "alphabetic alphabetical alternate alternating alternative always an and annotation annotations any appear "
    "archive area arrow article as ascending ascent aspect asterisk at auto automatic average avoid axial axis back "
    "background backslash backwards balanced bar base baseline basic before begin begins behind below bevel bi "
    "bibliography binary bitmap blanks blend blind blinds blink block bm bold bolder book booklet boolean border "
    "borders both bottom bow box bp brace bracket breve bt btlr bubble buddhist bullet butt button by calc calendar "
    "call callout can cap capitalize caps caption case category cell center centered chain change changed chapter "
    "char character characters chars chart charts check checker checkerboard chord circle circular click clip "
    "clockwise close closed cloud code col collapse collapsing colon color column columns comb compact compound "
    "concurrent condition conference connect connection connector connectors consecutive const constant contact "
    "contain contains content contents continue continuous copy corner corners count counter countnums cover "
    "covered create creator cross crossfade cube cubic cuboid currency current curve curved custom cut cylinder "
    "dash dashed data database date day days decagon decimal decorative deep default delay deletion depth "
    "descending descent design deviation diagonal diagram diamond difference different digit dim direct direction "
    "disc discard discrete display dissolve distance distribute distributed doc document dodecagon donut doorplate "
    "dot dotted double down draft drawing drawings drum dual duplicate dynamic east edge effect eight element "
    "elements ellipse ellipsis ellipsoid else em email embed embedded embossed emphasis empty enable enabled end "
    "endless endnote ends engraved entrance entry equal error even evenodd exact exclude execute exit expand "
    "exponential extended extension extra extrude extrusion fade fallback false family fan fast field fifth file "
    "fill filled filter fine first fit five fix fixed flag flags flash flat flip float floating flow flowchart "
    "flower fly font fontwork footer footnote footnotes forbidden foreground foreign form formula formulas forward "
    "four fraktur frame free from front full fullscreen function funnel gantt gap gear general gengou globe glow "
    "glyph gouraud gradient gradients graphic graphics gray greater gregorian greyscale grid group grow gutter half "
    "hand handle handout hang hanging hanja hanjayoil hard hatch head header headers heading heart height helvetica "
    "heptagon hexagon hidden hide high highlight hijri history hold hollow horizontal hour hourglass hours html "
    "icon ideograph ideographic if image in inbook incollection indefinite indent independent index infinite infix "
    "information inherit initial inner inproceedings insert insertion inset inside instant integer intensity inter "
    "interactive internal interval into inverse invert inverted iris isosceles italic item iteration jewish join "
    "journal justify kashida keep key keyboard keyhole keypoints kind label landscape language large larger laser "
    "last layer layout lazy leading leave left legend less letter level light lighter lightning like limit line "
    "linear lines link list listtab load local locale lock logarithmic long longdiv loop loose low lower lowercase "
    "lr lrtb ltr luminance magnetic main major manual margin margins mark marker markers master mastersthesis match "
    "mathematical max maximum mean measure media median medium member menu merge message middle miminal min minimum "
    "minor minus minutes mirror mirrored misc miter modal mode modern modulate mono monochrome monospace month "
    "months more motion motionpath mouse move movie moving multi multiple name named narrow never new next nine no "
    "non noncollapsing none nonwhitespace nonzero normal north not note notes nothing notify null number numbered "
    "numbers numeric object objects oblique octagon odd off offset ole on once one online ooo opacity open opposite "
    "option or order organic orgchart original orthogonal other out outer outline outset outside over overflow "
    "overlap overline own paced padding page pages paper paragraph paragraphs parallel parallelogram parameter "
    "parent part pass path pattern pause peek pentagon per percent percentage percentile perspective phdthesis "
    "phong photo pick picture pie pin pinwheel pixel placeholder plain plate play plus pm point polar poly polygon "
    "polyline polynomial portrait position postfix power prefix preparation presentation preserve preview previous "
    "primary primitive print printer printout proceedings process product progressive projection proportional "
    "protect protected protection punched push puzzle pyramid quad quadrant quadratic quarter quarters question "
    "quotation radar radial radical random range rate rating rb rc read reading record rect rectangle rectangular "
    "reference reflect reflection region register regression regular relative release remove repeat replace report "
    "reset restart resume reverse reversed rhombus ribbon right ring rl rlbt rltb roman root rotate rotation round "
    "rounded roundedbox row rows rtl ruby run running same sans saturate scale scatter science scientific screen "
    "script scroll second secondary seconds section segment segments select selected selection separate separating "
    "separator sequence series serif set seven shade shadow shape shapes shear sheet short show shrink side sides "
    "simple single six size skip slash slide slideshow slow small smaller smile smiley smooth snake snap soft solid "
    "sound source south space spacing spanned special speed sphere spin spiral spline split splittable spread "
    "square stack stacked standard star start state static statistics status stdev stdevp step steps sticky stock "
    "stop straight stretch strict strikethrough string stripe stripes strips stroke strong struck structure style "
    "sub subtitle subtotal subtotals subtract success sum sun super superior surface surround svg swing swipe swiss "
    "swivel symbol symbols system tab table tables tabular target tb tblr tbrl techreport template ten text textbox "
    "texture thick thickness thin third this thousand three through tie tight tile time timing tip title to toc "
    "today toggle tomorrow tone top total trace track transition transparency transparent trapezoid triangle "
    "trigger true ttb turn turnaround twelve two type under underline unequal unfold uniform unique unit unlimited "
    "unlocked unpublished unsorted until up update upper uppercase use user uturn value values var variable "
    "variance varp vector vee venetian verb vertical view visibility visible visited volatile volume wait warning "
    "watch watermark wave wavy wavyline wedge week weekday weeks west wheel wheelwipe when whole wide width window "
    "windshield wipe with without word words wrap write writing www year years yes yesterday yield zag zero zig "
    "zoom zxx";

// Words of SMIL's transitions and of LibreOffice's animation presets and shapes (OpenDocument 1.3 part 3, 19.145 and
// 19.229), in addition.
constexpr auto effectWords =
    "access alternate arch arrowhead ascend bang barn bars bent blade blades blast boomerang bounce bounced box "
    "brush bullseye button callouts card cascade centrifuge chevron clockwise collate color colour combs concave "
    "convex cornersin crawl credits crescent curve decay decision deflate delay descend diagonalsquares dialog disk "
    "document door doors dossier downward ease expand extract eye fade fadein fader figure flicker flood fold "
    "football funnel glide grow heads heart hexagon horizontally inflate input inside inward irregular junction "
    "keyhole left letters lighten magnify manual mso multidocument neutron noise notched octagon offpage operation "
    "output outward oval paper parallelogram peanut pinwheel plus pointed points pour predefined preparation quad "
    "quadrant ripple rise saloon seal seals sequential shimmer shrink signet sine sink slant sling snakes softly "
    "sort split spring spt squares star stored stretchy striped summing sweep sweeps swish swoosh tape teardrop "
    "teeter terminator thread trapezoid tumble turbulence twist unfold upward vertically vivid waterfall wave waves "
    "wheels whip wide widely zagged zoomer";

// Whole tokens that are no words (LibreOffice's icon sets, targets of links, targets of XML).
constexpr auto wholeTokens =
    "3Arrows 3ArrowsGray 3Flags 3TrafficLights1 3TrafficLights2 3Signs 3Symbols 3Symbols2 3Smilies 3ColorSmilies "
    "3Stars 3Triangles 4Arrows 4ArrowsGray 4RedToBlack 4Rating 4TrafficLights 5Arrows 5ArrowsGray 5Rating 5Quarters "
    "5Boxes _blank _self _parent _top ROC hanja_yoil col-60da8460 col-502ad400 x-symbol onLoad onRequest primary-x "
    "primary-y primary-z secondary-x secondary-y b-spline last-7-days";

// Commands of paths (OpenDocument 1.3 part 3, 19.145; SVG 1.1, 8.3), functions and values of equations (19.171),
// transformations (19.228) and units.
constexpr auto pathWords =
    "logwidth logheight top left right bottom if min max abs sqrt sin cos tan atan atan2 pi width height xstretch "
    "ystretch hasstroke hasfill rotate translate scale skewX skewY matrix cm mm in pt px pc deg rad grad";

constexpr auto scriptCodes =
    "Arab Armn Beng Bopo Cans Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hans Hant Hebr Hira Jpan Kana Khmr "
    "Knda Kore Laoo Latn Mlym Mong Mymr Orya Sinh Syrc Taml Telu Thaa Thai Tibt Zmth Zsym Zyyy";

// clang-format on

QSet<QByteArray> setOf(const char *words)
{
    const QByteArrayList list = QByteArray(words).split(' ');
    return {list.begin(), list.end()};
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// One word, perhaps with a short number behind it.
bool isFormatWord(QByteArrayView word)
{
    static const QSet<QByteArray> words = setOf(formatWords) | setOf(effectWords);
    constexpr qsizetype longestNumber = 3;
    qsizetype letters = word.size();
    while (letters > 0 && word[letters - 1] >= '0' && word[letters - 1] <= '9') {
        --letters;
    }
    return word.size() - letters <= longestNumber
           && words.contains(word.first(letters).toByteArray().toLower());
}

/// Calls `found` with every part between hyphens, colons, underscores and changes of case, until it
/// says false.
template<typename Found>
bool everyPart(QByteArrayView token, const Found &found)
{
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= token.size(); ++at) {
        const bool mark = at < token.size() && QByteArrayView("-:_").contains(token[at]);
        const bool hump =
            at < token.size() && at > begin && isUpper(token[at]) && !isUpper(token[at - 1]);
        if (at == token.size() || mark || hump) {
            if (!found(token.sliced(begin, at - begin))) {
                return false;
            }
            begin = mark ? at + 1 : at;
        }
    }
    return true;
}

}   // namespace

bool isFormatToken(QByteArrayView token)
{
    static const QSet<QByteArray> whole = setOf(wholeTokens);
    const QByteArrayView drawingML("ooxml-");
    if (token.size() == 1 && isLetter(token[0])) {
        return true;
    }
    if (whole.contains(token.toByteArray()) || ooxml::isColourName(token)) {
        return true;
    }
    const bool drawing = token.startsWith(drawingML);
    const QByteArrayView name = drawing ? token.sliced(drawingML.size()) : token;
    return everyPart(name, isFormatWord)
           || (drawing && ooxml::isFormatWord(ooxml::WordFamily::Drawing, name));
}

bool isPathWord(QByteArrayView letters)
{
    static const QSet<QByteArray> words = setOf(pathWords);
    // a command without numbers may be followed by the next at once: "zM"
    const bool commands = std::all_of(letters.begin(), letters.end() - 1,
                                      [](char c) { return QByteArrayView("zZNFS").contains(c); });
    return (commands && letters.size() <= 3
            && QByteArrayView("MLCZNFSTUABWVXYQGHIJKmlczstavqhef").contains(letters.back()))
           || words.contains(letters.toByteArray());
}

bool isScriptCode(QByteArrayView code)
{
    static const QSet<QByteArray> codes = setOf(scriptCodes);
    return codes.contains(code.toByteArray());
}

}   // namespace expunge::formats::odf
