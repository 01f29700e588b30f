// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "core/base/error.h"
#include "tests/ui/pageddocument.h"
#include "ui/mainwindow.h"
#include "ui/panes/documentview.h"
#include "ui/panes/pagepane.h"
#include "ui/passworddialog.h"
#include "ui/review/reviewcontroller.h"
#include "ui/reviewpage.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace expunge;
using namespace Qt::StringLiterals;

namespace {

/// Files that open with the password "lantern", and not before the test lets them.
class LockedHandler final : public formats::FormatHandler
{
public:
    using Opened = base::Result<std::shared_ptr<const document::Document>>;

    formats::FormatInfo info() const override { return {u"locked"_s, {u"locked"_s}}; }
    int probe(const formats::Source &) const override { return 100; }

    Opened open(const formats::Source &source, const base::JobContext &) const override
    {
        while (held) {
            QTest::qSleep(5);
        }
        if (source.bytes == "broken") {
            return base::failure(base::ErrorCode::Damaged, source.path);
        }
        if (source.bytes == "locked" && !source.passwords.contains(u"lantern"_s)) {
            return base::failure(base::ErrorCode::PasswordNeeded, source.path);
        }
        return pages();
    }

    Opened glance(const formats::Source &) const override { return pages(); }

    mutable std::atomic<bool> held = false;

private:
    static std::shared_ptr<const document::Document> pages()
    {
        return std::make_shared<testing::PagedDocument>(
            std::vector<QStringList>{{u"Report for Aki Vale"_s}});
    }
};

}   // namespace

/// Files on their way into the window: passwords, and how they look before they are read.
class TestIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aLockedFileOpensWithItsPassword();
    void aWrongPasswordIsAskedForAgain();
    void aFileWhosePasswordIsNotGivenIsLeftOut();
    void theFirstPageShowsWhileTheFileIsRead();
    void aFileThatCannotBeReadLeavesNoPageBehind();

private:
    QString write(const QByteArray &bytes);
    ui::PasswordDialog *dialog();
    void give(const QString &password);
    bool isOpen() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Composition> m_services;
    std::unique_ptr<formats::FormatRegistry> m_formats;
    const LockedHandler *m_handler = nullptr;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TestIntake::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_services = std::move(*app::Composition::make(app::profileAt(m_folder->filePath(u"p"_s))));
    auto handler = std::make_unique<LockedHandler>();
    m_handler = handler.get();
    std::vector<std::unique_ptr<formats::FormatHandler>> handlers;
    handlers.push_back(std::move(handler));
    m_formats = std::make_unique<formats::FormatRegistry>(std::move(handlers));
    auto queue = m_services->queue();
    const auto work = m_services->workFolder();
    QVERIFY(queue && work);
    m_window = std::make_unique<ui::MainWindow>(ui::Services{*m_formats,
                                                             m_services->analyzer(),
                                                             m_services->scrubber(),
                                                             m_services->exporter(),
                                                             **queue,
                                                             m_services->keys(),
                                                             m_services->sessionKeys(),
                                                             m_services->profile().sessions,
                                                             *work,
                                                             {}});
    m_window->show();
}

void TestIntake::cleanup()
{
    m_handler->held = false;
    m_window.reset();
    m_formats.reset();
    m_services.reset();
    m_folder.reset();
}

QString TestIntake::write(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(u"plan.locked"_s));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                : QString();
}

ui::PasswordDialog *TestIntake::dialog()
{
    ui::PasswordDialog *found = nullptr;
    const bool there = QTest::qWaitFor([&] {
        found = m_window->findChild<ui::PasswordDialog *>();
        return found != nullptr && found->isVisible();
    });
    return there ? found : nullptr;
}

void TestIntake::give(const QString &password)
{
    ui::PasswordDialog *asked = dialog();
    QVERIFY(asked);
    QTest::keyClicks(asked->findChild<QLineEdit *>(), password);
    QTest::keyClick(asked->findChild<QLineEdit *>(), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return m_window->findChild<ui::PasswordDialog *>() == nullptr; })
            || m_window->findChild<ui::PasswordDialog *>() != asked);
}

bool TestIntake::isOpen() const
{
    return m_window->controller()->session() && !m_window->controller()->session()->files().empty();
}

void TestIntake::aLockedFileOpensWithItsPassword()
{
    m_window->openFiles({write("locked")});
    give(u"lantern"_s);
    QVERIFY(QTest::qWaitFor([this] { return isOpen(); }));
}

void TestIntake::aWrongPasswordIsAskedForAgain()
{
    m_window->openFiles({write("locked")});
    give(u"candle"_s);
    QVERIFY(dialog());
    QVERIFY(!isOpen());
    give(u"lantern"_s);
    QVERIFY(QTest::qWaitFor([this] { return isOpen(); }));
}

void TestIntake::aFileWhosePasswordIsNotGivenIsLeftOut()
{
    m_window->openFiles({write("locked")});
    ui::PasswordDialog *asked = dialog();
    QVERIFY(asked);
    QTest::keyClick(asked, Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([this] { return !m_window->isOpening(); }));
    QVERIFY(!isOpen());
}

void TestIntake::theFirstPageShowsWhileTheFileIsRead()
{
    m_handler->held = true;
    m_window->openFiles({write("open")});
    ui::PagePane *pane = m_window->reviewPage()->original()->pages();
    QVERIFY(QTest::qWaitFor([&] { return !pane->store().picture(1).isNull(); }));
    QVERIFY(pane->isVisible());
    QVERIFY(!isOpen());
    m_handler->held = false;
    QVERIFY(QTest::qWaitFor([this] { return isOpen(); }));
    QVERIFY(pane->isVisible());
}

void TestIntake::aFileThatCannotBeReadLeavesNoPageBehind()
{
    m_handler->held = true;
    m_window->openFiles({write("broken")});
    ui::PagePane *pane = m_window->reviewPage()->original()->pages();
    QVERIFY(QTest::qWaitFor([&] { return pane->isVisible(); }));
    m_handler->held = false;
    QVERIFY(QTest::qWaitFor([this] { return !m_window->isOpening(); }));
    QVERIFY(!pane->isVisible());
    QVERIFY(m_window->reviewPage()->original()->document() == nullptr);
}

QTEST_MAIN(TestIntake)
#include "tst_intake.moc"
