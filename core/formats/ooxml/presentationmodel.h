// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/chartcells.h"
#include "core/formats/ooxml/embeddedscrub.h"
#include "core/formats/ooxml/presentationparts.h"
#include "core/formats/ooxml/sideparts.h"
#include "core/formats/ooxml/slidereader.h"

#include <memory>
#include <vector>

namespace expunge::formats::ooxml {

/// A part of a presentation that is read as slides are.
struct DeckTree
{
    DeckPart deck;
    XmlPart xml;
    SlideStory content;
    int firstUnit = 0;    // position of its first unit in DeckModel::units
    int wholeItem = -1;   // hidden item that all of it goes with
    int slide = -1;       // of a slide and its notes: place in the order of showing, from 0
};

/// A chart, diagram or theme.
struct DeckSide
{
    DeckPart deck;
    SidePart side;
    int firstUnit = 0;
    int holder = -1;   // tree of the slide that shows it first
};

/// Where a text unit comes from.
struct DeckOrigin
{
    int tree = -1;   // position in DeckModel::trees; -1: a text that is only shown, because it goes
                     // in any case
    int unit = -1;   // position in the tree's units
    QString relationship;   // instead of a unit: a relationship of the tree's part
    int side = -1;          // position in DeckModel::sides
    int text = -1;          // position in the side part's texts, or in EmbeddedFile::units
    int embedded = -1;      // position in EmbeddedFiles
};

/// A presentation with its trees at hand: made anew for reading and for writing, with the same
/// units each time.
struct DeckModel
{
    explicit DeckModel(DeckParts all)
        : parts(std::move(all))
    {
    }

    DeckParts parts;
    std::vector<std::unique_ptr<DeckTree>> trees;   // the presentation itself first
    std::vector<DeckSide> sides;
    std::map<const Part *, std::unique_ptr<XmlPart>> themes;   // for their colours
    std::vector<document::TextUnit> units;
    std::vector<DeckOrigin> origins;   // one a unit
    std::vector<document::HiddenItem> hidden;
    std::vector<EmbeddedPlace> embedded;   // files that may be kept
    std::vector<ChartCell> chartCells;     // of their charts, that are no copies
    std::vector<QString> warnings;
    std::vector<int> slides;   // trees in the order of showing
    double width = 0;          // of slides, in the units of drawings
    double height = 0;
    int showItem = -1;   // hidden item of sections and custom shows
    bool strict = false;

    DeckTree *treeOf(const Part *part) const;   // null if there is none

    /// Root of the tree that a part leads to in a role; null if there is none.
    pugi::xml_node rootOf(const Package &package, const Part &from, DeckRole role) const;

    /// The layout, master and theme behind a part.
    SlideLook lookOf(const Package &package, const DeckTree &tree) const;
};

base::Result<std::unique_ptr<DeckModel>> readDeck(const Package &package,
                                                  const EmbeddedFiles &files, const QString &path,
                                                  const base::JobContext &job);

/// A link that a reader of the slides can follow, not one to a file of the author.
bool isWebTarget(const QString &target);

}   // namespace expunge::formats::ooxml
