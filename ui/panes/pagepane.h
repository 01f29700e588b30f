// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/pagestore.h"
#include "ui/panes/reviewpane.h"

#include <QHash>
#include <QTransform>

#include <compare>
#include <memory>

namespace expunge::ui {

/// Shows the pages of a document below each other as they are printed, with marks and a selection
/// on their text.
class PagePane final : public ReviewPane
{
    Q_OBJECT

public:
    explicit PagePane(QWidget *parent = nullptr);

    /// With `keepPlace` the same page stays in view.
    void setDocument(const std::shared_ptr<const document::Document> &document,
                     std::vector<document::PageInfo> pages, bool keepPlace = false);
    const document::Document *document() const override { return m_document.get(); }
    const std::vector<document::PageInfo> &pages() const { return m_pages; }
    PageStore &store() { return m_store; }

    /// The page (from 1) in the middle of what is seen; 0: there are none.
    int currentPage() const;
    void goToPage(int page);

    /// Turns all pages by a quarter, clockwise.
    void turn();
    int quarters() const { return m_quarters; }

    /// Where a page's paper is in the viewport, in sight or not.
    QRectF paperRect(int page) const;

    void reveal(int key) override;
    Anchor anchor() override;
    void scrollToAnchor(const Anchor &anchor) override;
    std::vector<QString> partNames() override;
    double fractionOf(const document::Span &span) const override;
    std::vector<QRectF> visibleRects(int key) override;

    bool hasSelection() const override { return m_from != m_caret; }
    std::vector<document::Span> selectedSpans() override;
    void clearSelection() override;

Q_SIGNALS:
    void currentPageChanged(int page);

protected:
    void relayout() override;
    std::pair<double, double> zoomRange() const override { return {0.5, 4.0}; }
    int markAt(QPointF viewportPoint) override;
    std::vector<QRectF> visibleLines() override;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A place between two characters of a page.
    struct TextPoint
    {
        int page = 0;    // from 1; 0: nowhere
        int index = 0;   // of the character behind it

        friend auto operator<=>(const TextPoint &, const TextPoint &) = default;
    };

    using Boxes = PageStore::Characters;

    static QRectF rectOf(const document::CharacterBox &box)
    {
        return {box.box.x, box.box.y, box.box.width, box.box.height};
    }
    QSizeF pageSize(int page) const;         // turned, in pixels
    QTransform toPaper(int page) const;      // points of the page as shown -> paper's pixels
    QTransform toViewport(int page) const;   // points of the page as shown -> viewport
    std::vector<int> visiblePages() const;
    int pageAt(double y) const;   // of the column
    int pageOf(int unit) const;   // 0: on none
    void rememberUnits();
    void wantPages();
    Boxes boxes(int page);              // fetched now if they are not there yet
    Boxes knownBoxes(int page) const;   // null when they are not there yet
    std::vector<QRectF> rectsOf(int page, const document::Span &span) const;   // in the viewport
    template<typename Visit>
    void visitMarksOn(int page, const Visit &visit) const;

    void paintPage(QPainter *painter, int page);
    void paintCaption(QPainter *painter, int page) const;
    void paintSelection(QPainter *painter, int page) const;

    TextPoint pointAt(QPointF viewportPoint);
    void moveCaret(TextPoint to, bool extend);
    bool moveByKey(QKeyEvent *event);
    TextPoint stepped(TextPoint from, int step, bool byWord);
    TextPoint lineStepped(TextPoint from, int step);
    TextPoint lineEnd(TextPoint from, int step);
    QRectF caretRect() const;

    std::shared_ptr<const document::Document> m_document;
    std::vector<document::PageInfo> m_pages;
    std::vector<double> m_tops;   // one more than pages; of the captions, in the column
    std::vector<int> m_pageOfUnit;
    std::vector<std::vector<int>> m_units;   // by page
    PageStore m_store;
    QHash<int, Boxes> m_fetched;   // of pages that were not drawn yet
    double m_scale = 1;            // pixels a point
    int m_quarters = 0;
    int m_shownPage = 0;
    int m_laidOutHeight = 0;   // of the viewport when the pages were laid out
    TextPoint m_from;
    TextPoint m_caret;
    bool m_pressed = false;
};

}   // namespace expunge::ui
