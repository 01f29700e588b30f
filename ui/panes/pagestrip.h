// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "ui/panes/pagestore.h"

#include <QListView>

#include <memory>

namespace expunge::ui {

class PagePane;
class PageStripModel;

/// A column of small pictures of the pages; the one in view is chosen, and choosing one goes to it.
class PageStrip final : public QListView
{
    Q_OBJECT

public:
    /// `pane`: the pages themselves; it outlives the strip.
    explicit PageStrip(PagePane *pane, QWidget *parent = nullptr);

    void setDocument(const std::shared_ptr<const document::Document> &document);

protected:
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void wantVisible();

    PagePane *m_pane;
    PageStripModel *m_model;
    std::shared_ptr<const document::Document> m_document;
    bool m_following = false;   // the pane, which leads
    bool m_loaded = false;      // the document is handed on when the strip is first seen
};

}   // namespace expunge::ui
