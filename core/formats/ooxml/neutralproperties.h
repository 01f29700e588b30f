// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/package.h"

namespace expunge::formats::ooxml {

/// Adds properties that say nothing; a package without them is legal, but programs expect them.
void addNeutralProperties(OutputPackage &package, bool strict);

}   // namespace expunge::formats::ooxml
