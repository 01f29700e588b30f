// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/pageddocument.h"
#include "core/formats/formathandler.h"
#include "core/formats/pdf/pagedrawer.h"
#include "core/formats/pdf/pdfparts.h"
#include "core/formats/pdf/pdfunits.h"

#include <QMutex>

namespace expunge::pdf {

/// An opened PDF file.
class PdfDocument final : public document::PagedDocument
{
public:
    static base::Result<std::shared_ptr<const document::Document>>
    open(const formats::Source &source, const base::JobContext &job);
    /// The pages alone, without text units and hidden items.
    static base::Result<std::shared_ptr<const document::Document>>
    glance(const formats::Source &source);

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_model.units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override { return m_model.hidden; }
    std::vector<document::PageInfo> pages() const override { return m_model.pages; }
    std::vector<document::CharacterBox> charactersOn(int page) const override;
    std::vector<document::PageRegion> regionsOf(const document::Span &span) const override;
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override;
    base::Result<document::PageImage> renderPage(int page, double scale) const override;
    base::Result<std::vector<document::OtherReading>>
    readAgain(const base::JobContext &job) const override;
    QByteArray ownBytes() const override { return withoutSyntax(m_source.bytes); }
    base::Result<std::vector<int>> changedPages(const document::Document &original,
                                                const document::RedactionPlan &plan,
                                                const base::JobContext &job) const override;
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

private:
    explicit PdfDocument(const formats::Source &source);

    base::Result<std::unique_ptr<PdfFile>> openAgain() const;
    PageReader *reader() const;
    const ReadPage *readPage(int index) const;
    base::Result<const PageDrawer *> drawer() const;

    formats::Source m_source;
    document::DocumentInfo m_info;
    PdfModel m_model;
    // made when they are first asked for
    mutable QMutex m_mutex;
    mutable std::unique_ptr<PageReader> m_reader;
    mutable std::unique_ptr<PageDrawer> m_drawer;
};

}   // namespace expunge::pdf
