// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window with the sample open into PNG files: expunge-screenshots FOLDER
#include "tests/ui/viewdocument.h"
#include "tests/ui/viewmarks.h"
#include "tests/ui/windowfixture.h"
#include "ui/appearance.h"
#include "ui/export/attestationpage.h"
#include "ui/export/exportdialog.h"
#include "ui/panes/documentview.h"
#include "ui/review/cheatsheet.h"
#include "ui/review/reviewcontroller.h"
#include "ui/reviewpage.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTimer>

using namespace expunge;
using namespace Qt::StringLiterals;

namespace {

void save(QWidget &widget, const QString &folder, const QString &name)
{
    QTest::qWait(250);   // delayed layouts and the preview
    widget.grab().save(QDir(folder).filePath(name + u".png"_s));
}

void waitForFiles(ui::MainWindow &window)
{
    if (!QTest::qWaitFor([&] { return !window.isOpening(); }, 20'000)) {
        qFatal("the sample could not be opened in time");
    }
}

void decideSome(ui::MainWindow &window)
{
    for (int i = 0; i < 9; ++i) {
        window.controller()->decide(i % 4 == 3 ? review::Decision::Keep : review::Decision::Redact);
    }
}

/// Decides what waits for a decision: it would keep the export from starting.
void decideRest(ui::MainWindow &window)
{
    ui::ReviewController *controller = window.controller();
    while (controller->session()->counts().pending > 0) {
        controller->decide(review::Decision::Redact);
    }
    const auto &files = controller->session()->files();
    for (int file = 0; file < static_cast<int>(files.size()); ++file) {
        const auto count =
            static_cast<int>(files[static_cast<size_t>(file)].document->hiddenItems().size());
        for (int item = 0; item < count; ++item) {
            if (controller->session()->hiddenPending({file, item})) {
                controller->decideHidden({file, item}, document::HiddenAction::Remove);
            }
        }
    }
}

void exportAll(ui::MainWindow &window, const QString &folder, const QString &suffix)
{
    QTimer::singleShot(0, &window, [&] {
        auto *dialog = qobject_cast<ui::ExportDialog *>(QApplication::activeModalWidget());
        if (!dialog) {
            qFatal("the export does not start");
        }
        QTest::qWait(1000);
        save(*dialog, folder, u"export"_s + suffix);
        for (QCheckBox *box : dialog->attestations()->boxes()) {
            box->click();
        }
        dialog->keyPage()->passphraseField()->setText(u"only for pictures"_s);
        dialog->keyPage()->repeatField()->setText(u"only for pictures"_s);
        dialog->goButton()->click();
        if (!QTest::qWaitFor([&] { return !dialog->resultText().isEmpty(); }, 60'000)) {
            qFatal("the export takes too long");
        }
        save(*dialog, folder, u"exported"_s + suffix);
        dialog->reject();
    });
    window.actions().action(u"file.export"_s)->trigger();
}

/// What a file of the sample is called in the name of its picture; empty for one that flows.
QString viewName(const document::Document &document)
{
    if (!document.grids().empty()) {
        return u"workbook"_s;
    }
    if (!document.slides().empty()) {
        return u"deck"_s;
    }
    return document.pages().empty() ? QString() : u"pages"_s;
}

/// The files of the sample that have views of their own, in both panes.
void showFiles(ui::MainWindow &window, testing::WindowFixture &fixture, const QString &folder,
               const QString &suffix)
{
    ui::ReviewController *controller = window.controller();
    const review::CandidateRef before = controller->current();
    const auto &files = controller->session()->files();
    for (int file = 0; file < static_cast<int>(files.size()); ++file) {
        const QString name = viewName(*files[static_cast<size_t>(file)].document);
        if (!name.isEmpty()) {
            controller->setCurrentFile(file);
            controller->setCurrent(controller->session()->nextPending({file, -1}));
            fixture.waitForPreview();
            QTest::qWait(400);   // pages are drawn in the background
            save(window, folder, name + suffix);
        }
    }
    controller->setCurrent(before);
    fixture.waitForPreview();
}

void shoot(const QString &folder, ui::Theme theme, const QString &suffix)
{
    QApplication::setPalette(ui::paletteFor(theme));
    testing::WindowFixture fixture(QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/samples"));
    ui::MainWindow &window = fixture.window();
    save(window, folder, u"empty"_s + suffix);
    window.actions().action(u"file.sample"_s)->trigger();
    waitForFiles(window);
    fixture.waitForPreview();
    save(window, folder, u"opened"_s + suffix);
    decideSome(window);
    fixture.waitForPreview();
    save(window, folder, u"review"_s + suffix);
    auto *tabs = window.findChild<QTabWidget *>(u"sideTabs"_s);
    tabs->setCurrentIndex(1);
    save(window, folder, u"hidden"_s + suffix);
    tabs->setCurrentIndex(0);
    showFiles(window, fixture, folder, suffix);
    ui::CheatSheet sheet(window.actions(), &window);
    sheet.show();
    save(sheet, folder, u"keys"_s + suffix);
    sheet.close();
    decideRest(window);
    fixture.waitForPreview();
    save(window, folder, u"decided"_s + suffix);
    window.openFiles({fixture.path(u"missing.docx"_s)});
    waitForFiles(window);
    save(window, folder, u"error"_s + suffix);
    exportAll(window, folder, suffix);
    window.showQueue();
    save(window, folder, u"queue"_s + suffix);
}

std::vector<ui::PaneMark> marksOf(const document::Document &document, bool decided)
{
    std::vector<ui::PaneMark> marks;
    for (const QString &text : {u"Aki Vale"_s, u"Maren Holt"_s, u"Brass Lantern GmbH"_s}) {
        for (ui::PaneMark mark : testing::marksIn(document, text)) {
            mark.key = static_cast<int>(marks.size());
            if (decided || mark.key % 3 == 1) {
                mark.state = mark.key % 5 == 4 ? ui::MarkState::Keep : ui::MarkState::Redact;
            }
            marks.push_back(mark);
        }
    }
    std::sort(marks.begin(), marks.end(),
              [](const ui::PaneMark &a, const ui::PaneMark &b) { return a.span < b.span; });
    return marks;
}

/// A document in its view, as the left pane shows it.
void shootView(const std::shared_ptr<testing::ViewDocument> &document, const QString &folder,
               const QString &name)
{
    ui::DocumentView view;
    view.resize(760, 620);
    view.setDocument(document);
    view.setMarks(marksOf(*document, false));
    view.addChips();
    view.show();
    view.setFocus();
    const int first = view.marks().front().key;
    view.setCurrent(first);
    view.reveal(first);
    save(view, folder, name);
    const int last = view.marks().back().key;
    view.setMarks(marksOf(*document, true));
    view.setCurrent(last);
    view.reveal(last);
    save(view, folder, name + u"-below"_s);
}

}   // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc != 2) {
        qWarning("usage: expunge-screenshots FOLDER");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    ui::applyAppearance(application, ui::Theme::Light);
    for (const auto &[theme, suffix] :
         {std::pair(ui::Theme::Light, u"-light"_s), std::pair(ui::Theme::Dark, u"-dark"_s)}) {
        shoot(folder, theme, suffix);
        shootView(testing::sampleWorkbook(), folder, u"grid"_s + suffix);
        shootView(testing::samplePresentation(), folder, u"slides"_s + suffix);
    }
    return 0;
}
