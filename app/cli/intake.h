// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace expunge::cli {

/// An input that was opened and looked through.
struct Intake
{
    QString path;   // as given; "-" for standard input
    QString sha256;
    std::shared_ptr<const document::Document> document;
    std::vector<detect::Candidate> candidates;
    std::vector<document::Span> keepListed;   // where the keep list says that text stays
};

/// Opens one input without looking for candidates. Folders and zips of files are refused: they have
/// no handler.
base::Result<Intake> openInput(Context &context, const QString &path);

/// Opens one input and finds its candidates.
base::Result<Intake> takeIn(Context &context, const QString &path,
                            const detect::AnalyzerOptions &options);

/// Reads --terms, --keep, --min-score and --types; nothing and exit code 2, after a message, when
/// one of them makes no sense.
std::optional<detect::AnalyzerOptions> analyzerOptions(Context &context);

/// A list of types, "PERSON,EMAIL"; empty if a word in it cannot be a type.
QStringList parseTypes(const QString &value);

/// A score from 0 to 1.
std::optional<double> parseScore(const QString &value);

/// Says which of the types that an option names no candidate has, because a name may be misspelled.
void warnOfMissingTypes(const QString &option, const QStringList &types,
                        const std::vector<const detect::Candidate *> &candidates);

/// Says what makes no sense, and notes exit code 2.
void refuseUsage(Context &context, const QString &sentence);

}   // namespace expunge::cli
