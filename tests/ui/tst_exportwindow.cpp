// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/xlsxbuilder.h"
#include "tests/ui/windowfixture.h"
#include "ui/export/attestationpage.h"
#include "ui/export/exportdialog.h"
#include "ui/export/warninglist.h"
#include "ui/messagebar.h"
#include "ui/panes/documentview.h"
#include "ui/panes/flowpane.h"
#include "ui/queue/queueview.h"
#include "ui/review/reviewcontroller.h"
#include "ui/reviewpage.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace expunge;
using namespace Qt::StringLiterals;

/// From decided candidates to a signed submission in the queue, in the real window.
class TestExportWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void exportIsRefusedWhileSomethingIsPending();
    void nothingIsTickedBeforehandAndAllIsNeeded();
    void aPassphraseIsAskedTwiceForANewKey();
    void theSubmissionIsSignedAndQueued();
    void aWrongPassphraseIsAskedForAgain();
    void closingTheDialogQueuesNothing();
    void aQueuedSubmissionCanBeWithdrawn();
    void theNextFileBeginsANewSubmission();
    void whatWasKeptElsewhereIsSaid();
    void whatGivesARedactedNumberAwayIsSaidBefore();
    void returnDoesNotForgetAReview();
    void aReviewInAnotherWindowIsNamed();

private:
    ui::MainWindow &window() { return m_fixture->window(); }
    void openDecided();
    void tickAll(ui::ExportDialog *dialog);
    void drive(const std::function<void(ui::ExportDialog *)> &steps);
    void exportWith(const QString &passphrase);

    std::unique_ptr<testing::WindowFixture> m_fixture;
};

namespace {

const QString passphrase = u"a long walk to the quay"_s;

bool waitForKey(ui::ExportDialog *dialog)
{
    return QTest::qWaitFor([dialog] { return dialog->keyPage()->passphraseField()->isVisible(); },
                           20'000);
}

bool waitForResult(ui::ExportDialog *dialog)
{
    return QTest::qWaitFor([dialog] { return !dialog->resultText().isEmpty(); }, 60'000);
}

}   // namespace

void TestExportWindow::init()
{
    m_fixture = std::make_unique<testing::WindowFixture>();
}

void TestExportWindow::cleanup()
{
    m_fixture.reset();
}

void TestExportWindow::openDecided()
{
    const QString path =
        m_fixture->wordFile(u"letter.docx"_s, {u"Write to maren.holt@northquay.io today."_s,
                                               u"Or to piet.ravn@northquay.io tomorrow."_s});
    QVERIFY(m_fixture->open({path}));
    QCOMPARE(window().controller()->session()->counts().found, 2);
    window().controller()->decide(review::Decision::Redact);
    window().controller()->decide(review::Decision::Keep);
    QCOMPARE(window().controller()->session()->counts().pending, 0);
}

void TestExportWindow::tickAll(ui::ExportDialog *dialog)
{
    for (QCheckBox *box : dialog->attestations()->boxes()) {
        box->click();
    }
}

/// Opens the dialog with Ctrl+E and runs `steps` inside it; closes it if they did not.
void TestExportWindow::drive(const std::function<void(ui::ExportDialog *)> &steps)
{
    bool seen = false;
    QTimer::singleShot(0, &window(), [&] {
        auto *dialog = qobject_cast<ui::ExportDialog *>(QApplication::activeModalWidget());
        if (!dialog) {
            return;
        }
        seen = true;
        steps(dialog);
        if (dialog->isVisible()) {
            dialog->reject();
        }
    });
    window().actions().action(u"file.export"_s)->trigger();
    QVERIFY(seen);
}

void TestExportWindow::exportWith(const QString &words)
{
    drive([&](ui::ExportDialog *dialog) {
        QVERIFY(waitForKey(dialog));
        tickAll(dialog);
        dialog->keyPage()->passphraseField()->setText(words);
        if (dialog->keyPage()->repeatField()->isVisible()) {
            dialog->keyPage()->repeatField()->setText(words);
        }
        QVERIFY(dialog->goButton()->isEnabled());
        QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
        QVERIFY(waitForResult(dialog));
    });
}

void TestExportWindow::exportIsRefusedWhileSomethingIsPending()
{
    const QString path =
        m_fixture->wordFile(u"letter.docx"_s, {u"Write to maren.holt@northquay.io today."_s});
    QVERIFY(m_fixture->open({path}));
    QVERIFY(!window().exportButton()->isEnabled());
    QVERIFY(window().exportButton()->toolTip().contains(u'1'));
    QTest::keyClick(window().reviewPage()->original()->pane(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(window().messageBar()->isVisible());
    QVERIFY(window().messageBar()->text().contains(u'1'));
    QVERIFY(window().controller()->current().isValid());
    window().controller()->decide(review::Decision::Redact);
    QVERIFY(window().exportButton()->isEnabled());
}

void TestExportWindow::nothingIsTickedBeforehandAndAllIsNeeded()
{
    openDecided();
    drive([&](ui::ExportDialog *dialog) {
        QVERIFY(waitForKey(dialog));
        dialog->keyPage()->passphraseField()->setText(passphrase);
        dialog->keyPage()->repeatField()->setText(passphrase);
        QCOMPARE(dialog->attestations()->boxes().size(), manifest::requiredAttestations().size());
        for (QCheckBox *box : dialog->attestations()->boxes()) {
            QVERIFY(!box->isChecked());
            QVERIFY(!dialog->goButton()->isEnabled());
            box->click();
        }
        QVERIFY(dialog->goButton()->isEnabled());
    });
}

void TestExportWindow::aPassphraseIsAskedTwiceForANewKey()
{
    openDecided();
    drive([&](ui::ExportDialog *dialog) {
        QVERIFY(waitForKey(dialog));
        tickAll(dialog);
        dialog->keyPage()->passphraseField()->setText(passphrase);
        QVERIFY(!dialog->goButton()->isEnabled());
        auto *problem = dialog->keyPage()->findChild<QLabel *>(u"keyProblem"_s);
        dialog->keyPage()->passphraseField()->setText(u"short"_s);
        QVERIFY2(problem->isVisible(), "nothing says that it is too short");
        dialog->keyPage()->passphraseField()->setText(passphrase);
        QVERIFY(!problem->isVisible());
        dialog->keyPage()->repeatField()->setText(passphrase + u'!');
        QVERIFY2(problem->isVisible(), "nothing says that they differ");
        QVERIFY(!dialog->goButton()->isEnabled());
        dialog->keyPage()->repeatField()->setText(passphrase);
        QVERIFY(dialog->goButton()->isEnabled());
    });
}

void TestExportWindow::theSubmissionIsSignedAndQueued()
{
    openDecided();
    QString said;
    drive([&](ui::ExportDialog *dialog) {
        QVERIFY(waitForKey(dialog));
        tickAll(dialog);
        dialog->keyPage()->passphraseField()->setText(passphrase);
        dialog->keyPage()->repeatField()->setText(passphrase);
        QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
        QVERIFY(waitForResult(dialog));
        said = dialog->resultText();
        QVERIFY2(dialog->queued().has_value(), qPrintable(said));
    });
    QVERIFY2(said.contains(u"Signed"_s) && said.contains(u"not judged"_s), qPrintable(said));
    const auto entries = (*m_fixture->services().queue())->list();
    QVERIFY(entries.has_value());
    QCOMPARE(entries->size(), size_t{1});
    QCOMPARE(entries->front().state, queue::SubmissionState::Ready);
    QVERIFY(said.contains(entries->front().id.right(8)));
    window().showQueue();
    QCOMPARE(window().queueView()->list()->topLevelItemCount(), 1);
}

void TestExportWindow::aWrongPassphraseIsAskedForAgain()
{
    openDecided();
    exportWith(passphrase);
    drive([&](ui::ExportDialog *dialog) {
        QVERIFY(waitForKey(dialog));
        QVERIFY(!dialog->keyPage()->repeatField()->isVisible());
        tickAll(dialog);
        dialog->keyPage()->passphraseField()->setText(u"something else"_s);
        QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([dialog] { return dialog->goButton()->isVisible(); }, 60'000));
        QVERIFY(!dialog->queued().has_value());
        dialog->keyPage()->passphraseField()->setText(passphrase);
        QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
        QVERIFY(waitForResult(dialog));
        QVERIFY(dialog->queued().has_value());
    });
}

void TestExportWindow::closingTheDialogQueuesNothing()
{
    openDecided();
    drive([&](ui::ExportDialog *dialog) {
        tickAll(dialog);
        dialog->reject();
    });
    QVERIFY((*m_fixture->services().queue())->list()->empty());
    QVERIFY(window().controller()->session());
}

void TestExportWindow::aQueuedSubmissionCanBeWithdrawn()
{
    openDecided();
    exportWith(passphrase);
    window().showQueue();
    QVERIFY(window().queueView()->withdrawButton()->isEnabled());
    QTest::mouseClick(window().queueView()->withdrawButton(), Qt::LeftButton);
    const auto entries = (*m_fixture->services().queue())->list();
    QCOMPARE(entries->front().state, queue::SubmissionState::Withdrawn);
    QVERIFY(!window().queueView()->withdrawButton()->isEnabled());
}

void TestExportWindow::theNextFileBeginsANewSubmission()
{
    openDecided();
    exportWith(passphrase);
    const QString next =
        m_fixture->wordFile(u"next.docx"_s, {u"Write to maren.holt@northquay.io today."_s});
    QVERIFY(m_fixture->open({next}));
    QCOMPARE(window().controller()->session()->files().size(), size_t{1});
    QCOMPARE(window().controller()->session()->counts().pending, 1);
}

void TestExportWindow::returnDoesNotForgetAReview()
{
    openDecided();
    bool asked = false;
    QTimer::singleShot(0, &window(), [&] {
        auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (question) {
            asked = true;
            QTest::keyClick(question, Qt::Key_Return);
        }
    });
    QTest::keyClick(&window(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(asked);
    QVERIFY(window().controller()->session() != nullptr);
}

void TestExportWindow::aReviewInAnotherWindowIsNamed()
{
    openDecided();
    m_fixture->restart();
    QDirIterator walk(m_fixture->path({}), {u"*.journal"_s}, QDir::Files,
                      QDirIterator::Subdirectories);
    QVERIFY(walk.hasNext());
    // the lock that another program would hold
    const int fd = ::open(QFile::encodeName(walk.next()).constData(), O_RDWR | O_CLOEXEC);
    QVERIFY(fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) == 0);
    m_fixture->open({m_fixture->path(u"letter.docx"_s)});
    const auto *bar = window().findChild<ui::MessageBar *>();
    QVERIFY2(bar->text().contains(u"letter.docx"_s), qPrintable(bar->text()));
    QVERIFY2(!bar->text().contains(u".journal"_s), qPrintable(bar->text()));
    ::close(fd);
}

void TestExportWindow::whatWasKeptElsewhereIsSaid()
{
    const QString path =
        m_fixture->wordFile(u"letter.docx"_s, {u"Write to maren.holt@northquay.io today."_s,
                                               u"Again: maren.holt@northquay.io is right."_s});
    QVERIFY(m_fixture->open({path}));
    window().controller()->decide(review::Decision::Redact);
    window().controller()->decide(review::Decision::Keep);
    QString said;
    drive([&](ui::ExportDialog *dialog) {
        QVERIFY(waitForKey(dialog));
        tickAll(dialog);
        dialog->keyPage()->passphraseField()->setText(passphrase);
        dialog->keyPage()->repeatField()->setText(passphrase);
        QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
        QVERIFY(waitForResult(dialog));
        said = dialog->resultText();
        QVERIFY2(dialog->queued().has_value(), qPrintable(said));
    });
    QVERIFY2(said.contains(u"still stands where you decided to keep it, places: 1"_s),
             qPrintable(said));
}

// acceptance 50: warnings come before the export, here that a sum says what was taken out of it
void TestExportWindow::whatGivesARedactedNumberAwayIsSaidBefore()
{
    testing::XlsxBuilder book;
    book.styles("<numFmts count=\"1\"><numFmt numFmtId=\"165\" formatCode=\"\\+00\\ 000\\ "
                "0000000\"/></numFmts><cellXfs count=\"2\"><xf/><xf numFmtId=\"165\"/></cellXfs>")
        .sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>491701234567</v></c></row><row r=\"2\">"
               "<c r=\"A2\"><v>5</v></c></row><row r=\"3\"><c r=\"A3\"><f>SUM(A1:A2)</f>"
               "<v>491701234572</v></c></row>");
    QFile file(m_fixture->path(u"sum.xlsx"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(book.build());
    file.close();
    QVERIFY(m_fixture->open({file.fileName()}));
    const review::ReviewSession *session = window().controller()->session();
    QVERIFY(session->counts().found > 0);
    for (int i = 0; i < 20 && session->counts().pending > 0; ++i) {
        window().controller()->decide(review::Decision::Redact);
    }
    QCOMPARE(session->counts().pending, 0);
    drive([](ui::ExportDialog *dialog) {
        QVERIFY(QTest::qWaitFor([dialog] { return dialog->warnings()->isComplete(); }, 20'000));
        const QString said = dialog->warnings()->sentences().join(u' ');
        QVERIFY2(said.contains(u"sum.xlsx"_s) && said.contains(u"A3"_s), qPrintable(said));
        QVERIFY(dialog->warnings()->isVisible());
    });
}

QTEST_MAIN(TestExportWindow)
#include "tst_exportwindow.moc"
