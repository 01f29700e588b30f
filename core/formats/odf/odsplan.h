// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/redactionplan.h"
#include "core/formats/odf/odscontents.h"
#include "core/formats/ooxml/workbooknames.h"

namespace expunge::formats::odf {

/// A plan made ready for a spreadsheet: edits by unit (copies included), new names, what is
/// emptied.
struct OdsPlan
{
    ooxml::UnitEdits edits;
    std::vector<ooxml::SheetActions> sheets;
    std::vector<QString> sheetNames;   // as they are afterwards
    ooxml::FormulaRenames renames;
    QHash<QByteArray, QByteArray> styleNames;   // old to new, as the markup has them
    QSet<QString> redactedNames;                // whose expressions are redacted, as keys
    std::vector<document::AdjustedUnit> adjusted;
    const document::RedactionPlan *plan = nullptr;
    const OdsContents *contents = nullptr;

    const std::vector<ooxml::TextEdit> *editsOf(int unit) const;
    bool removes(document::HiddenKind kind, const QString &part = {}) const;
    bool changesAnything() const;
};

/// Internal if a span does not fit its unit.
base::Result<OdsPlan> makeOdsPlan(const OdsBook &book, const OdsContents &contents,
                                  const document::RedactionPlan &plan);

}   // namespace expunge::formats::odf
