// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"
#include "ui/actionregistry.h"
#include "ui/jobs/jobrunner.h"
#include "ui/services.h"

#include <QMainWindow>
#include <QStringList>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTimer;
class QToolBar;

namespace expunge::ui {

class EmptyPage;
class Intake;
class MessageBar;
class QueueView;
class ReviewController;
class ReviewPage;

/// The window of the program: files come in, are reviewed, and go into the queue.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens files into the current submission; a new one begins when the last was queued.
    void openFiles(const QStringList &paths);

    ActionRegistry &actions() { return m_actions; }
    ReviewController *controller() const { return m_controller; }
    ReviewPage *reviewPage() const { return m_review; }
    QueueView *queueView() const { return m_queueView; }
    MessageBar *messageBar() const { return m_message; }
    QPushButton *exportButton() const { return m_export; }
    bool isOpening() const;

    void showReview();
    void showQueue(const QString &id = {});

    /// A suffix filter for the open dialog, from the formats that are there.
    QString openFilter() const;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void makeFileActions();
    void makeDecideActions();
    void makeMoveActions();
    void makeViewActions();
    void makePageActions();
    void makeHelpActions();
    void makeMenus();
    void makeToolBar();
    void makeStatusBar();
    void connectIntake();
    void connectController();

    void chooseFiles();
    void openSample();
    void reopenLast();
    void addFile(const review::ReviewFile &file);
    bool beginReview(const review::ReviewFile &first);
    void askPassword(const base::Error &locked);
    void closeReview();
    void forgetReview();
    void exportAndQueue();
    void jumpToPending();
    void showCheatSheet();
    void showAbout();
    void setDark(bool dark);

    void updateState();
    void updateCounts();
    void updateExport();
    void updateHistory();
    void showError(const base::Error &error);
    void showJob(const QString &text, qint64 done, qint64 total);
    void hideJob();
    void restoreWindow();

    const Services m_services;
    JobRunner m_runner;
    ActionRegistry m_actions;
    ReviewController *m_controller;
    Intake *m_intake;
    QString m_resumed;       // name of the journal that is taken up again
    QString m_session;       // name of the journal of the review that is open
    bool m_queued = false;   // the review that is open was queued
    int m_refused = 0;       // of the files that are being opened
    QStringList m_asked;     // files whose password was given, rightly or not
    QStackedWidget *m_pages;
    EmptyPage *m_empty = nullptr;
    ReviewPage *m_review = nullptr;
    QueueView *m_queueView = nullptr;
    MessageBar *m_message;
    QToolBar *m_tools = nullptr;
    QPushButton *m_export = nullptr;
    QLabel *m_missing = nullptr;   // why the button cannot be pressed
    QAction *m_missingAction = nullptr;
    QLabel *m_counts = nullptr;
    QProgressBar *m_decided = nullptr;
    QWidget *m_job = nullptr;
    QLabel *m_jobText = nullptr;
    QProgressBar *m_jobProgress = nullptr;
    QTimer *m_jobDelay = nullptr;
};

}   // namespace expunge::ui
