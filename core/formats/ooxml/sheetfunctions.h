// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace expunge::formats::ooxml {

/// Whether a name is that of a function that spreadsheets have by themselves, in the spelling of
/// files: "SUM", "_xlfn.XLOOKUP". Every other function is somebody's own.
bool isSheetFunction(const QString &name);

}   // namespace expunge::formats::ooxml
