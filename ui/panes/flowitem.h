// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"
#include "ui/panes/paragraphlayout.h"
#include "ui/panes/picturestore.h"

#include <memory>
#include <vector>

class QPainter;

namespace expunge::ui {

/// What an item needs to be laid out.
struct FlowContext
{
    const std::vector<document::TextUnit> *units = nullptr;
    FlowStyle style;
    PictureStore *pictures = nullptr;
};

/// A block of a document laid out: a paragraph, or a frame with blocks in it. Positions are
/// relative to the top-level item.
class FlowItem
{
public:
    /// `paragraph`: number of the first paragraph in it; counted on.
    FlowItem(const document::FlowBlock &block, int *paragraph, const FlowContext &context);

    /// Lays it out with its top left at `at`; returns its height.
    double layOut(QPointF at, double width, const FlowContext &context);

    /// Lays a table row out in columns of these widths, which all rows of the table share.
    double layOutRow(QPointF at, const std::vector<double> &columns, const FlowContext &context);

    void drawFrames(QPainter *painter, const FlowContext &context) const;
    void drawText(QPainter *painter) const;

    /// Calls `visit(paragraphNumber, layout, topLeft)` for every paragraph in it, in reading order.
    template<typename Visit>
    void visitParagraphs(const Visit &visit) const
    {
        if (m_paragraph) {
            visit(m_number, *m_paragraph, m_frame.topLeft());
        }
        for (const FlowItem &child : m_children) {
            child.visitParagraphs(visit);
        }
    }

    const QRectF &frame() const { return m_frame; }

private:
    double layOutFrame(QPointF at, double width, double padding, const FlowContext &context);

    const document::FlowBlock *m_block;
    std::unique_ptr<ParagraphLayout> m_paragraph;
    int m_number = -1;
    std::vector<FlowItem> m_children;
    QRectF m_frame;
};

/// Widths of a table's columns within `width`, from what its cells ask for.
std::vector<double> columnWidths(const document::FlowBlock &table, double width,
                                 const FlowStyle &style);

/// Draws a picture, or a box that says what stands there.
void drawPictureBlock(QPainter *painter, const document::FlowBlock &block, const QRectF &frame,
                      const FlowContext &context);

/// How many paragraphs are in a block.
int paragraphCount(const document::FlowBlock &block);

/// A guess of a block's height without laying it out.
double estimatedHeight(const document::FlowBlock &block, double width, const FlowStyle &style);

}   // namespace expunge::ui
