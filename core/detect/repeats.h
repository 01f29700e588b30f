// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/termmatcher.h"
#include "core/document/textunit.h"

#include <QHash>

#include <span>
#include <vector>

namespace expunge::detect {

/// Finds the texts of values where nothing covers them: a value that goes in one place may stay in
/// another only when somebody said so. Values of one word are compared case by case ("May" is not
/// "may"), others whatever their case.
class RepeatFinder
{
public:
    /// Values of fewer than three letters or digits, or of fewer than five digits alone, are left
    /// out: they stand everywhere.
    explicit RepeatFinder(const QStringList &values);

    struct Repeat
    {
        document::Span span;
        int value = 0;   // position in the list of values
    };

    /// Repeats in a unit's text outside the covered spans (sorted, of that unit), in order.
    std::vector<Repeat> find(const document::TextUnit &unit,
                             std::span<const document::Span> covered) const;

private:
    int valueOf(const QString &text) const;

    TermMatcher m_matcher;
    QHash<QString, int> m_values;   // letters and digits, folded -> position
    bool m_empty;
};

}   // namespace expunge::detect
