// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

#include <memory>

namespace expunge::formats::legacy {

/// A document of a current format that was made from a file of an old one, and says so.
class ConvertedDocument final : public document::Document
{
public:
    /// `bytes`: size of the file that was converted; `warning`: the sentence that says what it was.
    ConvertedDocument(std::shared_ptr<const document::Document> inner, qint64 bytes,
                      document::ConvertedFrom from, const QString &warning);

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override
    {
        return m_inner->textUnits();
    }
    const std::vector<document::HiddenItem> &hiddenItems() const override
    {
        return m_inner->hiddenItems();
    }
    document::Flow flow() const override { return m_inner->flow(); }
    std::vector<document::Grid> grids() const override { return m_inner->grids(); }
    std::vector<document::Slide> slides() const override { return m_inner->slides(); }
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override
    {
        return m_inner->visitParts(visit);
    }
    std::vector<document::PageRegion> regionsOf(const document::Span &span) const override
    {
        return m_inner->regionsOf(span);
    }
    base::Result<document::PageImage> renderPage(int page, double scale) const override
    {
        return m_inner->renderPage(page, scale);
    }
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

private:
    std::shared_ptr<const document::Document> m_inner;
    document::DocumentInfo m_info;
    QString m_warning;
};

}   // namespace expunge::formats::legacy
