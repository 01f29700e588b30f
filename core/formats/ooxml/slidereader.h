// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/presentationinventory.h"
#include "core/formats/ooxml/slidelook.h"
#include "core/formats/ooxml/story.h"

#include <set>
#include <string>
#include <vector>

namespace expunge::formats::ooxml {

/// A shape that was read.
struct ReadShape
{
    pugi::xml_node node;
    int item = -1;   // position of the hidden item that it goes with
    bool placed = false;
    ShapeFrame frame;   // on the slide, when placed
    bool placeholder = false;
    bool fallback = false;   // repeats another one for programs that cannot show that
    bool offSlide = false;
    bool hidden = false;
    Paint fill;
    Paint outline;
    size_t firstUnit = 0;                      // its texts among the units of the part
    size_t lastUnit = 0;                       // behind them
    std::vector<document::FlowBlock> blocks;   // units and pictures as Story::block has them
    QString frameRelation;                     // of the chart or diagram in it
};

/// The texts and shapes of one part of a presentation.
struct SlideStory
{
    Story story;
    std::vector<int> items;          // one a unit: position of the hidden item that it goes with
    std::vector<ReadShape> shapes;   // from back to front
};

/// What must be known to read a part.
struct SlideSurroundings
{
    document::Place place;   // {slide 4}
    QString part;
    const SlideLook *look = nullptr;
    double width = 0;   // of the slide, in the units of drawings; 0: shapes are not looked at
    double height = 0;
    int wholeItem = -1;                 // the hidden item that all of the part goes with
    std::vector<Bounds> paintedBelow;   // by layout and master
};

/// Reads a stripped part of a presentation (slidestrip.h): the same tree gives the same units.
class SlideReader
{
public:
    SlideReader(const SlideSurroundings &around, DeckInventory &inventory)
        : m_around(around)
        , m_inventory(inventory)
    {
    }

    SlideStory read(pugi::xml_node root);

private:
    /// What is known on the way down to a shape.
    struct Context
    {
        GroupSpace space;
        int item = -1;
        bool fallback = false;
    };

    void readContainer(pugi::xml_node container, const Context &context);
    void readAlternative(pugi::xml_node node, const Context &context);
    void readShape(pugi::xml_node shape, Context context);
    void readGroup(pugi::xml_node group, const Context &context, ReadShape shape);
    void readTable(pugi::xml_node table, const Context &context, const document::Place &place,
                   ReadShape &shape);
    void readCell(pugi::xml_node cell, const Context &context, const document::Place &place,
                  ReadShape &shape, document::FlowBlock &row);
    void readText(pugi::xml_node body, const Context &context, const document::Place &place,
                  bool numbered, ReadShape &shape, std::vector<document::FlowBlock> &blocks);
    document::FlowBlock readParagraph(pugi::xml_node paragraph, const Context &context,
                                      const document::Place &place, const ReadShape &shape);
    void readIdentity(pugi::xml_node identity, const Context &context,
                      const document::Place &place);
    void readToolTips(pugi::xml_node holder, const Context &context, const document::Place &place);
    void readLoose(pugi::xml_node root);
    void readAnimations(pugi::xml_node root);
    void noteUnseen(pugi::xml_node source, int level, pugi::xml_node run, const QString &text,
                    const Context &context, std::vector<int> &items);
    int hiddenItemOf(pugi::xml_node shape, ReadShape &read);
    void findCovered();
    bool isInvisible(pugi::xml_node run, int level, const ReadShape &shape) const;
    bool isOnPlainGround(const ReadShape &shape) const;
    void addUnit(StoryUnit unit, int item);
    void addAttribute(pugi::xml_node node, const char *name, const document::Place &place,
                      int item);
    void dropUnread(pugi::xml_node root);
    void linkCopies(size_t choice, size_t fallback);
    int itemOr(int item, const Context &context) const;

    const SlideSurroundings &m_around;
    DeckInventory &m_inventory;
    SlideStory m_result;
    std::set<std::string> m_animated;
    std::set<const void *> m_readNodes;
    int m_order = 0;
    int m_paragraphs = 0;
    int m_textBoxes = 0;
    int m_tables = 0;
    int m_shapes = 0;
};

/// A name that programs give to shapes of their own accord, or that a scrub gave.
bool isUsualShapeName(const QString &name);

/// What a layout or master paints itself, for the slides that lie on it.
std::vector<Bounds> paintedBounds(pugi::xml_node root, const SlideLook &look);

}   // namespace expunge::formats::ooxml
