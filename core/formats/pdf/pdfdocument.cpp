// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfdocument.h"

#include "core/formats/pdf/pdfapply.h"
#include "core/formats/pdf/pdfparts.h"
#include "core/formats/pdf/pdfproof.h"

#include <QMutexLocker>

namespace expunge::pdf {

using namespace Qt::StringLiterals;
using base::Result;
using document::CharacterBox;
using document::PageRegion;
using document::Span;

PdfDocument::PdfDocument(const formats::Source &source)
    : m_source(source)
{
}

Result<std::unique_ptr<PdfFile>> PdfDocument::openAgain() const
{
    return PdfFile::open(m_source.bytes, m_source.path, m_source.passwords);
}

Result<std::shared_ptr<const document::Document>> PdfDocument::open(const formats::Source &source,
                                                                    const base::JobContext &job)
{
    std::shared_ptr<PdfDocument> document(new PdfDocument(source));
    auto file = document->openAgain();
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto other = document->drawer();
    auto model = readModel(**file, other ? *other : nullptr, job);
    if (!model) {
        base::Error error = model.error();
        error.location = source.path;
        return tl::unexpected(error);
    }
    document->m_model = std::move(*model);
    document->m_info = {u"pdf"_s, u"application/pdf"_s, u"pdf"_s, source.bytes.size(),
                        document->m_model.warnings};
    return document;
}

Result<std::shared_ptr<const document::Document>> PdfDocument::glance(const formats::Source &source)
{
    std::shared_ptr<PdfDocument> document(new PdfDocument(source));
    auto file = document->openAgain();
    if (!file) {
        return tl::unexpected(file.error());
    }
    for (const QPDFObjectHandle &page : (*file)->pages()) {
        document->m_model.pages.push_back(pageInfo(page));
    }
    document->m_info = {u"pdf"_s, u"application/pdf"_s, u"pdf"_s, source.bytes.size(), {}};
    return document;
}

std::vector<PageRegion> PdfDocument::regionsOf(const Span &span) const
{
    std::vector<PageRegion> regions;
    if (!document::isSpanOf(m_model.units, span)) {
        return regions;
    }
    const UnitOrigin &origin = m_model.origins[static_cast<size_t>(span.unit)];
    const QMutexLocker lock(&m_mutex);
    const ReadPage *page = readPage(origin.page);
    if (page == nullptr) {
        return regions;
    }
    for (const BlockSpan &stretch : stretchesOf(m_model, *page, span)) {
        for (const Quad &quad :
             quadsOf(page->content, page->text, stretch.block, stretch.begin, stretch.end)) {
            regions.push_back(regionOf(page->content, quad.bounds()));
        }
    }
    return regions;
}

/// Null where the file cannot be opened again. The mutex is held.
PageReader *PdfDocument::reader() const
{
    if (m_reader == nullptr) {
        auto file = openAgain();
        if (file) {
            m_reader = std::make_unique<PageReader>(std::move(*file));
        }
    }
    return m_reader.get();
}

/// A page, read anew unless it was the last one; null where it cannot be. The mutex is held.
const ReadPage *PdfDocument::readPage(int index) const
{
    PageReader *pages = index < 0 ? nullptr : reader();
    if (pages == nullptr) {
        return nullptr;
    }
    const auto page = pages->page(index, {});
    return page ? *page : nullptr;
}

Result<const PageDrawer *> PdfDocument::drawer() const
{
    const QMutexLocker lock(&m_mutex);
    if (m_drawer == nullptr) {
        auto opened = PageDrawer::open(m_source.bytes, m_source.path, m_source.passwords);
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        m_drawer = std::move(*opened);
    }
    return m_drawer.get();
}

Result<document::PageImage> PdfDocument::renderPage(int page, double scale) const
{
    const auto pages = drawer();
    if (!pages) {
        return tl::unexpected(pages.error());
    }
    return (*pages)->draw(page - 1, scale);
}

Result<std::vector<document::OtherReading>>
PdfDocument::readAgain(const base::JobContext &job) const
{
    const auto pages = drawer();
    if (!pages) {
        return tl::unexpected(pages.error());
    }
    std::vector<document::OtherReading> readings;
    for (int i = 0; i < (*pages)->pageCount(); ++i) {
        if (job.cancelled()) {
            return base::failure(base::ErrorCode::Cancelled, m_source.path);
        }
        readings.push_back({pagePart(i + 1), (*pages)->text(i)});
    }
    return readings;
}

Result<std::vector<int>> PdfDocument::changedPages(const document::Document &original,
                                                   const document::RedactionPlan &plan,
                                                   const base::JobContext &job) const
{
    const auto *before = dynamic_cast<const PdfDocument *>(&original);
    const auto now = drawer();
    const auto then = before != nullptr ? before->drawer() : now;
    if (before == nullptr || !now || !then) {
        return base::failure(base::ErrorCode::Internal, m_source.path);
    }
    const QMutexLocker lock(&before->m_mutex);
    PageReader *pages = before->reader();
    if (pages == nullptr) {
        return base::failure(base::ErrorCode::Internal, m_source.path);
    }
    return pdf::changedPages({&before->m_model, *then, pages}, {&m_model, *now, nullptr}, plan,
                             job);
}

std::vector<CharacterBox> PdfDocument::charactersOn(int page) const
{
    std::vector<CharacterBox> boxes;
    const QMutexLocker lock(&m_mutex);
    const ReadPage *read = readPage(page - 1);
    if (read == nullptr) {
        return boxes;
    }
    std::vector<int> lines(read->content.glyphs.size(), 0);
    for (const TextSegment &segment : read->text.segments) {
        for (const int glyph : segment.glyphs) {
            lines[static_cast<size_t>(glyph)] = segment.line;
        }
    }
    for (size_t unit = 0; unit < m_model.units.size(); ++unit) {
        const UnitOrigin &origin = m_model.origins[unit];
        if (origin.page != page - 1 || origin.block < 0) {
            continue;
        }
        const TextBlock &block = read->text.blocks[static_cast<size_t>(origin.block)];
        const auto length = static_cast<int>(block.glyphOf.size());
        for (int begin = 0; begin < length;) {
            const int glyph = block.glyphOf[static_cast<size_t>(begin)];
            int end = begin + 1;
            while (glyph >= 0 && end < length && block.glyphOf[static_cast<size_t>(end)] == glyph) {
                ++end;
            }
            if (glyph >= 0) {
                const Quad &quad = read->content.glyphs[static_cast<size_t>(glyph)].quad;
                boxes.push_back({{static_cast<int>(unit), begin, end},
                                 regionOf(read->content, quad.bounds()),
                                 lines[static_cast<size_t>(glyph)]});
            }
            begin = end;
        }
    }
    return boxes;
}

Result<> PdfDocument::visitParts(const std::function<void(const document::PartView &)> &visit) const
{
    auto file = openAgain();
    if (!file) {
        return tl::unexpected(file.error());
    }
    return pdf::visitParts(**file, visit);
}

Result<document::Document::Output> PdfDocument::apply(const document::RedactionPlan &plan,
                                                      const base::JobContext &job) const
{
    auto work = openAgain();
    if (!work) {
        return tl::unexpected(work.error());
    }
    return applyPlan(std::move(*work), m_model, plan, job);
}

}   // namespace expunge::pdf
