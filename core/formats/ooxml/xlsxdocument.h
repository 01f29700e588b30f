// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formathandler.h"
#include "core/formats/ooxml/package.h"
#include "core/formats/ooxml/xlsxgrid.h"

namespace expunge::formats::ooxml {

/// An opened workbook: the file, and what was read from it. The unpacked parts, which can be large,
/// are made again when they are needed.
class XlsxDocument final : public document::Document
{
public:
    static base::Result<std::shared_ptr<const document::Document>>
    open(const Source &source, const Package &package, const base::JobContext &job);

    /// FormatHandler::readThrough().
    static base::Result<std::vector<document::HiddenItem>> readThrough(const Source &source,
                                                                       const Package &package,
                                                                       const UnitVisitor &visit,
                                                                       const base::JobContext &job);

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
    explicit XlsxDocument(Source source);

    Source m_source;
    document::DocumentInfo m_info;
    BookContents m_contents;
    BookView m_view;
};

}   // namespace expunge::formats::ooxml
