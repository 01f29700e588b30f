// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/ooxml/pptxdocument.h"
#include "core/formats/ooxml/zipdirectory.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int sure = 90;
constexpr int maybe = 20;   // a compound file: this handler says best what is wrong with it

/// What a package is called whose main part is no presentation.
QString otherKind(const QString &contentType)
{
    const auto is = [&](const char *word) { return contentType.contains(QLatin1StringView(word)); };
    if (is("wordprocessingml") || is("ms-word")) {
        return u"Word document (.docx)"_s;
    }
    if (is("spreadsheetml") || is("ms-excel")) {
        return u"Excel workbook (.xlsx)"_s;
    }
    if (is("ms-powerpoint.addin")) {
        return u"PowerPoint add-in (.ppam)"_s;
    }
    return u"Office Open XML file of another kind"_s;
}

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
            return maybe;
        }
        // Entry names are not compressed, so most files need no reading here.
        if (!mayBeZip(source.bytes) || listsEntry(source.bytes, "word/document.")
            || listsEntry(source.bytes, "xl/workbook.")) {
            return 0;
        }
        const bool named = source.bytes.contains("[Content_Types].xml");
        if (named && listsEntry(source.bytes, "ppt/presentation.")) {
            return sure;
        }
        if (!named && !source.bytes.contains("[content_types].xml")) {
            return 0;
        }
        const auto read = Package::read(source.bytes, source.path, {});
        if (!read) {
            return maybe;
        }
        const Part *main = read->mainPart();
        return main != nullptr && !outputDeckType(main->contentType).main.isEmpty() ? sure : 0;
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
        if (outputDeckType(main->contentType).main.isEmpty()) {
            return failure(ErrorCode::ContentMismatch, source.path, otherKind(main->contentType));
        }
        return PptxDocument::open(source, std::move(*package), job);
    }
};

}   // namespace

std::unique_ptr<FormatHandler> makePptxHandler()
{
    return std::make_unique<PptxHandler>();
}

}   // namespace expunge::formats::ooxml
