// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxlinks.h"

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

QString addRelationship(std::vector<Relationship> &relationships, Relationship relationship)
{
    for (const Relationship &known : relationships) {
        if (known.type == relationship.type && known.target == relationship.target
            && known.external == relationship.external) {
            return known.id;
        }
    }
    relationship.id = u"rId%1"_s.arg(relationships.size() + 1);
    relationships.push_back(relationship);
    return relationships.back().id;
}

}   // namespace

bool BookLinks::leaves(const Part *part) const
{
    return std::find(m_leaving.begin(), m_leaving.end(), part) != m_leaving.end();
}

QString BookLinks::nameOf(const BookPart &part)
{
    QString &name = m_names[part.part];
    if (name.isEmpty()) {
        name = bookPartName(part.role, ++m_counts[part.role]);
    }
    return name;
}

QString BookLinks::pictureName(const QString &stored)
{
    return u"xl/"_s + stored.mid(stored.indexOf(u'/') + 1);
}

Relationship BookLinks::relationship(const QString &kind, const QString &target) const
{
    return {{}, relationshipType(kind, m_strict), target, false};
}

std::vector<Relationship> BookLinks::settle(pugi::xml_node root, const Part &part)
{
    std::vector<Relationship> result;
    const auto settleElement = [&](pugi::xml_node node) {
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            if (std::string_view(attribute.name()).substr(0, 2) == "r:"
                && !settleAttribute(node, attribute, part, result)) {
                node.remove_attribute(attribute);
            }
            attribute = next;
        }
        if (is(node, "a:blip") && !node.attribute("r:embed")) {
            setAttribute(node, "r:embed", placeholder(result));
        }
        leaveElement(node);
    };
    settleElement(root);
    forEachElement(root, settleElement);
    m_edits.run(root);
    for (const char *list : {"x:hyperlinks", "x:tableParts"}) {
        if (const pugi::xml_node node = root.child(list); node && !node.first_child()) {
            root.remove_child(node);
        }
    }
    // A chart whose frame cannot be read, or that only the relationship names, is still what the
    // file shows.
    for (const BookPart *chart : m_parts.targets(m_package, part, BookRole::Chart)) {
        if (!leaves(chart->part)) {
            addRelationship(result, relationship(u"chart"_s, nameOf(*chart)));
        }
    }
    return result;
}

QString BookLinks::placeholder(std::vector<Relationship> &result)
{
    return addRelationship(result, relationship(u"image"_s, pictureName(m_pictures.add(nullptr))));
}

/// False if the attribute leads nowhere any more.
bool BookLinks::settleAttribute(pugi::xml_node node, pugi::xml_attribute attribute,
                                const Part &part, std::vector<Relationship> &result)
{
    const QString id = QString::fromUtf8(attribute.value());
    const auto found =
        std::find_if(part.relationships.begin(), part.relationships.end(),
                     [&id](const Relationship &relationship) { return relationship.id == id; });
    if (found == part.relationships.end()) {
        return false;
    }
    const std::string_view name = attribute.name();
    if (found->external) {
        const bool link =
            name == "r:id"
            && (is(node, "x:hyperlink") || is(node, "a:hlinkClick") || is(node, "a:hlinkHover"));
        if (link) {
            setAttribute(
                node, "r:id",
                addRelationship(
                    result, {{}, relationshipType(u"hyperlink"_s, m_strict), found->target, true}));
        }
        return link;
    }
    const BookPart *target = m_parts.find(m_package, found->target);
    if (target == nullptr || leaves(target->part)) {
        return false;
    }
    static const QHash<int, QString> kinds{
        {static_cast<int>(BookRole::Drawing), u"drawing"_s},
        {static_cast<int>(BookRole::Chart), u"chart"_s},
        {static_cast<int>(BookRole::ChartShapes), u"chartUserShapes"_s},
        {static_cast<int>(BookRole::Table), u"table"_s},
        {static_cast<int>(BookRole::Picture), u"image"_s}};
    const QString kind = kinds.value(static_cast<int>(target->role));
    const bool picture = target->role == BookRole::Picture;
    if (kind.isEmpty() || (picture && is(node, "x:legacyDrawing"))) {
        return false;
    }
    const QString output =
        picture ? pictureName(m_pictures.add(target->part, node)) : nameOf(*target);
    attribute.set_value(addRelationship(result, relationship(kind, output)).toUtf8().constData());
    return true;
}

/// Elements that are nothing without their relationship.
void BookLinks::leaveElement(pugi::xml_node node)
{
    const bool linked = node.attribute("r:id");
    if (linked) {
        return;
    }
    if (is(node, "x:drawing") || is(node, "x:legacyDrawing") || is(node, "x:tablePart")
        || is(node, "x:picture") || is(node, "c:userShapes") || is(node, "a:hlinkClick")
        || is(node, "a:hlinkHover") || (is(node, "x:hyperlink") && !node.attribute("location"))) {
        m_edits.remove(node);
    } else if (is(node, "c:chart") && is(node.parent(), "a:graphicData")) {
        for (pugi::xml_node up = node.parent(); up; up = up.parent()) {
            if (is(up, "xdr:graphicFrame")) {
                const bool anchored =
                    std::string_view(up.parent().name()).find("Anchor") != std::string_view::npos;
                m_edits.remove(anchored ? up.parent() : up);
            }
        }
    }
}

}   // namespace expunge::formats::ooxml
