// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/syntaxforms.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/fontnames.h"
#include "core/formats/ooxml/namespaces.h"
#include "core/formats/ooxml/syntaxvalues.h"
#include "core/formats/ooxml/vocabulary.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

/// The forms that values of Syntax attributes have.
enum class Form {
    Token,
    TokenList,
    Geometry,
    Colour,
    Formula,
    Guide,
    Css,
    ShapeId,
    Uri,
    Symbol,
    Tag,
    LayoutName,
    Prefixes
};

QByteArrayView prefixOf(QByteArrayView name)
{
    return name.first(std::max<qsizetype>(0, name.indexOf(':')));
}

WordFamily familyOf(QByteArrayView element)
{
    const QByteArrayView prefix = prefixOf(element);
    if (prefix == "w14" || prefix == "w15") {
        return WordFamily::TextEffects;
    }
    if (prefix == "v" || prefix == "o" || prefix == "w10") {
        return WordFamily::Vml;
    }
    if (prefix == "x" || prefix == "x14" || prefix == "xdr") {
        return WordFamily::Sheet;
    }
    const bool text = prefix.startsWith('w') && prefix != "wps" && prefix != "wpg";
    return text || prefix == "m" ? WordFamily::Text : WordFamily::Drawing;
}

/// Names that Word and LibreOffice give to shapes; any other may be a person's.
bool fitsShapeId(QByteArrayView value)
{
    static const QRegularExpression generated(
        u"^#?(_x0000_[a-z]{1,2}[0-9]{1,10}|_?shapetype_[0-9]{1,6}|shape_[0-9]{1,10}|ole_rId[0-9]{1,"
        "6}|_s?[0-9]{1,10}|s[0-9]{1,10}|[VR](:Rule)?[0-9]{0,6})$"_s);
    return value.isEmpty() || generated.match(QString::fromLatin1(value)).hasMatch();
}

/// Fonts that many people have; other values are words of VML.
bool fitsCssValue(QByteArrayView name, QByteArrayView value)
{
    if (name == "font-family") {
        const auto fonts = QString::fromUtf8(value).split(u',');
        return std::all_of(fonts.begin(), fonts.end(), [](QString font) {
            return isUsualFont(font.remove(u'"').remove(u'\'').trimmed());
        });
    }
    const bool plain = value.trimmed().startsWith("#") ? fitsShapeId(value.trimmed())
                       : name.contains("color")        ? fitsColour(value)
                                                       : false;
    return plain || isToken(value, WordFamily::Vml, false, "#.,%+()\"' -_");
}

/// One declaration of VML's style attribute (part 4, 19.1.2.19): a known property and a short
/// value.
bool fitsDeclaration(QByteArrayView value)
{
    static const QSet<QByteArray> known = [] {
        const QByteArrayList names =
            QByteArray(
                "position left top width height margin-left margin-top margin-right "
                "margin-bottom z-index rotation flip visibility text-align v-text-align "
                "direction layout-flow font-size font-weight font-style font-family "
                "font-variant text-decoration v-text-anchor v-text-kern v-text-reverse "
                "v-text-spacing v-rotate-letters v-same-letter-heights v-text-spacing-mode "
                "v-text-shape mso-layout-flow-alt mso-rotate mso-direction-alt "
                "mso-fit-shape-to-text mso-fit-text-to-shape mso-next-textbox "
                "mso-position-horizontal mso-position-horizontal-relative "
                "mso-position-vertical mso-position-vertical-relative mso-width-percent "
                "mso-height-percent mso-width-relative mso-height-relative mso-left-percent "
                "mso-top-percent mso-wrap-style mso-wrap-edited mso-wrap-mode "
                "mso-wrap-distance-left mso-wrap-distance-right mso-wrap-distance-top "
                "mso-wrap-distance-bottom mso-text-shadow mso-column-margin "
                "mso-line-height-alt mso-element mso-table-lspace mso-fit-text-with-word-wrap "
                "antialias display mso-hide mso-default-width mso-default-height vertical-align")
                .split(' ');
        return QSet<QByteArray>(names.begin(), names.end());
    }();
    const QByteArray trimmed = value.trimmed().toByteArray();
    const qsizetype colon = trimmed.indexOf(':');
    const QByteArray name = trimmed.left(colon).trimmed().toLower();
    return trimmed.isEmpty()
           || (colon >= 0 && known.contains(name)
               && fitsCssValue(name, QByteArrayView(trimmed).sliced(colon + 1)));
}

bool fitsCss(QByteArrayView value)
{
    constexpr qsizetype longest = 1024;
    const auto declarations = value.toByteArray().split(';');
    return value.size() <= longest
           && std::all_of(declarations.begin(), declarations.end(), fitsDeclaration);
}

/// What extensions are called of which some content may stay ([MS-ODRAWXML] 2.2, [MS-PPTX] 2.3,
/// [MS-XLSX] 2.3).
bool isKnownExtension(QByteArrayView value)
{
    static const QSet<QByteArray> known{
        "{28A0092B-C50C-407E-A947-70E740481C1C}",    // a14:useLocalDpi
        "{C183D7F6-B498-43B3-948B-1728B52AA6E4}",    // adec:decorative
        "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}",    // p14:sectionLst
        "{78C0D931-6437-407D-A8EE-F0AAD7539E65}",    // x14:conditionalFormattings
        "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}",    // x14:id of a conditional format
        "{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}",    // x14:dataValidations
        "{05C60535-1F16-4FD2-B633-F4F36F0B64E0}"};   // x14:sparklineGroups
    return known.contains(value.toByteArray().toUpper());
}

bool fitsUri(QByteArrayView value)
{
    // ECMA-376 part 1, 21.1.3: what a graphic frame holds
    static const QSet<QByteArray> frames{"http://schemas.openxmlformats.org/drawingml/2006/table",
                                         "http://purl.oclc.org/ooxml/drawingml/table"};
    return isKnownExtension(value)
           || frames.contains(QByteArray::fromRawData(value.data(), value.size()))
           || !namespaceMeaning(QString::fromUtf8(value)).prefix.isEmpty()
           || value == "http://schemas.microsoft.com/office/word";
}

/// A name of a layout of diagrams or of one of its nodes; of Office's own ones, with what they
/// stand for (ECMA-376 part 1, 21.4.2.16, 21.4.3.5).
bool fitsLayoutName(QByteArrayView value)
{
    static const QRegularExpression own(
        u"^urn:(microsoft\\.com|diagrams\\.loki3\\.com)/(office/officeart/)?[0-9]{4}/[0-9]{1,2}/"
        "(layout|quickstyle|colors)/([A-Za-z0-9_]+)((#|\\+)[A-Za-z0-9]{1,12})?$"_s);
    const auto match = own.match(QString::fromLatin1(value));
    const QByteArray name = match.hasMatch() ? match.captured(4).toLatin1() : value.toByteArray();
    const auto plain = [](QByteArrayView word) {
        return isLayoutName(word) || isFormatWord(WordFamily::Drawing, word);
    };
    const QByteArray variant = match.captured(5).mid(1).toLatin1();
    const auto isVariant =
        variant.isEmpty() || std::all_of(variant.begin(), variant.end(), isDigit);
    return isVariant && madeOf(name, "_- ", 64, plain);
}

using Forms = QHash<QByteArray, Form>;

void put(Forms &forms, const char *prefix, const char *names, Form form)
{
    for (const QByteArray &name : QByteArray(names).split(' ')) {
        forms.insert(QByteArray(prefix).append('@').append(name), form);
    }
}

void putVml(Forms &forms)
{
    for (const char *prefix : {"v", "o"}) {
        put(forms, prefix, "style", Form::Css);
        put(forms, prefix, "id o:spid ShapeID shapetype", Form::ShapeId);
        put(forms, prefix,
            "path points adj xrange yrange polar position wrapcoords o:connectlocs textboxrect "
            "switch matrix verticies adjusthandles radiusrange offset offset2 origin map "
            "limo coordsize coordorigin from to inset o:connectangles aspect size focussize",
            Form::Geometry);
        put(forms, prefix, "eqn", Form::Formula);
        put(forms, prefix, "dashstyle", Form::TokenList);
        put(forms, prefix, "fillcolor strokecolor color color2 colors chromakey recolortarget",
            Form::Colour);
        put(forms, prefix,
            "o:borderleftcolor o:bordertopcolor o:borderrightcolor o:borderbottomcolor",
            Form::Colour);
    }
    put(forms, "v:shape", "type", Form::ShapeId);
    put(forms, "o:lock", "shapetype", Form::Token);
}

Forms formsByKey()
{
    Forms forms;
    putVml(forms);
    put(forms, "a", "fmla", Form::Formula);
    put(forms, "a:gd", "name", Form::Guide);
    for (const char *element :
         {"a:pt", "a:pos", "a:rect", "a:ahXY", "a:ahPolar", "a:arcTo", "a:cxn", "a:path"}) {
        put(forms, element,
            "x y l t r b ang hR wR stAng swAng gdRefX gdRefY gdRefR gdRefAng minX maxX minY maxY "
            "minR maxR minAng maxAng w h",
            Form::Guide);
    }
    put(forms, "a", "uri", Form::Uri);
    put(forms, "a:prstClr", "val", Form::Colour);
    put(forms, "dgm", "axis ptType cnt st step hideLastTrans arg", Form::TokenList);
    put(forms, "dgm",
        "loTypeId loCatId qsTypeId qsCatId csTypeId csCatId uniqueId defStyle name forName "
        "refForName presName ref presId minVer styleLbl presStyleLbl",
        Form::LayoutName);
    put(forms, "dgm:cat", "type", Form::LayoutName);
    put(forms, "dsp", "minVer", Form::Uri);
    put(forms, "mc", "Requires", Form::Prefixes);
    put(forms, "m", "m:val", Form::Symbol);
    put(forms, "p", "path tmFilter", Form::Geometry);
    put(forms, "p", "from to by fmla", Form::Formula);
    put(forms, "p:strVal", "val", Form::Formula);
    put(forms, "a", "lang altLang script", Form::Tag);
    put(forms, "c:lang", "val", Form::Tag);
    for (const char *element : {"w:lang", "w:themeFontLang", "w:lid"}) {
        put(forms, element, "w:val w:eastAsia w:bidi", Form::Tag);
    }
    put(forms, "p", "uri", Form::Uri);
    put(forms, "x", "uri", Form::Uri);
    return forms;
}

/// Attributes that may hold any colour.
bool holdsColour(QByteArrayView element, QByteArrayView attribute)
{
    static const QSet<QByteArray> names{"w:color", "w:fill", "lastClr", "rgb"};
    return names.contains(attribute.toByteArray()) || element.endsWith(":srgbClr")
           || element == "w:color" || element == "w15:color";
}

bool fitsForm(Form form, QByteArrayView element, QByteArrayView attribute, QByteArrayView value)
{
    constexpr auto signs = "_.,:;#%+*/()[]{}-";
    const WordFamily family = familyOf(element);
    switch (form) {
    case Form::Token:
        return isToken(value, family, holdsColour(element, attribute), signs);
    case Form::TokenList:
        return isToken(value, family, false, "_.,:;#%+*/()-{} ");
    case Form::Geometry:
        return fitsGeometry(value, family);
    case Form::Colour:
        return fitsColour(value);
    case Form::Formula:
        return fitsFormula(value, family);
    case Form::Guide:
        return madeOf(value, "-+.", 24, isGuide);
    case Form::Css:
        return fitsCss(value);
    case Form::ShapeId:
        return fitsShapeId(value);
    case Form::Uri:
        return fitsUri(value);
    case Form::Tag:
        return isTag(value);
    case Form::LayoutName:
        return fitsLayoutName(value) || fitsUri(value);
    case Form::Prefixes:
        return madeOf(value, " ", 64,
                      [](QByteArrayView word) { return !namespaceName(word, false).isEmpty(); });
    case Form::Symbol:
        return QString::fromUtf8(value).size() <= 2 || isToken(value, family, false, signs);
    }
    return false;
}

}   // namespace

QByteArray cleanCss(QByteArrayView value)
{
    QByteArrayList kept;
    for (const QByteArray &declaration : value.toByteArray().split(';')) {
        if (!declaration.trimmed().isEmpty() && fitsDeclaration(declaration)) {
            kept.append(declaration);
        }
    }
    const QByteArray clean = kept.join(';');
    return clean.size() <= 1024 ? clean : QByteArray();
}

void neutraliseGuides(pugi::xml_node geometry)
{
    QHash<QByteArray, QByteArray> names;
    QSet<QByteArray> taken;
    forEachElement(geometry, [&](pugi::xml_node node) {
        if (is(node, "a:gd")) {
            taken.insert(node.attribute("name").value());
        }
    });
    int number = 0;
    for (const QByteArray &name : taken) {
        if (!isGuide(name)) {
            names.insert(name, {});
        }
    }
    QByteArrayList order = names.keys();
    std::sort(order.begin(), order.end());
    for (const QByteArray &name : order) {
        QByteArray neutral;
        do {
            neutral = QByteArray("g").append(QByteArray::number(++number));
        } while (taken.contains(neutral));
        names.insert(name, neutral);
    }
    if (names.isEmpty()) {
        return;
    }
    forEachElement(geometry, [&](pugi::xml_node node) {
        for (pugi::xml_attribute attribute : node.attributes()) {
            QByteArrayList words = QByteArray(attribute.value()).split(' ');
            for (QByteArray &word : words) {
                word = names.value(word, word);
            }
            attribute.set_value(words.join(' ').constData());
        }
    });
}

bool syntaxFits(QByteArrayView element, QByteArrayView attribute, QByteArrayView value)
{
    static const Forms forms = formsByKey();
    const QByteArray at = QByteArray("@").append(attribute);
    const QByteArray byPrefix = prefixOf(element).toByteArray().append(at);
    const QByteArray byElement = element.toByteArray().append(at);
    const Form form = forms.value(byElement, forms.value(byPrefix, Form::Token));
    return fitsForm(form, element, attribute, value);
}

}   // namespace expunge::formats::ooxml
