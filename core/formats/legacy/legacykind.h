// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace expunge::formats::legacy {

/// One format that is converted before it is read.
struct LegacyKind
{
    QString suffix;   // of the format: "doc"
    QString target;   // of what it becomes: "docx"
    QString words;    // "Word 97-2003 document"
};

/// What bytes are, by content alone; nothing for what is not converted, protected files included.
std::optional<LegacyKind> legacyKindOf(const QByteArray &bytes);

}   // namespace expunge::formats::legacy
