// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formathandler.h"

namespace expunge::formats {

FormatHandler::~FormatHandler() = default;

base::Result<std::shared_ptr<const document::Document>>
FormatHandler::glance(const Source &source) const
{
    return base::failure(base::ErrorCode::UnsupportedFormat, source.path);
}

}   // namespace expunge::formats
