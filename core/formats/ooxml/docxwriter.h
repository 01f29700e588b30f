// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/ooxml/docxmodel.h"

namespace expunge::formats::ooxml {

/// Carries out a plan on a freshly read model and writes the package that results.
base::Result<document::Document::Output>
writeDocx(DocxModel &model, const Package &package, const EmbeddedFiles &files,
          const document::RedactionPlan &plan, const QString &path, const base::JobContext &job);

}   // namespace expunge::formats::ooxml
