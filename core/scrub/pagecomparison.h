// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scrub/leakcheck.h"

#include <QHash>

#include <map>

namespace expunge::scrub {

/// Compares the letters and digits of each page with what a plan should have left there. Their
/// order is not compared: a line that is laid out anew can fall into blocks otherwise than before.
class PageComparison
{
public:
    explicit PageComparison(const Expectation &work);

    /// A text unit of the output.
    void take(const document::TextUnit &unit);

    /// Hidden items without those that the new layout of a page makes, where what was visible goes
    /// beyond its edge or under something: their letters are compared like all others.
    std::vector<document::HiddenItem>
    standing(const std::vector<document::HiddenItem> &hidden) const;

    /// Pages that lost letters which nobody took out, or have some that nobody put there.
    std::vector<Leak> differences() const;

private:
    using Letters = QHash<char32_t, int>;

    /// What is known of a page.
    struct Page
    {
        Letters expected;
        Letters found;
        Letters mayLack;     // of replacements, which a bar does not show, and of what regions cut
        Letters mayRepeat;   // of replacements, which stand on every line of what they replace
        bool readable = true;
        bool cut = false;   // something is taken out of it
    };

    void expectUnit(const document::TextUnit &unit,
                    const std::vector<document::SpanRedaction> &spans);
    void allowCut(const Expectation &work, int number);

    std::map<QString, Page> m_pages;   // by part
};

}   // namespace expunge::scrub
