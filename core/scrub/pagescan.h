// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/pageddocument.h"
#include "core/scrub/partscanner.h"

namespace expunge::scrub {

/// Hands every decoded stream, string and name of an opened file to a sink; returns how many parts
/// there were.
base::Result<int> scanParts(const document::PagedDocument &document, ScanSink &sink);

/// Hands what a second engine reads on the pages to a sink.
base::Result<> scanOtherReading(const document::PagedDocument &document, ScanSink &sink,
                                const base::JobContext &job);

}   // namespace expunge::scrub
