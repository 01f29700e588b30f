// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pagetextlines.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace expunge::pdf {

namespace {

constexpr double kColumnGap = 3;       // em
constexpr double kRuleGap = 0.3;       // em, where a rule stands in it
constexpr double kSameLine = 0.2;      // em between baselines
constexpr double kRaised = 0.55;       // em, of superscripts and subscripts
constexpr double kTouching = 0.7;      // em between a line and what is raised in it
constexpr double kDouble = 0.2;        // em between two paintings of one glyph
constexpr double kSameTurn = 0.9995;   // cosine, 1.8 degrees

/// Glyphs painted one after the other on one baseline.
struct GlyphRun
{
    double baseline = 0;
    double begin = 0;
    double end = 0;
    double size = 0;
    std::vector<PlacedGlyph> glyphs;

    double weight() const { return size * (end - begin) + size; }
};

struct Line
{
    double baseline = 0;
    double size = 0;
    std::vector<GlyphRun> runs;
};

/// A vertical stroke as lines see it: something that parts cells.
struct Rule
{
    double at = 0;
    double low = 0;
    double high = 0;
};

double emOf(const PageContent &content, const Glyph &glyph)
{
    const ShowState &state = content.states[static_cast<std::size_t>(glyph.state)];
    const double em = std::abs(state.size) * std::hypot(glyph.toPage.c, glyph.toPage.d);
    if (state.font->kind() != FontKind::Type3) {
        return em;
    }
    // The units of Type 3 fonts are their maker's; their box tells how large they are.
    return em * (state.font->ascent() - state.font->descent());
}

/// The innermost use around `use` whose box is much smaller than the page; -1: none.
int containerOf(const PageContent &content, int use)
{
    for (int i = use; i >= 0; i = content.uses[static_cast<std::size_t>(i)].caller) {
        const StreamUse &stream = content.uses[static_cast<std::size_t>(i)];
        const bool always = stream.kind == UseKind::Appearance || stream.kind == UseKind::Pattern;
        if (always
            || (stream.kind != UseKind::Page
                && stream.bounds.width() < 0.8 * content.cropBox.width())) {
            return i;
        }
    }
    return -1;
}

/// Sorts glyphs into groups, and runs in each.
class LineFinder
{
public:
    explicit LineFinder(const PageContent &content)
        : m_content(content)
    {
        for (const StreamUse &use : content.uses) {
            m_containers.push_back(
                containerOf(content, static_cast<int>(&use - content.uses.data())));
        }
    }

    PageLines find()
    {
        for (std::size_t i = 0; i < m_content.glyphs.size(); ++i) {
            place(static_cast<int>(i));
        }
        for (std::size_t group = 0; group < m_runs.size(); ++group) {
            makeLines(static_cast<int>(group));
        }
        return std::move(m_lines);
    }

private:
    int groupOf(const Glyph &glyph, const Matrix &axes, bool vertical)
    {
        const int container = m_containers[static_cast<std::size_t>(glyph.use)];
        const auto fits = [&](const TextGroup &group) {
            return group.vertical == vertical && group.unseen == glyph.unseen
                   && group.container == container
                   && group.axes.a * axes.a + group.axes.b * axes.b > kSameTurn
                   && group.axes.c * axes.c + group.axes.d * axes.d > 0;
        };
        if (m_last >= 0 && fits(m_lines.groups[static_cast<std::size_t>(m_last)])) {
            return m_last;
        }
        const auto found = std::find_if(m_lines.groups.begin(), m_lines.groups.end(), fits);
        m_last = static_cast<int>(found - m_lines.groups.begin());
        if (found == m_lines.groups.end()) {
            TextGroup group;
            group.axes = axes;
            group.vertical = vertical;
            group.isTurned = std::abs(axes.a) < 0.99 && std::abs(axes.b) < 0.99;
            group.unseen = glyph.unseen;
            group.container = container;
            const Rect &box = container < 0
                                  ? m_content.cropBox
                                  : m_content.uses[static_cast<std::size_t>(container)].bounds;
            const Rect along = Matrix{axes.a, axes.c, axes.b, axes.d, 0, 0}.bounds(box);
            group.left = along.left;
            group.width = along.width();
            m_lines.groups.push_back(group);
            m_runs.emplace_back();
        }
        return m_last;
    }

    void place(int index)
    {
        const Glyph &glyph = m_content.glyphs[static_cast<std::size_t>(index)];
        const ShowState &state = m_content.states[static_cast<std::size_t>(glyph.state)];
        const bool vertical = state.font->isVertical();
        const Matrix &m = glyph.toPage;
        const double sign = state.size < 0 ? -1 : 1;
        double x = (vertical ? -m.c : m.a) * sign;
        double y = (vertical ? -m.d : m.b) * sign;
        const double length = std::hypot(x, y);
        if (!(length > 1e-9)) {
            return;   // squeezed to nothing; no text to read
        }
        x /= length;
        y /= length;
        const double turned = vertical || m.a * m.d - m.b * m.c >= 0 ? 1 : -1;
        const Matrix axes{x, y, -y * turned, x * turned, 0, 0};
        const int number = groupOf(glyph, axes, vertical);
        const Matrix &along = m_lines.groups[static_cast<std::size_t>(number)].axes;
        PlacedGlyph placed;
        placed.glyph = index;
        placed.size = emOf(m_content, glyph);
        placed.begin = m.e * along.a + m.f * along.b;
        placed.baseline = m.e * along.c + m.f * along.d;
        const double advance = glyph.advance * state.size * (vertical ? -1 : 1) * sign;
        placed.end = placed.begin + advance * length;
        placed.extra =
            state.charSpacing * (vertical ? 1 : std::abs(state.horizontalScale))
            * (length / (vertical ? 1 : std::max(std::abs(state.horizontalScale), 1e-9)));
        placed.space = !glyph.text.isEmpty() && glyph.text.trimmed().isEmpty();
        add(m_runs[static_cast<std::size_t>(number)], placed);
    }

    static void add(std::vector<GlyphRun> &runs, const PlacedGlyph &placed)
    {
        if (!runs.empty()) {
            GlyphRun &last = runs.back();
            const double gap = placed.begin - last.glyphs.back().end;
            if (std::abs(placed.baseline - last.baseline) < 0.05 * last.size
                && std::abs(placed.size - last.size) < 0.05 * last.size && gap > -0.5 * last.size
                && gap < kColumnGap * last.size) {
                last.end = std::max(last.end, placed.end);
                last.glyphs.push_back(placed);
                return;
            }
        }
        runs.push_back({placed.baseline, placed.begin, placed.end, placed.size, {placed}});
    }

    static bool touches(const Line &line, const GlyphRun &run)
    {
        constexpr std::size_t kMostLooked = 256;
        const double reach = kTouching * line.size;
        bool near = false;
        for (std::size_t i = 0; i < std::min(line.runs.size(), kMostLooked); ++i) {
            const GlyphRun &other = line.runs[i];
            const double overlap = std::min(other.end, run.end) - std::max(other.begin, run.begin);
            if (overlap > 0.3 * run.size) {
                return false;
            }
            near = near || overlap > -reach;
        }
        return near;
    }

    static bool belongs(const Line &line, const GlyphRun &run)
    {
        const double off = std::abs(line.baseline - run.baseline);
        if (off <= kSameLine * std::min(line.size, run.size)) {
            return true;
        }
        return off <= kRaised * line.size && run.size <= 1.05 * line.size && touches(line, run);
    }

    void makeLines(int group)
    {
        std::vector<GlyphRun> &runs = m_runs[static_cast<std::size_t>(group)];
        std::vector<std::size_t> order(runs.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        // Long runs of large letters make lines; what is small and raised finds its line then.
        std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
            return runs[one].weight() > runs[other].weight();
        });
        std::multimap<double, Line> lines;
        for (const std::size_t index : order) {
            GlyphRun &run = runs[index];
            const double reach = 2 * run.size;
            auto best = lines.end();
            for (auto it = lines.lower_bound(run.baseline - reach);
                 it != lines.end() && it->first <= run.baseline + reach; ++it) {
                const auto off = [&](double baseline) { return std::abs(baseline - run.baseline); };
                if (belongs(it->second, run)
                    && (best == lines.end() || off(it->first) < off(best->first))) {
                    best = it;
                }
            }
            if (best == lines.end()) {
                best = lines.emplace(run.baseline, Line{run.baseline, run.size, {}});
            }
            best->second.runs.push_back(std::move(run));
        }
        const std::vector<Rule> rules = rulesFor(m_lines.groups[static_cast<std::size_t>(group)]);
        for (auto it = lines.rbegin(); it != lines.rend(); ++it) {
            cut(group, it->second, rules);
        }
        runs.clear();
    }

    /// Edges of painted paths that stand across the lines of a group, by their places.
    std::vector<Rule> rulesFor(const TextGroup &group) const
    {
        constexpr double kThin = 3;   // points
        constexpr double kHigh = 6;   // what is lower is a letter or a dash
        std::vector<Rule> rules;
        if (group.isTurned) {
            return rules;
        }
        const Matrix across{group.axes.a, group.axes.c, group.axes.b, group.axes.d, 0, 0};
        for (const PathUse &path : m_content.paths) {
            const bool painted =
                path.paint != PathPaint::ClipOnly && path.paint != PathPaint::Nothing;
            if (!painted || path.paint == PathPaint::Shading || path.unseen != Unseen::Visible) {
                continue;
            }
            const Rect box = across.bounds(path.visible);
            if (box.height() < kHigh) {
                continue;
            }
            if (box.width() <= kThin) {
                rules.push_back({(box.left + box.right) / 2, box.bottom, box.top});
            } else if (path.isRectangle) {
                rules.push_back({box.left, box.bottom, box.top});
                rules.push_back({box.right, box.bottom, box.top});
            }
        }
        std::sort(rules.begin(), rules.end(),
                  [](const Rule &one, const Rule &other) { return one.at < other.at; });
        return rules;
    }

    static bool hasRule(const std::vector<Rule> &rules, double from, double to, double baseline,
                        double size)
    {
        auto it = std::lower_bound(rules.begin(), rules.end(), from,
                                   [](const Rule &rule, double at) { return rule.at < at; });
        for (; it != rules.end() && it->at <= to; ++it) {
            if (it->low <= baseline + 0.1 * size && it->high >= baseline + 0.4 * size) {
                return true;
            }
        }
        return false;
    }

    /// Takes glyphs that were painted again over themselves out of their order.
    std::vector<PlacedGlyph> withoutDoubles(std::vector<PlacedGlyph> glyphs)
    {
        constexpr std::size_t kNear = 4;
        std::vector<PlacedGlyph> single;
        for (const PlacedGlyph &glyph : glyphs) {
            const QString &text = m_content.glyphs[static_cast<std::size_t>(glyph.glyph)].text;
            bool again = false;
            for (std::size_t back = 1; back <= std::min(kNear, single.size()) && !again; ++back) {
                const PlacedGlyph &before = single[single.size() - back];
                again = std::abs(before.begin - glyph.begin)
                            < std::min(kDouble * glyph.size, (glyph.end - glyph.begin) / 2)
                        && std::abs(before.baseline - glyph.baseline) < kDouble * glyph.size
                        && std::abs(before.size - glyph.size) < 0.1 * glyph.size && !text.isEmpty()
                        && glyph.end > glyph.begin
                        && m_content.glyphs[static_cast<std::size_t>(before.glyph)].text == text;
                if (again) {
                    m_lines.doubles.emplace(before.glyph, glyph.glyph);
                }
            }
            if (!again) {
                single.push_back(glyph);
            }
        }
        return single;
    }

    void cut(int group, Line &line, const std::vector<Rule> &rules)
    {
        std::vector<PlacedGlyph> glyphs;
        for (const GlyphRun &run : line.runs) {
            glyphs.insert(glyphs.end(), run.glyphs.begin(), run.glyphs.end());
        }
        std::stable_sort(glyphs.begin(), glyphs.end(),
                         [](const PlacedGlyph &one, const PlacedGlyph &other) {
                             return one.begin < other.begin;
                         });
        glyphs = withoutDoubles(std::move(glyphs));
        LinePiece piece;
        piece.group = group;
        piece.line = m_line++;
        piece.baseline = line.baseline;
        piece.size = line.size;
        piece.first = true;
        bool any = false;
        double ink = 0;   // where the last letter ends; spaces do not fill a column gap
        for (const PlacedGlyph &glyph : glyphs) {
            if (!glyph.space && any) {
                const double gap = glyph.begin - ink;
                const double em = std::max(glyph.size, 0.5 * line.size);
                if (gap >= kColumnGap * em
                    || (gap > kRuleGap * em
                        && hasRule(rules, ink - 0.1 * em, glyph.begin + 0.1 * em, line.baseline,
                                   em))) {
                    finish(piece, ink);
                    any = false;
                }
            }
            if (!glyph.space) {
                piece.begin = any ? piece.begin : glyph.begin;
                ink = any ? std::max(ink, glyph.end) : glyph.end;
                any = true;
            }
            piece.end = piece.glyphs.empty() ? glyph.end : std::max(piece.end, glyph.end);
            piece.glyphs.push_back(glyph);
        }
        if (any) {
            finish(piece, ink);
        }
    }

    void finish(LinePiece &piece, double ink)
    {
        m_lines.pieces.push_back(piece);
        piece.glyphs.clear();
        piece.first = false;
        piece.leftNeighbour = ink;
    }

    const PageContent &m_content;
    PageLines m_lines;
    std::vector<std::vector<GlyphRun>> m_runs;   // by group
    std::vector<int> m_containers;               // by use
    int m_last = -1;
    int m_line = 0;
};

}   // namespace

PageLines findLines(const PageContent &content)
{
    return LineFinder(content).find();
}

}   // namespace expunge::pdf
