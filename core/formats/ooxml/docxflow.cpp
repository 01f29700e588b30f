// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/docxmodel.h"
#include "core/formats/ooxml/drawablepicture.h"

#include <QHash>

#include <array>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::Flow;
using document::FlowBlock;
using document::FlowKind;

namespace {

/// Gives the blocks of one story the indexes of the whole document.
class BlockShift
{
public:
    BlockShift(const StoryPart &story, const Package &package, Flow &flow,
               QHash<QString, int> &pictures)
        : m_story(story)
        , m_package(package)
        , m_flow(flow)
        , m_pictures(pictures)
    {
    }

    void shift(FlowBlock &root, int firstUnit)
    {
        std::vector<FlowBlock *> blocks{&root};
        while (!blocks.empty()) {
            FlowBlock &block = *blocks.back();
            blocks.pop_back();
            block.unit = block.unit < 0 ? -1 : block.unit + firstUnit;
            for (document::FlowRun &run : block.runs) {
                run.unit += firstUnit;
            }
            if (block.kind == FlowKind::Picture && block.pictureIndex >= 0) {
                place(block);
            }
            for (FlowBlock &child : block.children) {
                blocks.push_back(&child);
            }
        }
    }

private:
    void place(FlowBlock &block)
    {
        const QString id = m_story.story.pictureRelations[static_cast<size_t>(block.pictureIndex)];
        block.pictureIndex = -1;
        for (const Relationship &relationship : m_story.part->relationships) {
            if (relationship.id != id || relationship.external) {
                continue;
            }
            const Part *part = m_package.find(relationship.target);
            if (part == nullptr || !isDrawable(part->bytes)) {
                continue;
            }
            auto known = m_pictures.find(part->name);
            if (known == m_pictures.end()) {
                known = m_pictures.insert(part->name, static_cast<int>(m_flow.pictures.size()));
                m_flow.pictures.push_back({part->bytes});
            }
            block.pictureIndex = known.value();
        }
        if (block.pictureIndex < 0) {
            block.placeholder = u"picture"_s;
        }
    }

    const StoryPart &m_story;
    const Package &m_package;
    Flow &m_flow;
    QHash<QString, int> &m_pictures;
};

}   // namespace

Flow buildFlow(const DocxModel &model, const Package &package)
{
    Flow flow;
    QHash<QString, int> pictures;
    std::vector<int> firstUnits(model.stories.size(), 0);
    for (size_t i = model.origins.size(); i-- > 0;) {
        if (model.origins[i].story >= 0 && model.origins[i].unit == 0) {
            firstUnits[static_cast<size_t>(model.origins[i].story)] = static_cast<int>(i);
        }
    }
    constexpr std::array order{StoryKind::Header,    StoryKind::Body,     StoryKind::Footer,
                               StoryKind::Footnotes, StoryKind::Endnotes, StoryKind::Comments};
    for (StoryKind kind : order) {
        for (size_t i = 0; i < model.stories.size(); ++i) {
            const StoryPart &story = *model.stories[i];
            if (story.story.kind != kind || story.story.block.children.empty()) {
                continue;
            }
            FlowBlock block = story.story.block;
            BlockShift(story, package, flow, pictures).shift(block, firstUnits[i]);
            flow.stories.push_back(std::move(block));
        }
    }
    return flow;
}

}   // namespace expunge::formats::ooxml
