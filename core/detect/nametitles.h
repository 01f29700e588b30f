// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace expunge::detect {

/// Whether a word, folded and without its full stop, is a title or a form of address: "mr", "dr".
bool isNameTitle(const QString &folded);

/// Where the titles begin that stand before a name at byte `begin` of a normalised text; `begin`
/// itself if there are none.
qsizetype titleBegin(const QByteArray &utf8, qsizetype begin);

}   // namespace expunge::detect
