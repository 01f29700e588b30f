// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/documenttypes.h"
#include "core/formats/ooxml/docxdocument.h"
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/ooxml/zipdirectory.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int sure = 90;
constexpr int maybe = 20;   // a compound file: this handler says best what is wrong with it

/// What a package is called whose main part is not a Word document's.
QString otherKind(const QString &contentType)
{
    const auto is = [&](const char *word) { return contentType.contains(QLatin1StringView(word)); };
    if (is("ms-excel.sheet.binary")) {
        return u"binary Excel workbook (.xlsb)"_s;
    }
    if (is("spreadsheetml") || is("ms-excel")) {
        return u"Excel workbook (.xlsx)"_s;
    }
    if (is("presentationml") || is("ms-powerpoint")) {
        return u"PowerPoint presentation (.pptx)"_s;
    }
    return u"Office Open XML file of another kind"_s;
}

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
            return maybe;
        }
        // entry names are not compressed, so most files need no reading here
        const bool package = mayBeZip(source.bytes) && source.bytes.contains("[Content_Types].xml");
        if (!package || listsEntry(source.bytes, "xl/workbook.")
            || listsEntry(source.bytes, "ppt/presentation.")) {
            return 0;
        }
        if (source.bytes.contains("word/")) {
            return sure;
        }
        const auto read = Package::read(source.bytes, source.path, {});
        if (!read) {
            return maybe;
        }
        const Part *main = read->mainPart();
        return main != nullptr && !outputDocumentType(main->contentType).isEmpty() ? sure : 0;
    }

    Result<std::shared_ptr<const document::Document>>
    open(const Source &source, const base::JobContext &job) const override
    {
        if (describeCompound(source.bytes) != CompoundKind::None || !mayBeZip(source.bytes)) {
            return tl::unexpected(notAPackage(source.bytes, source.path));
        }
        auto package = Package::read(source.bytes, source.path, job);
        if (!package) {
            return tl::unexpected(package.error());
        }
        const Part *main = package->mainPart();
        if (main == nullptr) {
            return failure(ErrorCode::ContentMismatch, source.path, u"zip archive"_s);
        }
        if (outputDocumentType(main->contentType).isEmpty()) {
            return failure(ErrorCode::ContentMismatch, source.path, otherKind(main->contentType));
        }
        return DocxDocument::open(source, std::move(*package), job);
    }
};

}   // namespace

std::unique_ptr<FormatHandler> makeDocxHandler()
{
    return std::make_unique<DocxHandler>();
}

}   // namespace expunge::formats::ooxml
