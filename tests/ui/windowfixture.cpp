// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"

#include "tests/support/zipbuilder.h"
#include "ui/panes/documentview.h"
#include "ui/panes/flowpane.h"
#include "ui/review/previewer.h"
#include "ui/reviewpage.h"

#include <QFile>
#include <QTest>

namespace expunge::testing {

WindowFixture::WindowFixture(const QString &samplesFolder)
    : m_samples(samplesFolder)
{
    makeWindow();
}

WindowFixture::~WindowFixture()
{
    m_window.reset();
}

void WindowFixture::makeWindow()
{
    app::Profile profile = app::profileAt(m_folder.filePath(QStringLiteral("profile")));
    auto made = app::Composition::make(profile);
    if (!made) {
        qFatal("the services could not be made: %s",
               qPrintable(base::errorName(made.error().code)));
    }
    m_services = std::move(*made);
    auto queue = m_services->queue();
    const auto work = m_services->workFolder();
    if (!queue || !work) {
        qFatal("the queue could not be opened");
    }
    m_window = std::make_unique<ui::MainWindow>(ui::Services{
        m_services->formats(), m_services->analyzer(), m_services->scrubber(),
        m_services->exporter(), **queue, m_services->keys(), m_services->sessionKeys(),
        m_services->profile().sessions, *work, m_samples, m_services->profile().settings});
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get())) {
        qFatal("the window does not become active");
    }
}

void WindowFixture::restart()
{
    m_window->close();
    m_window.reset();
    m_services.reset();
    makeWindow();
}

QString WindowFixture::wordFile(const QString &name, const QStringList &paragraphs)
{
    QByteArray body;
    for (const QString &text : paragraphs) {
        body += "<w:p><w:r><w:t xml:space=\"preserve\">" + text.toHtmlEscaped().toUtf8()
                + "</w:t></w:r></w:p>";
    }
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(minimalDocx(body).build()) < 0) {
        qFatal("a test file could not be written");
    }
    return file.fileName();
}

bool WindowFixture::open(const QStringList &paths)
{
    m_window->openFiles(paths);
    return QTest::qWaitFor([this] { return !m_window->isOpening(); }, 20'000);
}

bool WindowFixture::waitForPreview()
{
    return QTest::qWaitFor([this] { return m_window->reviewPage()->previewer()->isUpToDate(); },
                           20'000);
}

QString shownText(ui::MainWindow &window)
{
    ui::FlowPane *pane = window.reviewPage()->scrubbed()->flow();
    QStringList texts;
    for (int i = 0; i < pane->flowLayout().paragraphCount(); ++i) {
        texts << pane->flowLayout().place(i).layout->text();
    }
    return texts.join(u'\n');
}

}   // namespace expunge::testing
