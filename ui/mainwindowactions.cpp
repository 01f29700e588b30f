// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the window, and what of it shows how far the review is: menus, tool bar, status
// bar.
#include "ui/appearance.h"
#include "ui/iconset.h"
#include "ui/intake.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/primarybutton.h"
#include "ui/review/cheatsheet.h"
#include "ui/review/reviewcontroller.h"
#include "ui/reviewpage.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace expunge::ui {

using review::Decision;

namespace {

constexpr int roomForReason = 1000;   // in a smaller window the words give way
constexpr int jobDelayMs = 500;       // shorter work shows no progress, which would only flicker

QList<QKeySequence> keys(const char *key)
{
    return {QKeySequence(QString::fromLatin1(key))};
}

}   // namespace

void MainWindow::makeActions()
{
    makeFileActions();
    makeDecideActions();
    makeMoveActions();
    makeViewActions();
    for (const ActionRegistry::Entry &entry : m_actions.entries()) {
        if (entry.spec.reviewOnly) {
            for (QWidget *widget : m_review->keyWidgets()) {
                widget->addAction(entry.action);
            }
        } else {
            addAction(entry.action);
        }
    }
}

void MainWindow::makeFileActions()
{
    using C = ActionCategory;
    m_actions.add({QStringLiteral("file.open"), tr("&Open…"), tr("Open files to scrub"),
                   QStringLiteral("open"), keys("Ctrl+O"), C::File},
                  [this] { chooseFiles(); });
    m_actions.add({QStringLiteral("file.reopen"),
                   tr("&Reopen the last session"),
                   tr("Open the files of the last review again, with your decisions"),
                   {},
                   keys("Ctrl+Shift+R"),
                   C::File},
                  [this] { reopenLast(); });
    m_actions.add({QStringLiteral("file.sample"), tr("Open the &sample"),
                   tr("Open files that were made up for trying the program"),
                   QStringLiteral("sample"), keys("Ctrl+Shift+O"), C::File},
                  [this] { openSample(); });
    m_actions.action(QStringLiteral("file.sample"))
        ->setEnabled(!m_services.samplesFolder.isEmpty());
    m_actions.add({QStringLiteral("file.export"), tr("&Export and queue…"),
                   tr("Write, check, sign and queue the submission"), QStringLiteral("export"),
                   keys("Ctrl+E"), C::File},
                  [this] { exportAndQueue(); });
    m_actions.add({QStringLiteral("file.close"),
                   tr("&Close this review"),
                   tr("Close the files; your decisions are kept"),
                   {},
                   keys("Ctrl+W"),
                   C::File},
                  [this] { closeReview(); });
    m_actions.add({QStringLiteral("file.forget"),
                   tr("&Forget this review…"),
                   tr("Close the files and destroy your decisions on them"),
                   {},
                   keys("Ctrl+Shift+W"),
                   C::File},
                  [this] { forgetReview(); });
    m_actions.add({QStringLiteral("file.quit"),
                   tr("&Quit"),
                   tr("Quit the program"),
                   {},
                   keys("Ctrl+Q"),
                   C::File},
                  [this] { close(); });
}

void MainWindow::makeDecideActions()
{
    using C = ActionCategory;
    m_actions.add({QStringLiteral("decide.redact"), tr("&Redact"),
                   tr("Redact: accept the suggestion"), QStringLiteral("redact"), keys("A"),
                   C::Decide, true},
                  [this] { m_controller->decide(Decision::Redact); });
    m_actions.add({QStringLiteral("decide.keep"), tr("&Keep"), tr("Keep: reject the suggestion"),
                   QStringLiteral("keep"), keys("X"), C::Decide, true},
                  [this] { m_controller->decide(Decision::Keep); });
    m_actions.add({QStringLiteral("decide.redactEntity"),
                   tr("Redact &everywhere"),
                   tr("Redact all that means the same in this submission"),
                   {},
                   keys("Shift+A"),
                   C::Decide,
                   true},
                  [this] { m_controller->decideEntity(Decision::Redact); });
    m_actions.add({QStringLiteral("decide.keepEntity"),
                   tr("Keep every&where"),
                   tr("Keep all that means the same in this submission"),
                   {},
                   keys("Shift+X"),
                   C::Decide,
                   true},
                  [this] { m_controller->decideEntity(Decision::Keep); });
    m_actions.add({QStringLiteral("decide.mark"), tr("&Mark the selection"),
                   tr("Mark the selected text for redaction"), QStringLiteral("mark"), keys("M"),
                   C::Decide, true},
                  [this] {
                      if (!m_review->markSelection()) {
                          m_message->show(MessageBar::Kind::Information,
                                          tr("Select text in the original first, then press M."));
                      }
                  });
    m_actions.add({QStringLiteral("decide.undo"), tr("&Undo"), tr("Undo the last decision"),
                   QStringLiteral("undo"), keys("Ctrl+Z"), C::Decide},
                  [this] { m_controller->undo(); });
    m_actions.add({QStringLiteral("decide.redo"), tr("Re&do"), tr("Redo what was undone"),
                   QStringLiteral("redo"), keys("Ctrl+Shift+Z"), C::Decide},
                  [this] { m_controller->redo(); });
    m_actions.add({QStringLiteral("decide.back"),
                   tr("Undo and go &back"),
                   tr("Undo the last decision and go back to it"),
                   {},
                   keys("Backspace"),
                   C::Decide,
                   true},
                  [this] { m_controller->undo(); });
}

void MainWindow::makeMoveActions()
{
    using C = ActionCategory;
    m_actions.add({QStringLiteral("go.nextPending"), tr("Next &pending"),
                   tr("Go to the next pending candidate"), QStringLiteral("next"), keys("Space"),
                   C::Move, true},
                  [this] { m_controller->nextPending(); });
    m_actions.add({QStringLiteral("go.previousPending"), tr("Pre&vious pending"),
                   tr("Go to the previous pending candidate"), QStringLiteral("previous"),
                   keys("Shift+Space"), C::Move, true},
                  [this] { m_controller->previousPending(); });
    m_actions.add({QStringLiteral("go.next"),
                   tr("&Next candidate"),
                   tr("Go to the next candidate, decided or not"),
                   {},
                   keys("J"),
                   C::Move,
                   true},
                  [this] { m_controller->next(); });
    m_actions.add({QStringLiteral("go.previous"),
                   tr("P&revious candidate"),
                   tr("Go to the previous candidate, decided or not"),
                   {},
                   keys("K"),
                   C::Move,
                   true},
                  [this] { m_controller->previous(); });
    m_actions.add({QStringLiteral("go.panes"),
                   tr("Next p&ane"),
                   tr("Move to the next pane"),
                   {},
                   keys("F6"),
                   C::Move},
                  [this] { m_review->cyclePanes(); });
}

void MainWindow::makeMenus()
{
    for (const ActionCategory category :
         {ActionCategory::File, ActionCategory::Decide, ActionCategory::Move, ActionCategory::View,
          ActionCategory::Help}) {
        QMenu *menu = menuBar()->addMenu(ActionRegistry::categoryText(category));
        for (const ActionRegistry::Entry &entry : m_actions.entries()) {
            if (entry.spec.category == category) {
                menu->addAction(entry.action);
            }
        }
    }
}

void MainWindow::makeToolBar()
{
    m_tools = addToolBar(tr("Main tools"));
    QToolBar *bar = m_tools;
    bar->setObjectName(QStringLiteral("mainTools"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({20, 20});
    const auto add = [this, bar](const char *id) {
        bar->addAction(m_actions.action(QString::fromLatin1(id)));
    };
    add("file.open");
    bar->addSeparator();
    add("view.review");
    add("view.queue");
    bar->addSeparator();
    for (const char *id :
         {"decide.undo", "decide.redo", "go.previousPending", "go.nextPending", "decide.mark"}) {
        add(id);
        auto *button = qobject_cast<QToolButton *>(
            bar->widgetForAction(m_actions.action(QString::fromLatin1(id))));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_missing = new QLabel(bar);
    m_missing->setObjectName(QStringLiteral("exportReason"));
    m_missing->setForegroundRole(QPalette::PlaceholderText);
    m_missing->setContentsMargins(8, 0, 8, 0);
    m_missingAction = bar->addWidget(m_missing);
    m_export = new PrimaryButton(tr("Export and queue"), bar);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setMinimumHeight(32);
    m_export->setAccessibleName(m_export->text());
    connect(m_export, &QPushButton::clicked, m_actions.action(QStringLiteral("file.export")),
            &QAction::trigger);
    bar->addWidget(m_export);
    auto *edge = new QWidget(bar);
    edge->setFixedWidth(8);
    bar->addWidget(edge);
}

void MainWindow::makeStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    m_counts = new QLabel(this);
    m_counts->setObjectName(QStringLiteral("counts"));
    m_counts->setAccessibleName(tr("How far the review is"));
    m_counts->setContentsMargins(8, 4, 8, 4);
    m_counts->setMinimumWidth(80);   // a small window cuts it off rather than grow
    m_decided = new QProgressBar(this);
    m_decided->setTextVisible(false);
    m_decided->setFixedSize(120, 8);
    m_decided->setAccessibleName(tr("Decided candidates"));
    statusBar()->addWidget(m_counts);
    statusBar()->addWidget(m_decided);

    m_job = new QWidget(this);
    auto *layout = new QHBoxLayout(m_job);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_jobText = new QLabel(m_job);
    m_jobProgress = new QProgressBar(m_job);
    m_jobProgress->setTextVisible(false);
    m_jobProgress->setFixedSize(120, 8);
    m_jobProgress->setAccessibleName(tr("Progress of opening files"));
    auto *cancel = new QPushButton(tr("Cancel"), m_job);
    cancel->setObjectName(QStringLiteral("cancelJob"));
    connect(cancel, &QPushButton::clicked, this, [this] { m_intake->cancel(); });
    layout->addWidget(m_jobText);
    layout->addWidget(m_jobProgress);
    layout->addWidget(cancel);
    m_job->hide();
    statusBar()->addPermanentWidget(m_job);
    m_jobDelay = new QTimer(this);
    m_jobDelay->setSingleShot(true);
    m_jobDelay->setInterval(jobDelayMs);
    connect(m_jobDelay, &QTimer::timeout, this, [this] { m_job->setVisible(m_intake->isBusy()); });

    auto *offlineIcon = new QToolButton(this);   // draws its icon anew when the colours change
    offlineIcon->setObjectName(QStringLiteral("offlineIcon"));
    offlineIcon->setIcon(icon(QStringLiteral("offline")));
    offlineIcon->setIconSize({16, 16});
    offlineIcon->setAutoRaise(true);
    offlineIcon->setFocusPolicy(Qt::NoFocus);
    offlineIcon->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *offline = new QLabel(tr("No network"), this);
    offline->setObjectName(QStringLiteral("offline"));
    offline->setToolTip(tr("This program does all its work on this computer and makes no network "
                           "connection."));
    offline->setContentsMargins(0, 4, 8, 4);
    statusBar()->addPermanentWidget(offlineIcon);
    statusBar()->addPermanentWidget(offline);
}

void MainWindow::updateState()
{
    const bool open = m_controller->session() != nullptr;
    const bool queueShown = m_pages->currentIndex() == 2;
    for (const ActionRegistry::Entry &entry : m_actions.entries()) {
        if (entry.spec.category == ActionCategory::Decide
            || entry.spec.category == ActionCategory::Move || entry.spec.reviewOnly) {
            entry.action->setEnabled(open);
        }
    }
    for (const char *id : {"file.close", "file.forget", "file.export"}) {
        m_actions.action(QString::fromLatin1(id))->setEnabled(open);
    }
    m_actions.action(QStringLiteral("file.reopen"))
        ->setEnabled(!open && !review::Journal::sessions(m_services.sessionFolder).empty());
    m_actions.action(QStringLiteral("view.review"))->setChecked(!queueShown);
    m_actions.action(QStringLiteral("view.queue"))->setChecked(queueShown);
    const int files = open ? static_cast<int>(m_controller->session()->files().size()) : 0;
    // The title is seen in task lists and recordings, so it names no file.
    setWindowTitle(files == 0   ? tr("Expunge")
                   : files == 1 ? tr("1 file — Expunge")
                                : tr("%1 files — Expunge").arg(files));
    updateCounts();
    updateHistory();
}

void MainWindow::updateCounts()
{
    const review::ReviewSession *session = m_controller->session();
    m_decided->setVisible(session != nullptr);
    updateExport();
    if (!session) {
        m_counts->setText(tr("Nothing is open"));
        return;
    }
    const review::Counts counts = session->counts();
    m_counts->setText(tr("%1 found = %2 redacted + %3 kept + %4 pending")
                          .arg(counts.found)
                          .arg(counts.redacted)
                          .arg(counts.kept)
                          .arg(counts.pending));
    m_decided->setRange(0, std::max(1, counts.found));
    m_decided->setValue(counts.found == 0 ? 1 : counts.found - counts.pending);
    setWindowTitle(session->files().size() == 1
                       ? tr("1 file — Expunge")
                       : tr("%1 files — Expunge").arg(session->files().size()));
}

void MainWindow::updateExport()
{
    const review::ReviewSession *session = m_controller->session();
    const review::Counts counts = session ? session->counts() : review::Counts();
    const int missing = counts.pending + counts.hiddenPending;
    const bool complete = session && missing == 0 && !session->files().empty();
    m_export->setEnabled(complete);
    m_export->setToolTip(
        complete   ? tr("Write, check, sign and queue the submission (Ctrl+E)")
        : !session ? tr("Open a file first")
                   : tr("Still to decide: %1 candidates, %2 hidden items. Ctrl+E goes to the next "
                        "one.")
                         .arg(counts.pending)
                         .arg(counts.hiddenPending));
    // A button that is grey says why beside it, too: not everybody waits for a tooltip.
    m_missing->setText(complete   ? QString()
                       : !session ? tr("Open a file first")
                                  : tr("Still to decide: %1").arg(missing));
    m_missing->setToolTip(m_export->toolTip());
    m_missingAction->setVisible(!complete && width() >= roomForReason);
}

void MainWindow::updateHistory()
{
    const QString undo = m_controller->undoText();
    const QString redo = m_controller->redoText();
    QAction *undoAction = m_actions.action(QStringLiteral("decide.undo"));
    QAction *redoAction = m_actions.action(QStringLiteral("decide.redo"));
    undoAction->setEnabled(!undo.isEmpty());
    undoAction->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undo));
    redoAction->setEnabled(!redo.isEmpty());
    redoAction->setText(redo.isEmpty() ? tr("Re&do") : tr("Re&do: %1").arg(redo));
    m_actions.action(QStringLiteral("decide.back"))->setEnabled(!undo.isEmpty());
}

void MainWindow::showJob(const QString &text, qint64 done, qint64 total)
{
    m_jobText->setText(text);
    m_jobProgress->setRange(0, total > 0 ? 1000 : 0);
    m_jobProgress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
}

void MainWindow::hideJob()
{
    m_jobDelay->stop();
    m_job->hide();
}

void MainWindow::showCheatSheet()
{
    CheatSheet sheet(m_actions, this);
    sheet.exec();
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Expunge"),
        tr("<h3>Expunge</h3><p>Turns a real work file into one that may be "
           "shared.</p><p>Free software under the GNU General Public License, version 3 "
           "or later.</p>"));
}

void MainWindow::setDark(bool dark)
{
    QApplication::setPalette(paletteFor(dark ? Theme::Dark : Theme::Light));
    if (!m_services.settingsFile.isEmpty()) {
        QSettings settings(m_services.settingsFile, QSettings::IniFormat);
        settings.setValue(QStringLiteral("window/dark"), dark);
    }
}

}   // namespace expunge::ui
