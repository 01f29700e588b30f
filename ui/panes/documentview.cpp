// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/documentview.h"

#include "ui/panes/decisionchips.h"
#include "ui/panes/flowpane.h"
#include "ui/panes/gridpane.h"
#include "ui/panes/pagepane.h"
#include "ui/panes/pagestrip.h"
#include "ui/panes/slidepane.h"

#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace expunge::ui {

DocumentView::DocumentView(QWidget *parent)
    : QWidget(parent)
    , m_grid(new GridPane(this))
    , m_slides(new SlidePane(this))
    , m_pages(new PagePane(this))
    , m_strip(new PageStrip(m_pages, this))
    , m_flow(new FlowPane(this))
    , m_main(m_flow)
    , m_restButton(new QToolButton(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    auto *rest = new QWidget(this);
    auto *restLayout = new QVBoxLayout(rest);
    restLayout->setContentsMargins(0, 0, 0, 0);
    restLayout->setSpacing(0);
    m_restButton->setObjectName(QStringLiteral("restButton"));
    m_restButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_restButton->setAutoRaise(true);
    m_restButton->setCheckable(true);
    m_restButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    restLayout->addWidget(m_restButton);
    restLayout->addWidget(m_flow, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_grid);
    m_splitter->addWidget(m_slides);
    auto *paged = new QWidget(this);
    auto *pagedLayout = new QHBoxLayout(paged);
    pagedLayout->setContentsMargins(0, 0, 0, 0);
    pagedLayout->setSpacing(0);
    pagedLayout->addWidget(m_strip);
    pagedLayout->addWidget(m_pages, 1);
    m_splitter->addWidget(paged);
    m_splitter->addWidget(rest);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(m_restButton, &QToolButton::clicked, this, [this](bool open) {
        setRestOpen(open);
        Q_EMIT restOpened(open);
    });
    for (ReviewPane *pane : panes()) {
        connect(pane, &ReviewPane::markClicked, this, &DocumentView::markClicked);
        connect(pane, &ReviewPane::scrolled, this, &DocumentView::scrolled);
        connect(pane, &ReviewPane::layoutChanged, this, &DocumentView::layoutChanged);
        connect(pane, &ReviewPane::zoomWanted, this, &DocumentView::zoomWanted);
        connect(pane, &ReviewPane::selectionChanged, this, [this, pane] {
            // One selection at a time, so that marking never takes text that is out of sight.
            for (ReviewPane *other : panes()) {
                if (other != pane && pane->hasSelection() && other->hasSelection()) {
                    other->clearSelection();
                }
            }
        });
    }
    showPanes(m_flow, false);
}

std::vector<ReviewPane *> DocumentView::panes() const
{
    return {m_grid, m_slides, m_pages, m_flow};
}

void DocumentView::setDocument(const std::shared_ptr<const document::Document> &document,
                               const std::set<int> &extraUnits, bool keepPlace)
{
    if (!document || document != m_document || m_grid->grids().empty()) {
        setPages(shownPages(document, extraUnits), keepPlace);
        return;
    }
    // The cells of a workbook are still those that are shown.
    CaptionedFlow flow = besideGrids(*document, m_grid->grids(), extraUnits);
    const bool restShown = !flow.flow.stories.empty();
    m_flow->setFlow(document, std::move(flow), keepPlace);
    showPanes(m_grid, restShown);
}

void DocumentView::setPages(ShownPages pages, bool keepPlace)
{
    m_document = pages.document;
    const bool gridShown = !pages.grids.empty();
    const bool pagesShown = !pages.pages.empty();
    const bool slidesShown = !pages.slides.empty();
    const bool restShown = !pages.flow.flow.stories.empty();
    m_grid->setGrids(gridShown ? m_document : nullptr, std::move(pages.grids), keepPlace);
    m_slides->setSlides(slidesShown ? m_document : nullptr, std::move(pages.slides),
                        pages.flow.flow.pictures, keepPlace);
    m_pages->setDocument(pagesShown ? m_document : nullptr, std::move(pages.pages), keepPlace);
    m_strip->setDocument(pagesShown ? m_document : nullptr);
    m_flow->setFlow(m_document, std::move(pages.flow), keepPlace);
    ReviewPane *main = m_flow;
    if (gridShown) {
        main = m_grid;
    } else if (pagesShown) {
        main = m_pages;
    } else if (slidesShown) {
        main = m_slides;
    }
    showPanes(main, restShown);
}

void DocumentView::showPanes(ReviewPane *main, bool restShown)
{
    const bool whole = main == m_flow;
    ReviewPane *before = m_main;
    m_main = main;
    const bool hadFocus = before->hasFocus();
    m_grid->setVisible(main == m_grid);
    m_slides->setVisible(main == m_slides);
    m_pages->parentWidget()->setVisible(main == m_pages);
    m_pages->setVisible(main == m_pages);
    m_strip->setVisible(main == m_pages && m_stripShown);
    m_flow->parentWidget()->setVisible(whole || restShown);
    m_restButton->setVisible(!whole);
    nameRest();
    if (whole) {
        m_flow->setVisible(true);
        m_flow->parentWidget()->setMaximumHeight(QWIDGETSIZE_MAX);
    } else if (before == m_flow) {
        setRestOpen(m_restButton->isChecked());
    }
    setFocusProxy(m_main);
    if (hadFocus && before != m_main) {
        m_main->setFocus();
    }
}

void DocumentView::nameRest()
{
    if (m_main == m_grid) {
        m_restButton->setText(tr("Beside the cells"));
        m_restButton->setToolTip(
            tr("Charts, text boxes, headers, notes and names of the workbook"));
    } else if (m_main == m_pages) {
        m_restButton->setText(tr("Beside the pages"));
        m_restButton->setToolTip(tr("Properties, bookmarks, notes, form fields and what else the "
                                    "pages do not show"));
    } else {
        m_restButton->setText(tr("Beside the slides"));
        m_restButton->setToolTip(tr("Masters, layouts and what else is on no slide"));
    }
}

void DocumentView::setStripShown(bool shown)
{
    m_stripShown = shown;
    m_strip->setVisible(shown && m_main == m_pages);
}

void DocumentView::setRestOpen(bool open)
{
    if (m_main == m_flow) {
        return;   // it is all that is shown
    }
    m_restButton->setChecked(open);
    m_restButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_flow->setVisible(open);
    QWidget *rest = m_flow->parentWidget();
    rest->setMaximumHeight(open ? QWIDGETSIZE_MAX : m_restButton->sizeHint().height());
    if (open) {
        const int whole = m_splitter->height();
        const int most = whole * 2 / 3;
        m_splitter->setSizes({most, most, most, whole / 3});
    }
}

void DocumentView::setMarks(const std::vector<PaneMark> &marks)
{
    for (ReviewPane *pane : panes()) {
        pane->setMarks(marks);
    }
}

const std::vector<PaneMark> &DocumentView::marks() const
{
    return m_main->marks();
}

void DocumentView::setCurrent(int key)
{
    for (ReviewPane *pane : panes()) {
        pane->setCurrent(key);
    }
}

int DocumentView::current() const
{
    return m_main->current();
}

void DocumentView::reveal(int key)
{
    for (const PaneMark &mark : marks()) {
        if (mark.key == key && m_main != m_flow && !m_main->shows(mark.span)
            && m_flow->shows(mark.span) && !m_restButton->isChecked()) {
            setRestOpen(true);
            Q_EMIT restOpened(true);
        }
    }
    for (ReviewPane *pane : panes()) {
        pane->reveal(key);
    }
}

void DocumentView::addChips()
{
    for (ReviewPane *pane : panes()) {
        DecisionChips *chips = pane->addChips();
        connect(chips, &DecisionChips::redactClicked, this, &DocumentView::redactClicked);
        connect(chips, &DecisionChips::keepClicked, this, &DocumentView::keepClicked);
    }
}

void DocumentView::setToolTipSource(const std::function<QString(int key)> &source)
{
    for (ReviewPane *pane : panes()) {
        pane->setToolTipSource(source);
    }
}

void DocumentView::setPlaceholder(const QString &text)
{
    m_flow->setPlaceholder(text);
}

void DocumentView::setZoom(double zoom)
{
    for (ReviewPane *pane : panes()) {
        pane->setZoom(zoom);
    }
}

double DocumentView::zoom() const
{
    return m_main->zoom();
}

double DocumentView::fractionOf(const document::Span &span) const
{
    const double fraction = m_main->fractionOf(span);
    // What stands beside the body has its ticks at the end.
    return fraction < 0 && !m_main->shows(span) && m_flow->shows(span) ? 1 : fraction;
}

std::vector<document::Span> DocumentView::selectedSpans()
{
    for (ReviewPane *pane : panes()) {
        if (pane->isVisible() && pane->hasSelection()) {
            return pane->selectedSpans();
        }
    }
    return {};
}

void DocumentView::clearSelection()
{
    for (ReviewPane *pane : panes()) {
        pane->clearSelection();
    }
}

}   // namespace expunge::ui
