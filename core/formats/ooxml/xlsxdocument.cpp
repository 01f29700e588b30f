// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxdocument.h"

#include "core/formats/ooxml/xlsxwriter.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::Result;

XlsxDocument::XlsxDocument(Package package)
    : m_package(std::move(package))
{
}

Result<std::shared_ptr<const document::Document>>
XlsxDocument::open(const Source &source, Package package, const base::JobContext &job)
{
    std::shared_ptr<XlsxDocument> document(new XlsxDocument(std::move(package)));
    document->m_path = source.path;
    const auto book = readBook(document->m_package, source.path, job);
    if (!book) {
        return tl::unexpected(book.error());
    }
    auto contents = readContents(document->m_package, **book, source.path, job);
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    document->m_contents = std::move(*contents);
    document->m_view = makeBookView(document->m_package, **book, document->m_contents);
    const QString type = outputBookType(document->m_package.mainPart()->contentType);
    const bool isTemplate = type.contains(u"template"_s);
    document->m_info.format = u"xlsx"_s;
    document->m_info.mediaType =
        isTemplate ? u"application/vnd.openxmlformats-officedocument.spreadsheetml.template"_s
                   : u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s;
    document->m_info.suffix = isTemplate ? u"xltx"_s : u"xlsx"_s;
    document->m_info.bytes = source.bytes.size();
    document->m_info.warnings = document->m_package.warnings();
    return document;
}

Result<>
XlsxDocument::visitParts(const std::function<void(const document::PartView &)> &visit) const
{
    for (const Part &part : m_package.parts()) {
        visit({part.name, part.bytes});
    }
    return {};
}

Result<document::Document::Output> XlsxDocument::apply(const document::RedactionPlan &plan,
                                                       const base::JobContext &job) const
{
    const auto book = readBook(m_package, m_path, job);
    if (!book) {
        return tl::unexpected(book.error());
    }
    return writeXlsx(m_package, **book, m_contents, plan, m_path, job);
}

}   // namespace expunge::formats::ooxml
