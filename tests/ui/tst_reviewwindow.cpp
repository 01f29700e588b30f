// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fileio.h"
#include "tests/ui/windowfixture.h"
#include "ui/hidden/hiddenview.h"
#include "ui/messagebar.h"
#include "ui/panes/decisionchips.h"
#include "ui/panes/documentview.h"
#include "ui/panes/flowpane.h"
#include "ui/review/candidateview.h"
#include "ui/review/reviewcontroller.h"
#include "ui/reviewpage.h"
#include "ui/text/errortext.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QButtonGroup>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>

using namespace expunge;
using namespace Qt::StringLiterals;
using review::CandidateRef;
using review::Decision;

/// The review in the real window: keys, clicks, undo, marks, preview.
class TestReviewWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void openingShowsTheFirstPendingCandidate();
    void aRedactsAndGoesOn();
    void xKeepsAndGoesOn();
    void spaceSkipsWithoutDeciding();
    void jAndKMoveThroughAllCandidates();
    void shiftADecidesTheEntityAndOneUndoRestoresIt();
    void backspaceUndoesAndGoesBack();
    void aClickOnAChipDecides();
    void aClickOnASpanMakesItCurrent();
    void aSelectedTextIsMarkedWithM();
    void textIsSelectedWithTheMouse();
    void theRightPaneShowsTheReplacement();
    void bothPanesScrollTogether();
    void keysWorkInTheListOfCandidates();
    void typingInATextFieldNeverDecides();
    void hiddenItemsCanBeKept();
    void droppedFilesOpen();
    void severalFilesAreListedWithWhatIsPending();
    void decisionsSurviveARestart();
    void theTitleNamesNoFile();
    void anErrorIsOneSentenceInTheWindow();
    void oneBadFileDoesNotStopTheOthers();
    void theStatusAddsUp();
    void whatGoesWithAHiddenItemIsNotToBeDecided();
    void anUpdateOfTheScrubbedFileLeavesTheOriginalWhereItIs();
    void theCandidateModelIsSound();

private:
    ui::ReviewController *controller() { return m_fixture->window().controller(); }
    ui::FlowPane *original() { return m_fixture->window().reviewPage()->original()->flow(); }
    review::ReviewSession *session() { return controller()->session(); }
    void openLetter();
    int paragraphWith(const QString &text);

    std::unique_ptr<testing::WindowFixture> m_fixture;
};

void TestReviewWindow::init()
{
    m_fixture = std::make_unique<testing::WindowFixture>();
}

void TestReviewWindow::cleanup()
{
    m_fixture.reset();
}

void TestReviewWindow::openLetter()
{
    const QString path = m_fixture->wordFile(
        u"letter.docx"_s, {u"Please write to maren.holt@northquay.io before Friday."_s,
                           u"The other contact is piet.ravn@northquay.io and he answers."_s,
                           u"Once more: maren.holt@northquay.io is the main contact."_s,
                           u"Only a plain line about the plan called Bluefinch stands here."_s});
    QVERIFY(m_fixture->open({path}));
    QVERIFY(session());
    QCOMPARE(session()->counts().found, 3);
    original()->setFocus();
}

int TestReviewWindow::paragraphWith(const QString &text)
{
    for (int i = 0; i < original()->flowLayout().paragraphCount(); ++i) {
        if (original()->flowLayout().place(i).layout->text().contains(text)) {
            return i;
        }
    }
    return -1;
}

void TestReviewWindow::openingShowsTheFirstPendingCandidate()
{
    openLetter();
    QCOMPARE(controller()->current(), (CandidateRef{0, 0}));
    QCOMPARE(original()->current(), 0);
    QVERIFY(!original()->visibleRects(0).empty());
    QVERIFY(original()->accessibleDescription().contains(u"maren.holt@northquay.io"_s));
}

void TestReviewWindow::aRedactsAndGoesOn()
{
    openLetter();
    QTest::keyClick(original(), Qt::Key_A);
    QCOMPARE(session()->decision({0, 0}), Decision::Redact);
    QCOMPARE(controller()->current(), (CandidateRef{0, 1}));
}

void TestReviewWindow::xKeepsAndGoesOn()
{
    openLetter();
    QTest::keyClick(original(), Qt::Key_X);
    QCOMPARE(session()->decision({0, 0}), Decision::Keep);
    QCOMPARE(controller()->current(), (CandidateRef{0, 1}));
}

void TestReviewWindow::spaceSkipsWithoutDeciding()
{
    openLetter();
    QTest::keyClick(original(), Qt::Key_Space);
    QCOMPARE(controller()->current(), (CandidateRef{0, 1}));
    QCOMPARE(session()->counts().pending, 3);
    QTest::keyClick(original(), Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(controller()->current(), (CandidateRef{0, 0}));
}

void TestReviewWindow::jAndKMoveThroughAllCandidates()
{
    openLetter();
    QTest::keyClick(original(), Qt::Key_A);
    QTest::keyClick(original(), Qt::Key_K);
    QCOMPARE(controller()->current(), (CandidateRef{0, 0}));
    QTest::keyClick(original(), Qt::Key_J);
    QTest::keyClick(original(), Qt::Key_J);
    QTest::keyClick(original(), Qt::Key_J);
    QCOMPARE(controller()->current(), (CandidateRef{0, 2}));
}

void TestReviewWindow::shiftADecidesTheEntityAndOneUndoRestoresIt()
{
    openLetter();
    QTest::keyClick(original(), Qt::Key_A, Qt::ShiftModifier);
    QCOMPARE(session()->decision({0, 0}), Decision::Redact);
    QCOMPARE(session()->decision({0, 1}), Decision::Pending);
    QCOMPARE(session()->decision({0, 2}), Decision::Redact);
    QCOMPARE(controller()->current(), (CandidateRef{0, 1}));
    QTest::keyClick(original(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session()->counts().pending, 3);
    QTest::keyClick(original(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(session()->counts().redacted, 2);
}

void TestReviewWindow::backspaceUndoesAndGoesBack()
{
    openLetter();
    QTest::keyClick(original(), Qt::Key_A);
    QTest::keyClick(original(), Qt::Key_X);
    QTest::keyClick(original(), Qt::Key_Backspace);
    QCOMPARE(session()->decision({0, 1}), Decision::Pending);
    QCOMPARE(controller()->current(), (CandidateRef{0, 1}));
    QCOMPARE(session()->decision({0, 0}), Decision::Redact);
}

void TestReviewWindow::aClickOnAChipDecides()
{
    openLetter();
    auto *chips = original()->findChild<ui::DecisionChips *>();
    QTRY_VERIFY(chips->isVisible());
    QTest::mouseClick(chips->redactButton(), Qt::LeftButton);
    QCOMPARE(session()->decision({0, 0}), Decision::Redact);
    QCOMPARE(controller()->current(), (CandidateRef{0, 1}));
    QTRY_VERIFY(chips->isVisible());
    QTest::mouseClick(chips->keepButton(), Qt::LeftButton);
    QCOMPARE(session()->decision({0, 1}), Decision::Keep);
}

void TestReviewWindow::aClickOnASpanMakesItCurrent()
{
    openLetter();
    const auto rects = original()->visibleRects(2);
    QVERIFY(!rects.empty());
    QTest::mouseClick(original()->viewport(), Qt::LeftButton, {}, rects.front().center().toPoint());
    QCOMPARE(controller()->current(), (CandidateRef{0, 2}));
    QCOMPARE(session()->counts().pending, 3);
}

void TestReviewWindow::aSelectedTextIsMarkedWithM()
{
    openLetter();
    const int paragraph = paragraphWith(u"Bluefinch"_s);
    QVERIFY(paragraph >= 0);
    const QString text = original()->flowLayout().place(paragraph).layout->text();
    const int at = static_cast<int>(text.indexOf(u"Bluefinch"_s));
    original()->select(paragraph, at, paragraph, at + 10);   // with the space behind it
    QTest::keyClick(original(), Qt::Key_M);
    QCOMPARE(session()->counts().found, 4);
    QCOMPARE(session()->counts().redacted, 1);
    const detect::Candidate *marked = controller()->currentCandidate();
    QVERIFY(marked);
    QCOMPARE(marked->text, u"Bluefinch"_s);
    QVERIFY(m_fixture->waitForPreview());
    QVERIFY(!testing::shownText(m_fixture->window()).contains(u"Bluefinch"_s));
}

void TestReviewWindow::textIsSelectedWithTheMouse()
{
    openLetter();
    const int paragraph = paragraphWith(u"Bluefinch"_s);
    original()->select(paragraph, 0, paragraph, 1);
    const ui::FlowLayout::Place place = original()->flowLayout().place(paragraph);
    const QString text = place.layout->text();
    const int at = static_cast<int>(text.indexOf(u"Bluefinch"_s));
    // A double click selects the word under it; its place is found from a mark's known place in the
    // same column.
    const QRectF mark = original()->visibleRects(0).front();
    const QRectF markInColumn = original()->flowLayout().place(0).layout->rects(16, 17).front();
    const double left = mark.left() - markInColumn.left();
    const QRectF word = place.layout->rects(at + 2, at + 3)
                            .front()
                            .translated(left, place.top() + mark.top() - markInColumn.top()
                                                  - original()->flowLayout().place(0).top());
    QTest::mouseDClick(original()->viewport(), Qt::LeftButton, {}, word.center().toPoint());
    const auto spans = original()->selectedSpans();
    QCOMPARE(spans.size(), size_t{1});
    const auto &units = session()->files().front().document->textUnits();
    QCOMPARE(units.at(static_cast<size_t>(spans.front().unit))
                 .text.mid(spans.front().begin, spans.front().length()),
             u"Bluefinch"_s);
}

void TestReviewWindow::theRightPaneShowsTheReplacement()
{
    openLetter();
    const QString replacement = session()->replacement({0, 0});
    QVERIFY(m_fixture->waitForPreview());
    // the preview may still be the one of before when the machine is busy
    QTRY_VERIFY_WITH_TIMEOUT(
        testing::shownText(m_fixture->window()).contains(u"piet.ravn@northquay.io"_s), 30000);
    QTest::keyClick(original(), Qt::Key_A, Qt::ShiftModifier);
    QVERIFY(m_fixture->waitForPreview());
    QTRY_VERIFY_WITH_TIMEOUT(testing::shownText(m_fixture->window()).contains(replacement), 30000);
    const QString shown = testing::shownText(m_fixture->window());
    QVERIFY(!shown.contains(u"maren.holt@northquay.io"_s));
    QVERIFY(shown.contains(replacement));
    QVERIFY(shown.contains(u"piet.ravn@northquay.io"_s));
    QCOMPARE(m_fixture->window().reviewPage()->scrubbed()->marks().size(), size_t{2});
}

void TestReviewWindow::bothPanesScrollTogether()
{
    QStringList paragraphs;
    for (int i = 0; i < 300; ++i) {
        paragraphs
            << u"Line %1 talks at some length about delivery and budget. Write to "
               "tilda.moor%1@northquay.io about it, and to nobody else in this matter."_s.arg(i);
    }
    QVERIFY(m_fixture->open({m_fixture->wordFile(u"long.docx"_s, paragraphs)}));
    QTest::keyClick(original(), Qt::Key_A);
    QVERIFY(m_fixture->waitForPreview());
    ui::FlowPane *right = m_fixture->window().reviewPage()->scrubbed()->flow();
    for (const int part : {3, 2, 5}) {
        original()->verticalScrollBar()->setValue(original()->verticalScrollBar()->maximum()
                                                  / part);
        QCoreApplication::processEvents();
        QCOMPARE(right->anchor().part, original()->anchor().part);
    }
    right->setFocus();
    right->verticalScrollBar()->setValue(right->verticalScrollBar()->maximum() / 2);
    QCoreApplication::processEvents();
    QCOMPARE(original()->anchor().part, right->anchor().part);
}

void TestReviewWindow::keysWorkInTheListOfCandidates()
{
    openLetter();
    QTreeView *tree = m_fixture->window().reviewPage()->candidates()->tree();
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_A);
    QCOMPARE(session()->decision({0, 0}), Decision::Redact);
    QTest::keyClick(tree, Qt::Key_X);
    QCOMPARE(session()->decision({0, 1}), Decision::Keep);
}

void TestReviewWindow::typingInATextFieldNeverDecides()
{
    openLetter();
    QLineEdit field(original());
    field.show();
    field.setFocus();
    QTest::keyClicks(&field, u"axjkm ?"_s);
    QCOMPARE(field.text(), u"axjkm ?"_s);
    QCOMPARE(session()->counts().pending, 3);
    QCOMPARE(controller()->current(), (CandidateRef{0, 0}));
}

void TestReviewWindow::hiddenItemsCanBeKept()
{
    QVERIFY(m_fixture->open(
        {QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/samples/engagement-letter.docx")}));
    ui::HiddenView *hidden = m_fixture->window().reviewPage()->hidden();
    const auto &items = session()->files().front().document->hiddenItems();
    QCOMPARE(hidden->count(), static_cast<int>(items.size()));
    QVERIFY(hidden->count() > 0);
    for (int i = 0; i < hidden->count(); ++i) {
        if (!items.at(static_cast<size_t>(i)).canKeep) {
            continue;
        }
        QAbstractButton *keep =
            hidden->choices(i)->button(static_cast<int>(document::HiddenAction::Keep));
        QVERIFY(keep);
        keep->click();
        QCOMPARE(session()->hiddenAction({0, i}), document::HiddenAction::Keep);
        QVERIFY(keep->isChecked());
        controller()->undo();
        QVERIFY(session()->hiddenAction({0, i}) != document::HiddenAction::Keep);
        QVERIFY(!keep->isChecked());
        return;
    }
    QFAIL("the sample holds nothing that may be kept");
}

void TestReviewWindow::droppedFilesOpen()
{
    const QString path =
        m_fixture->wordFile(u"ü letter.docx"_s, {u"Write to maren.holt@northquay.io today."_s});
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    ui::MainWindow &window = m_fixture->window();
    QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    QTRY_VERIFY_WITH_TIMEOUT(!window.isOpening(), 20'000);
    QVERIFY(session());
    QCOMPARE(session()->files().size(), size_t{1});
}

void TestReviewWindow::severalFilesAreListedWithWhatIsPending()
{
    const QString first =
        m_fixture->wordFile(u"one.docx"_s, {u"Write to maren.holt@northquay.io today."_s});
    const QString second =
        m_fixture->wordFile(u"two.docx"_s, {u"Or write to maren.holt@northquay.io tomorrow."_s});
    QVERIFY(m_fixture->open({first, second}));
    QListWidget *files = m_fixture->window().reviewPage()->files();
    QCOMPARE(files->count(), 2);
    QVERIFY(files->item(0)->text().contains(u"1 pending"_s));
    // The same person in the other file is the same entity.
    QTest::keyClick(original(), Qt::Key_A, Qt::ShiftModifier);
    QCOMPARE(session()->counts().pending, 0);
    QVERIFY(files->item(1)->text().contains(u"decided"_s));
    files->setCurrentRow(1);
    QCOMPARE(controller()->currentFile(), 1);
}

void TestReviewWindow::decisionsSurviveARestart()
{
    openLetter();
    QTest::keyClick(original(), Qt::Key_A);
    QTest::keyClick(original(), Qt::Key_X);
    m_fixture->restart();
    QVERIFY(m_fixture->open({m_fixture->path(u"letter.docx"_s)}));
    QCOMPARE(session()->decision({0, 0}), Decision::Redact);
    QCOMPARE(session()->decision({0, 1}), Decision::Keep);
    QCOMPARE(controller()->current(), (CandidateRef{0, 2}));
    QTest::keyClick(original(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session()->decision({0, 1}), Decision::Pending);
}

void TestReviewWindow::theTitleNamesNoFile()
{
    openLetter();
    QVERIFY(m_fixture->window().windowTitle().contains(u"1 file"_s));
    QVERIFY(!m_fixture->window().windowTitle().contains(u"letter"_s));
}

void TestReviewWindow::anErrorIsOneSentenceInTheWindow()
{
    const QString path = m_fixture->path(u"missing.docx"_s);
    QVERIFY(m_fixture->open({path}));
    ui::MessageBar *bar = m_fixture->window().messageBar();
    QVERIFY(bar->isVisible());
    const auto error = base::readFile(path, 1);
    QVERIFY(!error);
    QCOMPARE(bar->text(), ui::errorSentence(error.error()));
    QVERIFY(bar->text().contains(path));
    QVERIFY(!session());
}

void TestReviewWindow::oneBadFileDoesNotStopTheOthers()
{
    const QString good =
        m_fixture->wordFile(u"good.docx"_s, {u"Write to maren.holt@northquay.io today."_s});
    QVERIFY(m_fixture->open({m_fixture->path(u"missing.docx"_s), good}));
    QVERIFY(session());
    QCOMPARE(session()->files().size(), size_t{1});
    QVERIFY(m_fixture->window().messageBar()->isVisible());
}

void TestReviewWindow::theStatusAddsUp()
{
    openLetter();
    QTest::keyClick(original(), Qt::Key_A);
    QTest::keyClick(original(), Qt::Key_X);
    auto *counts = m_fixture->window().findChild<QLabel *>(u"counts"_s);
    QCOMPARE(counts->text(), u"3 found = 1 redacted + 1 kept + 1 pending"_s);
}

void TestReviewWindow::whatGoesWithAHiddenItemIsNotToBeDecided()
{
    QVERIFY(m_fixture->open(
        {QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/samples/engagement-letter.docx")}));
    const auto &candidates = session()->files().front().candidates;
    int inactive = 0;
    for (int i = 0; i < static_cast<int>(candidates.size()); ++i) {
        const auto &mark = original()->marks().at(static_cast<size_t>(i));
        const bool active = session()->active({0, mark.key});
        QCOMPARE(mark.state == ui::MarkState::Gone, !active);
        QCOMPARE(m_fixture->window().reviewPage()->candidates()->model()->indexOf({0, i}).isValid(),
                 session()->active({0, i}));
        inactive += active ? 0 : 1;
    }
    QVERIFY(inactive > 0);
    QCOMPARE(session()->counts().found + inactive, static_cast<int>(candidates.size()));
}

void TestReviewWindow::anUpdateOfTheScrubbedFileLeavesTheOriginalWhereItIs()
{
    QStringList paragraphs;
    for (int i = 0; i < 120; ++i) {
        paragraphs << u"Line %1 talks at some length about the plan. Write to "
                      "tilda.moor%1@northquay.io about it, and to nobody else."_s.arg(i);
    }
    QVERIFY(m_fixture->open({m_fixture->wordFile(u"long.docx"_s, paragraphs)}));
    QVERIFY(m_fixture->waitForPreview());
    controller()->setCurrent({0, 90});
    controller()->decide(Decision::Redact);
    const int before = original()->anchor().part;
    QVERIFY(before > 60);
    QVERIFY(m_fixture->waitForPreview());
    QCoreApplication::processEvents();
    QCOMPARE(original()->anchor().part, before);
    QCOMPARE(m_fixture->window().reviewPage()->scrubbed()->flow()->anchor().part, before);
}

void TestReviewWindow::theCandidateModelIsSound()
{
    openLetter();
    ui::CandidateModel *model = m_fixture->window().reviewPage()->candidates()->model();
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const ui::Grouping grouping :
         {ui::Grouping::Type, ui::Grouping::Position, ui::Grouping::Entity}) {
        model->setGrouping(grouping);
        int members = 0;
        for (int i = 0; i < model->rowCount(); ++i) {
            members += model->rowCount(model->index(i, 0));
        }
        QCOMPARE(members, 3);
    }
    QCOMPARE(model->rowCount(), 2);   // entities
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(model->refAt(model->indexOf({0, i})), (CandidateRef{0, i}));
    }
}

QTEST_MAIN(TestReviewWindow)
#include "tst_reviewwindow.moc"
