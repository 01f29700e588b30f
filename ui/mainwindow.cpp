// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/appearance.h"
#include "ui/emptypage.h"
#include "ui/export/exportdialog.h"
#include "ui/hidden/hiddenview.h"
#include "ui/iconset.h"
#include "ui/intake.h"
#include "ui/messagebar.h"
#include "ui/panes/documentview.h"
#include "ui/passworddialog.h"
#include "ui/queue/queueview.h"
#include "ui/review/candidatetext.h"
#include "ui/review/reviewcontroller.h"
#include "ui/reviewpage.h"
#include "ui/text/errortext.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace expunge::ui {

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

}   // namespace

MainWindow::MainWindow(Services services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_controller(new ReviewController(this))
    , m_intake(new Intake(m_services, &m_runner, this))
    , m_pages(new QStackedWidget(this))
    , m_message(new MessageBar(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    m_review = new ReviewPage(m_services, m_controller, &m_runner, this);
    m_queueView = new QueueView(m_services.queue, this);
    makeActions();
    m_empty = new EmptyPage(m_actions.action(QStringLiteral("file.open")),
                            m_actions.action(QStringLiteral("file.reopen")),
                            m_actions.action(QStringLiteral("file.sample")), this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_review);
    m_pages->addWidget(m_queueView);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    makeMenus();
    makeToolBar();
    makeStatusBar();
    connectIntake();
    connectController();
    connect(m_review, &ReviewPage::failed, this, &MainWindow::showError);
    connect(m_queueView, &QueueView::failed, this, &MainWindow::showError);
    connect(m_queueView, &QueueView::withdrawn, this, [this](const QString &id) {
        m_message->show(
            MessageBar::Kind::Information,
            tr("Submission %1 was withdrawn and will not be delivered.").arg(id.right(8)));
    });
    resize(1280, 800);
    restoreWindow();
    updateState();
}

MainWindow::~MainWindow()
{
    // Background work refers to members; it must be over before they go.
    m_intake->cancel();
    m_runner.cancelAll();
    m_controller->disconnect(this);
}

void MainWindow::connectIntake()
{
    connect(m_intake, &Intake::opened, this, &MainWindow::addFile);
    connect(m_intake, &Intake::failed, this, [this](const base::Error &error) {
        ++m_refused;
        showError(error);
    });
    connect(m_intake, &Intake::locked, this, &MainWindow::askPassword);
    connect(m_intake, &Intake::glanced, this,
            [this](const std::shared_ptr<const document::Document> &pages) {
                if (!m_controller->session()) {
                    m_review->showGlance(pages);
                    m_pages->setCurrentWidget(m_review);
                }
            });
    connect(m_intake, &Intake::progress, this,
            [this](const QString &path, qint64 done, qint64 total) {
                showJob(tr("Opening %1").arg(QFileInfo(path).fileName()), done, total);
            });
    connect(m_intake, &Intake::finished, this, [this] {
        hideJob();
        m_resumed.clear();
        m_review->showGlance(nullptr);
        if (m_pages->currentWidget() != m_queueView) {
            showReview();
        }
        updateState();
    });
}

void MainWindow::askPassword(const base::Error &locked)
{
    const QString path = locked.location;
    auto *dialog = new PasswordDialog(path, m_asked.contains(path), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, path] {
        m_asked << path;
        m_intake->addPassword(dialog->password());
        m_intake->open({path});
    });
    connect(dialog, &QDialog::rejected, this, [this, locked] { showError(locked); });
    dialog->open();
}

void MainWindow::connectController()
{
    connect(m_controller, &ReviewController::changed, this, &MainWindow::updateCounts);
    connect(m_controller, &ReviewController::historyChanged, this, &MainWindow::updateHistory);
    connect(m_controller, &ReviewController::sessionChanged, this, &MainWindow::updateState);
    connect(m_controller, &ReviewController::failed, this, &MainWindow::showError);
    connect(m_controller, &ReviewController::allDecided, this, [this] {
        const int hidden = m_controller->session()->counts().hiddenPending;
        if (hidden > 0) {
            m_message->show(
                MessageBar::Kind::Information,
                tr("Every candidate is decided. Hidden items still to decide: %1.").arg(hidden),
                tr("Show them"), [this] { m_review->showHiddenPending(); });
        } else {
            m_message->show(MessageBar::Kind::Success,
                            tr("Everything is decided. The submission can be exported and queued."),
                            tr("Export and queue…"), [this] { exportAndQueue(); });
        }
    });
}

void MainWindow::openFiles(const QStringList &paths)
{
    if (paths.isEmpty()) {
        return;
    }
    m_message->hide();
    if (m_queued) {
        closeReview();
    }
    m_refused = 0;
    m_jobText->setText(paths.size() == 1
                           ? tr("Opening %1").arg(QFileInfo(paths.first()).fileName())
                           : tr("Opening %n files", nullptr, static_cast<int>(paths.size())));
    m_jobProgress->setRange(0, 0);
    m_jobDelay->start();
    m_intake->open(paths);
}

bool MainWindow::isOpening() const
{
    return m_intake->isBusy();
}

bool MainWindow::beginReview(const review::ReviewFile &first)
{
    auto journal = m_resumed.isEmpty() ? openJournal(m_services, first.sourceSha256)
                                       : review::Journal::open(m_services.sessionFolder, m_resumed,
                                                               m_services.sessionKeys);
    if (!journal) {
        // Without a journal decisions would be lost by a crash, and that is promised not to happen.
        base::Error error = journal.error();
        if (error.detail == review::Journal::inUse) {
            m_message->show(MessageBar::Kind::Problem,
                            tr("“%1” is being reviewed in another window of this program: go on "
                               "there, or close it first.")
                                .arg(QFileInfo(first.path).fileName()));
            return false;
        }
        if (error.location.isEmpty()) {
            error.location = first.path;
        }
        showError(error);
        return false;
    }
    m_session = (*journal)->session();
    m_controller->setSession(std::make_unique<review::ReviewSession>(std::move(*journal)));
    return true;
}

void MainWindow::addFile(const review::ReviewFile &opened)
{
    if (!m_controller->session() && !beginReview(opened)) {
        return;
    }
    review::ReviewSession *session = m_controller->session();
    for (const review::ReviewFile &file : session->files()) {
        if (file.sourceSha256 == opened.sourceSha256) {
            m_message->show(MessageBar::Kind::Information,
                            tr("“%1” is open already.").arg(fileTitle(opened)));
            return;
        }
    }
    review::ReviewFile file = opened;
    file.id = QStringLiteral("f%1").arg(session->files().size() + 1);
    const auto added = session->addFile(std::move(file));
    if (!added) {
        showError(added.error());
        if (session->files().empty()) {
            closeReview();
        }
        return;
    }
    if (m_controller->currentFile() < 0) {
        m_controller->setCurrentFile(*added);
    }
    if (!m_controller->current().isValid()) {
        m_controller->setCurrent(session->nextPending({}));
    }
    const review::Counts counts = session->counts();
    if (session->canUndo() && counts.redacted + counts.kept > 0 && session->files().size() == 1) {
        m_message->show(MessageBar::Kind::Information,
                        tr("Your earlier decisions on this file were taken up again: %1 of %2.")
                            .arg(counts.redacted + counts.kept)
                            .arg(counts.found));
    }
    showReview();
}

void MainWindow::closeReview()
{
    m_intake->cancel();
    m_queued = false;
    m_session.clear();
    m_controller->setSession(nullptr);
    m_pages->setCurrentWidget(m_empty);
    updateState();
}

void MainWindow::forgetReview()
{
    if (!m_controller->session()) {
        return;
    }
    QMessageBox question(
        QMessageBox::Warning, tr("Forget this review"),
        tr("Your decisions on these files are destroyed and cannot be brought back. The "
           "files themselves, and what is queued, stay as they are."),
        QMessageBox::Cancel, this);
    QPushButton *forget = question.addButton(tr("&Forget"), QMessageBox::DestructiveRole);
    question.setDefaultButton(QMessageBox::Cancel);   // Return must not destroy anything
    question.setObjectName(QStringLiteral("forgetQuestion"));
    question.exec();
    if (question.clickedButton() != forget) {
        return;
    }
    const QString session = m_session;
    closeReview();
    const auto destroyed =
        review::Journal::destroy(m_services.sessionFolder, session, m_services.sessionKeys);
    if (!destroyed) {
        showError(destroyed.error());
    }
}

void MainWindow::chooseFiles()
{
    const QStringList paths =
        QFileDialog::getOpenFileNames(this, tr("Open files to scrub"), {}, openFilter());
    openFiles(paths);
}

QString MainWindow::openFilter() const
{
    QStringList patterns;
    for (const QString &suffix : m_services.formats.suffixes()) {
        patterns << QStringLiteral("*.") + suffix;
    }
    return tr("Files that can be scrubbed (%1)").arg(patterns.join(u' ')) + QStringLiteral(";;")
           + tr("All files (*)");
}

void MainWindow::openSample()
{
    const QDir folder(m_services.samplesFolder);
    QStringList paths;
    QStringList patterns;
    for (const QString &suffix : m_services.formats.suffixes()) {
        patterns << QStringLiteral("*.") + suffix;
    }
    for (const QFileInfo &file : folder.entryInfoList(patterns, QDir::Files, QDir::Name)) {
        paths << file.filePath();
    }
    openFiles(paths);
}

void MainWindow::reopenLast()
{
    const auto last = lastSession(m_services);
    if (!last) {
        showError(last.error());
        return;
    }
    openFiles(last->paths);
    m_resumed = last->session;
}

void MainWindow::jumpToPending()
{
    const review::Counts counts = m_controller->session()->counts();
    showReview();
    if (counts.pending > 0) {
        m_message->show(
            MessageBar::Kind::Information,
            counts.pending == 1
                ? tr("1 candidate is still to decide before the export.")
                : tr("%1 candidates are still to decide before the export.").arg(counts.pending));
        m_controller->nextPending();
        m_review->original()->setFocus();
    } else {
        m_message->show(
            MessageBar::Kind::Information,
            tr("Hidden items still to decide before the export: %1.").arg(counts.hiddenPending));
        m_review->showHiddenPending();
    }
}

void MainWindow::exportAndQueue()
{
    review::ReviewSession *session = m_controller->session();
    if (!session || session->files().empty() || m_intake->isBusy()) {
        return;
    }
    const review::Counts counts = session->counts();
    if (counts.pending > 0 || counts.hiddenPending > 0) {
        jumpToPending();
        return;
    }
    m_message->hide();
    ExportDialog dialog(m_services, *session, &m_runner, this);
    dialog.exec();
    if (dialog.queued()) {
        m_queued = true;
        const QString id = dialog.queued()->id;
        m_message->show(MessageBar::Kind::Success,
                        tr("The submission was signed and queued as %1.").arg(id.right(8)),
                        tr("Show in queue"), [this, id] { showQueue(id); });
        m_queueView->refresh();
        if (dialog.wantsQueue()) {
            showQueue(id);
        }
    } else if (dialog.problem()) {
        showError(*dialog.problem());
    }
    updateState();
}

void MainWindow::showReview()
{
    const bool open = m_controller->session() != nullptr;
    m_pages->setCurrentWidget(open ? static_cast<QWidget *>(m_review) : m_empty);
    if (open && !m_review->isAncestorOf(focusWidget())) {
        m_review->original()->setFocus();
    }
    updateState();
}

void MainWindow::showQueue(const QString &id)
{
    m_pages->setCurrentWidget(m_queueView);
    m_queueView->show(id.isEmpty() ? m_queueView->selectedId() : id);
    m_queueView->list()->setFocus();
    updateState();
}

void MainWindow::showError(const base::Error &error)
{
    if (error.code == base::ErrorCode::Cancelled) {
        return;
    }
    const QString sentence = errorSentence(error);
    m_message->show(
        MessageBar::Kind::Problem,
        m_refused > 1
            ? tr("%1 files could not be opened. The last: %2").arg(m_refused).arg(sentence)
            : sentence);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        m_empty->setDropWaiting(true);
    }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_empty->setDropWaiting(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_empty->setDropWaiting(false);
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty()) {
        return;
    }
    event->acceptProposedAction();
    openFiles(paths);
}

void MainWindow::restoreWindow()
{
    if (m_services.settingsFile.isEmpty()) {
        return;
    }
    const QSettings settings(m_services.settingsFile, QSettings::IniFormat);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    if (settings.contains(QStringLiteral("window/dark"))) {
        setDark(settings.value(QStringLiteral("window/dark")).toBool());
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    // Words give way before the button that ends the work is pushed out of sight.
    constexpr int roomForWords = 900;
    m_tools->setToolButtonStyle(width() < roomForWords ? Qt::ToolButtonIconOnly
                                                       : Qt::ToolButtonTextBesideIcon);
    updateExport();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_services.settingsFile.isEmpty()) {
        QSettings settings(m_services.settingsFile, QSettings::IniFormat);
        settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    }
    QMainWindow::closeEvent(event);
}

}   // namespace expunge::ui
