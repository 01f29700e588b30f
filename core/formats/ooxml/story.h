// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"
#include "core/document/hiddenitem.h"
#include "core/document/textunit.h"
#include "core/formats/ooxml/fieldmap.h"

#include <pugixml.hpp>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace expunge::formats::ooxml {

enum class PieceKind {
    Text,        // the character data of an element: w:t, m:t, w:delText, w:instrText
    Mark,        // an element that stands for one character: w:tab, w:br, w:noBreakHyphen
    Attribute,   // the value of an attribute
};

/// The node behind a range of a unit's text.
struct Piece
{
    PieceKind kind = PieceKind::Text;
    pugi::xml_node node;
    pugi::xml_attribute attribute;
    int begin = 0;
    int end = 0;
    int order = 0;           // place among all pieces of the story
    bool inserted = false;   // by a tracked change
};

/// Which text of a paragraph a unit holds.
enum class Layer {
    Main,        // what the page shows
    Shadow,      // inline text of a fallback drawing
    Deleted,     // text that a tracked change takes out
    Hidden,      // formatted not to show
    Invisible,   // white or tiny
    Code,        // a field's code
    Extra,       // an attribute, a target
    Restored,    // what the paragraph reads when its changes are undone: pieces of Main and Deleted
};

/// A text unit while the tree it was read from is at hand.
struct StoryUnit
{
    QString text;
    document::Place place;
    std::optional<document::HiddenKind> hidden;
    Layer layer = Layer::Main;
    std::vector<Piece> pieces;
    int key = 0;         // unique in its story; what flow runs name while reading
    int copyOf = -1;     // key of the unit that it repeats, later its position in the story
    int paragraph = 0;   // units of one paragraph share it
    std::string note;    // id of the footnote or endnote that it stands in
    int field = -1;      // Code: position in Story::fields
};

/// A hidden node that goes as a whole: a drawing in a hidden run.
struct HiddenNode
{
    document::HiddenKind kind = document::HiddenKind::HiddenText;
    pugi::xml_node node;
};

enum class StoryKind { Body, Header, Footer, Footnotes, Endnotes, Comments };

/// Everything read from one story part: units in reading order, fields, and the blocks that show
/// it.
struct Story
{
    StoryKind kind = StoryKind::Body;
    std::vector<StoryUnit> units;
    std::vector<Field> fields;
    std::vector<HiddenNode> hiddenNodes;
    document::FlowBlock block;   // pictureIndex counts in pictureRelations, units in `units`
    std::vector<QString> pictureRelations;
    std::set<std::string> shownNotes;     // "f2", "e3": notes whose marks a page shows
    std::set<std::string> deletedNotes;   // and those whose marks tracked changes take out
    int notes = 0;                        // footnotes, endnotes or comments
};

}   // namespace expunge::formats::ooxml
