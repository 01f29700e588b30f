// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/xlsxreader.h"

namespace expunge::formats::ooxml {

/// Makes the scrubbed workbook. The trees of `book` are used up.
base::Result<document::Document::Output>
writeXlsx(const Package &package, BookModel &book, const BookContents &contents,
          const document::RedactionPlan &plan, const QString &path, const base::JobContext &job);

}   // namespace expunge::formats::ooxml
