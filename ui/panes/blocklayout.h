// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "ui/panes/paragraphlayout.h"

#include <QTransform>

#include <functional>
#include <map>
#include <vector>

namespace expunge::ui {

/// A column of items with paragraphs in them, of which only those that were looked at are laid out;
/// the heights of the others are guesses.
class BlockLayout
{
public:
    BlockLayout() = default;
    virtual ~BlockLayout();
    BlockLayout(const BlockLayout &) = delete;
    BlockLayout &operator=(const BlockLayout &) = delete;

    virtual const document::Document *document() const = 0;

    virtual int itemCount() const = 0;
    double top(int item) const { return m_tops.at(static_cast<size_t>(item)); }
    double height() const { return m_tops.empty() ? 0 : m_tops.back(); }
    int itemAt(double y) const;

    /// Lays an item out if it was not; returns by how much its height changed.
    virtual double ensure(int item) = 0;

    int paragraphCount() const { return static_cast<int>(m_paragraphs.size()); }
    int itemOfParagraph(int paragraph) const;
    const document::FlowBlock &block(int paragraph) const;
    /// Paragraphs that show (part of) a unit, in order.
    std::vector<int> paragraphsOf(int unit) const;

    /// Called for each paragraph of an item that is laid out, in reading order; `toItem` leads from
    /// the paragraph's own coordinates to those of the item.
    using Visit =
        std::function<void(int number, const ParagraphLayout &layout, const QTransform &toItem)>;
    virtual void visitParagraphs(int item, const Visit &visit) const = 0;

    /// A laid-out paragraph and where it is in the column; lays out its item. Null if there is none
    /// of that number.
    struct Place
    {
        const ParagraphLayout *layout = nullptr;
        QTransform toColumn;
        double shift = 0;   // how much the item's height changed by laying it out

        double top() const { return toColumn.mapRect(QRectF(0, 0, 1, layout->height())).top(); }
    };
    Place place(int paragraph);

    /// The paragraph at or next to a point of the column, among laid-out items; -1 if there is
    /// none.
    int paragraphAt(QPointF point);

protected:
    void clearParagraphs();
    /// Counts the paragraphs of a block into an item.
    void collect(const document::FlowBlock &block, int item);
    virtual double itemHeight(int item) const = 0;
    void updateTops();

private:
    struct Paragraph
    {
        const document::FlowBlock *block = nullptr;
        int item = 0;
    };

    std::vector<double> m_tops;   // one more than items
    std::vector<Paragraph> m_paragraphs;
    std::multimap<int, int> m_byUnit;   // unit -> paragraphs
};

}   // namespace expunge::ui
