// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition.h"
#include "ui/mainwindow.h"

#include <QTemporaryDir>

#include <memory>

namespace expunge::testing {

/// The real window over the real services, in a profile of its own that goes with it.
class WindowFixture
{
public:
    explicit WindowFixture(const QString &samplesFolder = {});
    ~WindowFixture();
    WindowFixture(const WindowFixture &) = delete;
    WindowFixture &operator=(const WindowFixture &) = delete;

    ui::MainWindow &window() { return *m_window; }
    app::Composition &services() { return *m_services; }

    /// Writes a Word file of paragraphs and returns its path.
    QString wordFile(const QString &name, const QStringList &paragraphs);
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Opens files and waits until all of them are in or refused.
    bool open(const QStringList &paths);

    /// Waits until the right pane shows the last decision.
    bool waitForPreview();

    /// Closes the window and makes a new one on the same profile, as a new start of the program.
    void restart();

private:
    void makeWindow();

    QTemporaryDir m_folder;
    QString m_samples;
    std::unique_ptr<app::Composition> m_services;
    std::unique_ptr<ui::MainWindow> m_window;
};

/// What the scrubbed pane shows, paragraph by paragraph.
QString shownText(ui::MainWindow &window);

}   // namespace expunge::testing
