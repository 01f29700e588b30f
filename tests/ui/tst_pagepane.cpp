// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pageddocument.h"
#include "tests/ui/viewmarks.h"
#include "ui/panes/documentview.h"
#include "ui/panes/flowpane.h"
#include "ui/panes/pagepane.h"
#include "ui/panes/pagestrip.h"
#include "ui/panes/panelink.h"

#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace expunge;
using namespace Qt::StringLiterals;
using testing::PagedDocument;

/// The view of a file with pages: drawn pages, marks and a selection on their text.
class TestPagePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMarkIsHitWhereItsTextIsDrawn();
    void aMarkOverTwoLinesHasTwoBoxes();
    void onlyPagesNearTheViewAreDrawn();
    void anotherZoomDrawsThePageAnew();
    void zoomReachesFourHundredPercent();
    void aTurnedPageTurnsItsMarks();
    void draggingSelectsTheTextBetween();
    void aDoubleClickSelectsAWord();
    void keysMoveAndExtendTheSelection();
    void aSelectionGoesOverPages();
    void keysGoFromPageToPage();
    void panesScrollTogether();
    void aPaneThatGetsItsSizeLateFollowsToo();
    void whatStandsOnNoPageFollowsInTheFlow();
    void theStripShowsAndGoesToPages();
    void aNewDocumentDropsTheOldPictures();
};

namespace {

std::shared_ptr<PagedDocument> sample()
{
    std::vector<QStringList> pages;
    for (int page = 1; page <= 12; ++page) {
        pages.push_back({u"Report for Aki Vale"_s, u"Signed by Aki\nVale in Northford"_s,
                         u"Page %1 ends"_s.arg(page)});
    }
    return std::make_shared<PagedDocument>(pages);
}

std::unique_ptr<ui::PagePane> paneWith(const std::shared_ptr<PagedDocument> &document)
{
    auto pane = std::make_unique<ui::PagePane>();
    pane->resize(640, 520);
    pane->setDocument(document, document->pages());
    pane->setMarks(testing::marksIn(*document, u"Aki"_s));
    pane->show();
    if (!QTest::qWaitForWindowExposed(pane.get())
        || !QTest::qWaitFor([&] { return !pane->store().isBusy(); })) {
        qFatal("the pane is not shown");
    }
    return pane;
}

/// The colour that the pane draws at a point of its viewport.
QColor colourAt(ui::PagePane &pane, QPointF point)
{
    return pane.viewport()->grab().toImage().pixelColor(point.toPoint());
}

QPoint middleOf(ui::PagePane &pane, int key)
{
    return pane.visibleRects(key).front().center().toPoint();
}

}   // namespace

void TestPagePane::everyMarkIsHitWhereItsTextIsDrawn()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    for (const double zoom : {1.0, 0.6, 2.0}) {
        pane->setZoom(zoom);
        for (const int key : {0, 1, 22, 23}) {
            pane->reveal(key);
            QVERIFY(QTest::qWaitFor([&] { return !pane->store().isBusy(); }));
            const auto rects = pane->visibleRects(key);
            QCOMPARE(rects.size(), size_t{1});
            QSignalSpy clicked(pane.get(), &ui::ReviewPane::markClicked);
            QTest::mouseClick(pane->viewport(), Qt::LeftButton, {}, middleOf(*pane, key));
            QCOMPARE(clicked.size(), 1);
            QCOMPARE(clicked.front().front().toInt(), key);
            pane->setMarks({});
            QCOMPARE(colourAt(*pane, rects.front().center()).lightness() < 90, true);
            QVERIFY(colourAt(*pane, rects.front().topLeft() - QPointF(0, 4)).lightness() > 200);
            pane->setMarks(testing::marksIn(*document, u"Aki"_s));
        }
    }
}

void TestPagePane::aMarkOverTwoLinesHasTwoBoxes()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    pane->setMarks(testing::marksIn(*document, u"Aki\nVale"_s));
    const auto rects = pane->visibleRects(0);
    QCOMPARE(rects.size(), size_t{2});
    QVERIFY(rects[1].top() >= rects[0].bottom() - 1);
    QVERIFY(rects[1].left() < rects[0].left());
}

void TestPagePane::onlyPagesNearTheViewAreDrawn()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    QVERIFY(document->drawings() >= 2);
    QVERIFY(document->drawings() <= 4);
    pane->goToPage(12);
    QVERIFY(QTest::qWaitFor([&] { return !pane->store().picture(12).isNull(); }));
    QVERIFY(pane->store().picture(6).isNull());
}

void TestPagePane::anotherZoomDrawsThePageAnew()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    const int before = pane->store().picture(1).width();
    pane->setZoom(2);
    QVERIFY(QTest::qWaitFor([&] { return pane->store().picture(1).width() == 2 * before; }));
}

void TestPagePane::zoomReachesFourHundredPercent()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    pane->setZoom(9);
    QCOMPARE(pane->zoom(), 4.0);
    pane->setZoom(0.1);
    QCOMPARE(pane->zoom(), 0.5);
}

void TestPagePane::aTurnedPageTurnsItsMarks()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    const QRectF upright = pane->visibleRects(0).front();
    QVERIFY(upright.width() > upright.height());
    pane->turn();
    QVERIFY(QTest::qWaitFor([&] { return !pane->store().isBusy(); }));
    const QRectF turned = pane->visibleRects(0).front();
    QVERIFY(turned.height() > turned.width());
    QVERIFY(turned.center().x() > pane->paperRect(1).center().x());   // the top is at the right
    pane->setMarks({});
    QVERIFY(colourAt(*pane, turned.center()).lightness() < 90);
}

void TestPagePane::draggingSelectsTheTextBetween()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    const QRectF word = pane->visibleRects(0).front();
    const QPoint from(qRound(word.left()) + 1, qRound(word.center().y()));
    const QPoint to(qRound(word.right() + 5 * word.width() / 3) - 1, qRound(word.center().y()));
    QTest::mousePress(pane->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(pane->viewport(), to);
    QTest::mouseRelease(pane->viewport(), Qt::LeftButton, {}, to);
    const auto spans = pane->selectedSpans();
    QCOMPARE(spans.size(), size_t{1});
    QCOMPARE(document->textUnits().at(0).text.mid(spans[0].begin, spans[0].length()),
             u"Aki Vale"_s);
}

void TestPagePane::aDoubleClickSelectsAWord()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    QTest::mouseDClick(pane->viewport(), Qt::LeftButton, {}, middleOf(*pane, 0));
    const auto spans = pane->selectedSpans();
    QCOMPARE(spans.size(), size_t{1});
    QCOMPARE(document->textUnits().at(0).text.mid(spans[0].begin, spans[0].length()), u"Aki"_s);
}

void TestPagePane::keysMoveAndExtendTheSelection()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    QTest::keyClick(pane.get(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(pane.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    auto spans = pane->selectedSpans();
    QCOMPARE(spans.size(), size_t{1});
    QCOMPARE(document->textUnits().at(0).text.mid(spans[0].begin, spans[0].length()), u"Report"_s);
    QTest::keyClick(pane.get(), Qt::Key_Down);
    QVERIFY(!pane->hasSelection());
    QTest::keyClick(pane.get(), Qt::Key_Home);
    QTest::keyClick(pane.get(), Qt::Key_End, Qt::ShiftModifier);
    spans = pane->selectedSpans();
    QCOMPARE(spans.size(), size_t{1});
    QCOMPARE(document->textUnits().at(1).text.mid(spans[0].begin, spans[0].length()),
             u"Signed by Aki"_s);
}

void TestPagePane::aSelectionGoesOverPages()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    QTest::keyClick(pane.get(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(pane.get(), Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    const auto spans = pane->selectedSpans();
    QCOMPARE(spans.size(), document->textUnits().size());
    for (const document::Span &span : spans) {
        const auto unit = static_cast<size_t>(span.unit);
        QCOMPARE(span.length(), static_cast<int>(document->textUnits().at(unit).text.size()));
    }
}

void TestPagePane::keysGoFromPageToPage()
{
    const auto document = sample();
    const auto pane = paneWith(document);
    QSignalSpy changed(pane.get(), &ui::PagePane::currentPageChanged);
    QTest::keyClick(pane.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(pane->currentPage(), 2);
    QCOMPARE(changed.size(), 1);
    QTest::keyClick(pane.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(pane->currentPage(), 1);
}

void TestPagePane::panesScrollTogether()
{
    const auto document = sample();
    const auto left = paneWith(document);
    const auto right = paneWith(document);
    right->resize(420, 260);
    ui::PaneLink link(left.get(), right.get());
    link.rebuild();
    left->goToPage(7);
    QCOMPARE(right->anchor().part, left->anchor().part);
    QVERIFY(std::abs(right->anchor().offset - left->anchor().offset) < 0.03);
}

void TestPagePane::aPaneThatGetsItsSizeLateFollowsToo()
{
    const auto document = sample();
    const auto left = paneWith(document);
    ui::PagePane right;
    right.resize(100, 60);
    right.setDocument(document, document->pages());
    ui::PaneLink link(left.get(), &right);
    link.rebuild();
    left->goToPage(5);
    left->resize(500, 700);
    right.resize(420, 260);
    right.show();
    QTRY_COMPARE(right.anchor().part, left->anchor().part);
    QTRY_VERIFY(std::abs(right.anchor().offset - left->anchor().offset) < 0.03);
    QCOMPARE(left->anchor().part, 4);
}

void TestPagePane::whatStandsOnNoPageFollowsInTheFlow()
{
    const auto document = sample();
    document->addProperty(u"Plan of Aki Vale"_s);
    const int property = static_cast<int>(document->textUnits().size()) - 1;
    ui::DocumentView view;
    view.resize(600, 500);
    view.setDocument(document, {0, property});
    view.show();
    QCOMPARE(view.pane(), view.pages());
    QVERIFY(view.pages()->shows({0, 0, 3}));
    QVERIFY(!view.pages()->shows({property, 0, 3}));
    QVERIFY(view.flow()->shows({property, 0, 3}));
    QVERIFY(!view.flow()->shows({0, 0, 3}));
}

void TestPagePane::theStripShowsAndGoesToPages()
{
    const auto document = sample();
    ui::DocumentView view;
    view.resize(700, 500);
    view.setDocument(document, {});
    view.show();
    QVERIFY(!view.strip()->isVisible());
    view.setStripShown(true);
    QVERIFY(view.strip()->isVisible());
    QCOMPARE(view.strip()->model()->rowCount(), 12);
    view.strip()->setCurrentIndex(view.strip()->model()->index(4, 0));
    QCOMPARE(view.pages()->currentPage(), 5);
    view.pages()->goToPage(9);
    QCOMPARE(view.strip()->currentIndex().row(), 8);
    const auto drawnPicture = [&] {
        const auto picture =
            view.strip()->model()->index(8, 0).data(Qt::DecorationRole).value<QPixmap>().toImage();
        const double scale = picture.height() / 500.0;
        return picture.pixelColor(qRound(60 * scale), qRound(42 * scale)).lightness() < 128;
    };
    QVERIFY(QTest::qWaitFor(drawnPicture));
}

void TestPagePane::aNewDocumentDropsTheOldPictures()
{
    const auto pane = paneWith(sample());
    QVERIFY(!pane->store().picture(1).isNull());
    const auto other = std::make_shared<PagedDocument>(std::vector<QStringList>{{u"Other"_s}});
    pane->setDocument(other, other->pages());
    QVERIFY(pane->store().picture(3).isNull());
    QVERIFY(QTest::qWaitFor([&] { return !pane->store().picture(1).isNull(); }));
    QCOMPARE(other->drawings(), 1);
    QCOMPARE(pane->currentPage(), 1);
}

QTEST_MAIN(TestPagePane)
#include "tst_pagepane.moc"
