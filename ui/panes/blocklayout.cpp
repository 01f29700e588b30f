// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/blocklayout.h"

#include <algorithm>

namespace expunge::ui {

BlockLayout::~BlockLayout() = default;

void BlockLayout::clearParagraphs()
{
    m_tops.clear();
    m_paragraphs.clear();
    m_byUnit.clear();
}

void BlockLayout::collect(const document::FlowBlock &block, int item)
{
    if (block.kind == document::FlowKind::Paragraph) {
        const int number = paragraphCount();
        m_paragraphs.push_back({&block, item});
        for (const document::FlowRun &run : block.runs) {
            const auto [from, to] = m_byUnit.equal_range(run.unit);
            if (std::none_of(from, to,
                             [number](const auto &entry) { return entry.second == number; })) {
                m_byUnit.emplace(run.unit, number);
            }
        }
    }
    for (const document::FlowBlock &child : block.children) {
        collect(child, item);
    }
}

void BlockLayout::updateTops()
{
    const auto count = static_cast<size_t>(itemCount());
    m_tops.resize(count + 1);
    double y = 0;
    for (size_t i = 0; i < count; ++i) {
        m_tops[i] = y;
        y += itemHeight(static_cast<int>(i));
    }
    m_tops[count] = y;
}

int BlockLayout::itemAt(double y) const
{
    if (itemCount() == 0) {
        return -1;
    }
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    const auto index = static_cast<int>(after - m_tops.begin()) - 1;
    return std::clamp(index, 0, itemCount() - 1);
}

int BlockLayout::itemOfParagraph(int paragraph) const
{
    return m_paragraphs.at(static_cast<size_t>(paragraph)).item;
}

const document::FlowBlock &BlockLayout::block(int paragraph) const
{
    return *m_paragraphs.at(static_cast<size_t>(paragraph)).block;
}

std::vector<int> BlockLayout::paragraphsOf(int unit) const
{
    std::vector<int> result;
    const auto [from, to] = m_byUnit.equal_range(unit);
    for (auto entry = from; entry != to; ++entry) {
        result.push_back(entry->second);
    }
    return result;
}

BlockLayout::Place BlockLayout::place(int paragraph)
{
    if (paragraph < 0 || paragraph >= paragraphCount()) {
        return {};
    }
    const int index = itemOfParagraph(paragraph);
    Place result;
    result.shift = ensure(index);
    visitParagraphs(index,
                    [&](int number, const ParagraphLayout &layout, const QTransform &toItem) {
                        if (number == paragraph) {
                            result.layout = &layout;
                            result.toColumn = toItem * QTransform::fromTranslate(0, top(index));
                        }
                    });
    return result;
}

int BlockLayout::paragraphAt(QPointF point)
{
    const int index = itemAt(point.y());
    if (index < 0) {
        return -1;
    }
    ensure(index);
    int best = -1;
    double bestDistance = 0;
    const QPointF inItem = point - QPointF(0, top(index));
    visitParagraphs(index,
                    [&](int number, const ParagraphLayout &layout, const QTransform &toItem) {
                        const QPointF local = toItem.inverted().map(inItem);
                        const double dy = std::max({-local.y(), local.y() - layout.height(), 0.0});
                        const double dx = std::max(-local.x(), 0.0);
                        // Cells of a row stand side by side: the last one that begins left of the
                        // point wins.
                        const double distance = dy * 4 + dx + (dx > 0 ? 0 : local.x() * 0.001);
                        if (best < 0 || distance < bestDistance) {
                            best = number;
                            bestDistance = distance;
                        }
                    });
    return best;
}

}   // namespace expunge::ui
