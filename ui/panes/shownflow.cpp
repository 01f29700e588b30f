// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/shownflow.h"

#include <QCoreApplication>

#include <algorithm>

namespace expunge::ui {

using document::FlowBlock;
using document::FlowKind;
using document::FlowRun;

namespace {

/// Translation context of the captions above stories.
class ShownFlow
{
    Q_DECLARE_TR_FUNCTIONS(ShownFlow)
};

/// One paragraph for each line of a unit, so that a plain text of many megabytes is still laid out
/// in pieces.
void addLines(FlowBlock *story, const document::TextUnit &unit)
{
    int begin = 0;
    const int size = static_cast<int>(unit.text.size());
    while (begin <= size) {
        const qsizetype stop = unit.text.indexOf(u'\n', begin);
        const int end = stop < 0 ? size : static_cast<int>(stop);
        FlowBlock paragraph;
        paragraph.unit = unit.index;
        paragraph.runs.push_back(FlowRun{unit.index, begin, end, {}});
        story->children.push_back(std::move(paragraph));
        if (stop < 0) {
            break;
        }
        begin = end + 1;
    }
}

void collectUnits(const FlowBlock &block, std::set<int> *units)
{
    for (const FlowRun &run : block.runs) {
        units->insert(run.unit);
    }
    for (const FlowBlock &child : block.children) {
        collectUnits(child, units);
    }
}

/// The flow of a format that has none of its own: what a reader sees, line by line.
document::Flow plainFlow(const document::Document &document)
{
    document::Flow flow;
    FlowBlock body;
    body.kind = FlowKind::Body;
    for (const document::TextUnit &unit : document.textUnits()) {
        if (unit.hiddenItem.isEmpty() && unit.copyOf < 0) {
            addLines(&body, unit);
        }
    }
    flow.stories.push_back(std::move(body));
    return flow;
}

/// A story of the units that hold something to be decided and that nothing else shows.
FlowBlock extraStory(const document::Document &document, const std::set<int> &shown,
                     const std::set<int> &extraUnits)
{
    FlowBlock story;
    story.kind = FlowKind::Hidden;
    for (const int index : extraUnits) {
        if (shown.contains(index) || index < 0
            || index >= static_cast<int>(document.textUnits().size())) {
            continue;
        }
        const document::TextUnit &unit = document.textUnits().at(static_cast<size_t>(index));
        FlowBlock box;
        box.kind = FlowKind::TextBox;
        addLines(&box, unit);
        story.children.push_back(std::move(box));
    }
    return story;
}

void addStory(CaptionedFlow *shown, FlowBlock story, const QString &caption)
{
    if (!story.children.empty()) {
        shown->flow.stories.push_back(std::move(story));
        shown->captions << caption;
    }
}

/// Pictures of a story that is taken from another place keep their numbers, because all blocks of
/// a document name pictures by their place in its flow.
void addRest(CaptionedFlow *shown, const document::Document &document, std::set<int> *units,
             const std::set<int> &extraUnits)
{
    document::Flow flow = document.flow();
    shown->flow.pictures = std::move(flow.pictures);
    for (FlowBlock &story : flow.stories) {
        FlowBlock rest = std::move(story);
        std::erase_if(rest.children, [units](const FlowBlock &block) {
            std::set<int> own;
            collectUnits(block, &own);
            const bool known = std::includes(units->begin(), units->end(), own.begin(), own.end());
            units->insert(own.begin(), own.end());
            return known;   // also pictures: those stand where their text would
        });
        addStory(shown, std::move(rest), {});
    }
    addStory(shown, extraStory(document, *units, extraUnits), {});
}

}   // namespace

CaptionedFlow readingFlow(const document::Document &document, const std::set<int> &extraUnits)
{
    CaptionedFlow shown;
    shown.flow = document.flow();
    if (shown.flow.stories.empty()) {
        shown.flow = plainFlow(document);
    }
    std::set<int> units;
    for (const FlowBlock &story : shown.flow.stories) {
        collectUnits(story, &units);
        shown.captions << QString();
    }
    addStory(&shown, extraStory(document, units, extraUnits), {});
    return shown;
}

CaptionedFlow besideGrids(const document::Document &document,
                          const std::vector<document::Grid> &grids, const std::set<int> &extraUnits)
{
    CaptionedFlow shown;
    std::set<int> units;
    FlowBlock names;
    names.kind = FlowKind::Body;
    for (const document::Grid &grid : grids) {
        FlowBlock floating;
        floating.kind = FlowKind::Body;
        floating.children = grid.floating;
        collectUnits(floating, &units);
        addStory(&shown, std::move(floating), ShownFlow::tr("On sheet “%1”").arg(grid.name));
        // Tabs are too small for marks, so a name with something to decide in it is shown here.
        if (extraUnits.contains(grid.nameUnit)) {
            addLines(&names, document.textUnits().at(static_cast<size_t>(grid.nameUnit)));
            units.insert(grid.nameUnit);
        }
        for (const document::GridCell &cell : grid.cells) {
            if (extraUnits.contains(cell.unit)) {
                units.insert(cell.unit);
            }
        }
    }
    addStory(&shown, std::move(names), ShownFlow::tr("Names of sheets"));
    addRest(&shown, document, &units, extraUnits);
    return shown;
}

CaptionedFlow besidePages(const document::Document &document, const std::set<int> &extraUnits)
{
    std::set<int> units;
    for (const int unit : extraUnits) {
        const bool known = unit >= 0 && unit < static_cast<int>(document.textUnits().size());
        if (known && document::pageOf(document.textUnits().at(static_cast<size_t>(unit))) > 0) {
            units.insert(unit);
        }
    }
    CaptionedFlow shown;
    addStory(&shown, extraStory(document, units, extraUnits), {});
    return shown;
}

CaptionedFlow besideSlides(const document::Document &document,
                           const std::vector<document::Slide> &slides,
                           const std::set<int> &extraUnits)
{
    CaptionedFlow shown;
    std::set<int> units;
    for (const document::Slide &slide : slides) {
        for (const document::SlideShape &shape : slide.shapes) {
            for (const FlowBlock &block : shape.blocks) {
                collectUnits(block, &units);
            }
        }
        for (const FlowBlock &block : slide.notes) {
            collectUnits(block, &units);
        }
    }
    addRest(&shown, document, &units, extraUnits);
    return shown;
}

}   // namespace expunge::ui
