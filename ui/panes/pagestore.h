// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "ui/jobs/jobrunner.h"

#include <QImage>
#include <QObject>

#include <map>
#include <memory>
#include <vector>

namespace expunge::ui {

/// Draws pages of a document in the background, the most wanted first, and keeps those that were
/// wanted last.
class PageStore final : public QObject
{
    Q_OBJECT

public:
    explicit PageStore(QObject *parent = nullptr);

    void setDocument(const std::shared_ptr<const document::Document> &document);

    /// Pages (from 1) that are to be drawn, the most wanted first, at so many pixels a point. Takes
    /// the place of what was wanted before.
    void want(std::vector<int> pages, double scale);

    /// A page's picture at the last scale that it was drawn at; null while there is none.
    QImage picture(int page) const;

    /// The characters of a page; null until it was drawn.
    using Characters = std::shared_ptr<const std::vector<document::CharacterBox>>;
    Characters characters(int page) const;

    /// True while something that is wanted is not drawn.
    bool isBusy() const { return m_drawing; }

Q_SIGNALS:
    void drawn(int page);

private:
    /// A drawn page.
    struct Page
    {
        QImage picture;
        Characters characters;
        double scale = 0;
        bool failed = false;
        qint64 used = 0;   // a count that grows
    };

    void drawNext();
    void keep(int page, Page drawn);
    void dropUnused();

    std::shared_ptr<const document::Document> m_document;
    std::map<int, Page> m_pages;
    std::vector<int> m_wanted;
    double m_scale = 1;
    qint64 m_uses = 0;
    bool m_drawing = false;
    JobHandle m_job;
    JobRunner m_runner;   // last: its work is waited for before the rest goes
};

}   // namespace expunge::ui
