// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/slide.h"
#include "ui/panes/blocklayout.h"
#include "ui/panes/flowitem.h"

#include <deque>
#include <memory>

namespace expunge::ui {

/// A presentation as a column of slides, each with its shapes in their places, below it what stands
/// off the slide, and its notes.
class SlideLayout final : public BlockLayout
{
public:
    void setSlides(std::shared_ptr<const document::Document> document,
                   std::vector<document::Slide> slides,
                   std::vector<document::FlowPicture> pictures);
    const document::Document *document() const override { return m_document.get(); }

    /// Drops all layouts; they are made anew for slides of this width. `style`: of the notes.
    void setGeometry(double width, const FlowStyle &style, double dotsPerInch);

    int itemCount() const override { return static_cast<int>(m_items.size()); }
    double ensure(int item) override;
    void visitParagraphs(int item, const Visit &visit) const override;

    /// A shape laid out.
    struct Shape
    {
        const document::SlideShape *shape = nullptr;
        QRectF frame;      // in the shape's own coordinates, from 0, 0
        QTransform turn;   // from there to the item
        std::vector<FlowItem> blocks;
        FlowContext context;
    };

    /// A slide laid out.
    struct Laid
    {
        QRectF page;
        std::deque<Shape> shapes;
        std::vector<FlowItem> notes;
        QRectF notesFrame;
        double offSlideTop = 0;   // 0: there is nothing off the slide
    };
    const Laid *laid(int item) const { return m_items.at(static_cast<size_t>(item)).laid.get(); }
    const document::Slide &slide(int item) const { return m_slides.at(static_cast<size_t>(item)); }
    const FlowContext &notesContext() const { return m_context; }
    double captionHeight() const;

protected:
    double itemHeight(int item) const override
    {
        return m_items.at(static_cast<size_t>(item)).height;
    }

private:
    struct Item
    {
        int firstParagraph = 0;
        double height = 0;
        std::unique_ptr<Laid> laid;
    };

    double scaleOf(const document::Slide &slide) const;
    double guess(const document::Slide &slide) const;
    FlowContext contextOf(const document::Slide &slide, const document::SlideShape &shape) const;
    Shape layOutShape(const document::Slide &slide, const document::SlideShape &shape,
                      int *paragraph) const;

    std::shared_ptr<const document::Document> m_document;
    std::vector<document::Slide> m_slides;
    PictureStore m_pictures;
    FlowContext m_context;
    double m_width = 400;
    double m_dotsPerInch = 96;
    std::vector<Item> m_items;
};

}   // namespace expunge::ui
