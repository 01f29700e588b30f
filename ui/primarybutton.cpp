// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/primarybutton.h"

#include <QPainter>

namespace expunge::ui {

PrimaryButton::PrimaryButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setAttribute(Qt::WA_Hover);
}

QSize PrimaryButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 40,
            std::max(32, fontMetrics().height() + 14)};
}

void PrimaryButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = palette().color(isEnabled() ? QPalette::Highlight : QPalette::Button);
    if (isEnabled() && (isDown() || underMouse())) {
        ground = isDown() ? ground.darker(120) : ground.lighter(112);
    }
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(isEnabled() ? ground : palette().color(QPalette::Mid));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(palette().color(isEnabled() ? QPalette::HighlightedText : QPalette::ButtonText));
    painter.drawText(rect(), Qt::AlignCenter, text());
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 4, 4);
    }
}

}   // namespace expunge::ui
