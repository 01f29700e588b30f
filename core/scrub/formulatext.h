// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace expunge::scrub {

/// True for elements whose text is a formula or a reference of SpreadsheetML or of a chart.
bool isFormula(const QString &element);

/// A formula without the names of the built-in functions that it calls, which are the format's own
/// words ("ROUND", "VALUE"); names of other functions, texts in quotes and names of sheets stay.
QString withoutFunctionNames(const QString &formula);

}   // namespace expunge::scrub
