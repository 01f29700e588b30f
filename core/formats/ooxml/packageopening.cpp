// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/packageopening.h"

#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/objectpictures.h"
#include "core/formats/ooxml/zipdirectory.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

/// What a package is called that a handler of `own` does not read, by the type of its main part.
QString otherKind(const QString &contentType, PackageFamily own)
{
    const auto is = [&](const char *word) { return contentType.contains(QLatin1StringView(word)); };
    if (is("ms-excel.sheet.binary")) {
        return u"binary Excel workbook (.xlsb)"_s;
    }
    if (own != PackageFamily::Word && (is("wordprocessingml") || is("ms-word"))) {
        return u"Word document (.docx)"_s;
    }
    if (own != PackageFamily::Excel && (is("spreadsheetml") || is("ms-excel"))) {
        return u"Excel workbook (.xlsx)"_s;
    }
    if (own != PackageFamily::PowerPoint && (is("presentationml") || is("ms-powerpoint"))) {
        return u"PowerPoint presentation (.pptx)"_s;
    }
    if (is("ms-powerpoint.addin")) {
        return u"PowerPoint add-in (.ppam)"_s;
    }
    return u"Office Open XML file of another kind"_s;
}

}   // namespace

int probeMainPart(const Source &source, const PackageKind &kind)
{
    const auto read = Package::read(source.bytes, source.path, {});
    if (!read) {
        return maybeProbe;
    }
    const Part *main = read->mainPart();
    return main != nullptr && kind.reads(main->contentType) ? sureProbe : 0;
}

Result<Package> openPackage(const Source &source, const PackageKind &kind,
                            const base::JobContext &job)
{
    if (describeCompound(source.bytes) != CompoundKind::None || !mayBeZip(source.bytes)) {
        return tl::unexpected(notAPackage(source.bytes, source.path));
    }
    auto package = Package::read(source.bytes, source.path, job);
    if (!package) {
        return package;
    }
    const Part *main = package->mainPart();
    if (main == nullptr) {
        return failure(ErrorCode::ContentMismatch, source.path, u"zip archive"_s);
    }
    if (!kind.reads(main->contentType)) {
        return failure(ErrorCode::ContentMismatch, source.path,
                       otherKind(main->contentType, kind.family));
    }
    if (kind.family == PackageFamily::Excel) {
        showObjectPictures(*package);
    }
    return package;
}

}   // namespace expunge::formats::ooxml
