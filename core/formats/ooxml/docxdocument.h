// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/formathandler.h"
#include "core/formats/ooxml/docxmodel.h"
#include "core/formats/ooxml/embeddedfiles.h"
#include "core/formats/ooxml/package.h"

namespace expunge::formats::ooxml {

/// An opened Word document: its package, and what was read from it.
class DocxDocument final : public document::Document
{
public:
    static base::Result<std::shared_ptr<const document::Document>> open(const Source &source,
                                                                        Package package,
                                                                        const base::JobContext &job,
                                                                        EmbeddingBudget &budget);

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override { return m_hidden; }
    document::Flow flow() const override { return m_flow; }
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override;
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

private:
    explicit DocxDocument(Package package);

    Package m_package;
    StoryTrees m_trees;
    EmbeddedFiles m_files;
    QString m_path;
    document::DocumentInfo m_info;
    std::vector<document::TextUnit> m_units;
    std::vector<document::HiddenItem> m_hidden;
    document::Flow m_flow;
};

}   // namespace expunge::formats::ooxml
