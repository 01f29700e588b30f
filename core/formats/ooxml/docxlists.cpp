// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/picturescrub.h"
#include "core/formats/ooxml/docxreader.h"
#include "core/formats/ooxml/embeddedobjects.h"
#include "core/formats/ooxml/loosetexts.h"
#include "core/formats/ooxml/picturecrop.h"
#include "core/formats/ooxml/trackedchanges.h"

#include <algorithm>

namespace expunge::formats::ooxml {

using document::HiddenKind;
using document::TextUnit;

void DocxReader::addLoose()
{
    for (const RoledPart &roled : m_model.parts) {
        pugi::xml_node tree;
        for (const auto &story : m_model.stories) {
            tree = story->part == roled.part ? story->xml.document.document_element() : tree;
        }
        for (LooseText &loose : looseTexts(roled, tree)) {
            TextUnit unit;
            unit.part = roled.part->name;
            unit.place = std::move(loose.place);
            unit.text = std::move(loose.text);
            if (loose.kind && loose.counts) {
                m_inventory.add(*loose.kind, 1, roled.part->name, unit.text);
            }
            addUnit(std::move(unit), {}, loose.kind);
        }
    }
}

/// The texts of files that stand in this one, and the files as items of their own.
void DocxReader::addEmbedded()
{
    for (const RoledPart &roled : m_model.parts) {
        const int index = m_files.find(roled.part);
        const bool file =
            roled.kind == HiddenKind::EmbeddedFiles || roled.kind == HiddenKind::ChartData;
        if (index < 0 || !file || !m_shownFiles.contains(roled.part)) {
            continue;
        }
        const EmbeddedFile &embedded = m_files.all()[static_cast<size_t>(index)];
        const int first = static_cast<int>(m_model.units.size());
        m_model.embedded.push_back({index, first, {}});
        m_inventory.addFile(roled.kind, embedded);
        std::vector<TextUnit> units =
            unitsInside(embedded, static_cast<int>(m_model.embedded.size()), first);
        for (size_t i = 0; i < units.size(); ++i) {
            UnitOrigin origin;
            origin.embedded = index;
            origin.text = static_cast<int>(i);
            addUnit(std::move(units[i]), std::move(origin), std::nullopt);
        }
        joinCharts(roled.part, first);
    }
}

/// What charts repeat of the workbook whose units begin here.
void DocxReader::joinCharts(const Part *workbook, int first)
{
    std::vector<ChartCell> pairs;
    for (const SideEntry &entry : m_model.sides) {
        if (relatedPart(m_package, *entry.part, entry.side.workbook) == workbook) {
            const auto found = chartCells(entry.side, entry.firstUnit, m_model.units, first);
            pairs.insert(pairs.end(), found.begin(), found.end());
        }
    }
    const auto others = joinCopies(m_model.units, pairs);
    m_model.chartCells.insert(m_model.chartCells.end(), others.begin(), others.end());
}

bool DocxReader::isListedFile(const Part &part) const
{
    return std::any_of(m_model.embedded.begin(), m_model.embedded.end(),
                       [&](const EmbeddedPlace &place) {
                           return m_files.all()[static_cast<size_t>(place.file)].part == &part;
                       });
}

void DocxReader::listParts()
{
    const bool chartsTell =
        std::any_of(m_model.sides.begin(), m_model.sides.end(), [](const SideEntry &entry) {
            return entry.side.hidden.contains(HiddenKind::ChartData);
        });
    for (const RoledPart &roled : m_model.parts) {
        const bool counted =
            roled.kind == HiddenKind::Comments || roled.kind == HiddenKind::CustomProperties
            || (roled.kind == HiddenKind::ChartData && chartsTell) || isListedFile(*roled.part);
        if (roled.role == PartRole::Removed && !counted) {
            m_inventory.add(roled.kind, 1, roled.part->name);
        }
    }
    for (const RoledPart &roled : m_model.parts) {
        if (roled.role == PartRole::Picture) {
            const auto clean = image::scrubPicture(roled.part->bytes);
            const HiddenKind kind =
                clean ? HiddenKind::PictureMetadata : HiddenKind::PictureFormats;
            m_inventory.add(kind, clean ? clean->removed : 1, roled.part->name);
        }
    }
    for (const QString &entry : m_package.strayEntries()) {
        m_inventory.add(HiddenKind::UnreachableParts, 1, entry);
    }
    m_inventory.add(HiddenKind::ArchiveTraces, m_package.archiveTraces(), {});
    m_model.warnings = m_package.warnings();
}

void DocxReader::listTraces(const StoryPart &story)
{
    const pugi::xml_node root = story.xml.document.document_element();
    const QString &name = story.part->name;
    QString deleted;
    for (const StoryUnit &unit : story.story.units) {
        if (unit.hidden == HiddenKind::TrackedChanges && deleted.isEmpty()) {
            deleted = unit.text;
        }
    }
    m_inventory.add(HiddenKind::TrackedChanges, countTrackedChanges(root), name, deleted);
    if (story.role == PartRole::Comments) {
        m_inventory.add(HiddenKind::Comments, std::max(story.story.notes, 1), name,
                        story.story.units.empty() ? QString() : story.story.units.front().text);
    }
    m_inventory.add(HiddenKind::MarkupComments, story.xml.comments, name);
    m_inventory.add(HiddenKind::UnknownMarkup, story.xml.unknown, name);
    m_inventory.add(HiddenKind::CroppedAreas, countCrops(root), name);
    for (const HiddenNode &hidden : story.story.hiddenNodes) {
        m_inventory.add(hidden.kind, 1, name);
    }
}

void DocxReader::settleHidden()
{
    // whatever has a kind has an item, also where damaged markup was counted as nothing
    const std::vector<document::HiddenItem> counted = m_inventory.items();
    for (size_t i = 0; i < m_model.units.size(); ++i) {
        const TextUnit &unit = m_model.units[i];
        if (m_unitKinds[i] && HiddenInventory::idOf(counted, *m_unitKinds[i]).isEmpty()) {
            m_inventory.add(*m_unitKinds[i], 1, unit.part, unit.text);
        }
    }
    m_model.hidden = m_inventory.items();
    for (size_t i = 0; i < m_model.units.size(); ++i) {
        if (m_unitKinds[i]) {
            m_model.units[i].hiddenItem = HiddenInventory::idOf(m_model.hidden, *m_unitKinds[i]);
        }
    }
    for (EmbeddedPlace &place : m_model.embedded) {
        const EmbeddedFile &file = m_files.all()[static_cast<size_t>(place.file)];
        place.item = itemOf(m_model.hidden, file);
        for (size_t i = 0; i < file.units.size(); ++i) {
            m_model.units[static_cast<size_t>(place.firstUnit) + i].hiddenItem = place.item;
        }
    }
}

}   // namespace expunge::formats::ooxml
