// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/docxwriter.h"

#include "core/formats/ooxml/bookmarknames.h"
#include "core/formats/ooxml/documenttypes.h"
#include "core/formats/ooxml/embeddedobjects.h"
#include "core/formats/ooxml/fontnames.h"
#include "core/formats/ooxml/linkscrub.h"
#include "core/formats/ooxml/neutralproperties.h"
#include "core/formats/ooxml/planspread.h"
#include "core/formats/ooxml/shapescrub.h"
#include "core/formats/ooxml/storyscrub.h"
#include "core/formats/ooxml/stylenames.h"
#include "core/formats/ooxml/valuenames.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenKind;
using document::SpanRedaction;
using document::TextUnit;

namespace {

LinkTargets linkTargets(const DocxModel &model, const Package &package, const ScrubChoices &choices)
{
    std::map<const Part *, PartRole> roles;
    for (const RoledPart &roled : model.parts) {
        const bool gone =
            roled.role == PartRole::Removed
            || (roled.role == PartRole::Comments && choices.removes(HiddenKind::Comments));
        if (!gone) {
            roles.emplace(roled.part, roled.role);
        }
    }
    return {package, std::move(roles), OutputNames(model.parts), PictureStore(), false};
}

/// Carries out one plan.
class DocxWriter
{
public:
    DocxWriter(DocxModel &model, const Package &package, const EmbeddedFiles &files,
               const document::RedactionPlan &plan, const QString &path)
        : m_model(model)
        , m_plan(plan)
        , m_embedded(files, model.embedded, plan)
        , m_path(path)
        , m_choices(model.hidden, plan.hidden)
        , m_targets(linkTargets(model, package, m_choices))
        , m_edits(model.stories.size())
        , m_dropped(model.stories.size())
        , m_sideEdits(model.sides.size())
    {
    }

    Result<document::Document::Output> run(const base::JobContext &job);

private:
    Result<> distribute();
    void place(int unit, const SpanRedaction &span);
    void placeInStory(const UnitOrigin &origin, const SpanEdit &edit);
    void noteSpread();
    void dropHiddenLinks();
    void scrubStories();
    std::set<std::string> referredNotes() const;
    void removeNotes(const std::set<std::string> &before);
    void renameEverywhere();
    void writeStories();
    void writeSides();
    void renumberDrawing(pugi::xml_node root, const Part &data);
    Part &addPart(const Part &part, PartRole role);
    document::Applied applied() const;

    DocxModel &m_model;
    const document::RedactionPlan &m_plan;
    EmbeddedScrub m_embedded;
    const QString &m_path;
    ScrubChoices m_choices;
    LinkTargets m_targets;
    std::vector<StoryEdits> m_edits;
    std::vector<QSet<QString>> m_dropped;   // relationship ids by story
    std::vector<std::map<int, std::vector<SpanEdit>>> m_sideEdits;
    std::set<std::pair<int, int>> m_spread;   // units of stories
    std::map<int, int> m_copies;              // copies by unit
    std::vector<document::AdjustedUnit> m_adjusted;
    std::vector<QHash<QString, QString>> m_storyIds;   // new relationship ids by story
    OutputPackage m_output;
};

Result<document::Document::Output> DocxWriter::run(const base::JobContext &job)
{
    if (auto fits = distribute(); !fits) {
        return tl::unexpected(fits.error());
    }
    for (const auto &story : m_model.stories) {
        m_targets.strict = m_targets.strict || story->xml.strict;
    }
    if (m_choices.of(HiddenKind::CroppedAreas) == document::HiddenAction::Keep) {
        m_targets.pictures.keepCrops();
    }
    if (auto scrubbed = m_embedded.run(job); !scrubbed) {
        return tl::unexpected(scrubbed.error());
    }
    dropHiddenLinks();
    scrubStories();
    renameEverywhere();
    if (job.cancelled()) {
        return failure(ErrorCode::Cancelled, m_path);
    }
    writeStories();
    writeSides();
    noteSpread();
    addNeutralProperties(m_output, m_targets.strict);
    m_output.parts.insert(m_output.parts.end(), m_targets.pictures.parts().begin(),
                          m_targets.pictures.parts().end());
    for (Part &part : m_embedded.parts()) {
        m_output.parts.push_back(std::move(part));
    }
    auto bytes = writePackage(m_output, job);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return document::Document::Output{std::move(*bytes), applied()};
}

/// Gives every span to the place that its unit and the copies of its unit come from.
Result<> DocxWriter::distribute()
{
    auto spread = spreadPlan(m_model.units, m_model.chartCells, m_plan, m_path);
    if (!spread) {
        return tl::unexpected(spread.error());
    }
    for (const SpanRedaction &redaction : spread->spans) {
        place(redaction.span.unit, redaction);
    }
    m_copies = std::move(spread->copies);
    m_adjusted = std::move(spread->shared);
    // a copy can have spans of its own that its original has too
    const auto settle = [](std::map<int, std::vector<SpanEdit>> &edits) {
        for (auto &[unit, list] : edits) {
            settleSpans(list);
        }
    };
    std::for_each(m_edits.begin(), m_edits.end(), settle);
    std::for_each(m_sideEdits.begin(), m_sideEdits.end(), settle);
    return {};
}

void DocxWriter::place(int unit, const SpanRedaction &redaction)
{
    const UnitOrigin &origin = m_model.origins[static_cast<size_t>(unit)];
    const SpanEdit edit{redaction.span.begin, redaction.span.end, redaction.replacement};
    if (origin.embedded >= 0) {
        m_embedded.add(origin.embedded, origin.text, edit);
    } else if (origin.side >= 0) {
        m_sideEdits[static_cast<size_t>(origin.side)][origin.text].push_back(edit);
    } else if (origin.story >= 0 && !origin.relationship.isEmpty()) {
        m_dropped[static_cast<size_t>(origin.story)].insert(origin.relationship);
    } else if (origin.story >= 0) {
        placeInStory(origin, edit);
    }
}

/// What stands in the text as it was before the changes goes from every piece that it is made of,
/// unless the changes are applied: then nobody reads that text any more.
void DocxWriter::placeInStory(const UnitOrigin &origin, const SpanEdit &edit)
{
    const StoryPart &part = *m_model.stories[static_cast<size_t>(origin.story)];
    StoryEdits &edits = m_edits[static_cast<size_t>(origin.story)];
    if (part.story.units[static_cast<size_t>(origin.unit)].layer != Layer::Restored) {
        edits[origin.unit].push_back(edit);
    } else if (part.role == PartRole::Comments || !m_choices.removes(HiddenKind::TrackedChanges)) {
        for (auto &[unit, piece] : spreadEdit(part.story, origin.unit, edit)) {
            edits[unit].push_back(std::move(piece));
            m_spread.emplace(origin.story, unit);
        }
    }
}

/// Units from which a span of another one took something.
void DocxWriter::noteSpread()
{
    for (size_t i = 0; i < m_model.origins.size() && !m_spread.empty(); ++i) {
        const UnitOrigin &origin = m_model.origins[i];
        if (m_spread.contains({origin.story, origin.unit})) {
            const auto &edits = m_edits[static_cast<size_t>(origin.story)].at(origin.unit);
            m_adjusted.push_back(
                {static_cast<int>(i), false, editedText(m_model.units[i].text, edits)});
        }
    }
}

/// Links to files on somebody's disk are hidden items, not links that a reader can follow.
void DocxWriter::dropHiddenLinks()
{
    const QString item = [&] {
        for (const document::HiddenItem &hidden : m_model.hidden) {
            if (hidden.kind == HiddenKind::LinkedFiles) {
                return hidden.id;
            }
        }
        return QString();
    }();
    for (size_t i = 0; i < m_model.units.size(); ++i) {
        const UnitOrigin &origin = m_model.origins[i];
        if (!origin.relationship.isEmpty() && !item.isEmpty()
            && m_model.units[i].hiddenItem == item) {
            m_dropped[static_cast<size_t>(origin.story)].insert(origin.relationship);
        }
    }
}

void DocxWriter::scrubStories()
{
    AuthorNames authors;
    const std::set<std::string> before = referredNotes();
    for (size_t i = 0; i < m_model.stories.size(); ++i) {
        StoryPart &part = *m_model.stories[i];
        markObjects(part.xml.document.document_element(), *part.part, m_targets.package,
                    m_embedded);
        scrubStory(part, m_edits[i], m_choices, authors);
        neutraliseShapeIds(part.xml.document.document_element());
    }
    removeNotes(before);
}

/// The notes that some text refers to, as "f2" or "e2".
std::set<std::string> DocxWriter::referredNotes() const
{
    std::set<std::string> notes;
    for (const auto &part : m_model.stories) {
        forEachElement(part->xml.document.document_element(), [&](pugi::xml_node node) {
            if (is(node, "w:footnoteReference") || is(node, "w:endnoteReference")) {
                const std::string kind = is(node, "w:footnoteReference") ? "f" : "e";
                notes.insert(kind + node.attribute("w:id").value());
            }
        });
    }
    return notes;
}

/// A note whose mark went with a deletion or with hidden text is shown nowhere, so it goes too.
void DocxWriter::removeNotes(const std::set<std::string> &before)
{
    const std::set<std::string> after = referredNotes();
    const bool orphans = m_choices.removes(HiddenKind::HiddenText);
    for (const auto &part : m_model.stories) {
        if (part->role != PartRole::Footnotes && part->role != PartRole::Endnotes) {
            continue;
        }
        const std::string kind = part->role == PartRole::Footnotes ? "f" : "e";
        const pugi::xml_node root = part->xml.document.document_element();
        DomEdits edits;
        for (pugi::xml_node note : root.children()) {
            const std::string name = kind + note.attribute("w:id").value();
            const std::string_view type = note.attribute("w:type").value();
            const bool counts = type.empty() || type == "normal";
            if (counts && !after.contains(name) && (orphans || before.contains(name))) {
                edits.remove(note);
            }
        }
        edits.run(root);
    }
}

/// Names of bookmarks and styles that say something, or that hold a redacted value.
void DocxWriter::renameEverywhere()
{
    std::vector<bool> content;
    for (const TextUnit &unit : m_model.units) {
        const UnitOrigin &origin = m_model.origins[static_cast<size_t>(unit.index)];
        const bool ofStory = origin.story >= 0 && origin.unit >= 0;
        content.push_back(unit.hiddenItem.isEmpty()
                          && (origin.side >= 0
                              || (ofStory
                                  && m_model.stories[static_cast<size_t>(origin.story)]
                                             ->story.units[static_cast<size_t>(origin.unit)]
                                             .layer
                                         == Layer::Main)));
    }
    const ValueNames values(m_model.units, content, m_plan);
    BookmarkNames bookmarks(m_choices.removes(HiddenKind::Bookmarks), values.values());
    for (const auto &part : m_model.stories) {
        bookmarks.collect(part->xml.document.document_element());
    }
    QHash<QString, QString> styleIds;
    QHash<QString, QString> styleNames;
    QSet<QString> known;
    for (SideEntry &entry : m_model.sides) {
        if (entry.role == PartRole::Styles) {
            known = styleIdsIn(entry.side.xml.document.document_element());
        }
        if (entry.role == PartRole::Styles && m_choices.removes(HiddenKind::StyleNames)) {
            const StyleRenames renames =
                styleRenames(entry.side.xml.document.document_element(), values.values());
            styleIds = entry.side.styleIds = renames.ids;
            styleNames = entry.side.styleNames = renames.names;
        }
    }
    for (SideEntry &entry : m_model.sides) {
        const pugi::xml_node root = entry.side.xml.document.document_element();
        dropMissingStyles(root, known);
        removeFonts(root, values.values());
        values.clean(root);
    }
    for (const auto &part : m_model.stories) {
        const pugi::xml_node root = part->xml.document.document_element();
        bookmarks.rename(root);
        dropMissingStyles(root, known);
        renameStyles(root, styleIds);
        removeFonts(root, values.values());
        renameInFieldCodes(root, styleNames);
        values.settleFields(root);
        values.clean(root);
    }
}

Part &DocxWriter::addPart(const Part &part, PartRole role)
{
    Part written;
    written.name = m_targets.names.of(part.name);
    // a template stays one
    written.contentType = role == PartRole::Document ? outputDocumentType(part.contentType, m_path)
                                                     : contentTypeOf(role);
    m_output.parts.push_back(std::move(written));
    return m_output.parts.back();
}

void DocxWriter::writeStories()
{
    for (size_t i = 0; i < m_model.stories.size(); ++i) {
        StoryPart &story = *m_model.stories[i];
        m_storyIds.emplace_back();
        if (!m_targets.roles.contains(story.part)) {
            continue;
        }
        SettledLinks links = settleLinks(story.xml.document.document_element(), *story.part,
                                         m_dropped[i], m_targets);
        placeObjects(story.xml.document.document_element(), m_targets.package, m_embedded,
                     m_targets.strict, links.relationships);
        Part &part = addPart(*story.part, story.role);
        part.bytes = writeXmlPart(story.xml);
        part.relationships = std::move(links.relationships);
        m_storyIds.back() = links.ids;
        if (story.role == PartRole::Document) {
            m_output.root.push_back({u"rId1"_s,
                                     relationshipType(u"officeDocument"_s, m_targets.strict),
                                     part.name, false});
        }
    }
}

/// A diagram's data names its drawing by a relationship of the story that shows both
/// ([MS-ODRAWXML] 2.7.1.1).
void DocxWriter::renumberDrawing(pugi::xml_node root, const Part &data)
{
    QHash<QString, QString> ids;
    for (size_t i = 0; i < m_model.stories.size() && i < m_storyIds.size(); ++i) {
        for (const Relationship &relationship : m_model.stories[i]->part->relationships) {
            if (!relationship.external
                && relationship.target.compare(data.name, Qt::CaseInsensitive) == 0) {
                ids = m_storyIds[i];
            }
        }
    }
    forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "dsp:dataModelExt")) {
            const QString id = ids.value(attributeText(node, "relId"));
            if (id.isEmpty()) {
                node.remove_attribute("relId");
            } else {
                setAttribute(node, "relId", id);
            }
        }
    });
}

void DocxWriter::writeSides()
{
    SideOptions options;
    options.keepStyleNames = !m_choices.removes(HiddenKind::StyleNames);
    for (const SideEntry &entry : m_model.sides) {
        if (entry.role == PartRole::Styles && !options.keepStyleNames) {
            options.styleIds = entry.side.styleIds;
        }
    }
    for (size_t i = 0; i < m_model.sides.size(); ++i) {
        SideEntry &entry = m_model.sides[i];
        const pugi::xml_node root = entry.side.xml.document.document_element();
        QSet<QString> external;
        for (const Relationship &relationship : entry.part->relationships) {
            if (relationship.external) {
                external.insert(relationship.id);
            }
        }
        SettledLinks links = settleLinks(root, *entry.part, external, m_targets);
        renumberDrawing(root, *entry.part);
        placeWorkbook(entry.side, *entry.part, m_targets.package, u"word/embeddings/"_s, m_embedded,
                      m_targets.strict, links.relationships);
        const std::vector<QString> texts = editedTexts(entry.side, m_sideEdits[i]);
        for (const int text : lostTexts(entry.side, texts)) {
            m_adjusted.push_back({entry.firstUnit + text, true, {}});
        }
        Part &part = addPart(*entry.part, entry.role);
        part.bytes = rewriteSidePart(entry.side, texts, options);
        part.relationships = std::move(links.relationships);
    }
}

document::Applied DocxWriter::applied() const
{
    document::Applied applied;
    for (const SpanRedaction &redaction : m_plan.spans) {
        const TextUnit &unit = m_model.units[static_cast<size_t>(redaction.span.unit)];
        const QString part = m_targets.names.of(unit.part);
        const auto copies = m_copies.find(redaction.span.unit);
        applied.spans.push_back({redaction.id, part, document::placeLabel(unit.place),
                                 1 + (copies == m_copies.end() ? 0 : copies->second)});
    }
    for (const document::HiddenItem &item : m_model.hidden) {
        const bool kept = item.format.isEmpty()
                              ? m_choices.of(item.kind) == document::HiddenAction::Keep
                              : m_embedded.keeps(item.id);
        if (!kept) {
            applied.hidden.push_back({item.kind, item.count});
        }
    }
    applied.adjusted = m_adjusted;
    applied.warnings = m_model.warnings;
    m_embedded.describe(applied);
    if (m_targets.pictures.replaced() > 0) {
        applied.warnings.push_back(
            u"%1 picture(s) of a kind that cannot be cleaned were replaced"_s.arg(
                m_targets.pictures.replaced()));
    }
    return applied;
}

}   // namespace

Result<document::Document::Output> writeDocx(DocxModel &model, const Package &package,
                                             const EmbeddedFiles &files,
                                             const document::RedactionPlan &plan,
                                             const QString &path, const base::JobContext &job)
{
    return DocxWriter(model, package, files, plan, path).run(job);
}

}   // namespace expunge::formats::ooxml
