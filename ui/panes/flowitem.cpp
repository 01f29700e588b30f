// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/flowitem.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace expunge::ui {

using document::FlowBlock;
using document::FlowKind;

namespace {

constexpr double cellPadding = 6;
constexpr double boxPadding = 12;
constexpr double afterFrame = 8;
constexpr double breakHeight = 24;
constexpr double placeholderHeight = 72;

/// Translation context of the words in placeholders.
class FlowText
{
    Q_DECLARE_TR_FUNCTIONS(FlowText)
};

QString placeholderText(const QString &kind)
{
    if (kind == QStringLiteral("chart")) {
        return FlowText::tr("Chart");
    }
    if (kind == QStringLiteral("diagram")) {
        return FlowText::tr("Diagram");
    }
    if (kind == QStringLiteral("object")) {
        return FlowText::tr("Embedded object");
    }
    if (kind == QStringLiteral("equation")) {
        return FlowText::tr("Equation");
    }
    return FlowText::tr("Picture");
}

int spanOf(const FlowBlock &cell)
{
    return std::clamp(cell.columnSpan, 1, 64);
}

QSizeF pictureSize(const FlowBlock &block, double width, const FlowContext &context)
{
    QSizeF size(context.style.pixels(block.width), context.style.pixels(block.height));
    const QSizeF own(context.pictures->sizeOf(block.pictureIndex));
    if (size.width() <= 0 || size.height() <= 0) {
        size = own * context.style.zoom;
    }
    if (block.pictureIndex < 0 || own.isEmpty()) {
        return {std::min(width, std::max(160.0, size.width())),
                std::clamp(size.height(), placeholderHeight, 160.0)};
    }
    return size.width() > width ? QSizeF(width, size.height() * width / size.width()) : size;
}

}   // namespace

FlowItem::FlowItem(const FlowBlock &block, int *paragraph, const FlowContext &context)
    : m_block(&block)
{
    if (block.kind == FlowKind::Paragraph) {
        m_paragraph = std::make_unique<ParagraphLayout>(block, *context.units, context.style);
        m_number = (*paragraph)++;
    }
    m_children.reserve(block.children.size());
    for (const FlowBlock &child : block.children) {
        m_children.emplace_back(child, paragraph, context);
    }
}

double FlowItem::layOutFrame(QPointF at, double width, double padding, const FlowContext &context)
{
    double y = padding;
    for (FlowItem &child : m_children) {
        y += child.layOut(at + QPointF(padding, y), width - 2 * padding, context);
    }
    m_frame = QRectF(at, QSizeF(width, y + padding));
    return m_frame.height();
}

double FlowItem::layOutRow(QPointF at, const std::vector<double> &columns,
                           const FlowContext &context)
{
    double x = 0;
    double height = 0;
    size_t column = 0;
    for (FlowItem &cell : m_children) {
        double width = 0;
        for (int i = 0; i < spanOf(*cell.m_block) && column < columns.size(); ++i) {
            width += columns.at(column++);
        }
        if (width <= 0) {
            width = 60;   // more cells than the table's grid has columns
        }
        height =
            std::max(height, cell.layOutFrame(at + QPointF(x, 0), width, cellPadding, context));
        x += width;
    }
    height = std::max(height, 20.0);
    for (FlowItem &cell : m_children) {
        cell.m_frame.setHeight(height);
    }
    m_frame = QRectF(at, QSizeF(x, height));
    return height;
}

double FlowItem::layOut(QPointF at, double width, const FlowContext &context)
{
    switch (m_block->kind) {
    case FlowKind::Paragraph:
        m_paragraph->layOut(width);
        m_frame = QRectF(at, QSizeF(width, m_paragraph->height()));
        return m_frame.height();
    case FlowKind::Table: {
        const std::vector<double> columns = columnWidths(*m_block, width, context.style);
        double y = 0;
        for (FlowItem &row : m_children) {
            y += row.layOutRow(at + QPointF(0, y), columns, context);
        }
        m_frame = QRectF(at, QSizeF(width, y));
        return y + afterFrame;
    }
    case FlowKind::Row:
        return layOutRow(at,
                         std::vector<double>(
                             m_children.size(),
                             width / std::max<double>(1, static_cast<double>(m_children.size()))),
                         context);
    case FlowKind::TextBox:
        return layOutFrame(at, width, boxPadding, context) + afterFrame;
    case FlowKind::Picture:
        m_frame = QRectF(at, pictureSize(*m_block, width, context));
        return m_frame.height() + afterFrame;
    case FlowKind::PageBreak:
        m_frame = QRectF(at, QSizeF(width, breakHeight));
        return breakHeight;
    case FlowKind::Cell:
    case FlowKind::Body:
    case FlowKind::Header:
    case FlowKind::Footer:
    case FlowKind::Footnotes:
    case FlowKind::Endnotes:
    case FlowKind::Comments:
    case FlowKind::Hidden:
        break;
    }
    return layOutFrame(at, width, 0, context);
}

void drawPictureBlock(QPainter *painter, const FlowBlock &block, const QRectF &frame,
                      const FlowContext &context)
{
    const QPixmap pixmap = context.pictures->picture(block.pictureIndex, frame.size().toSize());
    if (!pixmap.isNull()) {
        painter->drawPixmap(frame, pixmap, QRectF(pixmap.rect()));
        return;
    }
    painter->setPen(QPen(context.style.palette.color(QPalette::Mid), 1, Qt::DashLine));
    painter->setBrush(context.style.palette.color(QPalette::AlternateBase));
    painter->drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter->setPen(context.style.palette.color(QPalette::PlaceholderText));
    painter->setFont(context.style.font);
    painter->drawText(frame, Qt::AlignCenter, placeholderText(block.placeholder));
}

void FlowItem::drawFrames(QPainter *painter, const FlowContext &context) const
{
    const QPalette &palette = context.style.palette;
    if (m_block->kind == FlowKind::Cell) {
        painter->setPen(QPen(palette.color(QPalette::Mid), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(m_frame);
    } else if (m_block->kind == FlowKind::TextBox) {
        painter->setPen(QPen(palette.color(QPalette::Mid), 1));
        painter->setBrush(palette.color(QPalette::AlternateBase));
        painter->drawRoundedRect(m_frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    } else if (m_block->kind == FlowKind::Picture) {
        drawPictureBlock(painter, *m_block, m_frame, context);
    } else if (m_block->kind == FlowKind::PageBreak) {
        painter->setPen(QPen(palette.color(QPalette::Mid), 1, Qt::DashLine));
        const double y = std::round(m_frame.center().y()) + 0.5;
        painter->drawLine(QPointF(m_frame.left(), y), QPointF(m_frame.right(), y));
    }
    for (const FlowItem &child : m_children) {
        child.drawFrames(painter, context);
    }
}

void FlowItem::drawText(QPainter *painter) const
{
    if (m_paragraph) {
        m_paragraph->draw(painter, m_frame.topLeft());
    }
    for (const FlowItem &child : m_children) {
        child.drawText(painter);
    }
}

std::vector<double> columnWidths(const FlowBlock &table, double width, const FlowStyle &style)
{
    size_t count = 1;
    for (const FlowBlock &row : table.children) {
        size_t cells = 0;
        for (const FlowBlock &cell : row.children) {
            cells += static_cast<size_t>(spanOf(cell));
        }
        count = std::max(count, cells);
    }
    std::vector<double> widths(count, 0);
    for (const FlowBlock &row : table.children) {
        size_t column = 0;
        for (const FlowBlock &cell : row.children) {
            const int span = spanOf(cell);
            if (span == 1 && cell.width > 0) {
                widths.at(column) = std::max(widths.at(column), style.pixels(cell.width));
            }
            column += static_cast<size_t>(span);
        }
    }
    double known = 0;
    int open = 0;
    for (const double column : widths) {
        known += column;
        open += column > 0 ? 0 : 1;
    }
    const double share =
        open == 0 ? 0 : std::max((width - known) / open, width / static_cast<double>(count));
    double total = 0;
    for (double &column : widths) {
        column = column > 0 ? column : share;
        total += column;
    }
    for (double &column : widths) {
        column *= width / std::max(total, 1.0);
    }
    return widths;
}

int paragraphCount(const FlowBlock &block)
{
    int count = block.kind == FlowKind::Paragraph ? 1 : 0;
    for (const FlowBlock &child : block.children) {
        count += paragraphCount(child);
    }
    return count;
}

double estimatedHeight(const FlowBlock &block, double width, const FlowStyle &style)
{
    if (block.kind == FlowKind::Paragraph) {
        return ParagraphLayout::estimate(block, width, style);
    }
    if (block.kind == FlowKind::Picture) {
        return std::max(placeholderHeight, style.pixels(block.height)) + afterFrame;
    }
    if (block.kind == FlowKind::PageBreak) {
        return breakHeight;
    }
    double height = 0;
    const double inside =
        block.kind == FlowKind::Row
            ? width / std::max<double>(1, static_cast<double>(block.children.size()))
            : width;
    for (const FlowBlock &child : block.children) {
        const double own = estimatedHeight(child, inside, style);
        height = block.kind == FlowKind::Row ? std::max(height, own) : height + own;
    }
    return height + 2 * cellPadding;
}

}   // namespace expunge::ui
