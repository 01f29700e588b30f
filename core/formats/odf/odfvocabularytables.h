// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace expunge::formats::odf {

/// Lists of names, a prefix in front of each row: "text: p h span".
using Names = std::span<const char *const>;

Names elementTable();
Names syntaxAttributeTable();
Names styleAttributeTable();
Names fontAttributeTable();
Names idAttributeTable();
Names nameAttributeTable();
Names textAttributeTable();
Names linkAttributeTable();
Names valueAttributeTable();
Names formulaAttributeTable();

}   // namespace expunge::formats::odf
