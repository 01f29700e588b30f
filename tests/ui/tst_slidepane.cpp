// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/viewdocument.h"
#include "tests/ui/viewmarks.h"
#include "ui/panes/documentview.h"
#include "ui/panes/flowpane.h"
#include "ui/panes/panelink.h"
#include "ui/panes/slidepane.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace expunge;
using namespace Qt::StringLiterals;

/// The view of a presentation: shapes in their places, marks in them, what a show does not show.
class TestSlidePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMarkIsHitWhereItIsDrawn();
    void shapesStandInTheirPlaces();
    void aTurnedShapeTurnsItsMarks();
    void offSlideShapesAreShownBelow();
    void hiddenSlidesAreDimmed();
    void notesStandBelowTheirSlide();
    void panesScrollTogether();
    void keysGoFromSlideToSlide();
    void mastersFollowInTheFlow();
    void textIsSelected();
};

namespace {

std::unique_ptr<ui::SlidePane> paneWith(const std::shared_ptr<testing::ViewDocument> &document)
{
    auto pane = std::make_unique<ui::SlidePane>();
    pane->resize(640, 520);
    pane->setSlides(document, document->slides(), {});
    pane->setMarks(testing::marksIn(*document, u"Aki Vale"_s));
    pane->show();
    if (!QTest::qWaitForWindowExposed(pane.get())) {
        qFatal("the pane is not shown");
    }
    return pane;
}

const ui::SlideLayout::Laid &laid(ui::SlidePane &pane, int slide)
{
    pane.slideLayout().ensure(slide);
    return *pane.slideLayout().laid(slide);
}

QRectF frameOf(const ui::SlideLayout::Shape &shape)
{
    return shape.turn.mapRect(shape.frame);
}

}   // namespace

void TestSlidePane::everyMarkIsHitWhereItIsDrawn()
{
    const auto document = testing::samplePresentation();
    const auto pane = paneWith(document);
    pane->setMarks(testing::marksIn(*document, u"il"_s));   // also in the turned shape
    for (const double zoom : {1.0, 0.7, 1.5}) {
        pane->setZoom(zoom);
        int hits = 0;
        for (const ui::PaneMark &mark : std::vector(pane->marks())) {
            if (!pane->shows(mark.span)) {
                continue;
            }
            pane->reveal(mark.key);
            QCoreApplication::processEvents();
            const auto rects = pane->visibleRects(mark.key);
            QVERIFY(!rects.empty());
            const QPoint middle = rects.front().center().toPoint();
            if (!pane->viewport()->rect().contains(middle)) {
                continue;   // beside a page that is wider than the pane
            }
            QSignalSpy clicked(pane.get(), &ui::SlidePane::markClicked);
            QTest::mouseClick(pane->viewport(), Qt::LeftButton, {}, middle);
            QCOMPARE(clicked.size(), 1);
            QCOMPARE(clicked.front().front().toInt(), mark.key);
            ++hits;
        }
        QVERIFY(hits >= 2);
    }
}

void TestSlidePane::shapesStandInTheirPlaces()
{
    const auto document = testing::samplePresentation();
    const auto pane = paneWith(document);
    const auto &slide = laid(*pane, 0);
    const double scale = slide.page.width() / 720;
    QCOMPARE(slide.page.height(), 405 * scale);
    const QRectF title = frameOf(slide.shapes.at(0));
    QCOMPARE(title.left(), 60 * scale);
    QCOMPARE(title.top(), slide.page.top() + 110 * scale);
    QCOMPARE(title.width(), 600 * scale);
    QCOMPARE(pane->slideLayout().itemCount(), 3);
}

void TestSlidePane::aTurnedShapeTurnsItsMarks()
{
    const auto document = testing::samplePresentation();
    const auto pane = paneWith(document);
    pane->setMarks(testing::marksIn(*document, u"Odo Quill"_s));
    const ui::PaneMark mark = pane->marks().back();
    pane->reveal(mark.key);
    const QRectF turned = pane->visibleRects(mark.key).front();
    const int paragraph = pane->slideLayout().paragraphsOf(mark.span.unit).front();
    const auto place = pane->slideLayout().place(paragraph);
    const QRectF flat = place.layout->rects(mark.span.begin, mark.span.end).front();
    QVERIFY(turned.height() > flat.height() + 8);
    QVERIFY(turned.width() < flat.width() + 20);
}

void TestSlidePane::offSlideShapesAreShownBelow()
{
    const auto document = testing::samplePresentation();
    const auto pane = paneWith(document);
    const auto &slide = laid(*pane, 0);
    QVERIFY(slide.offSlideTop >= slide.page.bottom());
    const QRectF outside = frameOf(slide.shapes.at(2));
    QVERIFY(outside.top() > slide.page.bottom());
    QVERIFY(outside.left() >= 0 && outside.right() <= slide.page.right());
    QVERIFY(outside.bottom() <= slide.notesFrame.top());
    QVERIFY(laid(*pane, 1).offSlideTop <= 0);
}

void TestSlidePane::hiddenSlidesAreDimmed()
{
    const auto document = testing::samplePresentation();
    const auto pane = paneWith(document);
    const auto paper = [&](bool hidden) {
        document->deck().at(1).hidden = hidden;
        pane->setSlides(document, document->slides(), {});
        pane->verticalScrollBar()->setValue(static_cast<int>(pane->slideLayout().top(1)));
        const QImage image = pane->viewport()->grab().toImage();
        const QPointF corner = laid(*pane, 1).page.topLeft();
        const double y = pane->slideLayout().top(1) + 16 - pane->verticalScrollBar()->value();
        return image.pixelColor(static_cast<int>((image.width() - laid(*pane, 1).page.width()) / 2)
                                    + 8,
                                static_cast<int>(y + corner.y()) + 8);
    };
    QCOMPARE(paper(false), QColor(Qt::white));
    QVERIFY(paper(true) != QColor(Qt::white));
}

void TestSlidePane::notesStandBelowTheirSlide()
{
    const auto document = testing::samplePresentation();
    const auto pane = paneWith(document);
    const auto &slide = laid(*pane, 0);
    QCOMPARE(slide.notes.size(), size_t{1});
    QVERIFY(slide.notes.front().frame().top() > slide.page.bottom());
    QVERIFY(slide.notesFrame.bottom() <= pane->slideLayout().top(1));
}

void TestSlidePane::panesScrollTogether()
{
    const auto document = testing::samplePresentation();
    const auto left = paneWith(document);
    const auto right = paneWith(document);
    right->resize(420, 260);   // another scale
    ui::PaneLink link(left.get(), right.get());
    link.rebuild();
    left->verticalScrollBar()->setValue(static_cast<int>(left->slideLayout().top(2)) - 60);
    QCOMPARE(left->anchor().part, 2);
    QCOMPARE(right->anchor().part, 2);
    QVERIFY(std::abs(right->anchor().offset - left->anchor().offset) < 0.02);
    left->verticalScrollBar()->setValue(0);
    QCOMPARE(right->verticalScrollBar()->value(), 0);
}

void TestSlidePane::keysGoFromSlideToSlide()
{
    const auto document = testing::samplePresentation();
    const auto pane = paneWith(document);
    QCOMPARE(pane->anchor().part, 0);
    QTest::keyClick(pane.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(pane->anchor().part, 1);
    QTest::keyClick(pane.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(pane->anchor().part, 0);
    QTest::keyClick(pane.get(), Qt::Key_End);
    QCOMPARE(pane->anchor().part, 2);
}

void TestSlidePane::mastersFollowInTheFlow()
{
    const auto document = testing::samplePresentation();
    ui::DocumentView view;
    view.resize(640, 520);
    view.setDocument(document);
    const auto marks = testing::marksIn(*document, u"Brass Lantern"_s);
    view.setMarks(marks);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(view.pane(), static_cast<ui::ReviewPane *>(view.slides()));
    QCOMPARE(view.flow()->flowLayout().paragraphCount(), 1);
    view.reveal(marks.back().key);
    QVERIFY(view.flow()->isVisible());
}

void TestSlidePane::textIsSelected()
{
    const auto document = testing::samplePresentation();
    const auto pane = paneWith(document);
    pane->select(1, 0, 1, 8);
    const auto spans = pane->selectedSpans();
    QCOMPARE(spans.size(), size_t{1});
    QCOMPARE(document->textUnits().at(static_cast<size_t>(spans.front().unit)).text.left(8),
             u"Aki Vale"_s);
}

QTEST_MAIN(TestSlidePane)
#include "tst_slidepane.moc"
