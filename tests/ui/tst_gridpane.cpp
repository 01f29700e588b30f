// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/viewdocument.h"
#include "tests/ui/viewmarks.h"
#include "ui/panes/decisionchips.h"
#include "ui/panes/documentview.h"
#include "ui/panes/flowpane.h"
#include "ui/panes/gridpane.h"
#include "ui/panes/panelink.h"
#include "ui/panes/sheettabs.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <ctime>

using namespace expunge;
using namespace Qt::StringLiterals;
using Cell = ui::GridPane::Cell;

/// The view of a workbook: places of cells and marks, hidden lines, keys, a million cells.
class TestGridPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreFoundByTheirPlace();
    void everyMarkIsHitWhereItIsDrawn();
    void aCellIsHitAtItsCentre();
    void aLongTextIsShownWholeWhereTheFocusIs();
    void revealGoesToTheSheet();
    void hiddenLinesAreShownAndSaidToBe();
    void hiddenSheetsAreMarked();
    void mergedCellsAreOne();
    void frozenCellsStay();
    void keysMoveTheFocus();
    void keysSelectInACell();
    void selectionIsMadeWithTheMouse();
    void aMillionCellsAreNotLaidOut();
    void panesScrollTogether();
    void whatIsInNoCellIsShownBelow();
    void theFocusedCellIsSaid();
    void chipsStandBesideTheCell();
};

namespace {

std::unique_ptr<ui::GridPane> paneWith(const std::shared_ptr<testing::ViewDocument> &document,
                                       QSize size = {620, 480})
{
    auto pane = std::make_unique<ui::GridPane>();
    pane->resize(size);
    pane->setGrids(document, document->grids());
    pane->setMarks(testing::marksIn(*document, u"Aki Vale"_s));
    pane->show();
    if (!QTest::qWaitForWindowExposed(pane.get())) {
        qFatal("the pane is not shown");
    }
    return pane;
}

QString toolTipAt(QWidget *viewport, QPoint point)
{
    QToolTip::hideText();
    QHelpEvent help(QEvent::ToolTip, point, viewport->mapToGlobal(point));
    QCoreApplication::sendEvent(viewport, &help);
    return QToolTip::text();
}

double percentile(std::vector<double> &values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<size_t>(static_cast<double>(values.size() - 1) * share));
}

/// Says how long frames take while scrolling; time is no assertion.
void reportFrames(ui::GridPane &pane, const QString &what)
{
    QImage image(pane.viewport()->size(), QImage::Format_RGB32);
    const int whole = pane.verticalScrollBar()->maximum();
    for (const int step : {60, whole / 250}) {
        std::vector<double> frames;
        for (int i = 0; i < 200; ++i) {
            pane.verticalScrollBar()->setValue(whole / 5 + i * step);
            const std::clock_t before = std::clock();   // of this program, whatever else runs
            QPainter painter(&image);
            pane.viewport()->render(&painter);
            frames.push_back(static_cast<double>(std::clock() - before) * 1000 / CLOCKS_PER_SEC);
        }
        qInfo("%s, %s: median %.1f ms, p95 %.1f ms", qPrintable(what),
              step == 60 ? "scrolled by three rows" : "jumps to rows never seen",
              percentile(frames, 0.5), percentile(frames, 0.95));
    }
}

}   // namespace

void TestGridPane::linesAreFoundByTheirPlace()
{
    const ui::GridAxis axis(1'000'000, 20,
                            {{2, 2, 50, false}, {3, 3, 50, false}, {10, 19, 7, true}});
    QCOMPARE(axis.stretchCount(), 2);
    QCOMPARE(axis.start(2), 40.0);
    QCOMPARE(axis.start(4), 140.0);
    QCOMPARE(axis.size(3), 50.0);
    QCOMPARE(axis.size(10), 7.0);
    QVERIFY(axis.isHidden(10) && axis.isHidden(19) && !axis.isHidden(9) && !axis.isHidden(20));
    double end = 0;
    for (int line = 0; line < 40; ++line) {
        QCOMPARE(axis.start(line), end);
        QCOMPARE(axis.lineAt(end), line);
        end += axis.size(line);
        QCOMPARE(axis.lineAt(end - 0.5), line);
    }
    QCOMPARE(axis.lineAt(axis.start(765'432) + 1), 765'432);
    QCOMPARE(axis.lineAt(-5), 0);
    QCOMPARE(axis.lineAt(1e12), 999'999);
}

void TestGridPane::everyMarkIsHitWhereItIsDrawn()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document);
    for (const double zoom : {1.0, 0.7, 1.6}) {
        pane->setZoom(zoom);
        for (const ui::PaneMark &mark : std::vector(pane->marks())) {
            if (!pane->shows(mark.span)) {
                continue;   // in the text box beside the cells
            }
            pane->reveal(mark.key);
            pane->setCurrent(mark.key);
            const auto rects = pane->visibleRects(mark.key);
            QVERIFY(!rects.empty());
            QSignalSpy clicked(pane.get(), &ui::GridPane::markClicked);
            QTest::mouseClick(pane->viewport(), Qt::LeftButton, {},
                              rects.front().center().toPoint());
            QCOMPARE(clicked.size(), 1);
            QCOMPARE(clicked.front().front().toInt(), mark.key);
        }
    }
}

void TestGridPane::aCellIsHitAtItsCentre()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document);
    // A4 holds nothing but the name, in a column of about its width
    for (const Cell cell : {Cell{3, 0}, Cell{7, 0}, Cell{5, 2}, Cell{12, 3}}) {
        const QRectF rect = pane->cellRect(cell);
        QVERIFY(pane->viewport()->rect().contains(rect.center().toPoint()));
        QCOMPARE(pane->cellAt(rect.center()), cell);
    }
    QSignalSpy clicked(pane.get(), &ui::GridPane::markClicked);
    const QRectF name = pane->cellRect({3, 0});
    QTest::mouseClick(
        pane->viewport(), Qt::LeftButton, {},
        QPoint(static_cast<int>(name.left()) + 20, static_cast<int>(name.center().y())));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(pane->focusCell(), (Cell{3, 0}));
    // a number is no candidate
    QTest::mouseClick(pane->viewport(), Qt::LeftButton, {},
                      pane->cellRect({5, 2}).center().toPoint());
    QCOMPARE(clicked.size(), 1);
}

void TestGridPane::aLongTextIsShownWholeWhereTheFocusIs()
{
    auto document = std::make_shared<testing::ViewDocument>();
    document->sheets().push_back({});
    document->addCell(0, 1, 1, u"word "_s.repeated(400) + u"Aki Vale"_s);
    document->addCell(0, 1, 2, u"in the way"_s);
    const auto pane = paneWith(document);
    QVERIFY(pane->visibleRects(0).empty());
    pane->setCurrent(0);
    pane->reveal(0);
    const auto rects = pane->visibleRects(0);
    QVERIFY(!rects.empty());
    QVERIFY(QRectF(pane->viewport()->rect()).contains(rects.front()));
}

void TestGridPane::revealGoesToTheSheet()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document);
    for (const ui::PaneMark &mark : pane->marks()) {
        if (document->textUnits().at(static_cast<size_t>(mark.span.unit)).part
            == u"xl/worksheets/sheet2.xml"_s) {
            pane->reveal(mark.key);
        }
    }
    QCOMPARE(pane->sheet(), 1);
    QCOMPARE(pane->tabs()->currentIndex(), 1);
    QCOMPARE(pane->focusCell(), (Cell{0, 0}));
}

void TestGridPane::hiddenLinesAreShownAndSaidToBe()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document, {1100, 480});
    QVERIFY(pane->layoutOf(0)->rows().isHidden(8));
    const QRectF hidden = pane->cellRect({8, 1});
    QVERIFY(hidden.height() > 8);   // its text can be read
    QVERIFY(toolTipAt(pane->viewport(), QPoint(5, static_cast<int>(hidden.center().y())))
                .contains(u"hidden"_s));
    toolTipAt(pane->viewport(), QPoint(5, static_cast<int>(pane->cellRect({7, 1}).center().y())));
    QTRY_VERIFY(QToolTip::text().isEmpty());
    // An empty place in a hidden row looks unlike one in another row.
    pane->setMarks({});
    const QImage image = pane->viewport()->grab().toImage();
    const auto look = [&](int row) {
        const QRect rect = pane->cellRect({row, 6}).toRect().adjusted(3, 3, -3, -3);
        return image.copy(QRect(rect.topLeft(), QSize(40, 8)));
    };
    QVERIFY(look(8) != look(7));
    QCOMPARE(look(7), look(11));
    pane->setFocusCell({3, 5});
    QVERIFY(toolTipAt(pane->viewport(),
                      QPoint(static_cast<int>(pane->cellRect({3, 5}).center().x()), 4))
                .contains(u"hidden"_s));
}

void TestGridPane::hiddenSheetsAreMarked()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document);
    QVERIFY(pane->tabs()->isSheetHidden(1));
    QVERIFY(!pane->tabs()->isSheetHidden(0) && !pane->tabs()->isSheetHidden(2));
    QVERIFY(pane->tabs()->tabText(1).contains(u"hidden"_s));
    QVERIFY(!pane->tabs()->tabToolTip(1).isEmpty());
}

void TestGridPane::mergedCellsAreOne()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document, {1000, 480});
    const QRectF merged = pane->cellRect({0, 0});
    QCOMPARE(pane->cellRect({0, 3}), merged);
    QCOMPARE(pane->cellAt(merged.center()), (Cell{0, 0}));
    pane->setFocusCell({0, 0});
    QTest::keyClick(pane.get(), Qt::Key_Right);
    QCOMPARE(pane->focusCell(), (Cell{0, 5}));
    QTest::keyClick(pane.get(), Qt::Key_Left);
    QCOMPARE(pane->focusCell(), (Cell{0, 0}));
    // Its words stand in the middle, over the edge of the frozen column.
    pane->setMarks(testing::marksIn(*document, u"what they were"_s));
    const auto rects = pane->visibleRects(0);
    QVERIFY(!rects.empty());
    QVERIFY(std::abs(rects.front().center().x() - merged.center().x()) < merged.width() / 4);
}

void TestGridPane::frozenCellsStay()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document);
    const QRectF head = pane->cellRect({2, 0});
    const QRectF body = pane->cellRect({20, 1});
    pane->verticalScrollBar()->setValue(200);
    pane->horizontalScrollBar()->setValue(60);
    QCOMPARE(pane->cellRect({2, 0}), head);
    QCOMPARE(pane->cellRect({20, 1}), body.translated(-60, -200));
    QCOMPARE(pane->cellAt(head.center()), (Cell{2, 0}));
}

void TestGridPane::keysMoveTheFocus()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document);
    pane->setFocusCell({3, 1});
    QTest::keyClick(pane.get(), Qt::Key_Down);
    QTest::keyClick(pane.get(), Qt::Key_Right);
    QCOMPARE(pane->focusCell(), (Cell{4, 2}));
    QTest::keyClick(pane.get(), Qt::Key_Up);
    QTest::keyClick(pane.get(), Qt::Key_Left);
    QCOMPARE(pane->focusCell(), (Cell{3, 1}));
    QTest::keyClick(pane.get(), Qt::Key_PageDown);
    const int page = pane->focusCell().row - 3;
    QVERIFY(page > 5);
    QVERIFY(
        pane->viewport()->rect().contains(pane->cellRect(pane->focusCell()).center().toPoint()));
    QTest::keyClick(pane.get(), Qt::Key_PageUp);
    QCOMPARE(pane->focusCell(), (Cell{3, 1}));
    QTest::keyClick(pane.get(), Qt::Key_End);
    QCOMPARE(pane->focusCell(), (Cell{3, 3}));
    QTest::keyClick(pane.get(), Qt::Key_Home);
    QCOMPARE(pane->focusCell(), (Cell{3, 0}));
    QTest::keyClick(pane.get(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(pane->focusCell(), (Cell{50, 3}));
    QTest::keyClick(pane.get(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(pane->focusCell(), (Cell{0, 0}));
    QTest::keyClick(pane.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(pane->sheet(), 1);
    QTest::keyClick(pane.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QTest::keyClick(pane.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(pane->sheet(), 2);
    QTest::keyClick(pane.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(pane->sheet(), 1);
}

void TestGridPane::keysSelectInACell()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document);
    pane->setFocusCell({3, 1});   // Brass Lantern GmbH
    QTest::keyClick(pane.get(), Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    auto spans = pane->selectedSpans();
    QCOMPARE(spans.size(), size_t{1});
    QCOMPARE(spans.front().begin, 0);
    QCOMPARE(spans.front().end, 5);
    QTest::keyClick(pane.get(), Qt::Key_A, Qt::ControlModifier);
    spans = pane->selectedSpans();
    QCOMPARE(spans.front().length(), 18);
    QTest::keyClick(pane.get(), Qt::Key_Escape);
    QVERIFY(!pane->hasSelection());
    QTest::keyClick(pane.get(), Qt::Key_Down);
    QCOMPARE(pane->focusCell(), (Cell{4, 1}));
}

void TestGridPane::selectionIsMadeWithTheMouse()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document);
    const QRectF rect = pane->cellRect({3, 1});
    const QPoint word(static_cast<int>(rect.left()) + 12, static_cast<int>(rect.center().y()));
    QTest::mouseClick(pane->viewport(), Qt::LeftButton, {}, word);
    QTest::mouseDClick(pane->viewport(), Qt::LeftButton, {}, word);
    const auto spans = pane->selectedSpans();
    QCOMPARE(spans.size(), size_t{1});
    const QString text = document->textUnits()
                             .at(static_cast<size_t>(spans.front().unit))
                             .text.mid(spans.front().begin, spans.front().length());
    QCOMPARE(text, u"Brass"_s);
}

void TestGridPane::aMillionCellsAreNotLaidOut()
{
    const auto document = testing::largeWorkbook(50'000, 20);
    const auto pane = paneWith(document, {1280, 900});
    pane->viewport()->grab();
    QVERIFY(pane->laidOutCount() > 100);
    QVERIFY(pane->laidOutCount() < 2000);
    QCOMPARE(pane->layoutOf(0)->rows().stretchCount(), 2);
    pane->setMarks({});
    reportFrames(*pane, u"no marks"_s);
    std::vector<ui::PaneMark> marks = testing::marksIn(*document, u"Aki Vale"_s);
    std::erase_if(marks, [](const ui::PaneMark &mark) { return mark.span.unit % 20 != 7; });
    pane->setMarks(marks);
    reportFrames(*pane, u"a mark in every twentieth cell"_s);
    pane->verticalScrollBar()->setValue(pane->verticalScrollBar()->maximum());
    pane->viewport()->grab();
    QVERIFY(pane->laidOutCount() < 6000);
}

void TestGridPane::panesScrollTogether()
{
    const auto document = testing::sampleWorkbook();
    const auto left = paneWith(document, {620, 300});
    const auto right = paneWith(document, {620, 300});
    ui::PaneLink link(left.get(), right.get());
    link.rebuild();
    left->verticalScrollBar()->setValue(333);
    left->horizontalScrollBar()->setValue(40);
    QCOMPARE(right->verticalScrollBar()->value(), 333);
    QCOMPARE(right->horizontalScrollBar()->value(), 40);
    left->showSheet(2);
    QCOMPARE(right->sheet(), 2);
    left->showSheet(0);
    QCOMPARE(right->sheet(), 0);
    QCOMPARE(right->verticalScrollBar()->value(), 333);
}

void TestGridPane::whatIsInNoCellIsShownBelow()
{
    const auto document = testing::sampleWorkbook();
    ui::DocumentView view;
    view.resize(620, 500);
    view.setDocument(document);
    const auto marks = testing::marksIn(*document, u"Aki Vale"_s);
    view.setMarks(marks);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(view.pane(), static_cast<ui::ReviewPane *>(view.grid()));
    QVERIFY(view.flow()->isHidden());
    int beside = 0;
    for (const ui::PaneMark &mark : marks) {
        QVERIFY(view.grid()->shows(mark.span) != view.flow()->shows(mark.span));
        if (view.flow()->shows(mark.span)) {
            ++beside;
            view.reveal(mark.key);
            view.setCurrent(mark.key);
            QCoreApplication::processEvents();
            QVERIFY(view.flow()->isVisible());
            QVERIFY(!view.flow()->visibleRects(mark.key).empty());
        }
    }
    QCOMPARE(beside, 1);
}

void TestGridPane::theFocusedCellIsSaid()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document);
    pane->setFocusCell({3, 1});
    const QString said = pane->accessibleDescription();
    QVERIFY(said.contains(u"B4"_s) && said.contains(u"Suppliers"_s)
            && said.contains(u"Brass Lantern GmbH"_s));
}

void TestGridPane::chipsStandBesideTheCell()
{
    const auto document = testing::sampleWorkbook();
    const auto pane = paneWith(document);
    ui::DecisionChips *chips = pane->addChips();
    pane->setCurrent(1);
    pane->reveal(1);
    QVERIFY(chips->isVisible());
    QVERIFY(!QRectF(chips->geometry()).intersects(pane->visibleRects(1).front()));
    pane->verticalScrollBar()->setValue(pane->verticalScrollBar()->maximum());
    QVERIFY(!chips->isVisible());
}

QTEST_MAIN(TestGridPane)
#include "tst_gridpane.moc"
