// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/picturescrub.h"
#include "core/formats/ooxml/embeddedobjects.h"
#include "core/formats/ooxml/fontnames.h"
#include "core/formats/ooxml/presentationloose.h"
#include "core/formats/ooxml/presentationreader.h"

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::Result;
using document::HiddenKind;
using document::Place;
using document::PlaceKind;
using document::TextUnit;

void DeckReader::addTreeUnits(DeckTree &tree)
{
    tree.firstUnit = static_cast<int>(m_model->units.size());
    const int index = treeIndex(tree);
    for (size_t i = 0; i < tree.content.story.units.size(); ++i) {
        const StoryUnit &read = tree.content.story.units[i];
        TextUnit unit;
        unit.part = tree.deck.part->name;
        unit.place = read.place;
        unit.text = read.text;
        unit.copyOf = read.copyOf < 0 ? -1 : read.copyOf + tree.firstUnit;
        DeckOrigin origin;
        origin.tree = index;
        origin.unit = static_cast<int>(i);
        addUnit(std::move(unit), std::move(origin), tree.content.items[i]);
    }
}

void DeckReader::addLinks(const DeckTree &tree, const Place &place)
{
    int number = 0;
    for (const Relationship &relationship : tree.deck.part->relationships) {
        if (!relationship.external || relationship.target.isEmpty()) {
            continue;
        }
        const bool link = relationshipKind(relationship.type) == u"hyperlink"_s;
        const QString &part = tree.deck.part->name;
        int item = tree.wholeItem;
        if (!link || !isWebTarget(relationship.target)) {
            item = m_inventory.add(HiddenKind::LinkedFiles, 1, part, relationship.target);
        }
        TextUnit unit;
        unit.part = part;
        unit.place = place;
        unit.place.push_back({PlaceKind::Link, ++number, {}});
        unit.text = relationship.target;
        DeckOrigin origin;
        origin.tree = treeIndex(tree);
        origin.relationship = relationship.id;
        addUnit(std::move(unit), std::move(origin), item);
    }
}

/// Charts and diagrams of a part, in the order of its relationships; what a drawing repeats comes
/// before the drawing.
Result<> DeckReader::readSides(int holder, const Part &part, const Place &place)
{
    for (const bool drawings : {false, true}) {
        for (const Relationship &relationship : part.relationships) {
            const DeckPart *deck = relationship.external
                                       ? nullptr
                                       : m_model->parts.find(m_package.find(relationship.target));
            if (deck == nullptr || !isDeckSide(deck->role) || m_sidesRead.contains(deck->part)
                || (deck->role == DeckRole::Theme) != (holder < 0)
                || (deck->role == DeckRole::DiagramDrawing) != drawings) {
                continue;
            }
            if (auto read = readSide(*deck, holder, place); !read) {
                return read;
            }
        }
    }
    return {};
}

Result<> DeckReader::readSide(const DeckPart &deck, int holder, const Place &place)
{
    m_sidesRead.insert(deck.part);
    // the role comes from the relationship; the type that the package gives may be wrong
    Part typed = *deck.part;
    typed.contentType = deckContentType(deck.role, {});
    auto side = readSidePart(typed, m_path);
    if (!side) {
        return tl::unexpected(side.error());
    }
    m_model->sides.push_back({deck, std::move(*side), 0, holder});
    addSideUnits(m_model->sides.back(), place);
    return {};
}

void DeckReader::addSideUnits(DeckSide &side, const Place &place)
{
    const int index = static_cast<int>(m_model->sides.size()) - 1;
    const int number = ++m_sideCounts[side.deck.role];
    const int item =
        side.holder < 0 ? -1 : m_model->trees[static_cast<size_t>(side.holder)]->wholeItem;
    side.firstUnit = static_cast<int>(m_model->units.size());
    std::vector<int> copies(side.side.texts.size(), -1);
    if (side.deck.role == DeckRole::DiagramDrawing) {
        copies = diagramCopies(side.side);
    }
    for (size_t i = 0; i < side.side.texts.size(); ++i) {
        const SideText &text = side.side.texts[i];
        TextUnit unit;
        unit.part = side.deck.part->name;
        unit.place = place;
        unit.place.insert(unit.place.end(), text.place.begin(), text.place.end());
        if (place.size() < unit.place.size() && unit.place[place.size()].number == 0) {
            unit.place[place.size()].number = number;
        }
        unit.text = text.text;
        unit.copyOf = copies[i];
        DeckOrigin origin;
        origin.side = index;
        origin.text = static_cast<int>(i);
        addUnit(std::move(unit), std::move(origin), item);
    }
    const Part *workbook = relatedPart(m_package, *side.deck.part, side.side.workbook);
    const bool file = m_files.find(workbook) >= 0;
    if (file) {
        m_shownFiles.insert(workbook);
    }
    for (const auto &[kind, count] : side.side.hidden) {
        if (!file || kind != HiddenKind::ChartData) {
            m_inventory.add(kind, count, side.deck.part->name);
        }
    }
}

/// Units that a diagram's drawing repeats: those of the data part that shares most texts with it.
std::vector<int> DeckReader::diagramCopies(const SidePart &drawing) const
{
    std::vector<int> best(drawing.texts.size(), -1);
    std::ptrdiff_t most = 0;
    for (const DeckSide &side : m_model->sides) {
        if (side.deck.role != DeckRole::DiagramData) {
            continue;
        }
        std::vector<int> copies = copiesOf(drawing, side.side);
        const auto found =
            std::count_if(copies.begin(), copies.end(), [](int at) { return at >= 0; });
        if (found > most) {
            most = found;
            for (int &at : copies) {
                at = at < 0 ? -1 : at + side.firstUnit;
            }
            best = std::move(copies);
        }
    }
    return best;
}

Result<> DeckReader::readThemes()
{
    for (const auto &tree : m_model->trees) {
        if (auto read = readSides(-1, *tree->deck.part, {}); !read) {
            return read;
        }
    }
    for (const DeckSide &side : m_model->sides) {   // charts and diagrams say fonts like themes
        addFonts(side.side.xml.document.document_element(), side.deck.part->name);
    }
    return {};
}

/// Fonts that not everybody has show on the slide, so that they stay unless they are redacted.
void DeckReader::addFonts(pugi::xml_node root, const QString &part)
{
    for (const QString &name : unusualFonts(root)) {
        TextUnit unit;
        unit.part = part;
        unit.place = {{PlaceKind::Other, 0, u"font name"_s}};
        unit.text = name;
        addUnit(std::move(unit), {}, -1);
    }
}

/// What only a hidden item shows: texts of the parts that go, and targets outside of the file.
void DeckReader::addLoose()
{
    for (const DeckPart &deck : m_model->parts.all()) {
        if (mayStay(deck)) {
            addEmbedded(deck);
            continue;
        }
        const QString &part = deck.part->name;
        std::vector<LooseDeckText> texts = looseDeckTexts(deck);
        const QString preview = texts.empty() ? QString() : texts.front().text;
        int item = -1;
        if (deck.role == DeckRole::Properties) {
            item = m_inventory.add(HiddenKind::Properties, static_cast<int>(texts.size()), part,
                                   preview);
        } else if (deck.role == DeckRole::Removed && !isChartData(deck)) {
            item = m_inventory.add(deck.kind, looseDeckCount(deck), part, preview);
        }
        for (LooseDeckText &loose : texts) {
            TextUnit unit;
            unit.part = part;
            unit.place = {std::move(loose.step)};
            unit.text = std::move(loose.text);
            addUnit(std::move(unit), {}, item);
        }
        if (!isDeckTree(deck.role)) {
            addTargets(*deck.part);
        }
    }
}

bool DeckReader::mayStay(const DeckPart &deck) const
{
    const bool file = deck.kind == HiddenKind::EmbeddedFiles || deck.kind == HiddenKind::ChartData;
    return deck.role == DeckRole::Removed && file && m_shownFiles.contains(deck.part)
           && m_files.find(deck.part) >= 0;
}

/// A file that stands in this one, and its texts.
void DeckReader::addEmbedded(const DeckPart &deck)
{
    const int index = m_files.find(deck.part);
    const EmbeddedFile &file = m_files.all()[static_cast<size_t>(index)];
    const int item = m_inventory.addFile(deck.kind, file);
    const int first = static_cast<int>(m_model->units.size());
    m_model->embedded.push_back({index, first, m_inventory.idOf(item)});
    std::vector<TextUnit> units =
        unitsInside(file, static_cast<int>(m_model->embedded.size()), first);
    for (size_t i = 0; i < units.size(); ++i) {
        DeckOrigin origin;
        origin.embedded = index;
        origin.text = static_cast<int>(i);
        addUnit(std::move(units[i]), std::move(origin), item);
    }
    joinCharts(deck.part, first);
}

/// What charts repeat of the workbook whose units begin here.
void DeckReader::joinCharts(const Part *workbook, int first)
{
    std::vector<ChartCell> pairs;
    for (const DeckSide &side : m_model->sides) {
        if (relatedPart(m_package, *side.deck.part, side.side.workbook) == workbook) {
            const auto found = chartCells(side.side, side.firstUnit, m_model->units, first);
            pairs.insert(pairs.end(), found.begin(), found.end());
        }
    }
    const auto others = joinCopies(m_model->units, pairs);
    m_model->chartCells.insert(m_model->chartCells.end(), others.begin(), others.end());
}

void DeckReader::addTargets(const Part &part)
{
    for (const Relationship &relationship : part.relationships) {
        if (relationship.external && !relationship.target.isEmpty()) {
            TextUnit unit;
            unit.part = part.name;
            unit.place = {{PlaceKind::Link, 0, {}}};
            unit.text = relationship.target;
            addUnit(std::move(unit), {},
                    m_inventory.add(HiddenKind::LinkedFiles, 1, part.name, relationship.target));
        }
    }
}

/// The workbook behind a chart, where the chart itself tells of it.
bool DeckReader::isChartData(const DeckPart &deck) const
{
    return deck.kind == HiddenKind::ChartData
           && std::any_of(m_model->sides.begin(), m_model->sides.end(), [](const DeckSide &side) {
                  return side.side.hidden.contains(HiddenKind::ChartData);
              });
}

void DeckReader::listPictures()
{
    for (const DeckPart &deck : m_model->parts.all()) {
        if (deck.role == DeckRole::Picture) {
            const auto clean = image::scrubPicture(deck.part->bytes);
            const HiddenKind kind =
                clean ? HiddenKind::PictureMetadata : HiddenKind::PictureFormats;
            m_inventory.add(kind, clean ? clean->removed : 1, deck.part->name);
        }
    }
    for (const QString &entry : m_package.strayEntries()) {
        m_inventory.add(HiddenKind::UnreachableParts, 1, entry);
    }
    m_inventory.add(HiddenKind::ArchiveTraces, m_package.archiveTraces(), {});
    m_model->warnings = m_package.warnings();
}

void DeckReader::addUnit(TextUnit unit, DeckOrigin origin, int item)
{
    unit.index = static_cast<int>(m_model->units.size());
    m_model->units.push_back(std::move(unit));
    m_model->origins.push_back(std::move(origin));
    m_unitItems.push_back(item);
}

}   // namespace expunge::formats::ooxml
