// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a sheet is laid out and drawn: the cells in view and no others.
#include "ui/appearance.h"
#include "ui/panes/gridpane.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace expunge::ui {

namespace {

constexpr double padding = 3;
constexpr int longestInCell = 300;   // characters of a text that its cell cuts off anyway
constexpr int longestWrapped = 2000;
constexpr int longestFocused = 32'767;   // the most that a cell of Excel holds
constexpr double widestFocus = 460;
constexpr double highestFocus = 0.7;   // of the viewport
constexpr size_t mostTexts = 1200;     // kept; throwing many away at once takes a frame's time

QColor withAlpha(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

}   // namespace

QPalette GridPane::coloursOf(const document::GridStyle &style) const
{
    QPalette colours = palette();
    if (style.filled) {
        // A fill is of the document and stays as it is; words on it are dark or light as it needs.
        const QColor fill(0xff000000U | style.fill);
        const bool dark = qGray(fill.rgb()) < 128;
        const QColor text = dark ? Qt::white : QColor(0xff1b1f24);
        for (const QPalette::ColorRole role : {QPalette::Base, QPalette::Window}) {
            colours.setColor(role, fill);
        }
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText}) {
            colours.setColor(role, text);
        }
    }
    return colours;
}

GridPane::CellText GridPane::makeText(int cell, double wrapWidth, int longest) const
{
    const document::GridCell &one = shown()->cell(cell);
    const std::vector<document::TextUnit> &units = m_document->textUnits();
    if (one.unit < 0 || one.unit >= static_cast<int>(units.size())) {
        return {};
    }
    const document::GridStyle &look = shown()->styleOf(one);
    const auto length = static_cast<int>(units[static_cast<size_t>(one.unit)].text.size());
    document::FlowBlock block;
    block.unit = one.unit;
    block.runs.push_back({one.unit, 0, std::min(length, longest), look.text});
    FlowStyle style = cellStyle();
    style.palette = coloursOf(look);
    if (wrapWidth > 0) {
        block.alignment = shown()->alignmentOf(one);
    }
    CellText text;
    text.layout = std::make_unique<ParagraphLayout>(block, units, style);
    if (wrapWidth > 0) {
        text.layout->layOut(wrapWidth);
        text.width = wrapWidth;
    } else {
        text.width = text.layout->layOutUnbroken();
    }
    return text;
}

const GridPane::CellText &GridPane::textOf(int cell)
{
    const auto known = m_texts.find(cell);
    if (known != m_texts.end()) {
        return known->second;
    }
    const document::GridCell &one = shown()->cell(cell);
    const bool wrap = shown()->styleOf(one).wrap;
    const double width = shown()->rect(one.row, one.column).width() - 2 * padding;
    return m_texts
        .emplace(cell, makeText(cell, wrap ? width : 0, wrap ? longestWrapped : longestInCell))
        .first->second;
}

bool GridPane::isFocus(int cell) const
{
    return shown()->cell(cell).row == m_focus.row && shown()->cell(cell).column == m_focus.column;
}

GridPane::ShownText GridPane::shownText(int cell)
{
    const document::GridCell &one = shown()->cell(cell);
    if (isFocus(cell)) {
        return focusText();
    }
    const CellText &text = textOf(cell);
    if (!text.layout) {
        return {};
    }
    const QRectF rect = toViewport(shown()->rect(one.row, one.column), one.row, one.column);
    const QRectF room = toViewport(shown()->textRoom(cell), one.row, one.column);
    double x = rect.left() + padding;
    if (!shown()->styleOf(one).wrap && text.width < rect.width() - 2 * padding) {
        const document::Alignment alignment = shown()->alignmentOf(one);
        x = alignment == document::Alignment::End      ? rect.right() - padding - text.width
            : alignment == document::Alignment::Centre ? rect.center().x() - text.width / 2
                                                       : x;
    }
    // At the foot of a cell, as spreadsheets do, but the first line is never cut off.
    const double y = std::max(rect.top(), rect.bottom() - 1 - text.layout->height());
    const QPointF at(std::round(x), std::round(y));
    const QRectF seen = room.intersected(clipOf(one.row, one.column));
    const QSizeF size(text.width, std::min(text.layout->height(), rect.height()));
    return {text.layout.get(), at, seen, seen.contains(QRectF(at, size))};
}

void GridPane::layOutFocus()
{
    m_focusText = {};
    m_selectionStart = m_caret = 0;
    const int cell = shown() ? shown()->cellAt(m_focus.row, m_focus.column) : -1;
    if (cell < 0) {
        return;
    }
    const double room = shown()->rect(m_focus.row, m_focus.column).width() - 2 * padding;
    m_focusText = makeText(cell, 0, longestFocused);
    if (m_focusText.layout && m_focusText.width > room) {
        const double widest =
            std::min(widestFocus * zoom(), viewport()->width() - headerWidth() - 24);
        m_focusText = makeText(cell, std::clamp(m_focusText.width, room, std::max(room, widest)),
                               longestFocused);
    }
}

QRectF GridPane::focusBox(const QRectF &cell) const
{
    const double width = std::max(cell.width(), m_focusText.width + 2 * padding);
    const double most = std::max(cell.height(), viewport()->height() * highestFocus);
    const double height = std::clamp(m_focusText.layout->height() + 2, cell.height(), most);
    const double x = std::min(cell.left(), viewport()->width() - width - 2);
    const double y = std::min(cell.top(), viewport()->height() - height - 2);
    return {std::max(x, std::min(cell.left(), headerWidth())),
            std::max(y, std::min(cell.top(), headerHeight())), width, height};
}

GridPane::ShownText GridPane::focusText()
{
    const QRectF cell = cellRect(m_focus);
    if (!m_focusText.layout || !cell.intersects(clipOf(m_focus.row, m_focus.column))) {
        return {};
    }
    const QRectF box = focusBox(cell);
    const double height = m_focusText.layout->height();
    const document::GridCell &one = shown()->cell(shown()->cellAt(m_focus.row, m_focus.column));
    double x = box.left() + padding;
    if (m_focusText.width < box.width() - 2 * padding) {
        const document::Alignment alignment = shown()->alignmentOf(one);
        x = alignment == document::Alignment::End      ? box.right() - padding - m_focusText.width
            : alignment == document::Alignment::Centre ? box.center().x() - m_focusText.width / 2
                                                       : x;
    }
    double y = height < box.height() ? box.bottom() - 1 - height : box.top();
    if (height > box.height()) {
        // The box shows the part of a very long text that is worked on.
        const PaneMark *mark = markOf(current());
        const auto rects = mark ? markRects(*m_focusText.layout, *mark) : std::vector<QRectF>();
        const double wanted = m_caret > 0     ? m_focusText.layout->caretRect(m_caret).center().y()
                              : rects.empty() ? 0
                                              : rects.front().center().y();
        y -= std::clamp(wanted - box.height() / 2, 0.0, height - box.height());
    }
    const QRectF seen(QPointF(headerWidth(), headerHeight()),
                      QPointF(viewport()->width(), viewport()->height()));
    return {m_focusText.layout.get(), QPointF(std::round(x), std::round(y)), box.intersected(seen)};
}

void GridPane::paintText(QPainter *painter, const ShownText &text, const QPalette &colours)
{
    if (!text.layout || text.room.isEmpty()) {
        return;
    }
    painter->save();
    if (!text.fits) {
        painter->setClipRect(text.room, Qt::IntersectClip);   // costs more than the text itself
    }
    painter->translate(text.at);
    const bool marked = !marks().empty();
    const bool focused = text.layout == m_focusText.layout.get();
    if (marked) {
        paintGrounds(painter, *text.layout, colours);
    }
    if (focused && hasSelection()) {
        const auto [from, to] = std::minmax(m_selectionStart, m_caret);
        paintSelectionIn(painter, *text.layout, from, to);
    }
    text.layout->draw(painter, {});
    if (marked) {
        paintOutlines(painter, *text.layout, colours);
    }
    painter->restore();
}

void GridPane::paintCell(QPainter *painter, int cell)
{
    const document::GridCell &one = shown()->cell(cell);
    if (isFocus(cell)) {
        return;   // drawn last, over its neighbours
    }
    const ShownText text = shownText(cell);
    const QRectF own = toViewport(shown()->rect(one.row, one.column), one.row, one.column);
    if (text.layout && text.at.x() + textOf(cell).width > own.right()
        && text.room.right() > own.right()) {
        // Lines do not cross the words that go over their neighbours.
        painter->fillRect(
            QRectF(own.right() - 1, own.top(),
                   std::min(text.room.right(), text.at.x() + textOf(cell).width) - own.right(),
                   own.height() - 1),
            palette().color(QPalette::Base));
    }
    paintText(painter, text, coloursOf(shown()->styleOf(one)));
}

void GridPane::paintLines(QPainter *painter, const Region &region) const
{
    const GridLayout &layout = *shown();
    const QColor line = withAlpha(palette().color(QPalette::Mid), 0.55F);
    const QBrush hatch(withAlpha(palette().color(QPalette::PlaceholderText), 0.28F),
                       Qt::BDiagPattern);
    const QRectF clip = region.clip;
    for (int row = region.row; row < region.rowEnd; ++row) {
        const QRectF band = toViewport(
            QRectF(0, layout.rows().start(row), 1, layout.rows().size(row)), row, region.column);
        if (layout.rows().isHidden(row)) {
            painter->fillRect(QRectF(clip.left(), band.top(), clip.width(), band.height()), hatch);
        }
        painter->fillRect(QRectF(clip.left(), band.bottom() - 1, clip.width(), 1), line);
    }
    for (int column = region.column; column < region.columnEnd; ++column) {
        const QRectF band =
            toViewport(QRectF(layout.columns().start(column), 0, layout.columns().size(column), 1),
                       region.row, column);
        if (layout.columns().isHidden(column)) {
            painter->fillRect(QRectF(band.left(), clip.top(), band.width(), clip.height()), hatch);
        }
        painter->fillRect(QRectF(band.right() - 1, clip.top(), 1, clip.height()), line);
    }
}

void GridPane::paintMerges(QPainter *painter, const Region &region)
{
    const GridLayout &layout = *shown();
    layout.visitMerges(region.row, region.rowEnd, [&](const document::GridMerge &merge) {
        if (merge.column >= region.columnEnd || merge.column + merge.columns <= region.column) {
            return;
        }
        const QRectF rect =
            toViewport(layout.rect(merge.row, merge.column), merge.row, merge.column);
        const int cell = layout.cellAt(merge.row, merge.column);
        const bool filled = cell >= 0 && layout.styleOf(layout.cell(cell)).filled;
        painter->fillRect(rect.adjusted(0, 0, -1, -1),
                          filled ? QColor(0xff000000U | layout.styleOf(layout.cell(cell)).fill)
                                 : palette().color(QPalette::Base));
        if (cell >= 0) {
            paintCell(painter, cell);
        }
    });
}

void GridPane::paintRegion(QPainter *painter, const Region &region)
{
    const GridLayout &layout = *shown();
    painter->save();
    painter->setClipRect(region.clip);
    std::vector<int> cells;
    for (int row = region.row; row < region.rowEnd; ++row) {
        int cell = layout.lowerBound(row, region.column);
        // The text of the last one before may go on into view.
        if (cell > 0 && layout.cell(cell - 1).row == row) {
            --cell;
        }
        for (; cell < layout.cellCount() && layout.cell(cell).row == row
               && layout.cell(cell).column < region.columnEnd;
             ++cell) {
            const document::GridCell &one = layout.cell(cell);
            const document::GridStyle &style = layout.styleOf(one);
            const document::GridMerge *merge = layout.mergeAt(row, one.column);
            if (merge) {
                continue;   // drawn with what it is merged with
            }
            if (style.filled) {
                painter->fillRect(toViewport(layout.rect(row, one.column), row, one.column),
                                  QColor(0xff000000U | style.fill));
            }
            cells.push_back(cell);
        }
    }
    m_painted += cells.size();
    paintLines(painter, region);
    for (const int cell : cells) {
        paintCell(painter, cell);
    }
    paintMerges(painter, region);
    painter->restore();
}

void GridPane::paintFocusCell(QPainter *painter)
{
    const QRectF clip = clipOf(m_focus.row, m_focus.column);
    const QRectF cell = cellRect(m_focus);
    if (!cell.intersects(clip)) {
        return;
    }
    const int index = shown()->cellAt(m_focus.row, m_focus.column);
    const ShownText text = focusText();
    const QPen border(palette().color(QPalette::Highlight), hasFocus() ? 2 : 1);
    painter->setPen(border);
    if (!text.layout) {
        painter->setBrush(Qt::NoBrush);
        painter->save();
        painter->setClipRect(clip);
        painter->drawRect(cell.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    }
    const QRectF box = focusBox(cell);
    const QPalette colours = coloursOf(shown()->styleOf(shown()->cell(index)));
    painter->save();
    painter->setClipRect(box.height() > cell.height() + 1 || box.width() > cell.width() + 1
                             ? text.room.adjusted(-2, -2, 4, 4)
                             : clip.adjusted(-1, -1, 1, 1));
    if (box.width() > cell.width() + 1 || box.height() > cell.height() + 1) {
        painter->fillRect(box.translated(3, 3), QColor(0, 0, 0, 40));
    }
    painter->fillRect(box, colours.color(QPalette::Base));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(box.adjusted(0, 0, -1, -1));
    paintText(painter, text, colours);
    if (hasFocus() && (hasSelection() || m_caret > 0)) {
        painter->fillRect(text.layout->caretRect(m_caret).translated(text.at),
                          colours.color(QPalette::Text));
    }
    painter->restore();
}

void GridPane::paintHeader(QPainter *painter, const QRectF &rect, const QString &text, bool hidden,
                           bool isCurrent, const QFont &font) const
{
    painter->fillRect(rect, isCurrent ? withAlpha(palette().color(QPalette::Highlight), 0.22F)
                                      : palette().color(QPalette::Window));
    if (hidden) {
        painter->fillRect(rect, QBrush(withAlpha(palette().color(QPalette::PlaceholderText), 0.5F),
                                       Qt::BDiagPattern));
    }
    painter->setPen(withAlpha(palette().color(QPalette::Mid), 0.8F));
    painter->drawLine(rect.bottomLeft() + QPointF(0, -0.5), rect.bottomRight() + QPointF(0, -0.5));
    painter->drawLine(rect.topRight() + QPointF(-0.5, 0), rect.bottomRight() + QPointF(-0.5, 0));
    QFont face = font;
    face.setItalic(hidden);
    face.setBold(isCurrent);
    painter->setFont(face);
    painter->setPen(palette().color(hidden ? QPalette::PlaceholderText : QPalette::WindowText));
    painter->drawText(rect, Qt::AlignCenter, text);
}

void GridPane::paintHeaders(QPainter *painter) const
{
    const GridLayout &layout = *shown();
    const double width = headerWidth();
    const double height = headerHeight();
    const QFont face = cellStyle().font;
    for (const Region &region : regions()) {
        painter->save();
        painter->setClipRect(QRectF(region.clip.left(), 0, region.clip.width(), height));
        for (int column = region.column; column < region.columnEnd; ++column) {
            const QRectF band = toViewport(
                QRectF(layout.columns().start(column), 0, layout.columns().size(column), 1),
                region.row, column);
            paintHeader(painter, QRectF(band.left(), 0, band.width(), height), columnName(column),
                        layout.columns().isHidden(column), column == m_focus.column, face);
        }
        painter->setClipRect(QRectF(0, region.clip.top(), width, region.clip.height()));
        for (int row = region.row; row < region.rowEnd; ++row) {
            const QRectF band =
                toViewport(QRectF(0, layout.rows().start(row), 1, layout.rows().size(row)), row,
                           region.column);
            paintHeader(painter, QRectF(0, band.top(), width, band.height()),
                        QString::number(row + 1), layout.rows().isHidden(row), row == m_focus.row,
                        face);
        }
        painter->restore();
    }
    paintHeader(painter, QRectF(0, 0, width, height), {}, false, false, face);
    const QSizeF frozen = frozenSize();
    painter->setPen(QPen(withAlpha(palette().color(QPalette::WindowText), 0.45F), 1));
    const QRectF body = bodyRect();
    if (frozen.width() > 0) {
        painter->drawLine(QPointF(body.left() - 0.5, 0),
                          QPointF(body.left() - 0.5, viewport()->height()));
    }
    if (frozen.height() > 0) {
        painter->drawLine(QPointF(0, body.top() - 0.5),
                          QPointF(viewport()->width(), body.top() - 0.5));
    }
}

void GridPane::paintEvent(QPaintEvent *)
{
    if (m_texts.size() > std::max(mostTexts, 2 * m_painted)) {
        m_texts.clear();
    }
    m_painted = 0;
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (!shown()) {
        paintPlaceholder(&painter);
        return;
    }
    for (const Region &region : regions()) {
        paintRegion(&painter, region);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeaders(&painter);
    paintFocusCell(&painter);
    paintFocus(&painter);
}

}   // namespace expunge::ui
