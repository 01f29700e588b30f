// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/pptxwriter.h"

#include "core/formats/ooxml/embeddedframes.h"
#include "core/formats/ooxml/embeddedobjects.h"
#include "core/formats/ooxml/fontnames.h"
#include "core/formats/ooxml/neutralproperties.h"
#include "core/formats/ooxml/planspread.h"
#include "core/formats/ooxml/pptxlinks.h"
#include "core/formats/ooxml/slidescrub.h"
#include "core/formats/ooxml/valuenames.h"

#include <QSet>

#include <algorithm>
#include <deque>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenKind;
using document::SpanRedaction;
using document::TextUnit;

namespace {

/// Names that are texts of their own are edited as such.
void restoreNames(const Story &story)
{
    for (const StoryUnit &unit : story.units) {
        for (const Piece &piece : unit.pieces) {
            if (piece.kind == PieceKind::Attribute) {
                pugi::xml_attribute attribute = piece.attribute;
                attribute.set_value(unit.text.toUtf8().constData());
            }
        }
    }
}

/// Carries out one plan.
class PptxWriter
{
public:
    PptxWriter(DeckModel &model, const Package &package, const EmbeddedFiles &files,
               const document::RedactionPlan &plan, const QString &path)
        : m_package(package)
        , m_model(model)
        , m_plan(plan)
        , m_embedded(files, model.embedded, plan)
        , m_path(path)
        , m_choices(model.hidden, plan)
        , m_links(package, model)
        , m_type(outputDeckType(package.mainPart()->contentType))
        , m_edits(model.trees.size())
        , m_dropped(model.trees.size())
        , m_sideEdits(model.sides.size())
    {
    }

    Result<document::Document::Output> run(const base::JobContext &job);

private:
    Result<> distribute();
    void place(int unit, const SpanRedaction &redaction);
    void leaveParts();
    void scrubTrees();
    Result<> writeParts(const base::JobContext &job);
    void writeTree(size_t index);
    void writeSide(size_t index);
    void settleMain(pugi::xml_node root);
    void addPart(const DeckPart &deck, QByteArray bytes, std::vector<Relationship> relationships);
    void follow(const std::vector<const DeckPart *> &targets);
    void noteLostUnits(size_t index);
    void describe(document::Applied &applied);

    const Package &m_package;
    DeckModel &m_model;
    const document::RedactionPlan &m_plan;
    EmbeddedScrub m_embedded;
    const QString &m_path;
    DeckChoices m_choices;
    DeckLinks m_links;
    DeckType m_type;
    std::vector<SlideEdits> m_edits;
    std::vector<std::set<QString>> m_dropped;   // relationship ids by tree
    std::vector<SlideEdits> m_sideEdits;
    std::map<int, int> m_copies;                             // copies by unit
    std::map<const Part *, QHash<QString, QString>> m_ids;   // new relationship ids of trees
    std::map<const Part *, const Part *> m_dataOf;   // tree that shows the data of a diagram
    std::deque<const DeckPart *> m_open;
    QSet<const Part *> m_reached;
    std::vector<document::AdjustedUnit> m_shared;   // units that follow others
    std::set<int> m_gone;                           // units that the output does not have
    OutputPackage m_output;
};

Result<document::Document::Output> PptxWriter::run(const base::JobContext &job)
{
    if (auto fits = distribute(); !fits) {
        return tl::unexpected(fits.error());
    }
    if (!m_choices.removes(HiddenKind::CroppedAreas)) {
        m_links.pictures().keepCrops();
    }
    if (auto scrubbed = m_embedded.run(job); !scrubbed) {
        return tl::unexpected(scrubbed.error());
    }
    leaveParts();
    scrubTrees();
    if (auto written = writeParts(job); !written) {
        return tl::unexpected(written.error());
    }
    addNeutralProperties(m_output, m_model.strict);
    for (Part part : m_links.pictures().parts()) {
        part.name = DeckLinks::pictureName(part.name);
        m_output.parts.push_back(std::move(part));
    }
    for (Part &part : m_embedded.parts()) {
        m_output.parts.push_back(std::move(part));
    }
    auto bytes = writePackage(m_output, job);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    document::Document::Output output;
    output.bytes = std::move(*bytes);
    describe(output.applied);
    return output;
}

/// Gives every span to the place that its unit and the copies of its unit come from.
Result<> PptxWriter::distribute()
{
    auto spread = spreadPlan(m_model.units, m_model.chartCells, m_plan, m_path);
    if (!spread) {
        return tl::unexpected(spread.error());
    }
    for (const SpanRedaction &redaction : spread->spans) {
        place(redaction.span.unit, redaction);
    }
    m_copies = std::move(spread->copies);
    m_shared = std::move(spread->shared);
    const auto settle = [](SlideEdits &edits) {
        for (auto &[unit, list] : edits) {
            settleSpans(list);
        }
    };
    std::for_each(m_edits.begin(), m_edits.end(), settle);
    std::for_each(m_sideEdits.begin(), m_sideEdits.end(), settle);
    return {};
}

void PptxWriter::place(int unit, const SpanRedaction &redaction)
{
    const DeckOrigin &origin = m_model.origins[static_cast<size_t>(unit)];
    const SpanEdit edit{redaction.span.begin, redaction.span.end, redaction.replacement};
    if (origin.embedded >= 0) {
        m_embedded.add(origin.embedded, origin.text, edit);
    } else if (origin.side >= 0) {
        m_sideEdits[static_cast<size_t>(origin.side)][origin.text].push_back(edit);
    } else if (origin.tree >= 0 && !origin.relationship.isEmpty()) {
        m_dropped[static_cast<size_t>(origin.tree)].insert(origin.relationship);
    } else if (origin.tree >= 0) {
        m_edits[static_cast<size_t>(origin.tree)][origin.unit].push_back(edit);
    }
}

/// Hidden slides and notes that go, with all that only they refer to.
void PptxWriter::leaveParts()
{
    bool keepsNotes = false;
    for (const auto &tree : m_model.trees) {
        const DeckRole role = tree->deck.role;
        const bool page = role == DeckRole::Slide || role == DeckRole::Notes;
        const bool lost = page && tree->slide < 0;
        if (page && (lost || m_choices.removes(tree->wholeItem))) {
            m_links.leave(tree->deck.part);
        } else {
            keepsNotes = keepsNotes || role == DeckRole::Notes;
        }
    }
    for (const auto &tree : m_model.trees) {
        const bool needed = tree->deck.role == DeckRole::NotesMaster && keepsNotes;
        const bool master =
            tree->deck.role == DeckRole::NotesMaster || tree->deck.role == DeckRole::HandoutMaster;
        if (master && !needed && m_choices.removes(tree->wholeItem)) {
            m_links.leave(tree->deck.part);
        }
    }
}

void PptxWriter::scrubTrees()
{
    std::vector<bool> content;
    for (const TextUnit &unit : m_model.units) {
        const DeckOrigin &origin = m_model.origins[static_cast<size_t>(unit.index)];
        const bool text = origin.tree >= 0 && origin.unit >= 0
                          && m_model.trees[static_cast<size_t>(origin.tree)]
                                     ->content.story.units[static_cast<size_t>(origin.unit)]
                                     .layer
                                 == Layer::Main;
        content.push_back(unit.hiddenItem.isEmpty() && (origin.side >= 0 || text));
    }
    const ValueNames values(m_model.units, content, m_plan);
    for (size_t i = 0; i < m_model.trees.size(); ++i) {
        DeckTree &tree = *m_model.trees[i];
        if (!m_links.leaves(tree.deck.part)) {
            const pugi::xml_node root = tree.xml.document.document_element();
            removeFonts(root, values.values());
            values.clean(root);
            cleanFormatWords(root, values.values());
            restoreNames(tree.content.story);
            scrubSlide(tree, m_edits[i], m_choices);
            if (m_choices.removes(HiddenKind::AltText)) {
                neutraliseShapeNames(root);
            }
        }
    }
    for (DeckSide &side : m_model.sides) {
        const pugi::xml_node root = side.side.xml.document.document_element();
        removeFonts(root, values.values());
        values.clean(root);
    }
}

void PptxWriter::follow(const std::vector<const DeckPart *> &targets)
{
    for (const DeckPart *target : targets) {
        if (!m_reached.contains(target->part)) {
            m_reached.insert(target->part);
            m_open.push_back(target);
        }
    }
}

/// From the presentation on: what nothing that stays refers to is not written.
Result<> PptxWriter::writeParts(const base::JobContext &job)
{
    follow({&m_model.trees.front()->deck});
    m_links.nameOf(m_model.trees.front()->deck);
    while (!m_open.empty()) {
        if (job.cancelled()) {
            return failure(ErrorCode::Cancelled, m_path);
        }
        const DeckPart deck = *m_open.front();
        m_open.pop_front();
        for (size_t i = 0; i < m_model.trees.size(); ++i) {
            if (m_model.trees[i]->deck.part == deck.part) {
                writeTree(i);
            }
        }
        for (size_t i = 0; i < m_model.sides.size(); ++i) {
            if (m_model.sides[i].deck.part == deck.part) {
                writeSide(i);
            }
        }
    }
    for (size_t i = 0; i < m_model.trees.size(); ++i) {
        noteLostUnits(i);
    }
    for (size_t i = 0; i < m_model.sides.size(); ++i) {
        const DeckSide &side = m_model.sides[i];
        for (size_t text = 0; text < side.side.texts.size(); ++text) {
            if (!m_reached.contains(side.deck.part)) {
                m_gone.insert(side.firstUnit + static_cast<int>(text));
            }
        }
    }
    return {};
}

void PptxWriter::addPart(const DeckPart &deck, QByteArray bytes,
                         std::vector<Relationship> relationships)
{
    Part part;
    part.name = m_links.nameOf(deck);
    part.contentType = deckContentType(deck.role, m_type.main);
    part.bytes = std::move(bytes);
    part.relationships = std::move(relationships);
    m_output.parts.push_back(std::move(part));
}

void PptxWriter::writeTree(size_t index)
{
    DeckTree &tree = *m_model.trees[index];
    const pugi::xml_node root = tree.xml.document.document_element();
    markFrames(root, *tree.deck.part, m_package, m_embedded);
    SettledDeckLinks links = m_links.settle(root, tree.deck, m_dropped[index]);
    placeFrames(root, m_package, m_embedded, m_model.strict, links.relationships);
    if (tree.deck.role == DeckRole::Presentation) {
        settleMain(root);
        Relationship main = m_links.relationship(u"officeDocument"_s, m_links.nameOf(tree.deck));
        main.id = u"rId1"_s;
        m_output.root.push_back(std::move(main));
    }
    for (const DeckPart *target : links.targets) {
        m_dataOf.emplace(target->part, tree.deck.part);
    }
    m_ids[tree.deck.part] = links.ids;
    follow(links.targets);
    addPart(tree.deck, writeXmlPart(tree.xml), std::move(links.relationships));
}

/// Lists of the presentation that name slides which are gone.
void PptxWriter::settleMain(pugi::xml_node root)
{
    std::set<std::string> slides;
    for (const pugi::xml_node slide : root.child("p:sldIdLst").children("p:sldId")) {
        slides.insert(slide.attribute("id").value());
    }
    const bool removed = m_choices.removes(m_model.showItem);
    DomEdits edits;
    forEachElement(root, [&](pugi::xml_node node) {
        const bool list = is(node, "p14:sectionLst") || is(node, "p:custShowLst");
        const bool lost = is(node, "p14:sldId") && !slides.contains(node.attribute("id").value());
        const bool empty = is(node, "p:custShow") && !node.child("p:sldLst").first_child();
        if ((list && removed) || lost || empty) {
            edits.remove(node);
        }
    });
    edits.run(root);
    for (const char *list : {"p:sldIdLst", "p:notesMasterIdLst", "p:handoutMasterIdLst",
                             "p:custShowLst", "p:sldMasterIdLst"}) {
        if (const pugi::xml_node node = root.child(list); node && !node.first_child()) {
            root.remove_child(node);
        }
    }
    pugi::xml_node extensions = root.child("p:extLst");
    for (pugi::xml_node extension = extensions.first_child(); extension;) {
        const pugi::xml_node next = extension.next_sibling();
        if (!extension.first_child()) {
            extensions.remove_child(extension);
        }
        extension = next;
    }
    if (extensions && !extensions.first_child()) {
        root.remove_child(extensions);
    }
}

void PptxWriter::writeSide(size_t index)
{
    DeckSide &side = m_model.sides[index];
    const pugi::xml_node root = side.side.xml.document.document_element();
    SettledDeckLinks links = m_links.settle(root, side.deck, {});
    placeWorkbook(side.side, *side.deck.part, m_package, u"ppt/embeddings/"_s, m_embedded,
                  m_model.strict, links.relationships);
    const QHash<QString, QString> ids = m_ids[m_dataOf[side.deck.part]];
    forEachElement(root, [&](pugi::xml_node node) {
        // a diagram's data names its drawing by a relationship of the slide ([MS-ODRAWXML] 2.7.1.1)
        if (is(node, "dsp:dataModelExt")) {
            const QString id = ids.value(attributeText(node, "relId"));
            if (id.isEmpty()) {
                node.remove_attribute("relId");
            } else {
                setAttribute(node, "relId", id);
            }
        }
    });
    const std::vector<QString> texts = editedTexts(side.side, m_sideEdits[index]);
    for (const int text : lostTexts(side.side, texts)) {
        m_gone.insert(side.firstUnit + text);
    }
    QByteArray bytes = rewriteSidePart(side.side, texts, {});
    follow(links.targets);
    addPart(side.deck, std::move(bytes), std::move(links.relationships));
}

/// Units whose markup is not in the output, with what they belonged to.
void PptxWriter::noteLostUnits(size_t index)
{
    const DeckTree &tree = *m_model.trees[index];
    const pugi::xml_node root = tree.xml.document.document_element();
    QSet<const void *> alive{root.internal_object()};
    if (m_reached.contains(tree.deck.part)) {
        forEachElement(root, [&](pugi::xml_node node) { alive.insert(node.internal_object()); });
    }
    for (size_t i = 0; i < tree.content.story.units.size(); ++i) {
        const auto &pieces = tree.content.story.units[i].pieces;
        const bool lost = std::none_of(pieces.begin(), pieces.end(), [&](const Piece &piece) {
            return alive.contains(piece.node.internal_object());
        });
        if (lost || !m_reached.contains(tree.deck.part)) {
            m_gone.insert(tree.firstUnit + static_cast<int>(i));
        }
    }
}

void PptxWriter::describe(document::Applied &applied)
{
    QHash<QString, QString> names;   // of parts, old to new
    for (const DeckPart &deck : m_model.parts.all()) {
        names.insert(deck.part->name, m_links.knownName(deck.part));
    }
    for (const SpanRedaction &redaction : m_plan.spans) {
        const TextUnit &unit = m_model.units[static_cast<size_t>(redaction.span.unit)];
        applied.spans.push_back({redaction.id, names.value(unit.part),
                                 document::placeLabel(unit.place),
                                 1 + m_copies[redaction.span.unit]});
    }
    bool macros = false;
    for (size_t i = 0; i < m_model.hidden.size(); ++i) {
        const document::HiddenItem &item = m_model.hidden[i];
        const bool gone = item.format.isEmpty() ? m_choices.removes(static_cast<int>(i))
                                                : !m_embedded.keeps(item.id);
        if (gone) {
            applied.hidden.push_back({item.kind, item.count});
            macros = macros || item.kind == HiddenKind::Macros;
        }
    }
    applied.adjusted = m_shared;
    m_embedded.describe(applied);
    for (const int unit : m_gone) {
        applied.adjusted.push_back({unit, true, {}});
    }
    applied.warnings.insert(applied.warnings.begin(), m_model.warnings.begin(),
                            m_model.warnings.end());
    if (m_links.pictures().replaced() > 0) {
        applied.warnings.push_back(
            u"%1 picture(s) of a kind that cannot be cleaned were replaced"_s.arg(
                m_links.pictures().replaced()));
    }
    if (macros) {
        applied.warnings.push_back(
            u"Macros were removed, so the file is written as a presentation without macros."_s);
    }
}

}   // namespace

Result<document::Document::Output> writePptx(DeckModel &model, const Package &package,
                                             const EmbeddedFiles &files,
                                             const document::RedactionPlan &plan,
                                             const QString &path, const base::JobContext &job)
{
    return PptxWriter(model, package, files, plan, path).run(job);
}

}   // namespace expunge::formats::ooxml
