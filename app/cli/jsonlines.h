// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QString>

namespace expunge::cli {

/// Prints an object as one line on standard output.
void printJson(const QJsonObject &object);

/// Prints a line of text on standard output. Control characters, which could steer a terminal, are
/// shown as "\x1b".
void printLine(const QString &text);

/// Prints "expunge-cli: TEXT" on standard error.
void printMessage(const QString &text);

/// False if anything that was printed on standard output could not be written: a full disk, a
/// reader that is gone.
bool outputWasWritten();

/// The "error" of a result line: {"code":…,"message":…}.
QJsonObject errorObject(const base::Error &error);

}   // namespace expunge::cli
