// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/partroles.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

/// A document has at most one part of such a role (ECMA-376 part 1, 11.3).
bool isSingle(PartRole role)
{
    switch (role) {
    case PartRole::Document:
    case PartRole::Footnotes:
    case PartRole::Endnotes:
    case PartRole::Comments:
    case PartRole::Styles:
    case PartRole::Numbering:
    case PartRole::Settings:
    case PartRole::FontTable:
    case PartRole::Theme:
    case PartRole::CoreProperties:
    case PartRole::AppProperties:
        return true;
    case PartRole::Header:
    case PartRole::Footer:
    case PartRole::Picture:
    case PartRole::Chart:
    case PartRole::DiagramData:
    case PartRole::DiagramLayout:
    case PartRole::DiagramStyle:
    case PartRole::DiagramColours:
    case PartRole::DiagramDrawing:
    case PartRole::Removed:
        break;
    }
    return false;
}

/// What a removed part is called, by the relationship that leads to it.
HiddenKind removedKind(const QString &kind, PartRole from)
{
    static const QHash<QString, HiddenKind> kinds{
        {u"custom-properties"_s, HiddenKind::CustomProperties},
        {u"customProperties"_s, HiddenKind::CustomProperties},
        {u"thumbnail"_s, HiddenKind::Thumbnail},
        {u"customXml"_s, HiddenKind::CustomXml},
        {u"customXmlProps"_s, HiddenKind::CustomXml},
        {u"glossaryDocument"_s, HiddenKind::Glossary},
        {u"comments"_s, HiddenKind::Comments},
        {u"commentsExtended"_s, HiddenKind::Comments},
        {u"commentsIds"_s, HiddenKind::Comments},
        {u"commentsExtensible"_s, HiddenKind::Comments},
        {u"documenttasks"_s, HiddenKind::Comments},
        {u"people"_s, HiddenKind::People},
        {u"webSettings"_s, HiddenKind::WebSettings},
        {u"oleObject"_s, HiddenKind::EmbeddedFiles},
        {u"aFChunk"_s, HiddenKind::EmbeddedFiles},
        {u"subDocument"_s, HiddenKind::EmbeddedFiles},
        {u"control"_s, HiddenKind::ActiveContent},
        {u"activeXControlBinary"_s, HiddenKind::ActiveContent},
        {u"webextension"_s, HiddenKind::ActiveContent},
        {u"webextensiontaskpanes"_s, HiddenKind::ActiveContent},
        {u"vbaProject"_s, HiddenKind::Macros},
        {u"wordVbaData"_s, HiddenKind::Macros},
        {u"keyMapCustomizations"_s, HiddenKind::Macros},
        {u"attachedToolbars"_s, HiddenKind::Macros},
        {u"extensibility"_s, HiddenKind::Macros},
        {u"origin"_s, HiddenKind::Signatures},
        {u"signature"_s, HiddenKind::Signatures},
        {u"printerSettings"_s, HiddenKind::PrinterSettings},
        {u"font"_s, HiddenKind::EmbeddedFonts},
        {u"classificationlabels"_s, HiddenKind::SensitivityLabel},
        {u"recipientData"_s, HiddenKind::MailMerge},
        {u"mailMergeSource"_s, HiddenKind::MailMerge},
        {u"mailMergeHeaderSource"_s, HiddenKind::MailMerge},
        {u"attachedTemplate"_s, HiddenKind::AttachedTemplate},
        {u"stylesWithEffects"_s, HiddenKind::StyleNames},
    };
    if (kind == u"package"_s) {
        return from == PartRole::Chart ? HiddenKind::ChartData : HiddenKind::EmbeddedFiles;
    }
    return kinds.value(kind, HiddenKind::UnknownParts);
}

std::optional<PartRole> rootRole(const QString &kind)
{
    if (kind == u"officeDocument"_s) {
        return PartRole::Document;
    }
    if (kind == u"core-properties"_s) {
        return PartRole::CoreProperties;
    }
    // the second is the name that Strict files use (ECMA-376 part 1, 15.2.12.3)
    const bool extended = kind == u"extended-properties"_s || kind == u"extendedProperties"_s;
    return extended ? std::optional(PartRole::AppProperties) : std::nullopt;
}

/// One relationship that is still to be followed.
struct Step
{
    const Relationship *relationship = nullptr;
    PartRole from = PartRole::Removed;
    std::optional<HiddenKind>
        inherited;   // everything behind a removed part goes as the same thing
};

class RoleWalk
{
public:
    explicit RoleWalk(const Package &package)
        : m_package(package)
    {
    }

    std::vector<RoledPart> run()
    {
        for (const Relationship &relationship : m_package.rootRelationships()) {
            const Part *part = target(relationship);
            const auto role = rootRole(relationshipKind(relationship.type));
            if (part != nullptr && role && !isTaken(*role)) {
                keep(*part, *role);
            } else {
                m_removed.push_back({&relationship, PartRole::Removed, std::nullopt});
            }
        }
        for (size_t next = 0; next < m_removed.size(); ++next) {
            remove(m_removed[next]);
        }
        for (const Part &part : m_package.parts()) {
            if (!m_seen.contains(&part)) {
                m_parts.push_back({&part, PartRole::Removed, HiddenKind::UnreachableParts});
            }
        }
        return std::move(m_parts);
    }

private:
    const Part *target(const Relationship &relationship) const
    {
        return relationship.external ? nullptr : m_package.find(relationship.target);
    }

    bool isTaken(PartRole role) const
    {
        return isSingle(role)
               && std::any_of(m_parts.begin(), m_parts.end(),
                              [role](const RoledPart &roled) { return roled.role == role; });
    }

    void keep(const Part &first, PartRole firstRole)
    {
        if (m_seen.contains(&first)) {
            return;
        }
        m_seen.insert(&first);
        const size_t begin = m_parts.size();
        m_parts.push_back({&first, firstRole, HiddenKind::UnknownParts});
        for (size_t next = begin; next < m_parts.size(); ++next) {
            const Part &part = *m_parts[next].part;
            const PartRole from = m_parts[next].role;
            for (const Relationship &relationship : part.relationships) {
                const Part *to = target(relationship);
                const auto role = roleOf(relationshipKind(relationship.type), from);
                if (to == nullptr || m_seen.contains(to)) {
                    continue;
                }
                if (role && !isTaken(*role)) {
                    m_seen.insert(to);
                    m_parts.push_back({to, *role, HiddenKind::UnknownParts});
                } else {
                    m_removed.push_back({&relationship, from, std::nullopt});
                }
            }
        }
    }

    void remove(const Step step)
    {
        const Part *part = target(*step.relationship);
        if (part == nullptr || m_seen.contains(part)) {
            return;
        }
        m_seen.insert(part);
        const HiddenKind kind = step.inherited.value_or(
            removedKind(relationshipKind(step.relationship->type), step.from));
        m_parts.push_back({part, PartRole::Removed, kind});
        for (const Relationship &relationship : part->relationships) {
            m_removed.push_back({&relationship, PartRole::Removed, kind});
        }
    }

    const Package &m_package;
    std::vector<RoledPart> m_parts;
    std::vector<Step> m_removed;
    QSet<const Part *> m_seen;
};

}   // namespace

std::optional<PartRole> roleOf(const QString &kind, PartRole from)
{
    static const QHash<QString, PartRole> ofDocument{
        {u"header"_s, PartRole::Header},       {u"footer"_s, PartRole::Footer},
        {u"footnotes"_s, PartRole::Footnotes}, {u"endnotes"_s, PartRole::Endnotes},
        {u"comments"_s, PartRole::Comments},   {u"styles"_s, PartRole::Styles},
        {u"numbering"_s, PartRole::Numbering}, {u"settings"_s, PartRole::Settings},
        {u"fontTable"_s, PartRole::FontTable}, {u"theme"_s, PartRole::Theme},
    };
    static const QHash<QString, PartRole> ofStory{
        {u"image"_s, PartRole::Picture},
        {u"chart"_s, PartRole::Chart},
        {u"diagramData"_s, PartRole::DiagramData},
        {u"diagramLayout"_s, PartRole::DiagramLayout},
        {u"diagramQuickStyle"_s, PartRole::DiagramStyle},
        {u"diagramColors"_s, PartRole::DiagramColours},
        {u"diagramDrawing"_s, PartRole::DiagramDrawing},
    };
    if (from == PartRole::Document && ofDocument.contains(kind)) {
        return ofDocument.value(kind);
    }
    const bool story = from == PartRole::Document || from == PartRole::Header
                       || from == PartRole::Footer || from == PartRole::Footnotes
                       || from == PartRole::Endnotes || from == PartRole::Comments;
    const bool side = from == PartRole::Numbering || from == PartRole::Theme
                      || from == PartRole::Chart || from == PartRole::DiagramData
                      || from == PartRole::DiagramDrawing;
    if (side && kind == u"image"_s) {
        return PartRole::Picture;
    }
    if (story && ofStory.contains(kind)) {
        return ofStory.value(kind);
    }
    return std::nullopt;
}

std::vector<RoledPart> assignRoles(const Package &package)
{
    return RoleWalk(package).run();
}

bool isStory(PartRole role)
{
    return role == PartRole::Document || role == PartRole::Header || role == PartRole::Footer
           || role == PartRole::Footnotes || role == PartRole::Endnotes
           || role == PartRole::Comments;
}

}   // namespace expunge::formats::ooxml
