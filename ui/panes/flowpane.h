// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/flowlayout.h"
#include "ui/panes/panemark.h"

#include <QAbstractScrollArea>

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace expunge::ui {

class DecisionChips;

/// Shows a document as it reads, with highlighted spans; text can be selected, nothing can be
/// changed.
class FlowPane final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit FlowPane(QWidget *parent = nullptr);

    /// Shows another document. With `keepPlace` the same paragraph stays in view.
    void setDocument(const std::shared_ptr<const document::Document> &document,
                     const std::set<int> &extraUnits = {}, bool keepPlace = false);
    const document::Document *document() const { return m_layout.document(); }
    FlowLayout &flowLayout() { return m_layout; }

    /// `marks` sorted by span.
    void setMarks(std::vector<PaneMark> marks);
    const std::vector<PaneMark> &marks() const { return m_marks; }
    void setCurrent(int key);
    int current() const { return m_current; }

    /// Scrolls so that the mark can be read with what stands around it.
    void reveal(int key);

    /// The buttons beside the current mark; null in a pane that only shows.
    DecisionChips *addChips();

    /// What a tooltip over a mark says.
    void setToolTipSource(std::function<QString(int key)> source) { m_toolTip = std::move(source); }

    /// What is shown in the middle while there is no document.
    void setPlaceholder(const QString &text);

    void setZoom(double zoom);
    double zoom() const { return m_zoom; }

    /// Where in the document the upper third of the pane is; for scrolling two panes together.
    struct Anchor
    {
        int paragraph = -1;
        double fraction = 0;
    };
    Anchor anchor();
    void scrollToAnchor(const Anchor &anchor);

    /// How far down the document a span is, 0 to 1; negative if it is not shown.
    double fractionOf(const document::Span &span) const;

    /// Rectangles of a mark in the viewport; empty while it is out of sight.
    std::vector<QRectF> visibleRects(int key);

    bool hasSelection() const;
    std::vector<document::Span> selectedSpans();
    void clearSelection();
    void select(int fromParagraph, int fromPosition, int toParagraph, int toPosition);

Q_SIGNALS:
    void markClicked(int key);
    void scrolled();
    void layoutChanged();
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// A place between two characters.
    struct TextPoint
    {
        int paragraph = -1;
        int position = 0;

        friend auto operator<=>(const TextPoint &, const TextPoint &) = default;
    };

    double columnWidth() const;
    double columnLeft() const;
    QPointF toColumn(QPointF viewportPoint) const;
    void relayout();
    void updateScrollBar();
    bool layOutVisible();
    void paintItem(QPainter *painter, int item);
    void paintCaption(QPainter *painter, int item) const;
    void paintSelection(QPainter *painter, int number, const ParagraphLayout &layout) const;
    template<typename Visit>
    void visitMarks(const ParagraphLayout &layout, const Visit &visit) const;
    std::vector<QRectF> markRects(const ParagraphLayout &layout, const PaneMark &mark) const;
    int markAt(QPointF viewportPoint);
    TextPoint pointAt(QPointF viewportPoint);
    void placeChips();
    std::vector<QRectF> visibleLines();
    bool moveCaret(QKeyEvent *event);
    TextPoint stepped(TextPoint from, int step, bool byWord);
    TextPoint lineStepped(TextPoint from, int step);
    void revealCaret();
    const PaneMark *markOf(int key) const;

    FlowLayout m_layout;
    std::vector<PaneMark> m_marks;
    int m_current = -1;
    TextPoint m_selectionStart;
    TextPoint m_caret;
    bool m_pressed = false;
    double m_zoom = 1.0;
    QString m_placeholder;
    DecisionChips *m_chips = nullptr;
    std::function<QString(int)> m_toolTip;
};

}   // namespace expunge::ui
