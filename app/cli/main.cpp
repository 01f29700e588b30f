// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/jsonlines.h"
#include "app/hardening.h"
#include "core/base/fileio.h"
#include "ui/text/errortext.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace expunge;
using namespace Qt::StringLiterals;

constexpr qint64 passwordsLimit = qint64{1} << 20;

int wrongUsage(const QString &sentence, const QString &command)
{
    cli::printMessage(sentence);
    std::fputs(cli::usage(command).toUtf8().constData(), stderr);
    return static_cast<int>(cli::Exit::WrongUsage);
}

void dispatch(cli::Context &context)
{
    static const std::map<QString, void (*)(cli::Context &)> table{
        {u"scan"_s, cli::runScan},           {u"scrub"_s, cli::runScrub},
        {u"decisions"_s, cli::runDecisions}, {u"inspect"_s, cli::runInspect},
        {u"check"_s, cli::runCheck},         {u"verify"_s, cli::runVerify},
        {u"queue"_s, cli::runQueue},         {u"key"_s, cli::runKey},
    };
    const QString &command = context.arguments().command;
    table.at(command.section(u' ', 0, 0))(context);
}

/// Passwords of encrypted inputs, one a line; an editor's carriage return is not part of one.
QStringList passwordsIn(const QByteArray &bytes)
{
    QStringList passwords;
    for (QString line : QString::fromUtf8(bytes).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.endsWith(u'\r')) {
            line.chop(1);
        }
        if (!line.isEmpty()) {
            passwords.append(line);
        }
    }
    return passwords;
}

int run(const cli::Arguments &arguments)
{
    QStringList passwords;
    if (arguments.has(u"--password-file"_s)) {
        const auto read = base::readFile(arguments.value(u"--password-file"_s), passwordsLimit);
        if (!read && read.error().code != base::ErrorCode::EmptyFile) {
            return wrongUsage(ui::errorSentence(read.error()), arguments.command);
        }
        passwords = passwordsIn(read.value_or(QByteArray()));
    }
    auto profile = arguments.has(u"--profile"_s) ? app::profileAt(arguments.value(u"--profile"_s))
                                                 : app::userProfile();
    auto composition = app::Composition::make(std::move(profile));
    if (!composition) {
        cli::printMessage(ui::errorSentence(composition.error()));
        return static_cast<int>(cli::Exit::Failed);
    }
    cli::Context context(**composition, arguments, std::move(passwords));
    dispatch(context);
    if (!cli::outputWasWritten()) {
        context.fail({base::ErrorCode::OutputUnwritable, u"standard output"_s, {}});
    }
    return static_cast<int>(context.exit());
}

}   // namespace

int main(int argc, char *argv[])
{
    app::denyMemoryDumps();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"expunge"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(EXPUNGE_VERSION));
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.contains(u"--help"_s) || words.contains(u"-h"_s)) {
        std::fputs(cli::usage(words.value(0)).toUtf8().constData(), stdout);
        return 0;
    }
    if (words == QStringList{u"--version"_s}) {
        cli::printLine(u"expunge-cli "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    const auto arguments = cli::parseArguments(words);
    if (!arguments) {
        return wrongUsage(arguments.error(), {});
    }
    return run(*arguments);
}
