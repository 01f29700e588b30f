// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

#include <QStringList>

#include <atomic>

namespace expunge::testing {

/// Pages without a file: each text is a block of lines, each character a box of 6 by 12 points,
/// which is black on the drawn page.
class PagedDocument final : public document::Document
{
public:
    static constexpr double charWidth = 6;
    static constexpr double lineHeight = 12;
    static constexpr double margin = 36;

    /// A page of 400 by 500 points for each list of blocks.
    explicit PagedDocument(const std::vector<QStringList> &pages);

    /// A text that stands on no page.
    void addProperty(const QString &text);

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override { return m_hidden; }
    std::vector<document::PageInfo> pages() const override { return m_pages; }
    std::vector<document::CharacterBox> charactersOn(int page) const override;
    base::Result<document::PageImage> renderPage(int page, double scale) const override;
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override;
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

    int drawings() const { return m_drawings; }

private:
    document::DocumentInfo m_info;
    std::vector<document::TextUnit> m_units;
    std::vector<document::HiddenItem> m_hidden;
    std::vector<document::PageInfo> m_pages;
    mutable std::atomic<int> m_drawings = 0;
};

}   // namespace expunge::testing
