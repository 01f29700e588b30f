// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formathandler.h"
#include "core/formats/ooxml/package.h"
#include "core/formats/ooxml/xlsxreader.h"

namespace expunge::formats::ooxml {

/// An opened workbook: its package, and what was read from it.
class XlsxDocument final : public document::Document
{
public:
    static base::Result<std::shared_ptr<const document::Document>>
    open(const Source &source, Package package, const base::JobContext &job);

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_contents.units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override
    {
        return m_contents.hidden;
    }
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override;
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

private:
    explicit XlsxDocument(Package package);

    Package m_package;
    QString m_path;
    document::DocumentInfo m_info;
    BookContents m_contents;
};

}   // namespace expunge::formats::ooxml
