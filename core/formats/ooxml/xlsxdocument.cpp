// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxdocument.h"

#include "core/formats/ooxml/objectpictures.h"
#include "core/formats/ooxml/xlsxwriter.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::Result;

XlsxDocument::XlsxDocument(Source source)
    : m_source(std::move(source))
{
}

Result<std::shared_ptr<const document::Document>>
XlsxDocument::open(const Source &source, const Package &package, const base::JobContext &job)
{
    std::shared_ptr<XlsxDocument> document(new XlsxDocument(source));
    const auto book = readBook(package, SharedStrings::Texts::Held, source.path, job);
    if (!book) {
        return tl::unexpected(book.error());
    }
    auto contents = readContents(package, **book, source.path, job);
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    document->m_contents = std::move(*contents);
    document->m_view = makeBookView(package, **book, document->m_contents);
    const QString type = outputBookType(package.mainPart()->contentType);
    const bool isTemplate = type.contains(u"template"_s);
    document->m_info.format = u"xlsx"_s;
    document->m_info.mediaType =
        isTemplate ? u"application/vnd.openxmlformats-officedocument.spreadsheetml.template"_s
                   : u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s;
    document->m_info.suffix = isTemplate ? u"xltx"_s : u"xlsx"_s;
    document->m_info.bytes = source.bytes.size();
    document->m_info.warnings = package.warnings();
    return document;
}

Result<std::vector<document::HiddenItem>> XlsxDocument::readThrough(const Source &source,
                                                                    const Package &package,
                                                                    const UnitVisitor &visit,
                                                                    const base::JobContext &job)
{
    const auto book = readBook(package, SharedStrings::Texts::Remade, source.path, job);
    if (!book) {
        return tl::unexpected(book.error());
    }
    auto contents = readContents(package, **book, source.path, job, visit);
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    return std::move(contents->hidden);
}

Result<>
XlsxDocument::visitParts(const std::function<void(const document::PartView &)> &visit) const
{
    const auto package = Package::read(m_source.bytes, m_source.path, {});
    if (!package) {
        return tl::unexpected(package.error());
    }
    for (const Part &part : package->parts()) {
        visit({part.name, part.bytes});
    }
    return {};
}

Result<document::Document::Output> XlsxDocument::apply(const document::RedactionPlan &plan,
                                                       const base::JobContext &job) const
{
    auto package = Package::read(m_source.bytes, m_source.path, job);
    if (!package) {
        return tl::unexpected(package.error());
    }
    showObjectPictures(*package);
    const auto book = readBook(*package, SharedStrings::Texts::Remade, m_source.path, job);
    if (!book) {
        return tl::unexpected(book.error());
    }
    return writeXlsx(*package, **book, m_contents, plan, m_source.path, job);
}

}   // namespace expunge::formats::ooxml
