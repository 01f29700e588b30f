// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedocument.h"
#include "tests/ui/viewmarks.h"
#include "ui/appearance.h"
#include "ui/panes/decisionchips.h"
#include "ui/panes/flowpane.h"
#include "ui/panes/markpainter.h"
#include "ui/panes/replacementmarks.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace expunge;
using namespace Qt::StringLiterals;

/// The pane that shows a document: places of marks, hits, laziness, states told apart without
/// colour.
class TestFlowPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMarkIsHitWhereItIsDrawn();
    void aWrappedMarkHasARectangleForEachLine();
    void revealScrollsToTheMark();
    void fiveThousandParagraphsAreQuick();
    void selectionGivesSpansOfUnits();
    void keysExtendTheSelection();
    void statesDifferWithoutColour();
    void replacementsAreFoundInWhatWasReadBack();
    void unitsOffThePagesAreShownWhenTheyHoldCandidates();
    void chipsLeaveTheNextLineReadable();
};

namespace {

std::shared_ptr<testing::FakeDocument> lines(int count)
{
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        texts << u"Paragraph %1 says that Aki Vale of Brass Lantern keeps the budget and the plan, "
                 u"at "
                 "such a length that the text goes over more than one line of the pane."_s.arg(i);
    }
    return std::make_shared<testing::FakeDocument>(texts);
}

void show(ui::FlowPane &pane, int width = 420)
{
    pane.resize(width, 600);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
}

}   // namespace

void TestFlowPane::everyMarkIsHitWhereItIsDrawn()
{
    const auto document = lines(60);
    ui::FlowPane pane;
    pane.setDocument(document);
    pane.setMarks(testing::marksIn(*document, u"Aki Vale"_s));
    show(pane);
    for (const double zoom : {1.0, 0.7, 1.8}) {
        pane.setZoom(zoom);
        for (const int key : {0, 1, 30, 59}) {
            pane.reveal(key);
            QCoreApplication::processEvents();
            const auto rects = pane.visibleRects(key);
            QVERIFY(!rects.empty());
            QSignalSpy clicked(&pane, &ui::FlowPane::markClicked);
            QTest::mouseClick(pane.viewport(), Qt::LeftButton, {},
                              rects.front().center().toPoint());
            QCOMPARE(clicked.size(), 1);
            QCOMPARE(clicked.front().front().toInt(), key);
        }
    }
}

void TestFlowPane::chipsLeaveTheNextLineReadable()
{
    const QSize chips(150, 26);
    const QSize viewport(500, 300);
    const QRectF span(60, 100, 90, 18);
    const auto place = [&](double end, double above, double below) {
        const std::vector<QRectF> lines{
            {20, 80, above, 18}, {20, 100, end - 20, 18}, {20, 120, below, 18}};
        return QRectF(ui::chipsPlace(chips, {span}, lines, viewport), QSizeF(chips));
    };
    // room behind the line: there
    const QRectF beside = place(200, 100, 100);
    QVERIFY(beside.left() > 200 && beside.top() < 109 && beside.bottom() > 109);
    // a full line: what was read is covered, not what comes
    const QRectF above = place(490, 460, 460);
    QVERIFY(above.bottom() <= span.top());
    // nothing below it: there
    const QRectF below = place(490, 460, 0);
    QVERIFY(below.top() >= span.bottom());
}

void TestFlowPane::aWrappedMarkHasARectangleForEachLine()
{
    const auto document = lines(1);
    ui::FlowPane pane;
    pane.setDocument(document);
    pane.setMarks({{{0, 0, static_cast<int>(document->textUnits().front().text.size())},
                    ui::MarkState::Pending,
                    0}});
    show(pane);
    QVERIFY(pane.visibleRects(0).size() >= 2);
}

void TestFlowPane::revealScrollsToTheMark()
{
    const auto document = lines(2000);
    ui::FlowPane pane;
    pane.setDocument(document);
    pane.setMarks(testing::marksIn(*document, u"Aki Vale"_s));
    show(pane);
    for (const int key : {1999, 0, 1000, 1001, 37}) {
        pane.reveal(key);
        QCoreApplication::processEvents();
        const auto rects = pane.visibleRects(key);
        QVERIFY(!rects.empty());
        QVERIFY(rects.front().top() >= 0);
        QVERIFY(rects.back().bottom() <= pane.viewport()->height());
    }
}

void TestFlowPane::fiveThousandParagraphsAreQuick()
{
    const auto document = lines(5000);
    ui::FlowPane pane;
    show(pane);
    QElapsedTimer timer;
    timer.start();
    pane.setDocument(document);
    pane.setMarks(testing::marksIn(*document, u"Aki Vale"_s));
    pane.grab();
    // Generous for slow and instrumented builds; laying everything out takes many times as long.
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    timer.restart();
    pane.reveal(4000);
    pane.grab();
    QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
    int laidOut = 0;
    for (int i = 0; i < pane.flowLayout().itemCount(); ++i) {
        laidOut += pane.flowLayout().item(i) ? 1 : 0;
    }
    QVERIFY(laidOut < 200);
}

void TestFlowPane::selectionGivesSpansOfUnits()
{
    const auto document = lines(3);
    ui::FlowPane pane;
    pane.setDocument(document);
    show(pane);
    pane.select(0, 4, 1, 9);
    const auto spans = pane.selectedSpans();
    QCOMPARE(spans.size(), size_t{2});
    QCOMPARE(spans[0].unit, 0);
    QCOMPARE(spans[0].begin, 4);
    QCOMPARE(spans[1], (document::Span{1, 0, 9}));
}

void TestFlowPane::keysExtendTheSelection()
{
    const auto document = lines(3);
    ui::FlowPane pane;
    pane.setDocument(document);
    show(pane);
    pane.select(0, 0, 0, 0);
    QTest::keyClick(&pane, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    const auto spans = pane.selectedSpans();
    QCOMPARE(spans.size(), size_t{1});
    QCOMPARE(spans.front(), (document::Span{0, 0, 9}));   // "Paragraph"
    QTest::keyClick(&pane, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(pane.selectedSpans().front().end > 9);
}

void TestFlowPane::statesDifferWithoutColour()
{
    for (const ui::Theme theme : {ui::Theme::Light, ui::Theme::Dark}) {
        const QPalette palette = ui::paletteFor(theme);
        std::vector<QImage> seen;
        for (const ui::MarkState state :
             {ui::MarkState::Pending, ui::MarkState::Redact, ui::MarkState::Keep}) {
            QImage image(120, 40, QImage::Format_RGB32);
            image.fill(palette.color(QPalette::Base));
            QPainter painter(&image);
            const std::vector<QRectF> rects{{20, 10, 80, 18}};
            ui::paintMarkGround(&painter, rects, state, palette);
            ui::paintMarkOutline(&painter, rects, state, false, palette);
            painter.end();
            seen.push_back(image.convertToFormat(QImage::Format_Grayscale8));
        }
        for (size_t a = 0; a < seen.size(); ++a) {
            for (size_t b = a + 1; b < seen.size(); ++b) {
                int different = 0;
                for (int x = 0; x < seen[a].width(); ++x) {
                    for (int y = 0; y < seen[a].height(); ++y) {
                        different +=
                            std::abs(qGray(seen[a].pixel(x, y)) - qGray(seen[b].pixel(x, y))) > 24
                                ? 1
                                : 0;
                    }
                }
                QVERIFY2(different > 60, qPrintable(QString::number(different)));
            }
        }
    }
}

void TestFlowPane::replacementsAreFoundInWhatWasReadBack()
{
    const testing::FakeDocument before({u"Ask Aki Vale or Aki Vale."_s, u"Nothing here."_s});
    const testing::FakeDocument after({u"Ask [PERSON-1] or [PERSON-1]."_s, u"Nothing here."_s});
    document::RedactionPlan plan;
    plan.spans.push_back({u"c1"_s, {0, 4, 12}, u"[PERSON-1]"_s});
    plan.spans.push_back({u"c2"_s, {0, 16, 24}, u"[PERSON-1]"_s});
    const auto marks = ui::replacementMarks(before, plan, after, {{u"c1"_s, 0}, {u"c2"_s, 1}});
    QCOMPARE(marks.size(), size_t{2});
    QCOMPARE(marks[0].span, (document::Span{0, 4, 14}));
    QCOMPARE(marks[1].span, (document::Span{0, 18, 28}));
    QCOMPARE(marks[1].key, 1);
}

void TestFlowPane::unitsOffThePagesAreShownWhenTheyHoldCandidates()
{
    const auto document = std::make_shared<testing::FakeDocument>(
        std::vector<document::TextUnit>{testing::fakeUnit(0, u"A page."_s),
                                        testing::fakeUnit(1, u"Aki Vale"_s, u"h1"_s)},
        std::vector<document::HiddenItem>{});
    ui::FlowPane pane;
    pane.setDocument(document);
    QCOMPARE(pane.flowLayout().paragraphCount(), 1);
    pane.setDocument(document, {1});
    QCOMPARE(pane.flowLayout().paragraphCount(), 2);
}

QTEST_MAIN(TestFlowPane)
#include "tst_flowpane.moc"
