// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formathandler.h"

namespace expunge::formats::ooxml {

/// Word documents (ECMA-376 WordprocessingML, Transitional and Strict): .docx, .dotx; .docm and
/// .dotm, whose output has no macros.
std::unique_ptr<FormatHandler> makeDocxHandler();

/// Excel workbooks (ECMA-376 SpreadsheetML, Transitional and Strict): .xlsx, .xltx; .xlsm and
/// .xltm, whose output has no macros.
std::unique_ptr<FormatHandler> makeXlsxHandler();

/// PowerPoint presentations (ECMA-376 PresentationML, Transitional and Strict): .pptx, .ppsx,
/// .potx; .pptm, .ppsm and .potm, whose output has no macros.
std::unique_ptr<FormatHandler> makePptxHandler();

}   // namespace expunge::formats::ooxml
