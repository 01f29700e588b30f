// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/export/attestationpage.h"
#include "ui/export/exportdialog.h"
#include "ui/review/reviewcontroller.h"
#include "ui/reviewpage.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace expunge;
using namespace Qt::StringLiterals;

/// What the window keeps: its controls when it is small, the last session, what an export lacks.
class TestWindowState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<testing::WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void aSmallWindowKeepsTheExportButton();
    void theLastSessionIsReopened();
    void theDialogSaysWhichStatementIsMissing();

private:
    void openLetter();
    ui::MainWindow &window() { return m_fixture->window(); }

    std::unique_ptr<testing::WindowFixture> m_fixture;
};

void TestWindowState::openLetter()
{
    QVERIFY(m_fixture->open(
        {m_fixture->wordFile(u"letter.docx"_s, {u"Write to maren.holt@northquay.io today."_s}),
         m_fixture->wordFile(u"reply.docx"_s, {u"Or to piet.ravn@northquay.io tomorrow."_s})}));
    QCOMPARE(window().controller()->session()->files().size(), size_t{2});
}

void TestWindowState::aSmallWindowKeepsTheExportButton()
{
    openLetter();
    QVERIFY(m_fixture->waitForPreview());
    QVERIFY2(window().minimumSizeHint().width() <= 640,
             qPrintable(QString::number(window().minimumSizeHint().width())));
    window().resize(640, 560);
    QCoreApplication::processEvents();
    QCOMPARE(window().width(), 640);
    const QPushButton *button = window().exportButton();
    QVERIFY(button->isVisible());
    QVERIFY(button->width() >= button->sizeHint().width());
    QVERIFY(button->mapTo(&window(), QPoint(button->width(), 0)).x() <= 640);
    // in the queue as well
    window().showQueue();
    QCoreApplication::processEvents();
    QCOMPARE(window().width(), 640);
}

void TestWindowState::theLastSessionIsReopened()
{
    QAction *reopen = window().actions().action(u"file.reopen"_s);
    QVERIFY(!reopen->isEnabled());
    openLetter();
    QVERIFY(!reopen->isEnabled());
    window().controller()->decide({1, 0}, review::Decision::Keep);
    m_fixture->restart();
    reopen = window().actions().action(u"file.reopen"_s);
    QVERIFY(reopen->isEnabled());
    reopen->trigger();
    QVERIFY(QTest::qWaitFor([this] { return !window().isOpening(); }, 20'000));
    const review::ReviewSession *session = window().controller()->session();
    QVERIFY(session);
    QCOMPARE(session->files().size(), size_t{2});
    QCOMPARE(session->counts().kept, 1);
}

void TestWindowState::theDialogSaysWhichStatementIsMissing()
{
    openLetter();
    window().controller()->decide({0, 0}, review::Decision::Redact);
    window().controller()->decide({1, 0}, review::Decision::Redact);
    bool seen = false;
    QTimer::singleShot(0, &window(), [&] {
        auto *dialog = qobject_cast<ui::ExportDialog *>(QApplication::activeModalWidget());
        if (!dialog) {
            return;
        }
        const auto &boxes = dialog->attestations()->boxes();
        for (size_t i = 0; i + 1 < boxes.size(); ++i) {
            boxes[i]->click();
        }
        const QString missing = boxes.back()->accessibleName();
        seen = dialog->missingLabel()->isVisible()
               && dialog->missingLabel()->text().contains(missing.left(30))
               && dialog->goButton()->toolTip().contains(missing);
        boxes.back()->click();
        seen = seen && !dialog->goButton()->toolTip().contains(missing);
        dialog->reject();
    });
    window().actions().action(u"file.export"_s)->trigger();
    QVERIFY(seen);
}

QTEST_MAIN(TestWindowState)
#include "tst_windowstate.moc"
