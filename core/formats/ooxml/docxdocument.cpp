// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/docxdocument.h"

#include "core/formats/ooxml/documenttypes.h"
#include "core/formats/ooxml/docxwriter.h"
#include "core/formats/ooxml/domedit.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::Result;

DocxDocument::DocxDocument(Package package)
    : m_package(std::move(package))
{
}

Result<std::shared_ptr<const document::Document>> DocxDocument::open(const Source &source,
                                                                     Package package,
                                                                     const base::JobContext &job,
                                                                     EmbeddingBudget &budget)
{
    std::shared_ptr<DocxDocument> document(new DocxDocument(std::move(package)));
    document->m_path = source.path;
    document->m_trees = StoryTrees(document->m_package, source.path);
    auto files = EmbeddedFiles::read(document->m_package, job, budget);
    if (!files) {
        return tl::unexpected(files.error());
    }
    document->m_files = std::move(*files);
    auto model =
        readModel(document->m_package, document->m_trees, document->m_files, source.path, job);
    if (!model) {
        return tl::unexpected(model.error());
    }
    const bool isDocument =
        std::any_of(model->stories.begin(), model->stories.end(), [](const auto &story) {
            return story->role == PartRole::Document
                   && is(story->xml.document.document_element(), "w:document");
        });
    if (!isDocument) {
        return base::failure(base::ErrorCode::Damaged, source.path,
                             document->m_package.mainPart()->name);
    }
    document->m_flow = buildFlow(*model, document->m_package);
    document->m_units = std::move(model->units);
    document->m_hidden = std::move(model->hidden);
    const QString type =
        outputDocumentType(document->m_package.mainPart()->contentType, source.path);
    document->m_info = {u"docx"_s, documentMediaType(type), documentSuffix(type),
                        source.bytes.size(), std::move(model->warnings)};
    return document;
}

Result<>
DocxDocument::visitParts(const std::function<void(const document::PartView &)> &visit) const
{
    for (const Part &part : m_package.parts()) {
        visit({part.name, part.bytes});
    }
    return {};
}

Result<document::Document::Output> DocxDocument::apply(const document::RedactionPlan &plan,
                                                       const base::JobContext &job) const
{
    auto model = readModel(m_package, m_trees, m_files, m_path, job);
    if (!model) {
        return tl::unexpected(model.error());
    }
    return writeDocx(*model, m_package, m_files, plan, m_path, job);
}

}   // namespace expunge::formats::ooxml
