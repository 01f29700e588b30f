// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace expunge::pdf {

/// Whether a tag is a standard structure type or a standard tag of marked content (ISO 32000-1,
/// 14.8.2 and 14.8.4; ISO 32000-2, 14.8.4), so that it says nothing of its own.
bool isStandardTag(const QByteArray &tag);

}   // namespace expunge::pdf
