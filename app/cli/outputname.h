// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/acceptpolicy.h"
#include "app/cli/intake.h"

namespace expunge::cli {

/// The original's name without suffix, with everything taken out that is accepted in it: what the
/// detector finds in the name itself, and what was redacted in the file. Fit to be a file name;
/// "file" if nothing is left.
QString scrubbedStem(Context &context, const QString &path,
                     const std::vector<QString> &redactedTexts,
                     const detect::AnalyzerOptions &options, const AcceptPolicy &policy);

}   // namespace expunge::cli
