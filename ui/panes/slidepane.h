// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/columnpane.h"
#include "ui/panes/slidelayout.h"

#include <memory>

namespace expunge::ui {

/// Shows the slides of a presentation below each other, with what a viewer of them does not see.
class SlidePane final : public ColumnPane
{
    Q_OBJECT

public:
    explicit SlidePane(QWidget *parent = nullptr);

    /// `pictures`: those that the shapes name by number. With `keepPlace` the same slide stays in
    /// view.
    void setSlides(const std::shared_ptr<const document::Document> &document,
                   std::vector<document::Slide> slides, std::vector<document::FlowPicture> pictures,
                   bool keepPlace = false);
    SlideLayout &slideLayout() { return m_layout; }

    void reveal(int key) override;
    Anchor anchor() override;
    void scrollToAnchor(const Anchor &anchor) override;
    std::vector<QString> partNames() override;

protected:
    BlockLayout &blocks() override { return m_layout; }
    const BlockLayout &blocks() const override { return m_layout; }
    double columnLeft() const override;
    QColor ground() const override;
    void paintItem(QPainter *painter, int item) override;
    void relayout() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double pageWidth() const;
    void paintPage(QPainter *painter, int item, const SlideLayout::Laid &laid) const;
    void paintShape(QPainter *painter, const SlideLayout::Shape &shape, const QRectF &page) const;
    void paintShapeMarks(QPainter *painter, const SlideLayout::Shape &shape) const;
    void paintNotes(QPainter *painter, const SlideLayout::Laid &laid) const;
    void paintLabel(QPainter *painter, const QRectF &rect, const QString &text,
                    const QString &badge) const;
    void goToSlide(int step);

    SlideLayout m_layout;
};

}   // namespace expunge::ui
