// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace expunge::formats::odf {

/// Whether a value of a Syntax attribute can be what it should be; anything else might be a hiding
/// place.
bool syntaxFits(QByteArrayView attribute, QByteArrayView value);

}   // namespace expunge::formats::odf
