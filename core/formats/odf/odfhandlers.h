// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formathandler.h"

#include <memory>

namespace expunge::formats::odf {

/// OpenDocument texts (.odt) and their templates (.ott).
std::unique_ptr<FormatHandler> makeOdtHandler();

/// OpenDocument spreadsheets (.ods) and their templates (.ots).
std::unique_ptr<FormatHandler> makeOdsHandler();

/// OpenDocument presentations (.odp) and their templates (.otp).
std::unique_ptr<FormatHandler> makeOdpHandler();

}   // namespace expunge::formats::odf
