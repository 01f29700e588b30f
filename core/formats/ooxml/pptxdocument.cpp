// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/pptxdocument.h"

#include "core/formats/ooxml/pptxwriter.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::Result;

PptxDocument::PptxDocument(Package package)
    : m_package(std::move(package))
{
}

Result<std::shared_ptr<const document::Document>> PptxDocument::open(const Source &source,
                                                                     Package package,
                                                                     const base::JobContext &job,
                                                                     EmbeddingBudget &budget)
{
    std::shared_ptr<PptxDocument> document(new PptxDocument(std::move(package)));
    document->m_path = source.path;
    auto files = EmbeddedFiles::read(document->m_package, job, budget);
    if (!files) {
        return tl::unexpected(files.error());
    }
    document->m_files = std::move(*files);
    auto model = readDeck(document->m_package, document->m_files, source.path, job);
    if (!model) {
        return tl::unexpected(model.error());
    }
    document->m_view = buildDeckView(**model, document->m_package);
    document->m_units = std::move((*model)->units);
    document->m_hidden = std::move((*model)->hidden);
    const DeckType type = outputDeckType(document->m_package.mainPart()->contentType);
    document->m_info = {u"pptx"_s, type.mediaType, type.suffix, source.bytes.size(),
                        std::move((*model)->warnings)};
    return document;
}

Result<>
PptxDocument::visitParts(const std::function<void(const document::PartView &)> &visit) const
{
    for (const Part &part : m_package.parts()) {
        visit({part.name, part.bytes});
    }
    return {};
}

Result<document::Document::Output> PptxDocument::apply(const document::RedactionPlan &plan,
                                                       const base::JobContext &job) const
{
    auto model = readDeck(m_package, m_files, m_path, job);
    if (!model) {
        return tl::unexpected(model.error());
    }
    return writePptx(**model, m_package, m_files, plan, m_path, job);
}

}   // namespace expunge::formats::ooxml
