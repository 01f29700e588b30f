// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfhandler.h"

#include "core/formats/pdf/pdfdocument.h"

namespace expunge::pdf {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headerReach = 1024;   // how far into a file viewers look for its header

class PdfHandler final : public formats::FormatHandler
{
public:
    formats::FormatInfo info() const override { return {u"pdf"_s, {u"pdf"_s}}; }

    int probe(const formats::Source &source) const override
    {
        const qsizetype header = source.bytes.left(headerReach).indexOf("%PDF-");
        if (header < 0) {
            return 0;
        }
        return header == 0 ? 95 : 60;
    }

    base::Result<std::shared_ptr<const document::Document>>
    open(const formats::Source &source, const base::JobContext &job) const override
    {
        return PdfDocument::open(source, job);
    }

    base::Result<std::shared_ptr<const document::Document>>
    glance(const formats::Source &source) const override
    {
        return PdfDocument::glance(source);
    }
};

}   // namespace

std::unique_ptr<formats::FormatHandler> makePdfHandler()
{
    return std::make_unique<PdfHandler>();
}

}   // namespace expunge::pdf
