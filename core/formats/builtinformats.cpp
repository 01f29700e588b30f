// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formatregistry.h"
#include "core/formats/legacy/legacyhandler.h"
#include "core/formats/odf/odfhandlers.h"
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/pdf/pdfhandler.h"
#include "core/formats/text/plaintexthandler.h"

namespace expunge::formats {

namespace {

/// What old formats become.
std::vector<std::unique_ptr<const FormatHandler>> conversionTargets()
{
    std::vector<std::unique_ptr<const FormatHandler>> handlers;
    handlers.push_back(ooxml::makeDocxHandler());
    handlers.push_back(ooxml::makeXlsxHandler());
    handlers.push_back(ooxml::makePptxHandler());
    return handlers;
}

}   // namespace

FormatRegistry builtinFormats(std::unique_ptr<const legacy::Converter> converter)
{
    std::vector<std::unique_ptr<FormatHandler>> handlers;
    handlers.push_back(ooxml::makeDocxHandler());
    handlers.push_back(ooxml::makeXlsxHandler());
    handlers.push_back(ooxml::makePptxHandler());
    handlers.push_back(legacy::makeLegacyHandler(std::move(converter), conversionTargets()));
    handlers.push_back(odf::makeOdtHandler());
    handlers.push_back(odf::makeOdsHandler());
    handlers.push_back(odf::makeOdpHandler());
    handlers.push_back(pdf::makePdfHandler());
    handlers.push_back(text::makePlainTextHandler());
    return FormatRegistry(std::move(handlers));
}

}   // namespace expunge::formats
