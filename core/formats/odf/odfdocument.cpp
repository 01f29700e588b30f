// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfdocument.h"

#include "core/formats/odf/odfmodel.h"
#include "core/formats/odf/odfwriter.h"

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using base::Result;

OdfDocument::OdfDocument(OdfPackage package)
    : m_package(std::move(package))
{
}

Result<std::shared_ptr<const document::Document>>
OdfDocument::open(const Source &source, OdfPackage package, const base::JobContext &job)
{
    std::shared_ptr<OdfDocument> document(new OdfDocument(std::move(package)));
    document->m_path = source.path;
    auto model = readModel(document->m_package, source.path, job);
    if (!model) {
        return tl::unexpected(model.error());
    }
    document->m_flow = buildFlow(*model, document->m_package);
    document->m_slides = buildSlides(*model, document->m_package);
    document->m_units = std::move(model->units);
    document->m_hidden = std::move(model->hidden);
    const QString type = document->m_package.mediaType();
    const bool text = document->m_package.kind() == OdfKind::Text;
    const QString format = text ? u"odt"_s : u"odp"_s;
    const QString suffix = isTemplate(type) ? (text ? u"ott"_s : u"otp"_s) : format;
    document->m_info = {format, type, suffix, source.bytes.size(), {}};
    return document;
}

Result<> OdfDocument::visitParts(const std::function<void(const document::PartView &)> &visit) const
{
    for (const OdfPart &part : m_package.containerParts()) {
        visit({part.name, part.bytes});
    }
    for (const OdfPart &part : m_package.parts()) {
        visit({part.name, part.bytes});
    }
    return {};
}

Result<document::Document::Output> OdfDocument::apply(const document::RedactionPlan &plan,
                                                      const base::JobContext &job) const
{
    auto model = readModel(m_package, m_path, job);
    if (!model) {
        return tl::unexpected(model.error());
    }
    return writeOdf(*model, m_package, plan, m_path, job);
}

}   // namespace expunge::formats::odf
