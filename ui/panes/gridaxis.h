// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace expunge::ui {

/// The rows or the columns of a sheet along their direction, in pixels: millions of them cost what
/// those cost that differ from the others.
class GridAxis
{
public:
    /// Lines side by side that differ from the others in the same way.
    struct Stretch
    {
        int first = 0;
        int last = 0;
        double size = 0;
        bool hidden = false;
    };

    GridAxis() = default;
    /// `stretches` sorted and without overlap.
    GridAxis(int count, double size, const std::vector<Stretch> &stretches);

    int count() const { return m_count; }
    double start(int line) const;
    double size(int line) const { return start(line + 1) - start(line); }
    double total() const { return start(m_count); }
    bool isHidden(int line) const;

    /// The line at an offset, the nearest one outside.
    int lineAt(double offset) const;

    /// What is kept in memory, for tests.
    int stretchCount() const { return static_cast<int>(m_stretches.size()); }

private:
    struct Placed
    {
        Stretch stretch;
        double start = 0;
    };

    std::vector<Placed>::const_iterator behind(int line) const;

    int m_count = 0;
    double m_size = 1;
    std::vector<Placed> m_stretches;
};

}   // namespace expunge::ui
