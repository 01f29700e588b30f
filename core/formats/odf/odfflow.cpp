// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfmodel.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using ooxml::attributeText;
using ooxml::is;

namespace {

bool isDrawable(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG") || bytes.startsWith("\xff\xd8") || bytes.startsWith("GIF8")
           || bytes.startsWith("BM");
}

/// Moves what one tree has read into the numbers of the whole document.
class Placer
{
public:
    Placer(const OdfModel &model, size_t tree, int firstPicture)
        : m_tree(*model.trees[tree])
        , m_unit(model.offsets[tree])
        , m_picture(firstPicture)
    {
    }

    std::vector<FlowBlock> place(const std::vector<FlowBlock> &blocks,
                                 const OdfPackage &package) const
    {
        std::vector<FlowBlock> placed;
        for (FlowBlock block : blocks) {
            block.unit += block.unit >= 0 ? m_unit : 0;
            for (document::FlowRun &run : block.runs) {
                run.unit += m_unit;
            }
            if (block.pictureIndex >= 0) {
                const OdfPart *part = referredPart(
                    package, m_tree, m_tree.pictures[static_cast<size_t>(block.pictureIndex)]);
                const bool drawable = part != nullptr && isDrawable(part->bytes);
                block.pictureIndex = drawable ? block.pictureIndex + m_picture : -1;
                block.placeholder = drawable ? QString() : u"object"_s;
            }
            block.children = place(block.children, package);
            placed.push_back(std::move(block));
        }
        return placed;
    }

private:
    const OdfTree &m_tree;
    int m_unit;
    int m_picture;
};

/// First number of the pictures of every tree.
std::vector<int> firstPictures(const OdfModel &model)
{
    std::vector<int> first;
    int next = 0;
    for (const auto &tree : model.trees) {
        first.push_back(next);
        next += static_cast<int>(tree->pictures.size());
    }
    return first;
}

int readingOrder(FlowKind kind)
{
    constexpr std::array order{FlowKind::Header,    FlowKind::Body,     FlowKind::Footer,
                               FlowKind::Footnotes, FlowKind::Endnotes, FlowKind::Comments};
    return static_cast<int>(std::find(order.begin(), order.end(), kind) - order.begin());
}

/// "rotate (0.5) translate (1cm 2cm)" (OpenDocument 1.3 part 3, 19.228): angle and place.
void transform(document::SlideShape &shape, const QString &text)
{
    static const QRegularExpression rotate(u"rotate\\s*\\(\\s*([-0-9.eE]+)\\s*\\)"_s);
    static const QRegularExpression translate(
        u"translate\\s*\\(\\s*([-0-9.]+[a-z]+)\\s+([-0-9.]+[a-z]+)\\s*\\)"_s);
    if (const auto match = rotate.match(text); match.hasMatch()) {
        shape.rotation = -match.captured(1).toDouble() * 180.0 / std::numbers::pi;
    }
    if (const auto match = translate.match(text); match.hasMatch()) {
        // the angle is about the corner there, about the middle here
        const double angle = shape.rotation * std::numbers::pi / 180.0;
        const double x = shape.width / 2;
        const double y = shape.height / 2;
        const double cornerX = pointsOf(match.captured(1).toLatin1().constData());
        const double cornerY = pointsOf(match.captured(2).toLatin1().constData());
        shape.x = cornerX + x * std::cos(angle) - y * std::sin(angle) - x;
        shape.y = cornerY + x * std::sin(angle) + y * std::cos(angle) - y;
    }
}

document::SlideShape slideShape(const OdfTree &tree, const OdfShape &source)
{
    const auto length = [&](const char *name) {
        return pointsOf(source.node.attribute(name).value());
    };
    document::SlideShape shape;
    shape.x = length("svg:x");
    shape.y = length("svg:y");
    shape.width = length("svg:width");
    shape.height = length("svg:height");
    if (source.node.attribute("svg:x1")) {
        shape.x = std::min(length("svg:x1"), length("svg:x2"));
        shape.y = std::min(length("svg:y1"), length("svg:y2"));
        shape.width = std::abs(length("svg:x2") - length("svg:x1"));
        shape.height = std::abs(length("svg:y2") - length("svg:y1"));
    }
    transform(shape, attributeText(source.node, "draw:transform"));
    shape.offSlide = source.offPage;
    shape.hidden = source.unseen;
    for (const QString &family : {u"graphic"_s, u"presentation"_s}) {
        const QString style = attributeText(
            source.node, family == u"graphic"_s ? "draw:style-name" : "presentation:style-name");
        if (const auto fill = tree.styles.fill(family, style)) {
            shape.filled = true;
            shape.fill = *fill;
        }
        if (const auto outline = tree.styles.outline(style)) {
            shape.outlined = true;
            shape.outline = *outline;
        }
    }
    return shape;
}

/// On a slide the shape itself is the box around its words.
std::vector<FlowBlock> withoutBoxes(std::vector<FlowBlock> blocks)
{
    std::vector<FlowBlock> plain;
    for (FlowBlock &block : blocks) {
        if (block.kind == FlowKind::TextBox) {
            std::move(block.children.begin(), block.children.end(), std::back_inserter(plain));
        } else {
            plain.push_back(std::move(block));
        }
    }
    return plain;
}

/// Makes the slides of one presentation.
class SlideMaker
{
public:
    SlideMaker(const OdfModel &model, const OdfPackage &package)
        : m_model(model)
        , m_package(package)
        , m_pictures(firstPictures(model))
    {
    }

    std::vector<document::Slide> run() const;

private:
    void addShapes(document::Slide &slide, size_t tree, const OdfPage &page) const;
    void addMaster(document::Slide &slide, const QString &name) const;

    const OdfModel &m_model;
    const OdfPackage &m_package;
    std::vector<int> m_pictures;
};

void SlideMaker::addShapes(document::Slide &slide, size_t tree, const OdfPage &page) const
{
    const Placer placer(m_model, tree, m_pictures[tree]);
    for (const OdfShape &source : page.shapes) {
        document::SlideShape shape = slideShape(*m_model.trees[tree], source);
        shape.blocks = withoutBoxes(placer.place(source.blocks, m_package));
        slide.shapes.push_back(std::move(shape));
    }
}

/// What a master page draws behind every slide: not its placeholders, which slides fill themselves.
void SlideMaker::addMaster(document::Slide &slide, const QString &name) const
{
    for (size_t t = 0; t < m_model.trees.size(); ++t) {
        for (const OdfPage &page : m_model.trees[t]->pages) {
            if (!is(page.node, "style:master-page")
                || attributeText(page.node, "style:name") != name) {
                continue;
            }
            OdfPage drawn = page;
            std::erase_if(drawn.shapes, [](const OdfShape &shape) {
                return attributeText(shape.node, "presentation:placeholder") == u"true"_s
                       || shape.node.attribute("presentation:class");
            });
            addShapes(slide, t, drawn);
            if (const auto fill = m_model.trees[t]->styles.fill(
                    u"drawing-page"_s, attributeText(page.node, "draw:style-name"))) {
                slide.filled = true;
                slide.fill = *fill;
            }
        }
    }
}

std::vector<document::Slide> SlideMaker::run() const
{
    std::vector<document::Slide> slides;
    const OdfTree &content = *m_model.trees.front();
    for (const OdfPage &page : content.pages) {
        document::Slide slide;
        slide.number = static_cast<int>(slides.size()) + 1;
        slide.hidden = page.hidden;
        const QString master = attributeText(page.node, "draw:master-page-name");
        const pugi::xml_node layout =
            content.styles
                .find(u"layout"_s, attributeText(content.styles.find(u"master"_s, master),
                                                 "style:page-layout-name"))
                .child("style:page-layout-properties");
        slide.width = pointsOf(layout.attribute("fo:page-width").value());
        slide.height = pointsOf(layout.attribute("fo:page-height").value());
        addMaster(slide, master);
        if (const auto fill = content.styles.fill(u"drawing-page"_s,
                                                  attributeText(page.node, "draw:style-name"))) {
            slide.filled = true;
            slide.fill = *fill;
        }
        addShapes(slide, 0, page);
        slide.notes = withoutBoxes(Placer(m_model, 0, m_pictures[0]).place(page.notes, m_package));
        slides.push_back(std::move(slide));
    }
    return slides;
}

}   // namespace

document::Flow buildFlow(const OdfModel &model, const OdfPackage &package)
{
    document::Flow flow;
    const std::vector<int> pictures = firstPictures(model);
    for (size_t t = 0; t < model.trees.size(); ++t) {
        const OdfTree &tree = *model.trees[t];
        const Placer placer(model, t, pictures[t]);
        for (FlowBlock &story : placer.place(tree.stories, package)) {
            flow.stories.push_back(std::move(story));
        }
        FlowBlock masters;
        masters.kind = FlowKind::Body;
        for (const OdfPage &page : tree.pages) {
            if (is(page.node, "draw:page")) {
                continue;   // shown as a slide
            }
            for (const OdfShape &shape : page.shapes) {
                for (FlowBlock &block : placer.place(shape.blocks, package)) {
                    masters.children.push_back(std::move(block));
                }
            }
        }
        if (!masters.children.empty()) {
            flow.stories.push_back(std::move(masters));
        }
        for (const pugi::xml_node image : tree.pictures) {
            const OdfPart *part = referredPart(package, tree, image);
            const bool drawable = part != nullptr && isDrawable(part->bytes);
            flow.pictures.push_back({drawable ? part->bytes : QByteArray()});
        }
    }
    std::stable_sort(flow.stories.begin(), flow.stories.end(),
                     [](const FlowBlock &a, const FlowBlock &b) {
                         return readingOrder(a.kind) < readingOrder(b.kind);
                     });
    return flow;
}

std::vector<document::Slide> buildSlides(const OdfModel &model, const OdfPackage &package)
{
    return SlideMaker(model, package).run();
}

}   // namespace expunge::formats::odf
