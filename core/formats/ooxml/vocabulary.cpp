// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/vocabulary.h"

#include "core/formats/ooxml/syntaxforms.h"
#include "core/formats/ooxml/vocabularytables.h"

#include <QSet>
#include <QVarLengthArray>

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
        if (carriesText(parent)
            && (!isValue || syntaxFits(parent, {}, QByteArrayView(node.value()).trimmed()))) {
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
    const bool foreign = QByteArrayView(node.name()).endsWith(":ext") && node.attribute("uri")
                         && !syntaxFits(node.name(), "uri", node.attribute("uri").value());
    if (foreign || !knownElement(node.name())) {
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
            if (QByteArrayView(node.name()) == "a:custGeom") {
                neutraliseGuides(node);
            }
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
