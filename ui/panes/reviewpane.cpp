// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/reviewpane.h"

#include "ui/panes/decisionchips.h"
#include "ui/panes/markpainter.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace expunge::ui {

ReviewPane::ReviewPane(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    setMinimumWidth(130);
}

void ReviewPane::setMarks(std::vector<PaneMark> marks)
{
    m_marks = std::move(marks);
    marksChanged();
    viewport()->update();
    placeChips();
}

void ReviewPane::setCurrent(int key)
{
    m_current = key;
    viewport()->update();
    placeChips();
}

DecisionChips *ReviewPane::addChips()
{
    m_chips = new DecisionChips(viewport());
    return m_chips;
}

void ReviewPane::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void ReviewPane::setZoom(double zoom)
{
    const Anchor place = anchor();
    const auto [least, most] = zoomRange();
    m_zoom = std::clamp(zoom, least, most);
    relayout();
    scrollToAnchor(place);
}

QString ReviewPane::toolTipAt(QPoint viewportPoint)
{
    const int key = markAt(viewportPoint);
    return key >= 0 && m_toolTip ? m_toolTip(key) : QString();
}

const PaneMark *ReviewPane::markOf(int key) const
{
    const auto found = std::find_if(m_marks.begin(), m_marks.end(),
                                    [key](const PaneMark &mark) { return mark.key == key; });
    return key < 0 || found == m_marks.end() ? nullptr : &*found;
}

std::vector<PaneMark>::const_iterator ReviewPane::firstMarkIn(const document::Span &span) const
{
    return std::lower_bound(
        m_marks.begin(), m_marks.end(), span, [](const PaneMark &one, const document::Span &other) {
            return one.span.unit < other.unit
                   || (one.span.unit == other.unit && one.span.end <= other.begin);
        });
}

std::vector<QRectF> ReviewPane::markRects(const ParagraphLayout &layout, const PaneMark &mark)
{
    std::vector<QRectF> rects;
    for (const auto &[begin, end] : layout.positionsOf(mark.span)) {
        const std::vector<QRectF> lines = layout.rects(begin, end);
        rects.insert(rects.end(), lines.begin(), lines.end());
    }
    return rects;
}

std::vector<document::Span> ReviewPane::trimmedSpans(const ParagraphLayout &layout, int begin,
                                                     int end)
{
    const QString text = layout.text();
    while (begin < end && text.at(begin).isSpace()) {
        ++begin;
    }
    while (end > begin && text.at(end - 1).isSpace()) {
        --end;
    }
    return layout.spansOf(begin, end);
}

std::pair<int, int> ReviewPane::wordAt(const QString &text, int position)
{
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(position);
    const auto begin = words.isAtBoundary() ? position : words.toPreviousBoundary();
    words.setPosition(position);
    const auto end = words.toNextBoundary();
    return {static_cast<int>(std::max<qsizetype>(begin, 0)),
            static_cast<int>(end < 0 ? text.size() : end)};
}

int ReviewPane::stepIn(const QString &text, int position, int step, bool byWord)
{
    QTextBoundaryFinder finder(byWord ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme,
                               text);
    finder.setPosition(position);
    return static_cast<int>(step > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary());
}

void ReviewPane::paintSelectionIn(QPainter *painter, const ParagraphLayout &layout, int begin,
                                  int end) const
{
    QColor ground = palette().color(QPalette::Highlight);
    ground.setAlphaF(0.35F);
    for (const QRectF &rect : layout.rects(begin, end)) {
        painter->fillRect(rect, ground);
    }
}

void ReviewPane::paintGrounds(QPainter *painter, const ParagraphLayout &layout,
                              const QPalette &colours) const
{
    visitMarks(layout, [&](const PaneMark &mark, const std::vector<QRectF> &rects) {
        paintMarkGround(painter, rects, mark.state, colours);
    });
}

void ReviewPane::paintOutlines(QPainter *painter, const ParagraphLayout &layout,
                               const QPalette &colours) const
{
    visitMarks(layout, [&](const PaneMark &mark, const std::vector<QRectF> &rects) {
        paintMarkOutline(painter, rects, mark.state, mark.key == m_current && m_current >= 0,
                         colours);
    });
}

void ReviewPane::paintPlaceholder(QPainter *painter) const
{
    painter->setPen(palette().color(QPalette::PlaceholderText));
    painter->drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                      Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
}

void ReviewPane::paintFocus(QPainter *painter) const
{
    if (hasFocus()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void ReviewPane::placeChips()
{
    if (!m_chips) {
        return;
    }
    const std::vector<QRectF> rects = visibleRects(m_current);
    if (rects.empty() || rects.back().bottom() < 0 || rects.front().top() > viewport()->height()) {
        m_chips->hide();
        return;
    }
    m_chips->adjustSize();
    m_chips->move(chipsPlace(m_chips->size(), rects, visibleLines(), viewport()->size()));
    m_chips->show();
}

void ReviewPane::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ReviewPane::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void ReviewPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        relayout();
    }
    QAbstractScrollArea::changeEvent(event);
}

void ReviewPane::scrollContentsBy(int, int)
{
    viewport()->update();
    placeChips();
    Q_EMIT scrolled();
}

bool ReviewPane::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = toolTipAt(help->pos());
        if (tip.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), tip, viewport());
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ReviewPane::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    constexpr double notch = 120;   // a mouse's; touchpads send parts of one
    event->accept();
    if (event->angleDelta().y() != 0) {
        Q_EMIT zoomWanted(std::pow(1.15, event->angleDelta().y() / notch));
    }
}

QString placeName(const document::TextUnit &unit)
{
    return unit.part + u'|' + document::placeLabel(unit.place);
}

}   // namespace expunge::ui
