// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pagetextlines.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace expunge::pdf {

namespace {

constexpr double kSameStart = 0.5;   // points
// Where no other line tells a margin.
constexpr double kPlainMargin = 1 / 8.5;   // of the width of the page: an inch of Letter paper
constexpr double kInset = 2;               // points, in a field or a form

/// Where lines start that stand left of `limit` no longer, and how many start there.
struct Starts
{
    std::vector<double> all;

    /// The start that most of at least two lines share; the one further left of equals.
    std::optional<double> held() const
    {
        std::vector<double> sorted = all;
        std::sort(sorted.begin(), sorted.end());
        std::optional<double> best;
        std::size_t most = 1;
        for (std::size_t i = 0; i < sorted.size();) {
            std::size_t end = i;
            while (end < sorted.size() && sorted[end] - sorted[i] <= kSameStart) {
                ++end;
            }
            if (end - i > most) {
                most = end - i;
                best = sorted[i];
            }
            i = end;
        }
        return best;
    }

    std::optional<double> leftmost() const
    {
        const auto least = std::min_element(all.begin(), all.end());
        return least == all.end() ? std::nullopt : std::optional(*least);
    }
};

}   // namespace

// The start of a line must not tell how long it was: a line that is set to the right or to the
// middle would. So it is never asked itself, only other lines are: those of its block that share a
// start, then those of the page, then whatever stands furthest left.
std::vector<double> findMargins(const PageLines &lines, const std::vector<std::vector<int>> &blocks)
{
    const auto count = lines.pieces.size();
    std::vector<double> margins(count, 0);
    std::map<int, std::vector<int>> byGroup;
    for (std::size_t i = 0; i < count; ++i) {
        byGroup[lines.pieces[i].group].push_back(static_cast<int>(i));
    }
    constexpr std::size_t kMostAsked = 400;   // lines; a page has fewer
    const auto startsOf = [&](const std::vector<int> &others, int self) {
        const LinePiece &piece = lines.pieces[static_cast<std::size_t>(self)];
        Starts starts;
        for (const int other : others) {
            const LinePiece &candidate = lines.pieces[static_cast<std::size_t>(other)];
            // A cell's text stays in its column: right of what stands before it on the line.
            const bool apart = candidate.line != piece.line;
            const bool inColumn = piece.first
                                      ? candidate.first
                                      : !candidate.first && candidate.begin > piece.leftNeighbour
                                            && candidate.begin < piece.end;
            if (apart && inColumn && starts.all.size() < kMostAsked) {
                starts.all.push_back(candidate.begin);
            }
        }
        return starts;
    };
    for (const std::vector<int> &block : blocks) {
        for (const int index : block) {
            const LinePiece &piece = lines.pieces[static_cast<std::size_t>(index)];
            const TextGroup &group = lines.groups[static_cast<std::size_t>(piece.group)];
            const Starts near = startsOf(block, index);
            const Starts page = startsOf(byGroup[piece.group], index);
            std::optional<double> margin = near.held();
            margin = margin ? margin : near.leftmost();
            margin = margin ? margin : page.held();
            margin = margin ? margin : page.leftmost();
            if (!margin && piece.first) {
                margin = group.left + (group.container < 0 ? group.width * kPlainMargin : kInset);
            }
            margins[static_cast<std::size_t>(index)] = margin.value_or(piece.begin);
        }
    }
    return margins;
}

}   // namespace expunge::pdf
