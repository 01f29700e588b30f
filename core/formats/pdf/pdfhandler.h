// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formathandler.h"

#include <memory>

namespace expunge::pdf {

/// Opens PDF files.
std::unique_ptr<formats::FormatHandler> makePdfHandler();

}   // namespace expunge::pdf
