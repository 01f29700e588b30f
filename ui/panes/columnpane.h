// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/blocklayout.h"
#include "ui/panes/reviewpane.h"

namespace expunge::ui {

/// A pane that shows items with paragraphs below each other; text in them can be selected with
/// mouse and keys.
class ColumnPane : public ReviewPane
{
    Q_OBJECT

public:
    explicit ColumnPane(QWidget *parent = nullptr);

    const document::Document *document() const override { return blocks().document(); }
    void reveal(int key) override;
    Anchor anchor() override;
    void scrollToAnchor(const Anchor &anchor) override;
    double fractionOf(const document::Span &span) const override;
    std::vector<QRectF> visibleRects(int key) override;

    bool hasSelection() const override;
    std::vector<document::Span> selectedSpans() override;
    void clearSelection() override;
    void select(int fromParagraph, int fromPosition, int toParagraph, int toPosition);

protected:
    virtual BlockLayout &blocks() = 0;
    virtual const BlockLayout &blocks() const = 0;
    virtual double columnLeft() const = 0;
    /// Draws an item that is laid out; its top left is at the painter's origin.
    virtual void paintItem(QPainter *painter, int item) = 0;
    virtual QColor ground() const;

    void updateScrollBar();
    void afterRelayout();
    void resetSelection();
    void paintSelection(QPainter *painter, int number, const ParagraphLayout &layout) const;
    void paintCaret(QPainter *painter, int number, const ParagraphLayout &layout) const;

    int markAt(QPointF viewportPoint) override;
    std::vector<QRectF> visibleLines() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A place between two characters.
    struct TextPoint
    {
        int paragraph = -1;
        int position = 0;

        friend auto operator<=>(const TextPoint &, const TextPoint &) = default;
    };

    QPointF toColumn(QPointF viewportPoint) const;
    QTransform toViewport(const BlockLayout::Place &place) const;
    bool layOutVisible();
    TextPoint pointAt(QPointF viewportPoint);
    bool moveCaret(QKeyEvent *event);
    TextPoint stepped(TextPoint from, int step, bool byWord);
    TextPoint lineStepped(TextPoint from, int step);
    void revealCaret();

    TextPoint m_selectionStart;
    TextPoint m_caret;
    bool m_pressed = false;
};

}   // namespace expunge::ui
