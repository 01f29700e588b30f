// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/linkscrub.h"

#include <set>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

/// Settles the relationships of one part.
class LinkScrub
{
public:
    LinkScrub(pugi::xml_node root, const Part &part, const QSet<QString> &dropped,
              LinkTargets &targets)
        : m_root(root)
        , m_part(part)
        , m_dropped(dropped)
        , m_targets(targets)
    {
    }

    SettledLinks run()
    {
        QSet<QString> used;
        forEachElement(m_root, [&](pugi::xml_node node) {
            for (pugi::xml_attribute attribute : node.attributes()) {
                if (std::string_view(attribute.name()).substr(0, 2) == "r:") {
                    used.insert(QString::fromUtf8(attribute.value()));
                }
            }
        });
        // in their old order, so that headers, charts and pictures are counted as before
        for (const Relationship &relationship : m_part.relationships) {
            const bool picture = relationshipKind(relationship.type) == u"image"_s;
            if ((used.contains(relationship.id) && !picture) || isImplicit(relationship)) {
                take(relationship, {});
            }
        }
        forEachElement(m_root, [this](pugi::xml_node node) { settleElement(node); });
        m_edits.run(m_root);
        return std::move(m_links);
    }

private:
    void settleElement(pugi::xml_node node)
    {
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            if (std::string_view(attribute.name()).substr(0, 2) == "r:") {
                settleAttribute(node, attribute);
            }
            attribute = next;
        }
        // a picture that is linked and not embedded has lost its only source by now
        if (is(node, "a:blip") && !node.attribute("r:embed")) {
            setAttribute(node, "r:embed", placeholder());
        }
    }

    void settleAttribute(pugi::xml_node node, pugi::xml_attribute attribute)
    {
        const QString id = QString::fromUtf8(attribute.value());
        const bool onlyOnDisk = std::string_view(attribute.name()) == "r:link"
                                || std::string_view(attribute.name()) == "r:href";
        for (const Relationship &relationship : m_part.relationships) {
            if (relationship.id == id && !onlyOnDisk) {
                const QString settled = take(relationship, node);
                if (!settled.isEmpty()) {
                    attribute.set_value(settled.toUtf8().constData());
                    return;
                }
            }
        }
        lose(node, attribute);
    }

    /// An element whose relationship is gone.
    void lose(pugi::xml_node node, pugi::xml_attribute attribute)
    {
        const std::string_view name = node.name();
        const std::string_view link = attribute.name();
        const bool pictureSource =
            (name == "a:blip" && link == "r:embed") || (name == "v:imagedata" && link == "r:id");
        if (pictureSource) {
            attribute.set_value(placeholder().toUtf8().constData());
            return;
        }
        node.remove_attribute(attribute);
        if (name == "w:hyperlink") {
            if (!node.attribute("w:anchor")) {
                m_edits.unwrap(node);
            }
        } else if (name == "c:chart" || name == "dgm:relIds") {
            m_edits.remove(drawingOf(node));
        } else if (name != "a:blip" && name.substr(0, 2) != "v:") {
            m_edits.remove(node);
        }
    }

    static pugi::xml_node drawingOf(pugi::xml_node node)
    {
        pugi::xml_node drawing = node;
        while (drawing.parent() && !is(drawing, "w:drawing")) {
            drawing = drawing.parent();
        }
        return is(drawing, "w:drawing") ? drawing : node;
    }

    bool isImplicit(const Relationship &relationship) const
    {
        static const QSet<QString> kinds{u"styles"_s,    u"numbering"_s,     u"settings"_s,
                                         u"fontTable"_s, u"theme"_s,         u"footnotes"_s,
                                         u"endnotes"_s,  u"comments"_s,      u"header"_s,
                                         u"footer"_s,    u"diagramDrawing"_s};
        return kinds.contains(relationshipKind(relationship.type));
    }

    /// New id of a relationship that stays; empty for one that does not. `source` is the element
    /// that names it, which says how much of a picture shows.
    QString take(const Relationship &relationship, pugi::xml_node source)
    {
        if (relationshipKind(relationship.type) == u"image"_s) {
            return takePicture(relationship, source);
        }
        const auto known = m_links.ids.constFind(relationship.id);
        if (known != m_links.ids.cend()) {
            return known.value();
        }
        const QString kind = relationshipKind(relationship.type);
        if (m_dropped.contains(relationship.id)) {
            return {};
        }
        if (relationship.external) {
            return kind == u"hyperlink"_s ? add(relationship.id, kind, relationship.target, true)
                                          : QString();
        }
        const Part *part = m_targets.package.find(relationship.target);
        const auto role = m_targets.roles.find(part);
        const auto own = m_targets.roles.find(&m_part);
        const bool fits = part != nullptr && role != m_targets.roles.end()
                          && own != m_targets.roles.end()
                          && roleOf(kind, own->second) == role->second;
        if (!fits) {   // gone, or a part that is something else than this relationship says
            return {};
        }
        const QString name = m_targets.names.of(part->name);
        return name.isEmpty() ? QString() : add(relationship.id, kind, name, false);
    }

    QString takePicture(const Relationship &relationship, pugi::xml_node source)
    {
        const Part *part =
            relationship.external ? nullptr : m_targets.package.find(relationship.target);
        const auto role = m_targets.roles.find(part);
        const bool stays = part != nullptr && role != m_targets.roles.end()
                           && role->second == PartRole::Picture
                           && !m_dropped.contains(relationship.id);
        if (!stays) {
            return {};
        }
        const QString name = m_targets.pictures.add(part, source);
        QString &id = m_pictures[name];
        if (id.isEmpty()) {
            id = add({}, u"image"_s, name, false);
        }
        return id;
    }

    QString placeholder()
    {
        if (m_placeholder.isEmpty()) {
            m_placeholder = add({}, u"image"_s, m_targets.pictures.add(nullptr), false);
        }
        return m_placeholder;
    }

    QString add(const QString &oldId, const QString &kind, const QString &target, bool external)
    {
        Relationship relationship;
        relationship.id = u"rId%1"_s.arg(m_links.relationships.size() + 1);
        relationship.type = relationshipType(kind, m_targets.strict);
        relationship.target = target;
        relationship.external = external;
        if (!oldId.isEmpty()) {
            m_links.ids.insert(oldId, relationship.id);
        }
        m_links.relationships.push_back(relationship);
        return relationship.id;
    }

    pugi::xml_node m_root;
    const Part &m_part;
    const QSet<QString> &m_dropped;
    LinkTargets &m_targets;
    SettledLinks m_links;
    DomEdits m_edits;
    QString m_placeholder;
    QHash<QString, QString> m_pictures;   // ids by name in the output
};

}   // namespace

SettledLinks settleLinks(pugi::xml_node root, const Part &part, const QSet<QString> &dropped,
                         LinkTargets &targets)
{
    return LinkScrub(root, part, dropped, targets).run();
}

}   // namespace expunge::formats::ooxml
