// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/gridaxis.h"

#include <algorithm>

namespace expunge::ui {

GridAxis::GridAxis(int count, double size, const std::vector<Stretch> &stretches)
    : m_count(count)
    , m_size(size)
{
    double start = 0;
    int next = 0;
    for (const Stretch &stretch : stretches) {
        if (stretch.first < next || stretch.last < stretch.first || stretch.first >= count) {
            continue;   // overlaps are never drawn over each other
        }
        if (!m_stretches.empty()) {
            Stretch &before = m_stretches.back().stretch;
            if (stretch.first == next && before.size == stretch.size
                && before.hidden == stretch.hidden) {
                start += (stretch.last - before.last) * stretch.size;
                before.last = stretch.last;
                next = stretch.last + 1;
                continue;
            }
        }
        start += (stretch.first - next) * m_size;
        m_stretches.push_back({stretch, start});
        start += (stretch.last - stretch.first + 1) * stretch.size;
        next = stretch.last + 1;
    }
}

std::vector<GridAxis::Placed>::const_iterator GridAxis::behind(int line) const
{
    return std::upper_bound(
        m_stretches.begin(), m_stretches.end(), line,
        [](int value, const Placed &placed) { return value < placed.stretch.first; });
}

double GridAxis::start(int line) const
{
    const auto after = behind(line);
    if (after == m_stretches.begin()) {
        return line * m_size;
    }
    const Placed &placed = *std::prev(after);
    const int inside = std::min(line, placed.stretch.last + 1) - placed.stretch.first;
    const int beyond = line - placed.stretch.first - inside;
    return placed.start + inside * placed.stretch.size + beyond * m_size;
}

bool GridAxis::isHidden(int line) const
{
    const auto after = behind(line);
    return after != m_stretches.begin() && std::prev(after)->stretch.hidden
           && line <= std::prev(after)->stretch.last;
}

int GridAxis::lineAt(double offset) const
{
    const auto after =
        std::upper_bound(m_stretches.begin(), m_stretches.end(), offset,
                         [](double value, const Placed &placed) { return value < placed.start; });
    double line = offset / m_size;
    if (after != m_stretches.begin()) {
        const Placed &placed = *std::prev(after);
        const int length = placed.stretch.last - placed.stretch.first + 1;
        const double inside = offset - placed.start;
        const double whole = length * placed.stretch.size;
        line = inside < whole ? placed.stretch.first + inside / placed.stretch.size
                              : placed.stretch.last + 1 + (inside - whole) / m_size;
    }
    return static_cast<int>(std::clamp(line, 0.0, std::max(0.0, m_count - 1.0)));
}

}   // namespace expunge::ui
