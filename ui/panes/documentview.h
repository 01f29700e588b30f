// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "ui/panes/panemark.h"
#include "ui/panes/shownpages.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <set>
#include <vector>

class QSplitter;
class QToolButton;

namespace expunge::ui {

class DecisionChips;
class FlowPane;
class GridPane;
class PagePane;
class PageStrip;
class ReviewPane;
class SlidePane;

/// Shows a document in the view that suits it: a workbook as grids, a presentation as slides, a
/// file with pages as those, and as a flow what is left or the whole of anything else.
class DocumentView final : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentView(QWidget *parent = nullptr);

    /// With `keepPlace` the same place stays in view.
    void setDocument(const std::shared_ptr<const document::Document> &document,
                     const std::set<int> &extraUnits = {}, bool keepPlace = false);
    /// The same with pages that were made before.
    void setPages(ShownPages pages, bool keepPlace = false);
    const document::Document *document() const { return m_document.get(); }

    /// The view that shows the body of the document.
    ReviewPane *pane() const { return m_main; }
    FlowPane *flow() const { return m_flow; }
    GridPane *grid() const { return m_grid; }
    SlidePane *slides() const { return m_slides; }
    PagePane *pages() const { return m_pages; }
    PageStrip *strip() const { return m_strip; }

    /// Small pictures of the pages beside them, for files with pages.
    void setStripShown(bool shown);

    /// Shows or hides what stands beside cells, slides or pages.
    void setRestOpen(bool open);
    bool isStripShown() const { return m_stripShown; }
    /// All views, whether they show something or not, in the same order for every document.
    std::vector<ReviewPane *> panes() const;

    void setMarks(const std::vector<PaneMark> &marks);
    const std::vector<PaneMark> &marks() const;
    void setCurrent(int key);
    int current() const;
    void reveal(int key);

    /// Puts the buttons beside the current mark; they emit redactClicked() and keepClicked().
    void addChips();
    void setToolTipSource(const std::function<QString(int key)> &source);
    void setPlaceholder(const QString &text);
    void setZoom(double zoom);
    double zoom() const;

    /// How far down the overview a span is, 0 to 1; negative if it is not shown.
    double fractionOf(const document::Span &span) const;

    std::vector<document::Span> selectedSpans();
    void clearSelection();

Q_SIGNALS:
    void markClicked(int key);
    void redactClicked();
    void keepClicked();
    void scrolled();
    void layoutChanged();
    void zoomWanted(double factor);
    void restOpened(bool open);

private:
    void showPanes(ReviewPane *main, bool restShown);
    void nameRest();

    std::shared_ptr<const document::Document> m_document;
    GridPane *m_grid;
    SlidePane *m_slides;
    PagePane *m_pages;
    PageStrip *m_strip;
    bool m_stripShown = false;
    FlowPane *m_flow;
    ReviewPane *m_main;
    QToolButton *m_restButton;
    QSplitter *m_splitter;
};

}   // namespace expunge::ui
