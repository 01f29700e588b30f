// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/ooxml/packageopening.h"
#include "core/formats/ooxml/pptxdocument.h"
#include "core/formats/ooxml/zipdirectory.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr PackageKind kind{PackageFamily::PowerPoint, [](const QString &contentType) {
                               return !outputDeckType(contentType).main.isEmpty();
                           }};

/// Opens .pptx, .ppsx and .potx files, and those of the same with macros.
class PptxHandler final : public FormatHandler
{
public:
    FormatInfo info() const override
    {
        return {u"pptx"_s, {u"pptx"_s, u"ppsx"_s, u"potx"_s, u"pptm"_s, u"ppsm"_s, u"potm"_s}};
    }

    int probe(const Source &source) const override
    {
        if (describeCompound(source.bytes) != CompoundKind::None) {
            return maybeProbe;
        }
        // Entry names are not compressed, so most files need no reading here.
        if (!mayBeZip(source.bytes) || listsEntry(source.bytes, "word/document.")
            || listsEntry(source.bytes, "xl/workbook.")) {
            return 0;
        }
        const bool named = source.bytes.contains("[Content_Types].xml");
        if (named && listsEntry(source.bytes, "ppt/presentation.")) {
            return sureProbe;
        }
        if (!named && !source.bytes.contains("[content_types].xml")) {
            return 0;
        }
        return probeMainPart(source, kind);
    }

    Result<std::shared_ptr<const document::Document>>
    open(const Source &source, const base::JobContext &job) const override
    {
        auto package = openPackage(source, kind, job);
        if (!package) {
            return tl::unexpected(package.error());
        }
        EmbeddingBudget budget;
        return PptxDocument::open(source, std::move(*package), job, budget);
    }
};

}   // namespace

std::unique_ptr<FormatHandler> makePptxHandler()
{
    return std::make_unique<PptxHandler>();
}

}   // namespace expunge::formats::ooxml
