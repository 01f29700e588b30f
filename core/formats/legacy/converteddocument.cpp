// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/legacy/converteddocument.h"

namespace expunge::formats::legacy {

ConvertedDocument::ConvertedDocument(std::shared_ptr<const document::Document> inner, qint64 bytes,
                                     document::ConvertedFrom from, const QString &warning)
    : m_inner(std::move(inner))
    , m_info(m_inner->info())
    , m_warning(warning)
{
    m_info.bytes = bytes;
    m_info.converted = std::move(from);
    m_info.warnings.insert(m_info.warnings.begin(), warning);
}

base::Result<document::Document::Output>
ConvertedDocument::apply(const document::RedactionPlan &plan, const base::JobContext &job) const
{
    auto output = m_inner->apply(plan, job);
    if (output) {
        output->applied.warnings.insert(output->applied.warnings.begin(), m_warning);
    }
    return output;
}

}   // namespace expunge::formats::legacy
