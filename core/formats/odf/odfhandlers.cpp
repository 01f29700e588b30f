// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfhandlers.h"

#include "core/formats/odf/odfdocument.h"
#include "core/formats/odf/odfprobe.h"

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// Opens texts, or presentations, and their templates.
class OdfHandler final : public FormatHandler
{
public:
    OdfHandler(const QString &id, OdfKind kind)
        : m_id(id)
        , m_kind(kind)
    {
    }

    FormatInfo info() const override
    {
        return {m_id, {m_id, m_id == u"odt"_s ? u"ott"_s : u"otp"_s}};
    }

    int probe(const Source &source) const override { return probePackage(source, m_kind); }

    Result<std::shared_ptr<const document::Document>>
    open(const Source &source, const base::JobContext &job) const override
    {
        auto package = openPackage(source, m_kind, job);
        if (!package) {
            return tl::unexpected(package.error());
        }
        return OdfDocument::open(source, std::move(*package), job);
    }

private:
    QString m_id;
    OdfKind m_kind;
};

}   // namespace

std::unique_ptr<FormatHandler> makeOdtHandler()
{
    return std::make_unique<OdfHandler>(u"odt"_s, OdfKind::Text);
}

std::unique_ptr<FormatHandler> makeOdpHandler()
{
    return std::make_unique<OdfHandler>(u"odp"_s, OdfKind::Presentation);
}

}   // namespace expunge::formats::odf
