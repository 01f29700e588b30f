// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odfpackage.h"

namespace expunge::formats::odf {

/// How surely bytes are an OpenDocument package of a kind, 0 to 100.
int probePackage(const Source &source, OdfKind kind);

/// Reads a package of a kind. The errors of OdfPackage::read, and ContentMismatch for another kind,
/// UnsupportedFormat for the form without a package (one XML file).
base::Result<OdfPackage> openPackage(const Source &source, OdfKind kind,
                                     const base::JobContext &job);

}   // namespace expunge::formats::odf
