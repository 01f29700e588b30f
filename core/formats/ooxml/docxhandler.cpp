// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/documenttypes.h"
#include "core/formats/ooxml/docxdocument.h"
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/ooxml/packageopening.h"
#include "core/formats/ooxml/zipdirectory.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr PackageKind kind{PackageFamily::Word, [](const QString &contentType) {
                               return !outputDocumentType(contentType).isEmpty();
                           }};

/// Opens .docx, .dotx, .docm and .dotm files.
class DocxHandler final : public FormatHandler
{
public:
    FormatInfo info() const override
    {
        return {u"docx"_s, {u"docx"_s, u"dotx"_s, u"docm"_s, u"dotm"_s}};
    }

    int probe(const Source &source) const override
    {
        if (describeCompound(source.bytes) != CompoundKind::None) {
            return maybeProbe;
        }
        // entry names are not compressed, so most files need no reading here
        const bool package = mayBeZip(source.bytes) && source.bytes.contains("[Content_Types].xml");
        if (!package || listsEntry(source.bytes, "xl/workbook.")
            || listsEntry(source.bytes, "ppt/presentation.")) {
            return 0;
        }
        if (source.bytes.contains("word/")) {
            return sureProbe;
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
        return DocxDocument::open(source, std::move(*package), job, budget);
    }
};

}   // namespace

std::unique_ptr<FormatHandler> makeDocxHandler()
{
    return std::make_unique<DocxHandler>();
}

}   // namespace expunge::formats::ooxml
