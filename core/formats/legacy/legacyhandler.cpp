// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/legacy/legacyhandler.h"

#include "core/formats/legacy/converteddocument.h"
#include "core/formats/legacy/legacykind.h"
#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/package.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace expunge::formats::legacy {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int sure = 95;    // more than a workbook's handler says of a binary workbook's part names
constexpr int maybe = 30;   // protected, under a suffix of this handler: it says best what is wrong

/// The version of LibreOffice, which it writes into its files: "7.4.7.2".
QString officeVersion(const QByteArray &converted)
{
    const auto package = ooxml::Package::read(converted, {}, {});
    const ooxml::Part *properties = package ? package->find(u"docProps/app.xml"_s) : nullptr;
    if (properties == nullptr) {
        return {};
    }
    static const QRegularExpression form(u"<Application>LibreOffice[^/<]*/([0-9.]{1,20})"_s);
    return form.match(QString::fromUtf8(properties->bytes)).captured(1);
}

/// Opens files of old formats by way of a converter.
class LegacyHandler final : public FormatHandler
{
public:
    LegacyHandler(std::unique_ptr<const Converter> converter,
                  std::vector<std::unique_ptr<const FormatHandler>> modern)
        : m_converter(std::move(converter))
        , m_modern(std::move(modern))
    {
    }

    FormatInfo info() const override
    {
        return {u"legacy"_s,
                {u"doc"_s, u"dot"_s, u"xls"_s, u"xlt"_s, u"ppt"_s, u"pps"_s, u"pot"_s, u"rtf"_s,
                 u"xlsb"_s}};
    }

    int probe(const Source &source) const override
    {
        if (legacyKindOf(source.bytes)) {
            return sure;
        }
        const bool own = info().suffixes.contains(QFileInfo(source.path).suffix().toLower());
        const bool compound = ooxml::describeCompound(source.bytes) != ooxml::CompoundKind::None;
        return own && compound ? maybe : 0;
    }

    Result<std::shared_ptr<const document::Document>>
    open(const Source &source, const base::JobContext &job) const override
    {
        const auto kind = legacyKindOf(source.bytes);
        if (!kind) {
            return tl::unexpected(ooxml::notAPackage(source.bytes, source.path));
        }
        const FormatHandler *modern = handlerFor(kind->target);
        if (modern == nullptr) {
            return failure(ErrorCode::UnsupportedFormat, source.path, kind->words);
        }
        if (!m_converter) {
            return failure(ErrorCode::ConverterMissing, source.path, u"LibreOffice"_s);
        }
        auto converted =
            m_converter->convert({source.bytes, kind->suffix, kind->target, source.path}, job);
        if (!converted) {
            return tl::unexpected(converted.error());
        }
        const QString version = officeVersion(*converted);
        auto inner = modern->open({std::move(*converted), source.path}, job);
        if (!inner) {
            return inner;
        }
        const QString warning =
            u"This %1 was converted by LibreOffice; the output is %2. What the conversion leaves "
            u"out (macros, earlier versions, remains of deleted text) is in no output."_s.arg(
                kind->words, kind->target.toUpper());
        return std::make_shared<const ConvertedDocument>(
            std::move(*inner), source.bytes.size(),
            document::ConvertedFrom{kind->suffix, u"LibreOffice"_s, version}, warning);
    }

private:
    const FormatHandler *handlerFor(const QString &suffix) const
    {
        for (const auto &handler : m_modern) {
            if (handler->info().suffixes.contains(suffix)) {
                return handler.get();
            }
        }
        return nullptr;
    }

    std::unique_ptr<const Converter> m_converter;
    std::vector<std::unique_ptr<const FormatHandler>> m_modern;
};

}   // namespace

std::unique_ptr<FormatHandler>
makeLegacyHandler(std::unique_ptr<const Converter> converter,
                  std::vector<std::unique_ptr<const FormatHandler>> modern)
{
    return std::make_unique<LegacyHandler>(std::move(converter), std::move(modern));
}

}   // namespace expunge::formats::legacy
