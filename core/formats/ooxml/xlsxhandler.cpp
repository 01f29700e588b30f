// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/ooxml/packageopening.h"
#include "core/formats/ooxml/xlsxdocument.h"
#include "core/formats/ooxml/zipdirectory.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr PackageKind kind{PackageFamily::Excel, [](const QString &contentType) {
                               return !outputBookType(contentType).isEmpty();
                           }};

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
            return maybeProbe;
        }
        // Entry names are not compressed, so most files need no reading here.
        if (!mayBeZip(source.bytes) || listsEntry(source.bytes, "word/document.")
            || listsEntry(source.bytes, "ppt/presentation.")) {
            return 0;
        }
        const bool named = source.bytes.contains("[Content_Types].xml");
        if (named && listsEntry(source.bytes, "xl/workbook.")
            && !listsEntry(source.bytes, "xl/workbook.bin")) {
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
        return XlsxDocument::open(source, *package, job);
    }

    Result<std::vector<document::HiddenItem>>
    readThrough(const Source &source, const UnitVisitor &visit,
                const base::JobContext &job) const override
    {
        const auto package = openPackage(source, kind, job);
        if (!package) {
            return tl::unexpected(package.error());
        }
        return XlsxDocument::readThrough(source, *package, visit, job);
    }
};

}   // namespace

std::unique_ptr<FormatHandler> makeXlsxHandler()
{
    return std::make_unique<XlsxHandler>();
}

}   // namespace expunge::formats::ooxml
