// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace expunge::formats::odf {

/// Whether a token is a value of the format's enumerations: put together from words that these use
/// ("flowchart-alternate-process", "fadeOverColor", "star24"), and from nothing else.
bool isFormatToken(QByteArrayView token);

/// Whether a run of letters is one of the commands, functions and units of paths and equations.
bool isPathWord(QByteArrayView letters);

/// Whether four letters are the code of a script (ISO 15924) that programs know.
bool isScriptCode(QByteArrayView code);

}   // namespace expunge::formats::odf
