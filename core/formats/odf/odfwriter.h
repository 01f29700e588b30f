// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odfmodel.h"

namespace expunge::formats::odf {

/// Carries out a plan on a freshly read model and writes the package. The model must not be used
/// afterwards.
base::Result<document::Document::Output> writeOdf(OdfModel &model, const OdfPackage &package,
                                                  const document::RedactionPlan &plan,
                                                  const QString &path, const base::JobContext &job);

}   // namespace expunge::formats::odf
