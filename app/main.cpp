// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "app/hardening.h"
#include "ui/appearance.h"
#include "ui/mainwindow.h"
#include "ui/text/errortext.h"

#include <QApplication>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTranslator>

#include <cstdio>
#include <optional>

namespace {

using namespace expunge;
using namespace Qt::StringLiterals;

constexpr int wrongUsage = 2;
constexpr int cannotStart = 3;

/// What the window is started with.
struct StartOptions
{
    QString profile;
    QStringList files;
};

std::optional<StartOptions> parseWords(const QStringList &words)
{
    StartOptions options;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (optionsEnded || !word.startsWith(u'-')) {
            options.files.append(word);
        } else if (word == u"--"_s) {
            optionsEnded = true;
        } else if (word == u"--profile"_s && i + 1 < words.size() && options.profile.isEmpty()) {
            options.profile = words[++i];
        } else {
            return std::nullopt;
        }
    }
    return options;
}

QString samplesFolder()
{
    const QString installed = QApplication::applicationDirPath() + u"/../share/expunge/samples"_s;
    for (const QString &folder : {installed, QStringLiteral(EXPUNGE_SAMPLES_DIR)}) {
        if (QFileInfo(folder).isDir()) {
            return QFileInfo(folder).absoluteFilePath();
        }
    }
    return {};
}

int cannot(const base::Error &error)
{
    const QString sentence = ui::errorSentence(error);
    std::fprintf(stderr, "expunge: %s\n", qPrintable(sentence));
    QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), sentence);
    return cannotStart;
}

int run(const StartOptions &options)
{
    auto composition = app::Composition::make(
        options.profile.isEmpty() ? app::userProfile() : app::profileAt(options.profile));
    if (!composition) {
        return cannot(composition.error());
    }
    auto queue = (*composition)->queue();
    if (!queue) {
        return cannot(queue.error());
    }
    const auto work = (*composition)->workFolder();
    if (!work) {
        return cannot(work.error());
    }
    const app::Profile &profile = (*composition)->profile();
    ui::MainWindow window({(*composition)->formats(), (*composition)->analyzer(),
                           (*composition)->scrubber(), (*composition)->exporter(), **queue,
                           (*composition)->keys(), (*composition)->sessionKeys(), profile.sessions,
                           *work, samplesFolder(), profile.settings});
    window.show();
    if (!options.files.isEmpty()) {
        window.openFiles(options.files);
    }
    return QApplication::exec();
}

}   // namespace

int main(int argc, char *argv[])
{
    app::denyMemoryDumps();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"expunge"_s);
    QApplication::setApplicationDisplayName(u"Expunge"_s);
    QApplication::setApplicationVersion(QStringLiteral(EXPUNGE_VERSION));
    QApplication::setDesktopFileName(u"expunge"_s);
    // the buttons and dialogs that Qt brings along
    QTranslator qtWords;
    if (qtWords.load(QLocale(), u"qtbase"_s, u"_"_s,
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(&qtWords);
    }
    QTranslator ownWords;
    if (ownWords.load(QLocale(), u"expunge"_s, u"_"_s, u":/translations"_s)) {
        QApplication::installTranslator(&ownWords);
    }
    const auto options = parseWords(QApplication::arguments().mid(1));
    if (!options) {
        std::fputs("usage: expunge [--profile DIR] [FILE...]\n", stderr);
        return wrongUsage;
    }
    ui::applyAppearance(application);
    return run(*options);
}
