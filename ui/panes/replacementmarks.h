// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "ui/panes/panemark.h"

#include <map>
#include <vector>

namespace expunge::ui {

/// Where the replacements of a plan stand in the scrubbed document that was read again from its
/// bytes; sorted by span. `keys`: key of a mark by the id of its candidate.
std::vector<PaneMark> replacementMarks(const document::Document &original,
                                       const document::RedactionPlan &plan,
                                       const document::Document &scrubbed,
                                       const std::map<QString, int> &keys);

}   // namespace expunge::ui
