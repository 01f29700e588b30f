// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/columnpane.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace expunge::ui {

namespace {

constexpr double topMargin = 16;

}   // namespace

ColumnPane::ColumnPane(QWidget *parent)
    : ReviewPane(parent)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QPointF ColumnPane::toColumn(QPointF viewportPoint) const
{
    return viewportPoint + QPointF(-columnLeft(), verticalScrollBar()->value() - topMargin);
}

QTransform ColumnPane::toViewport(const BlockLayout::Place &place) const
{
    return place.toColumn
           * QTransform::fromTranslate(columnLeft(), topMargin - verticalScrollBar()->value());
}

void ColumnPane::updateScrollBar()
{
    const double content = blocks().height() + 2 * topMargin + 48;
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(static_cast<int>(fontMetrics().height() * 1.4));
    bar->setRange(0, std::max(0, static_cast<int>(std::ceil(content)) - viewport()->height()));
}

void ColumnPane::afterRelayout()
{
    updateScrollBar();
    viewport()->update();
    placeChips();
    Q_EMIT layoutChanged();
}

void ColumnPane::resetSelection()
{
    m_selectionStart = {};
    m_caret = {};
}

QColor ColumnPane::ground() const
{
    return palette().color(QPalette::Base);
}

bool ColumnPane::layOutVisible()
{
    bool changed = false;
    const double start = verticalScrollBar()->value() - topMargin;
    const int first = blocks().itemAt(start);
    if (first < 0) {
        return false;
    }
    for (int i = first; i < blocks().itemCount(); ++i) {
        if (blocks().top(i) > start + viewport()->height()) {
            break;
        }
        const bool above = blocks().top(i) < start;
        const double shift = blocks().ensure(i);
        if (shift == 0) {
            continue;
        }
        changed = true;
        updateScrollBar();
        if (above) {
            // What is being read stays where it is when a block that begins above it gets its true
            // height.
            QScrollBar *bar = verticalScrollBar();
            const QSignalBlocker quiet(bar);
            bar->setValue(static_cast<int>(std::lround(bar->value() + shift)));
            return layOutVisible() || changed;
        }
    }
    return changed;
}

void ColumnPane::paintEvent(QPaintEvent *)
{
    if (layOutVisible()) {
        QMetaObject::invokeMethod(this, &ColumnPane::layoutChanged, Qt::QueuedConnection);
    }
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), ground());
    if (!document()) {
        paintPlaceholder(&painter);
    }
    const double start = verticalScrollBar()->value() - topMargin;
    for (int i = std::max(0, blocks().itemAt(start)); i < blocks().itemCount(); ++i) {
        const double y = blocks().top(i) - start;
        if (y > viewport()->height()) {
            break;
        }
        painter.save();
        painter.translate(columnLeft(), y);
        paintItem(&painter, i);
        painter.restore();
    }
    paintFocus(&painter);
    QMetaObject::invokeMethod(this, &ColumnPane::placeChips, Qt::QueuedConnection);
}

void ColumnPane::paintSelection(QPainter *painter, int number, const ParagraphLayout &layout) const
{
    if (!hasSelection()) {
        return;
    }
    const auto [from, to] = std::minmax(m_selectionStart, m_caret);
    if (number < from.paragraph || number > to.paragraph) {
        return;
    }
    const int begin = number == from.paragraph ? from.position : 0;
    const int end = number == to.paragraph ? to.position : static_cast<int>(layout.text().size());
    paintSelectionIn(painter, layout, begin, end);
}

void ColumnPane::paintCaret(QPainter *painter, int number, const ParagraphLayout &layout) const
{
    if (hasFocus() && m_caret.paragraph == number) {
        painter->fillRect(layout.caretRect(m_caret.position), palette().color(QPalette::Text));
    }
}

std::vector<QRectF> ColumnPane::visibleRects(int key)
{
    std::vector<QRectF> result;
    const PaneMark *mark = markOf(key);
    if (!mark) {
        return result;
    }
    const double start = verticalScrollBar()->value() - topMargin;
    for (const int paragraph : blocks().paragraphsOf(mark->span.unit)) {
        const int item = blocks().itemOfParagraph(paragraph);
        if (blocks().top(item + 1) < start || blocks().top(item) > start + viewport()->height()) {
            continue;
        }
        const BlockLayout::Place place = blocks().place(paragraph);
        for (const QRectF &rect : markRects(*place.layout, *mark)) {
            result.push_back(toViewport(place).mapRect(rect));
        }
    }
    return result;
}

std::vector<QRectF> ColumnPane::visibleLines()
{
    std::vector<QRectF> lines;
    const QRectF shown(viewport()->rect());
    const double start = verticalScrollBar()->value() - topMargin;
    const int first = std::max(0, blocks().paragraphAt({0, start}));
    for (int i = first; i < blocks().paragraphCount(); ++i) {
        if (blocks().top(blocks().itemOfParagraph(i)) > start + shown.height()) {
            break;
        }
        const BlockLayout::Place place = blocks().place(i);
        const int length = place.layout ? static_cast<int>(place.layout->text().size()) : 0;
        for (const QRectF &line :
             length > 0 ? place.layout->rects(0, length) : std::vector<QRectF>()) {
            const QRectF seen = toViewport(place).mapRect(line);
            if (seen.intersects(shown)) {
                lines.push_back(seen);
            }
        }
    }
    return lines;
}

void ColumnPane::reveal(int key)
{
    const PaneMark *mark = markOf(key);
    if (!mark) {
        return;
    }
    for (const int paragraph : blocks().paragraphsOf(mark->span.unit)) {
        const BlockLayout::Place place = blocks().place(paragraph);
        const std::vector<QRectF> rects =
            place.layout ? markRects(*place.layout, *mark) : std::vector<QRectF>();
        if (rects.empty()) {
            continue;
        }
        updateScrollBar();
        const double y = place.toColumn.mapRect(rects.front()).top() + topMargin;
        const double seen = y - verticalScrollBar()->value();
        if (seen < 48 || seen > viewport()->height() - 96) {
            verticalScrollBar()->setValue(static_cast<int>(y - viewport()->height() * anchorLine));
        }
        break;
    }
    viewport()->update();
    placeChips();
}

int ColumnPane::markAt(QPointF viewportPoint)
{
    const QPointF point = toColumn(viewportPoint);
    const int paragraph = blocks().paragraphAt(point);
    const BlockLayout::Place place = blocks().place(paragraph);
    int key = -1;
    if (place.layout) {
        const QPointF local = place.toColumn.inverted().map(point);
        visitMarks(*place.layout, [&](const PaneMark &mark, const std::vector<QRectF> &rects) {
            for (const QRectF &rect : rects) {
                if (rect.adjusted(-2, -2, 2, 2).contains(local)) {
                    key = mark.key;
                }
            }
        });
    }
    return key;
}

ReviewPane::Anchor ColumnPane::anchor()
{
    const double y = verticalScrollBar()->value() - topMargin + viewport()->height() * anchorLine;
    const int paragraph = blocks().paragraphAt({0, std::clamp(y, 0.0, blocks().height())});
    const BlockLayout::Place place = blocks().place(paragraph);
    if (!place.layout) {
        return {};
    }
    return {paragraph, (y - place.top()) / std::max(1.0, place.layout->height()), 0,
            verticalScrollBar()->value() == verticalScrollBar()->minimum()};
}

void ColumnPane::scrollToAnchor(const Anchor &anchor)
{
    const BlockLayout::Place place = blocks().place(anchor.part);
    if (anchor.atStart || !place.layout) {
        verticalScrollBar()->setValue(anchor.atStart ? 0 : verticalScrollBar()->value());
        return;
    }
    updateScrollBar();
    const double y = place.top() + anchor.offset * place.layout->height() + topMargin;
    verticalScrollBar()->setValue(
        static_cast<int>(std::lround(y - viewport()->height() * anchorLine)));
}

double ColumnPane::fractionOf(const document::Span &span) const
{
    const std::vector<int> paragraphs = blocks().paragraphsOf(span.unit);
    if (paragraphs.empty() || blocks().height() <= 0) {
        return -1;
    }
    const int item = blocks().itemOfParagraph(paragraphs.front());
    return (blocks().top(item) + topMargin) / (blocks().height() + 2 * topMargin + 48);
}

void ColumnPane::resizeEvent(QResizeEvent *)
{
    const Anchor place = anchor();
    relayout();
    scrollToAnchor(place);
}

}   // namespace expunge::ui
