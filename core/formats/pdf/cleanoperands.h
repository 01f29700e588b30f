// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentstream.h"

namespace expunge::pdf {

/// The operator as it is written, and the kinds of its operands: n number, s string, N name of a
/// resource, a array of numbers, t array of strings and numbers; null: it is never copied as such.
struct OperatorForm
{
    const char *word = nullptr;
    const char *operands = nullptr;
};

OperatorForm operatorForm(Operator op);

/// Index of the first token of the operation's operands when they fit `kinds`, taken from the end
/// as viewers do when there are too many; -1 when they do not fit.
int fittingOperands(const ContentStream &content, const Operation &operation, const char *kinds);

/// A number as written when it is a plain decimal, else in the one form that numbers have here.
void appendNumber(QByteArray &bytes, const ContentStream &content, const Token &token);
/// A string as written when every byte of it counts, else written anew.
void appendString(QByteArray &bytes, const ContentStream &content, const Token &token);

}   // namespace expunge::pdf
