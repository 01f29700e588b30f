// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/odf/odsview.h"

namespace expunge::formats::odf {

/// An opened OpenDocument spreadsheet.
class OdsDocument final : public document::Document
{
public:
    static base::Result<std::shared_ptr<const document::Document>>
    open(const Source &source, OdfPackage package, const base::JobContext &job);

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_contents.units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override
    {
        return m_contents.hidden;
    }
    document::Flow flow() const override { return m_view.flow; }
    std::vector<document::Grid> grids() const override { return fillGrids(m_view, m_contents); }
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override;
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

private:
    explicit OdsDocument(OdfPackage package);

    OdfPackage m_package;
    QString m_path;
    document::DocumentInfo m_info;
    OdsContent m_content;
    OdsContents m_contents;
    OdsView m_view;
};

}   // namespace expunge::formats::odf
