// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formatregistry.h"
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/text/plaintexthandler.h"

namespace expunge::formats {

FormatRegistry builtinFormats()
{
    std::vector<std::unique_ptr<FormatHandler>> handlers;
    handlers.push_back(ooxml::makeDocxHandler());
    handlers.push_back(ooxml::makeXlsxHandler());
    handlers.push_back(text::makePlainTextHandler());
    return FormatRegistry(std::move(handlers));
}

}   // namespace expunge::formats
