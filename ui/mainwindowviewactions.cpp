// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/appearance.h"
#include "ui/reviewpage.h"

namespace expunge::ui {

namespace {

QList<QKeySequence> keys(const char *key)
{
    return {QKeySequence(QString::fromLatin1(key))};
}

}   // namespace

void MainWindow::makeViewActions()
{
    using C = ActionCategory;
    m_actions.add({QStringLiteral("view.review"), tr("&Review"), tr("Show the review"),
                   QStringLiteral("review"), keys("Ctrl+1"), C::View},
                  [this] { showReview(); });
    m_actions.add({QStringLiteral("view.queue"), tr("&Queue"), tr("Show the queue"),
                   QStringLiteral("queue"), keys("Ctrl+2"), C::View},
                  [this] { showQueue(); });
    for (const char *id : {"view.review", "view.queue"}) {
        m_actions.action(QString::fromLatin1(id))->setCheckable(true);
    }
    m_actions.add({QStringLiteral("view.group"),
                   tr("Change the &grouping"),
                   tr("Group candidates by entity, type or position"),
                   {},
                   keys("G"),
                   C::View,
                   true},
                  [this] { m_review->cycleGrouping(); });
    m_actions.add({QStringLiteral("view.zoomIn"),
                   tr("Zoom &in"),
                   tr("Larger text"),
                   {},
                   {QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))},
                   C::View},
                  [this] { m_review->zoomBy(1.15); });
    m_actions.add({QStringLiteral("view.zoomOut"),
                   tr("Zoom &out"),
                   tr("Smaller text"),
                   {},
                   keys("Ctrl+-"),
                   C::View},
                  [this] { m_review->zoomBy(1 / 1.15); });
    m_actions.add({QStringLiteral("view.zoomReset"),
                   tr("&Normal size"),
                   tr("Normal text size"),
                   {},
                   keys("Ctrl+0"),
                   C::View},
                  [this] { m_review->zoomReset(); });
    m_actions.add({QStringLiteral("view.dark"),
                   tr("&Dark or light"),
                   tr("Change between dark and light colours"),
                   {},
                   keys("Ctrl+Shift+D"),
                   C::View},
                  [this] { setDark(!isDark(palette())); });
    makePageActions();
    makeHelpActions();
}

void MainWindow::makeHelpActions()
{
    using C = ActionCategory;
    m_actions.add({QStringLiteral("help.keys"),
                   tr("&Keys"),
                   tr("Show all keys"),
                   QStringLiteral("keyboard"),
                   {QKeySequence(QStringLiteral("?")), QKeySequence(QStringLiteral("F1"))},
                   C::Help},
                  [this] { showCheatSheet(); });
    m_actions.add({QStringLiteral("help.about"),
                   tr("&About Expunge"),
                   tr("About this program"),
                   {},
                   keys("Shift+F1"),
                   C::Help},
                  [this] { showAbout(); });
}

void MainWindow::makePageActions()
{
    using C = ActionCategory;
    m_actions.add({QStringLiteral("view.strip"),
                   tr("&Page overview"),
                   tr("Small pictures of the pages beside them"),
                   {},
                   keys("F9"),
                   C::View},
                  [this] { m_review->setStripShown(!m_review->isStripShown()); });
    m_actions.add({QStringLiteral("view.turn"),
                   tr("&Turn the pages"),
                   tr("Turn the pages by a quarter, on the screen only"),
                   {},
                   keys("Ctrl+R"),
                   C::View},
                  [this] { m_review->turnPages(); });
}

}   // namespace expunge::ui
