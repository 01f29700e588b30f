// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formathandler.h"
#include "core/formats/legacy/converter.h"

#include <vector>

namespace expunge::formats::legacy {

/// Word, Excel and PowerPoint 97-2003, Rich Text and binary workbooks: converted, then opened by
/// the one of `modern` that owns the suffix of the result. Without a converter, every file is
/// ConverterMissing.
std::unique_ptr<FormatHandler>
makeLegacyHandler(std::unique_ptr<const Converter> converter,
                  std::vector<std::unique_ptr<const FormatHandler>> modern);

}   // namespace expunge::formats::legacy
