// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/ooxml/xlsxdocument.h"
#include "core/formats/ooxml/zipdirectory.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int sure = 90;
constexpr int maybe = 20;   // a compound file: this handler says best what is wrong with it

/// What a package is called whose main part is no workbook that can be read.
QString otherKind(const QString &contentType)
{
    const auto is = [&](const char *word) { return contentType.contains(QLatin1StringView(word)); };
    if (is("ms-excel.sheet.binary")) {
        return u"binary Excel workbook (.xlsb)"_s;
    }
    if (is("wordprocessingml") || is("ms-word")) {
        return u"Word document (.docx)"_s;
    }
    if (is("presentationml") || is("ms-powerpoint")) {
        return u"PowerPoint presentation (.pptx)"_s;
    }
    return u"Office Open XML file of another kind"_s;
}

/// Opens .xlsx, .xltx, .xlsm and .xltm files.
class XlsxHandler final : public FormatHandler
{
public:
    FormatInfo info() const override
    {
        return {u"xlsx"_s, {u"xlsx"_s, u"xltx"_s, u"xlsm"_s, u"xltm"_s}};
    }

    int probe(const Source &source) const override
    {
        if (describeCompound(source.bytes) != CompoundKind::None) {
            return maybe;
        }
        // Entry names are not compressed, so most files need no reading here.
        if (!mayBeZip(source.bytes) || listsEntry(source.bytes, "word/document.")
            || listsEntry(source.bytes, "ppt/presentation.")) {
            return 0;
        }
        const bool named = source.bytes.contains("[Content_Types].xml");
        if (named && listsEntry(source.bytes, "xl/workbook.")
            && !listsEntry(source.bytes, "xl/workbook.bin")) {
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
        return main != nullptr && !outputBookType(main->contentType).isEmpty() ? sure : 0;
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
        if (outputBookType(main->contentType).isEmpty()) {
            return failure(ErrorCode::ContentMismatch, source.path, otherKind(main->contentType));
        }
        return XlsxDocument::open(source, *package, job);
    }
};

}   // namespace

std::unique_ptr<FormatHandler> makeXlsxHandler()
{
    return std::make_unique<XlsxHandler>();
}

}   // namespace expunge::formats::ooxml
