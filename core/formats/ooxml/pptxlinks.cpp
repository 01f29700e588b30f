// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/pptxlinks.h"

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

bool isLink(pugi::xml_node node)
{
    return is(node, "a:hlinkClick") || is(node, "a:hlinkHover") || is(node, "a:hlinkMouseOver");
}

pugi::xml_node frameAround(pugi::xml_node node)
{
    pugi::xml_node frame = node;
    while (frame && !is(frame, "p:graphicFrame")) {
        frame = frame.parent();
    }
    return frame ? frame : node;
}

}   // namespace

QString DeckLinks::nameOf(const DeckPart &deck)
{
    QString &name = m_names[deck.part];
    if (name.isEmpty()) {
        name = deckPartName(deck.role, ++m_counts[deck.role]);
    }
    return name;
}

QString DeckLinks::pictureName(const QString &stored)
{
    return u"ppt/"_s + stored.mid(stored.indexOf(u'/') + 1);
}

Relationship DeckLinks::relationship(const QString &kind, const QString &target) const
{
    return {{}, relationshipType(kind, m_model.strict), target, false};
}

SettledDeckLinks DeckLinks::settle(pugi::xml_node root, const DeckPart &deck,
                                   const std::set<QString> &dropped)
{
    SettledDeckLinks links;
    forEachElement(root, [&](pugi::xml_node node) { settleElement(node, deck, dropped, links); });
    m_edits.run(root);
    const std::set<QString> drawings = drawingsOf(root, *deck.part);
    for (const Relationship &relationship : deck.part->relationships) {
        if (isImplicit(relationship, deck, drawings)) {
            take(relationship, {}, links);
        }
    }
    return links;
}

void DeckLinks::settleElement(pugi::xml_node node, const DeckPart &deck,
                              const std::set<QString> &dropped, SettledDeckLinks &links)
{
    for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        if (std::string_view(attribute.name()).substr(0, 2) == "r:") {
            const QString id = QString::fromUtf8(attribute.value());
            const auto &known = deck.part->relationships;
            const auto found =
                std::find_if(known.begin(), known.end(),
                             [&id](const Relationship &one) { return one.id == id; });
            const bool usable = found != known.end() && !dropped.contains(id)
                                && std::string_view(attribute.name()) != "r:link"
                                && (!found->external || isLink(node));
            const QString settled = usable ? take(*found, node, links) : QString();
            if (settled.isEmpty()) {
                lose(node, attribute, links);
            } else {
                attribute.set_value(settled.toUtf8().constData());
            }
        }
        attribute = next;
    }
    // a picture that is linked and not embedded has lost its only source by now
    if (is(node, "a:blip") && !node.attribute("r:embed")) {
        setAttribute(node, "r:embed", placeholder(links));
    }
}

/// An element whose relationship is gone.
void DeckLinks::lose(pugi::xml_node node, pugi::xml_attribute attribute, SettledDeckLinks &links)
{
    if (is(node, "a:blip")) {
        if (std::string_view(attribute.name()) == "r:embed") {
            attribute.set_value(placeholder(links).toUtf8().constData());
        } else {
            node.remove_attribute(attribute);
        }
        return;
    }
    if (isLink(node)) {
        // a jump to the next slide has no target, but must say so
        const bool jumps = attributeText(node, "action").startsWith(u"ppaction://hlinkshowjump"_s);
        if (jumps) {
            attribute.set_value("");
        } else {
            m_edits.remove(node);
        }
        return;
    }
    const bool framed = is(node, "c:chart") || is(node, "dgm:relIds");
    m_edits.remove(framed ? frameAround(node) : node);
}

/// Drawings of the diagrams that a tree still shows ([MS-ODRAWXML] 2.7.1.1: the data names them).
std::set<QString> DeckLinks::drawingsOf(pugi::xml_node root, const Part &part) const
{
    std::set<QString> shown;
    forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "dgm:relIds")) {
            shown.insert(attributeText(node, "r:dm"));
        }
    });
    std::set<QString> drawings;
    size_t diagrams = 0;
    std::set<QString> all;
    for (const Relationship &relationship : part.relationships) {
        const DeckPart *target = relationship.external
                                     ? nullptr
                                     : m_model.parts.find(m_package.find(relationship.target));
        if (target == nullptr) {
            continue;
        }
        diagrams += target->role == DeckRole::DiagramData ? 1 : 0;
        if (target->role == DeckRole::DiagramDrawing) {
            all.insert(relationship.id);
        }
        if (target->role != DeckRole::DiagramData || m_names.value(target->part).isEmpty()) {
            continue;
        }
        for (const DeckSide &side : m_model.sides) {
            if (side.deck.part == target->part) {
                forEachElement(side.side.xml.document.document_element(), [&](pugi::xml_node node) {
                    if (is(node, "dsp:dataModelExt")) {
                        drawings.insert(attributeText(node, "relId"));
                    }
                });
            }
        }
    }
    // drawings that no data names belong to a diagram that cannot be told
    return shown.size() == diagrams ? all : drawings;
}

/// Relationships that no attribute names (ECMA-376 part 1, clause 13.3).
bool DeckLinks::isImplicit(const Relationship &relationship, const DeckPart &from,
                           const std::set<QString> &drawings) const
{
    const DeckPart *to =
        relationship.external ? nullptr : m_model.parts.find(m_package.find(relationship.target));
    if (to == nullptr) {
        return false;
    }
    switch (to->role) {
    case DeckRole::DiagramDrawing:
        return drawings.contains(relationship.id);
    case DeckRole::ThemeOverride:
    case DeckRole::Layout:
        return from.role != DeckRole::Master;   // whose list names its layouts
    case DeckRole::Theme:
    case DeckRole::TableStyles:
        return true;
    case DeckRole::Notes:
        return from.role == DeckRole::Slide;
    case DeckRole::Slide:
    case DeckRole::NotesMaster:
        return from.role == DeckRole::Notes;
    case DeckRole::Master:
        return from.role == DeckRole::Layout;
    case DeckRole::Presentation:
    case DeckRole::HandoutMaster:
    case DeckRole::Chart:
    case DeckRole::ChartShapes:
    case DeckRole::DiagramData:
    case DeckRole::DiagramLayout:
    case DeckRole::DiagramStyle:
    case DeckRole::DiagramColours:
    case DeckRole::Picture:
    case DeckRole::Properties:
    case DeckRole::Removed:
        break;
    }
    return false;
}

QString DeckLinks::placeholder(SettledDeckLinks &links)
{
    return add(links, {}, relationship(u"image"_s, pictureName(m_pictures.add(nullptr))));
}

QString DeckLinks::add(SettledDeckLinks &links, const QString &oldId, Relationship relationship)
{
    for (const Relationship &known : links.relationships) {
        if (known.type == relationship.type && known.target == relationship.target
            && known.external == relationship.external) {
            links.ids.insert(oldId, known.id);
            return known.id;
        }
    }
    relationship.id = u"rId%1"_s.arg(links.relationships.size() + 1);
    links.ids.insert(oldId, relationship.id);
    links.relationships.push_back(relationship);
    return relationship.id;
}

/// New id of a relationship that stays; empty for one that does not.
QString DeckLinks::take(const Relationship &found, pugi::xml_node user, SettledDeckLinks &links)
{
    if (found.external) {
        const bool link =
            relationshipKind(found.type) == u"hyperlink"_s && isWebTarget(found.target);
        return link
                   ? add(links, found.id,
                         {{}, relationshipType(u"hyperlink"_s, m_model.strict), found.target, true})
                   : QString();
    }
    const DeckPart *target = m_model.parts.find(m_package.find(found.target));
    if (target == nullptr || leaves(target->part) || target->role == DeckRole::Removed
        || target->role == DeckRole::Properties) {
        return {};
    }
    if (target->role == DeckRole::Picture) {
        const pugi::xml_node source = is(user, "a:blip") ? user : pugi::xml_node();
        return add(links, found.id,
                   relationship(u"image"_s, pictureName(m_pictures.add(target->part, source))));
    }
    links.targets.push_back(target);
    return add(links, found.id, relationship(deckRelationshipKind(target->role), nameOf(*target)));
}

}   // namespace expunge::formats::ooxml
