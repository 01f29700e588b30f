// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formathandler.h"

namespace expunge::formats::text {

/// Plain text in UTF-8, with or without byte order mark: .txt
std::unique_ptr<FormatHandler> makePlainTextHandler();

}   // namespace expunge::formats::text
