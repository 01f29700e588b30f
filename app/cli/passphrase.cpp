// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/passphrase.h"

#include "core/base/fileio.h"

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace expunge::cli {

using base::ErrorCode;
using base::failure;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 passphraseLimit = 65536;

/// The controlling terminal, which does not show what is typed for as long as this lives.
class SilentTerminal
{
public:
    SilentTerminal()
        : m_file(std::fopen("/dev/tty", "r+"))
    {
        if (m_file != nullptr && tcgetattr(fileno(m_file), &m_before) == 0) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            m_changed = tcsetattr(fileno(m_file), TCSAFLUSH, &silent) == 0;
        }
    }
    ~SilentTerminal()
    {
        if (m_changed) {
            tcsetattr(fileno(m_file), TCSAFLUSH, &m_before);
        }
        if (m_file != nullptr) {
            std::fclose(m_file);
        }
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

    bool isOpen() const { return m_changed; }

    QByteArray ask(const char *prompt)
    {
        std::fputs(prompt, m_file);
        std::fflush(m_file);
        QByteArray line(1024, '\0');
        if (std::fgets(line.data(), static_cast<int>(line.size()), m_file) == nullptr) {
            line.clear();
        }
        std::fputs("\n", m_file);
        line.truncate(static_cast<qsizetype>(qstrlen(line.constData())));
        while (line.endsWith('\n') || line.endsWith('\r')) {
            line.chop(1);
        }
        return line;
    }

private:
    FILE *m_file;
    termios m_before{};
    bool m_changed = false;
};

Result<QByteArray> fromFile(const QString &path)
{
    auto bytes = base::readFile(path, passphraseLimit);
    if (!bytes) {
        return bytes;
    }
    // an editor's line end is not part of it
    if (bytes->endsWith('\n')) {
        bytes->chop(1);
    }
    if (bytes->endsWith('\r')) {
        bytes->chop(1);
    }
    if (bytes->isEmpty()) {
        return failure(ErrorCode::EmptyFile, path);
    }
    return bytes;
}

}   // namespace

Result<QByteArray> readPassphrase(const Arguments &arguments, bool confirm)
{
    if (arguments.has(u"--passphrase-file"_s)) {
        return fromFile(arguments.value(u"--passphrase-file"_s));
    }
    SilentTerminal terminal;
    if (!terminal.isOpen()) {
        return failure(ErrorCode::KeyLocked, {}, u"no --passphrase-file and no terminal"_s);
    }
    QByteArray passphrase = terminal.ask("Passphrase of the signing key: ");
    if (passphrase.isEmpty() || (confirm && terminal.ask("Once more: ") != passphrase)) {
        return failure(ErrorCode::KeyLocked, {},
                       u"the passphrase is empty or was typed differently"_s);
    }
    return passphrase;
}

}   // namespace expunge::cli
