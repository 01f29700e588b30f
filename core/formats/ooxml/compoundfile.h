// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

namespace expunge::formats::ooxml {

/// What a compound file ([MS-CFB]) is, as far as its streams tell.
enum class CompoundKind {
    None,               // no compound file
    EncryptedPackage,   // an Office Open XML file behind a password ([MS-OFFCRYPTO] 2.3.4)
    EncryptedLegacy,    // an Office 97-2003 file behind a password
    RightsManaged,      // behind a rights management service ([MS-OFFCRYPTO] 2.2)
    LegacyWord,
    LegacyExcel,
    LegacyPowerPoint,
    CutOff,   // no directory in it
    Other,    // a message, an installer, a drawing …
};

/// Judges by the names in the directory, which it finds even in damaged files.
CompoundKind describeCompound(const QByteArray &bytes);

/// What a person calls such a file: "Word 97-2003 document (.doc)"; empty for None.
QString compoundWords(CompoundKind kind);

/// Why bytes that are no zip package cannot be opened: encrypted, rights managed, legacy, something
/// else or damaged.
base::Error notAPackage(const QByteArray &bytes, const QString &path);

}   // namespace expunge::formats::ooxml
