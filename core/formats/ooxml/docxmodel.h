// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/chartcells.h"
#include "core/formats/ooxml/embeddedscrub.h"
#include "core/formats/ooxml/partroles.h"
#include "core/formats/ooxml/sideparts.h"
#include "core/formats/ooxml/story.h"
#include "core/formats/ooxml/storytrees.h"

#include <memory>
#include <vector>

namespace expunge::formats::ooxml {

/// A story part, parsed and read.
struct StoryPart
{
    const Part *part = nullptr;
    PartRole role = PartRole::Document;
    int number = 1;   // headers and footers are counted
    XmlPart xml;
    Story story;
};

/// A part that is no story but stays: styles, lists, charts, diagrams.
struct SideEntry
{
    const Part *part = nullptr;
    PartRole role = PartRole::Styles;
    SidePart side;
    int firstUnit = 0;
};

/// Where a text unit comes from.
struct UnitOrigin
{
    int story = -1;   // position in DocxModel::stories; -1: a text that is only shown, because it
                      // goes in any case
    int unit = -1;    // position in the story's units
    QString relationship;   // instead of a unit: the target of this relationship of the story
    int side = -1;          // position in DocxModel::sides
    int text = -1;          // position in the side part's texts, or in EmbeddedFile::units
    int embedded = -1;      // position in EmbeddedFiles
};

/// A Word package with its trees at hand: made anew for reading and for writing, with the same
/// units each time.
struct DocxModel
{
    std::vector<RoledPart> parts;
    std::vector<std::unique_ptr<StoryPart>> stories;
    std::vector<SideEntry> sides;
    std::vector<document::TextUnit> units;
    std::vector<UnitOrigin> origins;   // one a unit
    std::vector<document::HiddenItem> hidden;
    std::vector<EmbeddedPlace> embedded;   // files that may be kept
    std::vector<ChartCell> chartCells;     // of their charts, that are no copies
    std::vector<QString> warnings;

    const Part *partOf(PartRole role) const;   // first of its role; null if there is none
};

base::Result<DocxModel> readModel(const Package &package, const StoryTrees &trees,
                                  const EmbeddedFiles &files, const QString &path,
                                  const base::JobContext &job);

/// The model as a reader sees it.
document::Flow buildFlow(const DocxModel &model, const Package &package);

}   // namespace expunge::formats::ooxml
