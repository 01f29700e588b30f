// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/flowlayout.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace expunge::ui {

using document::FlowBlock;
using document::FlowKind;
using document::FlowRun;

namespace {

/// Translation context of the captions above stories.
class FlowCaption
{
    Q_DECLARE_TR_FUNCTIONS(FlowCaption)
};

QString captionOf(FlowKind kind)
{
    switch (kind) {
    case FlowKind::Header:
        return FlowCaption::tr("Header");
    case FlowKind::Footer:
        return FlowCaption::tr("Footer");
    case FlowKind::Footnotes:
        return FlowCaption::tr("Footnotes");
    case FlowKind::Endnotes:
        return FlowCaption::tr("Endnotes");
    case FlowKind::Comments:
        return FlowCaption::tr("Comments");
    case FlowKind::Hidden:
        return FlowCaption::tr("Not on the pages");
    case FlowKind::Body:
    case FlowKind::Paragraph:
    case FlowKind::Table:
    case FlowKind::Row:
    case FlowKind::Cell:
    case FlowKind::TextBox:
    case FlowKind::Picture:
    case FlowKind::PageBreak:
        break;
    }
    return {};
}

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

/// A story of the units that hold something to be decided and that no other story shows.
FlowBlock extraStory(const document::Document &document, const document::Flow &flow,
                     const std::set<int> &extraUnits)
{
    std::set<int> shown;
    for (const FlowBlock &story : flow.stories) {
        collectUnits(story, &shown);
    }
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

}   // namespace

void FlowLayout::setDocument(std::shared_ptr<const document::Document> document,
                             const std::set<int> &extraUnits)
{
    m_items.clear();
    m_tops.clear();
    m_paragraphs.clear();
    m_byUnit.clear();
    m_document = std::move(document);
    m_flow = {};
    if (!m_document) {
        m_context.units = nullptr;
        updateTops();
        return;
    }
    m_flow = m_document->flow();
    if (m_flow.stories.empty()) {
        m_flow = plainFlow(*m_document);
    }
    FlowBlock extra = extraStory(*m_document, m_flow, extraUnits);
    if (!extra.children.empty()) {
        m_flow.stories.push_back(std::move(extra));
    }
    m_pictures.setPictures(std::move(m_flow.pictures));
    m_flow.pictures.clear();
    m_context.units = &m_document->textUnits();
    m_context.pictures = &m_pictures;
    for (const FlowBlock &story : m_flow.stories) {
        addStory(story);
    }
    setGeometry(m_width, m_context.style);
}

void FlowLayout::addStory(const FlowBlock &story)
{
    if (story.children.empty()) {
        return;
    }
    const bool aside = story.kind != FlowKind::Body;
    if (aside) {
        Item caption;
        caption.caption = captionOf(story.kind);
        caption.aside = true;
        caption.firstParagraph = paragraphCount();
        m_items.push_back(std::move(caption));
    }
    for (const FlowBlock &block : story.children) {
        if (block.kind == FlowKind::Table) {
            for (const FlowBlock &row : block.children) {
                addItem(row, &block, aside);
            }
        } else {
            addItem(block, nullptr, aside);
        }
    }
}

void FlowLayout::addItem(const FlowBlock &block, const FlowBlock *table, bool aside)
{
    Item item;
    item.block = &block;
    item.table = table;
    item.aside = aside;
    item.firstParagraph = paragraphCount();
    collect(block, itemCount());
    m_items.push_back(std::move(item));
}

void FlowLayout::collect(const FlowBlock &block, int item)
{
    if (block.kind == FlowKind::Paragraph) {
        const int number = paragraphCount();
        m_paragraphs.push_back({&block, item});
        for (const FlowRun &run : block.runs) {
            const auto [from, to] = m_byUnit.equal_range(run.unit);
            if (std::none_of(from, to,
                             [number](const auto &entry) { return entry.second == number; })) {
                m_byUnit.emplace(run.unit, number);
            }
        }
    }
    for (const FlowBlock &child : block.children) {
        collect(child, item);
    }
}

void FlowLayout::setGeometry(double width, const FlowStyle &style)
{
    m_width = std::max(80.0, width);
    m_context.style = style;
    for (Item &item : m_items) {
        item.laid.reset();
        item.height = item.block ? estimatedHeight(*item.block, m_width, style)
                                 : QFontMetricsF(style.font).height() * 2.4;
    }
    updateTops();
}

void FlowLayout::updateTops()
{
    m_tops.resize(m_items.size() + 1);
    double y = 0;
    for (size_t i = 0; i < m_items.size(); ++i) {
        m_tops[i] = y;
        y += m_items[i].height;
    }
    m_tops[m_items.size()] = y;
}

int FlowLayout::itemAt(double y) const
{
    if (m_items.empty()) {
        return -1;
    }
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    const auto index = static_cast<int>(after - m_tops.begin()) - 1;
    return std::clamp(index, 0, itemCount() - 1);
}

double FlowLayout::ensure(int index)
{
    Item &item = m_items.at(static_cast<size_t>(index));
    if (item.laid || !item.block) {
        return 0;
    }
    int paragraph = item.firstParagraph;
    item.laid = std::make_unique<FlowItem>(*item.block, &paragraph, m_context);
    double height = 0;
    if (item.table) {
        height = item.laid->layOutRow({}, columnWidths(*item.table, m_width, m_context.style),
                                      m_context);
        height += item.block == &item.table->children.back() ? 12 : 0;
    } else {
        height = item.laid->layOut({}, m_width, m_context);
    }
    const double change = height - item.height;
    item.height = height;
    if (change != 0) {
        updateTops();
    }
    return change;
}

int FlowLayout::itemOfParagraph(int paragraph) const
{
    return m_paragraphs.at(static_cast<size_t>(paragraph)).item;
}

const FlowBlock &FlowLayout::block(int paragraph) const
{
    return *m_paragraphs.at(static_cast<size_t>(paragraph)).block;
}

std::vector<int> FlowLayout::paragraphsOf(int unit) const
{
    std::vector<int> result;
    const auto [from, to] = m_byUnit.equal_range(unit);
    for (auto entry = from; entry != to; ++entry) {
        result.push_back(entry->second);
    }
    return result;
}

FlowLayout::Place FlowLayout::place(int paragraph)
{
    if (paragraph < 0 || paragraph >= paragraphCount()) {
        return {};
    }
    const int index = itemOfParagraph(paragraph);
    Place result;
    result.shift = ensure(index);
    item(index)->visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
        if (number == paragraph) {
            result.layout = &layout;
            result.at = at + QPointF(0, top(index));
        }
    });
    return result;
}

int FlowLayout::paragraphAt(QPointF point)
{
    const int index = itemAt(point.y());
    if (index < 0) {
        return -1;
    }
    ensure(index);
    const FlowItem *laid = item(index);
    int best = -1;
    double bestDistance = 0;
    if (laid) {
        const QPointF local = point - QPointF(0, top(index));
        laid->visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
            const double dy =
                std::max({at.y() - local.y(), local.y() - at.y() - layout.height(), 0.0});
            const double dx = std::max(at.x() - local.x(), 0.0);
            // Cells of a row stand side by side: the last one that begins left of the point wins.
            const double distance = dy * 4 + dx + (dx > 0 ? 0 : (local.x() - at.x()) * 0.001);
            if (best < 0 || distance < bestDistance) {
                best = number;
                bestDistance = distance;
            }
        });
    }
    return best;
}

}   // namespace expunge::ui
