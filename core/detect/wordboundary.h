// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace expunge::detect {

/// Whether a word, or a part of one, begins or ends just before `at` in normalised text:
/// "acme|.com", "Acme|Corp", "acme|_2024", "acme|2024", "XML|Acme", but not "acme|ology".
bool isWordPartBoundary(QStringView text, qsizetype at);

}   // namespace expunge::detect
