// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/slidepane.h"

#include <QHash>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace expunge::ui {

using document::FlowKind;

namespace {

constexpr double sideMargin = 24;
constexpr double widestPage = 900;
constexpr double topMargin = 16;   // of the column

/// The first text of a slide, which tells what part of the file it comes from.
int firstUnit(const std::vector<document::FlowBlock> &blocks)
{
    for (const document::FlowBlock &block : blocks) {
        const int unit = block.runs.empty() ? firstUnit(block.children) : block.runs.front().unit;
        if (unit >= 0) {
            return unit;
        }
    }
    return -1;
}

}   // namespace

SlidePane::SlidePane(QWidget *parent)
    : ColumnPane(parent)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

void SlidePane::setSlides(const std::shared_ptr<const document::Document> &document,
                          std::vector<document::Slide> slides,
                          std::vector<document::FlowPicture> pictures, bool keepPlace)
{
    const Anchor place = keepPlace ? anchor() : Anchor{};
    resetMarks();
    resetSelection();
    m_layout.setSlides(document, std::move(slides), std::move(pictures));
    relayout();
    if (place.part >= 0) {
        scrollToAnchor(place);
    } else {
        verticalScrollBar()->setValue(0);
    }
}

double SlidePane::pageWidth() const
{
    return std::floor(std::clamp(viewport()->width() - 2 * sideMargin, 160.0, widestPage) * zoom());
}

double SlidePane::columnLeft() const
{
    const double free = viewport()->width() - pageWidth();
    return free >= 2 * sideMargin ? std::floor(free / 2)
                                  : sideMargin - horizontalScrollBar()->value();
}

QColor SlidePane::ground() const
{
    return palette().color(QPalette::Window);
}

void SlidePane::relayout()
{
    FlowStyle style;
    style.font = font();
    style.font.setPointSizeF(std::max(font().pointSizeF(), 9.0) * zoom());
    style.zoom = zoom();
    style.palette = palette();
    m_layout.setGeometry(pageWidth(), style, logicalDpiY());
    const int beyond = static_cast<int>(pageWidth() + 2 * sideMargin) - viewport()->width();
    horizontalScrollBar()->setRange(0, std::max(0, beyond));
    horizontalScrollBar()->setPageStep(viewport()->width());
    afterRelayout();
}

void SlidePane::reveal(int key)
{
    ColumnPane::reveal(key);
    const std::vector<QRectF> rects = visibleRects(key);
    const double width = viewport()->width();
    if (!rects.empty() && (rects.front().left() < 0 || rects.front().right() > width)) {
        const double x = rects.front().center().x() - width / 2;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(x));
    }
}

ReviewPane::Anchor SlidePane::anchor()
{
    if (m_layout.itemCount() == 0) {
        return {};
    }
    const double y = verticalScrollBar()->value() - topMargin + viewport()->height() * anchorLine;
    const int item = m_layout.itemAt(y);
    m_layout.ensure(item);
    const double height = m_layout.top(item + 1) - m_layout.top(item);
    return {item, (y - m_layout.top(item)) / std::max(1.0, height), 0,
            verticalScrollBar()->value() == 0};
}

void SlidePane::scrollToAnchor(const Anchor &anchor)
{
    if (anchor.atStart || anchor.part < 0 || anchor.part >= m_layout.itemCount()) {
        verticalScrollBar()->setValue(anchor.atStart ? 0 : verticalScrollBar()->value());
        return;
    }
    m_layout.ensure(anchor.part);
    updateScrollBar();
    const double height = m_layout.top(anchor.part + 1) - m_layout.top(anchor.part);
    const double y = m_layout.top(anchor.part) + anchor.offset * height + topMargin;
    verticalScrollBar()->setValue(
        static_cast<int>(std::lround(y - viewport()->height() * anchorLine)));
}

std::vector<QString> SlidePane::partNames()
{
    std::vector<QString> names;
    QHash<QString, int> seen;
    for (int i = 0; i < m_layout.itemCount(); ++i) {
        // Shapes of master and layout come first and are the same for many slides.
        QString part;
        const document::Slide &slide = m_layout.slide(i);
        for (auto shape = slide.shapes.rbegin(); part.isEmpty() && shape != slide.shapes.rend();
             ++shape) {
            const int unit = firstUnit(shape->blocks);
            part =
                unit >= 0 ? document()->textUnits().at(static_cast<size_t>(unit)).part : QString();
        }
        names.push_back(part + u'#' + QString::number(seen[part]++));
    }
    return names;
}

void SlidePane::paintLabel(QPainter *painter, const QRectF &rect, const QString &text,
                           const QString &badge) const
{
    QFont face = m_layout.notesContext().style.font;
    face.setWeight(QFont::DemiBold);
    painter->setFont(face);
    painter->setPen(palette().color(QPalette::PlaceholderText));
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, text);
    if (badge.isEmpty()) {
        return;
    }
    const double x = rect.left() + QFontMetricsF(face).horizontalAdvance(text) + 10;
    face.setWeight(QFont::Normal);
    const QRectF pill(x, rect.top() + 2, QFontMetricsF(face).horizontalAdvance(badge) + 16,
                      rect.height() - 5);
    painter->setPen(QPen(palette().color(QPalette::PlaceholderText), 1, Qt::DashLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter->setFont(face);
    painter->setPen(palette().color(QPalette::WindowText));
    painter->drawText(pill, Qt::AlignCenter, badge);
}

void SlidePane::paintShape(QPainter *painter, const SlideLayout::Shape &shape,
                           const QRectF &page) const
{
    const document::SlideShape &look = *shape.shape;
    const QPalette &colours = shape.context.style.palette;
    painter->save();
    const bool picture = !look.blocks.empty() && look.blocks.front().kind == FlowKind::Picture;
    if (picture && !look.offSlide) {
        painter->setClipRect(page, Qt::IntersectClip);
    }
    painter->setTransform(shape.turn, true);
    const bool unseen = look.hidden || look.offSlide;
    painter->setPen(Qt::NoPen);
    if (look.filled || unseen) {
        QColor fill = colours.color(QPalette::Base);
        fill.setAlphaF(look.hidden ? 0.75F : 1.0F);
        painter->fillRect(shape.frame, fill);
    }
    if (picture) {
        drawPictureBlock(painter, look.blocks.front(), shape.frame, shape.context);
    } else {
        for (const FlowItem &block : shape.blocks) {
            block.drawFrames(painter, shape.context);
        }
    }
    painter->setBrush(Qt::NoBrush);
    if (look.outlined) {
        painter->setPen(QPen(QColor(0xff000000U | look.outline), 1));
        painter->drawRect(shape.frame);
    }
    if (unseen) {
        painter->setPen(QPen(colours.color(QPalette::PlaceholderText), 1.4, Qt::DashLine));
        painter->drawRect(shape.frame);
    }
    for (const FlowItem &block : shape.blocks) {
        block.visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
            painter->translate(at);
            paintGrounds(painter, layout, colours);
            paintSelection(painter, number, layout);
            painter->translate(-at);
        });
        block.drawText(painter);
    }
    painter->restore();
}

void SlidePane::paintShapeMarks(QPainter *painter, const SlideLayout::Shape &shape) const
{
    painter->save();
    painter->setTransform(shape.turn, true);
    for (const FlowItem &block : shape.blocks) {
        block.visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
            painter->translate(at);
            paintOutlines(painter, layout, shape.context.style.palette);
            paintCaret(painter, number, layout);
            painter->translate(-at);
        });
    }
    painter->restore();
}

void SlidePane::paintPage(QPainter *painter, int item, const SlideLayout::Laid &laid) const
{
    const document::Slide &slide = m_layout.slide(item);
    painter->setPen(Qt::NoPen);
    painter->fillRect(laid.page.translated(0, 2).adjusted(-1, 0, 1, 1), QColor(0, 0, 0, 36));
    painter->fillRect(laid.page, QColor(0xff000000U | (slide.filled ? slide.fill : 0xffffffU)));
    for (const SlideLayout::Shape &shape : laid.shapes) {
        paintShape(painter, shape, laid.page);
    }
    if (slide.hidden) {
        QColor veil = palette().color(QPalette::Window);
        veil.setAlphaF(0.5F);
        painter->fillRect(laid.page, veil);
        painter->setPen(QPen(palette().color(QPalette::PlaceholderText), 1.4, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(laid.page);
    }
    for (const SlideLayout::Shape &shape : laid.shapes) {
        paintShapeMarks(painter, shape);   // over all, so that nothing to decide is covered
    }
}

void SlidePane::paintNotes(QPainter *painter, const SlideLayout::Laid &laid) const
{
    if (laid.notes.empty()) {
        return;
    }
    painter->fillRect(laid.notesFrame, palette().color(QPalette::Base));
    painter->fillRect(QRectF(laid.notesFrame.topLeft(), QSizeF(3, laid.notesFrame.height())),
                      palette().color(QPalette::Mid));
    paintLabel(painter,
               QRectF(laid.notesFrame.left() + 10, laid.notesFrame.top(), laid.page.width(),
                      m_layout.captionHeight()),
               tr("Notes"), {});
    for (const FlowItem &block : laid.notes) {
        block.drawFrames(painter, m_layout.notesContext());
        block.visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
            painter->translate(at);
            paintGrounds(painter, layout, palette());
            paintSelection(painter, number, layout);
            painter->translate(-at);
        });
        block.drawText(painter);
        block.visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
            painter->translate(at);
            paintOutlines(painter, layout, palette());
            paintCaret(painter, number, layout);
            painter->translate(-at);
        });
    }
}

void SlidePane::paintItem(QPainter *painter, int item)
{
    const SlideLayout::Laid *laid = m_layout.laid(item);
    if (!laid) {
        return;
    }
    const document::Slide &slide = m_layout.slide(item);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    paintLabel(painter, QRectF(0, 0, laid->page.width(), m_layout.captionHeight()),
               tr("Slide %1").arg(slide.number), slide.hidden ? tr("hidden") : QString());
    paintPage(painter, item, *laid);
    if (laid->offSlideTop > 0) {
        paintLabel(painter,
                   QRectF(0, laid->offSlideTop, laid->page.width(), m_layout.captionHeight()),
                   tr("Off the slide"), tr("not seen in the show"));
    }
    paintNotes(painter, *laid);
}

void SlidePane::goToSlide(int step)
{
    const Anchor now = anchor();
    const int slide = std::clamp(now.part + step, 0, m_layout.itemCount() - 1);
    m_layout.ensure(slide);
    updateScrollBar();
    verticalScrollBar()->setValue(static_cast<int>(m_layout.top(slide)));
}

void SlidePane::keyPressEvent(QKeyEvent *event)
{
    const bool slides = event->modifiers().testFlag(Qt::ControlModifier)
                        && (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown);
    if (slides && m_layout.itemCount() > 0) {
        goToSlide(event->key() == Qt::Key_PageUp ? -1 : 1);
        return;
    }
    ColumnPane::keyPressEvent(event);
}

}   // namespace expunge::ui
