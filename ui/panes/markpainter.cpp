// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/markpainter.h"

#include "ui/appearance.h"

#include <QPainter>

namespace expunge::ui {

namespace {

QRectF grown(const QRectF &rect)
{
    return rect.adjusted(-1.5, -0.5, 1.5, 0.5);
}

QColor withAlpha(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

}   // namespace

QColor markColour(MarkState state, const QPalette &palette)
{
    const bool onDark = isDark(palette);
    switch (state) {
    case MarkState::Pending:
        return QColor(onDark ? 0xffe3b341 : 0xff9a6700);
    case MarkState::Redact:
        return QColor(onDark ? 0xfff0716b : 0xffb42318);
    case MarkState::Keep:
        return QColor(onDark ? 0xff56c271 : 0xff1a7f37);
    case MarkState::Replaced:
        return QColor(onDark ? 0xff8fb7f5 : 0xff1f5fbf);
    case MarkState::Gone:
        return palette.color(QPalette::PlaceholderText);
    }
    return {};
}

void paintMarkGround(QPainter *painter, const std::vector<QRectF> &rects, MarkState state,
                     const QPalette &palette)
{
    const QColor colour = markColour(state, palette);
    const float strength = isDark(palette) ? 1.5F : 1.0F;
    painter->setPen(Qt::NoPen);
    for (const QRectF &rect : rects) {
        const QRectF box = grown(rect);
        switch (state) {
        case MarkState::Pending:
            painter->setBrush(withAlpha(colour, 0.14F * strength));
            painter->drawRoundedRect(box, 3, 3);
            break;
        case MarkState::Redact:
            painter->setBrush(withAlpha(colour, 0.16F * strength));
            painter->drawRoundedRect(box, 3, 3);
            painter->setBrush(QBrush(withAlpha(colour, 0.34F), Qt::BDiagPattern));
            painter->drawRoundedRect(box, 3, 3);
            break;
        case MarkState::Keep:
        case MarkState::Gone:
            break;
        case MarkState::Replaced:
            painter->setBrush(withAlpha(colour, 0.15F * strength));
            painter->drawRoundedRect(box, 3, 3);
            break;
        }
    }
}

void paintMarkOutline(QPainter *painter, const std::vector<QRectF> &rects, MarkState state,
                      bool current, const QPalette &palette)
{
    const QColor colour = markColour(state, palette);
    painter->setBrush(Qt::NoBrush);
    for (const QRectF &rect : rects) {
        const QRectF box = grown(rect);
        switch (state) {
        case MarkState::Pending:
            painter->setPen(QPen(colour, 1.2, Qt::DashLine));
            painter->drawRoundedRect(box, 3, 3);
            break;
        case MarkState::Redact:
            painter->setPen(QPen(colour, 1.2));
            painter->drawRoundedRect(box, 3, 3);
            break;
        case MarkState::Keep:
            painter->setPen(QPen(colour, 2));
            painter->drawLine(box.bottomLeft(), box.bottomRight());
            break;
        case MarkState::Gone:
            painter->setPen(QPen(colour, 1.2));
            painter->drawLine(QPointF(box.left(), box.center().y()),
                              QPointF(box.right(), box.center().y()));
            break;
        case MarkState::Replaced:
            break;
        }
        if (current) {
            painter->setPen(QPen(palette.color(QPalette::Highlight), 2.4));
            painter->drawRoundedRect(box.adjusted(-2, -2, 2, 2), 4, 4);
        }
    }
}

}   // namespace expunge::ui
