// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/composition.h"

namespace expunge::cli {

/// The exit codes of the command line, as far as they say something about the work (see the table
/// in README.md).
enum class Exit { Done = 0, No = 1, WrongUsage = 2, Failed = 3, Residue = 4 };

/// What a command works with: the programs' parts, its arguments, and the exit code so far.
class Context
{
public:
    Context(app::Composition &composition, const Arguments &arguments, QStringList passwords)
        : m_composition(composition)
        , m_arguments(arguments)
        , m_passwords(std::move(passwords))
    {
    }

    app::Composition &composition() { return m_composition; }
    const Arguments &arguments() const { return m_arguments; }
    const QStringList &passwords() const { return m_passwords; }   // for encrypted inputs

    /// Takes note of an outcome; the worst one becomes the exit code, where residue goes before
    /// failure.
    void note(Exit outcome) { m_exit = std::max(m_exit, outcome); }
    Exit exit() const { return m_exit; }

    /// Says an error on standard error and notes the exit code that belongs to it.
    void fail(const base::Error &error);

    /// Shows on a terminal, and only there, which input is being worked on.
    void showProgress(qsizetype done, qsizetype total, const QString &input) const;

private:
    app::Composition &m_composition;
    const Arguments &m_arguments;
    QStringList m_passwords;
    Exit m_exit = Exit::Done;
};

void runScan(Context &context);
void runScrub(Context &context);
void runDecisions(Context &context);
void runInspect(Context &context);
void runCheck(Context &context);
void runVerify(Context &context);
void runQueue(Context &context);
void runKey(Context &context);

}   // namespace expunge::cli
