// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Selection with mouse and keyboard; nothing is copied to the clipboard.
#include "ui/panes/flowpane.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>

namespace expunge::ui {

bool FlowPane::hasSelection() const
{
    return m_selectionStart.paragraph >= 0 && m_caret.paragraph >= 0 && m_selectionStart != m_caret;
}

void FlowPane::clearSelection()
{
    m_selectionStart = {};
    m_caret = {};
    viewport()->update();
    Q_EMIT selectionChanged();
}

void FlowPane::select(int fromParagraph, int fromPosition, int toParagraph, int toPosition)
{
    m_selectionStart = {fromParagraph, fromPosition};
    m_caret = {toParagraph, toPosition};
    viewport()->update();
    Q_EMIT selectionChanged();
}

std::vector<document::Span> FlowPane::selectedSpans()
{
    std::vector<document::Span> result;
    if (!hasSelection()) {
        return result;
    }
    const auto [from, to] = std::minmax(m_selectionStart, m_caret);
    for (int number = from.paragraph; number <= to.paragraph; ++number) {
        const FlowLayout::Place place = m_layout.place(number);
        if (!place.layout) {
            continue;
        }
        const QString text = place.layout->text();
        int begin = number == from.paragraph ? from.position : 0;
        int end = number == to.paragraph ? to.position : static_cast<int>(text.size());
        // Spaces around a hand-made selection are not meant.
        while (begin < end && text.at(begin).isSpace()) {
            ++begin;
        }
        while (end > begin && text.at(end - 1).isSpace()) {
            --end;
        }
        const std::vector<document::Span> spans = place.layout->spansOf(begin, end);
        result.insert(result.end(), spans.begin(), spans.end());
    }
    return result;
}

FlowPane::TextPoint FlowPane::pointAt(QPointF viewportPoint)
{
    const QPointF point = toColumn(viewportPoint);
    const int paragraph = m_layout.paragraphAt(point);
    const FlowLayout::Place place = m_layout.place(paragraph);
    if (!place.layout) {
        return {};
    }
    return {paragraph, place.layout->positionAt(point - place.at)};
}

void FlowPane::mousePressEvent(QMouseEvent *event)
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

void FlowPane::mouseMoveEvent(QMouseEvent *event)
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

void FlowPane::mouseReleaseEvent(QMouseEvent *event)
{
    m_pressed = false;
    event->accept();
}

void FlowPane::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TextPoint at = pointAt(event->position());
    if (at.paragraph < 0) {
        return;
    }
    const QString text = m_layout.place(at.paragraph).layout->text();
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(at.position);
    const auto begin = words.isAtBoundary() ? at.position : words.toPreviousBoundary();
    words.setPosition(at.position);
    const auto end = words.toNextBoundary();
    select(at.paragraph, static_cast<int>(std::max<qsizetype>(begin, 0)), at.paragraph,
           static_cast<int>(end < 0 ? text.size() : end));
}

FlowPane::TextPoint FlowPane::stepped(TextPoint from, int step, bool byWord)
{
    const FlowLayout::Place place = m_layout.place(from.paragraph);
    if (!place.layout) {
        return from;
    }
    QTextBoundaryFinder finder(byWord ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme,
                               place.layout->text());
    finder.setPosition(from.position);
    const qsizetype next = step > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
    if (next >= 0) {
        return {from.paragraph, static_cast<int>(next)};
    }
    const int neighbour = from.paragraph + step;
    const FlowLayout::Place other = m_layout.place(neighbour);
    if (!other.layout) {
        return from;
    }
    return {neighbour, step > 0 ? 0 : static_cast<int>(other.layout->text().size())};
}

FlowPane::TextPoint FlowPane::lineStepped(TextPoint from, int step)
{
    const FlowLayout::Place place = m_layout.place(from.paragraph);
    const int next = place.layout ? place.layout->positionInLine(from.position, step) : -1;
    if (next >= 0) {
        return {from.paragraph, next};
    }
    const FlowLayout::Place other = m_layout.place(from.paragraph + step);
    if (!other.layout) {
        return from;
    }
    return {from.paragraph + step, step > 0 ? 0 : static_cast<int>(other.layout->text().size())};
}

void FlowPane::revealCaret()
{
    const FlowLayout::Place place = m_layout.place(m_caret.paragraph);
    if (!place.layout) {
        return;
    }
    const double y = place.at.y() + place.layout->caretRect(m_caret.position).top();
    const double seen = y - verticalScrollBar()->value();
    if (seen < 0 || seen > viewport()->height() - 48) {
        verticalScrollBar()->setValue(static_cast<int>(y) - viewport()->height() / 3);
    }
}

bool FlowPane::moveCaret(QKeyEvent *event)
{
    const int key = event->key();
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool vertical = key == Qt::Key_Up || key == Qt::Key_Down;
    if ((!sideways && !(vertical && extend)) || !m_layout.document()) {
        return false;
    }
    if (m_caret.paragraph < 0) {
        const std::vector<QRectF> rects = visibleRects(m_current);
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

void FlowPane::keyPressEvent(QKeyEvent *event)
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

void FlowPane::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void FlowPane::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}   // namespace expunge::ui
