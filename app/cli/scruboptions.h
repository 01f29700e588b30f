// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/acceptpolicy.h"
#include "app/cli/decisionsfile.h"
#include "app/cli/intake.h"

namespace expunge::cli {

/// What the options of a scrub say.
struct ScrubOptions
{
    QString folder;
    detect::AnalyzerOptions analyzer;
    AcceptPolicy accept;
    HiddenPolicy hidden;
    review::Style style = review::Style::Label;
    bool scrubbedNames = false;
    bool sign = true;
    std::optional<DecisionsFile> decisions;
    std::vector<document::PageRegion> regions;   // that go with all that is in them
};

/// Reads the options of scrub; nothing and exit code 2, after a message, when one of them makes no
/// sense.
std::optional<ScrubOptions> scrubOptions(Context &context);

}   // namespace expunge::cli
