// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/slidelayout.h"

#include <QFontMetricsF>

#include <cmath>

namespace expunge::ui {

using document::FlowBlock;
using document::FlowKind;
using document::Slide;
using document::SlideShape;

namespace {

constexpr double usualSize = 18;   // points of text that says nothing, as PowerPoint has it
constexpr double insetAcross =
    7.2;   // points between a shape's edge and its text (ECMA-376, 21.1.2.1.1)
constexpr double insetDown = 3.6;
constexpr double smallestFit = 0.55;   // text is made smaller down to this share to fit its shape
constexpr double gap = 8;

bool isFrameless(const SlideShape &shape)
{
    return !shape.blocks.empty()
           && (shape.blocks.front().kind == FlowKind::Picture
               || shape.blocks.front().kind == FlowKind::Table);
}

}   // namespace

void SlideLayout::setSlides(std::shared_ptr<const document::Document> document,
                            std::vector<Slide> slides, std::vector<document::FlowPicture> pictures)
{
    m_items.clear();
    clearParagraphs();
    m_document = std::move(document);
    m_slides = std::move(slides);
    m_pictures.setPictures(std::move(pictures));
    m_context.units = m_document ? &m_document->textUnits() : nullptr;
    m_context.pictures = &m_pictures;
    for (const Slide &slide : m_slides) {
        Item item;
        item.firstParagraph = paragraphCount();
        for (const SlideShape &shape : slide.shapes) {
            for (const FlowBlock &block : shape.blocks) {
                collect(block, itemCount());
            }
        }
        for (const FlowBlock &block : slide.notes) {
            collect(block, itemCount());
        }
        m_items.push_back(std::move(item));
    }
    setGeometry(m_width, m_context.style, m_dotsPerInch);
}

void SlideLayout::setGeometry(double width, const FlowStyle &style, double dotsPerInch)
{
    m_width = std::max(80.0, width);
    m_context.style = style;
    m_dotsPerInch = dotsPerInch;
    for (size_t i = 0; i < m_items.size(); ++i) {
        m_items[i].laid.reset();
        m_items[i].height = guess(m_slides[i]);
    }
    updateTops();
}

double SlideLayout::captionHeight() const
{
    return std::ceil(QFontMetricsF(m_context.style.font).height() * 1.5);
}

double SlideLayout::scaleOf(const Slide &slide) const
{
    return m_width / (slide.width > 0 ? slide.width : 720);
}

double SlideLayout::guess(const Slide &slide) const
{
    const double page = (slide.height > 0 ? slide.height : 540) * scaleOf(slide);
    double notes = slide.notes.empty() ? 0 : captionHeight() + 2 * gap;
    for (const FlowBlock &block : slide.notes) {
        notes += estimatedHeight(block, m_width - 2 * gap, m_context.style);
    }
    return captionHeight() + page + notes + 3 * gap;
}

FlowContext SlideLayout::contextOf(const Slide &slide, const SlideShape &shape) const
{
    FlowContext context = m_context;
    const double scale = scaleOf(slide);   // pixels a point
    context.style.zoom = scale * 72 / 96;
    context.style.font.setPointSizeF(usualSize * scale * 72 / m_dotsPerInch);
    context.style.usualPoints = usualSize;
    context.style.tight = true;
    // Slides keep their own colours in a dark window too.
    const QColor ground(0xff000000U
                        | (shape.filled ? shape.fill : (slide.filled ? slide.fill : 0xffffffU)));
    const bool dark = qGray(ground.rgb()) < 128;
    const QColor ink = dark ? Qt::white : QColor(0xff1b1f24);
    QPalette &colours = context.style.palette;
    for (const QPalette::ColorRole role : {QPalette::Base, QPalette::Window}) {
        colours.setColor(role, ground);
    }
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText}) {
        colours.setColor(role, ink);
    }
    colours.setColor(QPalette::PlaceholderText, dark ? QColor(0xffc8ced6) : QColor(0xff6b7280));
    colours.setColor(QPalette::Mid, dark ? QColor(0xff9aa3ad) : QColor(0xffb4bac2));
    colours.setColor(QPalette::Link, dark ? QColor(0xff9cc4ff) : QColor(0xff1f5fbf));
    return context;
}

SlideLayout::Shape SlideLayout::layOutShape(const Slide &slide, const SlideShape &shape,
                                            int *paragraph) const
{
    const double scale = scaleOf(slide);
    Shape laid;
    laid.shape = &shape;
    laid.frame = QRectF(0, 0, std::max(1.0, shape.width * scale), shape.height * scale);
    laid.context = contextOf(slide, shape);
    const double across = isFrameless(shape) ? 0 : insetAcross * scale;
    const double down = isFrameless(shape) ? 0 : insetDown * scale;
    const int first = *paragraph;
    const double usual = laid.context.style.font.pointSizeF();
    for (double fit = 1.0; fit >= smallestFit; fit -= 0.15) {
        *paragraph = first;
        laid.blocks.clear();
        laid.context.style.font.setPointSizeF(usual * fit);
        double height = 0;
        for (const FlowBlock &block : shape.blocks) {
            FlowItem &item = laid.blocks.emplace_back(block, paragraph, laid.context);
            height += item.layOut(QPointF(across, down + height),
                                  std::max(8.0, laid.frame.width() - 2 * across), laid.context);
        }
        const double room = laid.frame.height() - 2 * down;
        if (isFrameless(shape) || height <= room * 1.04 || laid.blocks.empty()) {
            const bool middle = (shape.filled || shape.outlined) && !isFrameless(shape);
            if (middle && height < room) {
                // Shapes that are seen hold their words in the middle, as programs draw them.
                double y = down + (room - height) / 2;
                for (FlowItem &item : laid.blocks) {
                    y += item.layOut(QPointF(across, y),
                                     std::max(8.0, laid.frame.width() - 2 * across), laid.context);
                }
            }
            break;
        }
    }
    return laid;
}

double SlideLayout::ensure(int index)
{
    Item &item = m_items.at(static_cast<size_t>(index));
    if (item.laid) {
        return 0;
    }
    const Slide &one = slide(index);
    const double scale = scaleOf(one);
    auto laid = std::make_unique<Laid>();
    laid->page = QRectF(0, captionHeight(), m_width, (one.height > 0 ? one.height : 540) * scale);
    double y = laid->page.bottom() + gap;
    int paragraph = item.firstParagraph;
    for (const SlideShape &shape : one.shapes) {
        Shape &placed = laid->shapes.emplace_back(layOutShape(one, shape, &paragraph));
        if (shape.offSlide) {
            // What stands outside is shown below the slide, where it can be read.
            if (laid->offSlideTop == 0) {
                laid->offSlideTop = y;
                y += captionHeight();
            }
            placed.frame.setSize({std::min(placed.frame.width(), m_width),
                                  std::clamp(placed.frame.height(), 24.0, 320.0)});
            placed.turn = QTransform::fromTranslate(0, y);
            y += placed.frame.height() + gap;
            continue;
        }
        const QPointF middle = placed.frame.center();
        placed.turn.translate(shape.x * scale, laid->page.top() + shape.y * scale);
        placed.turn.translate(middle.x(), middle.y());
        placed.turn.rotate(shape.rotation);
        placed.turn.translate(-middle.x(), -middle.y());
    }
    if (!one.notes.empty()) {
        laid->notesFrame = QRectF(0, y, m_width, 0);
        y += captionHeight();
        for (const FlowBlock &block : one.notes) {
            FlowItem &note = laid->notes.emplace_back(block, &paragraph, m_context);
            y += note.layOut(QPointF(gap, y), m_width - 2 * gap, m_context);
        }
        laid->notesFrame.setBottom(y);
        y += gap;
    }
    const double height = y + 2 * gap;
    const double change = height - item.height;
    item.height = height;
    item.laid = std::move(laid);
    if (change != 0) {
        updateTops();
    }
    return change;
}

void SlideLayout::visitParagraphs(int index, const Visit &visit) const
{
    const Laid *one = laid(index);
    if (!one) {
        return;
    }
    for (const Shape &shape : one->shapes) {
        for (const FlowItem &block : shape.blocks) {
            block.visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
                visit(number, layout, QTransform::fromTranslate(at.x(), at.y()) * shape.turn);
            });
        }
    }
    for (const FlowItem &block : one->notes) {
        block.visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
            visit(number, layout, QTransform::fromTranslate(at.x(), at.y()));
        });
    }
}

}   // namespace expunge::ui
