// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pagerewrite.h"

#include "core/formats/pdf/vectorredaction.h"

#include <QList>

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

namespace {

// A colour that names a pattern, whose cells may show anything (8.7.3).
bool isPatterned(const QByteArray &colour)
{
    const QList<QByteArray> words = colour.simplified().split(' ');
    return words.size() > 1 && words.back().toLower() == "scn"
           && words.at(words.size() - 2).startsWith('/');
}

/// A path while pieces of it are taken away, on the page.
class PathCutter
{
public:
    PathCutter(PathShape shape, const PaintState &state, const Matrix &toPage)
        : m_shape(std::move(shape))
        , m_patterned(isPatterned(state[Parameter::Fill]))
    {
        const double width = state[Parameter::LineWidth].split(' ').value(0).toDouble();
        m_halfWidth = m_shape.strokes() ? std::abs(width) * unitOf(toPage) / 2 : 0;
        for (Subpath &subpath : m_shape.subpaths) {
            subpath = subpath.mapped(toPage);
        }
    }

    bool fit(const LineArtwork &artwork, std::vector<Rect> &touched);
    bool cut(const std::vector<Rect> &regions, std::vector<Rect> &touched);
    PathEdit written(int last, const Matrix &fromPage, double unit) const;

private:
    PathShape m_shape;
    std::vector<Subpath> m_strokes;   // instead of those of the shape, when `m_apart`
    bool m_apart = false;
    bool m_patterned = false;
    double m_halfWidth = 0;
};

bool PathCutter::fit(const LineArtwork &artwork, std::vector<Rect> &touched)
{
    bool changed = false;
    std::vector<Subpath> subpaths;
    for (const Subpath &subpath : m_shape.subpaths) {
        const auto fitted = artwork.fitted(subpath, m_shape);
        if (!fitted) {
            subpaths.push_back(subpath);
            continue;
        }
        changed = true;
        touched.push_back(subpath.bounds().grown(m_halfWidth + 1));
        if (!fitted->steps.empty()) {
            touched.push_back(fitted->bounds().grown(m_halfWidth + 1));
            subpaths.push_back(*fitted);
        }
    }
    m_shape.subpaths = std::move(subpaths);
    return changed;
}

bool PathCutter::cut(const std::vector<Rect> &regions, std::vector<Rect> &touched)
{
    const auto hit = [&](const Subpath &subpath, const Rect &area, bool inside) {
        return hasEdgeIn(subpath, area) || (inside && subpath.bounds().overlaps(area));
    };
    const auto any = [&](double by, bool inside) {
        return std::any_of(regions.begin(), regions.end(), [&](const Rect &region) {
            return std::any_of(m_shape.subpaths.begin(), m_shape.subpaths.end(),
                               [&](const Subpath &s) { return hit(s, region.grown(by), inside); });
        });
    };
    const bool filled = m_shape.fills() || m_shape.painting == Operator::EndPath;
    if (!(filled && any(0, m_patterned)) && !(m_shape.strokes() && any(m_halfWidth, false))) {
        return false;
    }
    // Curves that are cut become lines, so their edges may look different all along.
    for (const Subpath &subpath : m_shape.subpaths) {
        touched.push_back(subpath.bounds().grown(m_halfWidth + 1));
    }
    m_apart = m_shape.strokes();
    m_strokes = m_apart ? m_shape.subpaths : std::vector<Subpath>();
    if (!filled) {
        m_shape.subpaths.clear();
    }
    const auto replace = [&](std::vector<Subpath> &all, const Rect &area, bool inside,
                             auto cutter) {
        std::vector<Subpath> kept;
        for (const Subpath &subpath : all) {
            const auto pieces =
                hit(subpath, area, inside) ? cutter(subpath, area) : std::vector<Subpath>{subpath};
            kept.insert(kept.end(), pieces.begin(), pieces.end());
        }
        all = std::move(kept);
    };
    for (const Rect &region : regions) {
        replace(m_shape.subpaths, region, m_patterned, cutFill);
        replace(m_strokes, region.grown(m_halfWidth), false, cutStroke);
    }
    return true;
}

PathEdit PathCutter::written(int last, const Matrix &fromPage, double unit) const
{
    PathEdit edit{last, {}, {}};
    const auto path = [&](const std::vector<Subpath> &subpaths) {
        QByteArray bytes;
        for (const Subpath &subpath : subpaths) {
            bytes += writeSubpath(subpath.mapped(fromPage), unit) + ' ';
        }
        return bytes;
    };
    const QByteArray clip = !m_shape.clips ? "" : m_shape.clipsEvenOdd ? "W* " : "W ";
    if (!m_shape.subpaths.empty()) {
        Operator painting = m_shape.painting;
        if (m_apart) {
            painting = m_shape.fillsEvenOdd() ? Operator::FillEvenOdd : Operator::Fill;
        }
        edit.bytes = path(m_shape.subpaths) + clip + paintingName(painting);
        edit.needs.setFlag(Need::Fill, m_shape.fills());
        edit.needs.setFlag(Need::Stroke, m_shape.strokes() && !m_apart);
    } else if (m_shape.clips) {
        edit.bytes = "0 0 0 0 re W n";   // nothing is left that could show through
    }
    if (!m_strokes.empty()) {
        edit.bytes += (edit.bytes.isEmpty() ? "" : "\n") + path(m_strokes) + 'S';
        edit.needs |= Need::Stroke;
    }
    return edit;
}

}   // namespace

bool PageRewrite::isConcerned(const PathUse &path) const
{
    const auto near = [&](const Rect &area) {
        return path.bounds.left <= area.right && path.bounds.right >= area.left
               && path.bounds.bottom <= area.top && path.bounds.top >= area.bottom;
    };
    return std::any_of(m_lines.begin(), m_lines.end(),
                       [&](const SealedLine &line) { return near(line.touched.grown(line.size)); })
           || std::any_of(m_removal.regions.begin(), m_removal.regions.end(), near);
}

std::optional<PathEdit> PageRewrite::editedPath(const PathUse &path, const PaintState &state)
{
    const StreamUse &use = useAt(path.use);
    const Matrix toPage = state.matrix.then(use.toPage);
    const auto fromPage = toPage.inverted();
    PathShape shape = readPath(*use.content, path.firstOperation, path.lastOperation);
    if (!fromPage || (shape.painting == Operator::EndPath && !shape.clips)) {
        return std::nullopt;
    }
    if (m_artwork->isLineClip(shape, toPage)) {
        return PathEdit{path.lastOperation, {}, {}};
    }
    const bool plainClip = shape.painting == Operator::EndPath && shape.subpaths.size() == 1
                           && shape.subpaths.front().steps.size() <= 4;
    PathCutter cutter(std::move(shape), state, toPage);
    bool changed = cutter.fit(*m_artwork, m_result.touched);
    if (!plainClip && cutter.cut(m_removal.regions, m_result.touched)) {
        changed = true;
    }
    if (!changed) {
        return std::nullopt;
    }
    return cutter.written(path.lastOperation, *fromPage, unitOf(toPage));
}

// A shading may be a mesh that draws anything; smooth ones tell nothing (8.7.4.5).
void PageRewrite::editShading(const PathUse &path, bool dropped)
{
    const StreamUse &use = useAt(path.use);
    const ContentStream &content = *use.content;
    const Token *name =
        content.operand(content.operations[static_cast<std::size_t>(path.firstOperation)], 0);
    QPDFObjectHandle resources = use.resources;
    QPDFObjectHandle shadings =
        resources.isDictionary() ? resources.getKey("/Shading") : QPDFObjectHandle::newNull();
    QPDFObjectHandle shading = name && shadings.isDictionary()
                                   ? shadings.getKey('/' + content.name(*name).toStdString())
                                   : QPDFObjectHandle::newNull();
    QPDFObjectHandle details = shading.isStream() ? shading.getDict() : shading;
    QPDFObjectHandle type =
        details.isDictionary() ? details.getKey("/ShadingType") : QPDFObjectHandle::newNull();
    const bool smooth = type.isInteger() && (type.getIntValue() == 2 || type.getIntValue() == 3);
    const bool inside =
        std::any_of(m_removal.regions.begin(), m_removal.regions.end(),
                    [&](const Rect &region) { return path.visible.overlaps(region); });
    if (dropped || (inside && !smooth)) {
        m_edits[path.use].gone.insert(path.firstOperation);
        m_result.touched.push_back(path.visible.grown(1));
    }
}

void PageRewrite::editPaths()
{
    const std::set<int> dropped(m_removal.droppedPaths.begin(), m_removal.droppedPaths.end());
    std::vector<std::size_t> concerned;
    for (std::size_t i = 0; i < m_content.paths.size(); ++i) {
        const PathUse &path = m_content.paths[i];
        const bool isDropped = dropped.contains(static_cast<int>(i));
        if (useAt(path.use).kind == UseKind::Type3Glyph) {
            continue;
        }
        if (path.paint == PathPaint::Shading) {
            editShading(path, isDropped);
        } else if (isDropped) {
            PathShape shape =
                readPath(*useAt(path.use).content, path.firstOperation, path.lastOperation);
            QByteArray bytes;
            for (const Subpath &subpath : shape.subpaths) {
                bytes += shape.clips ? writeSubpath(subpath, 1000) + ' ' : QByteArray();
            }
            bytes += bytes.isEmpty() ? "" : shape.clipsEvenOdd ? "W* n" : "W n";
            m_edits[path.use].paths[path.firstOperation] = {path.lastOperation, bytes, {}};
            m_result.touched.push_back(path.visible.grown(1));
        } else if (isConcerned(path)) {
            concerned.push_back(i);
            m_statesWanted[path.use].insert(path.lastOperation);
        }
    }
    for (const std::size_t i : concerned) {
        const PathUse &path = m_content.paths[i];
        if (auto edit = editedPath(path, stateAt(path.use, path.lastOperation))) {
            m_edits[path.use].paths[path.firstOperation] = std::move(*edit);
        }
    }
}

}   // namespace expunge::pdf
