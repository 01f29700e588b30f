// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formatregistry.h"
#include "core/scrub/leakcheck.h"

namespace expunge::testing {

using DocumentPtr = std::shared_ptr<const document::Document>;

/// A file of tests/data/pdf.
QByteArray pdfSample(const QString &name);

/// Opens a PDF file; null when it is refused.
DocumentPtr openPdf(const QByteArray &bytes, const QStringList &passwords = {});

/// Every place where a text stands, except in what is removed as hidden by default.
document::RedactionPlan planFor(const document::Document &document, const QString &text);

/// The scrubbed bytes; empty when the plan was refused.
QByteArray scrubbed(const document::Document &document, const document::RedactionPlan &plan);

/// What the leak check says of `output`.
base::Result<scrub::LeakReport> checked(const DocumentPtr &original, const QByteArray &output,
                                        const document::RedactionPlan &plan, const QString &value);

/// True if the text stands in no part of the file, in any spelling that is searched for.
bool isGone(const QByteArray &file, const QString &text);

}   // namespace expunge::testing
