// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/loosetexts.h"

#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/fontnames.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using document::PlaceKind;

namespace {

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

QString localName(const char *name)
{
    return QString::fromUtf8(name).section(QChar(u':'), -1);
}

/// Gathers texts of one part.
class Gatherer
{
public:
    void add(const QString &text, document::PlaceStep step, HiddenKind kind, bool counts)
    {
        if (!text.trimmed().isEmpty()) {
            texts.push_back({text, {std::move(step)}, kind, counts});
        }
    }

    void properties(pugi::xml_node root)
    {
        forEachElement(root, [&](pugi::xml_node node) {
            const QString text = textOf(node);
            if (hasLetters(text)) {
                add(text, {PlaceKind::Property, 0, localName(node.name())}, HiddenKind::Properties,
                    true);
            }
        });
    }

    void customProperties(pugi::xml_node root)
    {
        int number = 0;
        for (pugi::xml_node property : root.children()) {
            const document::PlaceStep step{PlaceKind::Property, ++number, {}};
            add(attributeText(property, "name"), step, HiddenKind::CustomProperties, true);
            forEachElement(property, [&](pugi::xml_node value) {
                add(textOf(value), step, HiddenKind::CustomProperties, false);
            });
        }
    }

    void settings(pugi::xml_node root)
    {
        for (pugi::xml_node variable : root.child("w:docVars").children("w:docVar")) {
            const document::PlaceStep step{PlaceKind::Other, 0, u"document variable"_s};
            add(attributeText(variable, "w:name"), step, HiddenKind::DocumentVariables, false);
            add(attributeText(variable, "w:val"), step, HiddenKind::DocumentVariables, false);
        }
        const pugi::xml_node merge = root.child("w:mailMerge");
        forEachElement(merge, [&](pugi::xml_node node) {
            const QString text = attributeText(node, "w:val");
            if (hasLetters(text)) {
                add(text, {PlaceKind::Other, 0, u"mail merge"_s}, HiddenKind::MailMerge, false);
            }
        });
    }

    void styles(pugi::xml_node root)
    {
        static const QRegularExpression neutral(u"^Style [0-9]+$"_s);
        for (pugi::xml_node style : root.children("w:style")) {
            const QString name = attributeText(style.child("w:name"), "w:val");
            if (style.attribute("w:customStyle").as_bool() && !neutral.match(name).hasMatch()) {
                add(name, {PlaceKind::Other, 0, u"style name"_s}, HiddenKind::StyleNames, false);
            }
        }
    }

    void people(pugi::xml_node root, HiddenKind kind, const char *author, const char *detail)
    {
        QSet<QString> known;
        forEachElement(root, [&](pugi::xml_node node) {
            for (const char *name : {author, detail}) {
                const QString text = attributeText(node, name);
                if (!text.isEmpty() && !known.contains(text)) {
                    known.insert(text);
                    add(text, {PlaceKind::Other, 0, u"author"_s}, kind, false);
                }
            }
        });
    }

    void everything(pugi::xml_node root, HiddenKind kind)
    {
        const document::PlaceStep step{PlaceKind::Other, 0, u"custom XML"_s};
        const auto read = [&](pugi::xml_node node) {
            add(textOf(node), step, kind, false);
            for (pugi::xml_attribute attribute : node.attributes()) {
                const QString value = QString::fromUtf8(attribute.value());
                const bool declares = std::string_view(attribute.name()).substr(0, 5) == "xmlns";
                if (!declares && hasLetters(value)) {
                    add(value, step, kind, false);
                }
            }
        };
        read(root);
        forEachElement(root, read);
    }

    /// Fonts that not everybody has show on the page, so that they stay unless they are redacted.
    void fonts(pugi::xml_node root)
    {
        for (const QString &name : unusualFonts(root)) {
            texts.push_back({name, {{PlaceKind::Other, 0, u"font name"_s}}, std::nullopt, false});
        }
    }

    std::vector<LooseText> texts;
};

/// Relationships of a part that lead out of the file.
void externalTargets(const RoledPart &roled, Gatherer &gatherer)
{
    for (const Relationship &relationship : roled.part->relationships) {
        if (!relationship.external) {
            continue;
        }
        const QString kind = relationshipKind(relationship.type);
        const HiddenKind hidden = kind == u"attachedTemplate"_s     ? HiddenKind::AttachedTemplate
                                  : kind.startsWith(u"mailMerge"_s) ? HiddenKind::MailMerge
                                                                    : HiddenKind::LinkedFiles;
        gatherer.add(relationship.target, {PlaceKind::Link, 0, {}}, hidden,
                     hidden == HiddenKind::LinkedFiles);
    }
}

/// Charts and diagrams, which name fonts as stories do.
bool isDrawn(PartRole role)
{
    return role == PartRole::Chart || role == PartRole::DiagramData
           || role == PartRole::DiagramLayout || role == PartRole::DiagramStyle
           || role == PartRole::DiagramColours || role == PartRole::DiagramDrawing;
}

}   // namespace

std::vector<LooseText> looseTexts(const RoledPart &roled, pugi::xml_node tree)
{
    Gatherer gatherer;
    const bool customXml = roled.role == PartRole::Removed && roled.kind == HiddenKind::CustomXml;
    if (customXml) {
        // its namespaces are its own, so the canonical form would drop everything
        pugi::xml_document raw;
        if (checkMarkup(roled.part->bytes, roled.part->name, {})
            && raw.load_buffer(roled.part->bytes.constData(),
                               static_cast<size_t>(roled.part->bytes.size()))) {
            gatherer.everything(raw.document_element(), HiddenKind::CustomXml);
        }
        return std::move(gatherer.texts);
    }
    if (!isStory(roled.role)) {
        externalTargets(roled, gatherer);
    }
    const bool properties =
        roled.role == PartRole::CoreProperties || roled.role == PartRole::AppProperties
        || (roled.role == PartRole::Removed
            && (roled.kind == HiddenKind::CustomProperties || roled.kind == HiddenKind::People));
    const bool names = roled.role == PartRole::FontTable || roled.role == PartRole::Numbering
                       || roled.role == PartRole::Theme || isDrawn(roled.role);
    if (!properties && !names && !isStory(roled.role) && roled.role != PartRole::Settings
        && roled.role != PartRole::Styles) {
        return std::move(gatherer.texts);
    }
    base::Result<XmlPart> xml;
    if (!tree) {
        xml = parseXmlPart(roled.part->bytes, roled.part->name, {});
        if (!xml) {
            return std::move(gatherer.texts);
        }
    }
    const pugi::xml_node root = tree ? tree : xml->document.document_element();
    if (names || isStory(roled.role) || roled.role == PartRole::Styles) {
        gatherer.fonts(root);
    }
    if (names) {
        return std::move(gatherer.texts);
    }
    if (roled.role == PartRole::Settings) {
        gatherer.settings(root);
    } else if (roled.role == PartRole::Styles) {
        gatherer.styles(root);
    } else if (roled.role == PartRole::Comments) {
        gatherer.people(root, HiddenKind::Comments, "w:author", "w:initials");
    } else if (isStory(roled.role)) {
        gatherer.people(root, HiddenKind::TrackedChanges, "w:author", "");
    } else if (roled.kind == HiddenKind::People && roled.role == PartRole::Removed) {
        gatherer.people(root, HiddenKind::People, "w15:author", "w15:userId");
    } else if (roled.role == PartRole::Removed) {
        gatherer.customProperties(root);
    } else {
        gatherer.properties(root);
    }
    return std::move(gatherer.texts);
}

}   // namespace expunge::formats::ooxml
