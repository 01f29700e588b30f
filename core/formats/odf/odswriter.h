// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/odf/odscontents.h"

namespace expunge::formats::odf {

/// Carries out a plan on a freshly read spreadsheet, and writes it.
base::Result<document::Document::Output> writeOds(const OdfPackage &package, OdsBook &book,
                                                  const OdsContents &contents,
                                                  const document::RedactionPlan &plan,
                                                  const QString &path, const base::JobContext &job);

}   // namespace expunge::formats::odf
