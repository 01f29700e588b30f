// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formathandler.h"

#include <algorithm>

namespace expunge::formats {

FormatHandler::~FormatHandler() = default;

base::Result<std::vector<document::HiddenItem>>
FormatHandler::readThrough(const Source &source, const UnitVisitor &visit,
                           const base::JobContext &job) const
{
    const auto document = open(source, job);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const auto &units = (*document)->textUnits();
    std::for_each(units.begin(), units.end(), visit);
    return (*document)->hiddenItems();
}

base::Result<std::shared_ptr<const document::Document>>
FormatHandler::glance(const Source &source) const
{
    return base::failure(base::ErrorCode::UnsupportedFormat, source.path);
}

}   // namespace expunge::formats
