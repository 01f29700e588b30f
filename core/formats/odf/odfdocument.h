// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/formathandler.h"
#include "core/formats/odf/odfpackage.h"

namespace expunge::formats::odf {

/// An opened OpenDocument text or presentation: its package, and what was read from it.
class OdfDocument final : public document::Document
{
public:
    static base::Result<std::shared_ptr<const document::Document>>
    open(const Source &source, OdfPackage package, const base::JobContext &job);

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override { return m_hidden; }
    document::Flow flow() const override { return m_flow; }
    std::vector<document::Slide> slides() const override { return m_slides; }
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override;
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

private:
    explicit OdfDocument(OdfPackage package);

    OdfPackage m_package;
    QString m_path;
    document::DocumentInfo m_info;
    std::vector<document::TextUnit> m_units;
    std::vector<document::HiddenItem> m_hidden;
    document::Flow m_flow;
    std::vector<document::Slide> m_slides;
};

}   // namespace expunge::formats::odf
