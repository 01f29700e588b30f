// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/markupreader.h"

#include <QSet>

#include <array>
#include <map>

namespace expunge::scrub {

namespace {

using namespace Qt::StringLiterals;

/// The words of a list that are divided by spaces.
QSet<QString> wordSet(const char *list)
{
    const QStringList words = QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

/// Words of the format's own that are words of daily life as well: enumerations (ECMA-376 part
/// 1, 17.18, 20.1.10), names of built-in styles (17.7.4.9) and of usual fonts, properties of VML
/// shapes (part 4, 19.1.2.19).
const QSet<QString> &schemaWords()
{
    static const QSet<QString> words = wordSet(
        "align allow map baiti distance fit himalaya le lue phagspa tai to uighur wrapped yi "
        "opacity "
        "fill stroke "
        "accent acronym address affairs always amp anchor annotation annotations application area "
        "arial around authorities auto automatic balloon bar baseline behind bibliography black "
        "block blue body bold book both bottom bullet bullets calibri cambria capital caption "
        "cell center char character cite classic clear closing code color colorful column columns "
        "comment consolas contemporary content continue continuous courier cross cyan dark dash "
        "dashed date decimal default definition dingbats document dot dotted double east edited "
        "effects "
        "elegant elements em emphasis endnote english envelope even exact fallback false field "
        "figures first flip flow followed font fonts footer footnote form free georgia gothic "
        "gray green grid hair hashtag header heading height helvetica horizontal html hyperlink "
        "image indent index inline inside intense jhenghei justify keyboard landscape last latent "
        "layout left light line lines link list lower macro magenta margin math maximum medium "
        "mention message microsoft middle mincho minor major mode mso name new next no none "
        "normal north note number numbered numbering of office orange outline outside overlap "
        "page paragraph percent picture placeholder plain portrait position preformatted preserve "
        "professional purple quote reference relative restart return revision right roman rose "
        "rotation round salutation sample sans section segoe serif shading shape sharp signature "
        "silver simple simplified simsun single slant smart solid south space spacing square start "
        "strong style styles subject subtitle subtle symbol table tahoma text theme thick thin "
        "through tight times title toc top topic traditional trebuchet triple true turquoise type "
        "typewriter unknown unresolved upper variable verdana vertical violet visibility visible "
        "hidden absolute web wave west white wide width window windows wingdings word wrap yahei "
        "yellow ms pt px cm mm in ui mail "
        // kinds of placeholders on slides (19.7.10)
        "art chart clip ctr dgm dt ftr hdr img media num obj pic sld sub tbl title");
    return words;
}

/// Words of enumerations that only these attributes have: kinds of placeholders and layouts
/// (ECMA-376 part 1, 19.7.10 and 19.7.15), preset shapes (20.1.10.56), animations
/// (19.5.3, 19.7.37).
const std::map<QString, QSet<QString>> &enumerationWords()
{
    static const std::map<QString, QSet<QString>> words{
        {u"type"_s,
         wordSet("and art blank body chart clip ctr cust date datetime dgm dt figure four "
                 "ftr hdr head img media num obj one only out over pic sec sld slidenum "
                 "sub tbl text title two tx vert whole decimal list time length custom "
                 "expression cell is color scale bar icon set unique duplicate values contains "
                 "not begins ends with blanks errors period above average percent percentile "
                 "formula column stacked boolean short int")},
        {u"prst"_s,
         wordSet(
             "accent action alternate arc arrow back beginning bent bevel blank block bolt "
             "border brace bracket button callout can card chart chevron chord circular cloud "
             "collate connector corner cube curved custom data decagon decision delay diag "
             "diamond disk display divide document dodecagon donut down drum ellipse end equal "
             "extract flow fold folded forward frame funnel gear half heart help heptagon "
             "hexagon home information input internal irregular junction left lightning line "
             "magnetic manual math merge minus moon movie multidocument multiply no not notched "
             "octagon offline offpage online operation or pair parallelogram pentagon pie "
             "plaque plate plus predefined preparation previous process punched quad rect "
             "return ribbon right round rtl same seal single smiley face smoking snip sort "
             "sound star storage straight striped summing sun swoosh tape teardrop terminator "
             "trapezoid triangle turn up uturn wave wedge")},
        {u"filter"_s,
         wordSet("across bar barn blinds box checkerboard circle diamond dissolve down fade "
                 "horizontal image in left out pixelate plus random right slide stretch strips up "
                 "vertical wedge wheel wipe")},
        {u"nodeType"_s, wordSet("after click effect group interactive main par root seq tm with")},
        // relationships (part 2, 9.3); borders, patterns, validations and rules of cells (part
        // 1, 18.18.3, 18.18.55, 18.18.18, 18.18.21); charts (21.2.3)
        {u"TargetMode"_s, wordSet("external internal")},
        // OpenDocument 1.3 part 3, 19.385, 19.480, 19.471, 19.364, 19.753 and 20.394
        {u"value-type"_s, wordSet("float percentage currency date time boolean string void")},
        {u"family"_s, wordSet("paragraph text section table column row cell graphic presentation "
                              "drawing page chart ruby control default")},
        {u"class"_s, wordSet("text chapter list index extra html title outline subtitle notes "
                             "page graphic handout object header footer date time number chart "
                             "table orgchart")},
        {u"anchor-type"_s, wordSet("page frame paragraph char as")},
        {u"wrap"_s, wordSet("none left right parallel dynamic run through biggest")},
        {u"layer"_s, wordSet("layout background backgroundobjects controls measurelines")},
        {u"style"_s, wordSet("dashed dotted double hair medium dash dot slant thick")},
        {u"patternType"_s,
         wordSet("solid dark medium light gray horizontal vertical down up grid trellis")},
        {u"operator"_s,
         wordSet("between not equal less than or greater contains begins ends with")},
        {u"errorStyle"_s, wordSet("warning information stop")},
        {u"state"_s, wordSet("frozen split very hidden visible")},
        {u"totalsRowFunction"_s, wordSet("average count nums custom std dev")},
        {u"val"_s, wordSet("standard clustered stacked percent automatic smooth marker next "
                           "best min max zero circle diamond square triangle average "
                           "percentage custom cross filled accounting")},
    };
    return words;
}

/// Names of fields and their switches (ECMA-376 part 1, 17.16).
const QSet<QString> &fieldWords()
{
    static const QSet<QString> words = wordSet(
        "autotext author comments createdate date docproperty filename filesize formcheckbox "
        "formdropdown formtext hyperlink if index keywords lastsavedby mergeformat charformat "
        "noteref numchars numpages numwords page pageref printdate ref revnum savedate section "
        "sectionpages seq styleref subject symbol ta tc template time title toa toc userinitials "
        "username xe caps upper lower firstcap arabic roman alphabetic");
    return words;
}

/// The words of a name, also of one in which only capitals begin them ("HeaderChar").
QStringList wordsOf(const QString &text)
{
    QStringList words;
    bool open = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!c.isLetter()) {
            open = false;
            continue;
        }
        const bool hump = i > 0 && c.isUpper() && text[i - 1].isLower();
        if (!open || hump) {
            words += QString();
        }
        words.back() += c.toLower();
        open = true;
    }
    return words;
}

/// Single letters are switches, prefixes and parts of numbers.
bool allAmong(const QStringList &words, const QSet<QString> &known)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return word.size() < 2 || known.contains(word);
    });
}

/// Attributes that a person's words stand in, so that no value of theirs is the format's own.
bool holdsWords(const QString &attribute)
{
    static const QSet<QString> names{u"author"_s, u"initials"_s, u"descr"_s,
                                     u"title"_s,  u"alt"_s,      u"tooltip"_s,
                                     u"userId"_s, u"creator"_s,  u"lastModifiedBy"_s};
    return names.contains(attribute);
}

bool isIdentifier(const QString &attribute, const QString &text)
{
    static const QSet<QString> names{u"Type"_s, u"ContentType"_s, u"uri"_s, u"xmlns"_s,
                                     u"media-type"_s};
    if (!names.contains(attribute)) {
        return false;
    }
    constexpr std::array starts{"http://schemas.openxmlformats.org/",
                                "http://schemas.microsoft.com/",
                                "http://purl.oclc.org/ooxml/",
                                "http://purl.org/dc/",
                                "http://www.w3.org/",
                                "urn:schemas-microsoft-com:",
                                "application/vnd.openxmlformats-",
                                "application/vnd.ms-",
                                "application/xml",
                                "urn:oasis:names:tc:opendocument:xmlns:",
                                "text/xml",
                                "image/"};
    return text.size() < 160 && !text.contains(u' ')
           && std::any_of(starts.begin(), starts.end(), [&](const char *start) {
                  return text.startsWith(QLatin1StringView(start));
              });
}

bool hasWords(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

/// A position, a size, a number of something: up to six digits, where the format has its numbers.
bool isMeasure(const MarkupText &found)
{
    static const QSet<QString> elements{u"posOffset"_s, u"pctWidth"_s, u"pctHeight"_s,
                                        u"pctPosHOffset"_s, u"pctPosVOffset"_s};
    const bool place = found.kind == MarkupText::Kind::Attribute || elements.contains(found.name);
    return place && !holdsWords(found.name) && found.text.size() <= 7
           && std::all_of(found.text.begin(), found.text.end(), [](QChar c) {
                  return (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
              });
}

/// Switches of LibreOffice that settings.xml keeps; all stand in one set.
bool isSetting(const MarkupText &found)
{
    static const QSet<QString> words = wordSet(
        "ooo configuration settings add para table spacing at start to cells line frame offsets "
        "external leading align tab stop position character compression type clip as anchored "
        "writer fly frames collapse empty cell consider text wrap on obj pos do not capture draw "
        "objs page justify lines with manual break reset attrs for num font header below last "
        "ignore first indent in numbering tabs and blanks calculation invert border is kern asian "
        "punctuation ms word comp trailing min height by outline level yields max pages "
        "proportional shrinks prop styles no default subtract flys surround small left paragraphs "
        "list row keep overflow over margin relative treat single column unbreakable numberings "
        "unx force zero ext use former object positioning wrapping old printer metrics background "
        "drawings floattable nomargins number show follow drop cap gutter top continuous endnotes "
        "apply paragraph mark format off scale width");
    return found.kind == MarkupText::Kind::Attribute && found.name == "name"_L1
           && found.element.startsWith("config-item"_L1) && allAmong(wordsOf(found.text), words);
}

}   // namespace

bool isFormatWord(const MarkupText &found)
{
    if (found.name == "instrText"_L1 || found.name == "delInstrText"_L1) {
        return !found.text.contains(u'"') && allAmong(wordsOf(found.text), fieldWords());
    }
    if (found.kind == MarkupText::Kind::Paragraph) {
        return false;
    }
    if (found.name == "PartName"_L1 || found.name == "Target"_L1 || found.name == "full-path"_L1) {
        return isFormatEntryName(found.text);
    }
    if (isIdentifier(found.name, found.text) || isMeasure(found) || isPackageType(found.text)
        || isSetting(found)) {
        return true;
    }
    const auto own = enumerationWords().find(found.name);
    if (found.kind == MarkupText::Kind::Attribute && own != enumerationWords().end()
        && !found.text.contains(u' ') && allAmong(wordsOf(found.text), own->second)) {
        return true;
    }
    return !holdsWords(found.name) && hasWords(found.text)
           && allAmong(wordsOf(found.text), schemaWords());
}

bool isPackageType(const QString &text)
{
    constexpr auto prefix = "application/vnd.oasis.opendocument."_L1;
    static const QSet<QString> kinds{u"text"_s,         u"spreadsheet"_s, u"graphics"_s,
                                     u"presentation"_s, u"chart"_s,       u"formula"_s};
    QString kind = text.startsWith(prefix) ? text.mid(prefix.size()) : QString();
    return kinds.contains(kind.endsWith("-template"_L1) ? kind.chopped(9) : kind);
}

bool isFormatEntryName(const QString &name)
{
    static const QSet<QString> words{u"[content_types].xml"_s,
                                     u"_rels"_s,
                                     u"word"_s,
                                     u"xl"_s,
                                     u"ppt"_s,
                                     u"docprops"_s,
                                     u"media"_s,
                                     u"theme"_s,
                                     u"charts"_s,
                                     u"embeddings"_s,
                                     u"customxml"_s,
                                     u"document"_s,
                                     u"header"_s,
                                     u"footer"_s,
                                     u"styles"_s,
                                     u"settings"_s,
                                     u"numbering"_s,
                                     u"fonttable"_s,
                                     u"footnotes"_s,
                                     u"endnotes"_s,
                                     u"comments"_s,
                                     u"websettings"_s,
                                     u"image"_s,
                                     u"core"_s,
                                     u"app"_s,
                                     u"custom"_s,
                                     u"item"_s,
                                     u"itemprops"_s,
                                     u"chart"_s,
                                     u"diagrams"_s,
                                     u"people"_s,
                                     u"commentsextended"_s,
                                     u"drawing"_s,
                                     u"drawings"_s,
                                     u"fonts"_s,
                                     u"workbook"_s,
                                     u"worksheets"_s,
                                     u"chartsheets"_s,
                                     u"sheet"_s,
                                     u"sharedstrings"_s,
                                     u"tables"_s,
                                     u"table"_s,
                                     u"notes"_s,
                                     u"shapes"_s,
                                     u"mimetype"_s,
                                     u"meta-inf"_s,
                                     u"manifest"_s,
                                     u"content"_s,
                                     u"meta"_s,
                                     u"pictures"_s,
                                     u"object"_s};
    for (const QString &segment : name.toLower().split(u'/', Qt::SkipEmptyParts)) {
        QString stem = segment.section(u'.', 0, 0);
        while (!stem.isEmpty() && (stem.back().isDigit() || stem.back().isSpace())) {
            stem.chop(1);
        }
        if (!stem.isEmpty() && !words.contains(stem) && !words.contains(segment)) {
            return false;
        }
    }
    return true;
}

}   // namespace expunge::scrub
