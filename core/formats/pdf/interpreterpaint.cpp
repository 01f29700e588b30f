// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/interpreterpage.h"

#include "core/formats/pdf/fontdescription.h"

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

namespace {

constexpr double kFarthest = 1e7;
constexpr std::size_t kMostPaths = 1'000'000;

double lengthOf(double x, double y)
{
    return std::sqrt(x * x + y * y);
}

Rect unitSquare(const Matrix &matrix)
{
    return matrix.bounds({0, 0, 1, 1});
}

/// Whether the axes of the space lie along those of the page.
bool isUpright(const Matrix &matrix)
{
    constexpr double kFlat = 1e-6;
    return (std::abs(matrix.b) < kFlat && std::abs(matrix.c) < kFlat)
           || (std::abs(matrix.a) < kFlat && std::abs(matrix.d) < kFlat);
}

}   // namespace

void PathInProgress::add(const Point &point)
{
    const Rect here{point.x, point.y, point.x, point.y};
    bounds = any ? bounds.united(here) : here;
    any = true;
    constexpr std::size_t kEnough = 6;   // a rectangle has five at most
    if (corners.size() < kEnough) {
        corners.push_back(point);
    }
}

bool PathInProgress::isRectangle() const
{
    if (!straight || corners.size() < 4 || corners.size() > 5
        || (corners.size() == 5 && corners[4] != corners[0])) {
        return false;
    }
    constexpr double kSame = 1e-3;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point &one = corners[i];
        const Point &next = corners[(i + 1) % 4];
        const bool flat = std::abs(one.x - next.x) < kSame || std::abs(one.y - next.y) < kSame;
        if (!flat) {
            return false;
        }
    }
    // Three points of it must not stand in one line.
    return std::abs(corners[0].x - corners[2].x) >= kSame
           && std::abs(corners[0].y - corners[2].y) >= kSame;
}

bool PageReader::obeyPath(Run &run, GraphicsState &state, int index, const Operation &operation)
{
    const ContentStream &content = *run.content;
    PathInProgress &path = run.path;
    const auto addPoints = [&](int count) {
        path.firstOperation = path.firstOperation < 0 ? index : path.firstOperation;
        for (int i = 0; i < count; ++i) {
            path.add(state.toPage.map(
                {content.number(operation, 2 * i), content.number(operation, 2 * i + 1)}));
        }
    };
    switch (operation.op) {
    case Operator::MoveTo:
        path.straight = path.straight && path.corners.empty();
        addPoints(1);
        return true;
    case Operator::LineTo:
        addPoints(1);
        return true;
    case Operator::CurveTo:
        path.straight = false;
        addPoints(3);
        return true;
    case Operator::CurveToV:
    case Operator::CurveToY:
        path.straight = false;
        addPoints(2);
        return true;
    case Operator::ClosePath:
        return true;
    case Operator::Rectangle: {
        path.straight = path.straight && path.corners.empty();
        path.firstOperation = path.firstOperation < 0 ? index : path.firstOperation;
        const double x = content.number(operation, 0);
        const double y = content.number(operation, 1);
        const double width = content.number(operation, 2);
        const double height = content.number(operation, 3);
        for (const Point &corner : {Point{x, y}, Point{x + width, y}, Point{x + width, y + height},
                                    Point{x, y + height}}) {
            path.add(state.toPage.map(corner));
        }
        return true;
    }
    case Operator::Clip:
    case Operator::ClipEvenOdd:
        path.clips = true;
        path.firstOperation = path.firstOperation < 0 ? index : path.firstOperation;
        return true;
    case Operator::Stroke:
    case Operator::CloseStroke:
        paintPath(run, state, index, PathPaint::Stroke);
        return true;
    case Operator::Fill:
    case Operator::FillEvenOdd:
        paintPath(run, state, index, PathPaint::Fill);
        return true;
    case Operator::FillStroke:
    case Operator::FillStrokeEvenOdd:
    case Operator::CloseFillStroke:
    case Operator::CloseFillStrokeEvenOdd:
        paintPath(run, state, index, PathPaint::FillStroke);
        return true;
    case Operator::EndPath:
        paintPath(run, state, index, path.clips ? PathPaint::ClipOnly : PathPaint::Nothing);
        return true;
    default:
        return false;
    }
}

void PageReader::paintPath(Run &run, GraphicsState &state, int index, PathPaint paint)
{
    PathInProgress path = std::exchange(run.path, {});
    if (m_insideGlyph) {
        return;
    }
    PathUse use;
    use.use = run.use;
    use.firstOperation = path.firstOperation < 0 ? index : path.firstOperation;
    use.lastOperation = index;
    use.paint = paint;
    use.clips = path.clips;
    use.isRectangle = path.isRectangle();
    use.bounds = path.bounds;
    const bool strokes = paint == PathPaint::Stroke || paint == PathPaint::FillStroke;
    const bool fills = paint == PathPaint::Fill || paint == PathPaint::FillStroke;
    if (strokes) {
        const double scale = std::max(lengthOf(state.toPage.a, state.toPage.b),
                                      lengthOf(state.toPage.c, state.toPage.d));
        use.bounds = use.bounds.grown(std::max(state.lineWidth, 0.) * scale / 2);
    }
    const double farthest = std::max({std::abs(use.bounds.left), std::abs(use.bounds.right),
                                      std::abs(use.bounds.top), std::abs(use.bounds.bottom)});
    if (!std::isfinite(farthest)) {
        report(PageProblem::NotFinite);
        return;
    }
    use.visible = use.bounds.intersected(state.clip);
    const Ink &ink = fills ? state.fill : state.stroke;
    const bool pattern = !ink.patternName.isEmpty();
    use.fillRgb = ink.colour.rgb;
    use.fillKnown = ink.colour.known && !pattern;
    use.opaque = fills && state.paintsOpaquely() && !pattern;
    use.paintOrder = m_order++;
    if (isHidden(run)) {
        use.unseen = Unseen::HiddenLayer;
    } else if (fills) {
        m_covers.push_back({.bounds = use.visible,
                            .paintOrder = use.paintOrder,
                            .opaque = use.isRectangle && use.opaque,
                            .colour = {use.fillRgb, use.fillKnown && use.opaque}});
    }
    if (path.clips && path.any && farthest < kFarthest) {   // beyond that: everywhere
        state.clip = state.clip.intersected(path.bounds);
        state.clipFillsBox = state.clipFillsBox && use.isRectangle;
    }
    const Rect painted = use.visible;
    if (m_page.paths.size() >= kMostPaths) {
        report(PageProblem::TooMuch);
        m_stopped = true;
        return;
    }
    m_page.paths.push_back(use);
    if (fills && state.fill.pattern.isStream() && !state.fill.patternRead) {
        readPattern(run, state, state.fill, painted);
    }
    if (strokes && state.stroke.pattern.isStream() && !state.stroke.patternRead) {
        readPattern(run, state, state.stroke, painted);
    }
}

void PageReader::paintShading(Run &run, const GraphicsState &state, int index)
{
    PathUse use;
    use.use = run.use;
    use.firstOperation = use.lastOperation = index;
    use.paint = PathPaint::Shading;
    use.bounds = use.visible = state.clip;
    use.paintOrder = m_order++;
    if (isHidden(run)) {
        use.unseen = Unseen::HiddenLayer;
    } else {
        m_covers.push_back({.bounds = use.visible,
                            .paintOrder = use.paintOrder,
                            .colour = {.rgb = 0, .known = false}});
    }
    m_page.paths.push_back(use);
}

void PageReader::paintObject(Run &run, const GraphicsState &state, int index,
                             const Operation &operation)
{
    const Token *token = run.content->operand(operation, 0);
    const QByteArray name = token ? run.content->name(*token) : QByteArray();
    QPDFObjectHandle object = resource(run, "/XObject", name);
    if (!object.isStream()) {
        return;   // nothing is painted for a name without an object
    }
    QPDFObjectHandle details = object.getDict();
    const QByteArray subtype = nameOf(details.getKey("/Subtype"));
    if (subtype == "Form") {
        paintForm(run, state, index, name, object);
    } else if (subtype == "Image") {
        QPDFObjectHandle mask = details.getKey("/ImageMask");
        const bool opaque = details.getKey("/SMask").isNull() && details.getKey("/Mask").isNull()
                            && numberOf(details.getKey("/SMaskInData")) == 0;
        paintImage(run, state, index, object, mask.isBool() && mask.getBoolValue(), opaque);
    }
}

bool PageReader::isShared(QPDFObjectHandle object)
{
    const auto pages = m_sources.pagesUsing.find(object.getObjGen());
    return pages != m_sources.pagesUsing.end() && pages->second > 1;
}

void PageReader::paintForm(Run &run, const GraphicsState &state, int index, const QByteArray &name,
                           QPDFObjectHandle form)
{
    QPDFObjectHandle details = form.getDict();
    StreamUse use;
    use.kind = UseKind::Form;
    use.caller = run.use;
    use.callerOperation = index;
    use.name = name;
    use.object = form;
    use.content = m_sources.contents.form(form);
    QPDFObjectHandle own = details.getKey("/Resources");
    use.resources = own.isDictionary() ? own : run.resources;   // 7.8.3: obsolete, but in use
    use.shared = isShared(form);
    GraphicsState inner = state;
    inner.toPage = matrixOf(details.getKey("/Matrix")).then(state.toPage);
    use.toPage = inner.toPage;
    const Rect box = rectOf(details.getKey("/BBox"));
    if (!box.isEmpty()) {
        inner.clip = inner.clip.intersected(inner.toPage.bounds(box));
    }
    // Names in these belong to the caller's resources.
    for (Ink *ink : {&inner.fill, &inner.stroke}) {
        ink->spaceBytes.clear();
        ink->colourBytes.clear();
    }
    inner.lineWidthBytes.clear();
    inner.fontName.clear();
    use.bounds = inner.clip;
    const bool hidden = !m_sources.layers.isShown(details.getKey("/OC"));
    const int number = addUse(std::move(use));
    if (hidden || isHidden(run)) {
        m_hiddenUses.insert(number);
    }
    this->run(number, inner, run.depth + 1, run.marked);
}

void PageReader::paintImage(Run &run, const GraphicsState &state, int index, QPDFObjectHandle image,
                            bool mask, bool opaque)
{
    if (m_insideGlyph) {
        return;
    }
    ImageUse use;
    use.use = run.use;
    use.operation = index;
    use.object = image;
    use.toPage = state.toPage;
    use.mask = mask;
    const Rect whole = unitSquare(state.toPage);
    if (!state.toPage.isFinite()) {
        report(PageProblem::NotFinite);
        return;
    }
    use.bounds = whole.intersected(state.clip);
    use.paintOrder = m_order++;
    const int number = static_cast<int>(m_page.images.size());
    bool hidden = isHidden(run);
    if (image.isStream()) {
        use.shared = isShared(image);
        std::vector<int> &same = m_imagesOf[image.getObjGen()];
        same.push_back(number);
        if (same.size() > 1) {
            use.shared = true;
            m_page.images[static_cast<std::size_t>(same.front())].shared = true;
        }
        hidden = hidden || !m_sources.layers.isShown(image.getDict().getKey("/OC"));
    }
    if (hidden) {
        use.unseen = Unseen::HiddenLayer;
    } else {
        m_covers.push_back(
            {.bounds = use.bounds,
             .paintOrder = use.paintOrder,
             .opaque = opaque && !mask && state.paintsOpaquely() && isUpright(state.toPage),
             .image = true,
             .colour = {.rgb = 0, .known = false}});
    }
    m_page.images.push_back(std::move(use));
}

void PageReader::paintInlineImage(Run &run, const GraphicsState &state, int index,
                                  const Operation &operation)
{
    const ContentStream &content = *run.content;
    bool mask = false;
    for (int i = 0; i + 1 < operation.tokens; ++i) {
        const QByteArray key = content.name(*content.operand(operation, i));
        if (key == "IM" || key == "ImageMask") {
            mask = content.raw(*content.operand(operation, i + 1)) == QByteArrayView("true");
        }
    }
    paintImage(run, state, index, QPDFObjectHandle::newNull(), mask, true);
}

/// 8.7.3: one cell of a tiling pattern, where it falls on what was painted.
void PageReader::readPattern(Run &run, const GraphicsState &state, Ink &ink, const Rect &painted)
{
    ink.patternRead = true;
    QPDFObjectHandle details = ink.pattern.getDict();
    StreamUse use;
    use.kind = UseKind::Pattern;
    use.caller = run.use;
    use.callerOperation = ink.operation;
    use.name = ink.patternName;
    use.object = ink.pattern;
    use.content = m_sources.contents.form(ink.pattern);
    use.resources = details.getKey("/Resources");
    use.shared = isShared(ink.pattern);
    Matrix cell = matrixOf(details.getKey("/Matrix")).then(run.base);
    const Rect box = rectOf(details.getKey("/BBox"));
    if (const auto inverse = cell.inverted()) {
        // The cell that lies in the middle of what was painted.
        const Point middle =
            inverse->map({(painted.left + painted.right) / 2, (painted.bottom + painted.top) / 2});
        const double stepX = std::abs(numberOf(details.getKey("/XStep"), box.width()));
        const double stepY = std::abs(numberOf(details.getKey("/YStep"), box.height()));
        const double x = stepX > 0 ? std::floor((middle.x - box.left) / stepX) * stepX : 0;
        const double y = stepY > 0 ? std::floor((middle.y - box.bottom) / stepY) * stepY : 0;
        cell = Matrix{1, 0, 0, 1, x, y}.then(cell);
    }
    use.toPage = cell;
    GraphicsState inner;
    inner.toPage = cell;
    inner.clip = state.clip.intersected(cell.bounds(box));
    use.bounds = inner.clip;
    if (numberOf(details.getKey("/PaintType")) == 2) {   // uncoloured: painted in the ink's colour
        inner.fill.colour = inner.stroke.colour = ink.colour;
    }
    const int number = addUse(std::move(use));
    if (isHidden(run)) {
        m_hiddenUses.insert(number);
    }
    this->run(number, inner, run.depth + 1, run.marked);
}

void PageReader::setColour(Run &run, Ink &ink, int index, const Operation &operation)
{
    const ContentStream &content = *run.content;
    std::vector<double> values;
    for (int i = 0; i < operation.tokens; ++i) {
        if (content.operand(operation, i)->kind == TokenKind::Number) {
            values.push_back(content.number(operation, i));
        }
    }
    const Token *last = content.operand(operation, operation.tokens - 1);
    const QByteArray name = last ? content.name(*last) : QByteArray();
    ink.patternName.clear();
    ink.pattern = QPDFObjectHandle::newNull();
    ink.patternRead = false;
    if (operation.op == Operator::FillSpace || operation.op == Operator::StrokeSpace) {
        QPDFObjectHandle named = resource(run, "/ColorSpace", name);
        ink.space = named.isNull() ? QPDFObjectHandle::newName('/' + name.toStdString()) : named;
        ink.spaceBytes = content.raw(operation).toByteArray();
        ink.colourBytes.clear();
        ink.colour = colourIn(ink.space, {});
        return;
    }
    const bool inSpace =
        operation.op == Operator::FillColour || operation.op == Operator::FillColourNamed
        || operation.op == Operator::StrokeColour || operation.op == Operator::StrokeColourNamed;
    ink.colourBytes = content.raw(operation).toByteArray();
    if (!inSpace) {
        ink.spaceBytes.clear();
        ink.space = QPDFObjectHandle::newNull();
        ink.colour = values.size() == 1   ? greyColour(values[0])
                     : values.size() == 3 ? rgbColour(values[0], values[1], values[2])
                     : values.size() == 4 ? cmykColour(values[0], values[1], values[2], values[3])
                                          : Colour{.rgb = 0, .known = false};
    } else if (!name.isEmpty()) {
        ink.patternName = name;
        ink.pattern = resource(run, "/Pattern", name);
        ink.operation = index;
        ink.colour = {.rgb = 0, .known = false};
    } else {
        ink.colour = ink.space.isNull() ? greyColour(values.empty() ? 0 : values[0])
                                        : colourIn(ink.space, values);
    }
}

void PageReader::setExtended(Run &run, GraphicsState &state, int index, const Operation &operation)
{
    const Token *token = run.content->operand(operation, 0);
    const QByteArray name = token ? run.content->name(*token) : QByteArray();
    QPDFObjectHandle extended = resource(run, "/ExtGState", name);
    if (!extended.isDictionary()) {
        return;
    }
    state.fillAlpha = numberOf(extended.getKey("/ca"), state.fillAlpha);
    state.strokeAlpha = numberOf(extended.getKey("/CA"), state.strokeAlpha);
    state.lineWidth = numberOf(extended.getKey("/LW"), state.lineWidth);
    QPDFObjectHandle blend = extended.getKey("/BM");
    if (blend.isArray() && blend.getArrayNItems() > 0) {
        blend = blend.getArrayItem(0);
    }
    if (blend.isName()) {
        const QByteArray mode = nameOf(blend);
        state.plainBlend = mode == "Normal" || mode == "Compatible";
    }
    QPDFObjectHandle font = extended.getKey("/Font");
    if (font.isArray() && font.getArrayNItems() == 2) {
        state.font = m_sources.fonts.font(font.getArrayItem(0));
        state.fontName.clear();
        state.size = numberOf(font.getArrayItem(1));
    }
    QPDFObjectHandle mask = extended.getKey("/SMask");
    if (mask.isName()) {
        state.masked = false;
    } else if (mask.isDictionary()) {
        state.masked = true;
        readSoftMask(run, state, index, name, mask);
    }
}

/// 11.6.5.3: the group of a soft mask stands in the space that was current when it was set.
void PageReader::readSoftMask(Run &run, const GraphicsState &state, int index,
                              const QByteArray &name, QPDFObjectHandle mask)
{
    QPDFObjectHandle group = mask.getKey("/G");
    if (!group.isStream()) {
        return;
    }
    QPDFObjectHandle details = group.getDict();
    StreamUse use;
    use.kind = UseKind::SoftMask;
    use.caller = run.use;
    use.callerOperation = index;
    use.name = name;
    use.object = group;
    use.content = m_sources.contents.form(group);
    QPDFObjectHandle own = details.getKey("/Resources");
    use.resources = own.isDictionary() ? own : run.resources;
    use.shared = isShared(group);
    GraphicsState inner;
    inner.toPage = matrixOf(details.getKey("/Matrix")).then(state.toPage);
    // What is masked may lie elsewhere in the clip that is current when it is painted.
    inner.clip = m_page.cropBox;
    use.toPage = inner.toPage;
    use.bounds = inner.toPage.bounds(rectOf(details.getKey("/BBox"))).intersected(inner.clip);
    const int number = addUse(std::move(use));
    if (isHidden(run)) {
        m_hiddenUses.insert(number);
    }
    const std::size_t covers = m_covers.size();
    this->run(number, inner, run.depth + 1, run.marked);
    m_covers.resize(covers);   // a mask covers nothing itself
}

}   // namespace expunge::pdf
