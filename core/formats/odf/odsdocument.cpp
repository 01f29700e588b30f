// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odsdocument.h"

#include "core/formats/odf/odswriter.h"

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using base::Result;

OdsDocument::OdsDocument(OdfPackage package)
    : m_package(std::move(package))
{
}

Result<std::shared_ptr<const document::Document>>
OdsDocument::open(const Source &source, OdfPackage package, const base::JobContext &job)
{
    std::shared_ptr<OdsDocument> document(new OdsDocument(std::move(package)));
    document->m_path = source.path;
    const OdfPart *main = document->m_package.find(u"content.xml"_s);
    if (main == nullptr) {
        return base::failure(base::ErrorCode::Damaged, source.path, u"content.xml"_s);
    }
    auto content = cutContent(main->bytes, main->name, source.path);
    if (!content) {
        return tl::unexpected(content.error());
    }
    document->m_content = std::move(*content);
    const auto book = readOdsBook(document->m_package, document->m_content, source.path);
    if (!book) {
        return tl::unexpected(book.error());
    }
    auto contents = readOdsContents(document->m_package, **book, source.path, job);
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    document->m_contents = std::move(*contents);
    document->m_view = makeOdsView(document->m_package, **book, document->m_contents);
    document->m_info.format = u"ods"_s;
    document->m_info.mediaType = document->m_package.mediaType();
    document->m_info.suffix = isTemplate(document->m_info.mediaType) ? u"ots"_s : u"ods"_s;
    document->m_info.bytes = source.bytes.size();
    return document;
}

Result<> OdsDocument::visitParts(const std::function<void(const document::PartView &)> &visit) const
{
    for (const OdfPart &part : m_package.parts()) {
        visit({part.name, part.bytes});
    }
    for (const OdfPart &part : m_package.containerParts()) {
        visit({part.name, part.bytes});
    }
    return {};
}

Result<document::Document::Output> OdsDocument::apply(const document::RedactionPlan &plan,
                                                      const base::JobContext &job) const
{
    const auto book = readOdsBook(m_package, m_content, m_path);
    if (!book) {
        return tl::unexpected(book.error());
    }
    return writeOds(m_package, **book, m_contents, plan, m_path, job);
}

}   // namespace expunge::formats::odf
