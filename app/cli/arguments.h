// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <vector>

namespace expunge::cli {

/// An option and what it takes; the usage is made from the same words.
struct OptionSpec
{
    QString name;    // "--terms"
    QString value;   // "FILE"; empty: a switch
    bool repeatable = false;
};

/// A command with what it accepts.
struct CommandSpec
{
    QString name;       // "scan", "queue list"
    QString operands;   // "INPUT..."
    int minimum = 0;
    int maximum = -1;   // -1: any number
    std::vector<OptionSpec> options;
    QString summary;
    QString unavailable;   // one sentence; set: known, but not part of this version
};

/// A command line that was understood.
struct Arguments
{
    QString command;
    QStringList operands;
    QMap<QString, QStringList> options;

    bool has(const QString &name) const { return options.contains(name); }
    QString value(const QString &name) const { return options.value(name).value(0); }
};

/// All commands, in the order of the usage.
const std::vector<CommandSpec> &commands();

/// Options that stand before (or after) any command.
const std::vector<OptionSpec> &globalOptions();

/// Reads the words after the program's name; the error is one sentence.
tl::expected<Arguments, QString> parseArguments(const QStringList &words);

/// The usage, of all commands or of one.
QString usage(const QString &command = {});

}   // namespace expunge::cli
