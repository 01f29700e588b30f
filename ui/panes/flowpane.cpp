// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/flowpane.h"

#include <QHash>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace expunge::ui {

namespace {

constexpr double sideMargin = 28;
constexpr double widestColumn = 760;

}   // namespace

FlowPane::FlowPane(QWidget *parent)
    : ColumnPane(parent)
{
}

void FlowPane::setDocument(const std::shared_ptr<const document::Document> &document,
                           const std::set<int> &extraUnits, bool keepPlace)
{
    setFlow(document, document ? readingFlow(*document, extraUnits) : CaptionedFlow(), keepPlace);
}

void FlowPane::setFlow(const std::shared_ptr<const document::Document> &document,
                       CaptionedFlow flow, bool keepPlace)
{
    const Anchor place = keepPlace ? anchor() : Anchor{};
    const int value = verticalScrollBar()->value();
    resetMarks();
    resetSelection();
    m_layout.setFlow(document, std::move(flow));
    relayout();
    if (keepPlace && place.part >= 0 && place.part < m_layout.paragraphCount()) {
        scrollToAnchor(place);
    } else {
        verticalScrollBar()->setValue(keepPlace ? value : 0);
    }
}

double FlowPane::columnWidth() const
{
    return std::max(120.0, std::min(viewport()->width() - 2 * sideMargin, widestColumn * zoom()));
}

double FlowPane::columnLeft() const
{
    return std::floor((viewport()->width() - columnWidth()) / 2);
}

void FlowPane::relayout()
{
    FlowStyle style;
    style.font = font();
    style.font.setPointSizeF(std::max(font().pointSizeF(), 9.0) * 1.05 * zoom());
    style.zoom = zoom();
    style.palette = palette();
    m_layout.setGeometry(columnWidth(), style);
    afterRelayout();
}

std::vector<QString> FlowPane::partNames()
{
    std::vector<QString> names;
    if (!document()) {
        return names;
    }
    QHash<QString, int> seen;
    const std::vector<document::TextUnit> &units = document()->textUnits();
    for (int i = 0; i < m_layout.paragraphCount(); ++i) {
        const document::FlowBlock &block = m_layout.block(i);
        const int index =
            block.unit >= 0 || block.runs.empty() ? block.unit : block.runs.front().unit;
        if (index < 0 || index >= static_cast<int>(units.size())) {
            names.emplace_back();
            continue;
        }
        // Scrubbing keeps paragraphs, and so their places.
        const QString place = placeName(units.at(static_cast<size_t>(index)));
        names.push_back(place + u'|' + QString::number(seen[place]++));
    }
    return names;
}

void FlowPane::paintCaption(QPainter *painter, int item) const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85 * zoom());
    small.setCapitalization(QFont::AllUppercase);
    small.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    painter->setFont(small);
    const QString text = m_layout.caption(item);
    const QFontMetricsF metrics(small);
    const double height = m_layout.top(item + 1) - m_layout.top(item);
    const double base = height - metrics.descent() - 8;
    painter->setPen(palette().color(QPalette::PlaceholderText));
    painter->drawText(QPointF(0, base), text);
    painter->setPen(palette().color(QPalette::Mid));
    const double line = std::round(base - metrics.xHeight() / 2) + 0.5;
    painter->drawLine(QPointF(metrics.horizontalAdvance(text.toUpper()) + 14, line),
                      QPointF(columnWidth(), line));
}

void FlowPane::paintItem(QPainter *painter, int item)
{
    if (m_layout.isCaption(item)) {
        paintCaption(painter, item);
        return;
    }
    const FlowItem *laid = m_layout.item(item);
    if (!laid) {
        return;
    }
    if (m_layout.isAside(item)) {
        painter->fillRect(QRectF(-14, 0, 3, m_layout.top(item + 1) - m_layout.top(item)),
                          palette().color(QPalette::Mid));
    }
    laid->drawFrames(painter, m_layout.context());
    laid->visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
        painter->translate(at);
        paintGrounds(painter, layout, palette());
        paintSelection(painter, number, layout);
        painter->translate(-at);
    });
    laid->drawText(painter);
    laid->visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
        painter->translate(at);
        paintOutlines(painter, layout, palette());
        paintCaret(painter, number, layout);
        painter->translate(-at);
    });
}

}   // namespace expunge::ui
