// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "ui/panes/panemark.h"
#include "ui/panes/paragraphlayout.h"

#include <QAbstractScrollArea>

#include <functional>
#include <vector>

namespace expunge::ui {

class DecisionChips;

/// What the review asks of a view of a document, whatever it draws: marks, the current one, places,
/// a selection. Nothing in it can be changed.
class ReviewPane : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ReviewPane(QWidget *parent = nullptr);

    virtual const document::Document *document() const = 0;

    /// `marks` sorted by span.
    void setMarks(std::vector<PaneMark> marks);
    const std::vector<PaneMark> &marks() const { return m_marks; }
    void setCurrent(int key);
    int current() const { return m_current; }

    /// Scrolls so that the mark can be read with what stands around it.
    virtual void reveal(int key) = 0;

    /// The buttons beside the current mark; without them a pane only shows.
    DecisionChips *addChips();
    DecisionChips *chips() const { return m_chips; }

    /// What a tooltip over a mark says.
    void setToolTipSource(std::function<QString(int key)> source) { m_toolTip = std::move(source); }

    /// What is shown in the middle while there is no document.
    void setPlaceholder(const QString &text);

    void setZoom(double zoom);
    double zoom() const { return m_zoom; }

    /// A place in the document that is in view; for scrolling two panes together.
    struct Anchor
    {
        int part = -1;       // a paragraph, a slide, a sheet
        double offset = 0;   // in it: a share of its height, or a row of a sheet
        double across = 0;   // a column of a sheet
        bool atStart = false;
    };
    virtual Anchor anchor() = 0;
    virtual void scrollToAnchor(const Anchor &anchor) = 0;

    /// A name for each part that an anchor can be in, the same in the original and in the scrubbed
    /// file; empty for one that has none.
    virtual std::vector<QString> partNames() = 0;

    /// How far down the document a span is, 0 to 1; negative if it is not shown.
    virtual double fractionOf(const document::Span &span) const = 0;

    /// Whether the pane has a place for a span.
    virtual bool shows(const document::Span &span) const { return fractionOf(span) >= 0; }

    /// Rectangles of a mark in the viewport; empty while it is out of sight.
    virtual std::vector<QRectF> visibleRects(int key) = 0;

    virtual bool hasSelection() const = 0;
    virtual std::vector<document::Span> selectedSpans() = 0;
    virtual void clearSelection() = 0;

Q_SIGNALS:
    void markClicked(int key);
    void scrolled();
    void layoutChanged();
    void selectionChanged();
    /// The wheel was turned with Ctrl held down.
    void zoomWanted(double factor);

protected:
    /// Lays everything out anew: another font, zoom or width.
    virtual void relayout() = 0;
    virtual int markAt(QPointF viewportPoint) = 0;
    /// Lines of text that the chips should leave readable.
    virtual std::vector<QRectF> visibleLines() = 0;
    virtual QString toolTipAt(QPoint viewportPoint);
    virtual void marksChanged() {}
    virtual std::pair<double, double> zoomRange() const { return {0.6, 3.0}; }

    void resetMarks() { m_marks.clear(); }
    const PaneMark *markOf(int key) const;

    /// Where in a pane, from its top, what is read is taken to be; a share of its height.
    static constexpr double anchorLine = 1.0 / 3.0;

    /// Calls `visit(mark, rects)` for every mark in a paragraph.
    template<typename Visit>
    void visitMarks(const ParagraphLayout &layout, const Visit &visit) const
    {
        const int length = static_cast<int>(layout.text().size());
        for (const document::Span &shown : layout.spansOf(0, length)) {
            for (auto mark = firstMarkIn(shown);
                 mark != m_marks.end() && mark->span.unit == shown.unit
                 && mark->span.begin < shown.end;
                 ++mark) {
                visit(*mark, markRects(layout, *mark));
            }
        }
    }
    static std::vector<QRectF> markRects(const ParagraphLayout &layout, const PaneMark &mark);
    std::vector<PaneMark>::const_iterator firstMarkIn(const document::Span &span) const;
    /// Spans of a selection; spaces around one made by hand are not meant.
    static std::vector<document::Span> trimmedSpans(const ParagraphLayout &layout, int begin,
                                                    int end);
    static std::pair<int, int> wordAt(const QString &text, int position);
    /// The next place where the caret may stand, or where a word begins or ends; -1: there is none.
    static int stepIn(const QString &text, int position, int step, bool byWord);
    void paintGrounds(QPainter *painter, const ParagraphLayout &layout,
                      const QPalette &colours) const;
    void paintOutlines(QPainter *painter, const ParagraphLayout &layout,
                       const QPalette &colours) const;
    void paintSelectionIn(QPainter *painter, const ParagraphLayout &layout, int begin,
                          int end) const;
    void paintPlaceholder(QPainter *painter) const;
    void paintFocus(QPainter *painter) const;
    void placeChips();

    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    std::vector<PaneMark> m_marks;
    int m_current = -1;
    double m_zoom = 1.0;
    QString m_placeholder;
    DecisionChips *m_chips = nullptr;
    std::function<QString(int)> m_toolTip;
};

/// A unit by its place, which scrubbing keeps.
QString placeName(const document::TextUnit &unit);

}   // namespace expunge::ui
