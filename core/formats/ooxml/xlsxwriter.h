// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/xlsxreader.h"

namespace expunge::formats::ooxml {

/// Makes the scrubbed workbook. The trees of `book` are used up, and the bytes of cells and strings
/// in both are let go as soon as they were written.
base::Result<document::Document::Output>
writeXlsx(Package &package, BookModel &book, const BookContents &contents,
          const document::RedactionPlan &plan, const QString &path, const base::JobContext &job);

}   // namespace expunge::formats::ooxml
