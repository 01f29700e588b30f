// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formathandler.h"

namespace expunge::formats {

FormatHandler::~FormatHandler() = default;

}   // namespace expunge::formats
