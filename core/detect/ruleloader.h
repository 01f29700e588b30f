// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/rule.h"

#include <QByteArray>

namespace expunge::detect {

/// When the patterns of rules are compiled, and thereby checked.
enum class CompilePatterns {
    Now,
    WhenNeeded,   // only for the rules that the program ships, which its tests have checked
};

/// Reads the rules of one TOML file. RuleInvalid with "file:line" and the fault for anything that
/// is not exactly as resources/rules/README.md says: a rule that is quietly skipped would be a
/// leak.
base::Result<std::vector<Rule>> parseRules(const QByteArray &toml, const QString &fileName,
                                           CompilePatterns when = CompilePatterns::Now);

}   // namespace expunge::detect
