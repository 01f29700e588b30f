// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/pagepane.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace expunge::ui {

using document::CharacterBox;

namespace {

/// How far a point is from a rectangle, lines counting more than columns.
double distance(const QRectF &rect, QPointF point)
{
    const double dx = std::max({rect.left() - point.x(), point.x() - rect.right(), 0.0});
    const double dy = std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0.0});
    return dx + 4 * dy;
}

/// Spaces around a selection made by hand are not meant.
document::Span trimmed(const QString &text, document::Span span)
{
    while (span.begin < span.end && text.at(span.begin).isSpace()) {
        ++span.begin;
    }
    while (span.end > span.begin && text.at(span.end - 1).isSpace()) {
        --span.end;
    }
    return span;
}

}   // namespace

PagePane::TextPoint PagePane::pointAt(QPointF viewportPoint)
{
    if (m_pages.empty()) {
        return {};
    }
    const int page = pageAt(viewportPoint.y() + verticalScrollBar()->value());
    const Boxes known = boxes(page);
    const QPointF point = toViewport(page).inverted().map(viewportPoint);
    TextPoint nearest{page, 0};
    double best = -1;
    for (size_t i = 0; i < known->size(); ++i) {
        const QRectF box = rectOf((*known)[i]);
        const double far = distance(box, point);
        if (best < 0 || far < best) {
            best = far;
            nearest.index = static_cast<int>(i) + (point.x() > box.center().x() ? 1 : 0);
        }
    }
    return nearest;
}

void PagePane::moveCaret(TextPoint to, bool extend)
{
    m_caret = to;
    if (!extend) {
        m_from = to;
    }
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PagePane::clearSelection()
{
    moveCaret(m_caret, false);
}

std::vector<document::Span> PagePane::selectedSpans()
{
    std::vector<document::Span> spans;
    if (!hasSelection() || !m_document) {
        return spans;
    }
    const auto [from, to] = std::minmax(m_from, m_caret);
    for (int page = from.page; page <= to.page; ++page) {
        const Boxes known = boxes(page);
        const int size = static_cast<int>(known->size());
        const int begin = page == from.page ? std::min(from.index, size) : 0;
        const int end = page == to.page ? std::min(to.index, size) : size;
        for (int i = begin; i < end; ++i) {
            const document::Span &span = known->at(static_cast<size_t>(i)).span;
            if (!spans.empty() && spans.back().unit == span.unit) {
                spans.back().begin = std::min(spans.back().begin, span.begin);
                spans.back().end = std::max(spans.back().end, span.end);
            } else {
                spans.push_back(span);
            }
        }
    }
    for (document::Span &span : spans) {
        span = trimmed(m_document->textUnits().at(static_cast<size_t>(span.unit)).text, span);
    }
    std::erase_if(spans, [](const document::Span &span) { return span.length() <= 0; });
    return spans;
}

void PagePane::paintSelection(QPainter *painter, int page) const
{
    const Boxes known = knownBoxes(page);
    const auto [from, to] = std::minmax(m_from, m_caret);
    if (!hasSelection() || !known || page < from.page || page > to.page) {
        return;
    }
    const size_t begin = page == from.page ? static_cast<size_t>(from.index) : 0;
    const size_t end = page == to.page ? static_cast<size_t>(to.index) : known->size();
    QColor ground = palette().color(QPalette::Highlight);
    ground.setAlphaF(0.35F);
    const QTransform shown = toViewport(page);
    for (size_t i = begin; i < std::min(end, known->size()); ++i) {
        painter->fillRect(shown.mapRect(rectOf((*known)[i])), ground);
    }
}

QRectF PagePane::caretRect() const
{
    const Boxes known = m_caret.page > 0 ? knownBoxes(m_caret.page) : nullptr;
    if (!known || known->empty()) {
        return {};
    }
    const size_t at = static_cast<size_t>(m_caret.index);
    const bool behind = at >= known->size();
    const QRectF box = rectOf((*known)[behind ? known->size() - 1 : at]);
    const double x = behind ? box.right() : box.left();
    const QRectF caret = toViewport(m_caret.page).mapRect(QRectF(x, box.top(), 0.1, box.height()));
    return caret.width() < caret.height() ? QRectF(caret.topLeft(), QSizeF(1.4, caret.height()))
                                          : QRectF(caret.topLeft(), QSizeF(caret.width(), 1.4));
}

PagePane::TextPoint PagePane::stepped(TextPoint from, int step, bool byWord)
{
    TextPoint to = from;
    const auto inWord = [this](TextPoint point) {
        const Boxes known = boxes(point.page);
        const size_t at = static_cast<size_t>(point.index);
        if (point.index <= 0 || at >= known->size()) {
            return false;
        }
        const CharacterBox &before = (*known)[at - 1];
        const CharacterBox &behind = (*known)[at];
        const QString &text =
            m_document->textUnits().at(static_cast<size_t>(behind.span.unit)).text;
        return before.span.unit == behind.span.unit && before.span.end == behind.span.begin
               && !text.at(behind.span.begin).isSpace() && !text.at(before.span.begin).isSpace();
    };
    do {
        to.index += step;
        const int size = static_cast<int>(boxes(to.page)->size());
        if (to.index < 0 && to.page > 1) {
            --to.page;
            to.index = static_cast<int>(boxes(to.page)->size());
        } else if (to.index > size && to.page < static_cast<int>(m_pages.size())) {
            ++to.page;
            to.index = 0;
        } else if (to.index < 0 || to.index > size) {
            return from;
        }
    } while (byWord && inWord(to));
    return to;
}

PagePane::TextPoint PagePane::lineEnd(TextPoint from, int step)
{
    const Boxes known = boxes(from.page);
    const int size = static_cast<int>(known->size());
    if (size == 0) {
        return from;
    }
    const int line = known->at(static_cast<size_t>(std::clamp(from.index, 0, size - 1))).line;
    TextPoint to = from;
    while (to.index + (step < 0 ? -1 : 0) >= 0 && to.index + (step < 0 ? -1 : 0) < size
           && known->at(static_cast<size_t>(to.index + (step < 0 ? -1 : 0))).line == line) {
        to.index += step;
    }
    return to;
}

PagePane::TextPoint PagePane::lineStepped(TextPoint from, int step)
{
    const TextPoint edge = stepped(lineEnd(from, step), step, false);
    const Boxes here = boxes(from.page);
    const Boxes there = boxes(edge.page);
    if (here->empty() || there->empty()) {
        return edge;
    }
    const auto boxAt = [](const Boxes &known, int index) {
        const int last = static_cast<int>(known->size()) - 1;
        return known->at(static_cast<size_t>(std::clamp(index, 0, last)));
    };
    const double x = boxAt(here, from.index).box.x;
    const int line = boxAt(there, step > 0 ? edge.index : edge.index - 1).line;
    TextPoint to = edge;
    double best = -1;
    for (size_t i = 0; i < there->size(); ++i) {
        const double far = std::abs((*there)[i].box.x - x);
        if ((*there)[i].line == line && (best < 0 || far < best)) {
            best = far;
            to.index = static_cast<int>(i);
        }
    }
    return to;
}

bool PagePane::moveByKey(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool byWord = event->modifiers().testFlag(Qt::ControlModifier);
    TextPoint from = m_caret.page > 0 ? m_caret : TextPoint{currentPage(), 0};
    switch (event->key()) {
    case Qt::Key_Left:
        moveCaret(stepped(from, -1, byWord), extend);
        break;
    case Qt::Key_Right:
        moveCaret(stepped(from, 1, byWord), extend);
        break;
    case Qt::Key_Up:
        moveCaret(lineStepped(from, -1), extend);
        break;
    case Qt::Key_Down:
        moveCaret(lineStepped(from, 1), extend);
        break;
    case Qt::Key_Home:
        moveCaret(byWord ? TextPoint{1, 0} : lineEnd(from, -1), extend);
        break;
    case Qt::Key_End: {
        const int last = static_cast<int>(m_pages.size());
        moveCaret(byWord ? TextPoint{last, static_cast<int>(boxes(last)->size())}
                         : lineEnd(from, 1),
                  extend);
        break;
    }
    default:
        return false;
    }
    const QRectF caret = caretRect();
    if (!caret.isNull() && (caret.top() < 24 || caret.bottom() > viewport()->height() - 24)) {
        verticalScrollBar()->setValue(static_cast<int>(
            caret.center().y() + verticalScrollBar()->value() - viewport()->height() / 2.0));
    }
    return true;
}

void PagePane::keyPressEvent(QKeyEvent *event)
{
    if (m_pages.empty()) {
        ReviewPane::keyPressEvent(event);
        return;
    }
    const bool pages = event->modifiers().testFlag(Qt::ControlModifier);
    if (pages && (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown)) {
        goToPage(currentPage() + (event->key() == Qt::Key_PageUp ? -1 : 1));
    } else if (!moveByKey(event)) {
        ReviewPane::keyPressEvent(event);
    }
}

void PagePane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        ReviewPane::mousePressEvent(event);
        return;
    }
    if (const int key = markAt(event->position()); key >= 0) {
        Q_EMIT markClicked(key);
    }
    m_pressed = true;
    moveCaret(pointAt(event->position()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void PagePane::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed) {
        moveCaret(pointAt(event->position()), true);
    }
}

void PagePane::mouseReleaseEvent(QMouseEvent *)
{
    m_pressed = false;
}

void PagePane::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TextPoint at = pointAt(event->position());
    if (at.page > 0) {
        moveCaret(stepped({at.page, at.index + 1}, -1, true), false);
        moveCaret(stepped(m_caret, 1, true), true);
    }
}

}   // namespace expunge::ui
