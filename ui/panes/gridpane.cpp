// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/gridpane.h"

#include "ui/panes/sheettabs.h"

#include <QHash>
#include <QPointer>
#include <QScrollBar>
#include <QSignalBlocker>

#include <cmath>

namespace expunge::ui {

namespace {

constexpr double widestFrozen = 0.6;   // of the viewport: the rest must be left for scrolling

/// A scroll bar as high as the tabs that stand beside it.
class BarBesideTabs final : public QScrollBar
{
public:
    BarBesideTabs(QWidget *tabs, QWidget *parent)
        : QScrollBar(Qt::Horizontal, parent)
        , m_tabs(tabs)
    {
    }

    QSize sizeHint() const override
    {
        const int tabs = m_tabs ? m_tabs->sizeHint().height() : 0;
        return QScrollBar::sizeHint().expandedTo({0, tabs});
    }

private:
    QPointer<QWidget> m_tabs;   // both are children of the pane, which may go in any order
};

}   // namespace

GridPane::GridPane(QWidget *parent)
    : ReviewPane(parent)
    , m_tabs(new SheetTabs(this))
{
    viewport()->setCursor(Qt::ArrowCursor);
    setHorizontalScrollBar(new BarBesideTabs(m_tabs, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);   // the tabs stand beside it
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    addScrollBarWidget(m_tabs, Qt::AlignLeft);
    connect(m_tabs, &QTabBar::currentChanged, this, &GridPane::showSheet);
}

GridPane::~GridPane() = default;

void GridPane::setGrids(const std::shared_ptr<const document::Document> &document,
                        std::vector<document::Grid> grids, bool keepPlace)
{
    const Anchor place = keepPlace ? anchor() : Anchor{};
    const Cell focus = keepPlace ? m_focus : Cell{};
    resetMarks();
    m_texts.clear();
    m_layouts.clear();
    m_document = document;
    m_grids = std::move(grids);
    m_layouts.resize(m_grids.size());
    m_views.assign(m_grids.size(), {});
    m_sheet = 0;
    m_focus = {};
    rememberUnits();
    m_tabs->setSheets(m_grids);
    fitTabs();
    const QSignalBlocker quiet(m_tabs);
    relayout();
    if (place.part >= 0 && place.part < static_cast<int>(m_grids.size())) {
        scrollToAnchor(place);
        m_focus = focus;
    } else {
        verticalScrollBar()->setValue(0);
        horizontalScrollBar()->setValue(0);
    }
    m_tabs->setCurrentIndex(m_sheet);
    layOutFocus();
}

void GridPane::rememberUnits()
{
    m_units.clear();
    size_t count = 0;
    for (const document::Grid &grid : m_grids) {
        count += grid.cells.size();
    }
    m_units.reserve(count);
    for (size_t sheet = 0; sheet < m_grids.size(); ++sheet) {
        for (size_t cell = 0; cell < m_grids[sheet].cells.size(); ++cell) {
            const int unit = m_grids[sheet].cells[cell].unit;
            if (unit >= 0) {
                m_units.push_back({unit, static_cast<int>(sheet), static_cast<int>(cell)});
            }
        }
    }
    const auto less = [](const UnitPlace &a, const UnitPlace &b) {
        return std::tie(a.unit, a.sheet, a.cell) < std::tie(b.unit, b.sheet, b.cell);
    };
    if (!std::is_sorted(m_units.begin(), m_units.end(), less)) {
        std::sort(m_units.begin(), m_units.end(), less);
    }
}

std::vector<GridPane::UnitPlace>::const_iterator GridPane::placeOf(int unit, int sheet) const
{
    const auto found = std::lower_bound(m_units.begin(), m_units.end(), std::pair(unit, sheet),
                                        [](const UnitPlace &place, const auto &wanted) {
                                            return std::pair(place.unit, place.sheet) < wanted;
                                        });
    return found != m_units.end() && found->unit == unit && (sheet < 0 || found->sheet == sheet)
               ? found
               : m_units.end();
}

const GridLayout *GridPane::layoutOf(int sheet) const
{
    return sheet >= 0 && sheet < static_cast<int>(m_layouts.size())
               ? m_layouts[static_cast<size_t>(sheet)].get()
               : nullptr;
}

void GridPane::showSheet(int sheet)
{
    if (sheet == m_sheet || sheet < 0 || sheet >= static_cast<int>(m_grids.size())) {
        return;
    }
    m_views[static_cast<size_t>(m_sheet)] = {anchor(), m_focus};
    m_sheet = sheet;
    {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(sheet);
    }
    const SheetView view = m_views[static_cast<size_t>(sheet)];
    m_focus = view.focus;
    {
        const QSignalBlocker quiet(this);   // one signal for all that happens here
        relayout();
        if (view.anchor.part == sheet) {
            scrollToAnchor(view.anchor);
        } else {
            verticalScrollBar()->setValue(0);
            horizontalScrollBar()->setValue(0);
        }
    }
    focusChanged();
    Q_EMIT layoutChanged();
    Q_EMIT scrolled();
}

void GridPane::relayout()
{
    m_style.font = font();
    m_style.font.setPointSizeF(std::max(font().pointSizeF(), 9.0) * zoom());
    m_style.zoom = zoom();
    m_style.palette = palette();
    m_style.tight = true;
    m_texts.clear();
    for (size_t i = 0; i < m_layouts.size(); ++i) {
        // Only the sheet in view is laid out; the others when they are.
        m_layouts[i] = static_cast<int>(i) == m_sheet
                           ? std::make_unique<GridLayout>(m_grids[i], cellStyle())
                           : nullptr;
    }
    updateScrollBars();
    layOutFocus();
    viewport()->update();
    placeChips();
    Q_EMIT layoutChanged();
}

void GridPane::updateScrollBars()
{
    measure();
    const GridLayout *layout = shown();
    const QSizeF room(viewport()->width() - headerWidth(), viewport()->height() - headerHeight());
    const QSizeF whole =
        layout ? QSizeF(layout->columns().total(), layout->rows().total()) : QSizeF(0, 0);
    const QSizeF frozen = frozenSize();
    const double line = cellStyle().pixels(15);
    const auto set = [](QScrollBar *bar, double all, double page, double step) {
        bar->setPageStep(std::max(1, static_cast<int>(page)));
        bar->setSingleStep(static_cast<int>(step));
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(all))));
    };
    set(verticalScrollBar(), whole.height() - room.height(), room.height() - frozen.height(), line);
    set(horizontalScrollBar(), whole.width() - room.width(), room.width() - frozen.width(),
        line * 2);
}

void GridPane::measure()
{
    const GridLayout *layout = shown();
    const QFontMetricsF metrics(cellStyle().font);
    const QString widest = QString::number(layout ? std::max(99, layout->rows().count()) : 99);
    m_head = QSizeF(std::ceil(metrics.horizontalAdvance(widest)) + 16 * zoom(),
                    std::ceil(metrics.height() + 6 * zoom()));
    m_frozen = layout ? QSizeF(layout->columns().start(layout->frozenColumns()),
                               layout->rows().start(layout->frozenRows()))
                      : QSizeF(0, 0);
    if (m_frozen.width() > (viewport()->width() - m_head.width()) * widestFrozen) {
        m_frozen.setWidth(0);
    }
    if (m_frozen.height() > (viewport()->height() - m_head.height()) * widestFrozen) {
        m_frozen.setHeight(0);
    }
}

QRectF GridPane::bodyRect() const
{
    const QSizeF frozen = frozenSize();
    const QPointF corner(headerWidth() + frozen.width(), headerHeight() + frozen.height());
    return {corner, QPointF(viewport()->width(), viewport()->height())};
}

QRectF GridPane::clipOf(int row, int column) const
{
    const QRectF body = bodyRect();
    QRectF clip = body;
    // What is merged over the edge of the frozen lines goes on behind it.
    const document::GridMerge *merge = shown()->mergeAt(row, column);
    const int lastRow = merge ? merge->row + merge->rows - 1 : row;
    const int lastColumn = merge ? merge->column + merge->columns - 1 : column;
    if (frozenSize().height() > 0 && row < shown()->frozenRows()) {
        clip.setTop(headerHeight());
        clip.setBottom(lastRow < shown()->frozenRows() ? body.top() : body.bottom());
    }
    if (frozenSize().width() > 0 && column < shown()->frozenColumns()) {
        clip.setLeft(headerWidth());
        clip.setRight(lastColumn < shown()->frozenColumns() ? body.left() : body.right());
    }
    return clip;
}

QRectF GridPane::toViewport(const QRectF &sheetRect, int row, int column) const
{
    const bool rowStays = frozenSize().height() > 0 && row < shown()->frozenRows();
    const bool columnStays = frozenSize().width() > 0 && column < shown()->frozenColumns();
    return sheetRect.translated(headerWidth() - (columnStays ? 0 : horizontalScrollBar()->value()),
                                headerHeight() - (rowStays ? 0 : verticalScrollBar()->value()));
}

QRectF GridPane::cellRect(Cell cell) const
{
    return shown() ? toViewport(shown()->rect(cell.row, cell.column), cell.row, cell.column)
                   : QRectF();
}

GridPane::Cell GridPane::cellAt(QPointF point) const
{
    const GridLayout *layout = shown();
    if (!layout) {
        return {};
    }
    const QRectF body = bodyRect();
    const double x =
        point.x() - headerWidth() + (point.x() < body.left() ? 0 : horizontalScrollBar()->value());
    const double y =
        point.y() - headerHeight() + (point.y() < body.top() ? 0 : verticalScrollBar()->value());
    const Cell cell{layout->rows().lineAt(y), layout->columns().lineAt(x)};
    const document::GridMerge *merge = layout->mergeAt(cell.row, cell.column);
    return merge ? Cell{merge->row, merge->column} : cell;
}

std::vector<GridPane::Region> GridPane::regions() const
{
    const GridLayout *layout = shown();
    const QRectF body = bodyRect();
    const QSizeF frozen = frozenSize();
    const int frozenRows = frozen.height() > 0 ? layout->frozenRows() : 0;
    const int frozenColumns = frozen.width() > 0 ? layout->frozenColumns() : 0;
    const double top = verticalScrollBar()->value() + frozen.height();
    const double left = horizontalScrollBar()->value() + frozen.width();
    Region main;
    main.clip = body;
    main.row = std::max(frozenRows, layout->rows().lineAt(top));
    main.rowEnd = layout->rows().lineAt(top + body.height()) + 1;
    main.column = std::max(frozenColumns, layout->columns().lineAt(left));
    main.columnEnd = layout->columns().lineAt(left + body.width()) + 1;
    std::vector<Region> result{main};
    if (frozenRows > 0) {
        Region above = main;
        above.row = 0;
        above.rowEnd = frozenRows;
        above.clip = QRectF(QPointF(body.left(), headerHeight()), body.topRight());
        result.push_back(above);
    }
    if (frozenColumns > 0) {
        Region beside = main;
        beside.column = 0;
        beside.columnEnd = frozenColumns;
        beside.clip = QRectF(QPointF(headerWidth(), body.top()), body.bottomLeft());
        result.push_back(beside);
    }
    if (frozenRows > 0 && frozenColumns > 0) {
        result.push_back({0, frozenRows, 0, frozenColumns,
                          QRectF(QPointF(headerWidth(), headerHeight()), body.topLeft())});
    }
    return result;
}

ReviewPane::Anchor GridPane::anchor()
{
    const GridLayout *layout = shown();
    if (!layout) {
        return {};
    }
    const auto lineIn = [](const GridAxis &axis, double offset) {
        const int line = axis.lineAt(offset);
        return line + (offset - axis.start(line)) / std::max(1.0, axis.size(line));
    };
    const QSizeF frozen = frozenSize();
    return {m_sheet, lineIn(layout->rows(), verticalScrollBar()->value() + frozen.height()),
            lineIn(layout->columns(), horizontalScrollBar()->value() + frozen.width()), false};
}

void GridPane::scrollToAnchor(const Anchor &anchor)
{
    if (anchor.part < 0 || anchor.part >= static_cast<int>(m_grids.size())) {
        return;
    }
    showSheet(anchor.part);
    const auto offsetOf = [](const GridAxis &axis, double place) {
        const int line = std::clamp(static_cast<int>(place), 0, axis.count() - 1);
        return axis.start(line) + (place - line) * axis.size(line);
    };
    const QSizeF frozen = frozenSize();
    verticalScrollBar()->setValue(
        static_cast<int>(std::lround(offsetOf(shown()->rows(), anchor.offset) - frozen.height())));
    horizontalScrollBar()->setValue(static_cast<int>(
        std::lround(offsetOf(shown()->columns(), anchor.across) - frozen.width())));
}

std::vector<QString> GridPane::partNames()
{
    std::vector<QString> names;
    QHash<QString, int> seen;
    for (const document::Grid &grid : m_grids) {
        const int unit = grid.cells.empty() ? grid.nameUnit : grid.cells.front().unit;
        // Scrubbing may change a sheet's name, but not the part that holds it.
        const QString part =
            unit >= 0 ? m_document->textUnits().at(static_cast<size_t>(unit)).part : QString();
        names.push_back(part + u'#' + QString::number(seen[part]++));
    }
    return names;
}

double GridPane::fractionOf(const document::Span &span) const
{
    const auto place = placeOf(span.unit, m_sheet);
    if (place == m_units.end() || !shown()) {
        return -1;
    }
    return shown()->rows().start(shown()->cell(place->cell).row)
           / std::max(1.0, shown()->rows().total());
}

bool GridPane::shows(const document::Span &span) const
{
    return placeOf(span.unit, -1) != m_units.end();
}

void GridPane::marksChanged()
{
    std::set<int> pending;
    for (const PaneMark &mark : marks()) {
        const auto place = placeOf(mark.span.unit, -1);
        if (mark.state == MarkState::Pending && place != m_units.end()) {
            pending.insert(place->sheet);
        }
    }
    m_tabs->setPending(pending);
}

void GridPane::reveal(int key)
{
    const PaneMark *mark = markOf(key);
    if (!mark) {
        return;
    }
    auto place = placeOf(mark->span.unit, m_sheet);
    if (place == m_units.end()) {
        place = placeOf(mark->span.unit, -1);
    }
    if (place == m_units.end()) {
        return;
    }
    showSheet(place->sheet);
    const document::GridCell &cell = shown()->cell(place->cell);
    m_focus = {cell.row, cell.column};
    revealCell(m_focus, true);
    focusChanged();
    placeChips();
}

void GridPane::revealCell(Cell cell, bool generous)
{
    const QRectF body = bodyRect();
    const QRectF rect = cellRect(cell);
    const double edge = generous ? std::min(48.0, body.height() / 6) : 0;
    if (clipOf(cell.row, cell.column).top() >= body.top()
        && (rect.top() < body.top() + edge || rect.bottom() > body.bottom() - edge)) {
        double y =
            rect.top() < body.top() ? rect.top() - body.top() : rect.bottom() - body.bottom();
        if (generous) {
            y = rect.top() - body.top() - body.height() * anchorLine;
        }
        verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(y));
    }
    if (clipOf(cell.row, cell.column).left() >= body.left()
        && (rect.left() < body.left() || rect.right() > body.right())) {
        const double before = generous ? std::min(80.0, body.width() / 5) : 0;
        const double x =
            rect.left() < body.left() || rect.width() > body.width()
                ? rect.left() - body.left() - before
                : std::min(rect.right() - body.right() + before, rect.left() - body.left());
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(x));
    }
}

void GridPane::fitTabs()
{
    m_tabs->setFixedWidth(
        std::clamp(m_tabs->sizeHint().width(), 40, std::max(40, width() * 2 / 3)));
    horizontalScrollBar()->updateGeometry();   // it is as high as they are
}

void GridPane::resizeEvent(QResizeEvent *)
{
    fitTabs();
    updateScrollBars();
    layOutFocus();
    placeChips();
}

}   // namespace expunge::ui
