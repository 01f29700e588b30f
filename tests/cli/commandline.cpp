// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/commandline.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

namespace expunge::test {

using namespace Qt::StringLiterals;

QList<QJsonObject> Outcome::lines() const
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty()) {
            objects.append(QJsonDocument::fromJson(line).object());
        }
    }
    return objects;
}

CommandLine::CommandLine()
    : m_options{u"--profile"_s, path(u"profile"_s)}
{
}

Outcome CommandLine::run(const QStringList &words, const QByteArray &input) const
{
    QProcess program;
    program.setWorkingDirectory(m_folder.path());
    program.setProcessEnvironment(m_environment);
    program.start(QStringLiteral(EXPUNGE_CLI), m_options + words);
    program.write(input);
    program.closeWriteChannel();
    if (!program.waitForFinished(60000) || program.exitStatus() != QProcess::NormalExit) {
        return {-1, {}, program.readAllStandardError()};
    }
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

bool CommandLine::kill(const QStringList &words, int milliseconds) const
{
    QProcess program;
    program.setWorkingDirectory(m_folder.path());
    program.start(QStringLiteral(EXPUNGE_CLI), m_options + words);
    const bool running = !program.waitForFinished(milliseconds);
    program.kill();
    program.waitForFinished();
    return running;
}

void CommandLine::setVariable(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

QString CommandLine::file(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        return {};
    }
    return path(name);
}

QByteArray CommandLine::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

QStringList CommandLine::names(const QString &folder) const
{
    return QDir(path(folder)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

QString CommandLine::letter() const
{
    QFile::copy(QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/samples/engagement-letter.docx"),
                path(u"letter.docx"_s));
    return path(u"letter.docx"_s);
}

void CommandLine::makeKey()
{
    m_options += {u"--passphrase-file"_s, file(u"passphrase"_s, "an invented passphrase\n")};
    run({u"key"_s, u"create"_s});
}

}   // namespace expunge::test
