// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace expunge::test {

/// What one call of the program gave.
struct Outcome
{
    int exit = -1;
    QByteArray out;
    QByteArray err;

    /// Standard output as one JSON object a line.
    QList<QJsonObject> lines() const;

    /// The first line.
    QJsonObject line() const { return lines().value(0); }
};

/// The program with a profile and a folder of its own.
class CommandLine
{
public:
    CommandLine();

    Outcome run(const QStringList &words, const QByteArray &input = {}) const;

    /// Starts the program, and ends it without warning after a time; true if it was still running.
    bool kill(const QStringList &words, int milliseconds) const;

    /// A variable of the environment of all later calls.
    void setVariable(const QString &name, const QString &value);

    /// Writes a file into the folder and returns its path.
    QString file(const QString &name, const QByteArray &content) const;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray content(const QString &name) const;
    QStringList names(const QString &folder) const;

    /// The sample letter, in the folder.
    QString letter() const;

    /// Makes a signing key; calls name its passphrase file from then on.
    void makeKey();

private:
    QTemporaryDir m_folder;
    QStringList m_options;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

}   // namespace expunge::test
