// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/rule.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace expunge::detect {

/// Says where patterns match; the seam behind which another regular expression engine can be put.
/// All of them must say the same.
class PatternScanner
{
public:
    PatternScanner() = default;
    PatternScanner(const PatternScanner &) = delete;
    PatternScanner &operator=(const PatternScanner &) = delete;
    virtual ~PatternScanner();

    /// Calls `hit(rule number, begin, end)` with the bytes of each rule's group, by rule, then from
    /// left to right.
    using Hit = std::function<void(std::size_t rule, std::size_t begin, std::size_t end)>;
    virtual void scan(std::string_view text, const Hit &hit) const = 0;
};

/// Literal keywords say in one pass which rules can match, RE2 finds where (linear time, whatever
/// the text).
std::unique_ptr<PatternScanner> makeKeywordScanner(const std::vector<Rule> &rules);

}   // namespace expunge::detect
