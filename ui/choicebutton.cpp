// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/choicebutton.h"

#include <QPainter>

namespace expunge::ui {

namespace {

constexpr int sidePadding = 12;
constexpr int tickWidth = 16;

}   // namespace

ChoiceButton::ChoiceButton(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize ChoiceButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * sidePadding + tickWidth,
            std::max(28, fontMetrics().height() + 10)};
}

QSize ChoiceButton::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + tickWidth + 8, sizeHint().height()};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool chosen = isChecked() && isEnabled();
    QColor ground = palette().color(chosen ? QPalette::Highlight : QPalette::Button);
    if (!chosen && underMouse()) {
        ground = palette().color(QPalette::AlternateBase);
    }
    painter.setPen(palette().color(chosen ? QPalette::Highlight : QPalette::Mid));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 5, 5);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
        painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 3, 3);
    }
    const QColor ink = palette().color(chosen ? QPalette::HighlightedText : QPalette::ButtonText);
    QRect words = rect();
    if (chosen) {
        painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF at(sidePadding - 2, height() / 2.0 - 5);
        painter.drawPolyline(
            QPolygonF({at + QPointF(0, 5), at + QPointF(3.5, 8.5), at + QPointF(9.5, 1.5)}));
        words.adjust(tickWidth, 0, 0, 0);
    }
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignCenter, text());
}

}   // namespace expunge::ui
