// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/pathshape.h"

#include <vector>

namespace expunge::pdf {

/// Whether something of a path, not only its flat inside, is in `area`.
bool hasEdgeIn(const Subpath &subpath, const Rect &area);

/// A filled area without what is in `area`: pieces around it, to be filled by the same rule. All in
/// one space.
std::vector<Subpath> cutFill(const Subpath &subpath, const Rect &area);

/// A stroked line without what is in `area`, as open pieces.
std::vector<Subpath> cutStroke(const Subpath &subpath, const Rect &area);

}   // namespace expunge::pdf
