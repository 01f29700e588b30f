// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfhandlers.h"
#include "core/formats/odf/odfprobe.h"
#include "core/formats/odf/odsdocument.h"

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;

namespace {

/// Opens spreadsheets and their templates.
class OdsHandler final : public FormatHandler
{
public:
    FormatInfo info() const override { return {u"ods"_s, {u"ods"_s, u"ots"_s}}; }

    int probe(const Source &source) const override
    {
        return probePackage(source, OdfKind::Spreadsheet);
    }

    base::Result<std::shared_ptr<const document::Document>>
    open(const Source &source, const base::JobContext &job) const override
    {
        auto package = openPackage(source, OdfKind::Spreadsheet, job);
        if (!package) {
            return tl::unexpected(package.error());
        }
        return OdsDocument::open(source, std::move(*package), job);
    }
};

}   // namespace

std::unique_ptr<FormatHandler> makeOdsHandler()
{
    return std::make_unique<OdsHandler>();
}

}   // namespace expunge::formats::odf
