// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Moving in a sheet, hits, and selection in the text of a cell.
#include "ui/panes/gridpane.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace expunge::ui {

GridPane::ShownText GridPane::textAt(QPointF point)
{
    if (!shown() || point.x() < headerWidth() || point.y() < headerHeight()) {
        return {};
    }
    const ShownText focused = focusText();
    if (focused.layout && focused.room.contains(point)) {
        return focused;
    }
    const Cell place = cellAt(point);
    int cell = shown()->lowerBound(place.row, place.column);
    if (cell == shown()->cellCount() || shown()->cell(cell).row != place.row
        || shown()->cell(cell).column != place.column) {
        --cell;   // the text of the one before may go over this place
    }
    if (cell < 0 || shown()->cell(cell).row != place.row) {
        return {};
    }
    const ShownText text = shownText(cell);
    return text.room.contains(point) ? text : ShownText();
}

int GridPane::markAt(QPointF point)
{
    const ShownText text = textAt(point);
    int key = -1;
    if (text.layout) {
        visitMarks(*text.layout, [&](const PaneMark &mark, const std::vector<QRectF> &rects) {
            for (const QRectF &rect : rects) {
                if (rect.adjusted(-2, -2, 2, 2).contains(point - text.at)) {
                    key = mark.key;
                }
            }
        });
    }
    return key;
}

std::vector<QRectF> GridPane::visibleRects(int key)
{
    std::vector<QRectF> result;
    const PaneMark *mark = markOf(key);
    if (!mark || !shown()) {
        return result;
    }
    for (auto place = placeOf(mark->span.unit, m_sheet);
         place != m_units.end() && place->unit == mark->span.unit && place->sheet == m_sheet;
         ++place) {
        const document::GridCell &cell = shown()->cell(place->cell);
        if (!cellRect({cell.row, cell.column}).intersects(clipOf(cell.row, cell.column))) {
            continue;
        }
        const ShownText text = shownText(place->cell);
        if (!text.layout) {
            continue;
        }
        for (const QRectF &rect : markRects(*text.layout, *mark)) {
            const QRectF seen = rect.translated(text.at).intersected(text.room);
            if (!seen.isEmpty()) {
                result.push_back(seen);
            }
        }
    }
    return result;
}

std::vector<QRectF> GridPane::visibleLines()
{
    std::vector<QRectF> lines;
    const ShownText focused = shown() ? focusText() : ShownText();
    if (focused.layout) {
        lines.push_back(focused.room);
    }
    const auto add = [&](Cell place) {
        const int cell = shown()->cellAt(place.row, place.column);
        if (cell >= 0) {
            const ShownText text = shownText(cell);
            lines.push_back(QRectF(text.at, QSizeF(textOf(cell).width, 16)).intersected(text.room));
        }
    };
    // The chips stand near the focused cell, so only its neighbours can be in the way.
    for (int row = std::max(0, m_focus.row - 3); shown() && row <= m_focus.row + 3; ++row) {
        for (int column = std::max(0, m_focus.column - 2); column <= m_focus.column + 4; ++column) {
            if (!(Cell{row, column} == m_focus)) {
                add({row, column});
            }
        }
    }
    return lines;
}

QString GridPane::toolTipAt(QPoint point)
{
    if (!shown()) {
        return {};
    }
    const Cell cell = cellAt(point);
    const bool onColumns = point.y() < headerHeight();
    const bool onRows = point.x() < headerWidth();
    const bool rowHidden = shown()->rows().isHidden(cell.row) && !onColumns;
    const bool columnHidden = shown()->columns().isHidden(cell.column) && !onRows;
    const QString mark = onRows || onColumns ? QString() : ReviewPane::toolTipAt(point);
    if (!mark.isEmpty()) {
        return mark;
    }
    if (rowHidden) {
        return tr("Row %1 is hidden in the file").arg(cell.row + 1);
    }
    return columnHidden ? tr("Column %1 is hidden in the file").arg(columnName(cell.column))
                        : QString();
}

std::vector<document::Span> GridPane::selectedSpans()
{
    if (!hasSelection() || !m_focusText.layout) {
        return {};
    }
    const auto [from, to] = std::minmax(m_selectionStart, m_caret);
    return trimmedSpans(*m_focusText.layout, from, to);
}

void GridPane::clearSelection()
{
    select(0, 0);
}

void GridPane::select(int from, int to)
{
    m_selectionStart = from;
    m_caret = to;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void GridPane::setFocusCell(Cell cell)
{
    if (!shown()) {
        return;
    }
    m_focus = {std::clamp(cell.row, 0, shown()->rows().count() - 1),
               std::clamp(cell.column, 0, shown()->columns().count() - 1)};
    revealCell(m_focus, false);
    focusChanged();
}

void GridPane::focusChanged()
{
    layOutFocus();
    if (shown()) {
        const QString text = m_focusText.layout ? m_focusText.layout->text() : tr("empty");
        setAccessibleDescription(
            tr("%1, sheet %2: %3", "cell, sheet, text")
                .arg(cellName(m_focus.row, m_focus.column), shown()->grid().name, text));
    }
    viewport()->update();
    placeChips();
    Q_EMIT selectionChanged();
}

void GridPane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !shown()) {
        ReviewPane::mousePressEvent(event);
        return;
    }
    const QPointF point = event->position();
    if (point.x() < headerWidth() || point.y() < headerHeight()) {
        return;
    }
    const int key = markAt(point);
    const ShownText before = focusText();
    if (!(before.layout && before.room.contains(point)) && !(cellAt(point) == m_focus)) {
        const ShownText hit = textAt(point);
        Cell cell = cellAt(point);
        // A click on a text that goes over its neighbours means the cell that it belongs to.
        const int own = shown()->lowerBound(cell.row, cell.column);
        const bool empty = shown()->cellAt(cell.row, cell.column) < 0;
        if (hit.layout && empty && own > 0) {
            cell.column = shown()->cell(own - 1).column;
        }
        setFocusCell(cell);
    }
    const ShownText text = focusText();
    m_pressed = text.layout != nullptr;
    if (m_pressed) {
        const int at = text.layout->positionAt(point - text.at);
        select(event->modifiers().testFlag(Qt::ShiftModifier) ? m_selectionStart : at, at);
    }
    if (key >= 0) {
        Q_EMIT markClicked(key);
    }
}

void GridPane::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || !m_pressed) {
        const bool onText = textAt(event->position()).layout != nullptr;
        viewport()->setCursor(markAt(event->position()) >= 0 ? Qt::PointingHandCursor
                              : onText                       ? Qt::IBeamCursor
                                                             : Qt::ArrowCursor);
        return;
    }
    const ShownText text = focusText();
    if (text.layout) {
        select(m_selectionStart, text.layout->positionAt(event->position() - text.at));
    }
}

void GridPane::mouseReleaseEvent(QMouseEvent *event)
{
    m_pressed = false;
    event->accept();
}

void GridPane::mouseDoubleClickEvent(QMouseEvent *event)
{
    const ShownText text = shown() ? focusText() : ShownText();
    if (text.layout && text.room.contains(event->position())) {
        const auto [begin, end] =
            wordAt(text.layout->text(), text.layout->positionAt(event->position() - text.at));
        select(begin, end);
    }
}

GridPane::Cell GridPane::lastUsed(int row) const
{
    const int behind = shown()->lowerBound(row + 1, 0);
    const bool whole = row >= shown()->rows().count();
    if (behind == 0 || (!whole && shown()->cell(behind - 1).row != row)) {
        return {whole ? 0 : row, 0};
    }
    return {shown()->cell(behind - 1).row, shown()->cell(behind - 1).column};
}

void GridPane::moveFocus(int rows, int columns)
{
    Cell cell = m_focus;
    const document::GridMerge *merge = shown()->mergeAt(cell.row, cell.column);
    if (merge && rows > 0) {
        cell.row = merge->row + merge->rows - 1;
    }
    if (merge && columns > 0) {
        cell.column = merge->column + merge->columns - 1;
    }
    cell.row = std::clamp(cell.row + rows, 0, shown()->rows().count() - 1);
    cell.column = std::clamp(cell.column + columns, 0, shown()->columns().count() - 1);
    merge = shown()->mergeAt(cell.row, cell.column);
    setFocusCell(merge ? Cell{merge->row, merge->column} : cell);
}

bool GridPane::extendByKey(QKeyEvent *event)
{
    if (!m_focusText.layout || !event->modifiers().testFlag(Qt::ShiftModifier)) {
        return false;
    }
    const QString text = m_focusText.layout->text();
    const bool byWord = event->modifiers().testFlag(Qt::ControlModifier);
    int to = -1;
    switch (event->key()) {
    case Qt::Key_Left:
        to = stepIn(text, m_caret, -1, byWord);
        break;
    case Qt::Key_Right:
        to = stepIn(text, m_caret, 1, byWord);
        break;
    case Qt::Key_Up:
        to = std::max(0, m_focusText.layout->positionInLine(m_caret, -1));
        break;
    case Qt::Key_Down:
        to = m_focusText.layout->positionInLine(m_caret, 1);
        to = to < 0 ? static_cast<int>(text.size()) : to;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = static_cast<int>(text.size());
        break;
    default:
        return false;
    }
    if (to >= 0) {
        select(m_selectionStart, to);
    }
    return true;
}

bool GridPane::moveByKey(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const double row = shown()->rows().size(m_focus.row);
    const int page = std::max(1, static_cast<int>(bodyRect().height() / std::max(1.0, row)) - 1);
    switch (event->key()) {
    case Qt::Key_Left:
        moveFocus(0, -1);
        return true;
    case Qt::Key_Right:
        moveFocus(0, 1);
        return true;
    case Qt::Key_Up:
        moveFocus(-1, 0);
        return true;
    case Qt::Key_Down:
        moveFocus(1, 0);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const int step = event->key() == Qt::Key_PageUp ? -1 : 1;
        if (control) {
            showSheet(m_sheet + step);
        } else {
            moveFocus(step * page, 0);
        }
        return true;
    }
    case Qt::Key_Home:
        setFocusCell({control ? 0 : m_focus.row, 0});
        return true;
    case Qt::Key_End:
        setFocusCell(lastUsed(control ? shown()->rows().count() : m_focus.row));
        return true;
    default:
        return false;
    }
}

void GridPane::keyPressEvent(QKeyEvent *event)
{
    if (!shown()) {
        ReviewPane::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::SelectAll) && m_focusText.layout) {
        select(0, static_cast<int>(m_focusText.layout->text().size()));
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        clearSelection();
        event->ignore();
        return;
    }
    if (!extendByKey(event) && !moveByKey(event)) {
        ReviewPane::keyPressEvent(event);
    }
}

}   // namespace expunge::ui
