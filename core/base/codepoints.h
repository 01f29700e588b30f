// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace expunge::base {

/// Number of Unicode code points in the first `utf16` units of `text`; a half surrogate counts as
/// one.
qsizetype codePointsBefore(QStringView text, qsizetype utf16);

/// UTF-16 offset of code point number `points` in `text`; -1 if the text is shorter.
qsizetype utf16Offset(QStringView text, qsizetype points);

}   // namespace expunge::base
