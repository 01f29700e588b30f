// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace expunge::detect {

/// One literal term and how strictly it is compared.
struct Term
{
    QString text;
    bool matchCase = false;     // "=": case by case
    bool insideWords = false;   // "*": anywhere, inside words too

    friend bool operator==(const Term &, const Term &) = default;
};

/// Literal terms, as the person lists them.
struct TermList
{
    QString name;   // for reasons: "terms.txt"; never a path
    std::vector<Term> terms;

    bool isEmpty() const { return terms.empty(); }
};

/// Reads a term list: one term a line, UTF-8, blank lines and lines that begin with # skipped,
/// signs "=" and "*" before a term in either order. TermsInvalid with "file:line" for bytes that
/// are not UTF-8, or a line without a term.
base::Result<TermList> parseTermList(const QByteArray &bytes, const QString &path);

}   // namespace expunge::detect
