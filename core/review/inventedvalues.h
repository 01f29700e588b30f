// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace expunge::review {

/// How many made-up values there are for a type; 0: none, a label stands in.
quint64 inventedValueCount(const QString &type);

/// Made-up value number `index` (below the count) of a type: a name of nobody in particular, an
/// address that nobody can have.
QString inventedValue(const QString &type, quint64 index);

}   // namespace expunge::review
