// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/pdf/pdfunits.h"

namespace expunge::pdf {

/// Carries a plan out on `work`, a copy of the file that `model` was read from.
base::Result<document::Document::Output> applyPlan(std::unique_ptr<PdfFile> work,
                                                   const PdfModel &model,
                                                   const document::RedactionPlan &plan,
                                                   const base::JobContext &job);

}   // namespace expunge::pdf
