// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfvocabulary.h"

#include "core/formats/odf/odfvocabularytables.h"
#include "core/formats/ooxml/domedit.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace expunge::formats::odf {

namespace {

/// Calls `found` with every "prefix:name" of a table.
template<typename Found>
void forEachName(Names rows, const Found &found)
{
    for (const char *row : rows) {
        const QByteArray whole(row);
        const qsizetype colon = whole.indexOf(':');
        for (const QByteArray &name : whole.mid(colon + 2).split(' ')) {
            found(whole.left(colon + 1) + name);
        }
    }
}

QByteArray borrowed(QByteArrayView view)
{
    return QByteArray::fromRawData(view.data(), view.size());
}

QHash<QByteArray, AttributeKind> kindsByName()
{
    QHash<QByteArray, AttributeKind> kinds;
    const auto put = [&kinds](Names rows, AttributeKind kind) {
        forEachName(rows, [&](const QByteArray &name) { kinds.insert(name, kind); });
    };
    put(syntaxAttributeTable(), AttributeKind::Syntax);
    put(styleAttributeTable(), AttributeKind::Style);
    put(fontAttributeTable(), AttributeKind::Font);
    put(idAttributeTable(), AttributeKind::Id);
    put(nameAttributeTable(), AttributeKind::Name);
    put(textAttributeTable(), AttributeKind::Text);
    put(linkAttributeTable(), AttributeKind::Link);
    put(valueAttributeTable(), AttributeKind::Value);
    put(formulaAttributeTable(), AttributeKind::Formula);
    kinds.insert("xml:space", AttributeKind::Syntax);
    return kinds;
}

/// Names that are those of a style although the attribute is another thing elsewhere.
bool definesStyle(QByteArrayView element)
{
    static const QSet<QByteArray> names{
        "draw:gradient",      "draw:hatch",        "draw:fill-image", "draw:marker",
        "draw:opacity",       "draw:stroke-dash",  "draw:layer",      "table:table-template",
        "svg:linearGradient", "svg:radialGradient"};
    return names.contains(borrowed(element));
}

/// MathML 2, 2.4 and 3: presentation attributes, without a prefix.
bool isMathAttribute(QByteArrayView name)
{
    static const QSet<QByteArray> names{
        "display",    "mathvariant",   "mathsize",    "mathcolor",     "stretchy",   "fence",
        "form",       "separator",     "lspace",      "rspace",        "minsize",    "maxsize",
        "largeop",    "movablelimits", "accent",      "accentunder",   "open",       "close",
        "separators", "notation",      "width",       "height",        "depth",      "columnalign",
        "rowalign",   "columnspacing", "rowspacing",  "linethickness", "bevelled",   "numalign",
        "denomalign", "displaystyle",  "scriptlevel", "fontstyle",     "fontweight", "color"};
    return names.contains(borrowed(name));
}

/// A node that is to go, or an attribute's element.
struct Sweeper
{
    int unknown = 0;

    bool keeps(pugi::xml_node node);
    void sweepAttributes(pugi::xml_node element);
};

bool Sweeper::keeps(pugi::xml_node node)
{
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        const bool blank = QByteArrayView(node.value()).trimmed().isEmpty();
        const pugi::xml_node parent = node.parent();
        // a mark stands in its note
        const bool stays = carriesText(parent.name())
                           && (!ooxml::is(parent, "text:note-citation")
                               || ooxml::is(parent.parent(), "text:note"));
        unknown += stays || blank ? 0 : 1;
        return stays;
    }
    const bool stays = node.type() == pugi::node_element && knownElement(node.name());
    unknown += stays ? 0 : 1;
    return stays;
}

void Sweeper::sweepAttributes(pugi::xml_node element)
{
    for (pugi::xml_attribute attribute = element.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        const AttributeKind kind = attributeKind(element.name(), attribute.name());
        if (kind == AttributeKind::Drop
            || (kind == AttributeKind::Syntax
                && !syntaxFits(attribute.name(), attribute.value()))) {
            ++unknown;
            element.remove_attribute(attribute);
        }
        attribute = next;
    }
}

}   // namespace

AttributeKind attributeKind(QByteArrayView element, QByteArrayView attribute)
{
    static const QHash<QByteArray, AttributeKind> kinds = kindsByName();
    const AttributeKind kind = kinds.value(borrowed(attribute), AttributeKind::Drop);
    if (element == "draw:equation" && attribute == "draw:name") {
        return AttributeKind::Syntax;
    }
    if (kind == AttributeKind::Name && definesStyle(element)) {
        return attribute == "draw:display-name" ? AttributeKind::Name : AttributeKind::Style;
    }
    if (kind == AttributeKind::Drop && element.startsWith("math:") && isMathAttribute(attribute)) {
        return AttributeKind::Syntax;
    }
    return kind;
}

bool knownElement(QByteArrayView name)
{
    static const QSet<QByteArray> names = [] {
        QSet<QByteArray> all;
        forEachName(elementTable(), [&](const QByteArray &element) { all.insert(element); });
        return all;
    }();
    return names.contains(borrowed(name));
}

bool carriesText(QByteArrayView element)
{
    static const QSet<QByteArray> others{"svg:title",
                                         "svg:desc",
                                         "number:text",
                                         "number:currency-symbol",
                                         "number:embedded-text",
                                         "dc:creator",
                                         "dc:date",
                                         "meta:date-string",
                                         "meta:creator-initials",
                                         "loext:sender-initials",
                                         "loext:content-control",
                                         "presentation:footer-decl",
                                         "presentation:header-decl",
                                         "presentation:date-time-decl",
                                         "math:mi",
                                         "math:mn",
                                         "math:mo",
                                         "math:mtext",
                                         "math:ms",
                                         "number:fill-character",
                                         "table:title",
                                         "table:desc"};
    // text: elements that are no structure
    static const QSet<QByteArray> structure{"text:list",
                                            "text:list-item",
                                            "text:list-header",
                                            "text:section",
                                            "text:change",
                                            "text:change-start",
                                            "text:change-end",
                                            "text:bookmark",
                                            "text:bookmark-start",
                                            "text:bookmark-end",
                                            "text:note",
                                            "text:note-body",
                                            "text:ruby",
                                            "text:tracked-changes",
                                            "text:changed-region",
                                            "text:insertion",
                                            "text:deletion",
                                            "text:format-change",
                                            "text:index-body",
                                            "text:index-title",
                                            "text:table-of-content",
                                            "text:list-style",
                                            "text:numbered-paragraph",
                                            "text:s",
                                            "text:tab",
                                            "text:line-break",
                                            "text:soft-page-break",
                                            "text:index-source-styles",
                                            "text:table-of-content-source"};
    return (element.startsWith("text:") && !structure.contains(borrowed(element)))
           || others.contains(borrowed(element));
}

bool isParagraph(pugi::xml_node node)
{
    return ooxml::is(node, "text:p") || ooxml::is(node, "text:h");
}

int sweep(pugi::xml_node root)
{
    Sweeper sweeper;
    if (!root) {
        return 0;
    }
    sweeper.sweepAttributes(root);
    pugi::xml_node parent = root;
    pugi::xml_node node = root.first_child();
    while (node || parent != root) {
        if (!node) {   // all children of `parent` are done
            node = parent.next_sibling();
            parent = parent.parent();
            continue;
        }
        const pugi::xml_node next = node.next_sibling();
        if (!sweeper.keeps(node)) {
            parent.remove_child(node);
            node = next;
        } else if (node.type() == pugi::node_element) {
            sweeper.sweepAttributes(node);
            parent = node;
            node = node.first_child();
        } else {
            node = next;
        }
    }
    return sweeper.unknown;
}

}   // namespace expunge::formats::odf
