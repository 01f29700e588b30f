// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/emptypage.h"
#include "ui/panes/documentview.h"
#include "ui/panes/flowpane.h"
#include "ui/reviewpage.h"

#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>

#include <set>

using namespace expunge;
using namespace Qt::StringLiterals;

/// What holds for all actions of the window, and for its widgets' names.
class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasWordsAndAKeyOfItsOwn();
    void everyActionIsInAMenu();
    void singleKeysBelongToTheReviewArea();
    void theEmptyWindowSaysWhatToDo();
    void f6GoesRoundThePanes();
    void everythingThatTakesTheFocusHasAName();
    void iconsAreThere();
};

void TestActions::everyActionHasWordsAndAKeyOfItsOwn()
{
    testing::WindowFixture fixture;
    std::set<QString> ids;
    std::set<QString> keys;
    for (const ui::ActionRegistry::Entry &entry : fixture.window().actions().entries()) {
        QVERIFY2(ids.insert(entry.spec.id).second, qPrintable(entry.spec.id));
        QVERIFY2(!entry.action->text().isEmpty(), qPrintable(entry.spec.id));
        QVERIFY2(!entry.action->toolTip().isEmpty(), qPrintable(entry.spec.id));
        QVERIFY2(!entry.action->shortcuts().isEmpty(), qPrintable(entry.spec.id));
        for (const QKeySequence &key : entry.action->shortcuts()) {
            QVERIFY2(keys.insert(key.toString()).second, qPrintable(entry.spec.id));
        }
    }
    for (const char *key :
         {"A", "X", "Space", "Shift+Space", "J", "K", "Shift+A", "Shift+X", "Backspace", "Ctrl+Z",
          "Ctrl+Shift+Z", "M", "Ctrl+E", "Ctrl+O", "F6", "?"}) {
        QVERIFY2(keys.contains(QString::fromLatin1(key)), key);
    }
}

void TestActions::everyActionIsInAMenu()
{
    testing::WindowFixture fixture;
    std::set<QAction *> inMenus;
    for (const QAction *menu : fixture.window().menuBar()->actions()) {
        for (QAction *action : menu->menu()->actions()) {
            inMenus.insert(action);
        }
    }
    for (const ui::ActionRegistry::Entry &entry : fixture.window().actions().entries()) {
        QVERIFY2(inMenus.contains(entry.action), qPrintable(entry.spec.id));
    }
}

void TestActions::singleKeysBelongToTheReviewArea()
{
    testing::WindowFixture fixture;
    for (const ui::ActionRegistry::Entry &entry : fixture.window().actions().entries()) {
        for (const QKeySequence &key : entry.action->shortcuts()) {
            const QString text = key.toString();
            const bool single = !text.contains(u"Ctrl"_s) && !text.startsWith(u'F')
                                && !text.contains(u"+F"_s) && text != u"?"_s;
            QVERIFY2(!single || entry.spec.reviewOnly, qPrintable(entry.spec.id));
        }
    }
}

void TestActions::theEmptyWindowSaysWhatToDo()
{
    testing::WindowFixture fixture(QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/samples"));
    auto *empty = fixture.window().findChild<ui::EmptyPage *>();
    QVERIFY(empty && empty->isVisible());
    int offered = 0;
    for (const QPushButton *button : empty->findChildren<QPushButton *>()) {
        offered += button->isVisible() ? 1 : 0;
    }
    QCOMPARE(offered, 2);   // there is no earlier session to reopen
}

void TestActions::f6GoesRoundThePanes()
{
    testing::WindowFixture fixture;
    const QString path =
        fixture.wordFile(u"letter.docx"_s, {u"Write to maren.holt@northquay.io today."_s});
    QVERIFY(fixture.open({path}));
    ui::ReviewPage *page = fixture.window().reviewPage();
    page->original()->setFocus();
    std::set<QWidget *> visited;
    for (int i = 0; i < 4; ++i) {
        visited.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    }
    QVERIFY(visited.size() >= 3);
    QCOMPARE(QApplication::focusWidget(), page->original()->pane());
}

void TestActions::everythingThatTakesTheFocusHasAName()
{
    testing::WindowFixture fixture;
    const QString path =
        fixture.wordFile(u"letter.docx"_s, {u"Write to maren.holt@northquay.io today."_s});
    QVERIFY(fixture.open({path}));
    for (const QWidget *widget : fixture.window().findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus) {
            continue;
        }
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty()
                           || (button && !button->text().isEmpty()) || !widget->toolTip().isEmpty();
        // Parts that Qt makes itself (scroll areas of views, the tab bar, the menu bar) are named
        // by what is in them.
        const bool ofQt = widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QTabBar")
                          || widget->inherits("QTabWidget") || widget->inherits("QMenuBar")
                          || widget->inherits("QScrollArea");
        QVERIFY2(named || ofQt, qPrintable(QString::fromLatin1(widget->metaObject()->className())
                                           + u' ' + widget->objectName()));
    }
}

void TestActions::iconsAreThere()
{
    testing::WindowFixture fixture;
    for (const ui::ActionRegistry::Entry &entry : fixture.window().actions().entries()) {
        if (entry.spec.icon.isEmpty()) {
            continue;
        }
        const QImage image = entry.action->icon().pixmap(20, 20).toImage();
        bool drawn = false;
        for (int x = 0; x < image.width() && !drawn; ++x) {
            for (int y = 0; y < image.height() && !drawn; ++y) {
                drawn = qAlpha(image.pixel(x, y)) > 0;
            }
        }
        QVERIFY2(drawn, qPrintable(entry.spec.icon));
    }
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
