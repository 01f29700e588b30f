// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/vocabulary.h"

#include "core/formats/ooxml/namespaces.h"
#include "core/formats/ooxml/vocabularytables.h"

#include <QSet>
#include <QVarLengthArray>

#include <algorithm>

namespace expunge::formats::ooxml {

namespace {

QByteArrayView prefixOf(QByteArrayView name)
{
    const qsizetype colon = name.indexOf(':');
    return colon < 0 ? QByteArrayView() : name.first(colon);
}

QByteArrayView localOf(QByteArrayView name)
{
    return name.sliced(name.indexOf(':') + 1);
}

/// A lookup key that borrows its bytes.
QByteArray borrowed(QByteArrayView name)
{
    return QByteArray::fromRawData(name.data(), name.size());
}

QSet<QByteArray> namesOf(std::span<const NameList> lists)
{
    QSet<QByteArray> names;
    for (const NameList &list : lists) {
        for (const QByteArray &name : QByteArray(list.names).split(' ')) {
            names.insert(QByteArray(list.prefix).append(':').append(name));
        }
    }
    return names;
}

QHash<QByteArray, AttributeKind> kindsByKey()
{
    QHash<QByteArray, AttributeKind> kinds;
    for (const KindEntry &entry : kindEntries()) {
        kinds.insert(entry.key, entry.kind);
    }
    return kinds;
}

bool knownAttribute(QByteArrayView element, QByteArrayView attribute)
{
    static const QSet<QByteArray> qualified = namesOf(qualifiedAttributeLists());
    static const QSet<QByteArray> plain = namesOf(plainAttributeLists());
    if (attribute.contains(':')) {
        return qualified.contains(borrowed(attribute));
    }
    return plain.contains(prefixOf(element).toByteArray().append(':').append(attribute));
}

/// The forms that values of Syntax attributes have.
enum class Form { Token, TokenList, Geometry, Colour, Formula, Css, ShapeId, Uri, Symbol, Tag };

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether a value is made of words that the format's enumerations could have. Those are written
/// "likeThis" (ECMA-376 part 1, annex A): capitals that begin a longer word, or follow each other,
/// are a name or a mark that somebody left there.
bool readsLikeSyntax(QByteArrayView value)
{
    static const QSet<QByteArray> exceptions{"Embed",     "Content",     "Always",  "OnCall",
                                             "Thumbnail", "MERGEFORMAT", "DocPrint"};
    constexpr qsizetype shortWord = 4;   // scripts and regions of languages: "Cyrl", "US"
    for (qsizetype at = 0; at < value.size();) {
        qsizetype end = at;
        int capitals = 0;
        int mostCapitals = 0;
        bool hex = true;
        while (end < value.size()
               && (isLetter(value[end]) || (value[end] >= '0' && value[end] <= '9'))) {
            const bool capital = value[end] >= 'A' && value[end] <= 'Z';
            capitals = capital ? capitals + 1 : 0;
            mostCapitals = std::max(mostCapitals, capitals);
            hex = hex && isHexDigit(value[end]);
            ++end;
        }
        const QByteArrayView word = value.sliced(at, end - at);
        const bool named = word.size() > shortWord && word[0] >= 'A' && word[0] <= 'Z';
        const bool shouted = mostCapitals > 2;
        if ((named || shouted) && !(hex && word.size() <= 12)
            && !exceptions.contains(borrowed(word))) {
            return false;
        }
        at = std::max(end, at + 1);
    }
    return true;
}

/// Letters, digits and the listed signs, up to a length, with no word longer than a limit.
bool consistsOf(QByteArrayView value, const char *signs, qsizetype longest, int longestWord)
{
    const QByteArrayView allowed(signs);
    int word = 0;
    for (const char c : value) {
        word = isLetter(c) ? word + 1 : 0;
        const bool fits = isLetter(c) || (c >= '0' && c <= '9') || allowed.contains(c);
        if (!fits || word > longestWord) {
            return false;
        }
    }
    return value.size() <= longest;
}

bool isToken(QByteArrayView value)
{
    return consistsOf(value, "_.,:;#%+*/()[]{}-", 64, 48);
}

bool fitsFormula(QByteArrayView value)
{
    // DrawingML: an operator and up to three arguments (20.1.9.11); VML the same (part
    // 4, 19.1.2.6).
    return value.toByteArray().simplified().count(' ') <= 4
           && consistsOf(value, "_@#+*/?:. -()$,^", 128, 20);
}

/// Fonts may be called as they like, as long as nobody shouts; other values are words of VML.
bool fitsCssValue(QByteArrayView name, QByteArrayView value)
{
    if (name != "font-family" && name != "font") {
        return readsLikeSyntax(value.startsWith('#') ? value.sliced(1) : value)
               || value.trimmed().startsWith("#_x0000_");
    }
    int capitals = 0;
    for (const char c : value) {
        capitals = c >= 'A' && c <= 'Z' ? capitals + 1 : 0;
        if (capitals > 3) {
            return false;
        }
    }
    return true;
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
                "direction layout-flow font-size font-weight font-style font-family font "
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
               && consistsOf(QByteArrayView(trimmed).sliced(colon + 1), "#.,%+()\"' -_", 64, 32)
               && fitsCssValue(name, QByteArrayView(trimmed).sliced(colon + 1)));
}

/// The declarations of a style attribute that may stay.
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

bool fitsCss(QByteArrayView value)
{
    return value.size() <= 1024 && cleanCss(value).count(':') == value.count(':');
}

/// Names that Word and LibreOffice give to shapes; any other may be a person's.
bool fitsShapeId(QByteArrayView value)
{
    QByteArrayView rest = value.startsWith('#') ? value.sliced(1) : value;
    for (const QByteArrayView start :
         {QByteArrayView("_x0000_"), QByteArrayView("shapetype_"), QByteArrayView("shape_"),
          QByteArrayView("ole_rId"), QByteArrayView("_"), QByteArrayView("shapetype")}) {
        if (rest.startsWith(start)) {
            rest = rest.sliced(start.size());
            break;
        }
    }
    return consistsOf(rest, "_", 24, 4);
}

bool fitsUri(QByteArrayView value)
{
    const bool guid = value.startsWith('{') && value.endsWith('}') && value.size() <= 40;
    // ECMA-376 part 1, 21.1.3: what a graphic frame holds
    static const QSet<QByteArray> frames{"http://schemas.openxmlformats.org/drawingml/2006/table",
                                         "http://purl.oclc.org/ooxml/drawingml/table"};
    return (guid && consistsOf(value, "{}-", 40, 8)) || frames.contains(borrowed(value))
           || !namespaceMeaning(QString::fromUtf8(value)).prefix.isEmpty()
           || value == "http://schemas.microsoft.com/office/word";
}

QHash<QByteArray, Form> formsByKey()
{
    QHash<QByteArray, Form> forms;
    const auto put = [&forms](const char *prefix, const char *names, Form form) {
        for (const QByteArray &name : QByteArray(names).split(' ')) {
            forms.insert(QByteArray(prefix).append('@').append(name), form);
        }
    };
    for (const char *prefix : {"v", "o"}) {
        put(prefix, "style", Form::Css);
        put(prefix, "id o:spid ShapeID shapetype", Form::ShapeId);
        put(prefix,
            "path points adj xrange yrange polar position wrapcoords o:connectlocs textboxrect "
            "switch matrix dashstyle verticies adjusthandles radiusrange offset offset2 origin map "
            "limo coordsize coordorigin from to inset o:connectangles aspect size focussize",
            Form::Geometry);
        put(prefix, "eqn", Form::Formula);
        put(prefix, "fillcolor strokecolor color color2 colors chromakey recolortarget",
            Form::Colour);
        put(prefix, "o:borderleftcolor o:bordertopcolor o:borderrightcolor o:borderbottomcolor",
            Form::Colour);
    }
    put("v:shape", "type", Form::ShapeId);
    put("a", "fmla", Form::Formula);
    put("a", "uri", Form::Uri);
    put("dgm", "axis ptType cnt st step hideLastTrans arg", Form::TokenList);
    put("dgm", "loTypeId loCatId qsTypeId qsCatId csTypeId csCatId uniqueId defStyle", Form::Uri);
    put("mc", "Requires", Form::TokenList);
    put("m", "m:val", Form::Symbol);
    put("p", "path tmFilter", Form::Geometry);
    put("p", "from to by fmla", Form::Formula);
    put("p:strVal", "val", Form::Formula);
    put("a", "lang altLang script", Form::Tag);
    put("w:lang", "w:val w:eastAsia w:bidi", Form::Tag);
    put("p", "uri", Form::Uri);
    return forms;
}

/// Languages and scripts have short parts: "en-US", "zh-Hant-TW", "Cyrl" (BCP 47, 2.1).
bool isTag(QByteArrayView value)
{
    const auto digits = std::count_if(value.begin(), value.end(), [](char c) { return c <= '9'; });
    return value == "ca-ES-valencia" || (consistsOf(value, "-_", 14, 4) && digits <= 6);
}

bool fitsForm(Form form, QByteArrayView value)
{
    switch (form) {
    case Form::Token:
        return isToken(value) && readsLikeSyntax(value);
    case Form::TokenList:
        return consistsOf(value, "_.,:;#%+*/()-{} ", 64, 24) && readsLikeSyntax(value);
    case Form::Geometry:
        return consistsOf(value, "@#,.;%+- ", 8192, 12) && readsLikeSyntax(value);
    case Form::Colour:
        return consistsOf(value, "#.,;%()[] -", 512, 24) && readsLikeSyntax(value);
    case Form::Formula:
        return fitsFormula(value) && readsLikeSyntax(value);
    case Form::Css:
        return fitsCss(value);
    case Form::ShapeId:
        return fitsShapeId(value);
    case Form::Uri:
        return fitsUri(value)
               || (value.startsWith("urn:microsoft.com/office/officeart/")
                   && consistsOf(value, "_.,:;#+/-", 96, 24))
               || (isToken(value) && value.size() <= 24 && readsLikeSyntax(value));
    case Form::Tag:
        return isTag(value);
    case Form::Symbol:
        return QString::fromUtf8(value).size() <= 2 || (isToken(value) && readsLikeSyntax(value));
    }
    return false;
}

/// Marks of editing sessions that are elements of their own.
bool isRevisionElement(QByteArrayView name)
{
    static const QSet<QByteArray> names{"w:rsid",    "w:rsids",   "w:nsid",        "w:tmpl",
                                        "w14:docId", "w15:docId", "a16:rowId",     "a16:creationId",
                                        "a16:colId", "p14:modId", "p14:creationId"};
    return names.contains(borrowed(name));
}

/// Walks a tree without recursion and takes out what does not belong.
class Sweeper
{
public:
    SweepCounts run(pugi::xml_node root);

private:
    bool keep(pugi::xml_node node);
    void sweepAttributes(pugi::xml_node element);

    SweepCounts m_counts;
    AttributeKinds m_kinds;
};

/// Whether a node stays; counts it when it goes.
bool Sweeper::keep(pugi::xml_node node)
{
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        const QByteArrayView parent(node.parent().name());
        const bool isValue = parent.startsWith("wp") || parent.startsWith("cdr:")
                             || parent == "a:tableStyleId" || parent == "p:attrName";
        if (carriesText(parent) && (!isValue || isToken(QByteArrayView(node.value()).trimmed()))) {
            return true;
        }
        m_counts.unknown += QByteArrayView(node.value()).trimmed().isEmpty() ? 0 : 1;
        return false;
    }
    if (node.type() != pugi::node_element) {
        return false;
    }
    if (isRevisionElement(node.name())) {
        ++m_counts.revisions;
        return false;
    }
    if (!knownElement(node.name())) {
        ++m_counts.unknown;
        return false;
    }
    return true;
}

void Sweeper::sweepAttributes(pugi::xml_node element)
{
    for (pugi::xml_attribute attribute = element.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        const QByteArrayView name(attribute.name());
        const AttributeKind kind = m_kinds.of(element.name(), name);
        bool stays = kind != AttributeKind::Revision && kind != AttributeKind::Drop;
        if (kind == AttributeKind::Syntax && name != "mc:Ignorable") {
            stays = syntaxFits(element.name(), name, attribute.value());
            if (!stays && name == "style") {
                const QByteArray clean = cleanCss(attribute.value());
                m_counts.unknown += 1;
                attribute.set_value(clean.constData());
                stays = true;
            }
        }
        if (!stays) {
            int &counter = kind == AttributeKind::Revision ? m_counts.revisions
                           : name == "o:gfxdata"           ? m_counts.duplicates
                                                           : m_counts.unknown;
            ++counter;
            element.remove_attribute(attribute);
        }
        attribute = next;
    }
}

bool isEmptyExtension(pugi::xml_node node)
{
    const QByteArrayView name(node.name());
    return !node.first_child()
           && (((name == "a:ext" || name == "p:ext") && node.attribute("uri"))
               || name.endsWith(":extLst"));
}

SweepCounts Sweeper::run(pugi::xml_node root)
{
    if (!root) {
        return m_counts;
    }
    sweepAttributes(root);
    pugi::xml_node parent = root;
    pugi::xml_node node = root.first_child();
    while (node || parent != root) {
        if (!node) {   // all children of `parent` are done
            const pugi::xml_node done = parent;
            parent = parent.parent();
            node = done.next_sibling();
            if (isEmptyExtension(done)) {
                parent.remove_child(done);
            }
            continue;
        }
        const pugi::xml_node next = node.next_sibling();
        if (!keep(node)) {
            parent.remove_child(node);
            node = next;
        } else if (node.type() == pugi::node_element) {
            sweepAttributes(node);
            parent = node;
            node = node.first_child();
        } else {
            node = next;
        }
    }
    return m_counts;
}

}   // namespace

AttributeKind attributeKind(QByteArrayView element, QByteArrayView attribute)
{
    static const QHash<QByteArray, AttributeKind> kinds = kindsByKey();
    if (attribute == "mc:Ignorable") {
        return AttributeKind::Syntax;   // made by canonicalxml
    }
    if (!knownAttribute(element, attribute)) {
        return AttributeKind::Drop;
    }
    const QByteArray at = QByteArray("@").append(attribute);
    for (const QByteArray &key :
         {element.toByteArray().append(at), QByteArray("*:").append(localOf(element)).append(at),
          QByteArray("*").append(at)}) {
        const auto found = kinds.constFind(key);
        if (found != kinds.constEnd()) {
            return *found;
        }
    }
    return AttributeKind::Syntax;
}

AttributeKind AttributeKinds::of(QByteArrayView element, QByteArrayView attribute)
{
    QVarLengthArray<char, 128> key;
    key.append(element.data(), element.size());
    key.append('@');
    key.append(attribute.data(), attribute.size());
    const auto known = m_known.constFind(QByteArray::fromRawData(key.data(), key.size()));
    if (known != m_known.cend()) {
        return *known;
    }
    return *m_known.insert(QByteArray(key.data(), key.size()), attributeKind(element, attribute));
}

bool syntaxFits(QByteArrayView element, QByteArrayView attribute, QByteArrayView value)
{
    static const QHash<QByteArray, Form> forms = formsByKey();
    const QByteArray at = QByteArray("@").append(attribute);
    const QByteArray byPrefix = prefixOf(element).toByteArray().append(at);
    const QByteArray byElement = element.toByteArray().append(at);
    return fitsForm(forms.value(byElement, forms.value(byPrefix, Form::Token)), value);
}

bool knownElement(QByteArrayView name)
{
    static const QSet<QByteArray> names = namesOf(elementLists());
    return names.contains(borrowed(name));
}

bool carriesText(QByteArrayView element)
{
    static const QSet<QByteArray> names = [] {
        const QByteArrayList list =
            QByteArray("w:t w:delText w:instrText w:delInstrText m:t a:t c:v c:f c:formatCode "
                       "c:name c:separator wp:align wp:posOffset wp14:pctWidth wp14:pctHeight "
                       "o:FieldCodes o:LinkType wp14:pctPosHOffset wp14:pctPosVOffset cdr:x "
                       "o:LockedField cdr:y a:tableStyleId p:attrName")
                .split(' ');
        return QSet<QByteArray>(list.begin(), list.end());
    }();
    return names.contains(borrowed(element));
}

SweepCounts sweep(pugi::xml_node root)
{
    return Sweeper().run(root);
}

}   // namespace expunge::formats::ooxml
