// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formathandler.h"
#include "core/formats/ooxml/embeddedfiles.h"
#include "core/formats/ooxml/package.h"
#include "core/formats/ooxml/pptxview.h"

namespace expunge::formats::ooxml {

/// An opened presentation: its package, and what was read from it.
class PptxDocument final : public document::Document
{
public:
    static base::Result<std::shared_ptr<const document::Document>> open(const Source &source,
                                                                        Package package,
                                                                        const base::JobContext &job,
                                                                        EmbeddingBudget &budget);

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override { return m_hidden; }
    document::Flow flow() const override { return m_view.flow; }
    std::vector<document::Slide> slides() const override { return m_view.slides; }
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override;
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

private:
    explicit PptxDocument(Package package);

    Package m_package;
    EmbeddedFiles m_files;
    QString m_path;
    document::DocumentInfo m_info;
    std::vector<document::TextUnit> m_units;
    std::vector<document::HiddenItem> m_hidden;
    DeckView m_view;
};

}   // namespace expunge::formats::ooxml
