// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/narrowtext.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace re2 {
class RE2;
}

namespace expunge::detect {

/// A regular expression that is compiled when it is first needed; all threads may share it.
class Expression
{
public:
    explicit Expression(std::string pattern);
    ~Expression();
    Expression(const Expression &) = delete;
    Expression &operator=(const Expression &) = delete;

    /// What is wrong with the pattern; empty: nothing. Compiles it.
    std::string error() const;

    /// Number of its groups. Compiles it.
    int groups() const;

    /// Where a group matched, in bytes of the UTF-8 text.
    struct Range
    {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool matched = false;

        bool isEmpty() const { return begin == end; }
    };

    /// Calls `hit` with the groups of every match (0: all of it), from left to right; `hit` returns
    /// the byte at which to go on.
    using Hit = std::function<std::size_t(const std::vector<Range> &)>;
    void findAll(std::string_view utf8, const NarrowText &narrow, const Hit &hit) const;

    /// Whether it matches anywhere; quicker than looking where.
    bool isIn(std::string_view utf8, const NarrowText &narrow) const;

    const std::string &pattern() const { return m_pattern; }

    /// The groups when the whole text matches; empty: it does not.
    std::vector<Range> matchAll(std::string_view utf8, const NarrowText &narrow) const;

private:
    const re2::RE2 &compiled() const;
    std::vector<Range> match(std::string_view utf8, const NarrowText &narrow, std::size_t from,
                             bool whole) const;

    std::string m_pattern;
    bool m_isNarrow = false;   // means the same on narrow text
    mutable std::once_flag m_once;
    mutable std::unique_ptr<const re2::RE2> m_compiled;
};

}   // namespace expunge::detect
