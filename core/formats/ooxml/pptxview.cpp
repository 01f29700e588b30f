// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/pptxview.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/drawablepicture.h"

#include <QHash>

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using document::Slide;
using document::SlideShape;

namespace {

constexpr double unitsPerPoint = 12700;   // ECMA-376 part 1, 20.1.10.16

/// Builds the views of one presentation.
class ViewBuilder
{
public:
    ViewBuilder(const DeckModel &model, const Package &package)
        : m_model(model)
        , m_package(package)
    {
    }

    DeckView run();

private:
    Slide slideOf(const DeckTree &tree);
    void addShapes(const DeckTree &tree, bool placeholders, std::vector<SlideShape> &shapes);
    SlideShape shapeOf(const ReadShape &read, const DeckTree &tree);
    std::vector<FlowBlock> blocksOf(const ReadShape &read, const DeckTree &tree);
    void settle(FlowBlock &block, const DeckTree &tree);
    void addSideTexts(const QString &relation, const DeckTree &tree,
                      std::vector<FlowBlock> &blocks) const;
    int pictureIndex(const QString &relation, const DeckTree &tree);
    const Part *targetOf(const QString &relation, const DeckTree &tree) const;
    const DeckTree *treeBehind(const DeckTree &tree, DeckRole role) const;
    void addNotes(const DeckTree &tree, Slide &slide);
    void addLooseUnits();

    const DeckModel &m_model;
    const Package &m_package;
    DeckView m_view;
    QHash<QString, int> m_pictures;
};

DeckView ViewBuilder::run()
{
    for (const int index : m_model.slides) {
        m_view.slides.push_back(slideOf(*m_model.trees[static_cast<size_t>(index)]));
    }
    for (const auto &tree : m_model.trees) {
        if (tree->deck.role == DeckRole::Slide || tree->deck.role == DeckRole::Notes) {
            continue;
        }
        FlowBlock story;
        story.kind = FlowKind::Body;
        for (const ReadShape &shape : tree->content.shapes) {
            for (FlowBlock &block : blocksOf(shape, *tree)) {
                story.children.push_back(std::move(block));
            }
        }
        if (!story.children.empty()) {
            m_view.flow.stories.push_back(std::move(story));
        }
    }
    addLooseUnits();
    return std::move(m_view);
}

const DeckTree *ViewBuilder::treeBehind(const DeckTree &tree, DeckRole role) const
{
    const DeckPart *part = m_model.parts.target(m_package, *tree.deck.part, role);
    return part == nullptr ? nullptr : m_model.treeOf(part->part);
}

Slide ViewBuilder::slideOf(const DeckTree &tree)
{
    Slide slide;
    slide.number = tree.slide + 1;
    const pugi::xml_node root = tree.xml.document.document_element();
    slide.hidden = !root.attribute("show").as_bool(true);
    slide.width = m_model.width / unitsPerPoint;
    slide.height = m_model.height / unitsPerPoint;
    const Paint ground = m_model.lookOf(m_package, tree).background();
    slide.filled = ground.kind == Paint::Kind::Colour;
    slide.fill = ground.colour;
    const DeckTree *layout = treeBehind(tree, DeckRole::Layout);
    if (layout != nullptr && root.attribute("showMasterSp").as_bool(true)) {
        const DeckTree *master = treeBehind(*layout, DeckRole::Master);
        const pugi::xml_node page = layout->xml.document.document_element();
        if (master != nullptr && page.attribute("showMasterSp").as_bool(true)) {
            addShapes(*master, false, slide.shapes);
        }
        addShapes(*layout, false, slide.shapes);
    }
    addShapes(tree, true, slide.shapes);
    if (const DeckTree *notes = treeBehind(tree, DeckRole::Notes)) {
        addNotes(*notes, slide);
    }
    return slide;
}

/// Placeholders of layouts and masters are drawn by the slides that fill them.
void ViewBuilder::addShapes(const DeckTree &tree, bool placeholders,
                            std::vector<SlideShape> &shapes)
{
    for (const ReadShape &read : tree.content.shapes) {
        const bool left = read.fallback || is(read.node, "p:grpSp") || !read.placed
                          || (read.placeholder && !placeholders);
        if (!left) {
            shapes.push_back(shapeOf(read, tree));
        }
    }
}

SlideShape ViewBuilder::shapeOf(const ReadShape &read, const DeckTree &tree)
{
    SlideShape shape;
    shape.x = read.frame.x / unitsPerPoint;
    shape.y = read.frame.y / unitsPerPoint;
    shape.width = read.frame.width / unitsPerPoint;
    shape.height = read.frame.height / unitsPerPoint;
    shape.rotation = read.frame.rotation;
    shape.hidden = read.hidden;
    shape.offSlide = read.offSlide;
    shape.filled = read.fill.kind == Paint::Kind::Colour;
    shape.fill = read.fill.colour;
    shape.outlined = read.outline.kind == Paint::Kind::Colour;
    shape.outline = read.outline.colour;
    shape.blocks = blocksOf(read, tree);
    return shape;
}

std::vector<FlowBlock> ViewBuilder::blocksOf(const ReadShape &read, const DeckTree &tree)
{
    std::vector<FlowBlock> blocks = read.blocks;
    for (FlowBlock &block : blocks) {
        settle(block, tree);
    }
    if (!read.frameRelation.isEmpty()) {
        addSideTexts(read.frameRelation, tree, blocks);
    }
    return blocks;
}

/// Gives a block the indexes of the whole presentation.
void ViewBuilder::settle(FlowBlock &root, const DeckTree &tree)
{
    std::vector<FlowBlock *> blocks{&root};
    while (!blocks.empty()) {
        FlowBlock &block = *blocks.back();
        blocks.pop_back();
        block.unit = block.unit < 0 ? -1 : block.unit + tree.firstUnit;
        for (document::FlowRun &run : block.runs) {
            run.unit += tree.firstUnit;
        }
        if (block.pictureIndex >= 0) {
            const auto position = static_cast<size_t>(block.pictureIndex);
            block.pictureIndex = pictureIndex(tree.content.story.pictureRelations[position], tree);
        }
        if (block.kind == FlowKind::Picture && block.pictureIndex < 0
            && block.placeholder.isEmpty()) {
            block.placeholder = u"picture"_s;
        }
        for (FlowBlock &child : block.children) {
            blocks.push_back(&child);
        }
    }
}

const Part *ViewBuilder::targetOf(const QString &relation, const DeckTree &tree) const
{
    for (const Relationship &relationship : tree.deck.part->relationships) {
        if (relationship.id == relation && !relationship.external) {
            return m_package.find(relationship.target);
        }
    }
    return nullptr;
}

int ViewBuilder::pictureIndex(const QString &relation, const DeckTree &tree)
{
    const Part *part = targetOf(relation, tree);
    if (part == nullptr || !isDrawable(part->bytes)) {
        return -1;
    }
    auto known = m_pictures.find(part->name);
    if (known == m_pictures.end()) {
        known = m_pictures.insert(part->name, static_cast<int>(m_view.flow.pictures.size()));
        m_view.flow.pictures.push_back({part->bytes});
    }
    return known.value();
}

/// The texts of a chart or diagram below its place.
void ViewBuilder::addSideTexts(const QString &relation, const DeckTree &tree,
                               std::vector<FlowBlock> &blocks) const
{
    const Part *part = targetOf(relation, tree);
    for (const DeckSide &side : m_model.sides) {
        for (size_t i = 0; side.deck.part == part && i < side.side.texts.size(); ++i) {
            FlowBlock block;
            block.unit = side.firstUnit + static_cast<int>(i);
            block.runs.push_back(
                {block.unit, 0, static_cast<int>(side.side.texts[i].text.size()), {}});
            blocks.push_back(std::move(block));
        }
    }
}

void ViewBuilder::addNotes(const DeckTree &tree, Slide &slide)
{
    for (const ReadShape &shape : tree.content.shapes) {
        for (FlowBlock &block : blocksOf(shape, tree)) {
            const bool says = block.kind != FlowKind::Paragraph || !block.runs.empty();
            if (says && !shape.fallback) {
                slide.notes.push_back(std::move(block));
            }
        }
    }
}

/// Names of sections and shows.
void ViewBuilder::addLooseUnits()
{
    const DeckTree &main = *m_model.trees.front();
    FlowBlock story;
    story.kind = FlowKind::Body;
    for (size_t i = 0; i < main.content.story.units.size(); ++i) {
        FlowBlock block;
        block.unit = main.firstUnit + static_cast<int>(i);
        block.runs.push_back(
            {block.unit, 0, static_cast<int>(main.content.story.units[i].text.size()), {}});
        story.children.push_back(std::move(block));
    }
    if (!story.children.empty()) {
        m_view.flow.stories.push_back(std::move(story));
    }
}

}   // namespace

DeckView buildDeckView(const DeckModel &model, const Package &package)
{
    return ViewBuilder(model, package).run();
}

}   // namespace expunge::formats::ooxml
