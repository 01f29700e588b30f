// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "ui/panes/flowitem.h"

#include <memory>
#include <set>
#include <vector>

namespace expunge::ui {

/// A document as a column of blocks of which only those that were looked at are laid out; the
/// heights of the others are guesses.
class FlowLayout
{
public:
    /// `extraUnits`: units that are shown at the end if no page shows them, because something in
    /// them is to be decided.
    void setDocument(std::shared_ptr<const document::Document> document,
                     const std::set<int> &extraUnits);
    const document::Document *document() const { return m_document.get(); }

    /// Drops all layouts; they are made anew for this width and style.
    void setGeometry(double width, const FlowStyle &style);

    int itemCount() const { return static_cast<int>(m_items.size()); }
    double top(int item) const { return m_tops.at(static_cast<size_t>(item)); }
    double height() const { return m_tops.empty() ? 0 : m_tops.back(); }
    int itemAt(double y) const;

    /// Lays an item out if it was not; returns by how much its height changed.
    double ensure(int item);

    /// What an item is made of, once laid out; null for captions.
    const FlowItem *item(int index) const
    {
        return m_items.at(static_cast<size_t>(index)).laid.get();
    }
    bool isCaption(int index) const
    {
        return m_items.at(static_cast<size_t>(index)).block == nullptr;
    }
    QString caption(int index) const { return m_items.at(static_cast<size_t>(index)).caption; }
    /// True for what stands outside the body: drawn a little set apart.
    bool isAside(int index) const { return m_items.at(static_cast<size_t>(index)).aside; }

    const FlowContext &context() const { return m_context; }

    int paragraphCount() const { return static_cast<int>(m_paragraphs.size()); }
    int itemOfParagraph(int paragraph) const;
    const document::FlowBlock &block(int paragraph) const;
    /// Paragraphs that show (part of) a unit, in order.
    std::vector<int> paragraphsOf(int unit) const;

    /// A laid-out paragraph and where its top left is in the column; lays out its item. Null if
    /// there is none of that number.
    struct Place
    {
        const ParagraphLayout *layout = nullptr;
        QPointF at;
        double shift = 0;   // how much the item's height changed by laying it out
    };
    Place place(int paragraph);

    /// The paragraph at or next to a point of the column, among laid-out items; -1 if there is
    /// none.
    int paragraphAt(QPointF point);

private:
    struct Item
    {
        const document::FlowBlock *block = nullptr;   // null: a caption
        const document::FlowBlock *table = nullptr;   // the table that a row belongs to
        QString caption;
        bool aside = false;
        int firstParagraph = 0;
        double height = 0;
        std::unique_ptr<FlowItem> laid;
    };
    struct Paragraph
    {
        const document::FlowBlock *block = nullptr;
        int item = 0;
    };

    void addStory(const document::FlowBlock &story);
    void addItem(const document::FlowBlock &block, const document::FlowBlock *table, bool aside);
    void collect(const document::FlowBlock &block, int item);
    void updateTops();

    std::shared_ptr<const document::Document> m_document;
    document::Flow m_flow;
    PictureStore m_pictures;
    FlowContext m_context;
    double m_width = 400;
    std::vector<Item> m_items;
    std::vector<double> m_tops;   // one more than items
    std::vector<Paragraph> m_paragraphs;
    std::multimap<int, int> m_byUnit;   // unit -> paragraphs
};

}   // namespace expunge::ui
