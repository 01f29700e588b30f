// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scrub/expectedtexts.h"

#include <QSet>

#include <deque>
#include <map>

namespace expunge::scrub {

/// Compares the units of an output, as they are read, with what should be left. Paragraphs that a
/// removed paragraph mark has joined are the same as before; any other text that is there and
/// should not be, or the other way round, is a leak. What a kept hidden item holds may be less than
/// before, or have got neutral names.
class UnitComparison
{
public:
    /// `work` must outlive it.
    explicit UnitComparison(const Expectation &work);

    void take(const document::TextUnit &unit);

    int units() const { return m_units; }

    /// To be asked once, when all units were taken; `hidden` are the hidden items of the output.
    std::vector<Leak> differences(const std::vector<document::HiddenItem> &hidden);

    /// Hidden items of the output that the plan removes.
    std::vector<Leak> remainingHidden(const std::vector<document::HiddenItem> &hidden) const;

private:
    struct Found
    {
        int position = 0;
        QString part;
        QString text;
        QString hiddenItem;
    };

    struct Wanted
    {
        QString part;
        QString text;
        bool mayGo = false;
    };

    void matchNext();
    void leave(size_t count);
    QSet<QString> knownNames() const;
    QSet<QString> renamedItems(const std::vector<document::HiddenItem> &hidden) const;
    bool sharesNames(const std::vector<document::HiddenItem> &hidden,
                     document::HiddenKind kind) const;
    void takeLoose(const std::vector<document::HiddenItem> &hidden);

    const Expectation &m_work;
    ExpectedTexts m_expected;
    bool m_allExpected = false;
    int m_units = 0;
    std::deque<Found> m_window;     // may still be met
    std::vector<Found> m_rest;      // that nothing expected was like
    std::vector<Found> m_loose;     // may have neutral names
    std::vector<Wanted> m_wanted;   // that nothing found was like
};

}   // namespace expunge::scrub
