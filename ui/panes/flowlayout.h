// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/blocklayout.h"
#include "ui/panes/flowitem.h"
#include "ui/panes/shownflow.h"

#include <memory>
#include <vector>

namespace expunge::ui {

/// A document as a column of blocks in the order of reading.
class FlowLayout final : public BlockLayout
{
public:
    /// Shows these stories of a document.
    void setFlow(std::shared_ptr<const document::Document> document, CaptionedFlow flow);
    const document::Document *document() const override { return m_document.get(); }

    /// Drops all layouts; they are made anew for this width and style.
    void setGeometry(double width, const FlowStyle &style);

    int itemCount() const override { return static_cast<int>(m_items.size()); }
    double ensure(int item) override;
    void visitParagraphs(int item, const Visit &visit) const override;

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

protected:
    double itemHeight(int item) const override
    {
        return m_items.at(static_cast<size_t>(item)).height;
    }

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

    void addStory(const document::FlowBlock &story, const QString &caption);
    void addItem(const document::FlowBlock &block, const document::FlowBlock *table, bool aside);

    std::shared_ptr<const document::Document> m_document;
    document::Flow m_flow;
    PictureStore m_pictures;
    FlowContext m_context;
    double m_width = 400;
    std::vector<Item> m_items;
};

}   // namespace expunge::ui
