// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/formathandler.h"
#include "core/formats/pdf/pdfunits.h"

#include <QMutex>

namespace expunge::pdf {

/// An opened PDF file.
class PdfDocument final : public document::Document
{
public:
    static base::Result<std::shared_ptr<const document::Document>>
    open(const formats::Source &source, const base::JobContext &job);

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_model.units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override { return m_model.hidden; }
    std::vector<document::PageInfo> pages() const override { return m_model.pages; }
    std::vector<document::CharacterBox> charactersOn(int page) const override;
    std::vector<document::PageRegion> regionsOf(const document::Span &span) const override;
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override;
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

private:
    explicit PdfDocument(const formats::Source &source);

    base::Result<std::unique_ptr<PdfFile>> openAgain() const;
    const ReadPage *readPage(int index) const;

    formats::Source m_source;
    document::DocumentInfo m_info;
    PdfModel m_model;
    mutable QMutex m_mutex;   // of the reader, which is made when it is first asked for
    mutable std::unique_ptr<PageReader> m_reader;
};

}   // namespace expunge::pdf
