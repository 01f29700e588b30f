// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/overviewruler.h"

#include "ui/panes/documentview.h"
#include "ui/panes/markpainter.h"
#include "ui/panes/reviewpane.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace expunge::ui {

OverviewRuler::OverviewRuler(DocumentView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
{
    setFixedWidth(14);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview of all candidates in this file"));
    setToolTip(tr("All candidates of this file: click to go to one"));
    connect(view, &DocumentView::layoutChanged, this, qOverload<>(&QWidget::update));
    connect(view, &DocumentView::scrolled, this, qOverload<>(&QWidget::update));
}

double OverviewRuler::tickOf(const PaneMark &mark) const
{
    const double fraction = mark.state == MarkState::Gone ? -1 : m_view->fractionOf(mark.span);
    return fraction < 0 ? -1 : std::round(fraction * (height() - 6)) + 3;
}

void OverviewRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    const QScrollBar *bar = m_view->pane()->verticalScrollBar();
    const double whole = bar->maximum() + bar->pageStep();
    if (bar->maximum() > 0) {
        QColor seen = palette().color(QPalette::Mid);
        seen.setAlphaF(0.45F);
        painter.fillRect(
            QRectF(0, bar->value() / whole * height(), width(), bar->pageStep() / whole * height()),
            seen);
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, 0, 0, height());
    for (const PaneMark &mark : m_view->marks()) {
        const double y = tickOf(mark);
        if (y < 0) {
            continue;
        }
        // A pending tick is the whole width, a decided one half of it: shape tells as well as
        // colour.
        const double left = mark.state == MarkState::Pending ? 3 : 7;
        painter.fillRect(QRectF(left, y - 1, width() - left - 2, 2.5),
                         markColour(mark.state, palette()));
        if (mark.key == m_view->current()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
            painter.drawRect(QRectF(1.5, y - 3, width() - 3, 6));
        }
    }
}

void OverviewRuler::mousePressEvent(QMouseEvent *event)
{
    int best = -1;
    double bestDistance = 0;
    for (const PaneMark &mark : m_view->marks()) {
        const double y = tickOf(mark);
        const double distance = std::abs(y - event->position().y());
        if (y >= 0 && (best < 0 || distance < bestDistance)) {
            best = mark.key;
            bestDistance = distance;
        }
    }
    if (best >= 0 && bestDistance <= 6) {
        Q_EMIT markClicked(best);
        return;
    }
    QScrollBar *bar = m_view->pane()->verticalScrollBar();
    bar->setValue(static_cast<int>((bar->maximum() + bar->pageStep()) * event->position().y()
                                   / std::max(1, height()))
                  - bar->pageStep() / 2);
}

}   // namespace expunge::ui
