// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/pdf/pagedrawer.h"
#include "core/formats/pdf/pdfunits.h"

namespace expunge::pdf {

/// A file as it was read, for holding it against another.
struct ComparedFile
{
    const PdfModel *model = nullptr;
    const PageDrawer *drawer = nullptr;
    PageReader *reader = nullptr;   // of the original only
};

/// Pages (from 1) of `output` that look otherwise than those of `original`, outside of where `plan`
/// takes something out. Pages on which the same things stand in the same places as before are not
/// drawn.
base::Result<std::vector<int>> changedPages(const ComparedFile &original,
                                            const ComparedFile &output,
                                            const document::RedactionPlan &plan,
                                            const base::JobContext &job);

}   // namespace expunge::pdf
