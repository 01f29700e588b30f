// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Selection with mouse and keyboard; nothing is copied to the clipboard.
#include "ui/panes/columnpane.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace expunge::ui {

bool ColumnPane::hasSelection() const
{
    return m_selectionStart.paragraph >= 0 && m_caret.paragraph >= 0 && m_selectionStart != m_caret;
}

void ColumnPane::clearSelection()
{
    m_selectionStart = {};
    m_caret = {};
    viewport()->update();
    Q_EMIT selectionChanged();
}

void ColumnPane::select(int fromParagraph, int fromPosition, int toParagraph, int toPosition)
{
    m_selectionStart = {fromParagraph, fromPosition};
    m_caret = {toParagraph, toPosition};
    viewport()->update();
    Q_EMIT selectionChanged();
}

std::vector<document::Span> ColumnPane::selectedSpans()
{
    std::vector<document::Span> result;
    if (!hasSelection()) {
        return result;
    }
    const auto [from, to] = std::minmax(m_selectionStart, m_caret);
    for (int number = from.paragraph; number <= to.paragraph; ++number) {
        const BlockLayout::Place place = blocks().place(number);
        if (!place.layout) {
            continue;
        }
        const int begin = number == from.paragraph ? from.position : 0;
        const int end =
            number == to.paragraph ? to.position : static_cast<int>(place.layout->text().size());
        const std::vector<document::Span> spans = trimmedSpans(*place.layout, begin, end);
        result.insert(result.end(), spans.begin(), spans.end());
    }
    return result;
}

ColumnPane::TextPoint ColumnPane::pointAt(QPointF viewportPoint)
{
    const QPointF point = toColumn(viewportPoint);
    const int paragraph = blocks().paragraphAt(point);
    const BlockLayout::Place place = blocks().place(paragraph);
    if (!place.layout) {
        return {};
    }
    return {paragraph, place.layout->positionAt(place.toColumn.inverted().map(point))};
}

void ColumnPane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    const int key = markAt(event->position());
    m_pressed = true;
    m_caret = pointAt(event->position());
    if (!event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_selectionStart = m_caret;
    }
    viewport()->update();
    Q_EMIT selectionChanged();
    if (key >= 0) {
        Q_EMIT markClicked(key);
    }
}

void ColumnPane::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || !m_pressed) {
        viewport()->setCursor(markAt(event->position()) >= 0 ? Qt::PointingHandCursor
                                                             : Qt::IBeamCursor);
        return;
    }
    m_caret = pointAt(event->position());
    viewport()->update();
    Q_EMIT selectionChanged();
}

void ColumnPane::mouseReleaseEvent(QMouseEvent *event)
{
    m_pressed = false;
    event->accept();
}

void ColumnPane::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TextPoint at = pointAt(event->position());
    if (at.paragraph < 0) {
        return;
    }
    const QString text = blocks().place(at.paragraph).layout->text();
    const auto [begin, end] = wordAt(text, at.position);
    select(at.paragraph, begin, at.paragraph, end);
}

ColumnPane::TextPoint ColumnPane::stepped(TextPoint from, int step, bool byWord)
{
    const BlockLayout::Place place = blocks().place(from.paragraph);
    if (!place.layout) {
        return from;
    }
    const int next = stepIn(place.layout->text(), from.position, step, byWord);
    if (next >= 0) {
        return {from.paragraph, next};
    }
    const int neighbour = from.paragraph + step;
    const BlockLayout::Place other = blocks().place(neighbour);
    if (!other.layout) {
        return from;
    }
    return {neighbour, step > 0 ? 0 : static_cast<int>(other.layout->text().size())};
}

ColumnPane::TextPoint ColumnPane::lineStepped(TextPoint from, int step)
{
    const BlockLayout::Place place = blocks().place(from.paragraph);
    const int next = place.layout ? place.layout->positionInLine(from.position, step) : -1;
    if (next >= 0) {
        return {from.paragraph, next};
    }
    const BlockLayout::Place other = blocks().place(from.paragraph + step);
    if (!other.layout) {
        return from;
    }
    return {from.paragraph + step, step > 0 ? 0 : static_cast<int>(other.layout->text().size())};
}

void ColumnPane::revealCaret()
{
    const BlockLayout::Place place = blocks().place(m_caret.paragraph);
    if (!place.layout) {
        return;
    }
    const double y = place.toColumn.mapRect(place.layout->caretRect(m_caret.position)).top();
    const double seen = y - verticalScrollBar()->value();
    if (seen < 0 || seen > viewport()->height() - 48) {
        verticalScrollBar()->setValue(static_cast<int>(y) - viewport()->height() / 3);
    }
}

bool ColumnPane::moveCaret(QKeyEvent *event)
{
    const int key = event->key();
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool vertical = key == Qt::Key_Up || key == Qt::Key_Down;
    if ((!sideways && !(vertical && extend)) || !blocks().document()) {
        return false;
    }
    if (m_caret.paragraph < 0) {
        const std::vector<QRectF> rects = visibleRects(current());
        m_caret = rects.empty()
                      ? pointAt({columnLeft(), viewport()->height() / 4.0})
                      : pointAt(rects.front().center() - QPointF(rects.front().width() / 2, 0));
        m_selectionStart = m_caret;
    }
    const int step = key == Qt::Key_Right || key == Qt::Key_Down ? 1 : -1;
    m_caret = vertical ? lineStepped(m_caret, step)
                       : stepped(m_caret, step, event->modifiers().testFlag(Qt::ControlModifier));
    if (!extend) {
        m_selectionStart = m_caret;
    }
    revealCaret();
    viewport()->update();
    Q_EMIT selectionChanged();
    return true;
}

void ColumnPane::keyPressEvent(QKeyEvent *event)
{
    if (moveCaret(event)) {
        return;
    }
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home:
        bar->setValue(bar->minimum());
        return;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        return;
    case Qt::Key_Escape:
        clearSelection();
        event->ignore();
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

}   // namespace expunge::ui
