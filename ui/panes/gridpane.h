// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/gridlayout.h"
#include "ui/panes/reviewpane.h"

#include <memory>
#include <unordered_map>

namespace expunge::ui {

class SheetTabs;

/// Shows the sheets of a workbook as grids: only the cells in view are laid out and drawn. The cell
/// that has the focus is shown whole, over its neighbours where it must be.
class GridPane final : public ReviewPane
{
    Q_OBJECT

public:
    explicit GridPane(QWidget *parent = nullptr);
    ~GridPane() override;

    /// With `keepPlace` the same sheet and cell stay in view.
    void setGrids(const std::shared_ptr<const document::Document> &document,
                  std::vector<document::Grid> grids, bool keepPlace = false);
    const document::Document *document() const override { return m_document.get(); }
    const std::vector<document::Grid> &grids() const { return m_grids; }

    SheetTabs *tabs() const { return m_tabs; }
    int sheet() const { return m_sheet; }
    void showSheet(int sheet);
    const GridLayout *layoutOf(int sheet) const;

    /// A place in the sheet that is shown.
    struct Cell
    {
        int row = 0;
        int column = 0;

        friend bool operator==(const Cell &, const Cell &) = default;
    };
    Cell focusCell() const { return m_focus; }
    void setFocusCell(Cell cell);

    /// Where a place is in the viewport, in sight or not.
    QRectF cellRect(Cell cell) const;
    Cell cellAt(QPointF viewportPoint) const;

    void reveal(int key) override;
    Anchor anchor() override;
    void scrollToAnchor(const Anchor &anchor) override;
    std::vector<QString> partNames() override;
    double fractionOf(const document::Span &span) const override;
    bool shows(const document::Span &span) const override;
    std::vector<QRectF> visibleRects(int key) override;

    bool hasSelection() const override { return m_selectionStart != m_caret; }
    std::vector<document::Span> selectedSpans() override;
    void clearSelection() override;
    void select(int from, int to);

    /// How many cells are laid out at the moment, for tests.
    int laidOutCount() const { return static_cast<int>(m_texts.size()); }

protected:
    void relayout() override;
    int markAt(QPointF viewportPoint) override;
    std::vector<QRectF> visibleLines() override;
    QString toolTipAt(QPoint viewportPoint) override;
    void marksChanged() override;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Where a unit is shown.
    struct UnitPlace
    {
        int unit = 0;
        int sheet = 0;
        int cell = 0;
    };

    /// Where a sheet was left.
    struct SheetView
    {
        Anchor anchor;
        Cell focus;
    };

    /// A cell's text laid out, and how wide it is.
    struct CellText
    {
        std::unique_ptr<ParagraphLayout> layout;
        double width = 0;
    };

    /// A text in the viewport.
    struct ShownText
    {
        const ParagraphLayout *layout = nullptr;
        QPointF at;
        QRectF room;         // what of it is seen
        bool fits = false;   // all of it is
    };

    /// A rectangle of lines that scrolls as one.
    struct Region
    {
        int row = 0;
        int rowEnd = 0;
        int column = 0;
        int columnEnd = 0;
        QRectF clip;
    };

    const GridLayout *shown() const { return layoutOf(m_sheet); }
    const FlowStyle &cellStyle() const { return m_style; }
    QPalette coloursOf(const document::GridStyle &style) const;
    double headerWidth() const { return m_head.width(); }
    double headerHeight() const { return m_head.height(); }
    const QSizeF &frozenSize() const { return m_frozen; }
    void measure();
    QRectF bodyRect() const;   // where cells are that scroll
    QRectF toViewport(const QRectF &sheetRect, int row, int column) const;
    QRectF clipOf(int row, int column) const;
    std::vector<Region> regions() const;
    void updateScrollBars();
    void fitTabs();
    void rememberUnits();
    std::vector<UnitPlace>::const_iterator placeOf(int unit, int sheet) const;

    CellText makeText(int cell, double wrapWidth, int longest) const;
    const CellText &textOf(int cell);
    ShownText shownText(int cell);
    ShownText focusText();
    ShownText textAt(QPointF viewportPoint);
    void layOutFocus();
    QRectF focusBox(const QRectF &cell) const;
    bool isFocus(int cell) const;

    void paintRegion(QPainter *painter, const Region &region);
    void paintLines(QPainter *painter, const Region &region) const;
    void paintCell(QPainter *painter, int cell);
    void paintMerges(QPainter *painter, const Region &region);
    void paintText(QPainter *painter, const ShownText &text, const QPalette &colours);
    void paintFocusCell(QPainter *painter);
    void paintHeaders(QPainter *painter) const;
    void paintHeader(QPainter *painter, const QRectF &rect, const QString &text, bool hidden,
                     bool isCurrent, const QFont &face) const;

    void revealCell(Cell cell, bool generous);
    void moveFocus(int rows, int columns);
    Cell lastUsed(int row) const;
    bool moveByKey(QKeyEvent *event);
    bool extendByKey(QKeyEvent *event);
    void focusChanged();

    std::shared_ptr<const document::Document> m_document;
    std::vector<document::Grid> m_grids;
    std::vector<std::unique_ptr<GridLayout>> m_layouts;
    std::vector<UnitPlace> m_units;   // sorted by unit
    SheetTabs *m_tabs;
    int m_sheet = 0;
    std::vector<SheetView> m_views;
    FlowStyle m_style;
    QSizeF m_head;     // of the corner where the headers meet
    QSizeF m_frozen;   // of what stays while the rest scrolls
    Cell m_focus;
    CellText m_focusText;
    int m_selectionStart = 0;   // in the text of the focused cell
    int m_caret = 0;
    bool m_pressed = false;
    size_t m_painted = 0;                        // cells in the last frame
    std::unordered_map<int, CellText> m_texts;   // by cell of the sheet that is shown
};

}   // namespace expunge::ui
