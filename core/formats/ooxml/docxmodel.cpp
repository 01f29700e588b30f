// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/docxreader.h"

#include "core/formats/ooxml/embeddedobjects.h"
#include "core/formats/ooxml/outputparts.h"
#include "core/formats/ooxml/storyreader.h"
#include "core/formats/ooxml/stylenames.h"
#include "core/formats/ooxml/trackedchanges.h"
#include "core/formats/ooxml/vocabulary.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenKind;
using document::PlaceKind;
using document::TextUnit;

namespace {

/// Story kinds in the order in which their units are listed.
constexpr std::array storyRoles{PartRole::Document,  PartRole::Header,   PartRole::Footer,
                                PartRole::Footnotes, PartRole::Endnotes, PartRole::Comments};

StoryKind storyKind(PartRole role)
{
    const auto found = std::find(storyRoles.begin(), storyRoles.end(), role);
    return static_cast<StoryKind>(found - storyRoles.begin());
}

bool isSide(PartRole role)
{
    switch (role) {
    case PartRole::Styles:
    case PartRole::Numbering:
    case PartRole::Settings:
    case PartRole::FontTable:
    case PartRole::Theme:
    case PartRole::Chart:
    case PartRole::DiagramData:
    case PartRole::DiagramLayout:
    case PartRole::DiagramStyle:
    case PartRole::DiagramColours:
    case PartRole::DiagramDrawing:
        return true;
    case PartRole::Document:
    case PartRole::Header:
    case PartRole::Footer:
    case PartRole::Footnotes:
    case PartRole::Endnotes:
    case PartRole::Comments:
    case PartRole::Picture:
    case PartRole::CoreProperties:
    case PartRole::AppProperties:
    case PartRole::Removed:
        break;
    }
    return false;
}

/// Whether a story's part holds such a story (ECMA-376 part 1, 11.3): what other markup says there
/// is read by nobody in the same way.
bool isRootOf(PartRole role, pugi::xml_node root)
{
    if (role == PartRole::Header || role == PartRole::Footer) {
        return is(root, "w:hdr") || is(root, "w:ftr");
    }
    if (role == PartRole::Footnotes || role == PartRole::Endnotes) {
        return is(root, "w:footnotes") || is(root, "w:endnotes");
    }
    return is(root, role == PartRole::Comments ? "w:comments" : "w:document");
}

/// Side parts in the order of their roles: the same in a file and in what is written from it.
std::vector<RoledPart> sideParts(const std::vector<RoledPart> &parts)
{
    std::vector<RoledPart> sides;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(sides),
                 [](const RoledPart &roled) { return isSide(roled.role); });
    std::stable_sort(sides.begin(), sides.end(),
                     [](const RoledPart &a, const RoledPart &b) { return a.role < b.role; });
    return sides;
}

/// A link that leads to a file or server share of the author, not to the web.
bool leadsToDisk(const QString &target)
{
    static const QRegularExpression web(u"^(https?|mailto|tel|ftps?|sip|news):|^#"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    return !web.match(target).hasMatch();
}

/// Whether something may be painted behind the text: white text is then no hidden text.
bool isPainted(pugi::xml_node root)
{
    bool painted = static_cast<bool>(root.child("w:background"));
    forEachElement(root, [&](pugi::xml_node node) {
        painted = painted || (is(node, "wp:anchor") && node.attribute("behindDoc").as_bool());
    });
    return painted;
}

}   // namespace

Result<DocxModel> DocxReader::run()
{
    m_model.parts = assignRoles(m_package);
    if (auto read = readStories(); !read) {
        return tl::unexpected(read.error());
    }
    for (size_t i = 0; i < m_model.stories.size(); ++i) {
        addStoryUnits(static_cast<int>(i));
        addLinks(static_cast<int>(i));
        listTraces(*m_model.stories[i]);
    }
    if (auto read = addSides(); !read) {
        return tl::unexpected(read.error());
    }
    addLoose();
    addEmbedded();
    listParts();
    settleHidden();
    return std::move(m_model);
}

Result<> DocxReader::readStories()
{
    XmlPart styleTree;
    XmlPart numberTree;
    for (const auto &[role, tree] :
         {std::pair(PartRole::Styles, &styleTree), std::pair(PartRole::Numbering, &numberTree)}) {
        const Part *part = m_model.partOf(role);
        if (part == nullptr) {
            continue;
        }
        auto xml = parseXmlPart(part->bytes, part->name, m_path);
        if (!xml) {
            return tl::unexpected(xml.error());
        }
        *tree = std::move(*xml);
    }
    completeStyleIds(styleTree.document.child("w:styles"));
    const EffectiveStyle styles(styleTree.document.child("w:styles"));
    ListMarkers markers(numberTree.document.child("w:numbering"));
    for (PartRole role : storyRoles) {
        int number = 0;
        for (const RoledPart &roled : m_model.parts) {
            if (m_job.cancelled()) {
                return failure(ErrorCode::Cancelled, m_path);
            }
            if (roled.role != role) {
                continue;
            }
            if (auto read = readStory(roled, ++number, styles, markers); !read) {
                return read;
            }
        }
    }
    return {};
}

Result<> DocxReader::readStory(const RoledPart &roled, int number, const EffectiveStyle &styles,
                               ListMarkers &markers)
{
    auto xml = m_trees.take(*roled.part, m_path);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    if (!isRootOf(roled.role, xml->document.document_element())) {
        return failure(ErrorCode::Damaged, m_path, roled.part->name);
    }
    auto story = std::make_unique<StoryPart>();
    story->part = roled.part;
    story->role = roled.role;
    story->number = number;
    story->xml = std::move(*xml);
    m_shownFiles.merge(
        objectFiles(story->xml.document.document_element(), *roled.part, m_package, m_files));
    const SweepCounts swept = sweep(story->xml.document.document_element());
    m_inventory.add(HiddenKind::UnknownMarkup, swept.unknown + swept.duplicates, roled.part->name);
    m_inventory.add(HiddenKind::RevisionIds, swept.revisions, roled.part->name);
    const pugi::xml_node root = story->xml.document.document_element();
    m_inventory.add(HiddenKind::FieldCodes, flattenButtons(root), roled.part->name);
    story->story =
        StoryReader(styles, markers, isPainted(root)).read(root, storyKind(roled.role), number);
    m_model.stories.push_back(std::move(story));
    return {};
}

void DocxReader::addUnit(TextUnit unit, UnitOrigin origin, std::optional<HiddenKind> hidden)
{
    unit.index = static_cast<int>(m_model.units.size());
    m_model.units.push_back(std::move(unit));
    m_model.origins.push_back(std::move(origin));
    m_unitKinds.push_back(hidden);
}

void DocxReader::addStoryUnits(int index)
{
    const StoryPart &part = *m_model.stories[static_cast<size_t>(index)];
    const int first = static_cast<int>(m_model.units.size());
    for (size_t i = 0; i < part.story.units.size(); ++i) {
        const StoryUnit &read = part.story.units[i];
        TextUnit unit;
        unit.part = part.part->name;
        unit.place = read.place;
        unit.text = read.text;
        unit.copyOf = read.copyOf < 0 ? -1 : first + read.copyOf;
        UnitOrigin origin;
        origin.story = index;
        origin.unit = static_cast<int>(i);
        const auto hidden = read.hidden ? read.hidden : unseenNote(part.role, read.note);
        addUnit(std::move(unit), std::move(origin), hidden);
        const bool countedElsewhere =
            hidden == HiddenKind::Comments || hidden == HiddenKind::TrackedChanges;
        if (hidden && !countedElsewhere && read.copyOf < 0) {
            m_inventory.add(*hidden, 1, part.part->name, read.text);
        }
    }
}

/// A note without a mark in any text is on no page.
std::optional<HiddenKind> DocxReader::unseenNote(PartRole role, const std::string &note) const
{
    if (note.empty() || (role != PartRole::Footnotes && role != PartRole::Endnotes)) {
        return std::nullopt;
    }
    const std::string name = (role == PartRole::Footnotes ? "f" : "e") + note;
    bool deleted = false;
    for (const auto &story : m_model.stories) {
        if (story->story.shownNotes.contains(name)) {
            return std::nullopt;
        }
        deleted = deleted || story->story.deletedNotes.contains(name);
    }
    return deleted ? HiddenKind::TrackedChanges : HiddenKind::HiddenText;
}

void DocxReader::addLinks(int index)
{
    const StoryPart &part = *m_model.stories[static_cast<size_t>(index)];
    int number = 0;
    for (const Relationship &relationship : part.part->relationships) {
        if (!relationship.external || relationship.target.isEmpty()) {
            continue;
        }
        const bool link = relationshipKind(relationship.type) == u"hyperlink"_s;
        TextUnit unit;
        unit.part = part.part->name;
        unit.place = {{PlaceKind::Link, ++number, {}}};
        unit.text = relationship.target;
        UnitOrigin origin;
        origin.story = index;
        origin.relationship = relationship.id;
        std::optional<HiddenKind> hidden;
        if (part.role == PartRole::Comments) {
            hidden = HiddenKind::Comments;
        } else if (!link || leadsToDisk(relationship.target)) {
            hidden = HiddenKind::LinkedFiles;
            m_inventory.add(*hidden, 1, part.part->name, relationship.target);
        }
        addUnit(std::move(unit), std::move(origin), hidden);
    }
}

Result<> DocxReader::addSides()
{
    std::map<PartRole, int> numbers;
    for (const RoledPart &roled : sideParts(m_model.parts)) {
        // the role comes from the relationship; the type that the package gives may be wrong
        Part part = *roled.part;
        part.contentType = contentTypeOf(roled.role);
        auto side = readSidePart(part, m_path);
        if (!side) {
            return tl::unexpected(side.error());
        }
        m_model.sides.push_back({roled.part, roled.role, std::move(*side), 0});
        addSideUnits(static_cast<int>(m_model.sides.size()) - 1, ++numbers[roled.role]);
    }
    return {};
}

void DocxReader::addSideUnits(int index, int number)
{
    SideEntry &entry = m_model.sides[static_cast<size_t>(index)];
    entry.firstUnit = static_cast<int>(m_model.units.size());
    std::vector<int> copies(entry.side.texts.size(), -1);
    if (entry.role == PartRole::DiagramDrawing) {
        copies = diagramCopies(entry.side);
    }
    for (size_t i = 0; i < entry.side.texts.size(); ++i) {
        TextUnit unit;
        unit.part = entry.part->name;
        unit.place = entry.side.texts[i].place;
        if (!unit.place.empty() && unit.place.front().number == 0) {
            unit.place.front().number = number;
        }
        unit.text = entry.side.texts[i].text;
        unit.copyOf = copies[i];
        UnitOrigin origin;
        origin.side = index;
        origin.text = static_cast<int>(i);
        addUnit(std::move(unit), std::move(origin), std::nullopt);
    }
    m_inventory.add(HiddenKind::CroppedAreas,
                    countCrops(entry.side.xml.document.document_element()), entry.part->name);
    const Part *workbook = relatedPart(m_package, *entry.part, entry.side.workbook);
    const bool mayStay = m_files.find(workbook) >= 0;
    if (mayStay) {
        m_shownFiles.insert(workbook);
    }
    for (const auto &[kind, count] : entry.side.hidden) {
        if (!mayStay || kind != HiddenKind::ChartData) {
            m_inventory.add(kind, count, entry.part->name);
        }
    }
}

/// Units that a diagram's drawing repeats: those of the data part that shares most texts with it.
std::vector<int> DocxReader::diagramCopies(const SidePart &drawing) const
{
    std::vector<int> best(drawing.texts.size(), -1);
    qsizetype most = 0;
    for (size_t i = 0; i < m_model.sides.size(); ++i) {
        if (m_model.sides[i].role != PartRole::DiagramData) {
            continue;
        }
        std::vector<int> copies = copiesOf(drawing, m_model.sides[i].side);
        const auto found =
            std::count_if(copies.begin(), copies.end(), [](int at) { return at >= 0; });
        if (found > most) {
            most = found;
            for (int &at : copies) {
                at = at < 0 ? -1 : at + m_model.sides[i].firstUnit;
            }
            best = std::move(copies);
        }
    }
    return best;
}

const Part *DocxModel::partOf(PartRole role) const
{
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&](const RoledPart &roled) { return roled.role == role; });
    return found == parts.end() ? nullptr : found->part;
}

Result<DocxModel> readModel(const Package &package, const StoryTrees &trees,
                            const EmbeddedFiles &files, const QString &path,
                            const base::JobContext &job)
{
    return DocxReader(package, trees, files, path, job).run();
}

}   // namespace expunge::formats::ooxml
