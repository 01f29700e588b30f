// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/columnpane.h"
#include "ui/panes/flowlayout.h"

#include <memory>
#include <set>

namespace expunge::ui {

/// Shows a document as it reads, or some of its stories.
class FlowPane final : public ColumnPane
{
    Q_OBJECT

public:
    explicit FlowPane(QWidget *parent = nullptr);

    /// Shows another document. With `keepPlace` the same paragraph stays in view.
    void setDocument(const std::shared_ptr<const document::Document> &document,
                     const std::set<int> &extraUnits = {}, bool keepPlace = false);

    /// Shows these stories of a document.
    void setFlow(const std::shared_ptr<const document::Document> &document, CaptionedFlow flow,
                 bool keepPlace = false);

    FlowLayout &flowLayout() { return m_layout; }
    std::vector<QString> partNames() override;

protected:
    BlockLayout &blocks() override { return m_layout; }
    const BlockLayout &blocks() const override { return m_layout; }
    double columnLeft() const override;
    void paintItem(QPainter *painter, int item) override;
    void relayout() override;

private:
    double columnWidth() const;
    void paintCaption(QPainter *painter, int item) const;

    FlowLayout m_layout;
};

}   // namespace expunge::ui
