// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/presentationmodel.h"

namespace expunge::formats::ooxml {

/// Carries out a plan. The model's trees are used up by it.
base::Result<document::Document::Output>
writePptx(DeckModel &model, const Package &package, const EmbeddedFiles &files,
          const document::RedactionPlan &plan, const QString &path, const base::JobContext &job);

}   // namespace expunge::formats::ooxml
